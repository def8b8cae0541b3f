// The messages one under the other; only the ones that changed are drawn anew.
import { useMemo } from 'preact/hooks'
import { localeTag } from '../format-cell.ts'
import type { State } from '../state.ts'
import type { Entry } from '../transcript.ts'
import { OwnMessage } from './own-message.tsx'
import { ReceiptNote } from './receipt-note.tsx'
import { Reply } from './reply.tsx'

export function Transcript({ state }: { state: State }) {
  const locale = localeTag(state.hello?.spreadsheet.locale)
  const { written } = state
  return (
    <>
      {state.entries.map((entry) => (
        <EntryView
          key={entry.id}
          entry={entry}
          locale={locale}
          live={entry.id === state.writing}
          idle={state.writing === null}
          written={written?.after === entry.id ? written : null}
        />
      ))}
    </>
  )
}

type EntryViewProps = { entry: Entry; locale: string; live: boolean; idle: boolean; written: State['written'] }

function EntryView({ entry, locale, live, idle, written }: EntryViewProps) {
  return useMemo(
    () => (
      <>
        {entry.role === 'user' ? (
          <OwnMessage entry={entry} />
        ) : (
          <Reply entry={entry} locale={locale} live={live} idle={idle} />
        )}
        {written !== null && <ReceiptNote written={written} />}
      </>
    ),
    [entry, locale, live, idle, written],
  )
}
