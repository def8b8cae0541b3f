// What a hostile or broken client can send: every answer is a clear problem, and the server goes on.
import { connect as connectTcp } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, createClient } from './chat/testing/client.ts'
import { encodeCursor } from './platform/cursor.ts'
import { createTestApp, type TestApp } from './platform/testing/test-app.ts'

let app: TestApp
let ada: Client
beforeAll(async () => {
  app = await createTestApp()
  ada = await createClient(app)
})
afterAll(() => app.close())

const post = (path: string, body: string) =>
  fetch(`${app.url}/api/v1${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })

describe('a body', () => {
  it('that is nested without end is refused', async () => {
    const depth = 100_000
    const body = `{"email":"\\u0000","password":${'['.repeat(depth)}${']'.repeat(depth)}}`
    const answer = await post('/auth/login', body)
    expect(answer.status).toBe(400)
    expect((await answer.json()).code).toBe('invalid_request')
  })

  it('with half characters is stored with what can be stored', async () => {
    const id = await ada.converse()
    const columns = [{ key: 'a', name: 'A\ud800', type: 'text' }]
    const attachments = [{ kind: 'range', a1: 'S\udfff!A1:A2', columns, rows: [['x\ud800y'], ['\u0000z']] }]
    const { events } = await ada.send(id, { content: 'this', attachments, locale: 'e\ud800' })
    expect(events.find((event) => event.type === 'rows-add')).toMatchObject({ rows: [['x\ufffdy'], ['z']] })
    expect(events.at(-1)).toMatchObject({ type: 'message-end', state: 'complete' })
  })
})

describe('a place in a list or stream', () => {
  it('that nobody gave out is refused or starts again, and never fails', async () => {
    const id = await ada.converse()
    const { messageId, events, ids } = await ada.send(id, { content: 'a,b\n1,2\n3,4\n' })
    const start = events.find((event) => event.type === 'table-start')
    const tableId = start?.type === 'table-start' ? start.table_id : ''
    const forged: [string, string][] = [
      ['/chat/conversations', encodeCursor('conversations', ['soon', 'nobody'])],
      [`/chat/conversations/${id}/messages`, encodeCursor('messages', ['x'])],
      [`/chat/conversations/${id}/messages`, encodeCursor('messages', [1e300])],
      [`/chat/conversations/${id}/tables`, encodeCursor('tables', [-1.5])],
      [`/tables/${tableId}/rows`, encodeCursor(`rows ${tableId}`, [2 ** 40])],
      ['/export/templates', 'nope'],
    ]
    for (const [path, cursor] of forged) {
      const answer = await ada.call('GET', `${path}?cursor=${cursor}`)
      expect([path, answer.status]).toEqual([path, 400])
    }
    const path = `/chat/conversations/${id}/messages/${messageId}/events`
    for (const header of ['nonsense', '-3', '1.5', ''])
      expect((await readAll(path, header)).match(/^id:/gm)).toHaveLength(ids.length)
    for (const header of ['99999', '99999999999', '1e15']) expect(await readAll(path, header)).not.toContain('id:')
  })

  const readAll = async (path: string, lastEventId: string) =>
    await (await ada.call('GET', path, { headers: { 'last-event-id': lastEventId } })).text()
})

describe('a client that stops reading', () => {
  it('does not keep the server from stopping', async () => {
    const id = await ada.converse()
    // More than the buffers between the two hold.
    const lines = Array.from({ length: 6000 }, (_, index) => `${index},${'x'.repeat(2500)}`)
    const file = (await (await ada.upload('long.csv', `id,name\n${lines.join('\n')}\n`)).json()) as { id: string }
    const { messageId } = await ada.send(id, { content: '', attachments: [{ kind: 'file', file_id: file.id }] })
    const { hostname, port } = new URL(app.url)
    const socket = connectTcp(Number(port), hostname)
    const path = `/api/v1/chat/conversations/${id}/messages/${messageId}/events`
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${ada.token}\r\n\r\n`)
    await new Promise((resolve) => socket.once('readable', resolve))
    await new Promise((resolve) => setTimeout(resolve, 300))
    const began = Date.now()
    await app.restart()
    expect(Date.now() - began).toBeLessThan(5000)
    socket.destroy()
  })
})

describe('a table that would fill the memory', () => {
  it('is refused, and others are answered meanwhile', async () => {
    const id = await ada.converse()
    const bomb = `| a | b |\n|---|---|\n${'|'.repeat(8000)}\n${'| 1 | 2 |\n'.repeat(1500)}`
    let waits = 0
    const timer = setInterval(() => (waits += 1), 20)
    const { events } = await ada.send(id, { content: bomb })
    clearInterval(timer)
    expect(events.at(-2)).toMatchObject({ type: 'problem', problem: { code: 'table_too_large' } })
    expect(waits).toBeGreaterThan(10)
  })
})
