// Measures what the backend adds to a stream of the model: many clients at once over HTTP, everything on this machine.
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import packageJson from '../package.json' with { type: 'json' }
import { type Heard, listen, readTold } from './streams/listen.ts'
import { rowOf, type Script, stampPattern, wholeText } from './streams/script.ts'
import { type Started, startProcess } from './streams/start-process.ts'

const script: Script = { words: 40, rows: 20, pauseMs: 60, firstAfterMs: [300, 1500] }

/** The most streams that one person may follow. */
const streamsEach = 20

/** Where a stream is asked for, and by whom. */
type Place = { url: string; token: string }

export type StreamFigures = {
  /** Milliseconds between a piece of text at the model and at the client: of each stream's first one, and of the others. */
  first: number[]
  later: number[]
  faults: string[]
  seconds: number
}

const percentile = (sorted: number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN

const sort = (values: number[]): number[] => [...values].sort((a, b) => a - b)

async function post(url: string, token: string | null, body: object): Promise<Record<string, never>> {
  const authorization: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` }
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...authorization },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Record<string, never>
}

/** A conversation for each stream, as few people as the limit of open streams allows. */
export async function prepare(backend: string, streams: number): Promise<Place[]> {
  const api = `${backend}/api/v1`
  const round = Date.now()
  const places: Place[] = []
  for (let made = 0; made < streams; made += streamsEach) {
    const email = `bench-${round}-${made}@example.com`
    const session = await post(`${api}/auth/register`, null, { email, password: 'correct horse battery' })
    const token = String(session.access_token)
    const count = Math.min(streamsEach, streams - made)
    const conversations = await Promise.all(
      Array.from({ length: count }, () => post(`${api}/chat/conversations`, token, {})),
    )
    for (const { id } of conversations) places.push({ url: `${api}/chat/conversations/${id}/messages`, token })
  }
  return places
}

/** What is wrong with what came of a stream; null when it is all that the model said. */
function faultOf(name: string, heard: Heard): string | null {
  if (heard.error !== null || heard.status !== 200)
    return `${name}: ${heard.status} ${heard.error} ${heard.body.slice(0, 200)}`
  const { text, rows, last } = readTold(heard.body)
  if (last.type !== 'message-end' || last.state !== 'complete') return `${name} ended with ${JSON.stringify(last)}`
  if (text.replaceAll(stampPattern, '') !== wholeText(name, script)) return `${name} has another text`
  const wanted = Array.from({ length: script.rows }, (_, index) => rowOf(name, index))
  return JSON.stringify(rows) === JSON.stringify(wanted)
    ? null
    : `${name} has other rows: ${JSON.stringify(rows).slice(0, 200)}`
}

function figuresOf(heard: Heard[], started: number, faults: string[]): StreamFigures {
  return {
    first: sort(heard.flatMap(({ delays }) => delays.slice(0, 1))),
    later: sort(heard.flatMap(({ delays }) => delays.slice(1))),
    faults,
    seconds: (performance.now() - started) / 1000,
  }
}

/** As many clients send at the same moment and listen to the end. */
export async function runStreams(places: Place[]): Promise<StreamFigures> {
  const started = performance.now()
  const heard = await Promise.all(
    places.map(({ url, token }, index) => {
      const headers = { accept: 'text/event-stream', authorization: `Bearer ${token}` }
      return listen(url, headers, JSON.stringify({ content: `Write down what stream-${index} says.` }), script.words)
    }),
  )
  const faults = heard.flatMap((one, index) => faultOf(`stream-${index}`, one) ?? [])
  return figuresOf(heard, started, faults)
}

async function runProxy(proxy: string, streams: number): Promise<StreamFigures> {
  const started = performance.now()
  const body = (index: number) => JSON.stringify({ input: `stream-${index}` })
  const heard = await Promise.all(
    Array.from({ length: streams }, (_, index) => listen(proxy, {}, body(index), script.words)),
  )
  return figuresOf(
    heard,
    started,
    heard.flatMap(({ error }) => error ?? []),
  )
}

/** Seconds of processor time; NaN where the system does not say. */
async function processorOf(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')).split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** In MB; NaN where the system does not say. */
async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024
}

/** Those of `npm run backend`. */
const nodeFlags =
  / node ((?:--\S+ )*)backend\/main\.ts/.exec(packageJson.scripts.backend)?.[1]?.split(' ').filter(Boolean) ?? []

export type StreamSetting = { backend: Started; model: Started; proxy: Started; stop(): Promise<void> }

export async function startStreams(settings: Partial<Script> = {}): Promise<StreamSetting> {
  Object.assign(script, settings)
  const here = join(import.meta.dirname, 'streams')
  const dataDir = join(tmpdir(), `tablewright-bench-${process.pid}`)
  const started: Started[] = []
  const start = async (...of: Parameters<typeof startProcess>): Promise<Started> => {
    const one = await startProcess(...of)
    started.push(one)
    return one
  }
  const stop = async () => {
    await Promise.all(started.map((one) => one.stop()))
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    const model = await start(join(here, 'fake-model.ts'), { args: [JSON.stringify(script)] })
    const proxy = await start(join(here, 'bare-proxy.ts'), { args: [model.url] })
    const backend = await start(join(import.meta.dirname, '..', 'backend', 'main.ts'), {
      nodeFlags,
      env: {
        ...{ PORT: '0', LOG_LEVEL: 'error', DATA_DIR: dataDir, DATABASE_URL: '' },
        ...{ OPENAI_API_KEY: 'sk-bench', OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'gpt-bench' },
      },
    })
    return { backend, model, proxy, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const say = (sorted: number[]): string =>
  [0.5, 0.95, 0.99, 1].map((part) => percentile(sorted, part).toFixed(1).padStart(6)).join(' ')

const report = (name: string, { first, later, faults, seconds }: StreamFigures): void => {
  console.log(`${name}: ${seconds.toFixed(1)} s, ${faults.length} errors`)
  console.log(`  ms to the first text  p50 p95 p99 max ${say(first)}   (${first.length})`)
  console.log(`  ms to later text      p50 p95 p99 max ${say(later)}   (${later.length})`)
  for (const fault of faults.slice(0, 3)) console.log(`  ${fault}`)
}

/** The measured figures with their limits, in the form that the bench prints; what else there is to say is printed here. */
export async function measureStreams(): Promise<{ name: string; value: number; limit: number }[]> {
  const setting = await startStreams()
  try {
    const { backend, proxy } = setting
    // The first messages load the model's client and make the code warm.
    report('20 streams, to warm up', await runStreams(await prepare(backend.url, 20)))
    const places = await prepare(backend.url, 200)
    const before = await processorOf(backend.pid)
    const few = await runStreams(places)
    report('200 streams', few)
    console.log(`  the backend used the processor for ${((await processorOf(backend.pid)) - before).toFixed(1)} s`)
    const bare = await runProxy(proxy.url, 200)
    report('200 streams through a bare proxy', bare)
    const many = await runStreams(await prepare(backend.url, 1000))
    report('1,000 streams', many)
    console.log(`  memory of the backend at most ${(await memoryOf(backend.pid)).toFixed(0)} MB`)
    return [
      {
        name: 'ms that 95 of 100 first texts take at most, 200 streams',
        value: percentile(few.first, 0.95),
        limit: 15,
      },
      {
        name: 'ms that 95 of 100 later texts take at most, 200 streams',
        value: percentile(few.later, 0.95),
        limit: 15,
      },
      { name: 'wrong or broken of 200 streams', value: few.faults.length, limit: 0 },
      { name: 'wrong or broken of 1,000 streams', value: many.faults.length, limit: 0 },
    ]
  } finally {
    await setting.stop()
  }
}

if (import.meta.main) {
  for (const { name, value, limit } of await measureStreams())
    console.log(
      `${value.toFixed(2).padStart(6)}  (limit ${limit.toFixed(2)})  ${name}${value > limit ? '  ABOVE THE LIMIT' : ''}`,
    )
}
