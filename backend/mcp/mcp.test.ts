// The official client of the Model Context Protocol uses the tools over HTTP.
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { connect, startConnected } from '../google/testing/connect.ts'

type Running = Awaited<ReturnType<typeof startConnected>>
let running: Running
let app: Running['app']
const clients: Client[] = []
beforeAll(async () => {
  running = await startConnected()
  app = running.app
})
afterEach(async () => {
  for (const client of clients.splice(0)) await client.close()
})
afterAll(() => running.close())

const address = () => new URL(`${app.url}/api/v1/mcp`)

async function open(token: string): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' })
  const headers = { authorization: `Bearer ${token}` }
  const transport = new StreamableHTTPClientTransport(address(), { requestInit: { headers } })
  await client.connect(transport as Parameters<Client['connect']>[0])
  clients.push(client)
  return client
}

type Answer = {
  isError?: boolean
  content: { type: string; text: string }[]
  structuredContent?: Record<string, unknown>
}
const call = async (client: Client, name: string, args: object = {}) =>
  (await client.callTool({ name, arguments: { ...args } })) as Answer
const textOf = ({ content }: Answer) => content.map(({ text }) => text).join('\n')

async function keyWith(token: string, scopes: string[]): Promise<string> {
  const made = await app.call('POST', '/auth/keys', { token, body: { name: 'mcp', scopes } })
  expect(made.status).toBe(201)
  return ((await made.json()) as { key: string }).key
}

const orders = `order,customer,amount\n${Array.from({ length: 30 }, (_, at) => `A-${at + 1},Customer ${at + 1},${at}.50`).join('\n')}`

describe('an AI client', () => {
  it('is told the tools with their schemas', async () => {
    const { token } = await app.signUp()
    const client = await open(token)
    expect(client.getServerVersion()?.name).toBe('tablewright')
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).toEqual([
      ...['extract', 'send_message', 'list_tables', 'get_table', 'list_templates', 'export_table', 'export_status'],
    ])
    for (const tool of tools) {
      expect(tool.outputSchema).toMatchObject({ type: 'object' })
      expect(tool.description?.length).toBeLessThan(300)
    }
    // What a model has to read before it does anything.
    expect(JSON.stringify(tools).length).toBeLessThan(13_500)
  })

  it('reads tables from text, and nothing is kept', async () => {
    const client = await open((await app.signUp()).token)
    const answer = await call(client, 'extract', { text: orders })
    expect(answer.structuredContent).toMatchObject({
      state: 'complete',
      tables: [
        { row_count: 30, columns: [{ name: 'order' }, { name: 'customer' }, { name: 'amount', type: 'number' }] },
      ],
    })
    expect(textOf(answer)).toContain('["A-1","Customer 1",0.5]')
    expect((await call(client, 'list_tables')).structuredContent).toEqual({ tables: [], next_cursor: null })
  })

  it('makes a table, reads it by pages and exports it to Google Sheets', async () => {
    const { token } = await app.signUp()
    await connect(app, token)
    const client = await open(token)
    const sent = await call(client, 'send_message', { text: orders })
    const { conversation_id, tables } = sent.structuredContent as { conversation_id: string; tables: { id: string }[] }
    const table_id = tables[0]?.id
    const first = await call(client, 'get_table', { table_id, limit: 20 })
    const { rows, next_cursor } = first.structuredContent as { rows: unknown[]; next_cursor: string }
    expect([rows.length, textOf(first)]).toEqual([20, expect.stringContaining('20 of 30 rows are shown')])
    const rest = await call(client, 'get_table', { table_id, limit: 20, cursor: next_cursor })
    expect(rest.structuredContent).toMatchObject({ rows: { length: 10 }, next_cursor: null })
    expect((await call(client, 'list_tables', { conversation_id })).structuredContent).toMatchObject({
      tables: [{ id: table_id, row_count: 30 }],
    })
    const exported = await call(client, 'export_table', { table_id, title: 'Orders' })
    expect(textOf(exported)).toMatch(/^(done|queued|running)/)
    const { export_id } = exported.structuredContent as { export_id: string }
    const status = async () => (await call(client, 'export_status', { export_id })).structuredContent
    await expect.poll(status, { timeout: 15_000 }).toMatchObject({ state: 'done', rows: 30 })
    expect(await status()).toMatchObject({ url: expect.stringContaining('docs.google.com/spreadsheets') })
    const audit = await app.call('GET', '/account/audit', { token })
    expect(JSON.stringify(await audit.json())).toContain('export.create')
  })

  it('exports once, however often it asks with one key', async () => {
    const { token } = await app.signUp()
    await connect(app, token)
    const client = await open(token)
    const sent = await call(client, 'send_message', { text: orders })
    const { tables } = sent.structuredContent as { tables: { id: string }[] }
    const asked = { table_id: tables[0]?.id, title: 'Once', idempotency_key: 'k1' }
    const asking = () => call(client, 'export_table', asked)
    const answers = [...(await Promise.all([asking(), asking()])), await asking()]
    const ids = answers.map(({ structuredContent }) => structuredContent?.export_id)
    expect([new Set(ids).size, ids[0]]).toEqual([1, expect.any(String)])
    const listed = (await (await app.call('GET', '/export/sheets', { token })).json()) as { items: object[] }
    expect(listed.items).toHaveLength(1)
    expect(textOf(await call(client, 'export_table', { ...asked, title: 'Another' }))).toMatch(/\(key_reused\)$/)
    const refused = await call(client, 'export_table', { ...asked, template: 'nowhere', idempotency_key: 'k2' })
    expect(textOf(refused)).toMatch(/\(not_found\)$/)
    // What was refused has used no key up.
    expect((await call(client, 'export_table', { ...asked, idempotency_key: 'k2' })).isError).toBeUndefined()
  })

  it('lists templates', async () => {
    const client = await open((await app.signUp()).token)
    const { templates } = (await call(client, 'list_templates')).structuredContent as { templates: { id: string }[] }
    expect(templates.length).toBeGreaterThan(5)
  })
})

describe('what goes wrong', () => {
  it('is told to the model in words, with what to do', async () => {
    const { token } = await app.signUp()
    const client = await open(token)
    const missing = await call(client, 'get_table', { table_id: crypto.randomUUID() })
    expect(missing).toMatchObject({ isError: true })
    expect(textOf(missing)).toMatch(/^Not found\. There is no such table\..* \(not_found\)$/)
    const sent = await call(client, 'send_message', { text: orders })
    const { tables } = sent.structuredContent as { tables: { id: string }[] }
    const unconnected = await call(client, 'export_table', { table_id: tables[0]?.id })
    expect(unconnected.isError).toBe(true)
    expect(textOf(unconnected)).toMatch(/Connect a Google account first.*\(google_not_connected\)/)
    expect(await call(client, 'get_table', { table_id: 'x' })).toMatchObject({ isError: true })
    expect(await call(client, 'drop_table')).toMatchObject({ isError: true })
  })

  it('is the same for somebody else’s table as for none', async () => {
    const ann = await open((await app.signUp()).token)
    const bob = await open((await app.signUp()).token)
    const sent = await call(ann, 'send_message', { text: orders })
    const { tables, conversation_id } = sent.structuredContent as { tables: { id: string }[]; conversation_id: string }
    const foreign = await call(bob, 'get_table', { table_id: tables[0]?.id })
    expect(textOf(foreign)).toBe(textOf(await call(bob, 'get_table', { table_id: crypto.randomUUID() })))
    for (const [tool, args] of [
      ['list_tables', { conversation_id }],
      ['send_message', { conversation_id, text: 'more' }],
      ['export_table', { table_id: tables[0]?.id }],
    ] as const)
      expect(textOf(await call(bob, tool, args))).toMatch(/\(not_found\)$/)
    expect((await call(bob, 'list_tables')).structuredContent).toEqual({ tables: [], next_cursor: null })
  })

  it('a key does what its scopes allow', async () => {
    const { token } = await app.signUp()
    const client = await open(await keyWith(token, ['extract']))
    expect(await call(client, 'extract', { text: orders })).not.toHaveProperty('isError')
    for (const [tool, scope, args] of [
      ['list_templates', 'templates:read', {}],
      ['send_message', 'chat:write', { text: 'x' }],
      ['get_table', 'tables:read', { table_id: crypto.randomUUID() }],
      ['export_status', 'exports:read', { export_id: crypto.randomUUID() }],
    ] as const)
      expect(textOf(await call(client, tool, args))).toContain(`needs the scope ${scope}`)
  })

  it('long tables and long cells are cut with a note, and go on where they were cut', async () => {
    const client = await open((await app.signUp()).token)
    const text = JSON.stringify(
      Array.from({ length: 300 }, (_, at) => ({ id: at, note: `${at} `.padEnd(at === 0 ? 3000 : 400, 'x') })),
    )
    const sent = await call(client, 'send_message', { text })
    const [{ id } = { id: '' }] = (sent.structuredContent as { tables: { id: string }[] }).tables
    const ids: unknown[] = []
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await call(client, 'get_table', { table_id: id, limit: 500, ...(cursor ? { cursor } : {}) })
      expect(textOf(page).length).toBeLessThan(45_000)
      const { rows, next_cursor, notes } = page.structuredContent as {
        rows: unknown[][]
        next_cursor: string | null
        notes: string[]
      }
      if (ids.length === 0) expect(notes.join()).toContain('1 long cells are shortened')
      ids.push(...rows.map((row) => row[0]))
      cursor = next_cursor
    }
    expect(ids).toEqual(Array.from({ length: 300 }, (_, at) => at))
  })
})

describe('the door', () => {
  const post = (headers: Record<string, string>, body: unknown) =>
    fetch(address(), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  const ping = { jsonrpc: '2.0', id: 1, method: 'ping' }

  it('says to strangers where a token is to be had', async () => {
    const response = await post({}, ping)
    expect(response.status).toBe(401)
    const [, metadata = ''] = /resource_metadata="([^"]+)"/.exec(response.headers.get('www-authenticate') ?? '') ?? []
    expect(await (await fetch(metadata)).json()).toMatchObject({ resource: address().href })
  })

  it('keeps no sessions', async () => {
    const { token } = await app.signUp()
    const authorization = `Bearer ${token}`
    const response = await post({ authorization }, ping)
    expect([response.status, response.headers.get('mcp-session-id')]).toEqual([200, null])
    for (const method of ['GET', 'DELETE'])
      expect((await fetch(address(), { method, headers: { authorization } })).status).toBe(405)
  })

  it('is closed to pages of unknown origins, to batches and to bodies that are too large', async () => {
    const authorization = `Bearer ${(await app.signUp()).token}`
    const status = async (headers: Record<string, string>, body: unknown) =>
      (await post({ authorization, ...headers }, body)).status
    expect(await status({ origin: 'https://app.example.com' }, ping)).toBe(200)
    expect(await status({ origin: 'http://localhost:6274' }, ping)).toBe(200)
    for (const origin of ['https://evil.example', 'null', app.url.replace('127.0.0.1', 'rebound.example')])
      expect(await status({ origin }, ping)).toBe(403)
    expect(await status({}, [ping, ping])).toBe(400)
    expect(await status({}, '{"jsonrpc":')).toBe(400)
    expect(await status({}, { ...ping, params: { text: 'x'.repeat(9_000_000) } })).toBe(413)
  })
})
