// A reply put together from its events.
import { expect, test } from 'vitest'
import type { StreamEvent } from '../../shared/contract/stream-events.ts'
import { applyEvent, endWords, newEntry, newestEntry, rowsKept } from './transcript.ts'

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

test('evidence stays beside its rows, and is counted', () => {
  const span = { source: 'message:u', start: 1, end: 2 }
  const entry = play([
    ...begin,
    {
      type: 'rows-add',
      table_id: 't',
      at: 1,
      rows: [['2'], ['3'], ['4']],
      evidence: [[span], [span], ['unsupported']],
    },
  ])
  expect(entry.tables[0]).toMatchObject({
    rows: [['1'], ['2'], ['3'], ['4']],
    evidence: [null, null, [span], ['unsupported']],
    cells: { quoted: 1, computed: 0, unsupported: 1 },
  })
})

test('a reply that is continued goes on in the same text and the same table', () => {
  const receipt = { rows_seen: 3, rows_extracted: 2, cells_unread: 0, notes: [] }
  const problem = { type: '', status: 502, code: 'reply_cut', title: 'Cut', detail: '' }
  const cut = play([
    ...begin,
    { type: 'table-end', table_id: 't', receipt: { ...receipt, state: 'cut' } },
    { type: 'problem', problem },
    { type: 'message-end', state: 'cut', title: '' },
  ])
  const going = applyEvent(cut, { type: 'message-continue', message_id: 'm', table_ids: ['t'] })
  expect(going).toMatchObject({ state: 'streaming', problem: null, tables: [{ count: 2, receipt: null }] })
  const whole = play(
    [
      { type: 'rows-add', table_id: 't', at: 2, rows: [['3']] },
      { type: 'table-end', table_id: 't', receipt: { ...receipt, rows_extracted: 3, state: 'complete' } },
      { type: 'message-end', state: 'complete', title: '' },
    ],
    going,
  )
  expect(whole).toMatchObject({ content: 'Found two.', state: 'complete', tables: [{ rows: [['1'], ['2'], ['3']] }] })
})

test('text that a server told and did not keep before it died is not shown beside what comes in its place', () => {
  const heard = play(
    [
      { type: 'text-delta', text: ' It is 👋 a long' },
      { type: 'message-end', state: 'interrupted', title: '' },
    ],
    play(begin),
  )
  const kept = 'Found two. It is 👋'
  const going = applyEvent(heard, {
    type: 'message-continue',
    message_id: 'm',
    table_ids: [],
    text_length: kept.length,
  })
  expect(applyEvent(going, { type: 'text-delta', text: ' a short one.' }).content).toBe(`${kept} a short one.`)
})

test('a table that is changed starts again as its next version, and a later reply has the newest', () => {
  const columns = [{ key: 'a', name: 'A', type: 'text' as const }]
  const again: StreamEvent[] = [
    { type: 'table-start', table_id: 't', version: 2, title: 'Orders', columns },
    { type: 'rows-add', table_id: 't', at: 0, rows: [['9']] },
  ]
  const first = { ...play(begin), id: 'm1' }
  expect(play(again, first).tables).toMatchObject([{ version: 2, rows: [['9']], count: 1 }])
  const second = { ...play([...begin.slice(0, 1), ...again]), id: 'm2' }
  expect(newestEntry([first, second], 't')?.id).toBe('m2')
  // A version that ended before its first row takes the place of none.
  const empty = { ...play([...begin.slice(0, 1), ...again.slice(0, 1)]), id: 'm3' }
  expect(newestEntry([first, second, empty], 't')?.id).toBe('m2')
})

test('what a reply took is told of all of it, also when it was continued', () => {
  const usage = { type: 'usage' as const, model: 'x', input_tokens: 10, cached_tokens: 4, output_tokens: 5 }
  const once = play([...begin, { ...usage, cost: { amount: 0.25, currency: 'USD' } }])
  expect(once.usage).toMatchObject({ input_tokens: 10, cost: { amount: 0.25 } })
  expect(applyEvent(once, { ...usage, input_tokens: 30 }).usage).toMatchObject({ input_tokens: 30 })
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
