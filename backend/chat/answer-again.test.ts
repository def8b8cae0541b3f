// A conversation that takes another turn: replies that go on, replies made anew, messages that are edited.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Message, TableHead } from '../../shared/contract/schemas.ts'
import type { StreamEvent } from '../../shared/contract/stream-events.ts'
import type { ReplayReply } from '../platform/model/testing/replay-openai.ts'
import type { TestApp } from '../platform/testing/test-app.ts'
import { type Client, createClient, readEvents } from './testing/client.ts'
import { startScriptedApp } from './testing/scripted-app.ts'

let reply: ReplayReply
let scripted: Awaited<ReturnType<typeof startScriptedApp>>
let ada: Client
let app: TestApp
let model: (typeof scripted)['model']
beforeAll(async () => {
  scripted = await startScriptedApp(() => reply)
  ;({ ada, app, model } = scripted)
})
afterAll(() => scripted.close())

const orders = (count: number) => ({
  title: 'Orders',
  rows_announced: null,
  columns: [{ name: 'Order', type: 'text', currency: null, formula: null }],
  rows: Array.from({ length: count }, (_, index) => [`A-${index}`]),
})
const say = (count: number): ReplayReply => ({
  say: [{ text: 'Here.' }, { call: 'write_table', arguments: orders(count) }],
})
const cut = (count: number): ReplayReply => ({
  say: [{ text: 'Here.' }, { call: 'write_table', arguments: JSON.stringify(orders(count)).slice(0, -40) }],
  end: 'cut',
})
/** What the message says, so that the values are quoted from it. */
const text = (count: number) => orders(count).rows.flat().join(', ')

const path = (id: string, messageId = '', what = '') =>
  `/chat/conversations/${id}/messages${messageId && `/${messageId}`}${what && `/${what}`}`
const list = async (id: string) => (await ada.get<{ items: Message[] }>(path(id))).items
const tablesOf = async (id: string) => (await ada.get<{ items: TableHead[] }>(`/chat/conversations/${id}/tables`)).items
const rowsOf = (events: StreamEvent[]) => events.flatMap((event) => (event.type === 'rows-add' ? event.rows : []))
const stream = async (method: string, to: string, body?: unknown, headers: Record<string, string> = {}) =>
  readEvents(await ada.call(method, to, { body, headers: { accept: 'text/event-stream', ...headers } }))
const problem = async (method: string, to: string, body?: unknown) => {
  const answer = await ada.call(method, to, { body })
  if (answer.ok) throw new Error('It was accepted')
  return (await answer.json()) as { code: string; detail: string; status: number }
}

describe('a reply made anew', () => {
  it('takes the place of the old one, which is kept and not listed, with its tables', async () => {
    const id = await ada.converse()
    reply = say(3)
    const first = await ada.send(id, { content: text(3) })
    reply = say(2)
    const { events } = await stream('POST', path(id, first.messageId, 'regenerate'))
    const [start] = events
    const [user, again, ...more] = await list(id)
    expect(start).toMatchObject({ type: 'message-start', message_id: again?.id, user_message_id: user?.id })
    expect([again?.id === first.messageId, more]).toEqual([false, []])
    expect(await tablesOf(id)).toMatchObject([{ message_id: again?.id, row_count: 2 }])
    expect(
      await app.sql`select 1 from messages where id = ${first.messageId} and superseded_at is not null`,
    ).toHaveLength(1)
    // What the model is told has nothing of the old reply.
    expect(JSON.stringify(model.requests.at(-1)?.body.input)).not.toContain('made the table')
  })

  it('takes everything after it along, and the tables that were changed there are as they were before', async () => {
    const id = await ada.converse()
    reply = say(3)
    await ada.send(id, { content: text(3) })
    const edit = { table: 'k1', title: 'Renamed', operations: [] }
    reply = { say: [{ call: 'edit_table', arguments: edit }] }
    const second = await ada.send(id, { content: 'Call it “Renamed”.' })
    reply = say(1)
    await ada.send(id, { content: text(1) })
    reply = { say: [{ text: 'No.' }] }
    const answer = await ada.call('POST', path(id, second.messageId, 'regenerate'))
    expect(answer.status).toBe(201)
    expect(await answer.json()).toMatchObject({ role: 'assistant', content: 'No.', tables: [] })
    expect((await list(id)).map(({ content }) => content)).toEqual([text(3), 'Here.', 'Call it “Renamed”.', 'No.'])
    expect(await tablesOf(id)).toMatchObject([{ title: 'Orders', version: 1, row_count: 3 }])
  })

  it('once for each key, and not while a reply is written', async () => {
    const id = await ada.converse()
    reply = say(2)
    const first = await ada.send(id, { content: text(2) })
    const headers = { 'idempotency-key': 'again-1' }
    const one = await stream('POST', path(id, first.messageId, 'regenerate'), undefined, headers)
    const two = await stream('POST', path(id, first.messageId, 'regenerate'), undefined, headers)
    expect(two.events).toEqual(one.events)
    const [, now] = await list(id)
    const reused = await ada.call('POST', path(id, now?.id, 'regenerate'), { headers })
    expect([reused.status, await reused.json()]).toMatchObject([422, { code: 'key_reused' }])
    reply = { say: [{ text: 'Slowly.' }], end: 'silent' }
    const slow = stream('POST', path(id, now?.id, 'regenerate'))
    await expect.poll(async () => (await list(id)).at(-1)?.state, { timeout: 10_000 }).toBe('streaming')
    const busy = (await list(id)).at(-1)?.id
    for (const what of ['regenerate', 'continue'])
      expect(await problem('POST', path(id, busy, what))).toMatchObject({ code: 'already_answering', status: 409 })
    await ada.call('POST', path(id, busy, 'cancel'))
    await slow
    expect(await problem('POST', path(id, first.messageId, 'regenerate'))).toMatchObject({ code: 'not_found' })
  })
})

describe('a message that is edited', () => {
  it('keeps its place and its id, its old text as a version, and gets a new reply', async () => {
    const id = await ada.converse()
    reply = say(3)
    await ada.send(id, { content: text(3), locale: 'de_DE' })
    await ada.send(id, { content: 'More.' })
    const [user] = await list(id)
    reply = say(1)
    const { events } = await stream('PATCH', path(id, user?.id), { content: text(1) })
    expect(rowsOf(events)).toEqual([['A-0']])
    const now = await list(id)
    expect(now.map(({ role, content }) => [role, content])).toEqual([
      ['user', text(1)],
      ['assistant', 'Here.'],
    ])
    expect(now[0]?.id).toBe(user?.id)
    expect(await tablesOf(id)).toMatchObject([{ row_count: 1 }])
    const [row] = await app.sql`select metadata, inputs from messages where id = ${user!.id}`
    expect(row).toMatchObject({ metadata: { versions: [{ content: text(3) }] }, inputs: { locale: 'de_DE' } })
  })

  it('keeps what came with it unless something else does', async () => {
    const { id: file_id } = (await (await ada.upload('a.csv', 'Name,Age\nAda,36\nBob,40\n')).json()) as { id: string }
    const id = await ada.converse()
    reply = { say: [{ text: 'Fine.' }] }
    await ada.send(id, { content: 'Look.', attachments: [{ kind: 'file', file_id }], template: 'contact_list' })
    const [user] = await list(id)
    await stream('PATCH', path(id, user?.id), { content: 'Look again.' })
    expect((await list(id))[0]?.attachments).toMatchObject([{ kind: 'file', label: 'a.csv' }])
    expect(JSON.stringify(model.requests.at(-1)?.body.input)).toContain('a.csv')
    expect(JSON.stringify(model.requests.at(-1)?.body)).toContain('Contact')
    await stream('PATCH', path(id, user?.id), { content: 'Look away.', attachments: [], template: '' })
    expect((await list(id))[0]?.attachments).toEqual([])
    expect(await problem('PATCH', path(id, user?.id), { content: ' ' })).toMatchObject({ code: 'message_empty' })
    expect((await list(id))[0]?.content).toBe('Look away.')
  })

  it('is one that a person sent', async () => {
    const id = await ada.converse()
    reply = { say: [{ text: 'Fine.' }] }
    const { messageId } = await ada.send(id, { content: 'Hello.' })
    expect(await problem('PATCH', path(id, messageId), { content: 'x' })).toMatchObject({ code: 'not_found' })
    const [user] = await list(id)
    expect(await problem('POST', path(id, user?.id, 'regenerate'))).toMatchObject({ code: 'not_found' })
  })
})

describe('a reply that ended early', () => {
  it('does not go on when it is not the last, and a declined one never does', async () => {
    const id = await ada.converse()
    reply = cut(8)
    const { messageId } = await ada.send(id, { content: text(8) })
    reply = { say: [{ refusal: 'No.' }] }
    const refused = await ada.send(id, { content: 'Something else.' })
    expect(await problem('POST', path(id, messageId, 'continue'))).toMatchObject({
      code: 'not_continuable',
      detail: expect.stringContaining('last'),
    })
    expect(await problem('POST', path(id, refused.messageId, 'continue'))).toMatchObject({ code: 'not_continuable' })
  })
})

it('all of it is as if it did not exist for somebody else', async () => {
  const id = await ada.converse()
  reply = { say: [{ text: 'Fine.' }] }
  const { messageId } = await ada.send(id, { content: 'Hello.' })
  const [user] = await list(id)
  const eve = await createClient(app)
  for (const [method, to] of [
    ['POST', path(id, messageId, 'regenerate')],
    ['POST', path(id, messageId, 'continue')],
    ['PATCH', path(id, user?.id)],
  ] as const) {
    const body = method === 'PATCH' ? { content: 'x' } : undefined
    const foreign = await eve.call(method, to, { body })
    const unknown = await eve.call(method, to.replace(id, crypto.randomUUID()), { body })
    expect([method, to, foreign.status]).toEqual([method, to, 404])
    expect(((await foreign.json()) as Message & { detail: string }).detail).toBe(
      ((await unknown.json()) as Message & { detail: string }).detail,
    )
    const own = await eve.converse()
    expect((await eve.call(method, to.replace(id, own), { body })).status).toBe(404)
  }
  expect(await list(id)).toHaveLength(2)
})
