// For tests: a table, a template for it, and what is asked with them.
import type { Table } from '../../../shared/table/table.ts'
import { Template } from '../../../shared/template/template.ts'
import type { TableWrite } from '../write-table.ts'

export const orders: Table = {
  title: 'Orders',
  columns: [
    { key: 'order', name: 'Order', type: 'text' },
    { key: 'date', name: 'Date', type: 'date' },
    { key: 'quantity', name: 'Quantity', type: 'number' },
    { key: 'unit_price', name: 'Unit price', type: 'currency', currency: 'EUR' },
    { key: 'status', name: 'Status', type: 'text' },
  ],
  rows: [
    ['0042', '2026-03-12', 3, 12.5, 'Open'],
    ['=1+1', '2026-03-13', 1, 2, 'Shipped'],
    ['3-5', null, 2, 1.25, 'Paid'],
  ],
}

export const template = Template.parse({
  id: 'orders_1',
  name: 'Orders',
  description: '',
  version: 3,
  layout: {
    columns: [
      { key: 'order', header: 'Order', type: 'text', unique: true, note: 'The number of the order' },
      { key: 'date', header: 'Date', type: 'date' },
      { key: 'quantity', header: 'Quantity', type: 'number', total: 'sum' },
      { key: 'unit_price', header: 'Unit price', type: 'currency' },
      { key: 'total', header: 'Total', type: 'currency', formula: 'quantity * unit_price', total: 'sum' },
      { key: 'status', header: 'Status', type: 'text' },
    ],
    frozen_rows: 1,
    frozen_columns: 0,
    filter: true,
    totals_label: 'Total',
  },
  formatting: {
    header: { background: '#174ea6', color: '#ffffff' },
    banding: { first: '#ffffff', second: '#eef3fd' },
    conditional_formats: [
      { kind: 'cell', columns: ['status'], test: 'equals', values: ['Open'], look: { color: '#b3261e' } },
    ],
  },
  validation_rules: [{ column: 'status', rule: { kind: 'list', values: ['Open', 'Shipped', 'Paid'], strict: true } }],
})

export const undecided = { mapping: {}, review: { all: null, rows: {} }, conflicts: { all: null, cells: {} } }

/** A write of the table above, as an operation of its own. */
export function orderWrite(more: Partial<TableWrite> = {}): TableWrite {
  return {
    table: orders,
    template,
    decisions: undecided,
    source: { conversation_id: null, table_id: 'table-1', version: 1 },
    base: null,
    operation_id: 'operation-1',
    digest: null,
    allow: [],
    native_table: false,
    ...more,
  }
}
