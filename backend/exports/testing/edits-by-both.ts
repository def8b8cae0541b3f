// For tests: the same edits by the add-on's script and by a batch of requests, each on its own copy of a spreadsheet.
import { openEdits } from '../../../addon/testing/open-edits.ts'
import { applyBatch } from '../../../emulator/sheets-api/batch/apply-batch.ts'
import { spreadsheetResource } from '../../../emulator/sheets-api/spreadsheets/spreadsheet-resource.ts'
import { fromJson, toJson } from '../../../emulator/workbook/json.ts'
import type { Workbook } from '../../../emulator/workbook/workbook.ts'
import { batchUpdateRequests } from '../../../shared/plan/batch-update.ts'
import type { PlanEdit } from '../../../shared/plan/plan-edit.ts'
import type { SheetPlan } from '../../../shared/plan/sheet-plan.ts'
import type { GoogleApi } from '../../platform/google/google-api.ts'
import { sheetState } from '../read-place.ts'
import { readStructure } from '../read-structure.ts'
import { comparableBook } from './comparable-book.ts'

const copyOf = (book: Workbook) => fromJson(structuredClone(toJson(book)))

const noCounts = {
  rows_new: 0,
  rows_updated: 0,
  rows_unchanged: 0,
  rows_removed: 0,
  rows_left_out: 0,
  cells_updated: 0,
}

/** Answers reads from a workbook at hand. */
const readingOf = (book: Workbook): GoogleApi => ({
  sheets: '',
  drive: '',
  with: () => readingOf(book),
  call: async ({ answer }) => answer.parse(JSON.parse(JSON.stringify(spreadsheetResource(book, null, false)))),
})

let operations = 0

/** Makes the requests of edits for the first sheet, or for a new one with this name, and applies them. */
async function byBatch(book: Workbook, edits: PlanEdit[], newSheet: string | null): Promise<void> {
  const structure = await readStructure(readingOf(book), 'book')
  const [resource] = structure.sheets
  const anchor = edits.find((edit) => edit.kind === 'anchor')?.anchor
  const known = structure.tables.find((table) => table.anchor.id === anchor?.id)
  const plan: SheetPlan = {
    target: newSheet === null ? { kind: 'at_cell', sheet_id: 0, row: 1, column: 1 } : { kind: 'new_sheet' },
    sheet_id: newSheet === null ? (resource?.properties.sheetId ?? 0) : null,
    sheet_name: newSheet ?? resource?.properties.title ?? '',
    block: { row: 1, column: 1, rows: 1, columns: 1 },
    columns: [],
    totals: false,
    own_total: false,
    counts: noCounts,
    edits,
  }
  const requests = batchUpdateRequests(plan, {
    operation_id: `batch-${++operations}`,
    note: '[]',
    locale: book.locale,
    sheet: newSheet === null && resource ? sheetState(resource) : null,
    anchor: { named_range_id: known?.named_range_id ?? null, metadata_id: known?.metadata_id ?? null },
    done: structure.done,
    native_table: false,
  })
  applyBatch(book, JSON.parse(JSON.stringify(requests)), { user: 'alex.morgan@example.com' })
}

/** `make` answers with both spreadsheets afterwards, or with the script's refusal: it heeds rules that a batch goes over. */
export async function openEditsByBoth() {
  const script = await openEdits()
  return {
    make: async (book: Workbook, edits: PlanEdit[], newSheet: string | null = null) => {
      const rest = copyOf(book)
      const own = script.become(copyOf(book))
      const { answer } = script.make(edits, { sheetId: own.sheets[0]!.id, newSheet })
      if (answer.problem) return { refused: answer.problem.title }
      await byBatch(rest, edits, newSheet)
      return { script: comparableBook(own), rest: comparableBook(rest) }
    },
  }
}
