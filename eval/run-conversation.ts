// Holds one conversation with an engine, turn by turn, as a chat would: tables of earlier replies stay at hand.
import { randomUUID } from 'node:crypto'
import type { Engine, EngineInput, SourceTable } from '../backend/extraction/engine.ts'
import { findTables } from '../backend/extraction/find-tables.ts'
import { Problem } from '../backend/platform/problem.ts'
import { findBuiltIn } from '../backend/templates/get-template.ts'
import type { Usage } from '../shared/contract/stream-events.ts'
import type { Evidence } from '../shared/table/evidence.ts'
import type { Cell, Column, EndState, TableReceipt } from '../shared/table/table.ts'
import type { Conversation, Turn } from './conversation.ts'

/** A table as a reply gave it. `evidence` is null where the rows came from a reader. */
export type MadeTable = {
  id: string
  title: string
  columns: Column[]
  rows: Cell[][]
  evidence: Evidence[][] | null
  receipt: TableReceipt | null
  edited: boolean
}

export type Reply = {
  text: string
  tables: MadeTable[]
  usage: Usage | null
  state: EndState
  problem: string | null
  seconds: number
}

const knownTables = 5
const historyMessages = 10

const emptyReceipt: TableReceipt = { state: 'complete', rows_seen: null, rows_extracted: 0, cells_unread: 0, notes: [] }

const toKnown = (table: MadeTable, index: number): SourceTable => ({
  id: `k${index + 1}`,
  table_id: table.id,
  origin: 'earlier',
  where: 'earlier in this conversation',
  format: 'table',
  title: table.title,
  columns: table.columns,
  row_count: table.rows.length,
  sample: table.rows.slice(0, 5),
  receipt: table.receipt ?? emptyReceipt,
  async *rows() {
    yield table.rows
  },
  async *cells() {
    yield { rows: table.rows, ...(table.evidence ? { evidence: table.evidence } : {}) }
  },
})

async function toInput(turn: Turn, history: EngineInput['history'], known: SourceTable[], signal: AbortSignal) {
  const parts = await findTables(
    {
      id: `message:${randomUUID()}`,
      content: turn.says,
      files: (turn.files ?? []).map((file) => ({ id: `file:${randomUUID()}`, ...file })),
      ranges: turn.range ? [turn.range] : [],
      locale: turn.locale,
    },
    signal,
  )
  const template = (turn.template && findBuiltIn(turn.template)) || null
  return { ...parts, history, known, template, locale: turn.locale, continuing: null } satisfies EngineInput
}

/** Adds all that the engine says to `reply`. */
async function hear(engine: Engine, input: EngineInput, signal: AbortSignal, reply: Reply) {
  for await (const event of engine.run(input, signal)) {
    if (event.type === 'text') reply.text += event.text
    else if (event.type === 'usage') reply.usage = event.usage
    else if (event.type === 'table-start') {
      const edited = input.known.find(({ id }) => id === event.edits)
      reply.tables[event.table] = {
        id: edited?.table_id ?? randomUUID(),
        title: event.title,
        columns: event.columns,
        rows: [],
        evidence: null,
        receipt: null,
        edited: event.edits !== undefined,
      }
    } else if (event.type === 'rows') {
      const table = reply.tables[event.table]!
      table.rows.push(...event.rows)
      if (event.evidence) table.evidence = [...(table.evidence ?? []), ...event.evidence]
    } else if (event.type === 'table-end') reply.tables[event.table]!.receipt = event.receipt
    else {
      reply.state = event.state
      reply.problem = event.problem?.message ?? null
    }
  }
}

/** One reply of the engine; a model that does not answer at all leaves it empty, and says why. */
async function collect(engine: Engine, input: EngineInput, signal: AbortSignal): Promise<Reply> {
  const began = performance.now()
  const reply: Reply = { text: '', tables: [], usage: null, state: 'failed', problem: null, seconds: 0 }
  try {
    await hear(engine, input, signal, reply)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    reply.state = 'failed'
    reply.problem = error.message
  }
  // A call that never became a table leaves its number unused.
  reply.tables = reply.tables.filter((table) => table !== undefined)
  reply.seconds = (performance.now() - began) / 1000
  return reply
}

/** Every reply of the conversation; `before` is called before each turn is sent. */
export async function runConversation(
  engine: Engine,
  { turns }: Conversation,
  signal: AbortSignal,
  before: (turn: number) => void = () => {},
): Promise<Reply[]> {
  const replies: Reply[] = []
  const history: EngineInput['history'] = []
  let made: MadeTable[] = []
  for (const [index, turn] of turns.entries()) {
    before(index)
    const known = made.slice(0, knownTables).map(toKnown)
    const input = await toInput(turn, history.slice(-historyMessages), known, signal)
    const reply = await collect(engine, input, signal)
    replies.push(reply)
    const told = reply.tables.map(({ title, rows }) => `[made the table "${title}", ${rows.length} rows]`)
    history.push(
      { id: input.message.id, role: 'user', text: turn.says },
      { id: `message:${randomUUID()}`, role: 'assistant', text: [reply.text, ...told].join('\n') },
    )
    const fresh = new Set(reply.tables.map(({ id }) => id))
    made = [...reply.tables.toReversed(), ...made.filter(({ id }) => !fresh.has(id))]
  }
  return replies
}
