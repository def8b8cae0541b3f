// Which cells that hold something will hold something else after a plan.
import { cellAddress } from './a1.ts'
import { cellText } from './cell-text.ts'
import type { Draft } from './draft.ts'
import { movedRows } from './moved-rows.ts'
import type { PlaceSheet } from './place.ts'
import type { PlanEdit } from './plan-edit.ts'
import type { CellChange } from './plan-preview.ts'
import { sameCell } from './same-cell.ts'
import type { SheetCell } from './sheet-cell.ts'
import { cellAt, contains, formatAt, isFilled, shownAt } from './sheet-window.ts'

/** `overwrites` counts those of the changes that nobody has agreed to yet. */
export type FoundChanges = { count: number; first: CellChange[]; overwrites: number; firstOverwrites: string[] }

const changesShown = 20

/** The number format that a cell gets, if it gets one. */
function formatAfter(edits: PlanEdit[], row: number, column: number): string | undefined {
  const cell = { row, column, rows: 1, columns: 1 }
  const looks = edits.flatMap((edit) => (edit.kind === 'look' && contains(edit.block, cell) ? [edit.look] : []))
  return looks.flatMap(({ number_format }) => number_format ?? []).at(-1)
}

/** Compares what the edits write with what was read of the place. */
export function findChanges(
  { edits, agreed }: Pick<Draft, 'edits' | 'agreed'>,
  sheet: PlaceSheet | null,
): FoundChanges {
  const found: FoundChanges = { count: 0, first: [], overwrites: 0, firstOverwrites: [] }
  if (!sheet) return found
  const { window } = sheet
  const { before } = movedRows(edits)
  const compare = (row: number, column: number, cell: SheetCell) => {
    const was = before(row)
    if (was === null || !isFilled(window, was, column)) return
    if (sameCell(cellAt(window, was, column), cell)) return
    found.count++
    if (found.first.length < changesShown) {
      const now = cellText(cell, formatAfter(edits, row, column) ?? formatAt(window, was, column))
      found.first.push({ a1: cellAddress(row, column), was: shownAt(window, was, column), now })
    }
    if (agreed(row, column)) return
    found.overwrites++
    if (found.firstOverwrites.length < changesShown) found.firstOverwrites.push(cellAddress(row, column))
  }
  for (const edit of edits) {
    if (edit.kind === 'cells')
      edit.cells.forEach((cells, r) => {
        for (let c = 0; c < cells.length; c++) compare(edit.row + r, edit.column + c, cells[c] ?? null)
      })
    if (edit.kind === 'clear') {
      const { row, column, rows, columns } = edit.block
      for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) compare(row + r, column + c, null)
    }
  }
  return found
}
