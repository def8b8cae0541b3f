// What this process told last of a reply that it is making, for those who follow the reply here.
import type { StreamEvent } from '../../shared/contract/stream-events.ts'

/** An event as it is told. */
export type ToldEvent = { id: number; event: StreamEvent }

/** Stored events that many characters back are forgotten: who is further behind reads them from the database. */
const keptCharacters = 64_000

const nothing: ToldEvent[] = []

/** About what an event takes in memory. */
function weigh(event: StreamEvent): number {
  if (event.type === 'text-delta') return event.text.length + 100
  if (event.type !== 'rows-add') return 500
  let weight = 100
  for (const row of event.rows) for (const cell of row) weight += typeof cell === 'string' ? cell.length + 4 : 8
  return event.evidence ? weight * 4 : weight
}

export class LiveReply {
  /** The events told last, their ids without a gap. */
  #kept: ToldEvent[] = []
  #weights: number[] = []
  #weight = 0
  /** Of the event before the first kept one. */
  #floor: number
  #stored: number
  #over = false
  #ended = false
  readonly #listeners = new Set<() => void>()

  /** `lastId` is of the last event that is stored already; `last` is that event, if it is known. */
  constructor(lastId: number, last: StreamEvent | null) {
    this.#floor = lastId
    this.#stored = lastId
    if (!last) return
    this.#floor -= 1
    this.#kept.push({ id: lastId, event: last })
    this.#weights.push(weigh(last))
  }

  /** Nothing more is told here: the reply has ended, or is another process's now. */
  get over(): boolean {
    return this.#over
  }

  /** The last event was the reply's end. */
  get ended(): boolean {
    return this.#ended
  }

  /** Whether everything after this event is known here. */
  covers(after: number): boolean {
    return after >= this.#floor
  }

  /** Told at once to all who wait. Ids come one by one. */
  tell(id: number, event: StreamEvent): void {
    this.#forget()
    const weight = weigh(event)
    this.#kept.push({ id, event })
    this.#weights.push(weight)
    this.#weight += weight
    this.#wake()
  }

  /** Events up to this one are in the database. */
  stored(id: number): void {
    this.#stored = id
  }

  /** Nothing more is told, because the reply has ended or because it was lost. */
  close(ended: boolean): void {
    this.#over = true
    this.#ended = ended
    this.#wake()
  }

  /** What is known after this event; only when it is covered. */
  after(id: number): ToldEvent[] {
    if (id === this.#floor + this.#kept.length) return nothing
    return id <= this.#floor ? this.#kept.slice() : this.#kept.slice(id - this.#floor)
  }

  /** Calls back at every event and at the end; returns how to stop that. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  #wake(): void {
    for (const listener of this.#listeners) listener()
  }

  /** Before an event and not after it: those who wait have taken the ones before by then. */
  #forget(): void {
    let count = 0
    while (this.#weight > keptCharacters && this.#floor + count < this.#stored && count < this.#kept.length) {
      this.#weight -= this.#weights[count]!
      count += 1
    }
    if (count === 0) return
    this.#kept.splice(0, count)
    this.#weights.splice(0, count)
    this.#floor += count
  }
}
