// Takes the events of one reply as they are made, cleans them, and hands them to those who follow and to the database.
import type { Conversation, ProblemBody } from '../../shared/contract/schemas.ts'
import { type StreamEvent, Usage } from '../../shared/contract/stream-events.ts'
import type { Cell, EndState } from '../../shared/table/table.ts'
import { cleanText } from '../platform/clean-text.ts'
import { LiveReply } from './live-reply.ts'
import { createReplyBuffer, type NumberedEvent, type Portion } from './reply-buffer.ts'
import { idsAhead } from './reply-store.ts'
import type { Ending, ReplyIdentity, ReplyPortion, WrittenTable } from './store-portions.ts'

/** The reply belongs to another process now, or has ended: nothing more may be written to it. */
export class ReplyLost extends Error {}

export type ReplyWriter = {
  /**
   * Takes an event; a promise is to be waited for, because too much waits to be stored. What a request to the model took is told as what the
   * reply has taken altogether. Throws `ReplyLost` or what the database throws.
   */
  push(event: StreamEvent): Promise<void> | void
  /** Resolves when the end is stored, with everything before it; the conversation gets `title` if it has none. */
  end(state: EndState, problem: ProblemBody | null, title: Conversation['title']): Promise<void>
}

/** Where a reply begins or goes on: behind which event (`last`, if it is known), with which tables, and what it took so far. */
export type ReplyStart = {
  lastId: number
  last: StreamEvent | null
  tables: Map<string, WrittenTable>
  usage: Usage | null
}

/** A reply as whoever stores many of them knows it. */
export type WritingReply = {
  readonly reply: ReplyIdentity
  readonly live: LiveReply
  /** Something waits to be stored before it is told. */
  readonly urgent: boolean
  /** Since when text that was told is not stored, in milliseconds of `performance.now()`; infinite when none is. */
  readonly textSince: number
  /** The ids that may be told before they are stored, when they are to be renewed. */
  readonly reservedId: number
  take(): ReplyPortion | undefined
  stored(portion: Portion, events: NumberedEvent[]): void
  /** Told when somebody asked the reply to stop. */
  cancel(): void
  reserved(id: number): void
  /** The reply cannot be stored any more; nothing more is taken. */
  fail(error: unknown): void
}

/** Whom a writer asks to store what it has: with the next commit, or with one of the next 100 ms. */
export type Storing = { soon(reply: WritingReply): void; later(reply: WritingReply): void }

const endsInHalf = (text: string): boolean => (text.charCodeAt(text.length - 1) & 0xfc00) === 0xd800

const cleanCell = (cell: Cell): Cell => (typeof cell === 'string' ? cleanText(cell) : cell)

function cleanEvent(event: StreamEvent): StreamEvent {
  if (event.type === 'rows-add') return { ...event, rows: event.rows.map((row) => row.map(cleanCell)) }
  if (event.type === 'message-end') return { ...event, title: cleanText(event.title) }
  if (event.type !== 'table-start') return event
  const columns = event.columns.map((column) => ({
    ...column,
    key: cleanText(column.key),
    name: cleanText(column.name),
  }))
  return { ...event, title: cleanText(event.title), columns }
}

const addUsage = (before: Usage | null, usage: Usage): Usage => {
  if (!before) return usage
  const sum = (key: 'input_tokens' | 'cached_tokens' | 'output_tokens') => before[key] + usage[key]
  const known = before.cost && usage.cost && before.cost.currency === usage.cost.currency
  return {
    model: usage.model,
    input_tokens: sum('input_tokens'),
    cached_tokens: sum('cached_tokens'),
    output_tokens: sum('output_tokens'),
    ...(before.cost === undefined && usage.cost === undefined
      ? {}
      : {
          cost: known ? { ...usage.cost!, amount: before.cost!.amount + usage.cost!.amount } : null,
        }),
  }
}

export function createReplyWriter(
  reply: ReplyIdentity,
  start: ReplyStart,
  storing: Storing,
  on: { cancel: () => void; fault: (error: unknown) => void },
): { writer: ReplyWriter; writing: WritingReply } {
  const live = new LiveReply(start.lastId, start.last)
  const buffer = createReplyBuffer(live, start.lastId, start.lastId + idsAhead)
  const { tables } = start
  const texts: string[] = []
  let { usage } = start
  let half = ''
  let ending: Ending | null = null
  let fault: { error: unknown } | null = null
  let textSince = Number.POSITIVE_INFINITY
  let waiters: { resolve: () => void; reject: (error: unknown) => void }[] = []

  const nextCommit = () => new Promise<void>((resolve, reject) => waiters.push({ resolve, reject }))
  const release = (settle: (waiter: (typeof waiters)[number]) => void) => {
    const released = waiters
    waiters = []
    released.forEach(settle)
  }

  const ask = () => {
    if (buffer.owes === 'events') storing.soon(writing)
    else if (buffer.owes === 'text' && textSince === Number.POSITIVE_INFINITY) {
      textSince = performance.now()
      storing.later(writing)
    }
  }

  const add = (event: StreamEvent): boolean => {
    if (fault) throw fault.error
    const much = buffer.add(event)
    ask()
    return much
  }

  /** A delta may end between the halves of a character: the first half comes with the second one. */
  const addText = (text: string): boolean => {
    const whole = half + text
    half = endsInHalf(whole) ? whole.slice(-1) : ''
    const clean = cleanText(half === '' ? whole : whole.slice(0, -1))
    if (clean === '') return false
    texts.push(clean)
    return add({ type: 'text-delta', text: clean })
  }

  const writing: WritingReply = {
    reply,
    live,
    get urgent() {
      return buffer.owes === 'events'
    },
    get textSince() {
      return textSince
    },
    get reservedId() {
      return buffer.lastId + idsAhead
    },
    take() {
      const portion = buffer.take()
      textSince = Number.POSITIVE_INFINITY
      if (!portion) return undefined
      return { reply, portion, ending, tables }
    },
    stored(portion, events) {
      buffer.stored(portion, events)
      if (events.at(-1)?.event.type === 'message-end') live.close(true)
      ask()
      release(({ resolve }) => resolve())
    },
    cancel: on.cancel,
    reserved: (id) => buffer.reserve(id),
    fail(error) {
      if (fault) return
      fault = { error }
      live.close(false)
      release(({ reject }) => reject(error))
      on.fault(error)
    },
  }

  const writer: ReplyWriter = {
    push(event) {
      if (event.type === 'usage') usage = addUsage(usage, Usage.parse(event))
      const told = event.type === 'usage' && usage ? { type: event.type, ...usage } : event
      const much = told.type === 'text-delta' ? addText(told.text) : add(cleanEvent(told))
      return much ? nextCommit() : undefined
    },
    async end(state, problem, title) {
      ending = { state, problem, title: cleanText(title), text: texts.join(''), usage }
      add({ type: 'message-end', state, title: ending.title })
      while (!live.over) await nextCommit()
    },
  }
  return { writer, writing }
}
