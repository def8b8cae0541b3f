// Applies the requests of one batchUpdate, all of them or none.
import { allOrNothing } from '../../workbook/snapshot.ts'
import type { Workbook } from '../../workbook/workbook.ts'
import { ApiError, badRequest } from '../api-error.ts'
import { bandingRequests } from './banding-requests.ts'
import { borderRequests } from './border-requests.ts'
import { cellRequests } from './cell-requests.ts'
import { conditionalRequests } from './conditional-requests.ts'
import { dimensionRequests } from './dimension-requests.ts'
import { fillRequests } from './fill-requests.ts'
import { filterRequests } from './filter-requests.ts'
import { groupRequests } from './group-requests.ts'
import { mergeRequests } from './merge-requests.ts'
import { metadataRequests } from './metadata-requests.ts'
import { nameRequests } from './name-requests.ts'
import { objectRequests } from './object-requests.ts'
import { orderRequests } from './order-requests.ts'
import { pasteRequests } from './paste-requests.ts'
import { protectionRequests } from './protection-requests.ts'
import { rangeRequests } from './range-requests.ts'
import { refusedRequests } from './refused-requests.ts'
import type { Batch, Handlers } from './request.ts'
import { sheetRequests } from './sheet-requests.ts'
import { tableRequests } from './table-requests.ts'
import { textRequests } from './text-requests.ts'

/** Who sends the batch. */
export type BatchContext = { user: string }

const mostRequests = 100_000
const handlers: Handlers = {
  ...sheetRequests,
  ...cellRequests,
  ...borderRequests,
  ...mergeRequests,
  ...conditionalRequests,
  ...bandingRequests,
  ...nameRequests,
  ...protectionRequests,
  ...dimensionRequests,
  ...groupRequests,
  ...rangeRequests,
  ...pasteRequests,
  ...fillRequests,
  ...orderRequests,
  ...textRequests,
  ...filterRequests,
  ...metadataRequests,
  ...tableRequests,
  ...objectRequests,
}

/**
 * Applies validated requests (camelCase, enumerations as names, no nulls) in order and gives one reply for each. Nothing
 * is applied when one of them fails; the ApiError then begins with `Invalid requests[0].addSheet: `.
 */
export function applyBatch(book: Workbook, requests: object[], context: BatchContext): object[] {
  if (requests.length === 0) throw badRequest('Must specify at least one request.')
  if (requests.length > mostRequests) throw badRequest(`Cannot exceed ${mostRequests} requests in a single batch.`)
  const batch: Batch = { book, user: context.user }
  return allOrNothing(book, () => requests.map((request, index) => applyOne(batch, request, index)))
}

function applyOne(batch: Batch, request: object, index: number): object {
  const [kind, body] = Object.entries(request)[0] ?? []
  if (kind === undefined) throw badRequest(`Invalid requests[${index}]: No request set.`)
  const handler = (handlers as Record<string, ((batch: Batch, body: object) => object | undefined) | undefined>)[kind]
  try {
    if (!handler) throw refusedRequests(kind)
    const reply = handler(batch, body as object)
    return reply ? { [kind]: reply } : {}
  } catch (error) {
    throw located(error, `Invalid requests[${index}].${kind}: `)
  }
}

/** The same refusal with the request it came from; the workbook's own refusals are plain errors. */
function located(error: unknown, prefix: string): unknown {
  if (error instanceof ApiError) return new ApiError(error.code, error.status, prefix + error.message, error.details)
  return error instanceof Error && error.constructor === Error ? badRequest(prefix + error.message) : error
}
