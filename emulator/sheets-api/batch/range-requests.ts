// insertRange and deleteRange: cells of part of the lines shift along.
import type { Axis } from '../../workbook/lines.ts'
import { cutsMerge, insertCells, removeCells } from '../../workbook/move-cells.ts'
import type { Box, Sheet } from '../../workbook/workbook.ts'
import { badRequest } from '../api-error.ts'
import { readGridRange } from '../cell-data/grid-range.ts'
import { demandColumns, demandRoom } from './limits.ts'
import type { Handlers } from './request.ts'

function readAxis(dimension: string | null | undefined): Axis {
  if (dimension === 'ROWS') return 'row'
  if (dimension === 'COLUMNS') return 'column'
  throw badRequest('No shiftDimension specified.')
}

/** Everything from the box on, in its own rows or columns, is about to move. */
function demandMovable(sheet: Sheet, box: Box, axis: Axis): void {
  const moving =
    axis === 'row'
      ? { ...box, rows: sheet.maxRows - box.row + 1 }
      : { ...box, columns: sheet.maxColumns - box.column + 1 }
  if (cutsMerge(sheet, moving))
    throw badRequest('Sorry, it is not possible to shift cells that contain only part of a merged cell.')
}

export const rangeRequests: Handlers = {
  insertRange: ({ book }, { range, shiftDimension }) => {
    const axis = readAxis(shiftDimension)
    const { sheet, box } = readGridRange(book, range)
    demandMovable(sheet, box, axis)
    const [rows, columns] = [sheet.maxRows, sheet.maxColumns]
    insertCells(book, sheet, box, axis)
    demandColumns(sheet.maxColumns)
    demandRoom(book, 0)
    if (sheet.maxRows < rows || sheet.maxColumns < columns) Object.assign(sheet, { maxRows: rows, maxColumns: columns })
    return undefined
  },
  deleteRange: ({ book }, { range, shiftDimension }) => {
    const axis = readAxis(shiftDimension)
    const { sheet, box } = readGridRange(book, range)
    demandMovable(sheet, box, axis)
    removeCells(book, sheet, box, axis)
    return undefined
  },
}
