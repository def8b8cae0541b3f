// A read table becomes a typed one: every row kept, what does not fit counted and said.
import { describe, expect, it } from 'vitest'
import { buildTable, columnKeys, countUnread } from './build-table.ts'

const read = (header: string[] | null, rows: string[][], more = {}) => ({
  header,
  rows,
  format: 'csv',
  start: 0,
  end: 0,
  ...more,
})

describe('buildTable', () => {
  it('types columns, keeps identifiers and every row', () => {
    const { table, receipt } = buildTable(
      read(
        ['Order ID', 'Amount', 'Day'],
        [
          ['0042', '€1,200.50', '2026-03-31'],
          ['0043', '€7.00', '2026-04-01'],
        ],
      ),
      { title: 'Orders' },
    )
    expect(table.columns.map(({ key, type, currency }) => [key, type, currency])).toEqual([
      ['order_id', 'text', undefined],
      ['amount', 'currency', 'EUR'],
      ['day', 'date', undefined],
    ])
    expect(table.rows).toEqual([
      ['0042', 1200.5, '2026-03-31'],
      ['0043', 7, '2026-04-01'],
    ])
    expect(receipt).toEqual({
      state: 'complete',
      rows_seen: 2,
      rows_extracted: 2,
      cells_quoted: 6,
      cells_unread: 0,
      notes: [],
    })
  })

  it('counts the cells that do not fit and says so', () => {
    const rows = Array.from({ length: 20 }, (_, index) => [String(index + 1)])
    rows[3] = ['about five']
    const { table, receipt } = buildTable(read(['Count'], rows), { title: 'Counts' })
    expect(table.rows[3]).toEqual(['about five'])
    expect(receipt.cells_unread).toBe(1)
    expect(receipt.notes[0]).toContain('1 cell was kept as text')
    expect(countUnread(table.rows, table.columns)).toBe(1)
  })

  it('says which order it took for dates that do not decide it', () => {
    const { receipt } = buildTable(read(['Day'], [['03/04/2026'], ['05/06/2026']]), { title: 'Days' })
    expect(receipt.notes.join()).toMatch(/“Day”.*month first/)
  })

  it('keeps a totals row as a row and names it', () => {
    const { table, receipt } = buildTable(
      read(
        ['A', 'B'],
        [
          ['x', '1'],
          ['y', '2'],
          ['Total', '3'],
        ],
        { totals: [2] },
      ),
      { title: 'T' },
    )
    expect(table.rows).toHaveLength(3)
    expect(receipt.notes.join()).toContain('Row 3 looks like a total')
  })

  it('says what was mended, how often, and what was left out', () => {
    const skipped = [
      { start: 0, end: 1, reason: 'a line above the table' },
      { start: 2, end: 3, reason: 'a line above the table' },
      { start: 9, end: 10, reason: 'a comment line' },
    ]
    const { table, receipt } = buildTable(
      read(['A', 'B'], [['1', '2'], ['3']], { repaired: [0], ragged: [1], skipped }),
      {
        title: 'T',
      },
    )
    expect(table.rows[1]).toEqual([3, null])
    expect(receipt.notes).toEqual([
      '1 row had more or fewer cells than the others.',
      'Row 1 was cut unlike the others; the cells were lined up with the columns.',
      'Left out: 2 lines above the table.',
      'Left out: a comment line.',
    ])
  })

  it('names columns that have no name', () => {
    const { table } = buildTable(read(['Name', '', ''], [['a', 'b', 'c']]), { title: 'T' })
    expect(table.columns.map((column) => column.name)).toEqual(['Name', 'Column 2', 'Column 3'])
  })
})

describe('columnKeys', () => {
  it('makes unique keys out of any names', () => {
    expect(columnKeys(['Größe (cm)', 'größe cm', '—', '名前'])).toEqual(['größe_cm', 'größe_cm_2', 'column_3', '名前'])
  })
})
