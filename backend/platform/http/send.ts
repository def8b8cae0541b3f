// Checks answers against the contract and sends them.
import type { Request, Response } from 'express'
import type { Operation } from '../../../shared/contract/operation.ts'
import { namesEtag } from './etag.ts'

/** An answer as it is sent: `body` is JSON, or empty. */
export type Rendered = { status: number; body: string; headers?: Record<string, string> }

/** `value` as the operation answers it. Throws an error, for it would be the server's fault, when it is something else. */
export function render(name: string, { status, response }: Operation, value: unknown): Rendered {
  if (!response) return { status, body: '' }
  const result = response.safeParse(value)
  // Only where and what kind: the value itself may hold somebody's text.
  if (!result.success)
    throw new Error(
      `${name} made a response outside its contract: ${result.error.issues.map((i) => `${i.path.join('.')} ${i.code}`).join(', ')}`,
    )
  return { status, body: JSON.stringify(result.data) }
}

/** Who names the state that they have in `If-None-Match` is told when it is still that: 304, without a body. */
export function send(req: Request, res: Response, { status, body, headers }: Rendered): void {
  // A handler that waited may find that nobody is there any more.
  if (res.destroyed) return
  if (headers) res.set(headers)
  const tag = res.getHeader('ETag')
  const known = req.headers['if-none-match']
  const reads = req.method === 'GET' || req.method === 'HEAD'
  if (reads && known !== undefined && typeof tag === 'string' && namesEtag(known, tag)) {
    res.status(304).end()
    return
  }
  res.status(status)
  if (body === '') {
    res.end()
    return
  }
  // What Express would do for it takes longer than all of this.
  res.setHeader('Content-Type', 'application/json; charset=utf-8')
  res.setHeader('Content-Length', Buffer.byteLength(body))
  res.end(body)
}
