// Carries a plan out: its batch, whole or in calls that nobody sees halves of, and the receipt.

import { writeDoneNote } from '../../shared/plan/batch-update/done-note.ts'
import type { Request } from '../../shared/plan/batch-update/request.ts'
import { splitRequests } from '../../shared/plan/batch-update/split-requests.ts'
import { type BatchContext, batchUpdateRequests, newSheetId } from '../../shared/plan/batch-update.ts'
import type { PlanPreview } from '../../shared/plan/plan-preview.ts'
import type { Receipt } from '../../shared/plan/receipt.ts'
import type { SheetPlan } from '../../shared/plan/sheet-plan.ts'
import type { GoogleApi } from '../platform/google/google-api.ts'
import { type OnProgress, type OnStructure, sendBatch } from './send-batch.ts'

/** The plan and what it stands on. `before` and `after` are requests around its own in the same call. */
export type PlannedWrite = {
  plan: SheetPlan
  preview: PlanPreview
  anchor_id: string
  title: string
  table_id: string | null
  context: Omit<BatchContext, 'note'>
  before?: Request[]
  after?: Request[]
}

export type WriteOptions = {
  google: GoogleApi
  spreadsheet_id: string
  now: () => Date
  /** What one call may hold, in bytes; Google's 2 MB by default. */
  most_bytes?: number | undefined
  onProgress?: OnProgress | undefined
  onStructure?: OnStructure | undefined
}

/** What the plan will have done, apart from what happens. */
function receiptOf({ plan, preview, context, ...write }: PlannedWrite, at: Date): Receipt {
  const { rows_new, rows_updated } = plan.counts
  return {
    operation_id: context.operation_id,
    anchor_id: write.anchor_id,
    table_id: write.table_id,
    sheet_id: context.sheet?.id ?? newSheetId(context.operation_id),
    sheet_name: plan.sheet_name,
    new_sheet: preview.new_sheet,
    range: preview.range,
    title: write.title,
    rows_written: rows_new + rows_updated,
    counts: plan.counts,
    cells_overwritten: preview.changes.count,
    at: at.toISOString(),
  }
}

/** Without edits there is nothing to write, and nothing to remember. */
export async function writePlan(write: PlannedWrite, options: WriteOptions): Promise<Receipt> {
  const { plan, context, before = [], after = [] } = write
  const receipt = receiptOf(write, options.now())
  if (plan.edits.length === 0) return receipt
  const requests = batchUpdateRequests(plan, { ...context, note: writeDoneNote(receipt) })
  const { operation_id } = context
  const split = splitRequests(requests, {
    operation_id,
    columns: context.sheet?.columns ?? 0,
    most: options.most_bytes,
  })
  const [first, ...chunks] = split.chunks
  const batch = first
    ? { ...split, chunks: [[...before, ...first], ...chunks], last: [...split.last, ...after] }
    : { ...split, last: [...before, ...split.last, ...after] }
  await sendBatch(batch, { ...options, operation_id })
  return receipt
}
