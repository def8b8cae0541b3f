// Sheet: its name, place and look, and the ranges on it.
import { openEnds, readAddress } from '../../workbook/address.ts'
import { usedSize } from '../../workbook/cells.ts'
import { announce, touch } from '../../workbook/changes.ts'
import { activeSheet, addSheet, copySheet, renameSheet, sheetNamed } from '../../workbook/sheets.ts'
import type { Box, Sheet, Workbook } from '../../workbook/workbook.ts'
import { boolean, instance, integer, string, strings, textOrNull } from '../arguments.ts'
import { cssColor } from '../colors.ts'
import { member, SheetType } from '../enums.ts'
import type { Execution } from '../execution.ts'
import {
  RangeKind,
  RangeListKind,
  type RangeState,
  rangeHandle,
  rangeWithin,
  SelectionKind,
  type SheetState,
  SpreadsheetKind,
  sheetHandle,
  spreadsheetHandle,
} from '../kinds.ts'
import { type Args, Handle, type Methods, make, SELF } from '../service.ts'
import { colorHandle, colorOf } from './color.ts'

/** `R5C3` or `R2C2:R4C5`. */
function readR1C1(text: string, sheet: Sheet): { sheet: Sheet; box: Box; r1c1: true } | null {
  const match = /^R(\d+)C(\d+)(?::R(\d+)C(\d+))?$/i.exec(text.trim())
  if (!match) return null
  const [row, column] = [Number(match[1]), Number(match[2])]
  const [lastRow, lastColumn] = [Number(match[3] ?? row), Number(match[4] ?? column)]
  const box = {
    row: Math.min(row, lastRow),
    column: Math.min(column, lastColumn),
    rows: Math.abs(lastRow - row) + 1,
    columns: Math.abs(lastColumn - column) + 1,
  }
  return { sheet, box, r1c1: true }
}

/** `getRange` in all its forms: A1 text, or row, column and optional sizes. */
export function getRange(run: Execution, sheet: Sheet, args: Args): Handle {
  if (typeof args[0] === 'string') {
    const found = readR1C1(args[0], sheet) ?? readAddress(run.workbook, args[0], sheet)
    const named = found ? undefined : run.workbook.namedRanges.find((one) => one.name === args[0])
    if (named) return rangeHandle(run.workbook.sheets.find((one) => one.id === named.sheetId) ?? sheet, named.box)
    if (!found) throw new Error('Range not found')
    // An address beyond the sheet is refused only when something is done with it.
    return rangeHandle(found.sheet, found.box, 'r1c1' in found ? undefined : openEnds(args[0]))
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
  const addresses = strings(args, 0)
  if (addresses.length === 0) throw new Error('Invalid argument: a1Notations')
  const ranges = addresses.map((address) => instance([getRange(run, sheet, [address])], 0, RangeKind))
  return make(RangeListKind, { sheet: ranges[0]!.sheet, ranges })
}

/** Puts a copy of another spreadsheet's sheet into this one under the name Google gives it. */
function adoptSheet(workbook: Workbook, copy: Sheet, name: string): Sheet {
  const stem = `Copy of ${name}`
  let free = stem
  for (let number = 2; sheetNamed(workbook, free); number++) free = `${stem} ${number}`
  const sheet = addSheet(workbook, free)
  return Object.assign(sheet, { ...copy, id: sheet.id, name: free })
}

/** All that is selected on a sheet; the active range, selected last, comes last. */
export function selectedRanges(sheet: Sheet): Handle {
  const [active, ...others] = sheet.selection
  const boxes = active ? [...others, active] : others
  return make(RangeListKind, { sheet, ranges: boxes.map((box) => ({ sheet, box })) })
}

function select(run: Execution, { sheet, box }: RangeState): void {
  sheet.selection = [box]
  run.workbook.activeSheetId = sheet.id
  announce(run.workbook)
}

function setHidden(run: Execution, sheet: Sheet, hidden: boolean): typeof SELF {
  const { workbook } = run
  if (hidden && !workbook.sheets.some((one) => one !== sheet && !one.hidden))
    throw new Error("You can't hide all the sheets in a document.")
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
  getParent: (_self, _args, run) => spreadsheetHandle(run.workbook),
  getType: ({ sheet }) => member(SheetType, sheet.objectSheet ? 'OBJECT' : 'GRID'),
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
  setActiveRange: (_self, args, run) => {
    select(run, instance(args, 0, RangeKind))
    return args[0]
  },
  copyTo: ({ sheet }, args, run) => {
    const target = instance(args, 0, SpreadsheetKind).workbook
    const copy = copySheet(run.workbook, sheet)
    if (target === run.workbook) return sheetHandle(copy)
    run.workbook.sheets.splice(run.workbook.sheets.indexOf(copy), 1)
    return sheetHandle(adoptSheet(target, copy, sheet.name))
  },
  hideSheet: ({ sheet }, _args, run) => setHidden(run, sheet, true),
  showSheet: ({ sheet }, _args, run) => setHidden(run, sheet, false),
  isSheetHidden: ({ sheet }) => sheet.hidden,
  setTabColor: ({ sheet }, args, run) => {
    sheet.tabColor = cssColor(textOrNull(args, 0)) ?? null
    touch(run.workbook)
    return SELF
  },
  getTabColor: ({ sheet }) => sheet.tabColor,
  getTabColorObject: ({ sheet }) => (sheet.tabColor ? colorHandle(sheet.tabColor, sheet.tabTheme) : null),
  setTabColorObject: ({ sheet }, args, run) => {
    const color = colorOf(args, 0)
    sheet.tabColor = (color?.theme ? run.workbook.theme.colors[color.theme] : color?.rgb) ?? null
    if (color?.theme) sheet.tabTheme = color.theme
    else delete sheet.tabTheme
    touch(run.workbook)
    return SELF
  },
  getSheetValues: ({ sheet }, args, run) => {
    const [row, column] = [integer(args, 0), integer(args, 1)]
    const rows = integer(args, 2) === -1 ? usedSize(sheet).rows - row + 1 : integer(args, 2)
    const columns = integer(args, 3) === -1 ? usedSize(sheet).columns - column + 1 : integer(args, 3)
    const range = instance([rangeWithin(sheet, { row, column, rows, columns })], 0, RangeKind)
    return RangeKind.methods.getValues!(range as never, [], run)
  },
  getActiveRangeList: ({ sheet }) => selectedRanges(sheet),
  getSelection: (_self, _args, run) => make(SelectionKind, { workbook: run.workbook }),
  setActiveSelection: ({ sheet }, args, run) => {
    const range = args[0] instanceof Handle ? args[0] : getRange(run, sheet, args)
    select(run, instance([range], 0, RangeKind))
    return range
  },
  setActiveRangeList: (_self, args, run) => {
    const list = instance(args, 0, RangeListKind)
    RangeListKind.methods.activate!(list, [], run)
    return args[0]
  },
  setCurrentCell: (_self, args, run) => {
    const { sheet, box } = instance(args, 0, RangeKind)
    select(run, { sheet, box: { ...box, rows: 1, columns: 1 } })
    return args[0]
  },
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
