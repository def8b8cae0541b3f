// Range: where it is, and getting from it to other ranges.
import { writeA1 } from '../../workbook/address.ts'
import { cellAt, usedSize } from '../../workbook/cells.ts'
import { announce } from '../../workbook/changes.ts'
import type { Box, Sheet } from '../../workbook/workbook.ts'
import { integer } from '../arguments.ts'
import { type RangeState, rangeHandle, rangeWithin, sheetHandle } from '../kinds.ts'
import { type Methods, SELF } from '../service.ts'

export const rangePlace: Methods<RangeState> = {
  getRow: ({ box }) => box.row,
  getRowIndex: ({ box }) => box.row,
  getColumn: ({ box }) => box.column,
  getColumnIndex: ({ box }) => box.column,
  getLastRow: ({ box }) => box.row + box.rows - 1,
  getLastColumn: ({ box }) => box.column + box.columns - 1,
  getNumRows: ({ box }) => box.rows,
  getHeight: ({ box }) => box.rows,
  getNumColumns: ({ box }) => box.columns,
  getWidth: ({ box }) => box.columns,
  getSheet: ({ sheet }) => sheetHandle(sheet),
  getGridId: ({ sheet }) => sheet.id,
  getA1Notation: ({ box }) => writeA1(box),
  isStartColumnBounded: () => true,
  isStartRowBounded: () => true,
  isEndColumnBounded: () => true,
  isEndRowBounded: () => true,
  getCell: ({ sheet, box }, args) => {
    const [row, column] = [integer(args, 0), integer(args, 1)]
    if (row < 1 || column < 1 || row > box.rows || column > box.columns) throw new Error('Cell reference out of range')
    return rangeHandle(sheet, { row: box.row + row - 1, column: box.column + column - 1, rows: 1, columns: 1 })
  },
  offset: ({ sheet, box }, args) =>
    rangeWithin(sheet, {
      row: box.row + integer(args, 0),
      column: box.column + integer(args, 1),
      rows: args.length > 2 ? integer(args, 2) : box.rows,
      columns: args.length > 3 ? integer(args, 3) : box.columns,
    }),
  getDataRegion: ({ sheet, box }) => rangeHandle(sheet, dataRegion(sheet, box)),
  getDataTableRange: ({ sheet, box }) => rangeHandle(sheet, dataRegion(sheet, box)),
  activate: ({ sheet, box }, _args, run) => {
    run.workbook.activeSheetId = sheet.id
    sheet.selection = [box]
    announce(run.workbook)
    return SELF
  },
  activateAsCurrentCell: ({ sheet, box }, _args, run) => {
    run.workbook.activeSheetId = sheet.id
    sheet.selection = [{ ...box, rows: 1, columns: 1 }]
    announce(run.workbook)
    return SELF
  },
}

/** Grows a box until the lines around it hold nothing. */
function dataRegion(sheet: Sheet, start: Box): Box {
  const filled = (row: number, column: number) => {
    const cell = cellAt(sheet, row, column)
    return cell !== undefined && (cell.formula !== undefined || (cell.value !== null && cell.value !== ''))
  }
  const used = usedSize(sheet)
  let [top, left, bottom, right] = [
    start.row,
    start.column,
    start.row + start.rows - 1,
    start.column + start.columns - 1,
  ]
  const any = (fromRow: number, fromColumn: number, toRow: number, toColumn: number) => {
    for (let row = Math.max(1, fromRow); row <= Math.min(toRow, used.rows); row++)
      for (let column = Math.max(1, fromColumn); column <= Math.min(toColumn, used.columns); column++)
        if (filled(row, column)) return true
    return false
  }
  for (let grown = true; grown; ) {
    grown = false
    if (top > 1 && any(top - 1, left - 1, top - 1, right + 1)) {
      top -= 1
      grown = true
    }
    if (bottom < used.rows && any(bottom + 1, left - 1, bottom + 1, right + 1)) {
      bottom += 1
      grown = true
    }
    if (left > 1 && any(top - 1, left - 1, bottom + 1, left - 1)) {
      left -= 1
      grown = true
    }
    if (right < used.columns && any(top - 1, right + 1, bottom + 1, right + 1)) {
      right += 1
      grown = true
    }
  }
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 }
}
