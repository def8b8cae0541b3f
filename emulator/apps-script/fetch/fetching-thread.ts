// The thread that does the HTTP requests of scripts while the script's own thread waits.
import http from 'node:http'
import https from 'node:https'
import { parentPort } from 'node:worker_threads'
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import type { FetchRequest, FetchResponse } from './request.ts'

const timeoutMs = 60_000
const mostRedirects = 20

function send(request: FetchRequest): Promise<FetchResponse> {
  const { url, method, headers, body } = request
  const client = url.startsWith('https:') ? https : http
  return new Promise((resolve) => {
    const outgoing = client.request(
      url,
      { method: method.toUpperCase(), timeout: timeoutMs, agent: false },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => {
          const pairs: [string, string][] = []
          for (let at = 0; at < answer.rawHeaders.length; at += 2)
            pairs.push([answer.rawHeaders[at]!, answer.rawHeaders[at + 1]!])
          const plain = unpacked(Buffer.concat(chunks), answer.headers['content-encoding'])
          resolve({ status: answer.statusCode ?? 0, headers: pairs, body: new Uint8Array(plain), url })
        })
        answer.on('error', (error) => resolve({ error: 'other', detail: error.message }))
      },
    )
    for (const [name, value] of headers) outgoing.setHeader(name, value)
    outgoing.on('timeout', () => outgoing.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })))
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      const kinds: Record<string, 'dns' | 'unavailable' | 'timeout'> = {
        ENOTFOUND: 'dns',
        EAI_AGAIN: 'dns',
        ECONNREFUSED: 'unavailable',
        ECONNRESET: 'unavailable',
        ETIMEDOUT: 'timeout',
      }
      resolve({ error: kinds[error.code ?? ''] ?? 'other', detail: error.message })
    })
    outgoing.end(body ?? undefined)
  })
}

function unpacked(body: Buffer, encoding: string | undefined): Buffer {
  try {
    if (encoding === 'gzip') return gunzipSync(body)
    if (encoding === 'deflate') return inflateSync(body)
    if (encoding === 'br') return brotliDecompressSync(body)
  } catch {
    // A body that is not what its header says is handed on as it came.
  }
  return body
}

async function follow(request: FetchRequest): Promise<FetchResponse> {
  let current = request
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const response = await send(current)
    if ('error' in response || !request.followRedirects || ![301, 302, 303, 307, 308].includes(response.status))
      return response
    const location = response.headers.find(([name]) => name.toLowerCase() === 'location')?.[1]
    if (!location) return response
    const url = new URL(location, current.url).href
    const keeps = response.status >= 307 || ['get', 'head'].includes(current.method)
    const headers = current.headers.filter(([name]) => keeps || !/^content-/i.test(name))
    current = keeps ? { ...current, url } : { ...current, url, method: 'get', body: null, headers }
  }
  return { error: 'redirects', detail: '' }
}

parentPort?.on('message', async ({ requests, signal, port }) => {
  const responses = await Promise.all((requests as FetchRequest[]).map(follow))
  port.postMessage(responses)
  Atomics.store(signal, 0, 1)
  Atomics.notify(signal, 0)
})
