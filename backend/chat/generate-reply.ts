// Makes one reply: the engine's events become stored events, and whatever happens the reply gets an end.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ProblemBody } from '../../shared/contract/schemas.ts'
import { countUnread } from '../../shared/table/build-table.ts'
import type { Column, EndState, TableReceipt } from '../../shared/table/table.ts'
import type { Engine, EngineEvent, EngineInput, SourceTable } from '../extraction/engine.ts'
import type { Format } from '../extraction/format/format.ts'
import { runInFormat } from '../extraction/run-in-format.ts'
import { Problem, problemBody } from '../platform/problem.ts'
import { addCounts, type CellCounts, countCells, countsOf, noCells } from '../tables/count-cells.ts'
import type { Continuation } from './reopen-reply.ts'
import { ReplyLost, type ReplyWriter } from './reply-writer.ts'
import type { UsageWatch } from './watch-usage.ts'

/** Why a reply is stopped from outside: the person asked, the server stops, or another process has taken it over. */
export type StopReason = 'stopped' | 'interrupted' | 'lost'

export const interruption = (rows: number): Problem =>
  new Problem(
    'reply_interrupted',
    `The server stopped while this was being written. ${rows === 1 ? '1 whole row was' : `${rows} whole rows were`} kept. Send the message again to get all of it.`,
  )

/** The engine's input, and the title of a conversation that has none once it is known which table was made first. */
export type Prepared = {
  input: EngineInput
  /** What the rows have to look like; null when nothing was asked for. */
  format: Format | null
  title: (firstTable: string | null) => string
}

/** Gives up when `stop` aborts. `watch` sees what the engine tells. */
export type Prepare = (stop: AbortSignal) => Promise<Prepared & { watch: UsageWatch | null }>

/** A table of this reply while its rows come. `left` is a table of before that nobody has gone on with yet. */
type TableInProgress = {
  id: string
  columns: Column[]
  rows: number
  unread: number
  /** Null when it goes on from rows whose cells were never counted. */
  cells: CellCounts | null
  ended: boolean
  left: TableReceipt | null
}

/** After a stop the engine may still tell how its tables ended, for this long. */
const graceMs = 500

const graceAfter = (stop: AbortSignal): Promise<null> =>
  new Promise((resolve) => {
    const wait = () => void sleep(graceMs, null, { ref: false }).then(resolve)
    if (stop.aborted) wait()
    else stop.addEventListener('abort', wait, { once: true })
  })

/**
 * Hands the engine's events on, and no more of them when it does not come to its end before `overdue`. Each generator that
 * a piece of text goes through costs as much as reading it, so there is none here.
 */
async function handOn(
  events: AsyncIterable<EngineEvent>,
  overdue: Promise<null>,
  take: (event: EngineEvent) => Promise<void> | void,
): Promise<void> {
  const iterator = events[Symbol.asyncIterator]()
  // A race for each event would hang something on the long promise each time.
  let giveUp: (nothing: null) => void = () => {}
  void overdue.then((nothing) => giveUp(nothing))
  try {
    while (true) {
      const next = await new Promise<IteratorResult<EngineEvent> | null>((resolve, reject) => {
        giveUp = resolve
        iterator.next().then(resolve, reject)
      })
      if (next === null || next.done) return
      const taken = take(next.value)
      if (taken) await taken
    }
  } finally {
    // One that does not hear a stop is not waited for.
    void iterator.return?.().catch(() => {})
  }
}

/**
 * Runs to the end of the reply, which goes on with `continuation` if there is one. `stop`'s reason is a `StopReason`.
 * Throws only what kept the end from being stored: the database, or `ReplyLost`.
 */
export async function generateReply(
  engine: Engine,
  prepare: Prepare,
  writer: ReplyWriter,
  stop: AbortSignal,
  onError: (error: unknown) => void,
  continuation: Continuation | null = null,
): Promise<void> {
  const before = (continuation?.tables ?? []).map((table): TableInProgress => {
    const { id, columns, rowCount: rows, unread, receipt: left } = table
    return { id, columns, rows, unread, cells: countsOf(left), ended: false, left }
  })
  const tables = new Map<number, TableInProgress>()
  let title: (firstTable: string | null) => string = () => ''
  let firstTable: string | null = null
  let end: { state: EndState; problem: Problem | null } | null = null

  const startTable = (
    event: Extract<EngineEvent, { type: 'table-start' }>,
    known: SourceTable[],
  ): Promise<void> | void => {
    const unfinished = event.continues === undefined ? undefined : before[event.continues]
    if (unfinished) {
      unfinished.left = null
      tables.set(event.table, unfinished)
      return
    }
    const edited = known.find((table) => table.id === event.edits)?.table_id
    const { title: name, columns, source = null, rows_expected = null } = event
    firstTable ??= name
    const table = { id: edited ?? randomUUID(), columns, rows: 0, unread: 0, cells: noCells, ended: false, left: null }
    tables.set(event.table, table)
    const version = edited === undefined ? { version: 1 } : {}
    const start = { type: 'table-start' as const, table_id: table.id, ...version }
    return writer.push({ ...start, title: name, columns, source, rows_expected })
  }

  // Not async: most events are taken at once, and there are many.
  const take = (event: EngineEvent, known: SourceTable[]): Promise<void> | void => {
    if (event.type === 'text') return writer.push({ type: 'text-delta', text: event.text })
    if (event.type === 'usage') return writer.push({ type: 'usage', ...event.usage })
    if (event.type === 'end') {
      end = { state: event.state, problem: event.problem ?? null }
      return
    }
    if (event.type === 'table-start') return startTable(event, known)
    const table = tables.get(event.table)
    if (!table || table.ended) return
    if (event.type === 'rows') {
      if (event.rows.length === 0) return
      const { rows, evidence } = event
      const place = { type: 'rows-add' as const, table_id: table.id, at: table.rows }
      table.rows += rows.length
      table.unread += countUnread(rows, table.columns)
      table.cells &&= addCounts(table.cells, countCells(rows, evidence ?? null))
      return writer.push({ ...place, rows, ...(evidence ? { evidence } : {}) })
    }
    table.ended = true
    // An engine knows only that it was stopped, not by whom.
    const interrupted = event.receipt.state === 'stopped' && stop.reason === 'interrupted'
    const receipt = interrupted ? { ...event.receipt, state: 'interrupted' as const } : event.receipt
    return writer.push({ type: 'table-end', table_id: table.id, receipt })
  }

  try {
    const overdue = graceAfter(stop)
    const prepared = await Promise.race([prepare(stop), overdue])
    if (prepared) {
      const { input, format, watch } = prepared
      title = prepared.title
      try {
        const told = engine.run(input, stop)
        await handOn(format ? runInFormat(told, format, input) : told, overdue, (event) => {
          const seen = watch?.see(event)
          return seen ? seen.then(() => take(event, input.known)) : take(event, input.known)
        })
      } finally {
        await watch?.over(stop.aborted ? 'stopped' : 'failed')
      }
    }
  } catch (error) {
    if (error instanceof ReplyLost) throw error
    if (!(error instanceof Problem) && !stop.aborted) onError(error)
    const fault = 'This is a fault of the server; the whole rows so far were kept. Send the message again.'
    end = { state: 'failed', problem: error instanceof Problem ? error : new Problem('internal', fault) }
  }

  const all = new Set([...before, ...tables.values()])
  const rows = [...all].reduce((sum, table) => sum + table.rows, 0)
  const { state, problem } = settle(stop, end, rows)
  for (const table of all) {
    if (table.ended) continue
    const counts = { rows_seen: null, rows_extracted: table.rows, cells_unread: table.unread, ...table.cells }
    // Only an engine can say that a table is whole. One that nobody went on with is as it was.
    const receipt = table.left ?? { state: state === 'complete' ? 'failed' : state, ...counts, notes: [] }
    await writer.push({ type: 'table-end', table_id: table.id, receipt })
  }
  const body: ProblemBody | null = problem && problemBody(problem)
  if (body) await writer.push({ type: 'problem', problem: body })
  await writer.end(state, body, title(firstTable))
}

/** A stop from outside decides, unless the engine was done before it. */
function settle(stop: AbortSignal, end: { state: EndState; problem: Problem | null } | null, rows: number) {
  const reason: StopReason | null = stop.aborted ? stop.reason : null
  if (reason === 'lost') throw new ReplyLost()
  if (end && (end.state !== 'stopped' || reason !== 'interrupted') && !(reason && end.state === 'failed')) return end
  if (reason === 'interrupted') return { state: 'interrupted' as const, problem: interruption(rows) }
  if (reason === 'stopped') return { state: 'stopped' as const, problem: null }
  return { state: 'failed' as const, problem: new Problem('internal', 'The reply had no end. Send the message again.') }
}
