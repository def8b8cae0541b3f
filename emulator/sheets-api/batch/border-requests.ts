// updateBorders: the outer and inner borders of a range.
import type { sheets_v4 as v4 } from '@googleapis/sheets'
import { cellAt, contains, eachPosition, patchStyle } from '../../workbook/cells.ts'
import type { Borders, Workbook } from '../../workbook/workbook.ts'
import { readBorders } from '../cell-data/cell-format.ts'
import { foldedObject } from '../cell-data/color.ts'
import { type Place, readGridRange } from '../cell-data/grid-range.ts'
import type { Handlers } from './request.ts'

type Side = keyof Borders
const opposite: Record<Side, Side> = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' }
const step: Record<Side, [number, number]> = { top: [-1, 0], bottom: [1, 0], left: [0, -1], right: [0, 1] }

export const borderRequests: Handlers = {
  updateBorders: ({ book }, request) => {
    const { sheet, box } = readGridRange(book, request.range)
    eachPosition(box, (row, column) => {
      const at = { top: row === box.row, bottom: row === box.row + box.rows - 1 }
      const across = { left: column === box.column, right: column === box.column + box.columns - 1 }
      draw(book, { sheet, box }, row, column, {
        top: at.top ? request.top : request.innerHorizontal,
        bottom: at.bottom ? request.bottom : request.innerHorizontal,
        left: across.left ? request.left : request.innerVertical,
        right: across.right ? request.right : request.innerVertical,
      })
    })
    return undefined
  },
}

/** A side that is not mentioned stays; one of style NONE goes. A line at the edge replaces that of the cell beyond it. */
function draw(
  book: Workbook,
  { sheet, box }: Place,
  row: number,
  column: number,
  asked: Partial<Record<Side, v4.Schema$Border | undefined>>,
): void {
  const borders: Borders = { ...cellAt(sheet, row, column)?.style?.borders }
  for (const side of ['top', 'bottom', 'left', 'right'] as const) {
    const border = asked[side]
    if (!border) continue
    const edge = readBorders(book, { top: foldedObject(border) })?.top
    if (edge) borders[side] = edge
    else delete borders[side]
    const [down, right] = step[side]
    const neighbour = cellAt(sheet, row + down, column + right)?.style?.borders
    if (!neighbour?.[opposite[side]] || contains(box, row + down, column + right)) continue
    const { [opposite[side]]: _gone, ...kept } = neighbour
    patchStyle(book, sheet, row + down, column + right, { borders: Object.keys(kept).length > 0 ? kept : undefined })
  }
  const drawn = Object.keys(borders).length > 0 ? borders : undefined
  if (drawn || cellAt(sheet, row, column)?.style?.borders) patchStyle(book, sheet, row, column, { borders: drawn })
}
