// The last writes into this spreadsheet, each of which can be taken back.
import { useState } from 'preact/hooks'
import type { UndoEntry } from '../../../shared/contract/write-rpc.ts'
import { refreshSelection } from '../actions/watch-selection.ts'
import { useApp } from '../app-context.ts'
import { type Fault, faultOf } from '../fault.ts'
import { counted, whenWords } from '../words.ts'
import { FaultNotice } from './notice.tsx'

export function HistoryCard() {
  const app = useApp()
  const [entries, setEntries] = useState<UndoEntry[] | null>(null)
  const [fault, setFault] = useState<{ id: string; fault: Fault } | null>(null)
  const [busy, setBusy] = useState(false)

  const load = async () => {
    try {
      setEntries((await app.rpc('history', {})).entries)
    } catch (error) {
      setFault({ id: '', fault: faultOf(error) })
    }
  }
  const undo = async (id: string, force: boolean) => {
    if (busy) return
    setBusy(true)
    setFault(null)
    try {
      await app.rpc('undo', { operation_id: id, force })
      const { written } = app.store.get()
      if (written?.receipt.operation_id === id) app.store.set({ written: { ...written, step: 'undone', fault: null } })
    } catch (error) {
      setFault({ id, fault: faultOf(error) })
    }
    await load()
    setBusy(false)
    void refreshSelection(app)
  }
  return (
    <details class="card" onToggle={(event) => event.currentTarget.open && void load()}>
      <summary class="pad">What was written here</summary>
      <div class="pad lined">
        {entries?.length === 0 && <p class="hint">Nothing that can still be undone.</p>}
        {entries?.map(({ receipt, undoable }) => (
          <div key={receipt.operation_id} class="row">
            <span class="grow" dir="auto">
              <b>{whenWords(receipt.at)}</b> {whatWords(receipt)} in {'\u201c'}
              <bdi>{receipt.sheet_name}</bdi>
              {'\u201d'}
            </span>
            {undoable && (
              <button
                type="button"
                class="link"
                aria-disabled={busy}
                aria-label={`Undo the write of ${whenWords(receipt.at)}`}
                onClick={() => undo(receipt.operation_id, false)}
              >
                Undo
              </button>
            )}
          </div>
        ))}
        {fault !== null && (
          <FaultNotice
            fault={fault.fault}
            remedies={
              fault.fault.code === 'changed_since' ? [{ label: 'Undo anyway', act: () => undo(fault.id, true) }] : []
            }
          />
        )}
      </div>
    </details>
  )
}

function whatWords({ counts, unfinished }: UndoEntry['receipt']): string {
  if (unfinished) return 'a write that was cut off'
  const { rows_new, cells_updated, rows_removed } = counts
  const parts = [
    ...(rows_new > 0 ? [counted(rows_new, 'row')] : []),
    ...(cells_updated > 0 ? [counted(cells_updated, 'cell')] : []),
    ...(rows_removed > 0 ? [`${counted(rows_removed, 'row')} removed`] : []),
  ]
  return parts.join(', ') || 'a table'
}
