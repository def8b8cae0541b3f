// The operations of edit_table on columns. Each answers with null, or with the reason why it was not done.

import { limits } from '../../shared/contract/limits.ts'
import { judgeFormula } from '../../shared/plan/formula-policy.ts'
import { columnKeys } from '../../shared/table/build-table.ts'
import { expressionKeys, expressionType } from '../../shared/table/compute.ts'
import { formulaOrder } from '../../shared/table/compute-columns.ts'
import type { Column, ColumnType } from '../../shared/table/table.ts'
import { convertCell } from '../tables/convert-cell.ts'
import type { OperationOf } from './edit-table-call.ts'
import { setCell } from './edit-table-rows.ts'
import { columnAt, type EditState } from './edit-table-state.ts'
import { foldText } from './table-order.ts'

const numeric: ReadonlySet<ColumnType> = new Set(['number', 'currency', 'percent'])
const currencyPattern = /^[A-Za-z]{3}$/

/** A column's type with the currency that belongs to it. */
function typed(column: Column, type: ColumnType, currency: string | null | undefined): Column {
  const { currency: _currency, ...rest } = column
  const code = currency && currencyPattern.test(currency) ? currency.toUpperCase() : undefined
  return type === 'currency' && code ? { ...rest, type, currency: code } : { ...rest, type }
}

/** A key that no column has. */
function freshKey(name: string, columns: readonly Column[]): string {
  const taken = new Set(columns.map(({ key }) => key))
  const [base = 'column'] = columnKeys([name])
  if (!taken.has(base)) return base
  for (let copy = 2; ; copy += 1) if (!taken.has(`${base}_${copy}`)) return `${base}_${copy}`
}

/** Moves the column and all its cells from one place to another. */
function move(state: EditState, from: number, to: number): void {
  state.filler = null
  const put = <T>(list: T[]) => list.splice(to, 0, ...list.splice(from, 1))
  put(state.columns)
  for (const { cells, evidence } of state.rows) {
    put(cells)
    if (evidence) put(evidence)
  }
}

/** The column with a formula, or the reason why it cannot have it. What it gives decides the type, but for kinds of numbers. */
function withFormula(state: EditState, column: Column, formula: string, type: ColumnType | null): Column | string {
  const others = state.columns.filter(({ key }) => key !== column.key)
  const judged = judgeFormula(formula, { columns: others })
  if (judged.verdict !== 'allowed') return judged.reasons.join(' ').replace(/\.$/, '')
  const gives = expressionType(judged.expression, others)
  const wanted = type !== null && numeric.has(type) && numeric.has(gives.type) ? type : gives.type
  const whole = { ...typed(column, wanted, column.currency ?? gives.currency), formula: judged.expression }
  const { broken } = formulaOrder([...others, whole])
  return broken.some(({ at }) => at === others.length) ? 'its formula would stand on itself' : whole
}

export function addColumn(state: EditState, operation: OperationOf<'add_column'>): string | null {
  const name = operation.name.trim().slice(0, 1000)
  if (name === '') return 'it has no name'
  if (state.columns.some((column) => foldText(column.name) === foldText(name)))
    return `there is a column “${name}” already`
  if (state.columns.length >= limits.tableColumns) return 'the table has as many columns as it can have'
  const after = operation.after === null ? state.columns.length - 1 : columnAt(state, operation.after)
  const plain = typed(
    { key: freshKey(name, state.columns), name, type: 'text' },
    operation.type ?? 'text',
    operation.currency,
  )
  const formula = operation.formula?.trim()
  const column = formula ? withFormula(state, plain, formula, operation.type ?? null) : plain
  if (typeof column === 'string') return column
  const last = state.columns.length
  state.columns.push(column)
  state.filler = null
  for (const { cells, evidence } of state.rows) {
    cells.push(null)
    evidence?.push(null)
  }
  const missed: string[] = []
  let set = 0
  for (const { row, value } of formula ? [] : (operation.values ?? [])) {
    const result = setCell(state, row, last, value)
    if (typeof result === 'string') missed.push(result)
    else if (result) set += 1
  }
  if (typeof after === 'number' && after + 1 < last) move(state, last, after + 1)
  if (formula) state.stale = true
  const values = set > 0 ? ` with ${set} ${set === 1 ? 'value' : 'values'}` : ''
  state.done.sentences.push(`column “${name}” added${formula ? ' as a formula' : values}`)
  if (typeof after === 'string') missed.push(`${after}, so the new column stands last`)
  for (const why of missed) state.done.sentences.push(`for “${name}”, ${why}`)
  return null
}

/** Columns that are computed from one that goes, or from what was computed from it, keep their values only. */
function freeze(state: EditState, key: string): string[] {
  const names: string[] = []
  state.columns = state.columns.map((column) => {
    if (column.formula === undefined || !expressionKeys(column.formula).includes(key)) return column
    names.push(column.name)
    const { formula: _formula, ...plain } = column
    return plain
  })
  return names
}

export function removeColumn(state: EditState, { column: written }: OperationOf<'remove_column'>): string | null {
  const at = columnAt(state, written)
  if (typeof at === 'string') return at
  if (state.columns.length === 1) return 'a table needs a column'
  const column = state.columns[at]!
  const frozen = freeze(state, column.key)
  state.columns.splice(at, 1)
  state.filler = null
  for (const { cells, evidence } of state.rows) {
    cells.splice(at, 1)
    evidence?.splice(at, 1)
  }
  state.done.sentences.push(`column “${column.name}” removed`)
  if (frozen.length > 0)
    state.done.sentences.push(
      `${frozen.map((name) => `“${name}”`).join(', ')} ${frozen.length === 1 ? 'keeps its values' : 'keep their values'} without the formula`,
    )
  return null
}

export function moveColumn(state: EditState, { column: written, after }: OperationOf<'move_column'>): string | null {
  const at = columnAt(state, written)
  if (typeof at === 'string') return at
  const target = after === null ? -1 : columnAt(state, after)
  if (typeof target === 'string') return target
  if (target === at) return 'a column cannot follow itself'
  const { name } = state.columns[at]!
  move(state, at, target < at ? target + 1 : target)
  state.done.sentences.push(`column “${name}” moved`)
  return null
}

export function changeColumn(state: EditState, operation: OperationOf<'change_column'>): string | null {
  const at = columnAt(state, operation.column)
  if (typeof at === 'string') return at
  const was = state.columns[at]!
  let now = was
  const said: string[] = []
  const name = operation.name?.trim().slice(0, 1000)
  if (name && name !== was.name) {
    if (state.columns.some((column, other) => other !== at && foldText(column.name) === foldText(name)))
      return `there is a column “${name}” already`
    now = { ...now, name }
    said.push(`column “${was.name}” renamed “${name}”`)
  }
  const formula = operation.formula?.trim()
  if (formula) {
    const computed = withFormula(state, now, formula, operation.type ?? null)
    if (typeof computed === 'string') return computed
    now = computed
    said.push(`column “${now.name}” computed by a formula`)
  } else if (operation.formula === '' && was.formula !== undefined) {
    const { formula: _formula, ...plain } = now
    now = plain
    said.push(`column “${now.name}” keeps its values without the formula`)
  }
  const type = operation.type ?? (operation.currency ? 'currency' : null)
  if (type && !formula) {
    const currency = operation.currency ?? was.currency
    const retyped = typed(now, type, currency)
    if (retyped.type !== was.type || retyped.currency !== was.currency) {
      if (now.formula === undefined)
        for (const { cells } of state.rows) cells[at] = convertCell(cells[at] ?? null, was, retyped)
      else if (!numeric.has(type) || !numeric.has(was.type))
        return `“${was.name}” is computed by a formula: what it holds follows from that`
      now = retyped
      said.push(`column “${now.name}” now holds ${typeWords[type]}${retyped.currency ? ` in ${retyped.currency}` : ''}`)
    }
  }
  if (said.length === 0) return 'it changes nothing'
  state.columns[at] = now
  state.filler = null
  state.stale = true
  state.done.sentences.push(...said)
  return null
}

const typeWords: Record<ColumnType, string> = {
  text: 'text',
  number: 'numbers',
  currency: 'amounts',
  percent: 'percentages',
  date: 'dates',
  time: 'times',
  datetime: 'dates with times',
  boolean: 'yes and no',
  email: 'e-mail addresses',
  url: 'links',
}
