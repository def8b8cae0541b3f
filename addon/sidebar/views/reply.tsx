// A reply: its text, its tables, and an honest word when it is not whole.
import { sendAgain } from '../actions/send-message.ts'
import { useApp } from '../app-context.ts'
import { Markdown } from '../markdown.tsx'
import { type Entry, endWords } from '../transcript.ts'
import { grouped } from '../words.ts'
import { Notice, type Remedy } from './notice.tsx'
import { TableCard } from './table-card.tsx'

type ReplyProps = { entry: Entry; locale: string; live: boolean; idle: boolean }

export function Reply({ entry, locale, live, idle }: ReplyProps) {
  const thinking = live && entry.content === '' && entry.tables.length === 0
  const writesText = live && entry.tables.length === 0
  return (
    <div class="reply">
      <span class="hidden">Tablewright: </span>
      {thinking && <p class="ai writing" />}
      {entry.content !== '' && <Markdown text={entry.content} caret={writesText} />}
      {entry.tables.map((table) => (
        <TableCard
          key={table.id}
          entryId={entry.id}
          table={table}
          locale={locale}
          state={live ? 'streaming' : (table.receipt?.state ?? entry.state)}
        />
      ))}
      {!live && <EndNote entry={entry} idle={idle} />}
    </div>
  )
}

function EndNote({ entry, idle }: { entry: Entry; idle: boolean }) {
  const app = useApp()
  const words = endWords(entry)
  if (words === null) return null
  const { code } = entry.problem ?? { code: '' }
  const only = entry.tables.length === 1 ? entry.tables[0] : undefined
  const remedies: Remedy[] = [{ label: 'Try again', act: () => sendAgain(app, entry.id) }]
  if (code === 'model_key_refused') {
    remedies.push({ label: 'Open settings', quiet: true, act: () => app.store.set({ view: { name: 'settings' } }) })
  }
  if (only !== undefined && only.count > 0) {
    const label = only.count === 1 ? 'Use 1 row' : `Use ${grouped(only.count)} rows`
    remedies.push({ label, quiet: true, act: () => app.store.set({ view: { name: 'insert', tableId: only.id } }) })
  }
  const bad = entry.state === 'failed' || entry.state === 'refused'
  return (
    // All or none of them: a second click must not land on the button that moved into the first one's place.
    <Notice tone={bad ? 'bad' : 'care'} title={words.title} remedies={idle ? remedies : []} alert={bad}>
      {words.detail}
    </Notice>
  )
}
