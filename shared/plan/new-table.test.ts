// A table on a new sheet or at a cell: what is written there, and what a person has to agree to first.
import { describe, expect, test } from 'vitest'
import type { Table } from '../table/table.ts'
import { plainTable } from '../template/built-in/plain-table.ts'
import { uniqueRangeName } from './range-name.ts'
import { planIn, planNew, tableId, templateOf } from './testing/plan-in.ts'
import { applyPlan, at, contents, emptySheet, put, type SimSheet } from './testing/sim-sheet.ts'
import { whyBlocked } from './why-blocked.ts'

const table: Table = {
  title: 'People',
  columns: [
    { key: 'name', name: 'Name', type: 'text' },
    { key: 'day', name: 'Day', type: 'date' },
  ],
  rows: [
    ['Ada', '2026-03-12'],
    ['Bob', null],
  ],
}
const target = { kind: 'at_cell', sheet_id: 7, row: 3, column: 2 } as const
const planAt = (sheet: SimSheet, template = plainTable) => planIn(sheet, { table, template, target })

describe('at a cell', () => {
  test('an empty place needs nothing', () => {
    const { plan, preview } = planAt(emptySheet(10, 6))
    expect(preview).toMatchObject({ range: 'B3:C5', new_sheet: false, sheet_name: 'Here', needs: [] })
    expect(preview.changes).toEqual({ count: 0, first: [] })
    expect(whyBlocked(preview, [])).toEqual([])
    const kinds = plan.edits.map(({ kind }) => kind)
    for (const kind of ['filter', 'freeze', 'width', 'gridlines', 'right_to_left', 'grow'] as const)
      expect(kinds).not.toContain(kind)
  })

  test('filled cells that would change are counted and shown, and need a yes', () => {
    const sheet = emptySheet(10, 6)
    put(sheet, 3, 2, [
      ['Name', 'Date'],
      ['Eve', { formula: '=TODAY()' }],
      [null, 'x'],
    ])
    const { preview } = planAt(sheet)
    expect(preview.changes).toEqual({
      count: 4,
      first: [
        { a1: 'C3', was: 'Date', now: 'Day' },
        { a1: 'B4', was: 'Eve', now: 'Ada' },
        { a1: 'C4', was: '0', now: '2026-03-12' },
        { a1: 'C5', was: 'x', now: '' },
      ],
    })
    expect(preview.needs).toEqual([
      {
        kind: 'overwrite',
        count: 4,
        says: 'Overwrite 4 filled cells. Undo brings them back.',
        details: ['C3', 'B4', 'C4', 'C5'],
      },
    ])
    expect(whyBlocked(preview, []).map(({ kind }) => kind)).toEqual(['overwrite'])
    expect(whyBlocked(preview, ['overwrite'])).toEqual([])
  })

  test('merged cells and bands of the person’s are told before they go', () => {
    const sheet = emptySheet(10, 6)
    sheet.merged.push({ row: 4, column: 3, rows: 1, columns: 2 }, { row: 9, column: 1, rows: 1, columns: 2 })
    sheet.bands.push({ row: 1, column: 1, rows: 10, columns: 6 })
    const { plan, preview } = planAt(sheet)
    expect(preview.needs.map(({ kind, count, details }) => [kind, count, details])).toEqual([
      ['separate', 1, ['C4:D4']],
      ['resize', 1, ['A1:F10']],
    ])
    const done = applyPlan(sheet, plan)
    expect(done.merged).toEqual([{ row: 9, column: 1, rows: 1, columns: 2 }])
    expect(done.bands).toEqual([{ row: 3, column: 2, rows: 3, columns: 2 }])
  })

  test('rules that are there stay; a sheet that is too small grows; a closed place is refused', () => {
    const template = templateOf(
      [
        { key: 'name', header: 'Name', type: 'text' },
        { key: 'day', header: 'Day', type: 'date' },
      ],
      {
        rules: [
          { column: 'name', rule: { kind: 'length', max: 20, strict: true } },
          { column: 'day', rule: { kind: 'date', min: '2026-01-01', strict: false } },
        ],
      },
    )
    const sheet = emptySheet(4, 2)
    at(sheet, 4, 2).rule = 'mine'
    const { plan, preview } = planAt(sheet, template)
    const done = applyPlan(sheet, plan)
    expect(at(done, 4, 2).rule).toBe('mine')
    expect(JSON.parse(at(done, 5, 3).rule ?? '')).toEqual({ kind: 'date', min: 46023, strict: false })
    expect(preview.notes).toContain('The rules that are already in the place stay: “Name”.')
    expect(preview.notes).toContain('The sheet will be made larger: it ends before the table does.')
    sheet.protected = [{ block: { row: 4, column: 1, rows: 9, columns: 9 }, may_edit: false, warning_only: false }]
    expect(() => planAt(sheet, template)).toThrow('This part of the spreadsheet is protected.')
    sheet.protected = [{ block: { row: 4, column: 1, rows: 9, columns: 9 }, may_edit: true, warning_only: true }]
    expect(planAt(sheet, template).preview.notes).toContain('Sheets warns before A4:I12 is edited by hand.')
  })

  test('the digest is that of the plan and the place, whoever asks and whenever', () => {
    const sheet = emptySheet(10, 6)
    const digest = (here: SimSheet, operation_id = 'operation-1') =>
      planIn(here, { table, template: plainTable, target, operation_id }).preview.digest
    const first = digest(sheet)
    expect(digest(sheet, 'operation-2')).toBe(first)
    put(sheet, 5, 3, [['typed since']])
    expect(digest(sheet)).not.toBe(first)
  })
})

describe('on a new sheet', () => {
  const rich = templateOf(
    [
      { key: 'name', header: 'Name', type: 'text', note: 'Who', width: 250 },
      { key: 'day', header: 'Day', type: 'date' },
      { key: 'paid', header: 'Paid', type: 'boolean' },
    ],
    {
      layout: { frozen_columns: 9 },
      formatting: {
        gridlines: false,
        conditional_formats: [
          { kind: 'cell', columns: ['day', 'name'], test: 'equals', values: ['2026-01-01'], look: { bold: true } },
          { kind: 'formula', columns: [], formula: 'IF(paid, day > 0, FALSE)', look: { color: '#ff0000' } },
        ],
      },
      rules: [
        { column: 'name', rule: { kind: 'pattern', pattern: '[A-Z]"?.*', strict: true } },
        { column: 'paid', rule: { kind: 'checkbox' } },
        { column: 'day', rule: { kind: 'formula', formula: 'IF(day > 1.5, TRUE, FALSE)', strict: false } },
      ],
    },
  )
  const full: Table = {
    ...table,
    columns: [...table.columns, { key: 'paid', name: 'Paid', type: 'boolean' }],
    rows: table.rows.map((row) => [...row, true]),
  }

  test('everything the template says, in few edits and in the writing of the spreadsheet', () => {
    const { plan } = planNew(full, rich, 'de_DE')
    const of = (kind: string) => plan.edits.filter((edit) => edit.kind === kind)
    expect(of('rule').map((edit) => ('rule' in edit ? edit.rule : null))).toEqual([
      { kind: 'formula', formula: '=REGEXMATCH(TO_TEXT($A2);"^(?:[A-Z]""?.*)$")', strict: true },
      { kind: 'formula', formula: '=IF($B2>(15/10);TRUE();FALSE())', strict: false },
      { kind: 'checkbox' },
    ])
    expect(of('condition').map((edit) => ('condition' in edit ? [edit.blocks.length, edit.condition] : null))).toEqual([
      [1, { kind: 'formula', formula: '=IF($C2;$B2>0;FALSE())', look: { color: '#ff0000' } }],
      [1, { kind: 'cell', test: 'equals', values: ['2026-01-01'], look: { bold: true } }],
      [1, { kind: 'cell', test: 'equals', values: [46023], look: { bold: true } }],
    ])
    expect(of('freeze')).toEqual([{ kind: 'freeze', rows: 1, columns: 2 }])
    expect(of('width')).toEqual([{ kind: 'width', column: 1, count: 1, pixels: 250 }])
    expect(of('gridlines')).toHaveLength(1)
    expect(of('note')).toEqual([{ kind: 'note', row: 1, column: 1, note: 'Who' }])
    expect(of('right_to_left')).toEqual([])
    expect(of('look').length).toBeLessThanOrEqual(8)
    expect(plan.edits.at(-1)).toMatchObject({ kind: 'anchor', anchor: { id: tableId, range_name: 'People', key: [] } })
  })

  test('Arabic and Hebrew sheets run from right to left', () => {
    expect(planNew(full, rich, 'ar_EG').plan.edits.map(({ kind }) => kind)).toContain('right_to_left')
    const hebrew: Table = {
      ...full,
      columns: full.columns.map((each) => ({ ...each, name: 'שם' })),
      rows: [['אדה', null, true]],
    }
    expect(planNew(hebrew, plainTable).plan.edits.map(({ kind }) => kind)).toContain('right_to_left')
  })

  test('a table without rows is a header', () => {
    const { plan, cells } = planNew({ ...full, rows: [] }, rich)
    expect(cells).toEqual([['Name', 'Day', 'Paid']])
    expect(plan.edits.map(({ kind }) => kind).filter((kind) => kind === 'band' || kind === 'rule')).toEqual([])
  })

  test('what is carried out is what the plan says', () => {
    const sheet = emptySheet(2, 2)
    const { plan } = planNew(full, rich)
    const done = applyPlan(sheet, plan)
    expect(contents(done, plan.block)).toEqual([
      ['Name', 'Day', 'Paid'],
      ['Ada', 46093, true],
      ['Bob', null, true],
    ])
    expect(done.sheet).toMatchObject({ frozen: [1, 2], gridlines: false })
  })
})

test.each([
  ['Sales 2026', [], 'Sales_2026'],
  ['Übersicht: Käufe', [], 'Ubersicht_Kaufe'],
  ['2026', [], 'Table_2026'],
  ['A1', [], 'Table_A1'],
  ['r1c1', [], 'Table_r1c1'],
  ['R', [], 'Table_R'],
  ['true', [], 'Table_true'],
  ['注文', [], 'Table'],
  ['Orders', ['ORDERS', 'Orders_2'], 'Orders_3'],
])('the range of %j is called so that Sheets takes it', (title, taken, name) => {
  expect(uniqueRangeName(title, taken)).toBe(name)
})
