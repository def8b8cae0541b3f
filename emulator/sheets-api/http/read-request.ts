// Reads an HTTP request whole: method, path, query and body, unpacked when it came compressed.
import type { IncomingMessage } from 'node:http'
import { gunzipSync } from 'node:zlib'

export type HttpRequest = {
  method: string
  /** The path as sent, escapes kept. */
  path: string
  query: URLSearchParams
  headers: IncomingMessage['headers']
  body: Buffer
}

/** Reads a request to its end; a method named by `X-HTTP-Method-Override` or `$httpMethod` replaces that of a POST. */
export async function readRequest(message: IncomingMessage): Promise<HttpRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk)
  const sent = Buffer.concat(chunks)
  const body = message.headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent
  const [path = '', search = ''] = splitOnce(message.url ?? '/', '?')
  const query = new URLSearchParams(search)
  const override = message.headers['x-http-method-override'] ?? query.get('$httpMethod')
  const method = message.method === 'POST' && override ? String(override) : (message.method ?? 'GET')
  query.delete('$httpMethod')
  return { method: method.toUpperCase(), path, query, headers: message.headers, body }
}

function splitOnce(text: string, sign: string): [string, string] {
  const at = text.indexOf(sign)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
