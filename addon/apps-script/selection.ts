// What the person has selected, cut to the cells in use.
import type { Selection } from '../../shared/contract/rpc.ts'
import { type Block, blockAddress } from '../../shared/plan/a1.ts'
import { isDate } from './cell-kind.ts'
import { looksLikeHeader } from './header.ts'
import { blockRange, rangeBlock, type Sheet } from './sheets.ts'

const headersShown = 50

/** Whole columns and rows count as far as they hold something; an empty selection keeps its first cell. */
function cutToUsed(sheet: Sheet, block: Block): Block {
  const rows = Math.min(block.rows, Math.max(1, sheet.getLastRow() - block.row + 1))
  const columns = Math.min(block.columns, Math.max(1, sheet.getLastColumn() - block.column + 1))
  return { ...block, rows, columns }
}

/** The selected block on its sheet, or null when no cells are selected. */
export function selectedBlock(): { sheet: Sheet; block: Block } | null {
  const range = SpreadsheetApp.getActiveRange()
  if (!range) return null
  const sheet = range.getSheet()
  return { sheet, block: cutToUsed(sheet, rangeBlock(range)) }
}

/** Describes the selection without handing out more of it than its header. */
export function describeSelection(): Selection | null {
  const selected = selectedBlock()
  if (!selected) return null
  const { sheet, block } = selected
  const top = blockRange(sheet, {
    ...block,
    rows: Math.min(block.rows, 2),
    columns: Math.min(block.columns, headersShown),
  })
  const values = top.getValues()
  return {
    sheet_id: sheet.getSheetId(),
    sheet_name: sheet.getName(),
    a1: blockAddress(block),
    ...block,
    headers: looksLikeHeader(values) ? (values[0] ?? []).map((name) => (isDate(name) ? '' : String(name))) : [],
    empty: values.every((row) => row.every((value) => value === '')) && blockRange(sheet, block).isBlank(),
  }
}
