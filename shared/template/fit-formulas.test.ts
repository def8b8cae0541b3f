// A computed column of a table becomes a formula in the sheet, wherever that says the same.
import { expect, test } from 'vitest'
import { planIn, planNew, templateOf } from '../plan/testing/plan-in.ts'
import { emptySheet } from '../plan/testing/sim-sheet.ts'
import type { Cell, Column, Table } from '../table/table.ts'
import { plainTable } from './built-in/plain-table.ts'

const columns: Column[] = [
  { key: 'item', name: 'Product', type: 'text' },
  { key: 'qty', name: 'Qty', type: 'number' },
  { key: 'price', name: 'Price', type: 'currency', currency: 'EUR' },
  { key: 'total', name: 'Total', type: 'currency', currency: 'EUR', formula: 'qty*price' },
  { key: 'tax', name: 'Tax', type: 'currency', currency: 'EUR', formula: 'ROUND(total*0.19,2)' },
  { key: 'due', name: 'Due', type: 'date' },
  { key: 'last', name: 'Last day', type: 'date', formula: 'due+14' },
  { key: 'label', name: 'Label', type: 'text', formula: 'UPPER(item)&"-"&qty' },
]
const rows: Cell[][] = [
  ['Lamp', 2, 10, 20, 3.8, '2026-03-12', '2026-03-26', 'LAMP-2'],
  ['Desk', null, 250, 0, 0, null, null, 'DESK-'],
  ['Pen', 'some', 0.5, null, null, 'soon', null, 'PEN-some'],
]
const table: Table = { title: 'Purchases', columns, rows }

const fitted = (of: Table, template = plainTable, locale = 'en_US') => planNew(of, template, locale)

test('each row has its own, and no row gets an error', () => {
  const { plan, preview, cells, columns: written, notes } = fitted(table)
  expect(cells.slice(1)).toEqual([
    [
      'Lamp',
      2,
      10,
      { formula: '=B2*C2' },
      { formula: '=ROUND(D2*0.19,2)' },
      46093,
      { formula: '=F2+14' },
      { formula: '=UPPER(A2)&"-"&B2' },
    ],
    [
      'Desk',
      null,
      250,
      { formula: '=B3*C3' },
      { formula: '=ROUND(D3*0.19,2)' },
      null,
      null,
      { formula: '=UPPER(A3)&"-"&B3' },
    ],
    ['Pen', 'some', 0.5, null, null, 'soon', null, { formula: '=UPPER(A4)&"-"&B4' }],
  ])
  expect(plan.columns.map(({ computed }) => computed)).toEqual([false, false, false, true, true, false, true, true])
  expect(written[6]).toMatchObject({ from: 'last', number_format: 'mm/dd/yyyy' })
  expect(notes).toContain('“Total” stays empty in 1 row, because the values it is computed from are not numbers.')
  expect(preview.matches[3]).toMatchObject({ header: 'Total', from: 'total', computed: true })
})

test('in the writing of the locale and the place', () => {
  const target = { kind: 'at_cell', sheet_id: 7, row: 10, column: 3 } as const
  const { plan } = planIn(emptySheet(20, 12, 'de_DE'), { table, template: plainTable, target })
  const cells = plan.edits.find((edit) => edit.kind === 'cells')?.cells ?? []
  expect(cells[1]?.slice(3, 5)).toEqual([{ formula: '=D11*E11' }, { formula: '=ROUND(F11*(19/100);2)' }])
})

test('a template takes it over under its own header, sums it up and keeps computing what stands on it', () => {
  const template = templateOf(
    [
      { key: 'product', header: 'Product', type: 'text' },
      { key: 'total', header: 'Sum of it', type: 'currency', aliases: ['total'], total: 'sum' },
    ],
    { layout: { totals_label: 'All' } },
  )
  const { cells } = fitted(table, template)
  const headers = cells[0] ?? []
  expect(headers.slice(0, 4)).toEqual(['Product', 'Sum of it', 'Qty', 'Price'])
  expect(cells[1]?.[1]).toEqual({ formula: '=C2*D2' })
  expect(cells[1]?.[headers.indexOf('Tax')]).toEqual({ formula: '=ROUND(B2*0.19,2)' })
  expect(cells.at(-1)?.[1]).toEqual({ formula: '=SUM(B2:B4)' })
})

test('where the table says something else than the formula, its value is written', () => {
  const other = structuredClone(table)
  other.rows[0]![3] = 25
  other.rows[2]![3] = 'free'
  const { cells, notes } = fitted(other)
  expect(cells.slice(1).map((row) => row[3])).toEqual([25, { formula: '=B3*C3' }, 'free'])
  expect(notes).toContain('“Total” is written as a value in 1 row, where its formula would give another one.')
})

test.each(['qty *', 'gone * 2', 'IMPORTXML("https://evil.example", "//a")', 'last2', 'B2*C2'])(
  'a formula that cannot be used leaves the values: %s',
  (formula) => {
    const broken = structuredClone(table)
    broken.columns[3]!.formula = formula
    const { cells, columns: written } = fitted(broken)
    expect(cells.slice(1).map((row) => row[3])).toEqual([20, 0, null])
    expect(written[3]?.computed).toBe(false)
    // What stands on it is computed from its values.
    expect(cells[1]?.[4]).toEqual({ formula: '=ROUND(D2*0.19,2)' })
  },
)

test('a formula that stands on itself leaves the values, and so does what stands on it', () => {
  const circle = structuredClone(table)
  circle.columns[3]!.formula = 'tax*2'
  expect(fitted(circle).cells[1]?.slice(3, 5)).toEqual([20, 3.8])
})

test('what the formulas of a locale cannot say is written as values', () => {
  const label = { key: 'shown', name: 'Shown', type: 'text', formula: 'TEXT(qty,"0.00")' } as const
  const shown = { title: '', columns: [columns[1]!, label], rows: [[2, '2.00']] }
  expect(fitted(shown).cells[1]).toEqual([2, { formula: '=TEXT(A2,"0.00")' }])
  const { cells, notes } = fitted(shown, plainTable, 'de_DE')
  expect(cells[1]).toEqual([2, '2.00'])
  expect(notes).toEqual(['“Shown” is written as values: formulas of this spreadsheet cannot say it.'])
})
