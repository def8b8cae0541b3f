// Measures what the API adds to its SQL: the same requests to it and to bare handlers, in turns, on one database.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchPostgres } from '../backend/platform/database/launch-postgres.ts'
import { conversations, type Driven, drive, type Subject, type Target, templates } from './api/drive.ts'
import { bareApi } from './bare-api.ts'
import { median } from './measure.ts'
import { type Started, startProcess } from './streams/start-process.ts'

export type ApiSetting = { api: Target; bare: Target; pids: { api: number; bare: number }; stop(): Promise<void> }

/** Without limits that a bench would run into; they are counted all the same. */
const noLimits = { RATE_LIMIT_USER: '1000000000', RATE_LIMIT_KEY: '1000000000', RATE_LIMIT_ADDRESS: '1000000000' }

async function signUp(url: string): Promise<{ token: string; who: object }> {
  const answer = await fetch(`${url}/auth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `bench-${Date.now()}@example.com`, password: 'correct horse battery' }),
  })
  if (!answer.ok) throw new Error(`The bench could not sign up: ${answer.status} ${await answer.text()}`)
  const { access_token: token, user } = (await answer.json()) as {
    access_token: string
    user: { id: string; workspace_id: string }
  }
  const [, claims = ''] = token.split('.')
  const { sid } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { sid: string }
  return { token, who: { userId: user.id, workspaceId: user.workspace_id, sessionId: sid } }
}

export async function startApi(): Promise<ApiSetting> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tablewright-bench-'))
  const database = await launchPostgres({ dataDir })
  const started: Started[] = []
  const stop = async () => {
    await Promise.all(started.map((one) => one.stop()))
    await database.close()
    await rm(database.folder, { recursive: true, force: true })
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    const env = { PORT: '0', LOG_LEVEL: 'info', DATA_DIR: dataDir, DATABASE_URL: database.url, ...noLimits }
    const nodeFlags = ['--max-semi-space-size=4']
    const backend = await startProcess(join(import.meta.dirname, '..', 'backend', 'main.ts'), {
      env,
      nodeFlags,
      quiet: true,
    })
    started.push(backend)
    const bare = await startProcess(bareApi, { env, nodeFlags })
    started.push(bare)
    const base = '/api/v1'
    const { token, who } = await signUp(backend.url + base)
    return {
      api: { url: backend.url, base, headers: { authorization: `Bearer ${token}` } },
      bare: { url: bare.url, base: '', headers: { 'x-who': JSON.stringify(who) } },
      pids: { api: backend.pid, bare: bare.pid },
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

const rounds = 6
const roundSeconds = 3

/** How many times as fast the bare handlers are: the median of rounds, each one right after the other. */
async function compare(name: string, { api, bare }: ApiSetting, subject: Subject) {
  await drive(api, subject, 2)
  await drive(bare, subject, 2)
  const ratios: number[] = []
  const all: { api: Driven[]; bare: Driven[] } = { api: [], bare: [] }
  for (let round = 0; round < rounds; round++) {
    const one = await drive(api, subject, roundSeconds)
    const other = await drive(bare, subject, roundSeconds)
    all.api.push(one)
    all.bare.push(other)
    ratios.push(other.perSecond / one.perSecond)
  }
  const say = (driven: Driven[]) =>
    `${median(driven.map((one) => one.perSecond)).toFixed(0)} a second, p99 ${median(driven.map((one) => one.p99))} ms`
  console.log(`${name}: the API ${say(all.api)}; bare handlers ${say(all.bare)}`)
  console.log(`  rounds: ${ratios.map((ratio) => (1 / ratio).toFixed(2)).join(' ')} of the bare handlers`)
  const faults = [...all.api, ...all.bare].flatMap((one) => one.faults)
  for (const fault of new Set(faults)) console.log(`  ${fault}`)
  return [
    { name: `times as many requests that bare handlers answer, ${name}`, value: median(ratios), limit: 1 / 0.6 },
    { name: `wrong answers, ${name}`, value: faults.length, limit: 0 },
  ]
}

/** The measured figures with their limits, in the form that the bench prints; what else there is to say is printed here. */
export async function measureApi(): Promise<{ name: string; value: number; limit: number }[]> {
  const setting = await startApi()
  try {
    return [
      ...(await compare('conversations', setting, conversations)),
      ...(await compare('templates', setting, templates)),
    ]
  } finally {
    await setting.stop()
  }
}
