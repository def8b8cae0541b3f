// Sends a request of the OpenAI client over node:http: reading a stream costs a fraction there of what `fetch` takes.
import { Agent, type ClientRequest, type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestSecure, Agent as SecureAgent } from 'node:https'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, type createUnzip } from 'node:zlib'

/** Servers close connections that nobody uses after some seconds; one that they close just then costs a second try. */
const idleMs = 4_000

const connectMs = 10_000

// As everywhere in Node, the environment may name a proxy and say that it is to be used.
const proxyEnv = process.env.NODE_USE_ENV_PROXY === '1' ? { proxyEnv: process.env } : {}
const agentOptions = { keepAlive: true, timeout: idleMs, ...proxyEnv }
const plain = new Agent(agentOptions)
const secure = new SecureAgent(agentOptions)

export type ServerAnswer = { status: number; headers: Headers; body: Readable }

type Asked = Pick<RequestInit, 'method' | 'headers' | 'body' | 'signal'>

const readHeaders = ({ rawHeaders }: IncomingMessage): Headers => {
  const headers = new Headers()
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    // What `fetch` would refuse too is no header that anybody here reads.
    try {
      headers.append(rawHeaders[at]!, rawHeaders[at + 1]!)
    } catch {}
  }
  return headers
}

/** Nothing compressed is asked for, but some proxies compress whatever passes. */
const unpack = (answer: IncomingMessage): Readable => {
  const coding = answer.headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
  const decoders: Record<string, () => ReturnType<typeof createUnzip>> = {
    gzip: createGunzip,
    'x-gzip': createGunzip,
    deflate: createInflate,
    br: createBrotliDecompress,
  }
  const decoder = decoders[coding]?.()
  if (!decoder) return answer
  answer.on('error', (error) => decoder.destroy(error))
  decoder.once('close', () => answer.destroy())
  return answer.pipe(decoder)
}

const open = (url: URL, { method, headers }: Asked, length: number): ClientRequest => {
  const isSecure = url.protocol === 'https:'
  const send = isSecure ? requestSecure : requestPlain
  return send(url, {
    method: method ?? 'GET',
    agent: isSecure ? secure : plain,
    headers: { ...Object.fromEntries(new Headers(headers)), 'accept-encoding': 'identity', 'content-length': length },
  })
}

const answerTo = (sent: ClientRequest, signal: Asked['signal']): Promise<ServerAnswer> =>
  new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined
    const onAbort = () => sent.destroy(new DOMException('The request was given up.', 'AbortError'))
    const settle = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
    }
    sent.once('socket', (socket) => {
      if (!socket.connecting) return
      timer = setTimeout(() => sent.destroy(new Error('Connecting timed out.')), connectMs)
      socket.once(sent.protocol === 'https:' ? 'secureConnect' : 'connect', () => clearTimeout(timer))
    })
    sent.once('error', (error) => {
      settle()
      reject(Object.assign(error, { stale: sent.reusedSocket }))
    })
    sent.once('response', (answer) => {
      settle()
      // What breaks from now on is for whoever reads the body.
      sent.on('error', () => {})
      const unpacked = unpack(answer)
      unpacked.on('error', () => {})
      resolve({ status: answer.statusCode ?? 0, headers: readHeaders(answer), body: unpacked })
    })
    signal?.addEventListener('abort', onAbort, { once: true })
    if (signal?.aborted) onAbort()
  })

/** What listens to the answer does not know the body: with two hundred answers under way that would be megabytes. */
const ask = (url: URL, asked: Asked): Promise<ServerAnswer> => {
  const text = typeof asked.body === 'string' ? asked.body : ''
  const sent = open(url, asked, Buffer.byteLength(text))
  const answer = answerTo(sent, asked.signal)
  sent.end(text)
  return answer
}

/** The server may have closed an idle connection in the moment in which we used it: it heard nothing of the request then. */
const wasStale = (error: unknown): boolean =>
  error instanceof Error && 'stale' in error && error.stale === true && 'code' in error && error.code === 'ECONNRESET'

/**
 * Resolves when the answer begins; redirects are answers. `signal` counts until then, afterwards whoever has the body ends it. Rejects when
 * there is no answer.
 */
export const sendRequest = async (url: string | URL, asked: Asked): Promise<ServerAnswer> => {
  const to = new URL(url)
  while (true) {
    try {
      return await ask(to, asked)
    } catch (error) {
      if (!wasStale(error) || asked.signal?.aborted) throw error
    }
  }
}
