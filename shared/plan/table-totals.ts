// The totals row of a table: formulas over its body, and a label in the first free cell.
import type { FittedColumn } from '../template/fitted-table.ts'
import { formulaDialect } from '../template/formula-dialect.ts'
import { columnLetter } from './a1.ts'
import type { SheetCell } from './sheet-cell.ts'

const functions = { sum: 'SUM', average: 'AVERAGE', count: 'COUNTA', min: 'MIN', max: 'MAX' } as const

/** The formula that sums a column up between two rows. No error is shown where there is nothing to divide by. */
export function totalFormula(
  total: NonNullable<FittedColumn['total']>,
  column: number,
  rows: { first: number; last: number },
  locale: string,
): string {
  const letter = columnLetter(column)
  const formula = `${functions[total]}(${letter}${rows.first}:${letter}${rows.last})`
  return total === 'average' ? `=IFERROR(${formula}${formulaDialect(locale).separator}"")` : `=${formula}`
}

/** The cells of a totals row, column by column. */
export function totalsCells(
  columns: { fitted: FittedColumn; column: number }[],
  label: string,
  rows: { first: number; last: number },
  locale: string,
): SheetCell[] {
  const cells = columns.map(
    ({ fitted, column }): SheetCell =>
      fitted.total ? { formula: totalFormula(fitted.total, column, rows, locale) } : null,
  )
  const free = cells.indexOf(null)
  if (free >= 0) cells[free] = label
  return cells
}

const summing = /^=\s*(?:IFERROR\(\s*)?(?:SUM|AVERAGE|COUNTA?|MIN|MAX|SUBTOTAL|AGGREGATE)\s*\(/i

/** Whether a row with these formulas sums up what is above it. */
export const isTotalsRow = (formulas: string[]): boolean => formulas.some((formula) => summing.test(formula))

/**
 * A formula of the totals row after the body has got another length: its ranges over the rows from `first` to `last` end at
 * `now` instead, whoever wrote it.
 */
export function regrownTotal(formula: string, { first, last }: { first: number; last: number }, now: number): string {
  return formula.replace(
    /(\$?[A-Z]{1,3}\$?)(\d+)(:\$?[A-Z]{1,3}\$?)(\d+)(?![\d(])/gi,
    (range, from: string, start: string, to: string, end: string) =>
      Number(start) === first && (Number(end) === last || Number(end) === last + 1)
        ? `${from}${start}${to}${now}`
        : range,
  )
}
