// The row of the sheet is found again in the table it came from, wherever it stands now.
import { describe, expect, it } from 'vitest'
import type { CellSource } from '../../../shared/contract/write-rpc.ts'
import type { Cell, Column } from '../../../shared/table/table.ts'
import { findRow, isSame } from './cell-source.ts'

const columns: Column[] = [
  { key: 'id', name: 'Id', type: 'text' },
  { key: 'day', name: 'Day', type: 'date' },
  { key: 'sum', name: 'Sum', type: 'currency' },
]
const rows: Cell[][] = [
  ['0042', '2026-03-03', 12.5],
  ['0043', '2026-03-04', 12.5],
  ['0044', null, 1],
  ['0042', '2026-03-03', 12.5],
]
const source = (row: CellSource['row'], key: string[] = []): CellSource => ({
  anchor: {
    id: 'anchor-1',
    range_name: 'Orders',
    title: 'Orders',
    source: null,
    template: { id: 'plain_table', version: 1 },
    operation_id: 'op',
    written_at: '2026-01-01T00:00:00Z',
    columns: columns.map(({ key: from, name }) => ({ key: from, header: name, from })),
    key,
    totals: false,
  },
  a1: 'A2',
  part: 'body',
  column: 'sum',
  row,
  formula: '',
})

describe('isSame', () => {
  it.each<[Cell, Column['type'], string | number | null, boolean]>([
    ['2026-03-03', 'date', 46084, true],
    ['2026-03-03T12:00:00', 'datetime', 46084.5, true],
    ['06:00:00', 'time', 0.25, true],
    ['2026-03-03', 'date', 46085, false],
    [0.1 + 0.2, 'number', 0.3, true],
    [null, 'text', '', true],
    ['0042', 'text', '0042', true],
    ['0042', 'text', 42, false],
  ])('%s as %s and %s', (cell, type, value, same) => {
    expect(isSame(cell, { key: 'a', name: 'A', type }, value)).toBe(same)
  })
})

describe('findRow', () => {
  it('goes by the key, though the rest has changed', () => {
    expect(findRow({ columns, rows }, source({ id: '0044', day: 46000, sum: 99 }, ['id']))).toBe(2)
  })
  it('goes by most of the values where there is no key', () => {
    expect(findRow({ columns, rows }, source({ id: '0043', day: 46085, sum: 99 }))).toBe(1)
  })
  it('does not choose between rows that are alike', () => {
    expect(findRow({ columns, rows }, source({ id: '0042', day: 46084, sum: 12.5 }))).toBeNull()
    expect(findRow({ columns, rows }, source({ id: '0042' }, ['id']))).toBeNull()
  })
  it('finds no row where too little is the same', () => {
    expect(findRow({ columns, rows }, source({ id: '0099', day: 1, sum: 12.5 }))).toBeNull()
  })
})
