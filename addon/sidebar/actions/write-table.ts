// After a write: its receipt, undo, and the way to it in the sheet.
import type { Receipt } from '../../../shared/plan/plan.ts'
import type { App } from '../app-context.ts'
import { faultOf } from '../fault.ts'
import type { Written } from '../state.ts'
import { refreshSelection } from './watch-selection.ts'

export function showReceipt(app: App, receipt: Receipt, tableId: string): void {
  app.store.set((state) => {
    const entry = state.entries.find((known) => known.tables.some((table) => table.id === tableId))
    const source = entry?.tables.find((table) => table.id === tableId)?.receipt ?? null
    const written: Written = { receipt, tableId, source, after: entry?.id ?? null, step: 'done', fault: null }
    return { ...state, written, view: { name: 'chat' } }
  })
  void refreshSelection(app)
}

/** Takes the last write back. When its cells were changed since, it asks first; `force` is the yes. */
export async function undoWrite(app: App, force: boolean): Promise<void> {
  const { written } = app.store.get()
  if (written === null) return
  change(app, { step: 'undoing', fault: null })
  try {
    await app.rpc('undo', { operation_id: written.receipt.operation_id, force })
    change(app, { step: 'undone' })
    void refreshSelection(app)
  } catch (error) {
    const fault = faultOf(error)
    change(app, { step: steps[fault.code] ?? 'done', fault })
  }
}

const steps: Record<string, Written['step']> = { changed_since: 'asking', nothing_to_undo: 'gone' }

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
