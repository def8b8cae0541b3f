// The sheet on screen: the server's description, with quick look-up by position.
import { columnLetters, writeA1 } from '../../workbook/address.ts'
import type { Box } from '../../workbook/workbook.ts'
import type { CellView, SheetView } from '../view.ts'

export { columnLetters, writeA1 }

export type Model = {
  view: SheetView
  cells: Map<number, CellView>
  covered: Map<number, Box>
  anchors: Map<number, Box>
}

export const keyOf = (row: number, column: number) => row * 1000 + column

export function modelOf(view: SheetView): Model {
  const covered = new Map<number, Box>()
  const anchors = new Map<number, Box>()
  for (const merge of view.merges) {
    anchors.set(keyOf(merge.row, merge.column), merge)
    for (let row = merge.row; row < merge.row + merge.rows; row++)
      for (let column = merge.column; column < merge.column + merge.columns; column++)
        if (row !== merge.row || column !== merge.column) covered.set(keyOf(row, column), merge)
  }
  return { view, cells: new Map(view.cells.map((cell) => [keyOf(cell[0], cell[1]), cell])), covered, anchors }
}

/** The text editing starts from. */
export function editTextAt(model: Model, row: number, column: number): string {
  const cell = model.cells.get(keyOf(row, column))
  return cell ? (cell[4]?.edit ?? cell[2]) : ''
}

/** True when the grid must be built anew, not just drawn again. */
export function needsRebuild(before: SheetView, after: SheetView): boolean {
  const shape = ({
    id,
    rows,
    columns,
    frozenRows,
    frozenColumns,
    widths,
    hiddenRows,
    rightToLeft,
    heights,
    gridlines,
  }: SheetView) =>
    JSON.stringify([id, rows, columns, frozenRows, frozenColumns, widths, hiddenRows, rightToLeft, heights, gridlines])
  return shape(before) !== shape(after)
}
