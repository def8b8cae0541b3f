// What will change in the sheet, before anything does.
import type { PlanPreview } from '../../../../shared/plan/plan-preview.ts'
import type { InsertState } from '../../insert-state.ts'
import { counted, grouped } from '../../words.ts'
import { Grid } from '../scroll-region.tsx'
import { SkeletonLines } from '../skeleton.tsx'

type PlanCardProps = { state: InsertState; total: number }

export function PlanCard({ state, total }: PlanCardProps) {
  const { preview, planning, rows, loaded } = state
  const busy = planning || preview === null
  return (
    <section class="card" aria-labelledby="plan" aria-busy={busy}>
      <h2 class="bar-title" id="plan">
        What will change
        {busy && (
          <span role="status">
            {rows === null && loaded > 0 ? `${grouped(loaded)} of ${grouped(total)} rows` : 'working it out\u2026'}
          </span>
        )}
      </h2>
      {preview === null ? (
        <div class="pad">
          <SkeletonLines />
        </div>
      ) : (
        <div class={busy ? 'stale' : undefined}>
          <PlanTable preview={preview} />
          {preview.notes.length > 0 && (
            <div class="meta">
              {preview.notes.map((note) => (
                <span key={note} class="wide" dir="auto">
                  {note}
                </span>
              ))}
            </div>
          )}
        </div>
      )}
    </section>
  )
}

function PlanTable({ preview }: { preview: PlanPreview }) {
  const { changes, counts } = preview
  const hidden = changes.count - changes.first.length
  return (
    <Grid tall label="The changes">
      <table class="diff">
        <tbody>
          <Line head={preview.new_sheet ? 'New sheet' : 'In sheet'} text={preview.sheet_name} />
          <Line head={counted(counts.rows_new, 'new row')} text={counts.rows_new > 0 ? preview.range : ''} />
          {counts.cells_updated > 0 && (
            <Line head={`${counted(counts.cells_updated, 'cell')} updated`} text={inRows(counts.rows_updated)} />
          )}
          {counts.rows_unchanged > 0 && <Line head={`${counted(counts.rows_unchanged, 'row')} unchanged`} text="" />}
          {counts.rows_removed > 0 && <Line head={`${counted(counts.rows_removed, 'row')} removed`} text="" />}
          {counts.rows_left_out > 0 && (
            <Line head={`${counted(counts.rows_left_out, 'row')} left out`} text="by your word" />
          )}
          <Line head={counted(preview.matches.length, 'column')} text={headerWords(preview.matches)} />
          {preview.totals && <Line head="Totals" text="one row under the table" />}
          {preview.matches.map((column) => (
            <ColumnLine key={column.key} column={column} />
          ))}
          {changes.first.map((change) => (
            <tr key={change.a1}>
              <th scope="row">{change.a1}</th>
              <td dir="auto">
                <del>{change.was === '' ? 'empty' : change.was}</del>{' '}
                <ins>{change.now === '' ? 'empty' : change.now}</ins>
              </td>
            </tr>
          ))}
          {hidden > 0 && (
            <tr>
              <th scope="row">and more</th>
              <td>{counted(hidden, 'other cell')}</td>
            </tr>
          )}
        </tbody>
      </table>
    </Grid>
  )
}

const inRows = (rows: number) => `in ${counted(rows, 'row')}`

/** The first headers; a wide table would push everything else out of sight. */
function headerWords(columns: PlanPreview['matches']): string {
  const most = columns.length === 6 ? 6 : 5
  const names = columns.slice(0, most).map((column) => column.header)
  const rest = columns.length - names.length
  return rest === 0 ? names.join(', ') : `${names.join(', ')} and ${grouped(rest)} more`
}

/** Only columns that do not take their values from the table are worth a line; the notes name the renamed ones. */
function ColumnLine({ column }: { column: PlanPreview['matches'][number] }) {
  if (column.computed) return <Line head={`\u0192 ${column.header}`} text="computed by a formula" />
  return column.from === null ? <Line head={column.header} text="left empty" /> : null
}

function Line({ head, text }: { head: string; text: string }) {
  return (
    <tr>
      <th scope="row" dir="auto">
        {head}
      </th>
      <td dir="auto">{text}</td>
    </tr>
  )
}
