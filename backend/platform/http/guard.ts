// What stands in front of every request: security headers, who may call from a browser, compression.
import compression from 'compression'
import cors from 'cors'
import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** Where Google serves the sidebar from: the hash differs for each script and deployment. */
const sidebarOrigin = /^https:\/\/[a-z0-9-]+-script\.googleusercontent\.com$/

/** `origins` come from the configuration. Every Apps Script project has such an origin: this is no authorisation. */
export function guard(origins: string[]): RequestHandler[] {
  return [
    helmet({ crossOriginResourcePolicy: { policy: 'cross-origin' } }),
    cors({
      origin: [...origins, sidebarOrigin],
      methods: ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE'],
      allowedHeaders: [
        ...['authorization', 'content-type', 'idempotency-key', 'if-match', 'if-none-match', 'last-event-id'],
        ...['x-file-name', 'x-request-id', 'mcp-protocol-version', 'mcp-session-id'],
      ],
      exposedHeaders: [
        ...['ETag', 'Idempotency-Replayed', 'Location', 'RateLimit', 'RateLimit-Policy', 'Retry-After', 'X-Request-Id'],
        'WWW-Authenticate',
      ],
      credentials: false,
      maxAge: 600,
    }),
    compression(),
  ]
}
