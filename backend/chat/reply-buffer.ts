// The events of one reply on their way into the database and to those who follow it here, with their ids.
import type { StreamEvent } from '../../shared/contract/stream-events.ts'
import type { LiveReply } from './live-reply.ts'

/**
 * How ids, telling and storing hang together:
 *
 * 1. Ids are given out one by one, in the order of the events, by the one process that makes the reply.
 * 2. Text is told first and stored within 100 ms; everything else is stored first and told then. Order wins: text behind
 *    rows that are not stored yet waits with them.
 * 3. Deltas are stored many in one row of the database, with the places where one ends and the next begins: from memory or
 *    from the database, on any server, an id means the same event with the same text.
 * 4. Text is told before it is stored only under ids that were reserved in the database. Who ends the reply of a process
 *    that died begins behind the reserved ids, so nobody has heard an id that comes again with another meaning, and
 *    whoever resumes behind the last thing heard, stored or not, hears the end.
 *
 * So when a process is killed, those who followed it have text of at most its last 100 ms that was never stored. They
 * keep it, hear the end after it, and hear nothing twice; whoever reads the reply later sees it without those last words.
 * Rows, tables and receipts are never told without being stored.
 */
export type ReplyBuffer = {
  /** Of the last event so far. */
  readonly lastId: number
  /** What is to be stored: text that was told, or events that wait to be told. */
  readonly owes: 'nothing' | 'text' | 'events'
  /** Takes an event; true when so much is waiting that whoever makes events should wait too. */
  add(event: StreamEvent): boolean
  /** Text that was told and is not stored, and everything that waits to be told; undefined when there is neither. */
  take(): Portion | undefined
  /** The portion is stored, with these events in it. */
  stored(portion: Portion, events: NumberedEvent[]): void
  /** Ids up to this one may be told before they are stored. */
  reserve(id: number): void
}

export type NumberedEvent = { id: number; event: StreamEvent }

/** Consecutive deltas: `texts` have the ids up to `id`. */
export type ToldText = { id: number; texts: string[] }

/** What is stored at once: `told` first, then `events`. */
export type Portion = { told: ToldText | null; events: NumberedEvent[] }

/** What is gathered into one event at most, beside the chunk that fills it. */
const rowsAtOnce = 500
const cellsAtOnce = 5_000

/** What may wait before the maker of events has to. */
const waitingEvents = 200
const waitingCells = 20_000

const cellsOf = (event: StreamEvent): number =>
  event.type === 'rows-add' ? event.rows.length * (event.rows[0]?.length ?? 0) : 0

/** Whether an event took in the next one: text joins text; rows join rows of the same table, with evidence or without. */
function join(last: StreamEvent | undefined, event: StreamEvent): boolean {
  if (event.type === 'text-delta' && last?.type === 'text-delta') {
    last.text += event.text
    return true
  }
  if (event.type !== 'rows-add' || last?.type !== 'rows-add' || last.table_id !== event.table_id) return false
  if (Boolean(event.evidence) !== Boolean(last.evidence)) return false
  if (last.rows.length >= rowsAtOnce || cellsOf(last) >= cellsAtOnce) return false
  last.rows.push(...event.rows)
  if (event.evidence) last.evidence?.push(...event.evidence)
  return true
}

const own = (event: StreamEvent): StreamEvent => {
  if (event.type !== 'rows-add') return { ...event }
  const { evidence } = event
  return { ...event, rows: [...event.rows], ...(evidence ? { evidence: [...evidence] } : {}) }
}

/** The last event so far has `lastId`; ids up to `reservedId` may be told before they are stored. */
export function createReplyBuffer(live: LiveReply, lastId: number, reservedId: number): ReplyBuffer {
  let waiting: StreamEvent[] = []
  let told: ToldText | null = null
  /** How many portions with events to be told are being stored. */
  let held = 0
  let cells = 0

  const tellText = (text: string) => {
    lastId += 1
    live.tell(lastId, { type: 'text-delta', text })
    told ??= { id: lastId, texts: [] }
    told.id = lastId
    told.texts.push(text)
  }

  return {
    get lastId() {
      return lastId
    },
    get owes() {
      if (waiting.length > 0) return 'events'
      return told ? 'text' : 'nothing'
    },
    reserve(id) {
      reservedId = id
    },
    add(event) {
      if (event.type === 'text-delta' && waiting.length === 0 && held === 0 && lastId < reservedId) {
        tellText(event.text)
        return false
      }
      if (!join(waiting.at(-1), event)) waiting.push(own(event))
      cells += cellsOf(event)
      return cells > waitingCells || waiting.length > waitingEvents
    },
    take() {
      if (!told && waiting.length === 0) return undefined
      const events = waiting.map((event) => {
        lastId += 1
        return { id: lastId, event }
      })
      const portion: Portion = { told, events }
      if (events.length > 0) held += 1
      told = null
      waiting = []
      cells = 0
      return portion
    },
    stored(portion, events) {
      for (const { id, event } of events) live.tell(id, event)
      if (portion.events.length > 0) held -= 1
      const last = events.at(-1)?.id ?? portion.told?.id
      if (last !== undefined) live.stored(last)
      // What came meanwhile need not wait for a commit of its own.
      while (held === 0 && waiting[0]?.type === 'text-delta' && lastId < reservedId) {
        const [text] = waiting.splice(0, 1)
        if (text?.type === 'text-delta') tellText(text.text)
      }
    },
  }
}
