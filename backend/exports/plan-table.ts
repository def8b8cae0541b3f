// Plans a table for a spreadsheet as it is now, read through Google's API.
import { randomUUID } from 'node:crypto'
import type { TableSource } from '../../shared/plan/anchor.ts'
import { areaToRead } from '../../shared/plan/area-to-read.ts'
import type { PlanPreview } from '../../shared/plan/plan-preview.ts'
import { planTable } from '../../shared/plan/plan-table.ts'
import type { Decisions, Target } from '../../shared/plan/target.ts'
import type { Table } from '../../shared/table/table.ts'
import { fitTable } from '../../shared/template/fit-table.ts'
import type { Template } from '../../shared/template/template.ts'
import type { GoogleApi } from '../platform/google/google-api.ts'
import { googleProblem } from '../platform/google/google-problem.ts'
import { findLeftovers } from './find-done.ts'
import { plainly } from './plan-problem.ts'
import { readCells } from './read-cells.ts'
import { placeOf, sheetState } from './read-place.ts'
import { type FoundTable, readStructure, type SheetResource, type Structure } from './read-structure.ts'
import type { PlannedWrite } from './write-plan.ts'

/**
 * What is to be planned. `base` is the version of the table that the sheet got last, for a merge; `remembered` are mappings that were
 * decided for such tables before.
 */
export type TableInput = {
  table: Table
  template: Template
  decisions: Decisions
  source: TableSource | null
  base: Table | null
  native_table: boolean
  remembered?: Record<string, string | null>
}

/** The sheet and the known table that the target names; null where there is none, or none any more. */
function findTarget({ sheets, tables }: Structure, target: Target) {
  const known: FoundTable | null =
    'anchor_id' in target ? (tables.find(({ anchor }) => anchor.id === target.anchor_id) ?? null) : null
  const id = target.kind === 'at_cell' ? target.sheet_id : known?.sheet_id
  const resource: SheetResource | null = sheets.find(({ properties }) => properties.sheetId === id) ?? null
  return { known, resource }
}

/** The plan for a spreadsheet of which all but the cells was read. */
export async function planWrite(
  google: GoogleApi,
  spreadsheet: { id: string; structure: Structure },
  target: Target,
  write: TableInput & { operation_id: string },
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
  const read = area && (await readCells(google, { id: spreadsheet.id, locale }, size, area))
  const place = placeOf(structure, known, resource && read ? { resource, cells: read } : null)
  const new_id = randomUUID()
  const { plan, preview } = plainly(() =>
    planTable({ fitted, template, target, decisions, base, source, place, operation_id, new_id, now }),
  )
  return {
    plan,
    preview,
    anchor_id: known?.anchor.id ?? new_id,
    title: fitted.title || plan.sheet_name,
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

/** What the write would change, without changing anything. */
export async function previewTable(
  google: GoogleApi,
  spreadsheetId: string,
  target: Target,
  input: TableInput,
): Promise<PlanPreview> {
  try {
    const structure = await readStructure(google, spreadsheetId)
    const write = { ...input, operation_id: 'preview' }
    const now = new Date().toISOString()
    return (await planWrite(google, { id: spreadsheetId, structure }, target, write, now)).preview
  } catch (error) {
    throw googleProblem(error)
  }
}
