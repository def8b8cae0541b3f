// A table of a reply: its counts, its first rows, and the way into the sheet.
import { useEffect } from 'preact/hooks'
import type { MessageState } from '../../../shared/contract/schemas.ts'
import { loadPreview } from '../actions/load-rows.ts'
import { useApp } from '../app-context.ts'
import type { TableView } from '../transcript.ts'
import { counted, grouped, receiptWords } from '../words.ts'
import { TableGrid } from './table-grid.tsx'

type TableCardProps = { entryId: string; table: TableView; locale: string; state: MessageState }

export function TableCard({ entryId, table, locale, state }: TableCardProps) {
  const app = useApp()
  const live = state === 'streaming'
  const bare = !live && table.rows.length === 0 && table.count > 0
  useEffect(() => {
    if (bare) void loadPreview(app, entryId, table.id)
  }, [app, bare, entryId, table.id])
  return (
    <section class="card" aria-label={`Table ${table.title}`}>
      <h2 class="bar-title">
        <span class="title" dir="auto">
          {table.title || 'Table'}
        </span>
        <CardState table={table} state={state} />
      </h2>
      {table.columns.length > 0 && (table.rows.length > 0 || live) && <TableGrid table={table} locale={locale} />}
      {!live && <TableCounts table={table} />}
      {!live && state === 'complete' && table.count > 0 && (
        <div class="card-foot">
          <button
            type="button"
            class="btn tonal"
            onClick={() => app.store.set({ view: { name: 'insert', tableId: table.id } })}
          >
            Put it in the sheet
          </button>
        </div>
      )}
    </section>
  )
}

function CardState({ table, state }: { table: TableView; state: MessageState }) {
  if (state === 'streaming') {
    return <span>{table.receipt === null ? `${counted(table.count, 'row')} so far` : counted(table.count, 'row')}</span>
  }
  if (state !== 'complete') return <span class="warn">{state === 'stopped' ? 'stopped' : 'stopped early'}</span>
  return (
    <span>
      {grouped(table.count)} {'\u00d7'} {grouped(table.columns.length)}
    </span>
  )
}

/** The counts of the receipt; also stands over the plan in the insert view. */
export function TableCounts({ table }: { table: TableView }) {
  const { receipt } = table
  if (receipt === null) return <div class="meta">{counted(table.count, 'whole row')} kept</div>
  const whole = receipt.state === 'complete'
  const missing = receipt.rows_seen === null ? 0 : receipt.rows_seen - receipt.rows_extracted
  return (
    <div class="meta">
      {whole ? (
        <span class={missing > 0 ? 'warn' : 'ok'}>{receiptWords(receipt)}</span>
      ) : (
        <span>{counted(receipt.rows_extracted, 'whole row')} kept</span>
      )}
      {!whole && missing > 0 && <span class="warn">{grouped(missing)} missing</span>}
      {receipt.cells_unread > 0 && (
        <span class="warn">{counted(receipt.cells_unread, 'value')} kept as text, as written</span>
      )}
      {receipt.notes.map((note) => (
        <span key={note} class="wide" dir="auto">
          {note}
        </span>
      ))}
    </div>
  )
}
