// For tests: a template with every feature, and a table of ten columns for it.
import type { Cell, Table } from '../../shared/table/table.ts'
import { Template } from '../../shared/template/template.ts'

/** Ten columns with formats, widths, notes, rules, totals, bands, conditional formats, filter and frozen lines. */
export const fullTemplate = Template.parse({
  id: 'full',
  name: 'Orders',
  description: 'Everything at once.',
  version: 1,
  layout: {
    columns: [
      { key: 'order', header: 'Order', type: 'text', unique: true, width: 90, note: 'As on the slip.' },
      { key: 'day', header: 'Day', type: 'date', width: 100 },
      { key: 'customer', header: 'Customer', type: 'text', width: 180, wrap: 'wrap' },
      { key: 'mail', header: 'E-mail', type: 'email', width: 200 },
      { key: 'quantity', header: 'Quantity', type: 'number', total: 'sum' },
      { key: 'price', header: 'Price', type: 'currency', currency: 'EUR', width: 100 },
      {
        key: 'amount',
        header: 'Amount',
        type: 'currency',
        currency: 'EUR',
        formula: 'quantity*price',
        width: 100,
        total: 'sum',
      },
      { key: 'share', header: 'Share', type: 'percent' },
      { key: 'state', header: 'State', type: 'text', width: 100, align: 'center' },
      { key: 'paid', header: 'Paid', type: 'boolean', note: 'Ticked when the money is there.' },
    ],
    frozen_rows: 1,
    frozen_columns: 1,
    filter: true,
    totals_label: 'Total',
  },
  formatting: {
    header: { background: '#1f4e78', color: '#ffffff' },
    banding: { first: '#ffffff', second: '#f3f6fa' },
    totals: { background: '#e8eef5', color: '#1f4e78' },
    conditional_formats: [
      {
        kind: 'cell',
        columns: ['state'],
        test: 'equals',
        values: ['Late'],
        look: { background: '#fce8e6', color: '#a50e0e' },
      },
      { kind: 'formula', columns: [], formula: 'quantity > 90', look: { bold: true } },
      {
        kind: 'scale',
        columns: ['share'],
        min: { color: '#ffffff', at: 'min' },
        mid: null,
        max: { color: '#57bb8a', at: 'max' },
      },
    ],
    gridlines: false,
  },
  validation_rules: [
    { column: 'state', rule: { kind: 'list', values: ['Open', 'Late', 'Done'], strict: false } },
    { column: 'mail', rule: { kind: 'email', strict: false } },
    { column: 'quantity', rule: { kind: 'number', min: 0, strict: true } },
    { column: 'day', rule: { kind: 'date', min: '2020-01-01', strict: false } },
    { column: 'paid', rule: { kind: 'checkbox' } },
  ],
})

const states = ['Open', 'Late', 'Done']

/** Rows with texts that look like something else; the same number gives the same row. */
export function orderRow(index: number): Cell[] {
  const day = new Date(Date.UTC(2026, 0, 1 + (index % 300))).toISOString().slice(0, 10)
  const text = index % 7 === 0 ? `=cmd ${index}` : `Customer ${index}`
  return [
    `00${index}`,
    day,
    text,
    `p${index}@example.com`,
    index % 100,
    1.25 + index,
    (index % 10) / 10,
    states[index % 3] ?? '',
    index % 2 === 0,
  ]
}

export function ordersOf(rows: number, from = 0): Table {
  return {
    title: 'Orders',
    columns: [
      { key: 'order', name: 'Order', type: 'text' },
      { key: 'day', name: 'Day', type: 'date' },
      { key: 'customer', name: 'Customer', type: 'text' },
      { key: 'mail', name: 'E-mail', type: 'email' },
      { key: 'quantity', name: 'Quantity', type: 'number' },
      { key: 'price', name: 'Price', type: 'currency', currency: 'EUR' },
      { key: 'share', name: 'Share', type: 'percent' },
      { key: 'state', name: 'State', type: 'text' },
      { key: 'paid', name: 'Paid', type: 'boolean' },
    ],
    rows: Array.from({ length: rows }, (_, at) => orderRow(from + at)),
  }
}
