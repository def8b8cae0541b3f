// A reply: its text, its tables, an honest word when it is not whole, and what it took.
import { regenerateReply } from '../actions/answer-again.ts'
import { useApp } from '../app-context.ts'
import { Markdown } from '../markdown.tsx'
import type { Looked, State } from '../state.ts'
import type { Entry } from '../transcript.ts'
import { grouped, moneyWords } from '../words.ts'
import { EndNote } from './end-note.tsx'
import { OldTableCard, TableCard } from './table-card.tsx'

type ReplyProps = {
  entry: Entry
  locale: string
  live: boolean
  idle: boolean
  /** It is the last of the conversation: the one that can be asked for again. */
  last: boolean
  /** The tables that a later reply has changed, as their ids with a blank between. */
  outdated: string
  looked: Looked | null
  cellFault: State['cellFault']
}

export function Reply(props: ReplyProps) {
  const { entry, locale, live, idle, last, outdated, looked, cellFault } = props
  const thinking = live && entry.content === '' && entry.tables.length === 0
  const writesText = live && entry.tables.length === 0
  const old = outdated.split(' ')
  return (
    <div class="reply">
      <span class="hidden">Tablewright: </span>
      {thinking && <p class="ai writing" />}
      {entry.content !== '' && <Markdown text={entry.content} caret={writesText} />}
      {entry.tables.map((table) =>
        old.includes(table.id) ? (
          <OldTableCard key={table.id} table={table} />
        ) : (
          <TableCard
            key={table.id}
            entryId={entry.id}
            table={table}
            locale={locale}
            state={live ? 'streaming' : (table.receipt?.state ?? entry.state)}
            looked={looked?.tableId === table.id ? looked : null}
            fault={cellFault?.tableId === table.id ? cellFault.fault : null}
            idle={idle}
          />
        ),
      )}
      {!live && <EndNote entry={entry} idle={idle} last={last} />}
      {!live && <Foot entry={entry} idle={idle} last={last} />}
    </div>
  )
}

function Foot({ entry, idle, last }: { entry: Entry; idle: boolean; last: boolean }) {
  const app = useApp()
  const { usage } = entry
  const again = last && idle && entry.state === 'complete'
  if (!again && usage === null) return null
  return (
    <div class="foot">
      {again && (
        <button type="button" class="link" onClick={() => regenerateReply(app, entry.id)}>
          Try again
        </button>
      )}
      {usage !== null && (
        <details>
          <summary>
            {grouped(usage.input_tokens + usage.output_tokens)} tokens
            {usage.cost && `, ${moneyWords(usage.cost)}`}
          </summary>
          <bdi>{usage.model}</bdi>: {grouped(usage.input_tokens)} read
          {usage.cached_tokens > 0 && ` (${grouped(usage.cached_tokens)} of them at the lower price)`},{' '}
          {grouped(usage.output_tokens)} written
        </details>
      )}
    </div>
  )
}
