// Tests of the page server over HTTP: origins, panels, google.script.run's door, edits, menus, tokens and restarts.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OAuth2Client } from 'google-auth-library'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Emulator, startEmulator } from './start-emulator.ts'
import type { SheetView, StateView } from './view.ts'

const port = 18801
const code = `
function onOpen() { SpreadsheetApp.getUi().createAddonMenu().addItem('Start', 'show').addToUi() }
function show() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('sidebar').setTitle('Panel')) }
function add(a, b) { return a + b }
function dated() { return { list: [new Date()] } }
function fails() { throw new TypeError('bad') }
function outside() { SpreadsheetApp.getActiveSheet().getRange(0, 1) }
function selection() { return SpreadsheetApp.getActiveRange().getA1Notation() }
function token() { return ScriptApp.getIdentityToken() }
function keep(v) { PropertiesService.getUserProperties().setProperty('v', v) }
function kept() { return PropertiesService.getUserProperties().getProperty('v') }
function hidden_() {}
var notDeclared = function () {}
`
const folder = mkdtempSync(join(tmpdir(), 'emulator-'))
const options = {
  port,
  addonDir: folder,
  dataFile: join(folder, 'data', 'state.json'),
  latencyMs: 0,
  clientId: 'test-client',
}
let emulator: Emulator

type Answer = { status: number; body: string; headers: Record<string, unknown> }

/** A request under either name of the machine; fetch would not let us choose the Host header. */
function ask(host: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        port,
        path,
        host: '127.0.0.1',
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          host: `${host}:${port}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
      },
      (response) => {
        let text = ''
        response.on('data', (part) => {
          text += part
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text, headers: response.headers }))
      },
    )
    sent.on('error', reject)
    sent.end(body === undefined ? undefined : JSON.stringify(body))
  })
}
const page = async <T>(path: string, body?: unknown): Promise<T> =>
  JSON.parse((await ask('localhost', `/api${path}`, body)).body)
const open = async () => (await page<StateView>('/open', {})).sidebar!
const run = async (token: string, name: string, ...args: unknown[]) =>
  JSON.parse((await ask('127.0.0.1', `/run/${token}`, { name, args })).body)

beforeAll(async () => {
  writeFileSync(join(folder, 'Code.js'), code)
  writeFileSync(
    join(folder, 'sidebar.html'),
    '<!DOCTYPE html><html><head><title>x</title></head><body>Hi</body></html>',
  )
  emulator = await startEmulator(options)
})
afterAll(async () => {
  await emulator.close()
  rmSync(folder, { recursive: true })
})

describe('the two origins', () => {
  it('keep the page on localhost and panels on 127.0.0.1', async () => {
    expect((await ask('localhost', '/')).body).toContain('Quarterly planning')
    expect((await ask('127.0.0.1', '/')).headers.location).toBe(`http://localhost:${port}/`)
    expect((await ask('127.0.0.1', '/api/state')).status).toBe(404)
    const { token, url } = await open()
    expect(url).toBe(`http://127.0.0.1:${port}/panel/${token}`)
    expect((await ask('localhost', `/panel/${token}`)).status).toBe(404)
    expect((await ask('evil.example', '/')).status).toBe(404)
    expect((await ask('localhost', '/healthz')).status).toBe(200)
  })

  it('refuse scripts of other origins', async () => {
    const { token } = await open()
    const foreign = { origin: 'http://evil.example' }
    expect((await ask('localhost', '/api/state', undefined, foreign)).status).toBe(403)
    expect((await ask('localhost', '/api/state', undefined, { 'sec-fetch-site': 'same-site' })).status).toBe(403)
    expect(
      (await ask('127.0.0.1', `/run/${token}`, { name: 'add', args: [1, 2] }, { origin: `http://localhost:${port}` }))
        .status,
    ).toBe(403)
    expect((await ask('127.0.0.1', '/run/guessed', { name: 'add', args: [1, 2] })).status).toBe(403)
  })
})

describe('a panel', () => {
  it('opens by the menu with google.script before its own scripts, fresh each time', async () => {
    const first = await open()
    const html = (await ask('127.0.0.1', `/panel/${first.token}`)).body
    expect(html.indexOf('<script data-boot')).toBe(html.indexOf('<head>') + 6)
    expect(html).not.toContain('hidden_')
    const second = (await page<StateView>('/menu', { functionName: 'show' })).sidebar!
    expect(second.token).not.toBe(first.token)
    expect((await ask('127.0.0.1', `/panel/${first.token}`)).status).toBe(404)
    expect((await page<StateView>('/state')).addon).toEqual({
      caption: 'Panel',
      items: [{ caption: 'Start', functionName: 'show' }],
    })
  })

  it('calls functions of the project, and only those', async () => {
    const { token } = await open()
    expect(await run(token, 'add', 2, 3)).toEqual({ ok: true, result: 5 })
    expect(await run(token, 'dated')).toEqual({ ok: true, result: null })
    expect(await run(token, 'fails')).toMatchObject({ ok: false, message: 'TypeError: bad' })
    expect(await run(token, 'outside')).toMatchObject({
      ok: false,
      message: 'Exception: The starting row of the range is too small.',
    })
    for (const name of ['hidden_', 'notDeclared', 'Object', 'nothing'])
      expect(await run(token, name)).toMatchObject({ ok: false, message: `Error: Script function not found: ${name}` })
  })

  it('gets changed files with the next execution', async () => {
    const { token } = await open()
    writeFileSync(join(folder, 'Code.js'), `${code}\nfunction added() { return 'new' }`)
    expect(await run(token, 'added')).toEqual({ ok: true, result: 'new' })
  })

  it('hands out ID tokens that google-auth-library verifies with the published keys', async () => {
    const { token } = await open()
    const { result: idToken } = await run(token, 'token')
    const client = new OAuth2Client({ endpoints: { oauth2FederatedSignonPemCertsUrl: emulator.certsUrl } })
    const ticket = await client.verifyIdToken({ idToken, audience: 'test-client' })
    expect(ticket.getPayload()).toMatchObject({ email: emulator.runtime.user.email, email_verified: true })
    await expect(client.verifyIdToken({ idToken, audience: 'other' })).rejects.toThrow()
  })
})

describe('the page', () => {
  it('types as a person does, and tells scripts what is selected', async () => {
    const { sheets } = await page<StateView>('/state')
    const id = sheets[0]!.id
    await page(`/sheets/${id}/cells`, {
      row: 1,
      column: 1,
      texts: [
        ['12%', '=A1*2'],
        ["'007", 'TRUE'],
      ],
    })
    const view = await page<SheetView>(`/sheets/${id}`)
    expect(view.cells.map(([row, column, text, , extra]) => [row, column, text, extra?.edit])).toEqual([
      [1, 1, '12%', undefined],
      [1, 2, '0.24', '=A1*2'],
      [2, 1, '007', "'007"],
      [2, 2, 'TRUE', undefined],
    ])
    expect(view.rows).toBe(100)
    await page(`/sheets/${id}/select`, { box: { row: 2, column: 1, rows: 2, columns: 3 } })
    const { token } = await open()
    expect(await run(token, 'selection')).toEqual({ ok: true, result: 'A2:C3' })
    await page(`/sheets/${id}/clear`, { box: { row: 1, column: 1, rows: 2, columns: 2 } })
    expect((await page<SheetView>(`/sheets/${id}`)).cells).toEqual([])
  })

  it('refuses what a validation rejects, saying why', async () => {
    emulator.runtime.evaluate(
      "SpreadsheetApp.getActiveSheet().getRange('D1').setDataValidation(SpreadsheetApp.newDataValidation().requireNumberBetween(1, 9).setAllowInvalid(false).build()); 1",
    )
    const id = emulator.workbook.activeSheetId
    const refused = await ask('localhost', `/api/sheets/${id}/cells`, { row: 1, column: 4, texts: [['12']] })
    expect([refused.status, JSON.parse(refused.body).message]).toEqual([
      422,
      'The data you entered in cell D1 violates the data validation rules set on this cell.',
    ])
  })

  it('is the same after a restart: cells, looks and properties', async () => {
    const { token } = await open()
    await run(token, 'keep', 'yes')
    const id = emulator.workbook.activeSheetId
    await page(`/sheets/${id}/cells`, { row: 5, column: 5, texts: [['still here']] })
    await emulator.close()
    emulator = await startEmulator(options)
    const again = await open()
    expect(await run(again.token, 'kept')).toEqual({ ok: true, result: 'yes' })
    expect((await page<SheetView>(`/sheets/${id}`)).cells.some(([, , text]) => text === 'still here')).toBe(true)
  })

  it('hears of changes as they happen', async () => {
    const heard = new Promise<string>((resolve, reject) => {
      const stream = request(
        { port, path: '/api/events', host: '127.0.0.1', headers: { host: `localhost:${port}` } },
        (response) => {
          response.setEncoding('utf8').on('data', (part: string) => {
            if (!part.includes('data:')) return
            resolve(part)
            stream.destroy()
          })
          emulator.runtime.evaluate("SpreadsheetApp.getActiveSheet().getRange('A9').setValue(1); 1")
        },
      )
      stream.on('error', reject)
      stream.end()
    })
    expect(await heard).toContain('"changed"')
  })
})
