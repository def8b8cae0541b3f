// Writes a table into a spreadsheet through Google's API: two calls read what the plan has to see, one writes.
import { randomUUID } from 'node:crypto'
import type { TableSource } from '../../shared/plan/anchor.ts'
import { areaToRead } from '../../shared/plan/area-to-read.ts'
import type { NeedKind } from '../../shared/plan/plan-preview.ts'
import { planTable } from '../../shared/plan/plan-table.ts'
import type { Receipt } from '../../shared/plan/receipt.ts'
import type { Decisions, Target } from '../../shared/plan/target.ts'
import type { Table } from '../../shared/table/table.ts'
import { fitTable } from '../../shared/template/fit-table.ts'
import type { Template } from '../../shared/template/template.ts'
import type { GoogleApi } from '../platform/google/google-api.ts'
import { googleProblem } from '../platform/google/google-problem.ts'
import { Problem } from '../platform/problem.ts'
import { findDone, findLeftovers } from './find-done.ts'
import { demandAgreed, plainly } from './plan-problem.ts'
import { readCells } from './read-cells.ts'
import { placeOf, sheetState } from './read-place.ts'
import { type FoundTable, readStructure, type SheetResource, type Structure } from './read-structure.ts'
import { type PlannedWrite, writePlan } from './write-plan.ts'

/**
 * What is to be written. `digest` is the preview's that was agreed to, null where nobody looked; `allow` are the needs that were
 * agreed to. The same `operation_id` twice writes once.
 */
export type TableWrite = {
  table: Table
  template: Template
  decisions: Decisions
  source: TableSource | null
  base: Table | null
  operation_id: string
  digest: string | null
  allow: NeedKind[]
  native_table: boolean
  remembered?: Record<string, string | null>
}

export type WriteOptions = {
  google: GoogleApi
  now?: () => Date
  /** What one call may hold, in bytes; Google's 2 MB by default. */
  most_bytes?: number
  onProgress?: (call: number, of: number) => void
}

/** The sheet and the known table that the target names; null where there is none, or none any more. */
function findTarget({ sheets, tables }: Structure, target: Target) {
  const known: FoundTable | null =
    'anchor_id' in target ? (tables.find(({ anchor }) => anchor.id === target.anchor_id) ?? null) : null
  const id = target.kind === 'at_cell' ? target.sheet_id : known?.sheet_id
  const resource: SheetResource | null = sheets.find(({ properties }) => properties.sheetId === id) ?? null
  return { known, resource }
}

/** The plan for a spreadsheet as it is now. */
async function planWrite(
  google: GoogleApi,
  spreadsheet: { id: string; structure: Structure },
  target: Target,
  write: TableWrite,
  now: string,
): Promise<PlannedWrite> {
  const { structure } = spreadsheet
  const { template, decisions, base, source, operation_id, remembered = {} } = write
  const { locale } = structure
  const fitted = plainly(() => fitTable({ table: write.table, template, locale, decisions, remembered }))
  const { known, resource } = findTarget(structure, target)
  const area = resource && areaToRead(fitted, target, known)
  const { title = '', gridProperties } = resource?.properties ?? {}
  const size = { name: title, rows: gridProperties?.rowCount ?? 1, columns: gridProperties?.columnCount ?? 1 }
  const cells = area && (await readCells(google, spreadsheet.id, size, area))
  const place = placeOf(structure, known, resource && cells ? { resource, cells } : null)
  const new_id = randomUUID()
  const { plan, preview } = plainly(() =>
    planTable({ fitted, template, target, decisions, base, source, place, operation_id, new_id, now }),
  )
  return {
    plan,
    preview,
    anchor_id: known?.anchor.id ?? new_id,
    title: write.table.title,
    table_id: source?.table_id ?? null,
    context: {
      operation_id,
      locale,
      sheet: plan.sheet_id === null || !resource ? null : sheetState(resource),
      anchor: { named_range_id: known?.named_range_id ?? null, metadata_id: known?.metadata_id ?? null },
      done: structure.done,
      native_table: write.native_table,
    },
    before: findLeftovers(structure, operation_id).map((sheetId) => ({ deleteSheet: { sheetId } })),
  }
}

/** Answers with the receipt; what was written by this operation before is not written again. Throws problems. */
export async function writeTable(
  spreadsheetId: string,
  target: Target,
  write: TableWrite,
  { google, now = () => new Date(), ...options }: WriteOptions,
): Promise<Receipt> {
  try {
    const structure = await readStructure(google, spreadsheetId)
    const { operation_id, source, table } = write
    const done = findDone(structure, { operation_id, table_id: source?.table_id ?? null, title: table.title })
    if (done) return done
    const planned = await planWrite(google, { id: spreadsheetId, structure }, target, write, now().toISOString())
    demandAgreed(planned.preview, write)
    return await writePlan(planned, { google, spreadsheet_id: spreadsheetId, now, ...options })
  } catch (error) {
    throw error instanceof Problem ? error : googleProblem(error)
  }
}
