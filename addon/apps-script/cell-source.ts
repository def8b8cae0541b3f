// Says which table the selected cell belongs to, and where its row came from.
import type { CellSource } from '../../shared/contract/write-rpc.ts'
import { cellAddress } from '../../shared/plan/a1.ts'
import type { TableAnchor } from '../../shared/plan/anchor.ts'
import type { SheetValue } from '../../shared/plan/place.ts'
import { covers } from './edits/blocks.ts'
import { findKnownTables } from './place/known-tables.ts'
import { readWindow } from './place/read-window.ts'

/** The key of each column of the sheet, by its header; of two with the same header, in their order. */
function keysOf(headers: string[], { columns }: TableAnchor): (string | null)[] {
  const left = [...columns]
  return headers.map((header) => {
    const at = left.findIndex((column) => column.header.trim() === header.trim())
    return at < 0 ? null : (left.splice(at, 1)[0]?.key ?? null)
  })
}

/** Null when no known table is under the selected cell. */
export function findCellSource(): { source: CellSource | null } {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  const cell = SpreadsheetApp.getCurrentCell()
  if (!cell) return { source: null }
  const sheet = cell.getSheet()
  const at = { row: cell.getRow(), column: cell.getColumn(), rows: 1, columns: 1 }
  const table = findKnownTables(spreadsheet).find(
    ({ sheet_id, block }) => sheet_id === sheet.getSheetId() && covers(block, at),
  )
  if (!table) return { source: null }
  const { anchor, block } = table
  const zone = spreadsheet.getSpreadsheetTimeZone()
  const headers = readWindow(sheet, { ...block, rows: 1 }, zone).display[0] ?? []
  const window = readWindow(sheet, { ...block, row: at.row, rows: 1 }, zone)
  const keys = keysOf(headers, anchor)
  const row: Record<string, SheetValue> = {}
  keys.forEach((key, index) => {
    if (key !== null) row[key] = window.values[0]?.[index] ?? null
  })
  const last = at.row === block.row + block.rows - 1
  return {
    source: {
      anchor,
      a1: cellAddress(at.row, at.column),
      part: at.row === block.row ? 'header' : anchor.totals && last ? 'totals' : 'body',
      column: keys[at.column - block.column] ?? null,
      row,
      formula: window.formulas[0]?.[at.column - block.column] ?? '',
    },
  }
}
