// What mounting an operation adds around its handler: sign-in, limits, files, streams, validated answers.
import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text as readText } from 'node:stream/consumers'
import express, { Router } from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Conversation } from '../../../shared/contract/schemas.ts'
import { createLog } from '../log.ts'
import { Problem } from '../problem.ts'
import type { Actor } from './actor.ts'
import { standInFront } from './admit.ts'
import { etagOf, matchesEtag } from './etag.ts'
import { guard } from './guard.ts'
import { mount } from './mount.ts'
import { problemHandler, unknownRoute } from './problem-handler.ts'
import { requestLog } from './request-log.ts'
import { type EventStream, openEvents, wantsEvents } from './sse.ts'

const fileBytes = 1_000_000
const actor: Actor = { userId: randomUUID(), workspaceId: randomUUID() }
const logged: { level: number; code?: string; status?: number; err?: { message: string } }[] = []
const streams: EventStream[] = []
const conversation: Conversation = {
  ...{ id: randomUUID(), title: 'First', description: '' },
  ...{ created_at: '2026-01-02T03:04:05.678Z', updated_at: '2026-01-02T03:04:05.678Z' },
  ...{ archived_at: null, deleted_at: null },
}

let server: Server
let base: string
let bodyLength = 0
let size = 0

function testRouter(): Router {
  const router = Router()
  router.use(
    standInFront({
      async authenticate(token) {
        if (token === 'good') return actor
        throw new Problem('unauthorized', 'The access token is not one of this server. Sign in again.')
      },
    }),
  )
  mount(router, 'getConversation', ({ res }) => {
    res.set('ETag', etagOf(conversation.updated_at))
    return conversation
  })
  mount(router, 'updateConversation', ({ body, req }) => {
    if (!matchesEtag(req.get('if-match'), conversation.updated_at)) throw new Problem('stale', 'Read it again.')
    return { ...conversation, title: body.title ?? '', workspace_id: 'not in the contract, so not sent' }
  })
  mount(router, 'deleteConversation', () => undefined)
  mount(router, 'createConversation', () => ({ ...conversation, title: 'SECRET', id: 'no uuid' }))
  mount(router, 'listConversations', () => {
    throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  })
  mount(router, 'sendMessage', async ({ body, req, res }) => {
    bodyLength = body.content.length
    if (!wantsEvents(req)) throw new Problem('message_empty', 'Write something.')
    const stream = openEvents(res, 201)
    streams.push(stream)
    await stream.send([{ id: 1, event: { type: 'text-delta' } }], new AbortController().signal)
    if (body.content === 'end') stream.close()
    return undefined
  })
  const upload = mount<'uploadFile'>
  upload(
    router,
    'uploadFile',
    async ({ upload }) => {
      size = 0
      for await (const chunk of upload.chunks) size += chunk.length
      return { id: randomUUID(), name: upload.name, size, created_at: conversation.created_at }
    },
    { fileBytes },
  )
  return router
}

beforeAll(async () => {
  const log = createLog('info', (line) => logged.push(JSON.parse(line)))
  const app = express().set('etag', false)
  app
    .use(requestLog(log), ...guard([]))
    .use('/api/v1', testRouter())
    .use(unknownRoute)
    .use(problemHandler(log))
  server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const path = `/chat/conversations/${conversation.id}`
function call(method: string, to: string, init: RequestInit = {}, headers: Record<string, string> = {}) {
  const json: Record<string, string> = typeof init.body === 'string' ? { 'content-type': 'application/json' } : {}
  return fetch(base + to, { method, ...init, headers: { authorization: 'Bearer good', ...json, ...headers } })
}

test('without a good token the body is not even read', async () => {
  bodyLength = -1
  const body = JSON.stringify({ content: 'hello' })
  for (const authorization of ['', 'Bearer bad'])
    expect((await call('POST', `${path}/messages`, { body }, { authorization })).status).toBe(401)
  expect(bodyLength).toBe(-1)
})

test('a path that is no UUID and a body that does not fit are named', async () => {
  const answer = await call('GET', '/chat/conversations/7')
  expect(answer.status).toBe(400)
  expect((await answer.json()).detail).toContain('“id” in the path')
  const wrong = await call('PATCH', path, { body: JSON.stringify({ title: 1 }) })
  expect((await wrong.json()).detail).toContain('“title” in the body')
})

test('a change takes the entity tag of the last read, refuses an old one, and needs none', async () => {
  const tag = (await call('GET', path)).headers.get('etag') ?? ''
  const patch = (headers: Record<string, string>) => call('PATCH', path, { body: '{"title":"New"}' }, headers)
  const changed = await patch({ 'if-match': tag })
  expect(await changed.json()).toEqual({ ...conversation, title: 'New' })
  expect((await patch({})).status).toBe(200)
  expect((await patch({ 'if-match': '*' })).status).toBe(200)
  expect((await patch({ 'if-match': '"old"' })).status).toBe(412)
})

test('an operation without a response answers 204', async () => {
  const answer = await call('DELETE', path)
  expect([answer.status, await answer.text()]).toEqual([204, ''])
})

test('an answer outside the contract is the server’s fault, is logged once, and its contents stay inside', async () => {
  logged.length = 0
  const answer = await call('POST', '/chat/conversations', { body: '{}' })
  expect(answer.status).toBe(500)
  expect(await answer.text()).not.toContain('SECRET')
  expect(logged).toHaveLength(1)
  expect(logged[0]).toMatchObject({ level: 50, status: 500, code: 'internal' })
  expect(logged[0]?.err?.message).toContain('createConversation made a response outside its contract: id')
  expect(JSON.stringify(logged)).not.toContain('SECRET')
})

test('a database that is away is told as such', async () => {
  const answer = await call('GET', '/chat/conversations')
  expect([answer.status, (await answer.json()).code]).toEqual([503, 'unavailable'])
})

test('the log has neither token nor body nor query, and one line for each request', async () => {
  logged.length = 0
  await call('PATCH', `${path}?cursor=private`, { body: '{"title":"private"}' })
  await call('PATCH', `${path}?cursor=private`, { body: '{"title":7,"description":"private"}' })
  expect(logged.map(({ level }) => level)).toEqual([30, 40])
  expect(JSON.stringify(logged)).not.toMatch(/private|Bearer|good/)
})

test('a message may come with a large range; beyond 8 MB it is too long', async () => {
  const send = (length: number) =>
    call('POST', `${path}/messages`, { body: JSON.stringify({ content: 'x'.repeat(length) }) })
  expect((await send(7_900_000)).status).toBe(422)
  expect(bodyLength).toBe(7_900_000)
  const answer = await send(8_000_000)
  expect([answer.status, (await answer.json()).code]).toEqual([413, 'message_too_long'])
})

const upload = (body: RequestInit['body'], headers: Record<string, string>) =>
  call('POST', '/files', { body: body ?? null, duplex: 'half' } as RequestInit, headers)
const named = { 'x-file-name': encodeURIComponent('Zürich — 売上.csv') }

test('a file streams in under its own name', async () => {
  const answer = await upload(Buffer.alloc(fileBytes), named)
  expect(answer.status).toBe(201)
  expect(await answer.json()).toMatchObject({ name: 'Zürich — 売上.csv', size: fileBytes })
})

test('a file over the limit is refused with a readable answer, whether it says its size or not', async () => {
  const tooMuch = Buffer.alloc(4 * fileBytes)
  for (const body of [tooMuch, new Blob([tooMuch]).stream()]) {
    const answer = await upload(body, named)
    expect([answer.status, (await answer.json()).code]).toEqual([413, 'file_too_large'])
  }
  expect(size).toBeLessThanOrEqual(fileBytes)
})

test.each([{}, { 'x-file-name': '%E0%A4%A' }, { 'x-file-name': '' }])('a file needs a name: %o', async (headers) => {
  const answer = await upload(Buffer.from('a'), { 'content-type': 'text/csv', ...headers } as Record<string, string>)
  expect(answer.status).toBe(400)
})

const stream = (content: string, signal?: AbortSignal) =>
  call(
    'POST',
    `${path}/messages`,
    { body: JSON.stringify({ content }), ...(signal ? { signal } : {}) },
    { accept: 'text/event-stream' },
  )

test('events come with their ids, unbuffered, and end', async () => {
  const answer = await stream('end')
  expect(answer.status).toBe(201)
  expect(answer.headers.get('cache-control')).toBe('no-cache, no-transform')
  expect(answer.headers.get('x-accel-buffering')).toBe('no')
  expect(await answer.text()).toMatch(/event: ?text-delta\n/)
  await expect.poll(() => streams.at(-1)?.isOpen).toBe(false)
})

test('a client that leaves a POST stream is noticed, and one that stays is not taken for gone', async () => {
  const leaving = new AbortController()
  const answer = await stream('stay', leaving.signal)
  const open = streams.at(-1)
  const reader = answer.body?.getReader()
  await reader?.read()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(open?.isOpen).toBe(true)
  leaving.abort()
  await expect.poll(() => open?.isOpen).toBe(false)
})

/** What comes back on one connection of its own until the server closes it. */
const onOneConnection = (requests: string): Promise<string> => {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.end(requests))
  return readText(socket)
}

const asked = (version: string, content: string) => {
  const body = JSON.stringify({ content })
  const to = `POST ${new URL(base).pathname}${path}/messages HTTP/${version}`
  const head = [to, 'Host: x', 'Authorization: Bearer good', 'Accept: text/event-stream']
  return [...head, 'Content-Type: application/json', `Content-Length: ${body.length}`, '', body].join('\r\n')
}

test('requests sent one behind the other get their events whole and in order', async () => {
  const answers = (await onOneConnection(asked('1.1', 'end') + asked('1.1', 'end'))).split(/(?=HTTP\/1\.1 201)/)
  const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`
  const told = chunk('id: 1\nevent: text-delta\ndata: {"type":"text-delta"}\n\n')
  expect(answers).toHaveLength(2)
  for (const answer of answers)
    expect(answer.endsWith(`\r\n\r\n${chunk('retry: 2000\n\n')}${told}0\r\n\r\n`)).toBe(true)
})

test('a client that speaks HTTP/1.0 gets events without chunks', async () => {
  const answer = await onOneConnection(asked('1.0', 'end'))
  expect(answer).toMatch(/\r\n\r\nretry: 2000\n\nid: 1\nevent: text-delta\ndata: \{"type":"text-delta"\}\n\n$/)
})
