// The cells and line properties of a stretch of a sheet, as Google's GridData.
import { usedSize } from '../../workbook/cells.ts'
import { isHiddenByFilter } from '../../workbook/filtered-rows.ts'
import type { JsonObject } from '../../workbook/sheet-objects.ts'
import type { Box, Metadata, Sheet, Workbook } from '../../workbook/workbook.ts'
import { cellData } from './cell-data.ts'
import { developerMetadata } from './developer-metadata.ts'

const rowPixels = 21
const columnPixels = 100

/** `GridData`: empty cells at the end of a row and empty rows at the end are left out, and starts of 0 too. */
export function gridData(workbook: Workbook, sheet: Sheet, box: Box): JsonObject {
  const lastRow = Math.min(box.row + box.rows - 1, sheet.maxRows)
  const lastColumn = Math.min(box.column + box.columns - 1, sheet.maxColumns)
  const rowData: JsonObject[] = []
  const reach = reached(sheet)
  for (let row = box.row; row <= Math.min(lastRow, reach.rows); row++) {
    const values: JsonObject[] = []
    for (let column = box.column; column <= Math.min(lastColumn, reach.columns); column++)
      values.push(cellData(workbook, sheet, row, column))
    while (values.length > 0 && Object.keys(values.at(-1)!).length === 0) values.pop()
    rowData.push(values.length > 0 ? { values } : {})
  }
  while (rowData.length > 0 && !rowData.at(-1)!.values) rowData.pop()
  return {
    ...(box.row > 1 ? { startRow: box.row - 1 } : {}),
    ...(box.column > 1 ? { startColumn: box.column - 1 } : {}),
    ...(rowData.length > 0 ? { rowData } : {}),
    rowMetadata: range(box.row, lastRow).map((row) => ({
      ...(isHiddenByFilter(workbook, sheet, row) ? { hiddenByFilter: true } : {}),
      ...(sheet.hiddenRows.has(row) ? { hiddenByUser: true } : {}),
      pixelSize: sheet.rowHeights.get(row) ?? rowPixels,
      ...lineMetadata(workbook, sheet, 'ROW', row),
    })),
    columnMetadata: range(box.column, lastColumn).map((column) => ({
      ...(sheet.hiddenColumns.has(column) ? { hiddenByUser: true } : {}),
      pixelSize: sheet.columnWidths.get(column) ?? columnPixels,
      ...lineMetadata(workbook, sheet, 'COLUMN', column),
    })),
  }
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}

/** How far anything to answer reaches: stored cells, spilled values (within the used size) and bandings. */
function reached(sheet: Sheet): { rows: number; columns: number } {
  let { rows, columns } = usedSize(sheet)
  let spills = false
  for (const [row, line] of sheet.rows) {
    if (row > rows) rows = row
    for (const [column, cell] of line) {
      if (column > columns) columns = column
      if (cell.formula && /[:({,]/.test(cell.formula)) spills = true
    }
  }
  for (const { box } of [...sheet.bandings, ...sheet.tables]) {
    rows = Math.max(rows, box.row + box.rows - 1)
    columns = Math.max(columns, box.column + box.columns - 1)
  }
  return spills ? { rows: sheet.maxRows, columns: sheet.maxColumns } : { rows, columns }
}

function lineMetadata(workbook: Workbook, sheet: Sheet, type: 'ROW' | 'COLUMN', line: number): JsonObject {
  if (workbook.metadata.length === 0) return {}
  const isHere = ({ at }: Metadata) =>
    at.type === type && at.sheetId === sheet.id && line >= at.start && line < at.start + at.count
  const found = workbook.metadata.filter(isHere).map(developerMetadata)
  return found.length > 0 ? { developerMetadata: found } : {}
}
