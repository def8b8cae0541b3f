// For tests: plans of a few edits, and the requests they become.
import { type BatchContext, batchUpdateRequests } from '../../batch-update.ts'
import type { PlanEdit } from '../../plan-edit.ts'
import type { SheetPlan } from '../../sheet-plan.ts'
import type { Request } from '../request.ts'

export const block = { row: 2, column: 3, rows: 4, columns: 2 }
export const range = { sheetId: 7, startRowIndex: 1, endRowIndex: 5, startColumnIndex: 2, endColumnIndex: 4 }

export function planOf(edits: PlanEdit[], more: Partial<SheetPlan> = {}): SheetPlan {
  return {
    target: { kind: 'at_cell', sheet_id: 7, row: 2, column: 3 },
    sheet_id: 7,
    sheet_name: 'Orders',
    block,
    columns: [],
    totals: false,
    own_total: false,
    counts: {
      rows_new: 0,
      rows_updated: 0,
      rows_unchanged: 0,
      rows_removed: 0,
      rows_left_out: 0,
      cells_updated: 0,
    },
    edits,
    ...more,
  }
}

export const standing: BatchContext = {
  operation_id: 'operation-1',
  note: '[]',
  locale: 'en_US',
  sheet: { id: 7, rows: 20, columns: 10, bands: [], tables: [], filter: null, conditions: [] },
  anchor: { named_range_id: null, metadata_id: null },
  done: [],
  native_table: false,
}

/** The requests of edits without the entry that ends every batch. */
export function compile(edits: PlanEdit[], context: Partial<BatchContext> = {}): Request[] {
  return batchUpdateRequests(planOf(edits), { ...standing, ...context }).slice(0, -1)
}

export const anchor = {
  id: 'anchor-0001',
  range_name: 'orders',
  title: 'Orders',
  source: null,
  template: { id: 'plain_table', version: 1 },
  operation_id: 'operation-1',
  written_at: '2026-03-12T08:00:00.000Z',
  columns: [
    { key: 'a', header: 'A', from: 'a' },
    { key: 'b', header: 'B', from: 'b' },
  ],
  key: [],
  totals: false,
}
