// A local server that speaks the Responses API's wire format and answers by a script, for tests and demos.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ReplayAnswer, toFrames } from './replay-frames.ts'

/** An answer that is an HTTP error. */
export type ReplayRefusal = { status: number; headers?: Record<string, string>; code?: string; message?: string }

export type ReplayReply = ReplayRefusal | (ReplayAnswer & ReplayPace)

/** `wait_ms` passes before the answer begins, `delay_ms` between its frames; `chunk` sends the bytes in pieces of that size, wherever they fall. */
export type ReplayPace = { wait_ms?: number; delay_ms?: number; chunk?: number; cut_after?: number }

/** What a client asked, as it came. */
export type ReplayRequest = { path: string; authorization: string | undefined; body: Record<string, unknown> }

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
  res.end(JSON.stringify({ error: { ...error, code: reply.code ?? null } }))
}

const send = async (res: ServerResponse, bytes: Buffer, chunk: number) => {
  for (let at = 0; at < bytes.length; at += chunk) {
    res.write(bytes.subarray(at, at + chunk))
    if (chunk < bytes.length) await new Promise(setImmediate)
  }
}

const play = async (res: ServerResponse, reply: ReplayAnswer & ReplayPace, model: string) => {
  if (reply.wait_ms) await sleep(reply.wait_ms)
  res.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' })
  res.flushHeaders()
  let sent = 0
  for (const frame of toFrames(reply, model)) {
    if (res.destroyed) return
    if ('wait' in frame) {
      await sleep(frame.wait)
      continue
    }
    if (sent === reply.cut_after) return res.destroy()
    const text = `event: ${frame.data.type}\ndata: ${JSON.stringify(frame.data)}\n\n`
    await send(res, Buffer.from(text), reply.chunk ?? Number.POSITIVE_INFINITY)
    sent += 1
    if (reply.delay_ms) await sleep(reply.delay_ms)
  }
  if (reply.end === 'silent') return
  if (reply.end !== 'cut') return res.end()
  // What was written must have left before the connection breaks, or the client sees less than was said.
  await sleep(20)
  res.destroy()
}

/**
 * Starts the server on a free port of this machine. `url` is the base URL for a client (`OPENAI_BASE_URL`);
 * `requests` fills as clients ask; `close` ends open answers too.
 */
export const startReplayServer = async (script: ReplayScript, port = 0) => {
  const requests: ReplayRequest[] = []
  const server = createServer(async (req, res) => {
    const request = { path: req.url ?? '', authorization: req.headers.authorization, body: await readBody(req) }
    const index = requests.push(request) - 1
    const reply = typeof script === 'function' ? script(request, index) : script[Math.min(index, script.length - 1)]
    if (req.method !== 'POST' || !request.path.endsWith('/responses') || !reply) {
      return refuse(res, { status: 404, message: `No such address: ${req.method} ${request.path}` })
    }
    if ('status' in reply) return refuse(res, reply)
    await play(res, reply, String(request.body.model))
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
