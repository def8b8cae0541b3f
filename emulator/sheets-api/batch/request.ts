// What a request of a batch is, and what carries it out.
import type { sheets_v4 as v4 } from '@googleapis/sheets'
import type { Workbook } from '../../workbook/workbook.ts'

export type Request = v4.Schema$Request
/** The workbook a batch changes and who sends it. */
export type Batch = { book: Workbook; user: string }
/** Carries requests out by their kind; what it returns is the reply (nothing: an empty one). */
export type Handlers = {
  [K in keyof Request]?: (batch: Batch, request: NonNullable<Request[K]>) => object | undefined
}
