// What the requests and answers of the OAuth server have in common.
import { basePath } from '../../../shared/contract/routes.ts'
import { cleanText } from '../../platform/clean-text.ts'

export const notKept = { 'Cache-Control': 'no-store' }

/** What tokens are for: the MCP server of the server at `address`. */
export const resourceAt = (address: string) => `${address}${basePath}/mcp`

/** The fields of a form or a query as texts; one that came twice counts as none. */
export const fieldsOf = (body: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries((body ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, cleanText(value)]] : [],
    ),
  )
