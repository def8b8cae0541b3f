// Sends answers.
import type { Request, Response } from 'express'
import { namesEtag } from './etag.ts'
import type { Rendered } from './render.ts'

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
