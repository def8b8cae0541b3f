// The body of every column of a fitted table: values from the table, formulas over the columns beside them.
import { columnLetter } from '../plan/a1.ts'
import type { SheetCell } from '../plan/plan.ts'
import { expressionEvaluator, expressionKeys, formulaRenderer } from '../table/compute.ts'
import type { Cell } from '../table/table.ts'
import type { ChosenColumn } from './choose-columns.ts'
import { hasDecimalPoint } from './number-format.ts'
import { toSheetCell } from './sheet-cell.ts'

/** What is written in a column, and what will be seen there; the two differ where a formula is written. */
export type FilledColumn = { cells: SheetCell[]; values: Cell[] }

/** Where the table's body starts, 1-based, and the spreadsheet's locale, which decides how formulas are written. */
type BodyPlace = { row: number; column: number; locale: string }

/** Stands for the error that the sheet would show, so that what is computed from it stays empty too. */
const notComputable = '#'

function readColumn({ source, type, index }: ChosenColumn, rows: Cell[][]): FilledColumn {
  const asText = type === 'text' || type === 'email' || type === 'url'
  const cells = rows.map((row) => (source ? toSheetCell(row[index] ?? null, source.type, asText) : null))
  return { cells, values: cells.map((cell) => (typeof cell === 'object' ? null : cell)) }
}

/** Only rows where the sheet would show no error get the formula. */
function computeColumn(formula: string, rows: number, inputs: Map<string, Input>, place: BodyPlace): FilledColumn {
  const decimalPoint = hasDecimalPoint(place.locale)
  const render = formulaRenderer(formula, { separator: decimalPoint ? ',' : ';', decimalPoint })
  const evaluate = expressionEvaluator(formula)
  const used = [...inputs].filter(([key]) => expressionKeys(formula).includes(key))
  const letters = Object.fromEntries(used.map(([key, { letter }]) => [key, letter]))
  const filled: FilledColumn = { cells: [], values: [] }
  for (let row = 0; row < rows; row++) {
    const value = evaluate(Object.fromEntries(used.map(([key, input]) => [key, input.values[row]])))
    filled.values.push(value ?? notComputable)
    filled.cells.push(value === null ? null : { formula: render(letters, place.row + row) })
  }
  return filled
}

type Input = { letter: string; values: Cell[] }

/** Fills the chosen columns, each formula after the columns it stands on. */
export function fillColumns(chosen: ChosenColumn[], rows: Cell[][], place: BodyPlace): FilledColumn[] {
  const inputs = new Map<string, Input>()
  const filled: FilledColumn[] = []
  const settle = (at: number, column: FilledColumn) => {
    filled[at] = column
    const key = chosen[at]?.template?.key
    if (key !== undefined) inputs.set(key, { letter: columnLetter(place.column + at), values: column.values })
  }
  let waiting: { at: number; formula: string }[] = []
  chosen.forEach((each, at) => {
    if (each.formula === null) settle(at, readColumn(each, rows))
    else waiting.push({ at, formula: each.formula })
  })
  // A formula is only chosen when its inputs are, so every round settles at least one.
  while (waiting.length > 0) {
    const ready = waiting.filter(({ formula }) => expressionKeys(formula).every((key) => inputs.has(key)))
    for (const { at, formula } of ready) settle(at, computeColumn(formula, rows.length, inputs, place))
    waiting = waiting.filter(({ at }) => filled[at] === undefined)
    if (ready.length === 0) throw new Error('A formula stands on a column that is not in the table.')
  }
  return filled
}
