// Makes a spreadsheet with a table in it: one call makes it, one writes all of the table.
import { randomUUID } from 'node:crypto'
import type { Request } from '../../shared/plan/batch-update/request.ts'
import { freshSheet } from '../../shared/plan/batch-update/sheet-state.ts'
import { splitRequests } from '../../shared/plan/batch-update/split-requests.ts'
import { batchUpdateRequests } from '../../shared/plan/batch-update.ts'
import { planTable } from '../../shared/plan/plan-table.ts'
import type { Receipt } from '../../shared/plan/receipt.ts'
import { fitTable } from '../../shared/template/fit-table.ts'
import { GoogleError } from '../platform/google/google-error.ts'
import { googleProblem } from '../platform/google/google-problem.ts'
import { findDone, findLeftovers } from './find-done.ts'
import {
  findByOperation,
  firstSheetId,
  makeByDrive,
  makeBySheets,
  type NewSpreadsheet,
  removeFile,
} from './make-file.ts'
import { demandAgreed, plainly } from './plan-problem.ts'
import { readStructure } from './read-structure.ts'
import { type PlannedWrite, writePlan } from './write-plan.ts'
import type { TableWrite, WriteOptions } from './write-table.ts'

/**
 * With `exactly_once` the spreadsheet is made by Drive and carries the operation's id, so that a lost answer makes no second one;
 * `again` says that the operation may have been tried before, and has it looked for first. `patient`: whoever asks will try again,
 * or clean up, and so an unfinished spreadsheet stays.
 */
export type SpreadsheetWrite = TableWrite & { exactly_once: boolean; again: boolean; patient?: boolean }

export type WrittenSpreadsheet = { spreadsheet_id: string; url: string; receipt: Receipt }

function planSheet(asked: NewSpreadsheet, write: SpreadsheetWrite, now: string): PlannedWrite {
  const { table, template, decisions, source, operation_id, remembered = {} } = write
  const { locale } = asked
  const fitted = plainly(() => fitTable({ table, template, locale, decisions, remembered }))
  const place = { locale, sheet_names: [], range_names: [], sheet: null, known: null }
  const target = { kind: 'new_sheet' as const }
  const new_id = randomUUID()
  const { plan, preview } = plainly(() =>
    planTable({ fitted, template, target, decisions, base: null, source, place, operation_id, new_id, now }),
  )
  return {
    plan,
    preview,
    anchor_id: new_id,
    title: fitted.title || plan.sheet_name,
    table_id: source?.table_id ?? null,
    context: {
      operation_id,
      locale,
      sheet: freshSheet(firstSheetId),
      anchor: { named_range_id: null, metadata_id: null },
      done: [],
      native_table: write.native_table,
    },
  }
}

/** What a spreadsheet made by Drive is not told when it is made. */
function settings({ locale, time_zone }: NewSpreadsheet): Request {
  const properties = { locale, ...(time_zone === null ? {} : { timeZone: time_zone }) }
  return { updateSpreadsheetProperties: { properties, fields: Object.keys(properties).join(',') } }
}

const named = (title: string): Request => ({
  updateSheetProperties: { properties: { sheetId: firstSheetId, title }, fields: 'title' },
})

/**
 * The table goes into the sheet that a spreadsheet has from the start. One that takes several calls gets a sheet of its
 * own, hidden until it is whole: the only sheet of a spreadsheet cannot be hidden.
 */
function place(planned: PlannedWrite, before: Request[], isNamed: boolean, most: number | undefined): PlannedWrite {
  const { plan, context } = planned
  const requests = batchUpdateRequests(plan, { ...context, note: '' })
  const { chunks } = splitRequests(requests, { operation_id: context.operation_id, columns: 0, most })
  if (chunks.length === 0) return { ...planned, before: isNamed ? before : [...before, named(plan.sheet_name)] }
  return {
    ...planned,
    context: { ...context, sheet: null },
    before: [...before, named(`tablewright ${context.operation_id}`.slice(0, 100))],
    after: [{ deleteSheet: { sheetId: firstSheetId } }],
  }
}

/** Throws problems. A spreadsheet whose table was refused is taken away again. */
export async function createSpreadsheetWithTable(
  asked: NewSpreadsheet,
  write: SpreadsheetWrite,
  { google, now = () => new Date(), ...options }: WriteOptions,
): Promise<WrittenSpreadsheet> {
  const { operation_id, exactly_once } = write
  const planned = planSheet(asked, write, now().toISOString())
  demandAgreed(planned.preview, write)
  const written = (id: string, receipt: Receipt): WrittenSpreadsheet => ({
    spreadsheet_id: id,
    url: `https://docs.google.com/spreadsheets/d/${id}/edit`,
    receipt,
  })
  let id: string | null = null
  try {
    const before: Request[] = exactly_once ? [settings(asked)] : []
    if (exactly_once && write.again) id = await findByOperation(google, google.call, operation_id)
    if (id === null)
      id = exactly_once
        ? await makeByDrive(google, asked, operation_id)
        : await makeBySheets(google, asked, planned.plan.sheet_name)
    else {
      const structure = await readStructure(google, id)
      const done = findDone(structure, { operation_id, table_id: planned.table_id, title: planned.title })
      if (done) return written(id, done)
      for (const sheetId of findLeftovers(structure, operation_id)) before.push({ deleteSheet: { sheetId } })
    }
    const receipt = await writePlan(place(planned, before, !exactly_once, options.most_bytes), {
      google,
      spreadsheet_id: id,
      now,
      ...options,
    })
    return written(id, receipt)
  } catch (error) {
    const isRefused = error instanceof GoogleError && error.outcome !== 'unknown'
    if (id !== null && isRefused && !write.patient) await removeFile(google, id)
    throw googleProblem(error)
  }
}
