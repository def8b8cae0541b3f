// Writes a table into a spreadsheet through Google's API: at most two calls read what the plan has to see, one writes.
import type { NeedKind } from '../../shared/plan/plan-preview.ts'
import type { Receipt } from '../../shared/plan/receipt.ts'
import type { Target } from '../../shared/plan/target.ts'
import type { GoogleApi } from '../platform/google/google-api.ts'
import { googleProblem } from '../platform/google/google-problem.ts'
import { findDone } from './find-done.ts'
import { demandAgreed } from './plan-problem.ts'
import { planWrite, type TableInput } from './plan-table.ts'
import { readStructure, type Structure } from './read-structure.ts'
import type { OnProgress, OnStructure } from './send-batch.ts'
import { writePlan } from './write-plan.ts'

/**
 * `digest` is the preview's that was agreed to, null where nobody looked; `allow` are the needs that were agreed to. The same
 * `operation_id` twice writes once.
 */
export type TableWrite = TableInput & { operation_id: string; digest: string | null; allow: NeedKind[] }

export type WriteOptions = {
  google: GoogleApi
  now?: () => Date
  /** What one call may hold, in bytes; Google's 2 MB by default. */
  most_bytes?: number
  onProgress?: OnProgress
  /** What the spreadsheet is like, where that was told a moment ago. */
  structure?: Structure | null
  onStructure?: OnStructure
}

/** Answers with the receipt; what was written by this operation before is not written again. Throws problems. */
export async function writeTable(
  spreadsheetId: string,
  target: Target,
  write: TableWrite,
  { google, now = () => new Date(), structure: known, ...options }: WriteOptions,
): Promise<Receipt> {
  try {
    const structure = known ?? (await readStructure(google, spreadsheetId))
    const { operation_id, source, table } = write
    const done = findDone(structure, { operation_id, table_id: source?.table_id ?? null, title: table.title })
    if (done) return done
    const planned = await planWrite(google, { id: spreadsheetId, structure }, target, write, now().toISOString())
    demandAgreed(planned.preview, write)
    return await writePlan(planned, { google, spreadsheet_id: spreadsheetId, now, ...options })
  } catch (error) {
    throw googleProblem(error)
  }
}
