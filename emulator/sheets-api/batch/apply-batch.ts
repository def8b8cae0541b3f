// Applies the requests of one batchUpdate, all of them or none.
import type { Workbook } from '../../workbook/workbook.ts'
import { badRequest } from '../api-error.ts'

/** Who sends the batch. */
export type BatchContext = { user: string }

/**
 * Applies validated requests (camelCase, enumerations as names, no nulls) in order and gives one reply for each. Nothing
 * is applied when one of them fails; the ApiError then begins with `Invalid requests[0].addSheet: `.
 */
export function applyBatch(_book: Workbook, requests: object[], _context: BatchContext): object[] {
  return requests.map((request, index) => {
    throw badRequest(`Invalid requests[${index}].${Object.keys(request)[0]}: not there yet.`)
  })
}
