// A table of a reply: its counts, its first rows, where each cell comes from, and the way into the sheet.
import { useEffect } from 'preact/hooks'
import type { MessageState } from '../../../shared/contract/schemas.ts'
import { goToUnsupported } from '../actions/go-to-unsupported.ts'
import { loadPreview } from '../actions/load-rows.ts'
import { useApp } from '../app-context.ts'
import { cardId } from '../cell-focus.ts'
import type { Fault } from '../fault.ts'
import type { Looked } from '../state.ts'
import { missingRows, type TableView } from '../transcript.ts'
import { counted, grouped } from '../words.ts'
import { CellCard } from './cell-card.tsx'
import { FaultNotice } from './notice.tsx'
import { TableCounts } from './table-counts.tsx'
import { TableGrid } from './table-grid.tsx'

type TableCardProps = {
  entryId: string
  table: TableView
  locale: string
  state: MessageState
  looked: Looked | null
  fault: Fault | null
  idle: boolean
}

export function TableCard({ entryId, table, locale, state, looked, fault, idle }: TableCardProps) {
  const app = useApp()
  const live = state === 'streaming'
  const bare = !live && table.rows.length === 0 && table.count > 0
  useEffect(() => {
    if (bare) void loadPreview(app, entryId, table)
  }, [app, bare, entryId, table])
  return (
    <>
      <section class="card" aria-label={`Table ${table.title}`}>
        <h2 class="bar-title">
          <span class="title" dir="auto">
            {table.title || 'Table'}
          </span>
          <CardState table={table} state={state} />
        </h2>
        {table.columns.length > 0 && (table.rows.length > 0 || live) && (
          <TableGrid entryId={entryId} table={table} locale={locale} looked={looked} />
        )}
        <TableCounts table={table} live={live} onUnsupported={() => goToUnsupported(app, entryId, table.id)} />
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
      <div id={cardId(entryId, table.id)} class="cell-place" aria-live="polite">
        {looked !== null && looked.row < table.rows.length ? (
          <CellCard table={table} looked={looked} locale={locale} fault={fault} open={idle && !live} />
        ) : (
          fault !== null && (
            <FaultNotice
              fault={fault}
              remedies={[{ label: 'Close', quiet: true, act: () => app.store.set({ cellFault: null }) }]}
            />
          )
        )}
      </div>
    </>
  )
}

/** A version that a later reply has changed: still named, no longer used. */
export function OldTableCard({ table }: { table: TableView }) {
  return (
    <section class="card" aria-label={`Table ${table.title}, version ${table.version}`}>
      <p class="bar-title old">
        <span class="title" dir="auto">
          {table.title || 'Table'}
        </span>
        <span>Version {grouped(table.version)}, changed below</span>
      </p>
    </section>
  )
}

function CardState({ table, state }: { table: TableView; state: MessageState }) {
  if (state === 'streaming') {
    return <span>{table.receipt === null ? `${counted(table.count, 'row')} so far` : counted(table.count, 'row')}</span>
  }
  if (state !== 'complete') return <span class="warn">{state === 'stopped' ? 'stopped' : 'stopped early'}</span>
  return (
    <span class={missingRows(table) > 0 ? 'warn' : undefined}>
      {grouped(table.count)} {'\u00d7'} {grouped(table.columns.length)}
    </span>
  )
}
