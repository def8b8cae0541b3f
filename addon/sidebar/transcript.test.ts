// A reply put together from its events.
import { expect, test } from 'vitest'
import type { StreamEvent } from '../../shared/contract/stream-events.ts'
import { applyEvent, endWords, newEntry, rowsKept } from './transcript.ts'

const begin: StreamEvent[] = [
  { type: 'message-start', conversation_id: 'c', message_id: 'm', user_message_id: 'u', model: null },
  { type: 'text-delta', text: 'Found ' },
  { type: 'text-delta', text: 'two.' },
  { type: 'table-start', table_id: 't', title: 'Orders', columns: [{ key: 'a', name: 'A', type: 'text' }] },
  { type: 'rows-add', table_id: 't', at: 0, rows: [['1'], ['2']] },
]
const play = (events: StreamEvent[], entry = newEntry('x', 'assistant', '')) => events.reduce(applyEvent, entry)

test('text and rows gather, and the same rows twice count once', () => {
  const entry = play([...begin, { type: 'rows-add', table_id: 't', at: 1, rows: [['2'], ['3']] }])
  expect(entry).toMatchObject({ id: 'm', content: 'Found two.', state: 'streaming' })
  expect(entry.tables[0]).toMatchObject({ rows: [['1'], ['2'], ['3']], count: 3 })
})

test('a reply that is followed from its start again begins anew', () => {
  expect(play(begin, play(begin))).toEqual(play(begin))
})

test('rows that would leave a gap are not taken for the missing ones', () => {
  const entry = play([...begin, { type: 'rows-add', table_id: 't', at: 5, rows: [['6']] }])
  expect(entry.tables[0]).toMatchObject({ count: 2 })
})

test('a very long table is counted whole and kept in part', () => {
  const rows = Array.from({ length: rowsKept + 10 }, (_, at) => [String(at)])
  const entry = play([...begin.slice(0, 4), { type: 'rows-add', table_id: 't', at: 0, rows }])
  expect(entry.tables[0]?.count).toBe(rowsKept + 10)
  expect(entry.tables[0]?.rows).toHaveLength(rowsKept)
  const more = applyEvent(entry, { type: 'rows-add', table_id: 't', at: rowsKept + 10, rows: [['z']] })
  expect(more.tables[0]?.rows).toHaveLength(rowsKept)
})

test('every end that is not whole says so and counts what is kept', () => {
  for (const state of ['stopped', 'cut', 'refused', 'filtered', 'failed', 'interrupted'] as const) {
    const words = endWords(play([...begin, { type: 'message-end', state, title: '' }]))
    expect(words?.title).not.toBe('')
    expect(words?.detail).toContain('The 2 rows are complete; nothing half-read was kept.')
  }
  expect(endWords(play([...begin, { type: 'message-end', state: 'complete', title: '' }]))).toBeNull()
})

test('the server’s own words about the end are all that is said', () => {
  const problem = { type: '', status: 503, code: 'model_busy', title: 'The model is busy', detail: 'Wait a minute.' }
  const entry = play([...begin, { type: 'problem', problem }, { type: 'message-end', state: 'failed', title: '' }])
  expect(endWords(entry)).toEqual({ title: 'The model is busy', detail: 'Wait a minute.' })
})
