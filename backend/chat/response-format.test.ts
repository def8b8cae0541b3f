// Messages that say what their rows have to look like, with the built-in engine and with a model.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Message } from '../../shared/contract/schemas.ts'
import { createTestApp, type TestApp } from '../platform/testing/test-app.ts'
import { type Client, createClient } from './testing/client.ts'

const json_schema = {
  type: 'object',
  properties: { orders: { type: 'array', items: { $ref: '#/$defs/order' } } },
  required: ['orders'],
  $defs: {
    order: {
      type: 'object',
      additionalProperties: false,
      properties: {
        order_no: { type: 'string', pattern: '^A-\\d+$' },
        paid: { type: 'boolean' },
        pieces: { type: 'integer', minimum: 1 },
        state: { enum: ['Open', 'Shipped'] },
      },
      required: ['order_no', 'pieces'],
    },
  },
}
const paste = 'Order no,Paid,Pieces,State\nA-1,yes,3,open\nA-2,no,2.5,Shipped\nB-7,no,1,Lost\n'

let app: TestApp
let ada: Client
beforeAll(async () => {
  app = await createTestApp()
  ada = await createClient(app)
})
afterAll(() => app.close())

const send = async (id: string, body: unknown) => {
  const answer = await ada.call('POST', `/chat/conversations/${id}/messages`, { body })
  return { status: answer.status, body: (await answer.json()) as Message & { code?: string; detail?: string } }
}

test('the JSON answer has the rows that fit, and names what does not', async () => {
  const id = await ada.converse()
  const { body: reply } = await send(id, { content: paste, response_format: { json_schema } })
  expect(reply).toMatchObject({
    state: 'complete',
    problem: { code: 'format_unmet' },
    response_format: { json_schema },
    output: {
      rows: [{ order_no: 'A-1', paid: true, pieces: 3, state: 'Open' }],
      places: [{ table: 0, row: 0 }],
      row_count: 1,
      unfit_count: 2,
      problem: { code: 'format_unmet', status: 422 },
    },
  })
  expect(reply.output?.unfit.map(({ faults }) => faults.map(({ field, code }) => [field, code]))).toEqual([
    [['pieces', 'wrong_type']],
    [
      ['order_no', 'not_matching'],
      ['state', 'not_listed'],
    ],
  ])
  expect(await ada.get(`/chat/conversations/${id}/messages/${reply.id}`)).toEqual(reply)
  const { items } = await ada.get<{ items: Message[] }>(`/chat/conversations/${id}/messages`)
  expect(items.map((item) => [item.role, item.response_format ?? null, item.output ?? null])).toEqual([
    ['user', { json_schema }, null],
    ['assistant', null, null],
  ])
})

test('the stream ends in the problem too', async () => {
  const { events } = await ada.send(await ada.converse(), { content: paste, response_format: { json_schema } })
  expect(events.filter(({ type }) => type === 'problem' || type === 'message-end')).toMatchObject([
    { type: 'problem', problem: { code: 'format_unmet' } },
    { type: 'message-end', state: 'complete' },
  ])
})

test('prose without a model has no rows, and says so', async () => {
  const { body } = await send(await ada.converse(), {
    content: 'Ada bought three lamps from us last week.',
    response_format: { json_schema },
  })
  expect(body).toMatchObject({ output: { rows: [], problem: { code: 'format_unmet' } } })
})

test('a template is a format; a new one may be asked for when a message is edited', async () => {
  const id = await ada.converse()
  const content = 'Name,Email\nAda,ada@example.com\n'
  const { body: reply } = await send(id, { content, response_format: { template: 'contact_list' } })
  expect(reply.output?.rows).toMatchObject([{ name: 'Ada', email: 'ada@example.com', phone: null }])
  expect(reply.problem).toBeNull()
  const { items } = await ada.get<{ items: Message[] }>(`/chat/conversations/${id}/messages`)
  const format = { json_schema: { properties: { email: { type: 'string', format: 'email' } }, required: ['email'] } }
  const path = `/chat/conversations/${id}/messages/${items[0]?.id}`
  const stale = await ada.call('PATCH', path, {
    body: { content, response_format: format },
    headers: { 'if-match': '"older"' },
  })
  expect(stale.status).toBe(412)
  const etag = (await ada.call('GET', path)).headers.get('etag') ?? ''
  const edited = await ada.call('PATCH', path, {
    body: { content, response_format: format },
    headers: { 'if-match': etag },
  })
  expect(((await edited.json()) as Message).output?.rows).toEqual([{ email: 'ada@example.com' }])
})

describe('a format that can’t be used is refused when the message is sent', () => {
  const field = (schema: unknown) => ({ type: 'object', properties: { a: schema } })
  test.each([
    ['no schema', 'text'],
    ['a schema of a text', { type: 'string' }],
    ['an object without properties', { type: 'object' }],
    ['a property that is no schema', field(7)],
    [
      'a list of lists in a record',
      { type: 'object', properties: { a: {}, b: { items: { items: { type: 'number' } } } } },
    ],
    ['a reference to somewhere else', field({ $ref: 'https://example.com/schema.json' })],
    ['a reference that leads nowhere', field({ $ref: '#/$defs/none' })],
    ['a reference to itself', { ...field({ $ref: '#/$defs/a' }), $defs: { a: { $ref: '#/$defs/a' } } }],
    ['a recursive record', { type: 'object', properties: { name: { type: 'string' }, parent: { $ref: '#' } } }],
    ['a condition', { ...field({ type: 'string' }), if: {}, else: {} }],
    ['an unknown type', field({ type: 'money' })],
    ['an empty enum', field({ enum: [] })],
    ['a pattern that looks around', field({ type: 'string', pattern: '(?=a)b' })],
    ['alternatives of several shapes', field({ anyOf: [{ type: 'string', maxLength: 3 }, { type: 'number' }] })],
    ['a required property that is none', { ...field({}), required: ['b'] }],
    ['too much of it', field({ enum: ['x'.repeat(50_001), 'y'.repeat(50_001)] })],
    ['nothing but depth', [...Array(9)].reduce((inner) => field(inner), { type: 'string' })],
  ])('%s', async (_, schema) => {
    const { status, body } = await send(await ada.converse(), {
      content: paste,
      response_format: { json_schema: schema },
    })
    expect([status, body.code]).toEqual([422, 'format_invalid'])
    expect(body.detail).toMatch(/[.!]$/)
  })

  test('two formats, none, and a template that is not there', async () => {
    const id = await ada.converse()
    const ask = async (body: object) => (await send(id, { content: paste, ...body })).body.code
    expect(await ask({ response_format: { json_schema, template: 'contact_list' } })).toBe('format_invalid')
    expect(await ask({ response_format: {} })).toBe('format_invalid')
    expect(await ask({ response_format: { template: 'contact_list' }, template: 'task_list' })).toBe('format_invalid')
    expect(await ask({ response_format: { template: 'none' } })).toBe('not_found')
    expect(await ask({ response_format: { template: 'plain_table' } })).toBe('format_invalid')
  })
})
