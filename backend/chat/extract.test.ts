// Extraction without storage: by text and by file, with formats, refusals and the built-in engine.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Extraction } from '../../shared/contract/extract-schemas.ts'
import { createTestApp, type TestApp } from '../platform/testing/test-app.ts'
import { type Client, createClient } from './testing/client.ts'

let app: TestApp
let ada: Client

beforeAll(async () => {
  app = await createTestApp()
  ada = await createClient(app)
})
afterAll(() => app.close())

const ask = async (body: unknown) => {
  const answer = await ada.call('POST', '/extract', { body })
  return { status: answer.status, body: (await answer.json()) as Extraction & { code?: string; detail?: string } }
}
const read = async (body: unknown): Promise<Extraction> => {
  const { status, body: answer } = await ask(body)
  expect(status, JSON.stringify(answer)).toBe(200)
  return answer
}

const orders = 'Order,Customer,Total,Due\nA-1,Ada,59.70,2026-12-01\nA-2,Grace,240,2026-12-05\nA-3,Edsger,,soon\n'
const base64 = (text: string) => Buffer.from(text).toString('base64')

test('a text becomes typed tables, and nothing is stored', async () => {
  const answer = await read({ text: `Please:\n\n${orders}` })
  const [table] = answer.tables
  expect(answer).toMatchObject({ engine: 'built-in', model: null, state: 'complete', problem: null, output: null })
  expect(table).toMatchObject({
    row_count: 3,
    source: { origin: 'message' },
    receipt: { state: 'complete', rows_seen: 3, rows_extracted: 3 },
  })
  expect(table?.columns.map(({ name, type }) => [name, type])).toEqual([
    ['Order', 'text'],
    ['Customer', 'text'],
    ['Total', 'number'],
    ['Due', 'text'],
  ])
  expect(table?.rows[0]).toEqual(['A-1', 'Ada', 59.7, '2026-12-01'])
  expect(await ada.get('/chat/conversations')).toMatchObject({ items: [] })
  for (const stored of ['conversations', 'messages', 'files', 'tables'])
    expect((await app.sql`select 1 from ${app.sql(stored)}`).length).toBe(0)
})

test('a file goes in as base64', async () => {
  const answer = await read({ file: { name: 'orders.csv', content_base64: base64(orders) }, locale: 'en-US' })
  expect(answer.tables[0]).toMatchObject({ title: 'orders', row_count: 3, source: { origin: 'file' } })
})

test('a JSON Schema gives records that keep it, and says of the others what they lack', async () => {
  const json_schema = {
    type: 'object',
    properties: {
      order: { type: 'string' },
      customer: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
      total: { type: 'number', minimum: 0 },
      due: { type: 'string', format: 'date' },
      note: { type: ['string', 'null'] },
    },
    required: ['order', 'total', 'due', 'note'],
  }
  const text = orders.replace('Customer', 'Customer name')
  const { output, problem, state } = await read({ text, response_format: { json_schema } })
  expect(output?.rows).toEqual([
    { order: 'A-1', customer: { name: 'Ada' }, total: 59.7, due: '2026-12-01', note: null },
    { order: 'A-2', customer: { name: 'Grace' }, total: 240, due: '2026-12-05', note: null },
  ])
  expect(output).toMatchObject({
    row_count: 2,
    unfit_count: 1,
    places: [
      { table: 0, row: 0 },
      { table: 0, row: 1 },
    ],
    unfit: [{ table: 0, row: 2, values: { order: 'A-3', customer: { name: 'Edsger' } } }],
  })
  expect(output?.unfit[0]?.faults).toEqual([
    { field: 'due', code: 'wrong_type', value: 'soon', detail: 'is not written as date' },
    { field: 'total', code: 'missing', value: null, detail: 'is not stated' },
  ])
  expect(state).toBe('complete')
  expect(problem).toMatchObject({ code: 'format_unmet', status: 422 })
})

test('a template gives records under its keys', async () => {
  const text = 'Name,Email,Phone\nAda,ada@example.com,+44 1\nGrace,no address,\n'
  const { output } = await read({ text, template: 'contact_list' })
  expect(output?.rows[0]).toMatchObject({ name: 'Ada', email: 'ada@example.com' })
  expect(output?.unfit_count ?? 0).toBe(1)
  expect(output?.unfit[0]?.faults[0]).toMatchObject({ field: 'email', value: 'no address' })
})

test.each([
  [{}, 400, 'invalid_request'],
  [{ text: 'a', file: { name: 'a', content_base64: 'YQ==' } }, 400, 'invalid_request'],
  [{ text: ' ' }, 422, 'message_empty'],
  [{ file: { name: 'a.pdf', content_base64: base64('%PDF-1.7 ') } }, 422, 'file_unreadable'],
  [{ text: 'a,b\n1,2', template: 'no-such' }, 404, 'not_found'],
  [{ text: 'a,b\n1,2', response_format: {} }, 422, 'format_invalid'],
  [{ text: 'a,b\n1,2', response_format: { json_schema: { type: 'string' } } }, 422, 'format_invalid'],
  [{ text: 'a,b\n1,2', response_format: { json_schema: 'x' } }, 422, 'format_invalid'],
  [{ text: 'a,b\n1,2', template: 'contact_list', response_format: { template: 'task_list' } }, 422, 'format_invalid'],
])('%j is refused with %i', async (body, status, code) => {
  expect(await ask(body)).toMatchObject({ status, body: { code } })
})

test('a text of more than a megabyte is refused', async () => {
  const text = 'x'.repeat(1_000_001)
  expect(await ask({ text })).toMatchObject({ status: 413, body: { code: 'message_too_long' } })
})

test('more cells than an answer carries are refused before anything is made of them', async () => {
  const text = `a,b,c\n${'1,2,3\n'.repeat(170_000)}`
  const file = { name: 'many.csv', content_base64: base64(text) }
  expect(await ask({ file })).toMatchObject({ status: 413, body: { code: 'table_too_large' } })
})
