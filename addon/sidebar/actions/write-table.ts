// After a write: its receipt, undo, and the way to it in the sheet.
import type { Receipt } from '../../../shared/plan/receipt.ts'
import type { App } from '../app-context.ts'
import { faultOf } from '../fault.ts'
import type { Written } from '../state.ts'
import type { Entry, TableView } from '../transcript.ts'
import { refreshSelection } from './watch-selection.ts'

export function showReceipt(app: App, receipt: Receipt, tableId: string, leftEmpty: number): void {
  app.store.set((state) => {
    const written: Written = { receipt, tableId, source: null, leftEmpty, after: null, step: 'done', fault: null }
    return { ...state, written: placeWritten(written, state.entries), view: { name: 'chat' } }
  })
  void refreshSelection(app)
}

/**
 * Puts the last write under the table it came from, when that is in this conversation.
 */
export function placeWritten(written: Written | null, entries: Entry[]): Written | null {
  if (written === null) return null
  const tableId = written.tableId ?? written.receipt.table_id
  const isSource = (table: TableView) => table.id === tableId
  const entry = entries.findLast(({ tables }) => tables.some(isSource))
  const table = entry?.tables.find(isSource)
  if (entry === undefined || table === undefined) return written
  return { ...written, tableId: table.id, source: table.receipt, after: entry.id }
}

/** Takes the last write back. When its cells were changed since, it asks first; `force` is the yes. */
export async function undoWrite(app: App, force: boolean): Promise<void> {
  const { written } = app.store.get()
  if (written === null) return
  change(app, { step: 'undoing', fault: null })
  try {
    await app.rpc('undo', { operation_id: written.receipt.operation_id, force })
    change(app, { step: 'undone' })
  } catch (error) {
    const fault = faultOf(error)
    change(app, { step: steps[fault.code] ?? 'done', fault })
  }
  void refreshSelection(app)
}

const steps: Record<string, Written['step']> = { changed_since: 'asking', nothing_to_undo: 'gone' }

/** Hides the receipt of an earlier write; what was written stays. */
export function hideWrite(app: App): void {
  app.store.set({ written: null })
}

export function keepWrite(app: App): void {
  change(app, { step: 'done', fault: null })
}

export async function showWrite(app: App): Promise<void> {
  const { written } = app.store.get()
  if (written === null) return
  const { sheet_id, range } = written.receipt
  try {
    await app.rpc('show', { sheet_id, a1: range })
    change(app, { fault: null })
    void refreshSelection(app)
  } catch (error) {
    change(app, { fault: faultOf(error) })
  }
}

function change(app: App, to: Partial<Written>) {
  app.store.set((state) => ({ ...state, written: state.written && { ...state.written, ...to } }))
}
