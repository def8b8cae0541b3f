// Two names of this machine, two origins: the page answers as `localhost`, the panels as `127.0.0.1`.
import type { NextFunction, Request, Response } from 'express'

const pageName = 'localhost'
const frameName = '127.0.0.1'

function portOf(request: Request): string {
  return /:(\d+)$/.exec(request.headers.host ?? '')?.[1] ?? '80'
}

/** The page's origin as the browser of this request sees it (a forwarded port may differ from ours). */
export function pageOrigin(request: Request): string {
  return `http://${pageName}:${portOf(request)}`
}

export function frameOrigin(request: Request): string {
  return `http://${frameName}:${portOf(request)}`
}

export function onFrameName(request: Request): boolean {
  return request.hostname === frameName
}

/** Answers only under the page's name, and to no other site's scripts. */
export function pageOnly(request: Request, response: Response, next: NextFunction): void {
  guard(request, response, next, request.hostname === pageName, pageOrigin(request))
}

/** Answers only under the panels' name, and to no other site's scripts. */
export function frameOnly(request: Request, response: Response, next: NextFunction): void {
  guard(request, response, next, onFrameName(request), frameOrigin(request))
}

function guard(request: Request, response: Response, next: NextFunction, rightName: boolean, own: string): void {
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  const document = request.headers['sec-fetch-mode'] === 'navigate'
  if (!rightName) response.status(404).type('text').send('Nothing here under this name.')
  else if (origin !== undefined && origin !== own)
    response.status(403).type('text').send('Only its own page may ask this.')
  else if (site && site !== 'same-origin' && site !== 'none' && !document)
    response.status(403).type('text').send('Only its own page may ask this.')
  else next()
}
