// Which web pages may call the MCP server: a page that got hold of this address by its own name is not among them.
import { Problem } from '../platform/problem.ts'

/** This machine itself, for whoever tries things out. */
const loopback = /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/

/** Throws `origin_refused`. Programs send no origin. Without `publicUrl` nobody but this machine is meant. */
export function demandOrigin(
  origin: string | undefined,
  { publicUrl, corsOrigins }: { publicUrl: string | undefined; corsOrigins: string[] },
): void {
  if (origin === undefined) return
  const own = publicUrl === undefined ? loopback.test(origin) : new URL(publicUrl).origin === origin
  if (own || corsOrigins.includes(origin)) return
  throw new Problem(
    'origin_refused',
    'Web pages may call this only from origins that the server knows. Whoever runs it can add yours to CORS_ORIGINS.',
  )
}
