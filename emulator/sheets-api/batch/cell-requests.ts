// Requests that write cells: updateCells, appendCells, repeatCell, setDataValidation.
import type { sheets_v4 as v4 } from '@googleapis/sheets'
import { cellAt, eachCell, eachPosition, putCell, usedSize } from '../../workbook/cells.ts'
import { shiftFormula } from '../../workbook/formula-references.ts'
import type { Box, Cell, Sheet, Workbook } from '../../workbook/workbook.ts'
import { badRequest } from '../api-error.ts'
import { type Mask, readMask } from '../cell-data/field-mask.ts'
import { gridWithId, readGridRange } from '../cell-data/grid-range.ts'
import { readRule } from '../cell-data/validation-rule.ts'
import { type CellPatch, cellPatch, type Formats } from './cell-patch.ts'
import { demandRoom } from './limits.ts'
import type { Handlers } from './request.ts'
import { roomInTable, typedColumnIn } from './table-places.ts'

function write(book: Workbook, sheet: Sheet, row: number, column: number, patch: CellPatch): void {
  putCell(book, sheet, row, column, patch(cellAt(sheet, row, column)))
}

/** Clears what the mask names; a cell that was never written stays so. */
function clear(book: Workbook, sheet: Sheet, row: number, column: number, patch: CellPatch): void {
  const before = cellAt(sheet, row, column)
  if (before) putCell(book, sheet, row, column, patch(before))
}

function demandWithin(box: Box, row: number, columns: number): void {
  if (row >= box.rows)
    throw badRequest(
      `Attempting to write row: ${box.row - 1 + row}, beyond the last requested row of: ${box.row + box.rows - 2}`,
    )
  if (columns > box.columns)
    throw badRequest(
      `Attempting to write column: ${box.column - 1 + box.columns}, beyond the last requested column of: ${box.column + box.columns - 2}`,
    )
}

function writeRows(book: Workbook, sheet: Sheet, box: Box, rows: v4.Schema$RowData[], mask: Mask): void {
  const formats: Formats = new Map()
  rows.forEach((data, down) => {
    const values = data.values ?? []
    demandWithin(box, down, values.length)
    values.forEach((cell, right) => {
      write(book, sheet, box.row + down, box.column + right, cellPatch(book, sheet, cell, mask, formats))
    })
  })
}

/** Clears the cells of a box that `rows` says nothing of. */
function clearRest(book: Workbook, sheet: Sheet, box: Box, rows: v4.Schema$RowData[], mask: Mask): void {
  const empty = cellPatch(book, sheet, {}, mask)
  const told = (row: number, column: number) => column - box.column < (rows[row - box.row]?.values?.length ?? 0)
  eachCell(sheet, box, (_cell, row, column) => {
    if (!told(row, column)) clear(book, sheet, row, column, empty)
  })
}

function updateCells(book: Workbook, request: v4.Schema$UpdateCellsRequest): void {
  const mask = readMask(request.fields)
  const rows = request.rows ?? []
  if (request.range) {
    const { sheet, box } = readGridRange(book, request.range)
    writeRows(book, sheet, box, rows, mask)
    clearRest(book, sheet, box, rows, mask)
    return
  }
  const { sheetId, rowIndex, columnIndex } = request.start ?? {}
  const sheet = gridWithId(book, sheetId)
  const [row, column] = [rowIndex ?? 0, columnIndex ?? 0]
  if (row < 0 || column < 0) throw badRequest('GridCoordinate indexes must be >= 0')
  if (row >= sheet.maxRows) throw badRequest(`start.rowIndex is larger than current grid size (${sheet.maxRows})`)
  if (column >= sheet.maxColumns)
    throw badRequest(`start.columnIndex is larger than current grid size (${sheet.maxColumns})`)
  const box = { row: row + 1, column: column + 1, rows: sheet.maxRows - row, columns: sheet.maxColumns - column }
  writeRows(book, sheet, box, rows, mask)
}

function appendCells(book: Workbook, request: v4.Schema$AppendCellsRequest): void {
  const mask = readMask(request.fields)
  const rows = request.rows ?? []
  if (request.tableId) {
    const { sheet, box } = roomInTable(book, request.tableId, rows.length)
    writeRows(book, sheet, box, rows, mask)
    return
  }
  const sheet = gridWithId(book, request.sheetId)
  const first = usedSize(sheet).rows + 1
  const missing = first - 1 + rows.length - sheet.maxRows
  if (missing > 0) {
    demandRoom(book, missing * sheet.maxColumns)
    sheet.maxRows += missing
  }
  const box = { row: first, column: 1, rows: rows.length, columns: sheet.maxColumns }
  writeRows(book, sheet, box, rows, mask)
}

function setDataValidation(book: Workbook, request: v4.Schema$SetDataValidationRequest): void {
  const { sheet, box } = readGridRange(book, request.range)
  if (typedColumnIn(sheet, box)) throw badRequest('This operation is not allowed on cells in typed columns.')
  if (!request.rule) {
    eachCell(sheet, box, (cell, row, column) => putCell(book, sheet, row, column, { ...cell, validation: undefined }))
    return
  }
  const validation = readRule(book, sheet, request.rule)
  // A checkbox needs a value to show: an empty cell becomes unchecked.
  const unchecked = validation.type === 'CHECKBOX' && validation.args.length < 2
  const value: Cell['value'] = unchecked && validation.args.length === 0 ? false : null
  eachPosition(box, (row, column) => {
    const before = cellAt(sheet, row, column)
    const isEmpty = !before || (before.value === null && before.formula === undefined)
    putCell(book, sheet, row, column, { ...(before ?? { value: null }), ...(isEmpty ? { value } : {}), validation })
  })
}

export const cellRequests: Handlers = {
  updateCells: ({ book }, request) => {
    updateCells(book, request)
    return undefined
  },
  appendCells: ({ book }, request) => {
    appendCells(book, request)
    return undefined
  },
  repeatCell: ({ book }, request) => {
    const mask = readMask(request.fields)
    const { sheet, box } = readGridRange(book, request.range)
    const patch = cellPatch(book, sheet, request.cell ?? {}, mask)
    if (patch(undefined).formula === undefined)
      eachPosition(box, (row, column) => write(book, sheet, row, column, patch))
    else repeatFormula(book, sheet, box, patch)
    return undefined
  },
  setDataValidation: ({ book }, request) => {
    setDataValidation(book, request)
    return undefined
  },
}

/** A repeated formula is the one of the first cell, copied: its relative references move along. */
function repeatFormula(book: Workbook, sheet: Sheet, box: Box, patch: CellPatch): void {
  eachPosition(box, (row, column) => {
    const cell = patch(cellAt(sheet, row, column))
    const formula = shiftFormula(cell.formula ?? '', row - box.row, column - box.column)
    putCell(book, sheet, row, column, { ...cell, formula })
  })
}
