// From a table to the sheet: template, place, what will change, and one button that says what it does.
import { useState } from 'preact/hooks'
import type { Selection } from '../../../shared/contract/rpc.ts'
import type { PlanPreview, Receipt } from '../../../shared/plan/plan.ts'
import { whyNotInsert } from '../insert-state.ts'
import type { TableView } from '../transcript.ts'
import { counted, grouped } from '../words.ts'
import { InsertFields } from './insert-fields.tsx'
import { FaultNotice, Notice } from './notice.tsx'
import { PlanCard } from './plan-card.tsx'
import { Body } from './scroll-region.tsx'
import { TableCounts } from './table-counts.tsx'
import { UnsupportedNote } from './unsupported-note.tsx'
import { useInsert } from './use-insert.ts'

type InsertViewProps = {
  table: TableView
  /** What the person asked for, in whose words a template may be named. */
  wish: string
  selection: Selection | null
  onBack: () => void
  onWritten: (receipt: Receipt, leftEmpty: number) => void
}

export function InsertView({ table, wish, selection, onBack, onWritten }: InsertViewProps) {
  const { state, unsupported, dispatch, write, plan, reload } = useInsert(table, wish, selection, onWritten)
  const [told, setTold] = useState(false)
  const { preview, fault } = state
  const reason = whyNotInsert(state)
  const again = { load: reload, plan, write }
  const overwrites = preview?.overwrites.count ?? 0
  return (
    <>
      <Body label="Put the table in the sheet">
        <section class="card">
          <h2 class="bar-title" tabIndex={-1} data-focus>
            <span class="title" dir="auto">
              {table.title || 'Table'}
            </span>
            <span>
              {grouped(table.count)} {'\u00d7'} {grouped(table.columns.length)}
            </span>
          </h2>
          <TableCounts table={table} />
        </section>
        {unsupported.length > 0 && <UnsupportedNote table={table} rows={state.rows ?? []} places={unsupported} />}
        <InsertFields state={state} selection={selection} dispatch={dispatch} />
        {state.news !== null && (
          <Notice tone="care" title="The sheet has changed since." alert>
            {state.news}
          </Notice>
        )}
        {fault !== null && (
          <FaultNotice fault={fault.fault} remedies={[{ label: 'Try again', act: again[fault.during] }]} />
        )}
        {fault?.during !== 'load' && fault?.during !== 'plan' && <PlanCard state={state} total={table.count} />}
      </Body>
      <footer>
        {overwrites > 0 && !state.writing && (
          <div class="note care">
            <label class="check">
              <input
                type="checkbox"
                checked={state.allow}
                onChange={(event) => dispatch({ type: 'allow', allow: event.currentTarget.checked })}
              />
              <span>
                <b>Overwrite {counted(overwrites, 'filled cell')}.</b> Undo brings {overwrites === 1 ? 'it' : 'them'}{' '}
                back.
              </span>
            </label>
          </div>
        )}
        {state.writing && <WritingBar cells={(preview?.rows ?? 0) * (preview?.columns.length ?? 0)} />}
        {told && reason !== null && !state.writing && (
          <p class="hint" role="status">
            {reason}.
          </p>
        )}
        <div class="row">
          <button
            type="button"
            class="btn grow"
            aria-disabled={reason !== null}
            title={reason ?? undefined}
            onClick={() => {
              setTold(true)
              if (reason === null) void write()
            }}
          >
            {state.writing ? 'Writing\u2026' : insertLabel(preview, table.count, unsupported.length)}
          </button>
          <button
            type="button"
            class="btn ghost"
            aria-disabled={state.writing}
            onClick={() => !state.writing && onBack()}
          >
            Back
          </button>
        </div>
      </footer>
    </>
  )
}

/** Google writes some 5,000 cells a second, so above this it is worth a word that it takes a while. */
const longWrite = 50_000

function WritingBar({ cells }: { cells: number }) {
  return (
    <>
      <div class="prog" role="progressbar" aria-label="Writing to the sheet">
        <b />
      </div>
      {cells > longWrite && (
        <p class="hint" role="status">
          A table of this size can take a minute. Leave the sheet open.
        </p>
      )}
    </>
  )
}

function insertLabel(preview: PlanPreview | null, count: number, empty: number): string {
  const overwrites = preview?.overwrites.count ?? 0
  return [
    `Insert ${counted(preview?.rows ?? count, 'row')}`,
    ...(overwrites === 0 ? [] : [`overwrite ${counted(overwrites, 'cell')}`]),
    ...(empty === 0 ? [] : [`leave ${counted(empty, 'cell')} empty`]),
  ].join(', ')
}
