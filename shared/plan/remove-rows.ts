// Takes rows out of a table in the sheet, and shows the sheet as it is without them.
import type { KnownNow } from './find-known.ts'
import type { PlaceSheet } from './place.ts'
import type { PlanBlock, PlanEdit } from './plan-edit.ts'
import { isFilled, rowsBeside } from './sheet-window.ts'

/** Of some rows, those in which nothing stands that is not the table's own. */
export function removableRows(
  { sheet, left, width, columns }: KnownNow,
  rows: number[],
  own: Set<number>,
): Set<number> {
  if (rows.length === 0) return new Set()
  const beside = new Set(rowsBeside(sheet, { column: left, columns: width }, Math.min(...rows)))
  return new Set(
    rows.filter(
      (row) =>
        !beside.has(row) && columns.every(({ column }) => own.has(column) || !isFilled(sheet.window, row, column)),
    ),
  )
}

/** Whole rows go, the last ones first, so that the numbers of the others hold. */
export function removalEdits(rows: Set<number>): PlanEdit[] {
  const edits: { kind: 'delete_rows'; row: number; count: number }[] = []
  for (const row of [...rows].sort((a, b) => b - a)) {
    const last = edits.at(-1)
    if (last && last.row === row + 1) {
      last.row = row
      last.count++
    } else edits.push({ kind: 'delete_rows', row, count: 1 })
  }
  return edits
}

/** A table in the sheet as it is once rows are gone, and where the other rows are then. */
export function withoutRows(known: KnownNow, rows: Set<number>): { known: KnownNow; after: (row: number) => number } {
  const gone = [...rows].sort((a, b) => a - b)
  const after = (row: number) => {
    let [low, high] = [0, gone.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (gone[middle]! < row) low = middle + 1
      else high = middle
    }
    return row - low
  }
  if (gone.length === 0) return { known, after }
  const shift = <T extends PlanBlock>(block: T): T[] => {
    const row = after(block.row)
    const count = after(block.row + block.rows) - row
    return count > 0 ? [{ ...block, row, rows: count }] : []
  }
  const { sheet } = known
  const { window } = sheet
  const keep = <T>(cells: T[][]) => cells.filter((_, at) => !rows.has(window.row + at))
  const moved: PlaceSheet = {
    ...sheet,
    rows: sheet.rows - gone.length,
    window: {
      ...window,
      ...{ values: keep(window.values), display: keep(window.display) },
      ...{ formulas: keep(window.formulas), formats: keep(window.formats) },
    },
    ruled: sheet.ruled.flatMap(shift),
    merged: sheet.merged.flatMap(shift),
    banded: sheet.banded.flatMap(shift),
    filter: sheet.filter ? (shift(sheet.filter)[0] ?? null) : null,
    beside: sheet.beside.filter((row) => !rows.has(row)).map(after),
  }
  const totals = known.totals === null ? null : after(known.totals)
  const last = known.last - gone.filter((row) => row <= known.last).length
  const end = known.end - gone.filter((row) => row <= known.end).length
  return { known: { ...known, sheet: moved, totals, last, end }, after }
}
