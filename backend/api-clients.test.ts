// Clients that others would write complete the whole way: sign up, chat, table, export.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { generate } from 'openapi-typescript-codegen'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startConnected } from './google/testing/connect.ts'
import { agree } from './testing/agree.ts'

let running: Awaited<ReturnType<typeof startConnected>>
let folder: string
beforeAll(async () => {
  running = await startConnected()
  folder = await mkdtemp(join(tmpdir(), 'tablewright-clients-'))
})
afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

const examples = join(import.meta.dirname, '../docs/examples')
const installed = (command: string) => spawnSync(command, ['--version']).status === 0

/** Runs a program against the server and stands for the person who opens what it says to open; what it printed. */
async function run(command: string, file: string): Promise<string> {
  const program = spawn(command, [join(examples, file), running.app.url], { stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  let opened = false
  const hear = (piece: Buffer) => {
    text += piece
    const url = /^open (\S+)\n/m.exec(text)?.[1]
    if (url === undefined || opened) return
    opened = true
    agree(url, `${file}@example.com`).catch((error) => {
      text += error
      program.kill()
    })
  }
  program.stdout.on('data', hear)
  program.stderr.on('data', hear)
  const code = await new Promise((resolve) => program.once('close', resolve))
  expect([text, code]).toEqual([text, 0])
  return text
}

describe('the example', () => {
  it('in TypeScript comes to its end', async () => {
    expect(await run(process.execPath, 'export-a-table.ts')).toMatch(/A-3 \| 5 \| 1.25[\s\S]*done: 3 rows in https:/)
  })

  it.skipIf(!installed('curl'))('in curl comes to its end', async () => {
    expect(await run('sh', 'export-a-table.sh')).toMatch(/\["A-3",5,1\.25\][\s\S]*done: https:/)
  })

  it.skipIf(!installed('python3'))('in Python comes to its end', async () => {
    expect(await run('python3', 'export_a_table.py')).toMatch(/\['A-3', 5, 1\.25\][\s\S]*done: 3 rows in https:/)
  })
})

/** The services that the generator makes of the chapters of the document, as far as they are used here. */
type Called = (...args: unknown[]) => Promise<Record<string, unknown>>
type Service = Record<string, Called>
type Generated = { OpenAPI: { BASE: string; TOKEN: string } } & Record<string, Service>

async function generated(): Promise<Generated> {
  const input = await (await running.app.call('GET', '/openapi.json')).json()
  await generate({ input, output: join(folder, 'generated'), httpClient: 'fetch', useOptions: true })
  const outfile = join(folder, 'client.mjs')
  await build({
    entryPoints: [join(folder, 'generated/index.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
  })
  return (await import(pathToFileURL(outfile).href)) as Generated
}

describe('a client that a generator made of the served document', () => {
  it('comes to its end', async () => {
    const client = await generated()
    /** The method of that name, in whichever service it is. */
    const call: (name: string, options?: object) => ReturnType<Called> = (name, options = {}) => {
      const service = Object.values<object>(client).find((value) => name in value) as Service | undefined
      const method = service?.[name]
      if (!method) throw new Error(`Nothing was generated for ${name}`)
      return method.call(service, options)
    }
    client.OpenAPI.BASE = `${running.app.url}/api/v1`
    const requestBody = { email: 'generated@example.com', password: 'a long and unusual sentence' }
    client.OpenAPI.TOKEN = String((await call('register', { requestBody })).access_token)
    const { id } = await call('createConversation', { requestBody: { title: 'Orders' } })
    const reply = await call('sendMessage', { id, requestBody: { content: 'order,quantity\nA-1,2\nA-2,1\n' } })
    expect(reply).toMatchObject({ role: 'assistant', state: 'complete', tables: [{ row_count: 2 }] })
    const [table] = (await call('listConversationTables', { id })).items as { id: string }[]
    const rows = await call('listRows', { tableId: table?.id, limit: 10 })
    expect(rows.items).toEqual([
      ['A-1', 2],
      ['A-2', 1],
    ])
    await agree(String((await call('authorizeGoogle')).url), 'generated@example.com')
    const wanted = { conversation_id: id, table_id: table?.id, template: 'plain_table' }
    const made = await call('createExport', { requestBody: wanted, idempotencyKey: 'once' })
    expect((await call('createExport', { requestBody: wanted, idempotencyKey: 'once' })).id).toBe(made.id)
    let status = await call('getExportStatus', { sheetId: made.id })
    while (['queued', 'running', 'waiting'].includes(String(status.state))) {
      await new Promise((resolve) => setTimeout(resolve, 50))
      status = await call('getExportStatus', { sheetId: made.id })
    }
    expect(status).toMatchObject({ state: 'done', url: expect.stringContaining('https:') })
    await expect(call('getTable', { tableId: id })).rejects.toMatchObject({ status: 404, body: { code: 'not_found' } })
  })
})
