// A local server that speaks OpenAI's two wire formats and answers by a script, for tests, demos and measuring.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { toChatFrames } from './replay-chat-frames.ts'
import { type ReplayAnswer, toFrames } from './replay-frames.ts'

/** An answer that is an HTTP error; `body` is sent as it is, in place of an error as OpenAI writes it. */
export type ReplayRefusal = {
  status: number
  headers?: Record<string, string>
  code?: string
  message?: string
  body?: string
}

/**
 * An answer byte by byte: each chunk is written by itself, wherever it was cut. `end` is how the connection ends after
 * the last one: it is closed unless told otherwise.
 */
export type ReplayRaw = {
  chunks: (string | Buffer)[]
  delay_ms?: number
  wait_ms?: number
  end?: 'cut' | 'silent'
  headers?: Record<string, string>
  onFrame?: OnFrame
}

export type ReplayReply = ReplayRefusal | ReplayRaw | (ReplayAnswer & ReplayPace)

/** Called when a frame is handed to the socket: its index, and `performance.now()`. */
export type OnFrame = (index: number, at: number) => void

/** `wait_ms` passes before the answer begins, `delay_ms` between its frames; `chunk` sends the bytes in pieces of that size, wherever they fall. */
export type ReplayPace = {
  wait_ms?: number
  delay_ms?: number
  chunk?: number
  cut_after?: number
  headers?: Record<string, string>
  onFrame?: OnFrame
}

/** What a client asked, as it came. */
export type ReplayRequest = {
  path: string
  authorization: string | undefined
  headers: IncomingMessage['headers']
  body: Record<string, unknown>
}

/** The replies in order (the last one repeats), or a function that chooses one by the request. */
export type ReplayScript = ReplayReply[] | ((request: ReplayRequest, index: number) => ReplayReply)

const readBody = async (req: IncomingMessage): Promise<Record<string, unknown>> => {
  const parts: Buffer[] = []
  for await (const part of req) parts.push(part)
  return JSON.parse(Buffer.concat(parts).toString('utf8') || '{}')
}

const refuse = (res: ServerResponse, reply: ReplayRefusal) => {
  res.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers })
  const error = { message: reply.message ?? 'Refused by the script.', type: 'invalid_request_error', param: null }
  res.end(reply.body ?? JSON.stringify({ error: { ...error, code: reply.code ?? null } }))
}

const begin = (res: ServerResponse, headers: Record<string, string> | undefined) => {
  res.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', ...headers })
  res.flushHeaders()
}

const finish = async (res: ServerResponse, end: string | undefined) => {
  if (end === 'silent') return
  if (end !== 'cut') return void res.end()
  // What was written must have left before the connection breaks, or the client sees less than was said.
  await sleep(20)
  res.destroy()
}

const playRaw = async (res: ServerResponse, reply: ReplayRaw) => {
  if (reply.wait_ms) await sleep(reply.wait_ms)
  begin(res, reply.headers)
  for (const [index, chunk] of reply.chunks.entries()) {
    if (res.destroyed) return
    reply.onFrame?.(index, performance.now())
    res.write(chunk)
    if (reply.delay_ms) await sleep(reply.delay_ms)
    // One turn of the loop each, or the pieces would arrive as one.
    else await new Promise(setImmediate)
  }
  await finish(res, reply.end)
}

type Written = { wait: number } | { bytes: Buffer }

const write = (frames: ReturnType<typeof toFrames>): Written[] =>
  frames.map((frame) => {
    if ('wait' in frame) return frame
    const { data } = frame
    if (typeof data === 'string') return { bytes: Buffer.from(`data: ${data}\n\n`) }
    const event = typeof data.type === 'string' ? `event: ${data.type}\n` : ''
    return { bytes: Buffer.from(`${event}data: ${JSON.stringify(data)}\n\n`) }
  })

/** A script that answers a thousand requests with one answer writes it once. */
const written = new WeakMap<ReplayAnswer, Map<string, Written[]>>()

const framesFor = (reply: ReplayAnswer, { path, body }: ReplayRequest): Written[] => {
  const model = String(body.model)
  const chat = path.split('?')[0]?.endsWith('/chat/completions')
  const usage = JSON.stringify(body.stream_options ?? {}).includes('"include_usage":true')
  const key = `${chat} ${usage} ${model}`
  const known = written.get(reply) ?? new Map<string, Written[]>()
  written.set(reply, known)
  const frames = known.get(key) ?? write(chat ? toChatFrames(reply, model, usage) : toFrames(reply, model))
  known.set(key, frames)
  return frames
}

/** Neighbouring frames in one write, where nobody asked for a pace. */
const inOne = (frames: Written[]): Written[] => {
  const joined: ({ wait: number } | { parts: Buffer[] })[] = []
  for (const frame of frames) {
    const last = joined.at(-1)
    if ('wait' in frame) joined.push(frame)
    else if (last && 'parts' in last) last.parts.push(frame.bytes)
    else joined.push({ parts: [frame.bytes] })
  }
  return joined.map((one) => ('wait' in one ? one : { bytes: Buffer.concat(one.parts) }))
}

const send = async (res: ServerResponse, bytes: Buffer, chunk: number) => {
  for (let at = 0; at < bytes.length; at += chunk) {
    res.write(bytes.subarray(at, at + chunk))
    if (chunk < bytes.length) await new Promise(setImmediate)
  }
}

const play = async (res: ServerResponse, reply: ReplayAnswer & ReplayPace, request: ReplayRequest) => {
  if (reply.wait_ms) await sleep(reply.wait_ms)
  begin(res, reply.headers)
  const frames = framesFor(reply, request)
  const paced = reply.delay_ms || reply.chunk || reply.onFrame || reply.cut_after !== undefined
  let sent = 0
  for (const frame of paced ? frames : inOne(frames)) {
    if (res.destroyed) return
    if ('wait' in frame) {
      await sleep(frame.wait)
      continue
    }
    if (sent === reply.cut_after) return res.destroy()
    reply.onFrame?.(sent, performance.now())
    await send(res, frame.bytes, reply.chunk ?? Number.POSITIVE_INFINITY)
    sent += 1
    if (reply.delay_ms) await sleep(reply.delay_ms)
  }
  await finish(res, reply.end)
}

/**
 * Starts the server on a free port of this machine. `url` is the base URL for a client (`OPENAI_BASE_URL`);
 * `requests` fills as clients ask; `close` ends open answers too.
 */
export const startReplayServer = async (script: ReplayScript, port = 0) => {
  const requests: ReplayRequest[] = []
  const server = createServer(async (req, res) => {
    const { authorization } = req.headers
    const request = { path: req.url ?? '', authorization, headers: req.headers, body: await readBody(req) }
    const index = requests.push(request) - 1
    const reply = typeof script === 'function' ? script(request, index) : script[Math.min(index, script.length - 1)]
    if (req.method !== 'POST' || !/\/(responses|chat\/completions)(\?|$)/.test(request.path) || !reply) {
      return refuse(res, { status: 404, message: `No such address: ${req.method} ${request.path}` })
    }
    if ('status' in reply) return refuse(res, reply)
    if ('chunks' in reply) return playRaw(res, reply)
    await play(res, reply, request)
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  const address = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    requests,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
