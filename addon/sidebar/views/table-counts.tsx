// What became of a table's rows, and where its cells come from; also stands over the plan in the insert view.
import { shownCounts } from '../evidence.ts'
import { missingRows, type TableView } from '../transcript.ts'
import { counted, grouped, receiptWords } from '../words.ts'

type TableCountsProps = {
  table: TableView
  live?: boolean
  /** Goes to the next value that is not in the text; without it they are only counted. */
  onUnsupported?: () => void
}

export function TableCounts({ table, live = false, onUnsupported }: TableCountsProps) {
  const counts = shownCounts(table)
  if (live && counts === null) return null
  return (
    <div class="meta">
      {!live && <RowCounts table={table} />}
      {counts !== null && (
        <span class="counts">
          {counts.quoted > 0 && (
            <span class="ok">
              <Sign text={'\u25cf'} /> {grouped(counts.quoted)} quoted
            </span>
          )}
          {counts.computed > 0 && (
            <span class="fx">
              <Sign text={'\u0192'} /> {grouped(counts.computed)} computed
            </span>
          )}
          {counts.unsupported > 0 &&
            (onUnsupported === undefined ? (
              <span class="warn">
                <Sign text={'\u25cf'} /> {unsupportedWords(counts.unsupported)}
              </span>
            ) : (
              <button type="button" class="link warn" title="Show the next one" onClick={onUnsupported}>
                <Sign text={'\u25cf'} /> {unsupportedWords(counts.unsupported)}
              </button>
            ))}
        </span>
      )}
      {!live && <Notes table={table} />}
    </div>
  )
}

function unsupportedWords(count: number): string {
  return `${grouped(count)} not in the text`
}

function Sign({ text }: { text: string }) {
  return <span aria-hidden="true">{text}</span>
}

function RowCounts({ table }: { table: TableView }) {
  const { receipt } = table
  if (receipt === null) return <span>{counted(table.count, 'whole row')} kept</span>
  const missing = missingRows(table)
  // What a text announces is its word, not a count.
  const about = table.source === null ? 'about ' : ''
  return (
    <>
      {receipt.state === 'complete' ? (
        <span class={missing > 0 ? 'warn' : 'ok'}>{receiptWords(receipt)}</span>
      ) : (
        <span>{counted(receipt.rows_extracted, 'whole row')} kept</span>
      )}
      {missing > 0 && (
        <span class="warn">
          {about}
          {grouped(missing)} missing
        </span>
      )}
    </>
  )
}

function Notes({ table: { receipt } }: { table: TableView }) {
  if (receipt === null) return null
  return (
    <>
      {receipt.cells_unread > 0 && (
        <span class="warn">{counted(receipt.cells_unread, 'value')} kept as text, as written</span>
      )}
      {receipt.notes.map((note) => (
        <span key={note} class="wide" dir="auto">
          {note}
        </span>
      ))}
    </>
  )
}
