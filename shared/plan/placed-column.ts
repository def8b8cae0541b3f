// A column of a fitted table at its place in the sheet, and the formulas that it gets there.
import { formulaRenderer } from '../table/compute.ts'
import type { FittedColumn, FittedTable } from '../template/fitted-table.ts'
import { readForeign, writeForeign } from '../template/foreign-formula.ts'
import { formulaDialect } from '../template/formula-dialect.ts'
import { columnLetter } from './a1.ts'
import type { PlanBlock } from './plan-edit.ts'
import type { SheetCell } from './sheet-cell.ts'

/** `cell` gives what the sheet gets for a row of the fitted table (from 0) in a row of the sheet (from 1). */
export type PlacedColumn = {
  fitted: FittedColumn
  column: number
  cell: (index: number, row: number) => SheetCell
}

// Stands for the row in a formula that is rendered once for all rows; no text that a cell takes holds it.
const rowMark = '\u0001'

/** Writes a formula for any row: rendered once, since a row expression is the same in every row but for its number. */
function rowWriter(formula: string, letters: Record<string, string>, locale: string): (row: number) => string {
  const render = formulaRenderer(formula, formulaDialect(locale))
  const marked = Object.fromEntries(Object.entries(letters).map(([key, letter]) => [key, `${letter}${rowMark}`]))
  const parts = render(marked, 0).split(`${rowMark}0`)
  return parts.length > 1 && !formula.includes(rowMark)
    ? (row) => parts.join(String(row))
    : (row) => render(letters, row)
}

/** The letters of the columns by key, as formulas name them; with `fixed`, whatever cell they are copied to. */
export function lettersOf(placed: { fitted: { key: string }; column: number }[], fixed = ''): Record<string, string> {
  return Object.fromEntries(placed.map(({ fitted, column }) => [fitted.key, `${fixed}${columnLetter(column)}`]))
}

/**
 * Columns of a fitted table at the columns of the sheet where they are to stand. A formula whose inputs have no place
 * there gives way to its values; `lost` are the headers of those.
 */
export function placeColumns(
  fitted: FittedTable,
  places: { fitted: FittedColumn; column: number }[],
): { placed: PlacedColumn[]; lost: string[] } {
  const letters = lettersOf(places)
  const lost: string[] = []
  const placed = places.map(({ fitted: its, column }): PlacedColumn => {
    const { values, formula, formula_rows } = its
    const plain = (index: number) => values[index] ?? null
    if (formula === null || formula_rows === null) return { fitted: its, column, cell: plain }
    const write = its.foreign
      ? foreignWriter(formula, letters, fitted.locale)
      : writerOf(formula, letters, fitted.locale)
    if (!write) {
      lost.push(its.header)
      return { fitted: its, column, cell: plain }
    }
    return {
      ...{ fitted: its, column },
      cell: (index, row) => (formula_rows[index] === 1 ? { formula: write(row) } : plain(index)),
    }
  })
  return { placed, lost }
}

function writerOf(formula: string, letters: Record<string, string>, locale: string) {
  try {
    return rowWriter(formula, letters, locale)
  } catch {
    return null
  }
}

function foreignWriter(formula: string, letters: Record<string, string>, locale: string) {
  const columns = Object.keys(letters).map((key) => ({ key, name: key }))
  const read = readForeign(formula, columns)
  const dialect = formulaDialect(locale)
  return read && ((row: number) => writeForeign(read, letters, row, dialect))
}

/** Neighbouring columns for which something is the same, as blocks of these rows. */
export function columnRuns<T>(
  placed: PlacedColumn[],
  rows: { row: number; rows: number },
  of: (column: PlacedColumn) => T | null,
): { block: PlanBlock; what: T }[] {
  const runs: { block: PlanBlock; what: T; name: string }[] = []
  for (const each of [...placed].sort((a, b) => a.column - b.column)) {
    const what = of(each)
    if (what === null) continue
    const name = JSON.stringify(what)
    const last = runs.at(-1)
    if (last && last.name === name && last.block.column + last.block.columns === each.column) last.block.columns++
    else runs.push({ block: { ...rows, column: each.column, columns: 1 }, what, name })
  }
  return runs.map(({ block, what }) => ({ block, what }))
}
