// What is there already of an operation: its receipt when it is done, its hidden sheets when it was cut off.
import { doneId, idFor } from '../../shared/plan/batch-update/ids.ts'
import type { Receipt } from '../../shared/plan/receipt.ts'
import type { Structure } from './read-structure.ts'

/** The receipt of an operation that the spreadsheet remembers; null when it is not done. */
export function findDone(
  { done, sheets, tables }: Structure,
  { operation_id, table_id, title }: Pick<Receipt, 'operation_id' | 'table_id' | 'title'>,
): Receipt | null {
  const found = done.find(({ id }) => id === doneId(operation_id))
  if (!found) return null
  const { id: _, ...note } = found
  const sheet = sheets.find(({ properties }) => properties.sheetId === note.sheet_id)
  const anchor = tables.find((each) => each.anchor.id === note.anchor_id)?.anchor
  return {
    operation_id,
    table_id,
    sheet_name: sheet?.properties.title ?? '',
    title: anchor?.title ?? title,
    ...note,
  }
}

/** More large writes than any plan has. */
const mostHidden = 100

/** The ids of hidden sheets of this operation, from a try that was cut off. */
export function findLeftovers({ sheets }: Structure, operationId: string): number[] {
  const hidden = Array.from({ length: mostHidden }, (_, at) => idFor(operationId, `hidden ${at}`))
  const ids = new Set([idFor(operationId, 'sheet'), ...hidden])
  return sheets.map(({ properties }) => properties.sheetId).filter((id) => ids.has(id))
}
