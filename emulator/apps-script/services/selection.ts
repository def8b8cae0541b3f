// Selection, and the methods about it that Spreadsheet and SpreadsheetApp share.
import { announce } from '../../workbook/changes.ts'
import { activeSheet } from '../../workbook/sheets.ts'
import type { Sheet } from '../../workbook/workbook.ts'
import { instance } from '../arguments.ts'
import { Direction, enumName } from '../enums.ts'
import type { Execution } from '../execution.ts'
import {
  RangeKind,
  RangeListKind,
  type RangeState,
  rangeHandle,
  SelectionKind,
  SheetKind,
  type SpreadsheetState,
  sheetHandle,
} from '../kinds.ts'
import { Handle, type Methods, make } from '../service.ts'
import { nextDataCell } from './range-place.ts'
import { getRange, selectedRanges } from './sheet-place.ts'

const active = (run: Execution): RangeState => {
  const sheet = activeSheet(run.workbook)
  return { sheet, box: sheet.selection[0] ?? { row: 1, column: 1, rows: 1, columns: 1 } }
}
const activeRange = (run: Execution) => rangeHandle(active(run).sheet, active(run).box)
const activeCell = (run: Execution) => {
  const { sheet, box } = active(run)
  return rangeHandle(sheet, { ...box, rows: 1, columns: 1 })
}
const activeRanges = (run: Execution) => {
  return selectedRanges(activeSheet(run.workbook))
}

function open(run: Execution, sheet: Sheet): void {
  run.workbook.activeSheetId = sheet.id
  announce(run.workbook)
}

function select(run: Execution, range: Handle): Handle {
  const { sheet, box } = instance([range], 0, RangeKind)
  sheet.selection = [box]
  open(run, sheet)
  return range
}

export const selectionMethods: Methods<SpreadsheetState> = {
  getActiveSheet: (_self, _args, run) => sheetHandle(activeSheet(run.workbook)),
  setActiveSheet: (_self, args, run) => {
    const { sheet } = instance(args, 0, SheetKind)
    open(run, sheet)
    return args[0]
  },
  getActiveRange: (_self, _args, run) => activeRange(run),
  getActiveRangeList: (_self, _args, run) => activeRanges(run),
  getActiveCell: (_self, _args, run) => activeCell(run),
  getCurrentCell: (_self, _args, run) => activeCell(run),
  setActiveRange: (_self, args, run) => select(run, args[0] as Handle),
  setActiveRangeList: (_self, args, run) => {
    RangeListKind.methods.activate!(instance(args, 0, RangeListKind), [], run)
    return args[0]
  },
  setActiveSelection: (_self, args, run) =>
    select(run, args[0] instanceof Handle ? args[0] : getRange(run, activeSheet(run.workbook), args)),
  setCurrentCell: (_self, args, run) => {
    const { sheet, box } = instance(args, 0, RangeKind)
    select(run, rangeHandle(sheet, { ...box, rows: 1, columns: 1 }))
    return args[0]
  },
  getSelection: (_self, _args, run) => make(SelectionKind, { workbook: run.workbook }),
}

Object.assign(SelectionKind.methods, {
  getActiveRange: (_self, _args, run) => activeRange(run),
  getActiveRangeList: (_self, _args, run) => activeRanges(run),
  getActiveSheet: (_self, _args, run) => sheetHandle(activeSheet(run.workbook)),
  getCurrentCell: (_self, _args, run) => activeCell(run),
  getNextDataRange: (_self, args, run) => {
    const { sheet, box } = active(run)
    const end = nextDataCell(run, sheet, box, enumName(args, 0, Direction))
    const [row, column] = [Math.min(box.row, end.row), Math.min(box.column, end.column)]
    return rangeHandle(sheet, {
      row,
      column,
      rows: Math.max(box.row + box.rows - 1, end.row) - row + 1,
      columns: Math.max(box.column + box.columns - 1, end.column) - column + 1,
    })
  },
} satisfies Methods<SpreadsheetState>)
