// Range: where it is, and getting from it to other ranges.
import { writeA1, writeOpenA1 } from '../../workbook/address.ts'
import { announce } from '../../workbook/changes.ts'
import { valueAt } from '../../workbook/display.ts'
import type { Box, Sheet } from '../../workbook/workbook.ts'
import { integer } from '../arguments.ts'
import { Dimension, Direction, enumName } from '../enums.ts'
import type { Execution } from '../execution.ts'
import { type RangeState, rangeHandle, rangeWithin, sheetHandle } from '../kinds.ts'
import { type Methods, SELF } from '../service.ts'
import { dataRegion } from './data-region.ts'

function activate({ sheet, box }: RangeState, run: Execution): typeof SELF {
  run.workbook.activeSheetId = sheet.id
  sheet.selection = [box]
  announce(run.workbook)
  return SELF
}

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
  getA1Notation: ({ box, open }) => (open ? writeOpenA1(box, open) : writeA1(box)),
  isStartColumnBounded: ({ open }) => !open?.startColumn,
  isStartRowBounded: ({ open }) => !open?.startRow,
  isEndColumnBounded: ({ open }) => !open?.endColumn,
  isEndRowBounded: ({ open }) => !open?.endRow,
  getDataSourceUrl: ({ sheet, box }, _args, run) =>
    `https://docs.google.com/spreadsheets/d/${run.workbook.id}/gviz/tq?headers=-1&gid=${sheet.id}&range=${writeA1(box)}`,
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
  getDataRegion: ({ sheet, box }, args, run) => {
    const region = dataRegion(run.workbook, sheet, box, args.length > 0 ? enumName(args, 0, Dimension) : null)
    return rangeHandle(sheet, region)
  },
  getNextDataCell: ({ sheet, box }, args, run) =>
    rangeHandle(sheet, nextDataCell(run, sheet, box, enumName(args, 0, Direction))),
  activate: (self, _args, run) => activate(self, run),
  activateAsCurrentCell: ({ sheet, box }, _args, run) => {
    const cell = { ...box, rows: 1, columns: 1 }
    if (box.rows * box.columns > 1) throw new Error('The range must be a single cell.')
    return activate({ sheet, box: cell }, run)
  },
}

const steps: Record<string, [number, number]> = { UP: [-1, 0], DOWN: [1, 0], PREVIOUS: [0, -1], NEXT: [0, 1] }

/** Where Ctrl and an arrow key lead: the end of the filled stretch, else the next filled cell, else the sheet's edge. */
export function nextDataCell({ workbook }: Execution, sheet: Sheet, start: Box, direction: string): Box {
  const [down, right] = steps[direction]!
  const filled = (row: number, column: number) => (valueAt(workbook, sheet, row, column) ?? '') !== ''
  const inside = (row: number, column: number) =>
    row >= 1 && column >= 1 && row <= sheet.maxRows && column <= sheet.maxColumns
  let [row, column] = [start.row, start.column]
  const ahead = () => inside(row + down, column + right)
  const goOn = (wanted: boolean) => {
    while (ahead() && filled(row + down, column + right) === wanted) {
      row += down
      column += right
    }
  }
  if (filled(row, column) && ahead() && filled(row + down, column + right)) goOn(true)
  else {
    goOn(false)
    if (ahead()) {
      row += down
      column += right
    }
  }
  return { row, column, rows: 1, columns: 1 }
}
