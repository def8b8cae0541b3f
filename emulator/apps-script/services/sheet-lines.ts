// Sheet: rows and columns - inserting, deleting, freezing, hiding, widths and heights, appending.
import { cellAt, putCell, usedSize } from '../../workbook/cells.ts'
import { touch } from '../../workbook/changes.ts'
import { isHiddenByFilter } from '../../workbook/filtered-rows.ts'
import { fitColumns } from '../../workbook/fit-columns.ts'
import { inheritLook } from '../../workbook/inherit-look.ts'
import { type Axis, deleteLines, insertLines, moveLines } from '../../workbook/lines.ts'
import { withInput } from '../../workbook/typed-input.ts'
import type { Sheet } from '../../workbook/workbook.ts'
import { instance, integer, list } from '../arguments.ts'
import { inputFrom } from '../cell-input.ts'
import type { Execution } from '../execution.ts'
import { RangeKind, type SheetState } from '../kinds.ts'
import { type Args, Handle, type Method, type Methods, SELF } from '../service.ts'

const cellLimit = 10_000_000
const count = (args: Args, index: number) => (args.length > index ? integer(args, index) : 1)
const size = (sheet: Sheet, axis: Axis) => (axis === 'row' ? sheet.maxRows : sheet.maxColumns)

/** Throws Google's error unless the sheet has all of these lines. */
function demandLines(sheet: Sheet, axis: Axis, start: number, number: number): void {
  if (start < 1 || number < 1 || start + number - 1 > size(sheet, axis))
    throw new Error(`Those ${axis}s are out of bounds.`)
}

function insert(axis: Axis, after: number, many: boolean): Method<SheetState> {
  return ({ sheet }, args, run) => {
    const start = integer(args, 0) + after
    const number = many ? count(args, 1) : 1
    if (start < 1 || start > size(sheet, axis) + 1) throw new Error(`Those ${axis}s are out of bounds.`)
    const other = axis === 'row' ? sheet.maxColumns : sheet.maxRows
    const cells = run.workbook.sheets.reduce((sum, one) => sum + one.maxRows * one.maxColumns, 0)
    if (cells + number * other > cellLimit)
      throw new Error(
        `This action would increase the number of cells in the workbook above the limit of ${cellLimit} cells.`,
      )
    insertLines(run.workbook, sheet, axis, start, number)
    // Lines put after one look like it, lines put before one like that one.
    inheritLook(run.workbook, sheet, axis, { start, count: number, neighbour: after ? start - 1 : start + number })
    return SELF
  }
}

function remove(axis: Axis, many: boolean): Method<SheetState> {
  return ({ sheet }, args, run) => {
    const start = integer(args, 0)
    const number = many ? count(args, 1) : 1
    demandLines(sheet, axis, start, number)
    if (number >= size(sheet, axis)) throw new Error(`You can't delete all the ${axis}s on the sheet.`)
    const frozen = axis === 'row' ? sheet.frozenRows : sheet.frozenColumns
    if (frozen > 0 && number >= size(sheet, axis) - frozen && start > frozen)
      throw new Error(`Sorry, it is not possible to delete all non-frozen ${axis}s.`)
    deleteLines(run.workbook, sheet, axis, start, number)
    return SELF
  }
}

function freeze(axis: Axis): Method<SheetState> {
  return ({ sheet }, args, run) => {
    const number = integer(args, 0)
    if (number > 0 && number >= size(sheet, axis))
      throw new Error(`You can't freeze all visible ${axis}s on the sheet.`)
    if (axis === 'row') sheet.frozenRows = number
    else sheet.frozenColumns = number
    touch(run.workbook)
  }
}

const usualHeight = 21

/** Rows are never set lower than a line of text unless that is `forced`. */
function resize(axis: Axis, many: boolean, forced = axis === 'column'): Method<SheetState> {
  return ({ sheet }, args, run) => {
    const sizes = axis === 'row' ? sheet.rowHeights : sheet.columnWidths
    const start = integer(args, 0)
    const number = many ? integer(args, 1) : 1
    const wanted = integer(args, many ? 2 : 1)
    demandLines(sheet, axis, start, number)
    for (let line = start; line < start + number; line++)
      sizes.set(line, forced ? wanted : Math.max(usualHeight, wanted))
    touch(run.workbook)
    return SELF
  }
}

/** Reads something of one line, which the sheet must have. */
function ofLine(axis: Axis, read: (sheet: Sheet, line: number, run: Execution) => unknown): Method<SheetState> {
  return ({ sheet }, args, run) => {
    const line = integer(args, 0)
    demandLines(sheet, axis, line, 1)
    return read(sheet, line, run)
  }
}

/** Hides or shows `(line, count?)` or the lines of a range. */
function hide(axis: Axis, hidden: boolean): Method<SheetState> {
  return ({ sheet }, args, run) => {
    const box = args[0] instanceof Handle ? instance(args, 0, RangeKind).box : null
    const start = box ? (axis === 'row' ? box.row : box.column) : integer(args, 0)
    const number = box ? (axis === 'row' ? box.rows : box.columns) : count(args, 1)
    demandLines(sheet, axis, start, number)
    const lines = axis === 'row' ? sheet.hiddenRows : sheet.hiddenColumns
    for (let line = start; line < start + number; line++) {
      if (hidden) lines.add(line)
      else lines.delete(line)
    }
    touch(run.workbook)
  }
}

/** Moves the lines of a range to before a line. */
function moveTo(axis: Axis): Method<SheetState> {
  return ({ sheet }, args, run) => {
    const { box } = instance(args, 0, RangeKind)
    const [start, number] = axis === 'row' ? [box.row, box.rows] : [box.column, box.columns]
    const destination = integer(args, 1)
    if (destination < 1 || destination > size(sheet, axis) + 1) throw new Error(`Those ${axis}s are out of bounds.`)
    if (destination < start || destination > start + number)
      moveLines(run.workbook, sheet, axis, start, number, destination)
  }
}

function autoResize(run: Execution, sheet: Sheet, start: number, number: number): void {
  demandLines(sheet, 'column', start, number)
  fitColumns(
    run.workbook,
    sheet,
    Array.from({ length: number }, (_, index) => start + index),
  )
}

export const sheetLines: Methods<SheetState> = {
  insertRowBefore: insert('row', 0, false),
  insertRowAfter: insert('row', 1, false),
  insertRowsBefore: insert('row', 0, true),
  insertRowsAfter: insert('row', 1, true),
  insertRows: insert('row', 0, true),
  insertColumnBefore: insert('column', 0, false),
  insertColumnAfter: insert('column', 1, false),
  insertColumnsBefore: insert('column', 0, true),
  insertColumnsAfter: insert('column', 1, true),
  insertColumns: insert('column', 0, true),
  deleteRow: remove('row', false),
  deleteRows: remove('row', true),
  deleteColumn: remove('column', false),
  deleteColumns: remove('column', true),
  setFrozenRows: freeze('row'),
  setFrozenColumns: freeze('column'),
  getFrozenRows: ({ sheet }) => sheet.frozenRows,
  getFrozenColumns: ({ sheet }) => sheet.frozenColumns,
  setColumnWidth: resize('column', false),
  setColumnWidths: resize('column', true),
  setRowHeight: resize('row', false),
  setRowHeights: resize('row', true),
  setRowHeightsForced: resize('row', true, true),
  getColumnWidth: ofLine('column', ({ columnWidths }, line) => columnWidths.get(line) ?? 100),
  getRowHeight: ofLine('row', ({ rowHeights }, line) => rowHeights.get(line) ?? usualHeight),
  autoResizeColumn: ({ sheet }, args, run) => {
    autoResize(run, sheet, integer(args, 0), 1)
    return SELF
  },
  autoResizeColumns: ({ sheet }, args, run) => {
    autoResize(run, sheet, integer(args, 0), integer(args, 1))
    return SELF
  },
  autoResizeRows: () => SELF,
  hideRows: hide('row', true),
  hideRow: hide('row', true),
  showRows: hide('row', false),
  unhideRow: hide('row', false),
  hideColumns: hide('column', true),
  hideColumn: hide('column', true),
  showColumns: hide('column', false),
  unhideColumn: hide('column', false),
  isRowHiddenByUser: ofLine('row', ({ hiddenRows }, line) => hiddenRows.has(line)),
  isRowHiddenByFilter: ofLine('row', (sheet, line, run) => isHiddenByFilter(run.workbook, sheet, line)),
  moveRows: moveTo('row'),
  moveColumns: moveTo('column'),
  isColumnHiddenByUser: ofLine('column', ({ hiddenColumns }, line) => hiddenColumns.has(line)),
  appendRow: ({ sheet }, args, run) => {
    const row = usedSize(sheet).rows + 1
    const values = list(args, 0)
    if (row > sheet.maxRows) sheet.maxRows = row
    if (values.length > sheet.maxColumns) sheet.maxColumns = values.length
    values.forEach((value, index) => {
      const cell = cellAt(sheet, row, index + 1)
      putCell(run.workbook, sheet, row, index + 1, withInput(cell, inputFrom(run.workbook, cell, value)))
    })
    return SELF
  },
}
