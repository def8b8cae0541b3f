// For tests: a table whose texts all look like something else.
import type { Table } from '../../shared/table/table.ts'

export const orders: Table = {
  title: 'Orders',
  columns: [
    { key: 'order', name: 'Order', type: 'text' },
    { key: 'date', name: 'Date', type: 'date' },
    { key: 'customer', name: 'Customer', type: 'text' },
    { key: 'quantity', name: 'Qty', type: 'number' },
    { key: 'unit_price', name: 'Unit price', type: 'currency', currency: 'EUR' },
    { key: 'status', name: 'Status', type: 'text' },
    { key: 'paid', name: 'Paid', type: 'boolean' },
  ],
  rows: [
    ['0042', '2026-03-12', '=x', 3, 12.5, 'Open', true],
    ['3-5', '3-5', "'Ada", 1, 2, 'Shipped', false],
    ['1e5', null, '+1', 0, 1.5, 'later', null],
  ],
}
