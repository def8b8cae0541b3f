// The body of every column of a fitted table: values from the table, and what its formulas give.
import type { SheetValue } from '../plan/place.ts'
import type { SheetCell } from '../plan/sheet-cell.ts'
import { compile } from '../table/compute/evaluate.ts'
import { parseExpression } from '../table/compute/parse.ts'
import { isFault, type Value } from '../table/compute/values.ts'
import { ExpressionError, expressionKeys, type FormulaDialect, formulaRenderer } from '../table/compute.ts'
import type { Cell, ColumnType } from '../table/table.ts'
import type { SettledColumn } from './settle-columns.ts'
import { textOf, toSheetCell } from './sheet-cell.ts'

/**
 * What is seen in a column, and the rows that get its formula. `failed` counts rows that a formula would fill with an
 * error, `unlike` those where it gives something else than the table says, `filled` the empty cells that got the
 * template's default. `unwritable`: formulas of this locale cannot say it.
 */
export type FilledValues = {
  values: SheetValue[]
  formula_rows: Uint8Array | null
  failed: number
  unlike: number
  filled: number
  unwritable: boolean
}

const isTextType = (type: ColumnType) => type === 'text' || type === 'email' || type === 'url'

// Line ends as the sheet keeps them; it takes no other control characters.
const unsettled = /[^\P{Cc}\t\n]/u
const settle = (text: string) => text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}/gu, '')

const daysKept = 10_000

const valueOnly = (cell: SheetCell): SheetValue => (typeof cell === 'object' ? null : cell)

/** A default, typed as a cell of its column: a day stands as its ISO text in a template. */
function defaultOf({ template, type }: SettledColumn): SheetValue {
  return valueOnly(toSheetCell(template?.default ?? null, type, isTextType(type)))
}

function readValues(column: SettledColumn, rows: readonly Cell[][], count: number): FilledValues {
  const { source, index, type } = column
  const asText = isTextType(type)
  const otherwise = defaultOf(column)
  const from = source?.type ?? type
  // The same days come again and again.
  const days = new Map<string, SheetValue>()
  const values: SheetValue[] = new Array(count)
  let filled = 0
  for (let row = 0; row < count; row++) {
    let value: SheetValue = source ? (rows[row]?.[index] ?? null) : null
    if (typeof value === 'string') {
      if (unsettled.test(value)) value = settle(value)
      if (!asText && (from === 'date' || from === 'datetime' || from === 'time')) {
        const known: SheetValue | undefined = days.get(value)
        const serial: SheetValue = known ?? valueOnly(toSheetCell(value, from, false))
        if (known === undefined && days.size < daysKept) days.set(value, serial)
        value = serial
      } else if (value === '') value = null
    } else if (asText && value !== null) value = textOf(value)
    if (value === null && otherwise !== null) {
      value = otherwise
      filled++
    }
    values[row] = value
  }
  return { values, formula_rows: null, failed: 0, unlike: 0, filled, unwritable: false }
}

/** A second, in days: the table keeps moments to the second. */
const second = 1 / 86_400

/** Whether the table says what its formula gives, as far as the table keeps it. */
function isAlike(given: Value, stated: SheetValue, type: ColumnType): boolean {
  if (typeof given === 'number' && typeof stated === 'number') {
    const off = Math.abs(given - stated)
    return off <= 1e-9 * Math.max(1, Math.abs(given)) || ((type === 'datetime' || type === 'time') && off < second)
  }
  if (typeof given === 'object' || given === '') return stated === null || stated === '' || stated === 0
  return String(given) === String(stated)
}

/** Whether the locale's formulas can say it. */
function isWritable(formula: string, keys: string[], dialect: FormulaDialect): boolean {
  try {
    formulaRenderer(formula, dialect)(Object.fromEntries(keys.map((key) => [key, 'A'])), 1)
    return true
  } catch (error) {
    if (error instanceof ExpressionError) return false
    throw error
  }
}

/** Stands for the error that the sheet would show, so that what is computed from it stays empty too. */
const notComputable = '#'

/** Only rows where the sheet would show no error, and nothing but what the table says, get the formula. */
function computeValues(
  column: SettledColumn & { formula: string },
  inputs: (readonly SheetValue[])[],
  stated: FilledValues | null,
  count: number,
  dialect: FormulaDialect,
): FilledValues {
  const keys = expressionKeys(column.formula)
  const evaluate = compile(parseExpression(column.formula), keys, dialect)
  const unwritable = !isWritable(column.formula, keys, dialect)
  const values: SheetValue[] = new Array(count)
  const formula_rows = unwritable ? null : new Uint8Array(count)
  const row: Value[] = inputs.map(() => null)
  let [failed, unlike] = [0, 0]
  for (let at = 0; at < count; at++) {
    for (let input = 0; input < inputs.length; input++) row[input] = inputs[input]![at] ?? null
    const given = evaluate(row)
    const said = stated?.values[at] ?? null
    if (isFault(given)) {
      if (said === null) failed++
      values[at] = stated ? said : notComputable
    } else if (stated === null || isAlike(given, said, column.type)) {
      values[at] = given
      if (formula_rows) formula_rows[at] = 1
    } else {
      unlike++
      values[at] = said
    }
  }
  return { values, formula_rows, failed, unlike, filled: 0, unwritable }
}

/** Fills the columns, each formula after the columns it stands on. */
export function fillValues(
  columns: SettledColumn[],
  rows: readonly Cell[][],
  count: number,
  dialect: FormulaDialect,
): FilledValues[] {
  const places = new Map(columns.map(({ key }, at) => [key, at]))
  const filled: FilledValues[] = new Array(columns.length)
  const waiting = new Set<number>()
  columns.forEach((column, at) => {
    if (column.formula === null) filled[at] = readValues(column, rows, count)
    else if (column.foreign)
      filled[at] = { ...readValues(column, rows, count), formula_rows: new Uint8Array(count).fill(1) }
    else waiting.add(at)
  })
  while (waiting.size > 0) {
    const before = waiting.size
    for (const at of waiting) {
      const column = columns[at]!
      const formula = column.formula ?? ''
      const inputs = expressionKeys(formula).map((key) => filled[places.get(key) ?? -1]?.values)
      if (inputs.some((input) => input === undefined)) continue
      const stated = column.source ? readValues(column, rows, count) : null
      const known = inputs.filter((input) => input !== undefined)
      filled[at] = computeValues({ ...column, formula }, known, stated, count, dialect)
      waiting.delete(at)
    }
    // A circle between the template's formulas and the table's: the values stay.
    if (waiting.size === before) {
      for (const at of waiting) filled[at] = readValues(columns[at]!, rows, count)
      break
    }
  }
  columns.forEach(({ formula, source }, at) => {
    const { values, formula_rows } = filled[at]!
    if (formula === null || source !== null) return
    for (let row = 0; row < count; row++) {
      if (formula_rows?.[row] !== 1 && values[row] === notComputable) values[row] = null
    }
  })
  return filled
}
