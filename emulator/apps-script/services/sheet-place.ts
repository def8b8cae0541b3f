// Sheet: its name, place and look, and the ranges on it.
import { readAddress } from '../../workbook/address.ts'
import { usedSize } from '../../workbook/cells.ts'
import { touch } from '../../workbook/changes.ts'
import { activeSheet, copySheet, renameSheet } from '../../workbook/sheets.ts'
import type { Sheet } from '../../workbook/workbook.ts'
import { boolean, instance, integer, string, strings, textOrNull } from '../arguments.ts'
import { cssColor } from '../colors.ts'
import { member, SheetType } from '../enums.ts'
import type { Execution } from '../execution.ts'
import {
  RangeKind,
  RangeListKind,
  rangeHandle,
  rangeWithin,
  type SheetState,
  sheetHandle,
  spreadsheet,
} from '../kinds.ts'
import { type Args, type Handle, type Methods, make, SELF } from '../service.ts'

/** `getRange` in all its forms: A1 text, or row, column and optional sizes. */
export function getRange(run: Execution, sheet: Sheet, args: Args): Handle {
  if (typeof args[0] === 'string') {
    const found = readAddress(run.workbook, args[0], sheet)
    const named = run.workbook.namedRanges.find((one) => one.name === args[0])
    if (!found && named)
      return rangeHandle(run.workbook.sheets.find((one) => one.id === named.sheetId) ?? sheet, named.box)
    if (!found) throw new Error('Range not found')
    return rangeWithin(found.sheet, found.box)
  }
  return rangeWithin(sheet, {
    row: integer(args, 0),
    column: integer(args, 1),
    rows: args.length > 2 ? integer(args, 2) : 1,
    columns: args.length > 3 ? integer(args, 3) : 1,
  })
}

/** Every A1 address as a range state. */
export function rangeList(run: Execution, sheet: Sheet, args: Args): Handle {
  const ranges = strings(args, 0).map((address) => instance([getRange(run, sheet, [address])], 0, RangeKind))
  return make(RangeListKind, { ranges })
}

function setHidden(run: Execution, sheet: Sheet, hidden: boolean): typeof SELF {
  const { workbook } = run
  if (hidden && !workbook.sheets.some((one) => one !== sheet && !one.hidden))
    throw new Error("You can't hide all the visible sheets in a document.")
  sheet.hidden = hidden
  if (hidden && activeSheet(workbook) === sheet) workbook.activeSheetId = workbook.sheets.find((one) => !one.hidden)!.id
  touch(workbook)
  return SELF
}

export const sheetPlace: Methods<SheetState> = {
  getSheetId: ({ sheet }) => sheet.id,
  getName: ({ sheet }) => sheet.name,
  getSheetName: ({ sheet }) => sheet.name,
  setName: ({ sheet }, args, run) => {
    renameSheet(run.workbook, sheet, string(args, 0))
    return SELF
  },
  getIndex: ({ sheet }, _args, run) => run.workbook.sheets.indexOf(sheet) + 1,
  getParent: () => spreadsheet,
  getType: () => member(SheetType, 'GRID'),
  getRange: ({ sheet }, args, run) => getRange(run, sheet, args),
  getRangeList: ({ sheet }, args, run) => rangeList(run, sheet, args),
  getDataRange: ({ sheet }) => {
    const { rows, columns } = usedSize(sheet)
    return rangeHandle(sheet, { row: 1, column: 1, rows: Math.max(1, rows), columns: Math.max(1, columns) })
  },
  getLastRow: ({ sheet }) => usedSize(sheet).rows,
  getLastColumn: ({ sheet }) => usedSize(sheet).columns,
  getMaxRows: ({ sheet }) => sheet.maxRows,
  getMaxColumns: ({ sheet }) => sheet.maxColumns,
  activate: ({ sheet }, _args, run) => {
    run.workbook.activeSheetId = sheet.id
    touch(run.workbook)
    return SELF
  },
  getActiveRange: ({ sheet }) => rangeHandle(sheet, sheet.selection[0] ?? { row: 1, column: 1, rows: 1, columns: 1 }),
  getActiveCell: ({ sheet }) => rangeHandle(sheet, { ...sheet.selection[0]!, rows: 1, columns: 1 }),
  getCurrentCell: ({ sheet }) => rangeHandle(sheet, { ...sheet.selection[0]!, rows: 1, columns: 1 }),
  setActiveRange: ({ sheet }, args, run) => {
    const range = instance(args, 0, RangeKind)
    sheet.selection = [range.box]
    run.workbook.activeSheetId = sheet.id
    touch(run.workbook)
    return args[0]
  },
  copyTo: ({ sheet }, args, run) => {
    if (args[0] !== spreadsheet) throw new Error('Sheet.copyTo to another spreadsheet is not emulated')
    return sheetHandle(copySheet(run.workbook, sheet))
  },
  hideSheet: ({ sheet }, _args, run) => setHidden(run, sheet, true),
  showSheet: ({ sheet }, _args, run) => setHidden(run, sheet, false),
  isSheetHidden: ({ sheet }) => sheet.hidden,
  setTabColor: ({ sheet }, args, run) => {
    sheet.tabColor = cssColor(textOrNull(args, 0)) ?? null
    touch(run.workbook)
    return SELF
  },
  getTabColor: ({ sheet }) => sheet.tabColor ?? '',
  isRightToLeft: ({ sheet }) => sheet.rightToLeft,
  setRightToLeft: ({ sheet }, args, run) => {
    sheet.rightToLeft = boolean(args, 0)
    touch(run.workbook)
    return SELF
  },
  setHiddenGridlines: ({ sheet }, args, run) => {
    sheet.hiddenGridlines = boolean(args, 0)
    touch(run.workbook)
    return SELF
  },
  hasHiddenGridlines: ({ sheet }) => sheet.hiddenGridlines,
}
