// The body of every column of a fitted table: values from the table, formulas over the columns beside them.
import { columnLetter } from '../plan/a1.ts'
import type { SheetCell } from '../plan/sheet-cell.ts'
import {
  ExpressionError,
  expressionEvaluator,
  expressionKeys,
  type FormulaDialect,
  formulaRenderer,
} from '../table/compute.ts'
import type { Cell, ColumnType } from '../table/table.ts'
import type { ChosenColumn, ChosenFormula } from './choose-columns.ts'
import { hasDecimalPoint } from './number-format.ts'
import { toSheetCell } from './sheet-cell.ts'

/**
 * What is written in a column, and what will be seen there; the two differ where a formula is written. `failed` counts
 * rows that a formula would fill with an error, `unlike` those where it gives something else than the table says.
 */
export type FilledColumn = { cells: SheetCell[]; values: Cell[]; failed: number; unlike: number; unwritable: boolean }

/** Where the table's body starts, 1-based, and the spreadsheet's locale, which decides how formulas are written. */
type BodyPlace = { row: number; column: number; locale: string }

/** Stands for the error that the sheet would show, so that what is computed from it stays empty too. */
const notComputable = '#'

function readColumn({ source, type, index }: ChosenColumn, rows: Cell[][]): FilledColumn {
  const asText = type === 'text' || type === 'email' || type === 'url'
  const cells = rows.map((row) => (source ? toSheetCell(row[index] ?? null, source.type, asText) : null))
  const values = cells.map((cell) => (typeof cell === 'object' ? null : cell))
  return { cells, values, failed: 0, unlike: 0, unwritable: false }
}

/** A second, in days: the table keeps moments to the second. */
const second = 1 / 86_400

/** Whether the table says what its formula gives, as far as the table keeps it. */
function isAlike(given: Cell, stated: Cell, type: ColumnType): boolean {
  if (typeof given === 'number' && typeof stated === 'number') {
    const off = Math.abs(given - stated)
    return off <= 1e-9 * Math.max(1, Math.abs(given)) || ((type === 'datetime' || type === 'time') && off < second)
  }
  if (typeof given === 'object' || given === '') return stated === null || stated === '' || stated === 0
  return String(given) === String(stated)
}

type Input = { letter: string; values: Cell[] }
type Computation = { column: ChosenColumn; formula: string; inputs: Map<string, Input>; rows: Cell[][] }

/** Only rows where the sheet would show no error, and nothing but what the table says, get the formula. */
function computeColumn({ column, formula, inputs, rows }: Computation, place: BodyPlace): FilledColumn {
  const decimalPoint = hasDecimalPoint(place.locale)
  const dialect = { separator: decimalPoint ? ',' : ';', decimalPoint } as const
  const stated = column.source ? readColumn(column, rows) : null
  const used = [...inputs].filter(([key]) => expressionKeys(formula).includes(key))
  const letters = Object.fromEntries(used.map(([key, { letter }]) => [key, letter]))
  const render = rendererIn(formula, dialect, letters)
  if (!render) return stated ? { ...stated, unwritable: true } : emptyColumn(rows.length)
  let fault = false
  const evaluate = expressionEvaluator(formula, dialect, () => {
    fault = true
  })
  const filled: FilledColumn = { cells: [], values: [], failed: 0, unlike: 0, unwritable: false }
  for (let row = 0; row < rows.length; row++) {
    fault = false
    const value = evaluate(Object.fromEntries(used.map(([key, input]) => [key, input.values[row]])))
    const said = stated?.cells[row] ?? null
    const alike = !fault && (stated === null || isAlike(value, stated.values[row] ?? null, column.type))
    if (fault) filled.failed += said === null ? 1 : 0
    else if (!alike) filled.unlike += 1
    filled.cells.push(alike ? { formula: render(place.row + row) } : said)
    filled.values.push(alike ? value : fault && said === null ? notComputable : (stated?.values[row] ?? null))
  }
  return filled
}

function emptyColumn(rows: number): FilledColumn {
  const none = Array.from({ length: rows }, () => null)
  return { cells: none, values: none, failed: 0, unlike: 0, unwritable: true }
}

/** The formula of each row, or null where the locale's formulas cannot say it. */
function rendererIn(formula: string, dialect: FormulaDialect, letters: Record<string, string>) {
  const render = formulaRenderer(formula, dialect)
  try {
    render(letters, 1)
    return (row: number) => render(letters, row)
  } catch (error) {
    if (error instanceof ExpressionError) return null
    throw error
  }
}

/** Fills the chosen columns, each formula after the columns it stands on. */
export function fillColumns(chosen: ChosenColumn[], rows: Cell[][], place: BodyPlace): FilledColumn[] {
  const inputs = { template: new Map<string, Input>(), table: new Map<string, Input>() }
  const filled: FilledColumn[] = []
  const settle = (at: number, column: FilledColumn) => {
    filled[at] = column
    const input = { letter: columnLetter(place.column + at), values: column.values }
    const { template, source } = chosen[at]!
    if (template) inputs.template.set(template.key, input)
    if (source) inputs.table.set(source.key, input)
  }
  let waiting: { at: number; column: ChosenColumn; formula: ChosenFormula }[] = []
  chosen.forEach((column, at) => {
    if (column.formula === null) settle(at, readColumn(column, rows))
    else waiting.push({ at, column, formula: column.formula })
  })
  // A formula is only chosen when its inputs are, so every round settles at least one.
  while (waiting.length > 0) {
    const ready = waiting.filter(({ formula: { expression, over } }) =>
      expressionKeys(expression).every((key) => inputs[over].has(key)),
    )
    for (const { at, column, formula } of ready)
      settle(at, computeColumn({ column, formula: formula.expression, inputs: inputs[formula.over], rows }, place))
    waiting = waiting.filter(({ at }) => filled[at] === undefined)
    if (ready.length === 0) throw new Error('A formula stands on a column that is not in the table.')
  }
  return filled
}
