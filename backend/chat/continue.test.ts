// Replies that ended early and go on: the same message, the same tables, no row twice.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Message } from '../../shared/contract/schemas.ts'
import type { StreamEvent } from '../../shared/contract/stream-events.ts'
import type { ReplayReply } from '../platform/model/testing/replay-openai.ts'
import { createTestApp } from '../platform/testing/test-app.ts'
import { type Client, createClient, readEvents } from './testing/client.ts'
import { startScriptedApp } from './testing/scripted-app.ts'

let reply: ReplayReply
let scripted: Awaited<ReturnType<typeof startScriptedApp>>
let ada: Client
beforeAll(async () => {
  scripted = await startScriptedApp(() => reply)
  ada = scripted.ada
})
afterAll(() => scripted.close())

const orders = (count: number) => ({
  title: 'Orders',
  rows_announced: null,
  columns: [{ name: 'Order', type: 'text', currency: null, formula: null }],
  rows: Array.from({ length: count }, (_, index) => [`A-${index}`]),
})
const cut = (count: number): ReplayReply => ({
  say: [{ text: 'Here 👋.' }, { call: 'write_table', arguments: JSON.stringify(orders(count)).slice(0, -40) }],
  end: 'cut',
})
/** What the message says, so that the values are quoted from it. */
const text = (count: number) => orders(count).rows.flat().join(', ')

const path = (id: string, messageId = '', what = '') =>
  `/chat/conversations/${id}/messages${messageId && `/${messageId}`}${what && `/${what}`}`
const list = async (id: string) => (await ada.get<{ items: Message[] }>(path(id))).items
const rowsOf = (events: StreamEvent[]) => events.flatMap((event) => (event.type === 'rows-add' ? event.rows : []))
const stream = async (method: string, to: string, body?: unknown, headers: Record<string, string> = {}) =>
  readEvents(await ada.call(method, to, { body, headers: { accept: 'text/event-stream', ...headers } }))
const problem = async (method: string, to: string, body?: unknown) => {
  const answer = await ada.call(method, to, { body })
  if (answer.ok) throw new Error('It was accepted')
  return (await answer.json()) as { code: string; detail: string; status: number }
}

describe('a reply that ended early', () => {
  it('goes on in the same message and the same table, with new rows and a new end', async () => {
    const id = await ada.converse()
    reply = cut(8)
    const first = await ada.send(id, { content: text(8) })
    const there = rowsOf(first.events).length
    expect(there).toBeGreaterThan(0)
    expect(first.events.at(-1)).toMatchObject({ state: 'cut' })
    const [, before] = await list(id)
    const [table] = before?.tables ?? []

    const rest = { ...orders(8), rows: orders(8).rows.slice(there) }
    reply = { say: [{ call: 'write_table', arguments: rest }] }
    const { events, ids } = await stream('POST', path(id, first.messageId, 'continue'))
    expect(events[0]).toEqual({
      ...{ type: 'message-continue', message_id: first.messageId, table_ids: [table?.id] },
      text_length: before?.content.length,
    })
    expect(ids[0]).toBeGreaterThan(first.ids.at(-1) ?? 0)
    expect(events.find((event) => event.type === 'rows-add')).toMatchObject({ table_id: table?.id, at: there })
    expect(events.at(-1)).toMatchObject({ type: 'message-end', state: 'complete' })
    const [, after] = await list(id)
    expect(after).toMatchObject({ id: first.messageId, state: 'complete', problem: null })
    expect(after?.tables).toMatchObject([
      { id: table?.id, row_count: 8, receipt: { state: 'complete', rows_extracted: 8 } },
    ])
    const { items } = await ada.get<{ items: unknown[] }>(`/tables/${table?.id}/rows`)
    expect(items).toEqual(orders(8).rows)
    const all = await ada.follow(path(id, first.messageId, 'events'))
    expect(rowsOf(all.events)).toEqual(orders(8).rows)
    expect(await problem('POST', path(id, first.messageId, 'continue'))).toMatchObject({
      code: 'not_continuable',
      detail: expect.stringContaining('whole'),
    })
  })

  it('goes on when it had not even begun, and when it was stopped', async () => {
    const id = await ada.converse()
    reply = { status: 401 }
    const first = await ada.send(id, { content: text(4) })
    expect(first.events.at(-1)).toMatchObject({ state: 'failed' })
    reply = {
      say: [{ text: 'Here.' }, { call: 'write_table', arguments: orders(4) }],
      piece: 24,
      delay_ms: 20,
      end: 'silent',
    }
    const answer = await ada.call('POST', path(id, first.messageId, 'continue'), {
      headers: { accept: 'text/event-stream' },
    })
    let stopped: Promise<Response> | undefined
    const second = await readEvents(answer, (event) => {
      if (event.type === 'rows-add') stopped ??= ada.call('POST', path(id, first.messageId, 'cancel'))
    })
    expect([(await stopped)?.status, second.events.at(-1)]).toMatchObject([200, { state: 'stopped' }])
    reply = { say: [{ call: 'write_table', arguments: orders(4) }] }
    const third = await stream('POST', path(id, first.messageId, 'continue'))
    expect(third.events.at(-1)).toMatchObject({ state: 'complete' })
    const [, message, ...more] = await list(id)
    expect(more).toEqual([])
    expect(message).toMatchObject({ content: 'Here.', state: 'complete', problem: null, tables: [{ row_count: 4 }] })
    const all = await ada.follow(path(id, first.messageId, 'events'))
    expect(rowsOf(all.events)).toEqual(orders(4).rows)
    expect(all.events.filter(({ type }) => type === 'message-end')).toHaveLength(3)
  })

  it('goes on as JSON too, once for each key', async () => {
    const id = await ada.converse()
    reply = cut(8)
    const first = await ada.send(id, { content: text(8) })
    const there = rowsOf(first.events).length
    reply = { say: [{ call: 'write_table', arguments: { ...orders(8), rows: orders(8).rows.slice(there) } }] }
    const headers = { 'idempotency-key': 'on-1' }
    const answers = []
    for (let at = 0; at < 2; at += 1)
      answers.push(await ada.call('POST', path(id, first.messageId, 'continue'), { headers }))
    for (const answer of answers) {
      expect(answer.status).toBe(200)
      expect(await answer.json()).toMatchObject({ id: first.messageId, tables: [{ row_count: 8 }] })
    }
  })
})

describe('without a model', () => {
  it('the rows of the tables that were found go on, and nothing that is whole or was never a table does', async () => {
    const plain = await createTestApp()
    const bob = await createClient(plain)
    const id = await bob.converse()
    const csv = (rows: number) =>
      `Order,Item\n${Array.from({ length: rows }, (_, row) => `${row},Item ${row}`).join('\n')}\n`
    const { messageId, events } = await bob.send(id, { content: `${csv(1200)}\nand\n\nName,Age\nAda,36\nBob,41\n` })
    const start = events.find((event) => event.type === 'table-start')
    const tableId = start?.type === 'table-start' ? start.table_id : ''
    const whole = await bob.get<{ items: unknown[] }>(`/tables/${tableId}/rows?limit=1000`)
    const message = await bob.get<{ items: Message[] }>(`/chat/conversations/${id}/messages`)
    const [first, second] = message.items[1]!.tables
    const why = async (reply: string) => (await (await bob.call('POST', path(id, reply, 'continue'))).json()) as unknown
    expect(await why(messageId)).toMatchObject({ code: 'not_continuable', detail: expect.stringContaining('whole') })

    // As if the person had stopped it in the first table: rows are gone from its end, the second had not begun.
    const [{ at }] = await plain.sql<[{ at: number }]>`select max(at) as at from table_rows where table_id = ${tableId}`
    expect(at).toBeGreaterThan(0)
    await plain.sql`delete from table_rows where table_id = ${tableId} and at = ${at}`
    await plain.sql`
      update table_versions set row_count = ${at}, receipt = jsonb_set(receipt, '{state}', '"stopped"')
      where table_id = ${tableId}`
    await plain.sql`delete from tables where id = ${second!.id}`
    await plain.sql`update messages set state = 'stopped' where id = ${messageId}`

    const answer = await bob.call('POST', path(id, messageId, 'continue'))
    expect(answer.status).toBe(200)
    const after = (await answer.json()) as Message
    expect(after).toMatchObject({ id: messageId, state: 'complete' })
    expect(after.tables).toMatchObject([
      { id: first!.id, row_count: 1200, receipt: { state: 'complete', rows_seen: 1200, rows_extracted: 1200 } },
      { title: second!.title, row_count: 2, receipt: { state: 'complete' } },
    ])
    expect(await bob.get(`/tables/${tableId}/rows?limit=1000`)).toMatchObject({ items: whole.items })

    const prose = await bob.send(id, { content: 'Hello there.' })
    await plain.sql`update messages set state = 'stopped' where id = ${prose.messageId}`
    expect(await why(prose.messageId)).toMatchObject({
      code: 'not_continuable',
      detail: expect.stringContaining('model'),
    })
    await plain.close()
  })
})
