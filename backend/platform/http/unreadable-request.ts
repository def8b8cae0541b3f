// Answers what is no request that HTTP can read: its head is too large, or it is something else altogether.
import { randomUUID } from 'node:crypto'
import type { Duplex } from 'node:stream'
import { Problem, problemBody } from '../problem.ts'

/** Bytes that the head of a request may have: the address and all headers. Node's own usual limit. */
export const headBytes = 16_384

const tooLarge = `The address and the headers together are larger than the ${headBytes / 1024} KB that this server reads.`
const unreadable =
  'The request is not one of HTTP/1.1. Check what sends it, and that it speaks http and not https here.'

/** For the server's `clientError`: as any other problem, where Node itself would send a bare status and close. */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  // Gone, or slower than the server waits: there is nobody to tell.
  if (!socket.writable || error.code === 'ECONNRESET' || error.code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    socket.destroy()
    return
  }
  const problem = new Problem('invalid_request', error.code === 'HPE_HEADER_OVERFLOW' ? tooLarge : unreadable)
  const requestId = randomUUID()
  const body = JSON.stringify(problemBody(problem, requestId))
  const head = [
    'HTTP/1.1 400 Bad Request',
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${requestId}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
