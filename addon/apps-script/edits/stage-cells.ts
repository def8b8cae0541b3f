// Puts the cells of a large plan together in a hidden sheet, a part at a time, to be copied to their place at once.
import type { Block } from '../../../shared/plan/a1.ts'
import type { PlanEdit } from '../../../shared/plan/plan-edit.ts'
import { blockRange, growSheet, type Sheet } from '../sheets.ts'
import { type CellBlock, type FoundCells, writeCells } from './apply-cells.ts'
import { aroundAll } from './blocks.ts'

/** What one call of the sheet takes well. */
const mostCells = 50_000

type CellsEdit = Extract<PlanEdit, { kind: 'cells' }>

export const cellsEdits = (edits: PlanEdit[]): CellsEdit[] =>
  edits.filter((edit): edit is CellsEdit => edit.kind === 'cells' && (edit.cells[0]?.length ?? 0) > 0)

/** Rows of cells in all edits together. */
export const rowsOfCells = (edits: CellsEdit[]): number => edits.reduce((sum, { cells }) => sum + cells.length, 0)

/** Cells that the edits write. */
export const countCells = (edits: PlanEdit[]): number =>
  cellsEdits(edits).reduce((sum, { cells }) => sum + cells.length * (cells[0]?.length ?? 0), 0)

const blockOf = ({ row, column, cells }: CellBlock): Block => ({
  ...{ row, column, rows: cells.length, columns: cells[0]?.length ?? 0 },
})

/** The grid that holds all of these cells at their addresses. */
export function gridFor(edits: CellsEdit[]): Block {
  return aroundAll([{ row: 1, column: 1, rows: 1, columns: 1 }, ...edits.map(blockOf)])
}

export function growFor(sheet: Sheet, edits: CellsEdit[]): void {
  growSheet(sheet, gridFor(edits))
}

/** The next cells after `done` rows of cells, as many as one call takes; null when all are done. */
export function nextPart(edits: CellsEdit[], done: number): CellBlock | null {
  let before = 0
  for (const { row, column, cells } of edits) {
    if (done < before + cells.length) {
      const from = done - before
      const most = Math.max(1, Math.floor(mostCells / (cells[0]?.length ?? 1)))
      return { row: row + from, column, cells: cells.slice(from, from + most) }
    }
    before += cells.length
  }
  return null
}

/** Writes a part and reads it back. */
export function stagePart(
  sheet: Sheet,
  part: CellBlock,
  formatAt: (row: number, column: number) => string | undefined,
): FoundCells[] {
  return writeCells({ sheet }, [part], formatAt)
}

/** Copies contents, and only those, from the hidden sheet to the same addresses. */
export function copyStaged(staged: Sheet, sheet: Sheet, edits: CellsEdit[]): void {
  for (const edit of edits) {
    const block = blockOf(edit)
    blockRange(staged, block).copyTo(blockRange(sheet, block), SpreadsheetApp.CopyPasteType.PASTE_FORMULA, false)
  }
}
