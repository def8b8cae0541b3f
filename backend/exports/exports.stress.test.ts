// Exports under force: two replicas that are killed at random, a Google that refuses, fails, is slow and loses answers.
import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FaultKind } from '../../emulator/sheets-api/limits/faults.ts'
import { type SheetsApi, startSheetsApi } from '../../emulator/sheets-api/start-sheets-api.ts'
import type { ExportStatus, SheetExport } from '../../shared/contract/export-schemas.ts'
import { agree, clientId, secretsKey } from '../google/testing/connect.ts'
import { createTestDatabase, type TestDatabase } from '../platform/testing/test-database.ts'
import { valuesOf } from './testing/export-client.ts'
import { type Replicas, startReplicas } from './testing/replicas.ts'

/** Twenty times as many in a stress run. */
const times = Number(process.env.STRESS ?? 1)
const isLong = times > 1
const people = isLong ? 10 : 2
const exportsEach = isLong ? 10 : 2
const writesEach = isLong ? 10 : 3
/** Five a second; a short run is left alone after that. */
const mostFaults = isLong ? Number.POSITIVE_INFINITY : 15
/** Google's limits, on both sides. */
const scale = 50

let google: SheetsApi
let database: TestDatabase
let replicas: Replicas
beforeAll(async () => {
  google = await startSheetsApi({ quota: scale })
  database = await createTestDatabase()
  replicas = await startReplicas(2, {
    DATABASE_URL: database.url,
    LOG_LEVEL: process.env.REPLICA_LOG ?? 'fatal',
    JWT_SECRET: 'a secret that is only good for tests',
    SECRETS_KEY: secretsKey,
    GOOGLE_API_ROOT: google.url,
    GOOGLE_CLIENT_ID: clientId,
    GOOGLE_CLIENT_SECRET: 'client secret',
    GOOGLE_QUOTA_PER_USER: String(60 * scale),
    GOOGLE_QUOTA_PER_PROJECT: String(300 * scale),
    EXPORT_LEASE_SECONDS: '3',
    RATE_LIMIT_USER: '0',
    RATE_LIMIT_ADDRESS: '0',
  })
}, 240_000)
afterAll(async () => {
  await replicas?.close()
  await google?.close()
  await database?.close()
}, 240_000)

type Ask = <T>(method: string, path: string, body?: unknown) => Promise<T>

/** Registers a person, who connects a Google account. */
async function join(at: number): Promise<Ask> {
  let token = ''
  const ask: Ask = async (method, path, body) => {
    const headers = {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      // The same key until there is an answer: nobody knows what a killed server has done.
      ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
    }
    const answer = await replicas.call(path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return await answer.json()
  }
  const account = `person-${at}@example.com`
  const session = await ask<{ access_token: string }>('POST', '/auth/register', {
    email: account,
    password: `a long enough password of ${at}`,
  })
  token = session.access_token
  const { url } = await ask<{ url: string }>('GET', '/google/authorize')
  const back = await agree(new URL(url), { login_hint: account })
  const page = await fetch(back, { headers: { accept: 'text/html' } })
  if (page.status !== 200) throw new Error(await page.text())
  return ask
}

const rowsFrom = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({ n: from + at, text: `row ${from + at}` }))

const firstRows = 3

/** A conversation with a table. Before the trouble: a reply whose server is killed ends without one. */
async function prepare(ask: Ask): Promise<string> {
  const { id } = await ask<{ id: string }>('POST', '/chat/conversations', {})
  const lines = rowsFrom(0, firstRows).map(({ n, text }) => `${n},${text}\n`)
  await ask('POST', `/chat/conversations/${id}/messages`, { content: `n,text\n${lines.join('')}` })
  return id
}

/** An export and its appends, one after the other; answers with what has to be in the sheet. */
async function exportRows(ask: Ask, conversation_id: string, name: string) {
  const made = await ask<SheetExport>('POST', '/export/sheets/create', {
    conversation_id,
    template: 'plain_table',
    title: name,
  })
  let rows = firstRows
  for (let write = 1; write < writesEach; write++) {
    const data = rowsFrom(rows, 1 + (write % 3))
    await ask<ExportStatus>('POST', `/export/sheets/${made.id}/update`, { update_type: 'append', data })
    rows += data.length
  }
  return { id: made.id, rows, ask }
}

const kinds: FaultKind[] = ['429', '503-html', '408-html', 'applied-but-answer-lost', 'slow']
const places = [':batchUpdate', ':batchUpdate', 'GET /v4/spreadsheets/', 'POST /drive/v3/files', 'GET /drive/v3/files']

/** Orders faults and kills until it is told to stop. */
function makeTrouble() {
  let stopped = false
  let faults = 0
  const forget = () => fetch(`${google.url}/emulator/faults`, { method: 'DELETE' })
  const injecting = (async () => {
    while (!stopped && faults < mostFaults) {
      // What has met nobody is taken back: otherwise every request would meet one after a while.
      await forget()
      const kind = kinds[Math.floor(Math.random() * kinds.length)]!
      const match = places[Math.floor(Math.random() * places.length)]!
      google.inject({ kind, match, delayMs: 500 })
      faults += 1
      await delay(200)
    }
    await forget()
  })()
  const killing = (async () => {
    while (!stopped) {
      await delay(isLong ? 1_000 + Math.random() * 4_000 : 1_500)
      if (!stopped) await replicas.kill()
      if (!isLong) return
    }
  })()
  return async () => {
    stopped = true
    await Promise.all([injecting, killing])
    return faults
  }
}

async function until<T>(ask: () => Promise<T | null>): Promise<T> {
  for (;;) {
    const found = await ask()
    if (found !== null) return found
    await delay(200)
  }
}

it('every row is written once and in order, nothing is left over, and no quota is exceeded', {
  timeout: isLong ? 1_800_000 : 120_000,
}, async () => {
  const asks = await Promise.all(Array.from({ length: people }, (_, at) => join(at)))
  const wanted = await Promise.all(
    asks.flatMap((ask, person) =>
      Array.from({ length: exportsEach }, async (_, at) => {
        return { ask, conversation: await prepare(ask), name: `Export ${person}.${at}` }
      }),
    ),
  )
  const began = performance.now()
  const stop = makeTrouble()
  const made = await Promise.all(wanted.map(({ ask, conversation, name }) => exportRows(ask, conversation, name)))
  const accepted = performance.now()
  const [{ count: total }] = await database.sql<
    [{ count: number }]
  >`select count(*)::int as count from export_operations`
  expect(total).toBe(people * exportsEach * writesEach)
  await until(async () => {
    const [{ open }] = await database.sql<[{ open: number }]>`
      select count(*)::int as open from export_operations where state in ('queued', 'running', 'waiting')`
    return open === 0 ? open : null
  })
  const faults = await stop()
  const took = performance.now()

  const states = await database.sql<{ state: string; count: number; attempts: number; problem: string | null }[]>`
    select state, problem ->> 'code' as problem, count(*)::int as count, sum(attempts)::int as attempts
    from export_operations group by 1, 2`
  expect(states).toMatchObject([{ state: 'done', count: total }])

  const files = google.files.all()
  expect(files.map((file) => file.book?.title).toSorted()).toHaveLength(people * exportsEach)
  for (const { id, rows, ask } of made) {
    const { spreadsheet_id } = await ask<ExportStatus>('GET', `/export/sheets/${id}/status`)
    const [sheet, ...others] = files.find((file) => file.id === spreadsheet_id)?.book?.sheets ?? []
    expect(others.map(({ name }) => name)).toEqual([])
    const written = sheet ? valuesOf(sheet) : []
    expect(written.slice(1)).toEqual(rowsFrom(0, rows).map(({ n, text }) => [n, text]))
  }
  expect(google.refused()).toBe(0)
  if (isLong)
    console.log(
      `${total} writes into ${files.length} spreadsheets, ${states[0]?.attempts} attempts, a fault ordered ${faults} times, ${replicas.kills} kills; ` +
        `accepted after ${Math.round((accepted - began) / 1000)} s, written after ${Math.round((took - began) / 1000)} s`,
    )
})
