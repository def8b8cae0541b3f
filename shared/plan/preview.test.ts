// The preview counts and shows what would change, and its digest names exactly that.
import { describe, expect, test } from 'vitest'
import { plainTable } from '../template/built-in/plain-table.ts'
import { fitTable } from '../template/fit.ts'
import { addressInSheet, blockAddress, cellAddress } from './a1.ts'
import { PlanPreview } from './plan.ts'
import { emptyPlace, previewPlan } from './preview.ts'

const { plan } = fitTable({
  table: {
    title: 'T',
    columns: [
      { key: 'name', name: 'Name', type: 'text' },
      { key: 'day', name: 'Day', type: 'date' },
    ],
    rows: [
      ['Ada', '2026-03-12'],
      ['Bob', null],
    ],
  },
  template: plainTable,
  target: { kind: 'at_cell', sheet_id: 1, row: 3, column: 2 },
  place: { locale: 'en_US', sheet_names: ['S'], sheet_name: 'S' },
})
const noFormulas = [
  ['', ''],
  ['', ''],
  ['', ''],
]

describe('preview', () => {
  test('an empty place changes nothing', () => {
    const preview = previewPlan(plan, emptyPlace, ['A note.'])
    expect(PlanPreview.parse(preview)).toMatchObject({ range: 'B3:C5', rows: 2, new_sheet: false, notes: ['A note.'] })
    expect(preview.overwrites).toEqual({ count: 0, first: [] })
  })

  test('counts non-empty cells that would change, with what they become', () => {
    const display = [
      ['Name', 'Date'],
      ['Eve', '1/1/2020'],
      ['', 'x'],
    ]
    expect(previewPlan(plan, { display, formulas: noFormulas }, []).overwrites).toEqual({
      count: 4,
      first: [
        { a1: 'C3', was: 'Date', now: 'Day' },
        { a1: 'B4', was: 'Eve', now: 'Ada' },
        { a1: 'C4', was: '1/1/2020', now: '2026-03-12' },
        { a1: 'C5', was: 'x', now: '' },
      ],
    })
  })

  test('a formula counts even where it shows the same, or nothing', () => {
    const display = [
      ['', ''],
      ['Ada', ''],
      ['', ''],
    ]
    const formulas = [
      ['', ''],
      ['=A1', '=""'],
      ['', ''],
    ]
    expect(previewPlan(plan, { display, formulas }, []).overwrites.count).toBe(2)
  })

  test('shows the first twenty', () => {
    const large = { ...plan, cells: Array.from({ length: 30 }, () => ['a', 'b']) }
    const display = large.cells.map(() => ['x', 'y'])
    const { count, first } = previewPlan(large, { display, formulas: [] }, []).overwrites
    expect([count, first.length]).toEqual([60, 20])
  })

  test('the digest changes with the plan and with the place, and with nothing else', () => {
    const digest = (change: Partial<typeof plan>, display: string[][]) =>
      previewPlan({ ...plan, ...change }, { display, formulas: noFormulas }, [String(Math.random())]).digest
    const first = digest({}, [])
    expect(digest({}, [])).toBe(first)
    expect(digest({ row: 4 }, [])).not.toBe(first)
    expect(digest({}, [['x']])).not.toBe(first)
    expect(first).toMatch(/^[0-9a-z]+-[0-9a-z]+-[0-9a-z]+$/)
  })
})

describe('addresses', () => {
  test.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [702, 'ZZ'],
    [703, 'AAA'],
  ])('column %i is %s', (column, letters) => expect(cellAddress(5, column)).toBe(`${letters}5`))
  test('one cell is no range', () => expect(blockAddress({ row: 2, column: 2, rows: 1, columns: 1 })).toBe('B2'))
  test.each([
    ['Orders', 'Orders!A1'],
    ['Q1 orders', "'Q1 orders'!A1"],
    ["Ann's", "'Ann''s'!A1"],
    ['A1', "'A1'!A1"],
  ])('sheet %s', (name, address) => expect(addressInSheet(name, 'A1')).toBe(address))
})
