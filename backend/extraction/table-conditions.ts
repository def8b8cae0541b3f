// Turns the conditions of a tool call into tests over typed rows; what cannot be understood is named, not guessed.
import { findColumn } from '../../shared/table/compute/resolve.ts'
import type { Cell, Column } from '../../shared/table/table.ts'
import { readBound } from './condition-bounds.ts'
import { cellComparer, foldText } from './table-order.ts'
import type { Comparison, Condition } from './use-table-call.ts'

/** One condition on the cell at place `at`: `says` is how a sentence about it goes on after “only rows where”. */
export type ReadyCondition = { at: number; says: string; fits(cell: Cell): boolean }

export type ReadyConditions = { conditions: ReadyCondition[]; problems: string[] }

type Test = (cell: Cell) => boolean

const isEmpty = (cell: Cell) => cell === null || (typeof cell === 'string' && cell.trim() === '')

const words: Record<Comparison, string> = {
  equals: 'is',
  not_equals: 'is not',
  contains: 'contains',
  not_contains: 'does not contain',
  greater: 'is more than',
  at_least: 'is at least',
  less: 'is less than',
  at_most: 'is at most',
  empty: 'is empty',
  not_empty: 'is not empty',
  one_of: 'is one of',
}

/** Whether a cell lies where the comparison says, between the bounds that the value stands for. */
function within(is: Comparison, below: (cell: Cell) => boolean, above: (cell: Cell) => boolean): Test {
  switch (is) {
    case 'greater':
      return (cell) => !below(cell) && above(cell)
    case 'at_least':
      return (cell) => !below(cell)
    case 'less':
      return below
    case 'at_most':
      return (cell) => !above(cell)
    case 'not_equals':
      return (cell) => below(cell) || above(cell)
    default:
      return (cell) => !below(cell) && !above(cell)
  }
}

function typedTest(is: Comparison, value: string, column: Column, locale: string | undefined): Test | string {
  const bound = readBound(value, column, locale)
  // Words in a column of amounts, such as "on request", can still be asked for.
  if (typeof bound === 'string')
    return (is === 'equals' || is === 'not_equals') && !/\d/.test(value) ? textTest(is, value, locale) : bound
  const compare = cellComparer(locale)
  const comparable = (cell: Cell) => !isEmpty(cell) && bound.takes(cell)
  const test = within(
    is,
    (cell) => compare(cell, bound.from) < 0,
    (cell) => (bound.before === null ? compare(cell, bound.to) > 0 : compare(cell, bound.before) >= 0),
  )
  // A text that never became a value of the column still is, or is not, what it says.
  const folded = foldText(value)
  return (cell) => {
    if (comparable(cell)) return test(cell)
    const same = typeof cell === 'string' && !isEmpty(cell) && foldText(cell) === folded
    return is === 'not_equals' ? !same : is === 'equals' && same
  }
}

/** Equality and order of texts; a text that begins like a number is compared as one where both are. */
function textTest(is: Comparison, value: string, locale: string | undefined): Test {
  const compare = cellComparer(locale)
  const folded = foldText(value)
  const textOf = (cell: Cell) => foldText(String(cell))
  if (is === 'equals') return (cell) => !isEmpty(cell) && textOf(cell) === folded
  if (is === 'not_equals') return (cell) => isEmpty(cell) || textOf(cell) !== folded
  return (cell) => {
    if (isEmpty(cell)) return false
    const order = compare(textOf(cell), folded)
    if (is === 'greater') return order > 0
    if (is === 'at_least') return order >= 0
    return is === 'less' ? order < 0 : order <= 0
  }
}

const isTextual = ({ type }: Column) => type === 'text' || type === 'email' || type === 'url'

function containsTest(value: string, wanted: boolean): Test {
  const folded = foldText(value)
  return (cell) => (!isEmpty(cell) && foldText(String(cell)).includes(folded)) === wanted
}

/** The test of one condition over its column, or the reason why there is none. */
function testOf(condition: Condition, column: Column, locale: string | undefined): Test | string {
  const { is, value, values } = condition
  if (is === null) return 'its comparison is not known'
  if (is === 'empty') return isEmpty
  if (is === 'not_empty') return (cell) => !isEmpty(cell)
  if (is === 'one_of') {
    const wanted = values.length > 0 ? values : value === null ? [] : [value]
    if (wanted.length === 0) return 'it names no values'
    const tests = wanted.map((each) => testOf({ ...condition, is: 'equals', value: each, values: [] }, column, locale))
    const ready = tests.filter((test) => typeof test !== 'string')
    if (ready.length < tests.length) return tests.find((test) => typeof test === 'string') ?? ''
    return (cell) => ready.some((test) => test(cell))
  }
  if (value === null || value.trim() === '') {
    // "Equals nothing" means what it says.
    if (is === 'equals') return isEmpty
    return is === 'not_equals' ? (cell) => !isEmpty(cell) : 'it names no value'
  }
  if (is === 'contains' || is === 'not_contains') return containsTest(value, is === 'contains')
  return isTextual(column) ? textTest(is, value, locale) : typedTest(is, value, column, locale)
}

const shown = ({ is, value, values }: Condition): string => {
  if (is === 'empty' || is === 'not_empty') return ''
  const all = is === 'one_of' && values.length > 0 ? values : [value ?? '']
  return ` ${all
    .slice(0, 5)
    .map((each) => `“${each}”`)
    .join(', ')}${all.length > 5 ? ` and ${all.length - 5} more` : ''}`
}

/** The conditions over rows with these columns; `problems` are sentences about those that could not be used. */
export function readConditions(
  conditions: Condition[],
  columns: readonly Column[],
  locale: string | undefined,
): ReadyConditions {
  const ready: ReadyCondition[] = []
  const problems: string[] = []
  for (const condition of conditions) {
    const at = findColumn(condition.column, columns)
    const column = columns[at]
    const name = column?.name ?? condition.column
    const says = `“${name}” ${words[condition.is ?? 'equals']}${shown(condition)}`
    const test = column ? testOf(condition, column, locale) : 'the table has no such column'
    if (typeof test === 'string') problems.push(`The condition ${says} was left out: ${test}.`)
    else ready.push({ at, says, fits: test })
  }
  return { conditions: ready, problems }
}
