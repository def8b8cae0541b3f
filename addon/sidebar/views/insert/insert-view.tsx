// From a table to the sheet: template, place, what will change, and one button that says what it does.
import { useState } from 'preact/hooks'
import type { Selection } from '../../../../shared/contract/rpc.ts'
import type { PlanPreview } from '../../../../shared/plan/plan-preview.ts'
import type { Receipt } from '../../../../shared/plan/receipt.ts'
import { type InsertState, rowsToWrite, whyNotInsert } from '../../insert-state.ts'
import type { TableView } from '../../transcript.ts'
import { counted, grouped } from '../../words.ts'
import { FaultNotice, Notice } from '../notice.tsx'
import { Body } from '../scroll-region.tsx'
import { TableCounts } from '../table-counts.tsx'
import { UnsupportedNote } from '../unsupported-note.tsx'
import { ColumnMatches } from './column-matches.tsx'
import { ConflictCard } from './conflict-card.tsx'
import { FormulaOffers } from './formula-offers.tsx'
import { InsertFields } from './insert-fields.tsx'
import { Needs } from './needs.tsx'
import { PlanCard } from './plan-card.tsx'
import { ReviewCard } from './review-card.tsx'
import { TakeAway } from './take-away.tsx'
import { useInsert } from './use-insert.ts'

type InsertViewProps = {
  table: TableView
  /** What the person asked for, in whose words a template may be named. */
  wish: string
  selection: Selection | null
  onBack: () => void
  onWritten: (receipt: Receipt, leftEmpty: number) => void
}

/** Faults that trying again does not mend: the sheet does not let itself be written. */
const shut = ['protected', 'no_permission', 'too_large']

export function InsertView({ table, wish, selection, onBack, onWritten }: InsertViewProps) {
  const { state, unsupported, dispatch, write, plan, reload } = useInsert(table, wish, selection, onWritten)
  const [told, setTold] = useState(false)
  const { preview, fault, decisions } = state
  const reason = whyNotInsert(state)
  const again = { load: reload, plan, write }
  const writing = state.writing !== null
  const closed = fault !== null && shut.includes(fault.fault.code)
  const parts = { decisions, dispatch }
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
        <InsertFields state={state} columns={table.columns} selection={selection} dispatch={dispatch} />
        {state.news !== null && (
          <Notice tone="care" title="The sheet has changed since." alert>
            {state.news}
          </Notice>
        )}
        {fault !== null && (
          <FaultNotice fault={fault.fault} remedies={[{ label: 'Try again', act: again[fault.during] }]} />
        )}
        {closed && (
          <TakeAway
            table={table}
            rows={rowsToWrite(state)}
            onNewSheet={
              state.place.kind === 'new_sheet' || fault.fault.code !== 'protected'
                ? null
                : () => dispatch({ type: 'choose', change: { place: { kind: 'new_sheet', anchorId: null } } })
            }
          />
        )}
        {preview !== null && !writing && (
          <>
            <ConflictCard conflicts={preview.conflicts} {...parts} />
            <ReviewCard review={preview.review} {...parts} />
            <ColumnMatches preview={preview} columns={table.columns} {...parts} />
            <FormulaOffers formulas={preview.formulas} {...parts} />
          </>
        )}
        {fault?.during !== 'load' && fault?.during !== 'plan' && <PlanCard state={state} total={table.count} />}
      </Body>
      <footer>
        {preview !== null && !writing && <Needs needs={preview.needs} allow={state.allow} dispatch={dispatch} />}
        {state.writing !== null && <WritingBar {...state.writing} />}
        {told && reason !== null && !writing && (
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
            {writing ? 'Writing\u2026' : insertLabel(preview, table.count, unsupported.length)}
          </button>
          <button type="button" class="btn ghost" aria-disabled={writing} onClick={() => !writing && onBack()}>
            Back
          </button>
        </div>
      </footer>
    </>
  )
}

function WritingBar({ rows, of }: NonNullable<InsertState['writing']>) {
  if (of === 0)
    return (
      <div class="prog" role="progressbar" aria-label="Writing to the sheet">
        <b />
      </div>
    )
  return (
    <>
      <progress class="whole" value={rows} max={of} aria-label="Writing to the sheet" />
      <p class="hint" role="status">
        {grouped(rows)} of {counted(of, 'row')}. Leave the sheet open; what is written can be undone in one step.
      </p>
    </>
  )
}

/** What a press does, in the words of the person: "Insert 31 rows, update 4 cells". */
function insertLabel(preview: PlanPreview | null, count: number, empty: number): string {
  const { rows_new, rows_removed, cells_updated } = preview?.counts ?? {
    rows_new: count,
    rows_removed: 0,
    cells_updated: 0,
  }
  const overwritten = preview?.needs.find(({ kind }) => kind === 'overwrite')?.count ?? 0
  const parts = [
    ...(rows_new > 0 ? [`insert ${counted(rows_new, 'row')}`] : []),
    ...(cells_updated > 0 ? [`update ${counted(cells_updated, 'cell')}`] : []),
    ...(overwritten > 0 && cells_updated === 0 ? [`overwrite ${counted(overwritten, 'cell')}`] : []),
    ...(rows_removed > 0 ? [`remove ${counted(rows_removed, 'row')}`] : []),
    ...(empty === 0 ? [] : [`leave ${counted(empty, 'cell')} empty`]),
  ]
  const words = parts.join(', ') || 'nothing to change'
  return words.charAt(0).toUpperCase() + words.slice(1)
}
