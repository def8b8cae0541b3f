// The messages one under the other; only the ones that changed are drawn anew.
import { useMemo } from 'preact/hooks'
import { localeTag } from '../format-cell.ts'
import type { State } from '../state.ts'
import { type Entry, newestEntry } from '../transcript.ts'
import { OwnMessage } from './own-message.tsx'
import { ReceiptNote } from './receipt-note.tsx'
import { Reply } from './reply.tsx'

export function Transcript({ state }: { state: State }) {
  const locale = localeTag(state.hello?.spreadsheet.locale)
  const { written, entries, looked, cellFault, editing } = state
  const lastId = entries.at(-1)?.id
  // What follows a message that is being written anew goes when it is sent: it steps back already.
  const edited = editing === null ? -1 : entries.findIndex((entry) => entry.id === editing.entryId)
  const shown = edited < 0 ? entries : entries.slice(0, edited + 1)
  return (
    <>
      {shown.map((entry) => (
        <EntryView
          key={entry.id}
          entry={entry}
          locale={locale}
          live={entry.id === state.writing}
          idle={state.writing === null}
          last={entry.id === lastId}
          outdated={outdatedTables(entries, entry)}
          looked={looked?.entryId === entry.id ? looked : null}
          cellFault={entry.tables.some(({ id }) => id === cellFault?.tableId) ? cellFault : null}
          written={written?.after === entry.id ? written : null}
        />
      ))}
      {shown.length < entries.length && <p class="hint">What came after it goes when you send it.</p>}
    </>
  )
}

/** The tables of a reply that a later one has changed; as one text, so that it can be compared. */
function outdatedTables(entries: Entry[], entry: Entry): string {
  return entry.tables
    .filter(({ id }) => newestEntry(entries, id) !== entry)
    .map(({ id }) => id)
    .join(' ')
}

type EntryViewProps = Pick<State, 'looked' | 'cellFault' | 'written'> & {
  entry: Entry
  locale: string
  live: boolean
  idle: boolean
  last: boolean
  outdated: string
}

function EntryView(props: EntryViewProps) {
  const { entry, locale, live, idle, last, outdated, looked, cellFault, written } = props
  return useMemo(
    () => (
      <>
        {entry.role === 'user' ? (
          <OwnMessage entry={entry} idle={idle} />
        ) : (
          <Reply {...{ entry, locale, live, idle, last, outdated, looked, cellFault }} />
        )}
        {written !== null && <ReceiptNote written={written} />}
      </>
    ),
    [entry, locale, live, idle, last, outdated, looked, cellFault, written],
  )
}
