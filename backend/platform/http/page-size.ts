// How many items a page has: what was asked for, up to what this server gives.
import type { Operation } from '../../../shared/contract/operation.ts'
import { PageLimit, RowsLimit } from '../../../shared/contract/schemas.ts'
import { Problem } from '../problem.ts'

type Paged = { limit?: number | undefined }

/** Which of the server's sizes an operation's pages go by; null for one without pages. */
export function pageSizeOf({ query }: Operation): 'pageItems' | 'pageRows' | null {
  if (query?.shape.limit === PageLimit) return 'pageItems'
  return query?.shape.limit === RowsLimit ? 'pageRows' : null
}

/** Without a `limit` a page has as many as there may be. Throws `invalid_request`, as the contract does for too large a one. */
export function withPageSize<Q>(query: Q, most: number): Q & { limit: number } {
  const { limit = most } = query as Paged
  if (limit > most)
    throw new Problem('invalid_request', `“limit” in the query: Too big: expected number to be <=${most}.`)
  return { ...query, limit }
}
