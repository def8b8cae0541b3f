// Measures how fast a table becomes a plan, digest and preview included, and that twice the rows take twice the time.
import { planTable } from '../shared/plan/plan-table.ts'
import { Decisions } from '../shared/plan/target.ts'
import type { Cell, Table } from '../shared/table/table.ts'
import { fitTable } from '../shared/template/fit-table.ts'
import { Template } from '../shared/template/template.ts'
import { median, timed, timesAs } from './measure.ts'
import type { Figure } from './reading.ts'

const template = Template.parse({
  ...{ id: 'orders', name: 'Orders', description: '', version: 1 },
  layout: {
    columns: [
      { key: 'id', header: 'Id', type: 'text', unique: true },
      { key: 'day', header: 'Day', type: 'date' },
      { key: 'customer', header: 'Customer', type: 'text', required: true },
      { key: 'mail', header: 'E-mail', type: 'email' },
      { key: 'quantity', header: 'Quantity', type: 'number', total: 'sum' },
      { key: 'price', header: 'Price', type: 'currency', currency: 'EUR' },
      { key: 'total', header: 'Total', type: 'currency', formula: 'quantity * price', total: 'sum' },
      { key: 'share', header: 'Share', type: 'percent' },
      { key: 'status', header: 'Status', type: 'text' },
      { key: 'paid', header: 'Paid', type: 'boolean' },
    ],
    ...{ frozen_rows: 1, frozen_columns: 0, filter: true, totals_label: 'Total' },
  },
  formatting: {
    header: { background: '#174ea6', color: '#ffffff' },
    banding: { first: '#ffffff', second: '#eef3fd' },
  },
  validation_rules: [
    { column: 'status', rule: { kind: 'list', values: ['Open', 'Shipped', 'Paid'], strict: true } },
    { column: 'mail', rule: { kind: 'email', strict: false } },
    { column: 'quantity', rule: { kind: 'number', min: 0, strict: true } },
  ],
})

const states = ['Open', 'Shipped', 'Paid']

/** Ten columns, one of them computed by the template. */
function makeTable(rows: number): Table {
  const columns = template.layout.columns.filter(({ formula }) => formula === undefined)
  return {
    title: 'Orders',
    columns: columns.map(({ key, header, type }) => ({ key, name: header, type })),
    rows: Array.from({ length: rows }, (_, at): Cell[] => [
      `A-${100_000 + at}`,
      new Date(Date.UTC(2020, 0, 1 + (at % 2000))).toISOString().slice(0, 10),
      `Customer ${at % 997}`,
      `person${at}@example.com`,
      at % 40,
      (at % 1000) / 4,
      (at % 100) / 100,
      states[at % 3]!,
      at % 2 === 0,
    ]),
  }
}

/** Fits and plans a table for a new sheet; answers with the number of its cells. */
function compile(table: Table): number {
  const decisions = Decisions.parse({})
  const fitted = fitTable({ table, template, locale: 'de_DE', decisions })
  const place = { locale: 'de_DE', sheet_names: [], range_names: [], sheet: null, known: null }
  const { plan } = planTable({
    ...{ fitted, template, target: { kind: 'new_sheet' }, decisions, base: null, source: null, place },
    ...{ operation_id: 'operation-1', new_id: 'table-0001', now: '2026-11-22T09:00:00.000Z' },
  })
  return plan.block.rows * plan.block.columns
}

const runs = 9

/** Seconds for a million cells, which are to be less than one, and growth when the rows double. */
export function measurePlanning(): Figure[] {
  const [small, large] = [makeTable(100_000), makeTable(200_000)]
  let cells = 0
  const times = Array.from({ length: runs }, () =>
    timed(() => {
      cells = compile(small)
    }),
  )
  const perMillion = (median(times) / 1000) * (1_000_000 / cells)
  const speed = Math.round(1000 / perMillion).toLocaleString('en')
  const growth = timesAs(
    () => compile(large),
    () => compile(small),
    runs,
  )
  return [
    { name: `plan 100,000 × 10: seconds a million cells (${speed},000 cells/s)`, value: perMillion, limit: 1 },
    { name: 'plan: time(200,000 rows) / time(100,000 rows)', value: growth, limit: 2.2 },
  ]
}
