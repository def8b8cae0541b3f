// A conversation over real HTTP and a real database, answered by the built-in engine.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Message } from '../../shared/contract/schemas.ts'
import { createTestApp, type TestApp } from '../platform/testing/test-app.ts'
import { type Client, createClient } from './testing/client.ts'

let app: TestApp
let ada: Client
beforeAll(async () => {
  app = await createTestApp()
  ada = await createClient(app)
})
afterAll(() => app.close())

const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => `${String(index + 1).padStart(4, '0')},Item ${index + 1},${index + 0.5}`)
const csv = (count: number) => `March orders\nOrder,Item,Price\n${lines(count).join('\n')}\n`

describe('a message with a table', () => {
  it('is answered by events that hold every row, and reads the same afterwards', async () => {
    const id = await ada.converse()
    const { events } = await ada.send(id, { content: csv(1200) })
    const types = events.map((event) => event.type)
    expect(types[0]).toBe('message-start')
    expect(types.slice(1, 3)).toEqual(['text-delta', 'table-start'])
    expect(types.at(-1)).toBe('message-end')
    const rows = events.flatMap((event) => (event.type === 'rows-add' ? event.rows : []))
    expect(rows).toHaveLength(1200)
    expect(rows[41]).toEqual(['0042', 'Item 42', 41.5])
    expect(events.at(-1)).toMatchObject({ state: 'complete', title: 'March orders' })

    const { items } = await ada.get<{ items: Message[] }>(`/chat/conversations/${id}/messages`)
    expect(items.map((message) => [message.role, message.state])).toEqual([
      ['user', 'complete'],
      ['assistant', 'complete'],
    ])
    const [table] = items[1]!.tables
    expect(table).toMatchObject({
      title: 'March orders',
      row_count: 1200,
      receipt: { state: 'complete', rows_seen: 1200 },
    })
    expect(items[1]?.content).toContain('1,200 rows')

    const paged: unknown[] = []
    for (let cursor = ''; ; ) {
      const page = await ada.get<{ items: unknown[]; next_cursor: string | null }>(
        `/tables/${table!.id}/rows?limit=500${cursor}`,
      )
      paged.push(...page.items)
      if (!page.next_cursor) break
      cursor = `&cursor=${page.next_cursor}`
    }
    expect(paged).toEqual(rows)
    expect((await ada.get<{ items: unknown[] }>(`/chat/conversations/${id}/tables`)).items).toHaveLength(1)
    expect((await ada.get<{ title: string }>(`/chat/conversations/${id}`)).title).toBe('March orders')
  })

  it('is answered as JSON to who does not want events', async () => {
    const id = await ada.converse()
    const answer = await ada.call('POST', `/chat/conversations/${id}/messages`, { body: { content: csv(3) } })
    expect(answer.status).toBe(201)
    const message = (await answer.json()) as Message
    expect(message).toMatchObject({ role: 'assistant', state: 'complete', tables: [{ row_count: 3 }] })
  })

  it('keeps characters that a database cannot hold out of its way', async () => {
    const id = await ada.converse()
    const { events } = await ada.send(id, { content: 'name,note\nAda,\ud800half\nAlan,x\u0000y\n' })
    expect(events.at(-1)).toMatchObject({ type: 'message-end', state: 'complete' })
  })
})

describe('events', () => {
  it('are told again from any point, with the same ids', async () => {
    const id = await ada.converse()
    const first = await ada.send(id, { content: csv(700) })
    const path = `/chat/conversations/${id}/messages/${first.messageId}/events`
    const again = await ada.follow(path)
    expect(again.events).toEqual(first.events)
    const middle = first.ids[2]!
    const rest = await ada.follow(path, middle)
    expect(rest.ids).toEqual(first.ids.filter((event) => event > middle))
    expect((await ada.follow(path, first.ids.at(-1)!)).events).toEqual([])
  })
})

describe('files', () => {
  it('are read into tables named after them', async () => {
    const file = await ada.upload('sales 2026.csv', csv(2).replace('March orders\n', ''))
    expect(file.status).toBe(201)
    const { id: file_id } = (await file.json()) as { id: string }
    const id = await ada.converse()
    const { events } = await ada.send(id, { content: '', attachments: [{ kind: 'file', file_id }] })
    expect(events.find((event) => event.type === 'table-start')).toMatchObject({ title: 'sales 2026' })
    const { items } = await ada.get<{ items: Message[] }>(`/chat/conversations/${id}/messages`)
    expect(items[0]?.attachments).toEqual([
      { kind: 'file', label: 'sales 2026.csv', detail: expect.stringContaining('bytes') },
    ])
  })

  it('that are empty or gone are refused with the remedy', async () => {
    expect((await ada.upload('empty.csv', '')).status).toBe(422)
    const id = await ada.converse()
    const attachments = [{ kind: 'file', file_id: crypto.randomUUID() }]
    expect(await ada.refused(id, { content: 'this', attachments })).toMatchObject({ code: 'file_unreadable' })
  })

  it('that are too much together are refused before they are read', async () => {
    const { id: file_id } = (await (await ada.upload('a.csv', csv(2))).json()) as { id: string }
    const { id: other } = (await (await ada.upload('b.csv', csv(2))).json()) as { id: string }
    await app.sql`update files set size = 30000000 where id in ${app.sql([file_id, other])}`
    const attachments = [file_id, other].map((file) => ({ kind: 'file', file_id: file }))
    expect(await ada.refused(await ada.converse(), { content: 'both', attachments })).toMatchObject({
      code: 'file_too_large',
      detail: expect.stringContaining('60.0 MB'),
    })
  })
})

describe('a selected range', () => {
  it('becomes a table as it is', async () => {
    const id = await ada.converse()
    const columns = [
      { key: 'name', name: 'Name', type: 'text' },
      { key: 'mail', name: 'Mail', type: 'email' },
    ]
    const attachments = [
      {
        kind: 'range',
        a1: 'People!A1:B3',
        columns,
        rows: [
          ['Ada', 'ada@example.com'],
          ['Alan', null],
        ],
      },
    ]
    const { events } = await ada.send(id, { content: 'as a contact list', attachments, template: 'contact_list' })
    expect(events.find((event) => event.type === 'rows-add')).toMatchObject({ rows: attachments[0]!.rows })
    expect(events.at(-1)).toMatchObject({ title: 'as a contact list' })
    attachments[0]!.rows.push(['short'])
    expect(await ada.refused(id, { content: 'x', attachments })).toMatchObject({ code: 'invalid_request' })
  })
})

describe('what is refused', () => {
  it('is an empty message, a long one, an unknown template', async () => {
    const id = await ada.converse()
    expect(await ada.refused(id, { content: '  \n' })).toMatchObject({ code: 'message_empty' })
    expect(await ada.refused(id, { content: 'é'.repeat(500_001) })).toMatchObject({
      code: 'message_too_long',
      detail: expect.stringContaining('file'),
    })
    expect(await ada.refused(id, { content: 'x', template: 'nope' })).toMatchObject({ code: 'not_found' })
    expect((await ada.get<{ items: unknown[] }>(`/chat/conversations/${id}/messages`)).items).toEqual([])
  })

  it('is everything of somebody else, as if it did not exist', async () => {
    const id = await ada.converse()
    const { messageId, events } = await ada.send(id, { content: csv(3) })
    const start = events.find((event) => event.type === 'table-start')
    const tableId = start?.type === 'table-start' ? start.table_id : ''
    const eve = await createClient(app)
    const own = await eve.converse()
    const paths: [string, string, unknown?][] = [
      ['GET', `/chat/conversations/${id}`],
      ['PATCH', `/chat/conversations/${id}`, { title: 'x' }],
      ['DELETE', `/chat/conversations/${id}`],
      ['GET', `/chat/conversations/${id}/messages`],
      ['POST', `/chat/conversations/${id}/messages`, { content: 'x' }],
      ['GET', `/chat/conversations/${id}/tables`],
      ['GET', `/chat/conversations/${id}/messages/${messageId}/events`],
      ['POST', `/chat/conversations/${id}/messages/${messageId}/cancel`],
      ['GET', `/chat/conversations/${own}/messages/${messageId}/events`],
      ['GET', `/tables/${tableId}`],
      ['GET', `/tables/${tableId}/rows`],
    ]
    for (const [method, path, body] of paths) {
      const foreign = await eve.call(method, path, { body })
      const unknown = await eve.call(
        method,
        path.replaceAll(id, crypto.randomUUID()).replaceAll(tableId, crypto.randomUUID()),
        { body },
      )
      expect([method, path, foreign.status]).toEqual([method, path, 404])
      expect(((await foreign.json()) as { detail: string }).detail).toBe(
        ((await unknown.json()) as { detail: string }).detail,
      )
    }
    const file = (await (await ada.upload('a.csv', 'a,b\n1,2\n3,4')).json()) as { id: string }
    const attachments = [{ kind: 'file', file_id: file.id }]
    expect(await eve.refused(own, { content: '', attachments })).toMatchObject({ code: 'file_unreadable' })
  })
})

describe('a message sent twice with one key', () => {
  it('has one reply', async () => {
    const id = await ada.converse()
    const headers = { 'idempotency-key': 'press-1' }
    const [first, second] = await Promise.all([
      ada.send(id, { content: csv(5) }, headers),
      ada.send(id, { content: csv(5) }, headers),
    ])
    expect(second.messageId).toBe(first.messageId)
    expect(second.events).toEqual(first.events)
    expect((await ada.get<{ items: unknown[] }>(`/chat/conversations/${id}/messages`)).items).toHaveLength(2)
    const other = await ada.call('POST', `/chat/conversations/${id}/messages`, { body: { content: csv(6) }, headers })
    expect([other.status, await other.json()]).toMatchObject([422, { code: 'key_reused' }])
  })
})

describe('a wide table', () => {
  it('comes in events and pages that stay small, with every row', async () => {
    const id = await ada.converse()
    const header = Array.from({ length: 1000 }, (_, index) => `c${index}`).join(',')
    const row = (index: number) => Array.from({ length: 1000 }, (_, at) => index * at).join(',')
    const content = [header, ...Array.from({ length: 120 }, (_, index) => row(index))].join('\n')
    const { events } = await ada.send(id, { content })
    expect(events.at(-1)).toMatchObject({ state: 'complete' })
    const added = events.flatMap((event) => (event.type === 'rows-add' ? [event.rows.length] : []))
    expect(added.reduce((sum, rows) => sum + rows, 0)).toBe(120)
    expect(Math.max(...added)).toBeLessThan(60)
    const start = events.find((event) => event.type === 'table-start')
    const path = `/tables/${start?.type === 'table-start' ? start.table_id : ''}/rows`
    type Page = { items: number[][]; next_cursor: string | null }
    expect((await ada.get<Page>(path)).items.map((cells) => cells[999])).toEqual(
      Array.from({ length: 120 }, (_, index) => index * 999),
    )
  })
})

describe('conversations', () => {
  it('are listed page by page, the latest first, renamed under their tag, deleted', async () => {
    const grace = await createClient(app)
    const ids = [await grace.converse(), await grace.converse(), await grace.converse()]
    await grace.send(ids[0]!, { content: 'hello there' })
    const first = await grace.get<{ items: { id: string; title: string }[]; next_cursor: string }>(
      '/chat/conversations?limit=2',
    )
    const rest = await grace.get<{ items: { id: string }[]; next_cursor: null }>(
      `/chat/conversations?limit=2&cursor=${first.next_cursor}`,
    )
    expect([...first.items, ...rest.items].map((item) => item.id)).toEqual([ids[0], ids[2], ids[1]])
    expect(first.items[0]?.title).toBe('hello there')
    expect(rest.next_cursor).toBeNull()

    const path = `/chat/conversations/${ids[1]}`
    const etag = (await grace.call('GET', path)).headers.get('etag')!
    const rename = (title: string) => grace.call('PATCH', path, { body: { title }, headers: { 'if-match': etag } })
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect((await rename('Mine')).status).toBe(200)
    expect((await rename('Stale')).status).toBe(412)

    expect((await grace.call('DELETE', path)).status).toBe(204)
    expect((await grace.call('GET', path)).status).toBe(404)
    expect((await grace.get<{ items: unknown[] }>('/chat/conversations')).items).toHaveLength(2)
    expect((await grace.call('GET', '/chat/conversations?cursor=bm9wZQ')).status).toBe(400)
  })
})
