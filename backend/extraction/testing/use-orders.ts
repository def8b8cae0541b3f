// For tests: a table of orders with gaps and oddities, and a call of use_table over it.
import type { Evidence } from '../../../shared/table/evidence.ts'
import type { Cell, Column, TableReceipt } from '../../../shared/table/table.ts'
import type { EngineEvent, SourceTable } from '../engine.ts'
import { inChunks } from '../in-chunks.ts'
import { createUseTable } from '../use-table.ts'

export const columns: Column[] = [
  { key: 'order', name: 'Order', type: 'text' },
  { key: 'region', name: 'Region', type: 'text' },
  { key: 'qty', name: 'Qty', type: 'number' },
  { key: 'unit_price', name: 'Unit price', type: 'currency', currency: 'EUR' },
  { key: 'due', name: 'Due', type: 'date' },
  { key: 'paid', name: 'Paid', type: 'boolean' },
  { key: 'share', name: 'Share', type: 'percent' },
]
export const orders: Cell[][] = [
  ['A1', 'North', 3, 10.5, '2026-03-12', true, 0.2],
  ['A2', 'south ', 1, 99, '2026-01-31', false, 0.05],
  ['A10', 'North', null, 20, null, null, null],
  ['A3', 'NORTH', 12, 1.25, '2026-12-01', true, 0.5],
  ['A4', null, 2, 'on request', 'soon', false, 0.1],
]

export const sourceOf = (rows: Cell[][], of = columns, more: Partial<SourceTable> = {}): SourceTable => ({
  id: 't1',
  origin: 'message',
  where: 'your message',
  format: 'csv',
  title: 'Orders',
  columns: of,
  row_count: rows.length,
  sample: rows.slice(0, 5),
  receipt: { state: 'complete', rows_seen: rows.length, rows_extracted: rows.length, cells_unread: 0, notes: [] },
  rows: () => inChunks(rows),
  ...more,
})

export type Used = {
  title: string
  columns: Column[]
  rows: Cell[][]
  evidence: (Evidence[] | null)[]
  receipt: TableReceipt
  wrong: string | null
  events: EngineEvent[]
}

const call = { source: 't1', title: 'T', columns: null, where: null, match: 'all', sort: null, distinct: null }

/** What a person would have after the call. */
export async function use(args: object, source = sourceOf(orders), locale?: string): Promise<Used> {
  const running = createUseTable(0, [source], new AbortController().signal, locale)
  const events: EngineEvent[] = [
    ...(running.feed(JSON.stringify({ ...call, group: null, limit: null, ...args })) as []),
  ]
  const rest = running.end()
  let step = await rest.next()
  for (; !step.done; step = await rest.next()) events.push(step.value)
  const used: Used = {
    title: '',
    columns: [],
    rows: [],
    evidence: [],
    receipt: sourceOf([]).receipt,
    wrong: step.value,
    events,
  }
  for (const event of events) {
    if (event.type === 'table-start') Object.assign(used, { title: event.title, columns: event.columns })
    if (event.type === 'rows') {
      used.rows.push(...event.rows)
      used.evidence.push(...event.rows.map((_, at) => event.evidence?.[at] ?? null))
    }
    if (event.type === 'table-end') used.receipt = event.receipt
  }
  return used
}
