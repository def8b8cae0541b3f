// A table on its way into the sheet, for tests of that view: the script's answers and hands for what a person does.
import { expect, vi } from 'vitest'
import type { PlanPreview } from '../../../../../shared/plan/plan-preview.ts'
import { button, draw } from '../../../testing/draw.tsx'
import { fakeApp, tableView, template } from '../../../testing/fake-app.ts'
import { newEntry } from '../../../transcript.ts'
import { AppView } from '../../app-view.tsx'

export const table = tableView({
  columns: [
    { key: 'order', name: 'Order', type: 'text' },
    { key: 'due', name: 'Due', type: 'date' },
  ],
  rows: [['0042', '2026-03-03']],
})
export const selection = {
  sheet_id: 7,
  sheet_name: 'Sheet1',
  a1: 'B3',
  row: 3,
  column: 2,
  rows: 1,
  columns: 1,
  headers: [],
  empty: true,
}
export const counts = {
  rows_new: 1,
  rows_updated: 0,
  rows_unchanged: 0,
  rows_removed: 0,
  rows_left_out: 0,
  cells_updated: 0,
}
export const receipt = {
  operation_id: 'op',
  anchor_id: 'anchor-1',
  table_id: 't',
  sheet_id: 7,
  sheet_name: 'Orders',
  new_sheet: true,
  range: 'A1:B2',
  title: 'Orders',
  rows_written: 1,
  counts,
  cells_overwritten: 0,
  at: '2026-01-01T00:00:00Z',
}
export const written = { done: true, rows: 1, of: 1, receipt }

export function match(
  key: string,
  header: string,
  from: string | null,
  more: Partial<PlanPreview['matches'][number]> = {},
) {
  return { key, header, from, from_name: from, computed: false, how: 'header' as const, sure: true, ...more }
}

export function preview(overwrites: number, more: Partial<PlanPreview> = {}): PlanPreview {
  const needs = [
    { kind: 'overwrite' as const, count: overwrites, says: `Overwrite ${overwrites} filled cells.`, details: [] },
  ]
  return {
    digest: `d${overwrites}`,
    formulas: [],
    target: { kind: 'new_sheet' },
    sheet_name: 'Orders',
    new_sheet: overwrites === 0,
    range: 'Orders!A1:B2',
    counts,
    matches: [
      match('order', 'Order', 'order'),
      match('due', 'Due date', 'due'),
      match('net', 'Net', null, { computed: true, how: 'none' }),
    ],
    unused: [],
    totals: false,
    changes: { count: overwrites, first: overwrites === 0 ? [] : [{ a1: 'E17', was: '490', now: '512' }] },
    needs: overwrites === 0 ? [] : needs,
    review: { count: 0, undecided: 0, first: [] },
    conflicts: { count: 0, undecided: 0, first: [] },
    notes: ['A note.'],
    ...more,
  }
}

export function open(rpc: Parameters<typeof fakeApp>[0] & object) {
  const entry = { ...newEntry('m', 'assistant', ''), state: 'complete' as const, tables: [table] }
  const app = fakeApp({
    state: { entries: [entry], selection, view: { name: 'insert', tableId: 't' } },
    api: {
      listTemplates: () => ({
        items: [template('plain', []), template('sales', ['Order', 'Due', 'Net'])],
        next_cursor: null,
      }),
    },
    ...rpc,
    rpc: { known_tables: () => ({ tables: [] }), ...rpc.rpc },
  })
  draw(app, <AppView />)
  return app
}
export const isFree = (name: string) =>
  vi.waitFor(async () => expect((await button(name)).getAttribute('aria-disabled')).toBe('false'))
export const inputs = (app: ReturnType<typeof open>, name: string) =>
  app.calls.filter((call) => call.name === name).map((call) => call.input)

export const known = {
  anchor: {
    id: 'anchor-1',
    range_name: 'Orders',
    title: 'Orders',
    source: { conversation_id: null, table_id: 'other', version: 1 },
    template: { id: 'sales', version: 1 },
    operation_id: 'op-before',
    written_at: '2026-01-01T00:00:00Z',
    columns: [
      { key: 'order', header: 'Order', from: 'order' },
      { key: 'due', header: 'Due', from: 'due' },
    ],
    key: ['order'],
    totals: false,
  },
  sheet_id: 7,
  sheet_name: 'Sheet1',
  block: { row: 1, column: 1, rows: 5, columns: 2 },
}
export const choose = (id: string, value: string) => {
  const field = document.getElementById(id) as HTMLSelectElement
  field.value = value
  field.dispatchEvent(new Event('change', { bubbles: true }))
}
