// Google's APIs in a person's name: one access token for all who ask, and an end when Google takes no more.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { Sql } from '../platform/database/connect.ts'
import { connect as openDatabase } from '../platform/database/connect.ts'
import { createSecretBox } from '../platform/secrets/secret-box.ts'
import { createGoogle, type Google } from './google.ts'
import { connect, connections, startConnected } from './testing/connect.ts'

type Answer = (form: URLSearchParams, response: ServerResponse) => void

let running: Awaited<ReturnType<typeof startConnected>>
/** Stands before the local Google: counts what its token endpoint is asked, and may answer in its stead. */
let front: { url: string; asked: URLSearchParams[]; answer: Answer | null; close: () => void }
let databases: Sql[]
let replicas: [Google, Google]

const json = (response: ServerResponse, status: number, body: object) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

async function startFront(target: string) {
  const state = { url: '', asked: [] as URLSearchParams[], answer: null as Answer | null, close: () => {} }
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = []
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
    const body = Buffer.concat(parts)
    if (request.url === '/token') {
      const form = new URLSearchParams(body.toString())
      state.asked.push(form)
      if (state.answer) return state.answer(form, response)
    }
    const { authorization, 'content-type': type } = request.headers
    const answered = await fetch(target + request.url, {
      method: request.method ?? 'GET',
      headers: { ...(authorization ? { authorization } : {}), ...(type ? { 'content-type': type } : {}) },
      ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
    })
    response.writeHead(answered.status, { 'content-type': answered.headers.get('content-type') ?? '' })
    return response.end(Buffer.from(await answered.arrayBuffer()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  state.close = () => server.close().closeAllConnections()
  return state
}

beforeAll(async () => {
  running = await startConnected()
  front = await startFront(running.google.url)
  const { config } = running.app
  databases = [0, 1].map(() => openDatabase(config.databaseUrl ?? '', { max: 4 }))
  const [one, two] = databases.map((sql) =>
    createGoogle({ config: { ...config.google, apiRoot: front.url }, sql, box: createSecretBox(config.secrets) }),
  )
  replicas = [one as Google, two as Google]
})
beforeEach(() => {
  front.asked.length = 0
  front.answer = null
})
afterAll(async () => {
  for (const sql of databases) await sql.end({ timeout: 1 })
  front.close()
  await running.close()
})

/** Somebody with a connection whose access token has run out. */
async function withRunOut() {
  const person = await running.app.signUp()
  const { id } = await connect(running.app, person.token, `${person.userId}@example.com`)
  const runOut = () => running.app.sql`
    update google_connections set access_expires_at = now() - interval '1 second' where id = ${id}`
  await runOut()
  return { ...person, id, runOut }
}

const Listed = z.object({ files: z.array(z.unknown()) })
const listFiles = (api: Awaited<ReturnType<Google['googleFor']>>) =>
  api.call({ method: 'GET', url: api.drive, answer: Listed })

describe('an access token', () => {
  it('is fetched once, however many ask on however many replicas', async () => {
    const person = await withRunOut()
    const apis = await Promise.all(
      Array.from({ length: 12 }, (_, at) => (replicas[at % 2] as Google).googleFor(person, person.id)),
    )
    expect(await Promise.all(apis.map(listFiles))).toHaveLength(12)
    expect(front.asked.map((form) => form.get('grant_type'))).toEqual(['refresh_token'])
  })

  it('is kept sealed and used again by the other replica', async () => {
    const person = await withRunOut()
    await listFiles(await replicas[0].googleFor(person))
    await listFiles(await replicas[1].googleFor(person))
    expect(front.asked).toHaveLength(1)
    const [row] = await running.app.sql`select access_token from google_connections where id = ${person.id}`
    expect(row?.access_token).toMatch(/^eyJ/)
  })

  it('that Google refuses early is replaced, once for all', async () => {
    const person = await withRunOut()
    const apis = await Promise.all(replicas.map((replica) => replica.googleFor(person)))
    front.answer = (_form, response) => {
      front.answer = null
      json(response, 200, { access_token: 'ya29.unknown', expires_in: 3600 })
    }
    await Promise.all(apis.map(listFiles))
    expect(front.asked).toHaveLength(2)
  })

  it('that is the refused one again ends the call instead of asking for ever', async () => {
    const person = await withRunOut()
    front.answer = (_form, response) => json(response, 200, { access_token: 'ya29.same', expires_in: 3600 })
    await expect(listFiles(await replicas[0].googleFor(person))).rejects.toMatchObject({ status: 401 })
    expect(front.asked).toHaveLength(2)
  })

  it('brings another refresh token along, which is kept and used the next time', async () => {
    const person = await withRunOut()
    const given = ['second', 'third']
    front.answer = (_form, response) =>
      json(response, 200, { access_token: `token ${given.length}`, expires_in: 3600, refresh_token: given.shift() })
    const ask = async (replica: Google) => {
      const api = await replica.googleFor(person, undefined, { attempts: 1 })
      await listFiles(api).catch(() => null)
    }
    await ask(replicas[0])
    expect(front.asked.at(-1)?.get('refresh_token')).toBe('second')
  })

  it('is asked for again by another process when the one that was at it has died', async () => {
    const person = await withRunOut()
    await running.app.sql`
      update google_connections set lease = gen_random_uuid(), leased_until = now() + interval '300 milliseconds'
      where id = ${person.id}`
    await listFiles(await replicas[0].googleFor(person))
    expect(front.asked).toHaveLength(1)
  })

  it('is not given for another person’s connection, nor under another owner’s row', async () => {
    const [ann, bob] = [await withRunOut(), await withRunOut()]
    await expect(replicas[0].googleFor(bob, ann.id)).rejects.toMatchObject({ code: 'not_found' })
    await running.app.sql`
      update google_connections set refresh_token = (select refresh_token from google_connections where id = ${ann.id})
      where id = ${bob.id}`
    await expect(listFiles(await replicas[0].googleFor(bob))).rejects.toMatchObject({ reason: 'damaged' })
    expect(front.asked).toHaveLength(0)
  })
})

describe('a permission that is gone', () => {
  it.each(['invalid_grant', 'unauthorized_client'])('%s: shown to the person, and not tried again', async (error) => {
    const person = await withRunOut()
    front.answer = (_form, response) => json(response, 400, { error, error_description: 'Token has been revoked.' })
    const apis = await Promise.all(replicas.map((replica) => replica.googleFor(person)))
    const ends = await Promise.allSettled([...apis, ...apis].map(listFiles))
    expect(ends.map((end) => end.status === 'rejected' && end.reason.code)).toEqual(Array(4).fill('google_reconnect'))
    expect(front.asked).toHaveLength(1)
    await expect(replicas[1].googleFor(person)).rejects.toMatchObject({ code: 'google_reconnect' })
    expect(front.asked).toHaveLength(1)
    expect(await connections(running.app, person.token)).toMatchObject([{ id: person.id, state: 'reconnect_needed' }])
    const [row] = await running.app
      .sql`select refresh_token, access_token from google_connections where id = ${person.id}`
    expect(row).toEqual({ refresh_token: null, access_token: null })
  })

  it('works again when the account is connected again, under the same id', async () => {
    const person = await withRunOut()
    front.answer = (_form, response) => json(response, 400, { error: 'invalid_grant' })
    await listFiles(await replicas[0].googleFor(person)).catch(() => null)
    front.answer = null
    const { id } = await connect(running.app, person.token, `${person.userId}@example.com`)
    expect(id).toBe(person.id)
    await listFiles(await replicas[0].googleFor(person))
  })

  it('of the old refresh token does not touch an account that is connected again meanwhile', async () => {
    const person = await withRunOut()
    front.answer = async (_form, response) => {
      front.answer = null
      await connect(running.app, person.token, `${person.userId}@example.com`)
      json(response, 400, { error: 'invalid_grant' })
    }
    await listFiles(await replicas[0].googleFor(person))
    expect(await connections(running.app, person.token)).toMatchObject([{ state: 'connected' }])
  })

  it('is told apart from a Google that is away', async () => {
    const person = await withRunOut()
    front.answer = (_form, response) => {
      front.answer = null
      response.writeHead(503, { 'content-type': 'text/html' }).end('<title>Error 503</title>')
    }
    await listFiles(await replicas[0].googleFor(person, undefined, { sleep: async () => {} }))
    expect(front.asked).toHaveLength(2)
    expect(await connections(running.app, person.token)).toMatchObject([{ state: 'connected' }])
  })
})

it('without a choice it is the working account that was connected last; with none it says so', async () => {
  const person = await running.app.signUp()
  await expect(replicas[0].googleFor(person)).rejects.toMatchObject({ code: 'google_not_connected' })
  const first = await connect(running.app, person.token, 'first@example.com')
  const second = await connect(running.app, person.token, 'second@example.com')
  expect((await replicas[0].googleFor(person)).connectionId).toBe(second.id)
  await running.app.sql`update google_connections set state = 'reconnect_needed' where id = ${second.id}`
  expect((await replicas[0].googleFor(person)).connectionId).toBe(first.id)
  await expect(replicas[0].googleFor(person, second.id)).rejects.toMatchObject({ code: 'google_reconnect' })
  await running.app.call('DELETE', `/google/connections/${first.id}`, { token: person.token })
  await expect(replicas[0].googleFor(person)).rejects.toMatchObject({ code: 'google_reconnect' })
})
