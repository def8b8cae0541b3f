// Writes answers as Google's servers do: JSON, indented unless asked otherwise, compressed for who takes it.
import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { HttpRequest } from './read-request.ts'

/** Sends `value` as JSON; `prettyPrint=false` leaves the line breaks out. */
export function sendJson(response: ServerResponse, request: HttpRequest, status: number, value: object): void {
  const flat = request.query.get('prettyPrint') === 'false'
  const text = flat ? JSON.stringify(value) : `${JSON.stringify(value, null, 2)}\n`
  send(response, request, status, 'application/json; charset=UTF-8', text)
}

/** Sends text or bytes; compressed only when the client accepts gzip and says so in its User-Agent, as Google asks. */
export function send(
  response: ServerResponse,
  request: HttpRequest,
  status: number,
  type: string,
  content: string | Uint8Array,
): void {
  const { 'accept-encoding': accepted, 'user-agent': agent } = request.headers
  const packed = /\bgzip\b/.test(String(accepted ?? '')) && /gzip/i.test(agent ?? '') && content.length > 1024
  const bytes = packed ? gzipSync(content) : Buffer.from(content)
  response.statusCode = status
  response.setHeader('cache-control', 'private')
  response.setHeader('vary', 'Origin, X-Origin, Referer')
  if (status !== 204) {
    response.setHeader('content-type', type)
    response.setHeader('content-length', bytes.length)
  }
  if (packed) response.setHeader('content-encoding', 'gzip')
  response.end(status === 204 ? undefined : bytes)
}

/** The page of a front end that knows no such address, or that has no server to ask. */
export function sendHtml(
  response: ServerResponse,
  request: HttpRequest,
  status: number,
  reason: string,
  text: string,
): void {
  const page = `<!DOCTYPE html>\n<html lang=en>\n  <meta charset=utf-8>\n  <title>Error ${status} (${reason})!!1</title>\n  <p><b>${status}.</b> <ins>That’s an error.</ins>\n  <p>${text}  <ins>That’s all we know.</ins>\n`
  send(response, request, status, 'text/html; charset=UTF-8', page)
}
