// Reads replies from the database for all who follow them on this server: what they ask at the same time goes together.
import type { StreamEvent } from '../../shared/contract/stream-events.ts'
import type { Sql } from '../platform/database/connect.ts'
import { readChunks } from '../tables/list-rows.ts'
import { interruptExpired } from './interrupt-expired.ts'
import type { ToldEvent } from './live-reply.ts'
import { type EventRow, type Page, type StoredEvent, selectPages } from './reply-store.ts'

/** Some next events, and whether the reply was streaming when they were read: those of a reply that has ended are all there. */
export type ReplyPage = { events: ToldEvent[]; streaming: boolean }

export type ReplyReader = {
  read(page: Page): Promise<ReplyPage>
  /** Ends replies whose process has died; those who ask at about the same time ask once. */
  lookForDead(): Promise<void>
}

const pagesAtOnce = 50
const eventsAtOnce = 200
/** Rows that one page reads at most, beyond its first event with rows. */
const rowsAtOnce = 2_000

type Asked = { page: Page; resolve: (page: ReplyPage) => void; reject: (error: unknown) => void }

/** As many as have few enough rows, but at least one. */
function fewRows(events: EventRow[]): EventRow[] {
  let rows = 0
  const end = events.findIndex(({ event }, index) => {
    rows += event.type === 'rows-add' ? event.count : 0
    return index > 0 && rows > rowsAtOnce
  })
  return end === -1 ? events : events.slice(0, end)
}

/** Stored text as the deltas that it was told in, those after `after`. */
function toDeltas(id: number, { text, cuts = [] }: Extract<StoredEvent, { type: 'text-delta' }>, after: number) {
  const ends = [...cuts, text.length]
  const first = id - cuts.length
  return ends
    .map((end, index) => ({
      id: first + index,
      event: { type: 'text-delta' as const, text: text.slice(ends[index - 1] ?? 0, end) },
    }))
    .filter((delta) => delta.id > after)
}

async function readPages(sql: Sql, pages: Page[]): Promise<ReplyPage[]> {
  const found = await selectPages(sql, pages, eventsAtOnce)
  const rowsOf = Map.groupBy(found, ({ n }) => n)
  const stored = pages.map((page, n) => {
    const rows = rowsOf.get(n) ?? []
    const events = rows.flatMap(({ id, event }) => (id === null || event === null ? [] : [{ id, event }]))
    return { page, streaming: rows[0]?.streaming ?? false, events: fewRows(events) }
  })
  const places = stored.flatMap(({ page: { workspaceId }, events }) =>
    events.flatMap(({ event }) => {
      if (event.type !== 'rows-add') return []
      return [{ workspaceId, tableId: event.table_id, version: event.version ?? 1, at: event.at }]
    }),
  )
  const chunks = (await readChunks(sql, places)).values()
  return stored.map(({ page, streaming, events }) => ({
    streaming,
    events: events.flatMap(({ id, event }): { id: number; event: StreamEvent }[] => {
      if (event.type === 'text-delta') return toDeltas(id, event, page.after)
      if (event.type !== 'rows-add') return [{ id, event }]
      const { type, table_id, at } = event
      return [{ id, event: { type, table_id, at, rows: [], ...chunks.next().value } }]
    }),
  }))
}

export function createReplyReader(sql: Sql): ReplyReader {
  const asked: Asked[] = []
  let reading = false
  let looking: Promise<void> | undefined

  const readAll = async () => {
    reading = true
    while (asked.length > 0) {
      const now = asked.splice(0, pagesAtOnce)
      try {
        const pages = await readPages(
          sql,
          now.map(({ page }) => page),
        )
        for (const [index, { resolve }] of now.entries()) resolve(pages[index] ?? { events: [], streaming: false })
      } catch (error) {
        for (const { reject } of now) reject(error)
      }
    }
    reading = false
  }

  return {
    read(page) {
      const answer = new Promise<ReplyPage>((resolve, reject) => asked.push({ page, resolve, reject }))
      if (!reading) void readAll()
      return answer
    },
    lookForDead() {
      looking ??= interruptExpired(sql, null).finally(() => {
        looking = undefined
      })
      return looking
    },
  }
}
