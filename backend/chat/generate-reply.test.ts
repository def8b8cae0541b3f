// A reply whose engine leaves its tables without an end: they get one that counts what is there.
import { expect, it } from 'vitest'
import type { StreamEvent } from '../../shared/contract/stream-events.ts'
import type { Engine, EngineEvent } from '../extraction/engine.ts'
import { inputFor } from '../extraction/testing/run-engine.ts'
import { generateReply } from './generate-reply.ts'
import type { Continuation } from './reopen-reply.ts'

const columns = [
  { key: 'a', name: 'A', type: 'text' as const },
  { key: 'n', name: 'N', type: 'number' as const },
]
const span = { source: 'message:m', start: 0, end: 1 }
const rows: EngineEvent = {
  type: 'rows',
  table: 0,
  rows: [
    ['x', 1],
    ['y', null],
    ['z', 'three'],
  ],
  evidence: [
    [span, 'computed'],
    ['confirmed', null],
    [span, 'unsupported'],
  ],
}

const reply = async (events: EngineEvent[], continuation: Continuation | null = null) => {
  async function* run() {
    yield* events
    throw new Error('A fault of the engine')
  }
  const engine: Engine = { kind: 'gpt', model: 'm', host: 'h', run }
  const told: StreamEvent[] = []
  const writer = { push: (event: StreamEvent) => void told.push(event), end: async () => {} }
  const prepare = async () => ({ input: await inputFor({ content: 'x' }), format: null, title: () => 'T', watch: null })
  await generateReply(engine, prepare, writer, new AbortController().signal, () => {}, continuation)
  return told.flatMap((event) => (event.type === 'table-end' ? [event.receipt] : []))
}

it('a table that was begun', async () => {
  expect(await reply([{ type: 'table-start', table: 0, title: 'T', columns }, rows])).toEqual([
    {
      state: 'failed',
      ...{ rows_seen: null, rows_extracted: 3, cells_unread: 1, notes: [] },
      ...{ cells_quoted: 3, cells_computed: 1, cells_unsupported: 1 },
    },
  ])
})

it('a table that was gone on with, if the cells that were there are counted', async () => {
  const start: EngineEvent = { type: 'table-start', table: 0, title: 'T', columns, continues: 0 }
  const receipt = { state: 'cut' as const, rows_seen: null, rows_extracted: 4, cells_unread: 0, notes: [] }
  const before = { id: crypto.randomUUID(), version: 1, columns, rowCount: 4, unread: 0 }
  const counted = { ...receipt, cells_quoted: 6, cells_computed: 1, cells_unsupported: 1 }
  const [after] = await reply([start, rows], { lastId: 1, usage: null, tables: [{ ...before, receipt: counted }] })
  expect(after).toMatchObject({ rows_extracted: 7, cells_quoted: 9, cells_computed: 2, cells_unsupported: 2 })
  const [unknown] = await reply([start, rows], { lastId: 1, usage: null, tables: [{ ...before, receipt }] })
  expect(unknown).toMatchObject({ rows_extracted: 7 })
  expect(unknown).not.toHaveProperty('cells_quoted')
})
