// Rows added to, put into and merged with a table that stands in a sheet already.
import { describe, expect, test } from 'vitest'
import type { Cell, Table } from '../table/table.ts'
import { PlanRefusal } from './plan-refusal.ts'
import { planIn, tableId, templateOf } from './testing/plan-in.ts'
import { applyPlan, at, contents, emptySheet, put, type SimSheet } from './testing/sim-sheet.ts'

const template = templateOf(
  [
    { key: 'id', header: 'Id', type: 'text', unique: true },
    { key: 'quantity', header: 'Quantity', type: 'number' },
    { key: 'price', header: 'Price', type: 'number' },
    { key: 'total', header: 'Total', type: 'number', formula: 'quantity * price', total: 'sum' },
    { key: 'status', header: 'Status', type: 'text' },
  ],
  {
    layout: { totals_label: 'Sum' },
    formatting: {
      conditional_formats: [{ kind: 'formula', columns: [], formula: 'quantity > 5', look: { bold: true } }],
    },
    rules: [{ column: 'status', rule: { kind: 'list', values: ['Open', 'Paid'], strict: false } }],
  },
)

const tableOf = (rows: Cell[][]): Table => ({
  title: 'Orders',
  columns: [
    { key: 'a', name: 'Id', type: 'text' },
    { key: 'b', name: 'Quantity', type: 'number' },
    { key: 'c', name: 'Price', type: 'number' },
    { key: 'd', name: 'Status', type: 'text' },
  ],
  rows,
})

const first = tableOf([
  ['A1', 1, 10, 'Open'],
  ['A2', 2, 20, 'Paid'],
  ['A3', 3, 30, 'Open'],
])

/** The first table with its corner in B2, and what else stands in the sheet. */
function written(more: (sheet: SimSheet) => void = () => {}, rows = 12): SimSheet {
  const sheet = emptySheet(rows, 10)
  const { plan } = planIn(sheet, {
    table: first,
    template,
    target: { kind: 'at_cell', sheet_id: 7, row: 2, column: 2 },
  })
  const done = applyPlan(sheet, plan)
  more(done)
  return done
}

const append = (sheet: SimSheet, rows: Cell[][], decisions = {}) =>
  planIn(sheet, { table: tableOf(rows), template, target: { kind: 'append', anchor_id: tableId }, decisions })
const replace = (sheet: SimSheet, table: Table) =>
  planIn(sheet, { table, template, target: { kind: 'replace', anchor_id: tableId } })
const merge = (sheet: SimSheet, rows: Cell[][], base: Table | null = first, decisions = {}) =>
  planIn(sheet, { table: tableOf(rows), template, target: { kind: 'merge', anchor_id: tableId }, base, decisions })

const kinds = (plan: { edits: { kind: string }[] }) => plan.edits.map(({ kind }) => kind)
const rowsOf = (sheet: SimSheet, row: number, rows: number) => contents(sheet, { row, column: 2, rows, columns: 5 })

describe('append', () => {
  test('rows go above the totals row, which moves down and grows', () => {
    const sheet = written()
    const { plan, preview } = append(sheet, [['A4', 4, 40, 'Open']])
    expect(preview.needs).toEqual([])
    expect(preview.counts).toMatchObject({ rows_new: 1, rows_updated: 0, cells_updated: 0 })
    const done = applyPlan(sheet, plan)
    expect(rowsOf(done, 5, 3)).toEqual([
      ['A3', 3, 30, { formula: '=C5*D5' }, 'Open'],
      ['A4', 4, 40, { formula: '=C6*D6' }, 'Open'],
      ['Sum', null, null, { formula: '=SUM(E3:E6)' }, null],
    ])
    expect(plan.block).toEqual({ row: 2, column: 2, rows: 6, columns: 5 })
    expect(done.bands).toEqual([{ row: 2, column: 2, rows: 5, columns: 5 }])
    expect(at(done, 6, 6).rule).toBe(at(done, 5, 6).rule)
    expect(done.conditions).toHaveLength(1)
    expect(done.conditions[0]?.blocks).toEqual([{ row: 3, column: 2, rows: 4, columns: 5 }])
    expect(at(done, 7, 2).look.bold).toBe(true)
    expect(at(done, 6, 2).look.bold).toBe(false)
  })

  test('what stands beside and below the table stays where it is while there is room', () => {
    const sheet = written((here) => put(here, 10, 2, [['A note of mine']]))
    const { plan, preview } = append(sheet, [
      ['A4', 4, 40, 'Open'],
      ['A5', 5, 50, 'Paid'],
    ])
    expect(preview.needs).toEqual([])
    const done = applyPlan(sheet, plan)
    expect(kinds(plan)).not.toContain('insert_rows')
    expect(rowsOf(done, 6, 3)).toEqual([
      ['A4', 4, 40, { formula: '=C6*D6' }, 'Open'],
      ['A5', 5, 50, { formula: '=C7*D7' }, 'Paid'],
      ['Sum', null, null, { formula: '=SUM(E3:E7)' }, null],
    ])
    expect(at(done, 10, 2).cell).toBe('A note of mine')
    expect(at(done, 6, 2).look).toMatchObject({ bold: false, border_top: null })
    expect(at(done, 8, 2).look.bold).toBe(true)
  })

  test('without room, rows are inserted, and what moves is listed', () => {
    const sheet = written((here) => put(here, 8, 3, [['A note of mine']]))
    const { plan, preview } = append(sheet, [
      ['A4', 4, 40, 'Open'],
      ['A5', 5, 50, 'Paid'],
      ['A6', 1, 1, 'Paid'],
    ])
    expect(preview.needs).toMatchObject([{ kind: 'move', count: 3, details: ['C8: A note of mine'] }])
    const done = applyPlan(sheet, plan)
    expect(at(done, 11, 3).cell).toBe('A note of mine')
    expect(rowsOf(done, 9, 1)).toEqual([['Sum', null, null, { formula: '=SUM(E3:E8)' }, null]])
  })

  test('columns that were moved, renamed or put in between are found again', () => {
    const sheet = written((here) => {
      // Status goes first, a column of the person's second, and Price gets another name.
      for (let row = 2; row <= 6; row++) {
        const [id, quantity, price, total, status] = contents(here, { row, column: 2, rows: 1, columns: 5 })[0] ?? []
        put(here, row, 2, [
          [status ?? null, row === 2 ? 'Mine' : row, id ?? null, quantity ?? null, price ?? null, total ?? null],
        ])
      }
      put(here, 2, 6, [['Unit price']])
      for (let row = 3; row <= 5; row++) put(here, row, 7, [[{ formula: `=E${row}*F${row}` }]])
      put(here, 6, 7, [[{ formula: '=SUM(G3:G5)' }]])
      const table = here.tables.get(tableId)!
      here.tables.set(tableId, { ...table, block: { ...table.block, columns: 6 } })
    })
    const { plan, preview } = append(sheet, [['A4', 4, 40, 'Open']])
    const done = applyPlan(sheet, plan)
    expect(contents(done, { row: 6, column: 2, rows: 2, columns: 6 })).toEqual([
      ['Open', null, 'A4', 4, 40, { formula: '=E6*F6' }],
      [null, 6, 'Sum', null, null, { formula: '=SUM(G3:G6)' }],
    ])
    expect(preview.notes).toContain('Columns that stay as they are: “Mine”.')
    expect(preview.notes).toContain('“Price” is called “Unit price” in the sheet.')
    expect(plan.columns.map(({ key }) => key)).toEqual(['status', 'id', 'quantity', 'price', 'total'])
  })

  test('a column that is gone is said, a new one is added at the right', () => {
    const sheet = written((here) => {
      for (const row of here.grid) row.splice(5, 1)
      here.columns = 9
      const table = here.tables.get(tableId)!
      here.tables.set(tableId, { ...table, block: { ...table.block, columns: 4 } })
      put(here, 4, 6, [['beside']])
    })
    const table: Table = {
      ...first,
      columns: [...first.columns, { key: 'e', name: 'Weight', type: 'number' }],
      rows: [['A4', 4, 40, 'Open', 1.5]],
    }
    const { plan, preview } = planIn(sheet, { table, template, target: { kind: 'append', anchor_id: tableId } })
    expect(preview.notes).toContain('No longer in the sheet, so not written: “Status”.')
    expect(preview.notes).toContain('New at the right of the table: “Weight”.')
    // Something stands right beside the table: the new column goes to the next free one.
    expect(plan.block.columns).toBe(6)
    const done = applyPlan(sheet, plan)
    expect(at(done, 2, 7).cell).toBe('Weight')
    expect(contents(done, { row: 6, column: 2, rows: 1, columns: 6 })[0]).toEqual([
      'A4',
      4,
      40,
      { formula: '=C6*D6' },
      null,
      1.5,
    ])
  })

  test('rows that are there already wait for a decision', () => {
    const sheet = written()
    const rows = [
      ['A2', 9, 9, 'Open'],
      ['A9', 1, 1, 'Paid'],
    ]
    const asked = append(sheet, rows).preview
    expect(asked.review).toMatchObject({ count: 1, undecided: 1 })
    expect(asked.review.first[0]).toMatchObject({
      row: 0,
      must: true,
      faults: [{ header: 'Id', value: 'A2', says: 'is in row 4 of the sheet already' }],
    })
    const { plan, preview } = append(sheet, rows, { review: { all: 'out', rows: {} } })
    expect(preview.counts).toMatchObject({ rows_new: 1, rows_left_out: 1 })
    expect(rowsOf(applyPlan(sheet, plan), 6, 1)[0]?.[0]).toBe('A9')
  })

  test('rows typed right below a table without totals are its own', () => {
    const plain = templateOf([
      { key: 'id', header: 'Id', type: 'text', unique: true },
      { key: 'n', header: 'N', type: 'number' },
    ])
    const table: Table = {
      title: 'T',
      columns: [
        { key: 'a', name: 'Id', type: 'text' },
        { key: 'b', name: 'N', type: 'number' },
      ],
      rows: [['x', 1]],
    }
    const sheet = emptySheet(8, 4)
    const done = applyPlan(
      sheet,
      planIn(sheet, { table, template: plain, target: { kind: 'at_cell', sheet_id: 7, row: 1, column: 1 } }).plan,
    )
    put(done, 3, 1, [['typed', 2]])
    const { plan, preview } = planIn(done, {
      table: { ...table, rows: [['y', 3]] },
      template: plain,
      target: { kind: 'append', anchor_id: tableId },
    })
    expect(preview.notes).toContain('1 row typed below the table counts as its own.')
    expect(contents(applyPlan(done, plan), { row: 2, column: 1, rows: 3, columns: 2 })).toEqual([
      ['x', 1],
      ['typed', 2],
      ['y', 3],
    ])
  })

  test('a table that is gone, or a protected place, is refused in words', () => {
    const sheet = written((here) => put(here, 2, 2, [[null, null, null, null, null]]))
    expect(() => append(sheet, [['A4', 4, 40, 'Open']])).toThrow(PlanRefusal)
    const closed = written((here) => {
      here.protected = [{ block: { row: 6, column: 1, rows: 1, columns: 10 }, may_edit: false, warning_only: false }]
    })
    expect(() => append(closed, [['A4', 4, 40, 'Open']])).toThrow('protected')
  })
})

describe('replace', () => {
  test('the same table changes nothing', () => {
    const { plan, preview } = replace(written(), first)
    expect(plan.edits).toEqual([])
    expect(preview.counts).toMatchObject({ rows_unchanged: 3, rows_updated: 0, rows_new: 0 })
  })

  test('fewer rows: the totals row moves up and the rest is cleared', () => {
    const sheet = written()
    const { plan, preview } = replace(
      sheet,
      tableOf([
        ['A1', 1, 10, 'Open'],
        ['B7', 7, 70, 'Paid'],
      ]),
    )
    const done = applyPlan(sheet, plan)
    expect(rowsOf(done, 3, 4)).toEqual([
      ['A1', 1, 10, { formula: '=C3*D3' }, 'Open'],
      ['B7', 7, 70, { formula: '=C4*D4' }, 'Paid'],
      ['Sum', null, null, { formula: '=SUM(E3:E4)' }, null],
      [null, null, null, null, null],
    ])
    expect(preview.needs.map(({ kind }) => kind)).toEqual(['overwrite'])
    expect(preview.counts).toMatchObject({ rows_unchanged: 1, rows_updated: 1, rows_removed: 1, cells_updated: 3 })
    expect(plan.block.rows).toBe(4)
  })

  test('more rows get room as new ones do', () => {
    const sheet = written()
    const rows = [...first.rows, ['A4', 4, 40, 'Open']]
    const { plan, preview } = replace(sheet, tableOf(rows))
    expect(preview.counts).toMatchObject({ rows_unchanged: 3, rows_new: 1 })
    expect(rowsOf(applyPlan(sheet, plan), 6, 2)).toEqual([
      ['A4', 4, 40, { formula: '=C6*D6' }, 'Open'],
      ['Sum', null, null, { formula: '=SUM(E3:E6)' }, null],
    ])
  })
})

describe('merge', () => {
  const changed = [
    ['A1', 1, 10, 'Paid'],
    ['A2', 2, 20, 'Paid'],
    ['A3', 3, 33, 'Open'],
    ['A4', 4, 40, 'Open'],
  ]

  test('both sides’ changes are in, wherever the rows stand now', () => {
    const sheet = written((here) => {
      const rows = rowsOf(here, 3, 3)
      put(here, 3, 2, [rows[2]!, rows[0]!, rows[1]!])
      for (let row = 3; row <= 5; row++) put(here, row, 5, [[{ formula: `=C${row}*D${row}` }]])
      put(here, 5, 3, [[22]])
    })
    const { plan, preview } = merge(sheet, changed)
    expect(preview.needs).toEqual([])
    expect(preview.counts).toMatchObject({ rows_new: 1, rows_updated: 2, rows_unchanged: 1, cells_updated: 2 })
    const done = applyPlan(sheet, plan)
    expect(rowsOf(done, 3, 5)).toEqual([
      ['A3', 3, 33, { formula: '=C3*D3' }, 'Open'],
      ['A1', 1, 10, { formula: '=C4*D4' }, 'Paid'],
      ['A2', 22, 20, { formula: '=C5*D5' }, 'Paid'],
      ['A4', 4, 40, { formula: '=C6*D6' }, 'Open'],
      ['Sum', null, null, { formula: '=SUM(E3:E6)' }, null],
    ])
    const again = merge(done, changed, tableOf(changed))
    expect(again.plan.edits).toEqual([])
    expect(again.preview.counts).toMatchObject({ rows_unchanged: 4, rows_new: 0, rows_updated: 0 })
  })

  test('a cell that both changed is asked, by an id that stays', () => {
    const sheet = written((here) => put(here, 5, 4, [[99]]))
    const asked = merge(sheet, changed).preview.conflicts
    expect(asked).toMatchObject({ count: 1, undecided: 1 })
    const [conflict] = asked.first
    expect(conflict).toMatchObject({ key: 'A3', header: 'Price', base: 30, sheet: 99, table: 33, decision: null })
    expect(conflict?.says).toBe('“Price” of A3 was “30”. The sheet has “99” now, the table “33”.')
    const decide = (side: string) => ({ conflicts: { all: null, cells: { [conflict?.id ?? '']: side } } })
    const taken = merge(sheet, changed, first, decide('table'))
    expect(taken.preview.conflicts.undecided).toBe(0)
    expect(at(applyPlan(sheet, taken.plan), 5, 4).cell).toBe(33)
    const kept = merge(sheet, changed, first, decide('sheet'))
    expect(at(applyPlan(sheet, kept.plan), 5, 4).cell).toBe(99)
  })

  test('rows that are gone from the table go, with a yes, unless something stands beside them', () => {
    const sheet = written()
    const rows = [
      ['A1', 1, 10, 'Open'],
      ['A3', 3, 30, 'Paid'],
    ]
    const { plan, preview } = merge(sheet, rows)
    expect(preview.needs).toMatchObject([{ kind: 'remove', count: 1, details: ['Row 4: A2'] }])
    const done = applyPlan(sheet, plan)
    expect(rowsOf(done, 3, 3)).toEqual([
      ['A1', 1, 10, { formula: '=C3*D3' }, 'Open'],
      ['A3', 3, 30, { formula: '=C4*D4' }, 'Paid'],
      ['Sum', null, null, { formula: '=SUM(E3:E4)' }, null],
    ])
    expect(plan.block.rows).toBe(4)
    const beside = merge(
      written((here) => put(here, 4, 9, [['mine']])),
      rows,
    )
    expect(kinds(beside.plan)).not.toContain('delete_rows')
    expect(beside.preview.notes).toContain('1 row is no longer in the table, but stays: something else stands beside.')
  })

  test('without an earlier version, every difference is the table’s, and overwriting is asked', () => {
    const sheet = written((here) => put(here, 3, 4, [[{ formula: '=5+5' }]]))
    put(sheet, 4, 4, [[21]])
    const { plan, preview } = merge(sheet, first.rows, null)
    expect(preview.needs).toMatchObject([{ kind: 'overwrite' }])
    expect(preview.conflicts.count).toBe(0)
    expect(at(applyPlan(sheet, plan), 4, 4).cell).toBe(20)
  })

  test('a formula that was typed over, or changed, is the person’s', () => {
    const sheet = written((here) => {
      put(here, 3, 5, [[11]])
      put(here, 4, 5, [[{ formula: '=C4*D4*2' }]])
    })
    expect(merge(sheet, first.rows).plan.edits).toEqual([])
  })

  test('removed and new rows in one go land right', () => {
    const sheet = written()
    const { plan } = merge(sheet, [
      ['A1', 5, 10, 'Open'],
      ['A3', 3, 31, 'Open'],
      ['A5', 5, 50, 'Open'],
      ['A6', 6, 60, 'Paid'],
    ])
    expect(rowsOf(applyPlan(sheet, plan), 3, 5)).toEqual([
      ['A1', 5, 10, { formula: '=C3*D3' }, 'Open'],
      ['A3', 3, 31, { formula: '=C4*D4' }, 'Open'],
      ['A5', 5, 50, { formula: '=C5*D5' }, 'Open'],
      ['A6', 6, 60, { formula: '=C6*D6' }, 'Paid'],
      ['Sum', null, null, { formula: '=SUM(E3:E6)' }, null],
    ])
  })

  test('where nothing names the rows, merging is refused with a way out', () => {
    const plain = templateOf([])
    const sheet = emptySheet(10, 6)
    const done = applyPlan(
      sheet,
      planIn(sheet, { table: first, template: plain, target: { kind: 'at_cell', sheet_id: 7, row: 1, column: 1 } })
        .plan,
    )
    const target = { kind: 'merge', anchor_id: tableId } as const
    expect(() => planIn(done, { table: first, template: plain, target })).toThrow('Nothing names the rows')
    expect(
      planIn(done, { table: first, template: plain, target: { ...target, by: ['a'] } }).plan.counts.rows_unchanged,
    ).toBe(3)
  })
})
