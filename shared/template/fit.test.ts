// A table fitted into a template: the right cells, formats and rules, and nothing lost.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SheetPlan, type Target } from '../plan/plan.ts'
import { emptyPlace, previewPlan } from '../plan/preview.ts'
import type { Cell, Column, Table } from '../table/table.ts'
import { plainTable } from './built-in/plain-table.ts'
import { salesAnalysis } from './built-in/sales-analysis.ts'
import { builtInTemplates } from './built-in.ts'
import { fitTable } from './fit.ts'
import { Template } from './template.ts'

const place = { locale: 'en_US', sheet_names: ['Sheet1'], sheet_name: null }
const newSheet: Target = { kind: 'new_sheet' }

function tableOf(columns: Partial<Column>[], rows: Cell[][], title = 'Orders'): Table {
  return {
    title,
    rows,
    columns: columns.map((each, at) => ({ key: `k${at}`, name: `Column ${at}`, type: 'text', ...each })),
  }
}

function fitPlain(columns: Partial<Column>[], rows: Cell[][], locale = 'en_US') {
  return fitTable({
    table: tableOf(columns, rows),
    template: plainTable,
    target: newSheet,
    place: { ...place, locale },
  }).plan
}

const orders = tableOf(
  [
    { name: 'Bestell-Nr.' },
    { name: 'Menge', type: 'number' },
    { name: 'Einzelpreis', type: 'currency', currency: 'EUR' },
    { name: 'Status' },
    { name: 'Lager' },
  ],
  [
    ['0042', 3, 12.5, 'Open', 'A'],
    ['0043', null, 2, 'offen', 'B'],
    ['0044', 'many', 2, 'Paid', null],
  ],
)

describe('sales analysis', () => {
  const { plan, mapping, notes } = fitTable({ table: orders, template: salesAnalysis, target: newSheet, place })

  test('computes the total of each line and sums up', () => {
    expect(plan.cells).toEqual([
      ['Order', 'Quantity', 'Unit price', 'Total', 'Status', 'Lager'],
      ['0042', 3, 12.5, { formula: '=B2*C2' }, 'Open', 'A'],
      ['0043', null, 2, { formula: '=B3*C3' }, 'offen', 'B'],
      ['0044', 'many', 2, null, 'Paid', null],
      ['Total', { formula: '=SUM(B2:B4)' }, null, { formula: '=SUM(D2:D4)' }, null, null],
    ])
    expect(mapping).toEqual({ order: 'k0', quantity: 'k1', unit_price: 'k2', status: 'k3' })
    expect(plan.columns[3]).toMatchObject({ from: null, computed: true, number_format: '"€"#,##0.00' })
  })

  test('says what was left out, kept and marked', () => {
    expect(notes).toEqual([
      'Renamed by the template: “Bestell-Nr.” → “Order”, “Menge” → “Quantity”, “Einzelpreis” → “Unit price”.',
      'Left out, because the table has nothing for them: “Date”, “Customer”, “Product”, “Region”, “Salesperson”.',
      'Kept at the end, because the template does not know them: “Lager”.',
      '“Total” stays empty in 1 row, because the values it is computed from are not numbers.',
      '1 value in “Status” is not in the list; it is kept and marked.',
    ])
  })

  test('formulas follow the place', () => {
    const target: Target = { kind: 'at_cell', sheet_id: 7, row: 10, column: 27 }
    const moved = fitTable({
      table: orders,
      template: salesAnalysis,
      target,
      place: { ...place, sheet_name: 'Here' },
    }).plan
    expect(moved).toMatchObject({ sheet_name: 'Here', row: 10, column: 27 })
    expect(moved.cells[1]?.[3]).toEqual({ formula: '=AB11*AC11' })
    expect(moved.cells.at(-1)?.[3]).toEqual({ formula: '=SUM(AD11:AD13)' })
  })

  test('a total that the table brings is not computed again', () => {
    const table = tableOf(
      [
        { name: 'Qty', type: 'number' },
        { name: 'Price', type: 'number' },
        { name: 'Total', type: 'number' },
      ],
      [[2, 3, 7]],
    )
    expect(fitTable({ table, template: salesAnalysis, target: newSheet, place }).plan.cells[1]).toEqual([2, 3, 7])
  })

  const withTotal = (total: Cell[]) =>
    fitTable({
      table: tableOf(
        [
          { name: 'Artikel' },
          { name: 'Menge', type: 'number' },
          { name: 'Betrag', type: 'currency', currency: 'EUR' },
          { name: 'MwSt', type: 'currency', currency: 'EUR' },
        ],
        [['Stift', 2, 10.1, 1.9], ['Heft', 3, 20.2, null], total],
      ),
      template: salesAnalysis,
      target: newSheet,
      place,
    })

  test('a total that the table brings becomes the totals row, and nothing is counted twice', () => {
    const { plan, notes } = withTotal(['Summe:', 5, 30.3, 1.9])
    expect(plan.cells.slice(1)).toEqual([
      ['Stift', 2, 10.1, 1.9],
      ['Heft', 3, 20.2, null],
      ['Summe:', { formula: '=SUM(B2:B3)' }, { formula: '=SUM(C2:C3)' }, { formula: '=SUM(D2:D3)' }],
    ])
    expect(plan).toMatchObject({ totals: true, own_total: true })
    expect(notes).toContain(
      'The table’s last row, “Summe:”, becomes the totals row, with formulas in place of its numbers.',
    )
    expect(previewPlan(plan, emptyPlace, notes).rows).toBe(3)
  })

  test.each([
    ['another sum', ['Total', 5, 31, 1.9]],
    ['a number that cannot be compared', ['Total', 5, '30.30 incl. tax', 1.9]],
    ['a text beside it', ['Total', 5, 30.3, 'see page 2']],
  ])('a total with %s stays a row, without a second one below', (_, total) => {
    const { plan, notes } = withTotal(total)
    expect(plan.cells).toHaveLength(4)
    expect(plan.cells[3]).toEqual(total)
    expect(plan).toMatchObject({ totals: false, own_total: false })
    expect(notes.join()).toContain('is not the sum of the rows above')
    expect(previewPlan(plan, emptyPlace, notes).rows).toBe(3)
  })

  test('a product whose name is Total is no total', () => {
    expect(withTotal(['Total', null, null, null]).plan).toMatchObject({ totals: true, own_total: false })
  })

  test('a template without totals keeps the table’s own as it is', () => {
    const table = tableOf(
      [{ name: 'A' }, { name: 'B', type: 'number' }],
      [
        ['x', 1],
        ['Total', 1],
      ],
    )
    const { plan, notes } = fitTable({ table, template: plainTable, target: newSheet, place })
    expect(plan.cells.at(-1)).toEqual(['Total', 1])
    expect(notes).toEqual([])
  })

  test('a table without rows has a header and no totals', () => {
    const plan = fitTable({ table: { ...orders, rows: [] }, template: salesAnalysis, target: newSheet, place }).plan
    expect(plan.cells).toHaveLength(1)
    expect(plan.totals).toBe(false)
  })
})

describe('templates', () => {
  test('a required column is written without data, and numbers become text where the template says text', () => {
    const required = structuredClone(salesAnalysis)
    required.layout.columns[1]!.required = true
    const table = tableOf([{ name: 'Order', type: 'number' }], [[42]])
    expect(fitTable({ table, template: required, target: newSheet, place }).plan.cells).toEqual([
      ['Order', 'Date'],
      ['42', null],
    ])
  })

  test('a computed column may stand on another, in any order', () => {
    const chained = structuredClone(salesAnalysis)
    const tax = {
      key: 'tax',
      header: 'Tax',
      type: 'currency',
      aliases: [],
      required: false,
      unique: false,
      formula: 'total * 0.19',
    } as const
    chained.layout.columns.unshift({ ...tax, aliases: [] })
    const { plan } = fitTable({
      table: orders,
      template: chained,
      target: newSheet,
      place: { ...place, locale: 'de_DE' },
    })
    expect(plan.cells[1]?.slice(0, 5)).toEqual([{ formula: '=E2*(19/100)' }, '0042', 3, 12.5, { formula: '=C2*D2' }])
    expect(plan.cells[3]?.[0]).toBeNull()
  })

  test('a formula that cannot be read, or stands on itself, leaves its column out', () => {
    for (const formula of ['quantity *', 'total + 1', 'IMPORTXML(quantity)', 'missing * 2']) {
      const broken = structuredClone(salesAnalysis)
      broken.layout.columns.find(({ key }) => key === 'total')!.formula = formula
      const { plan } = fitTable({ table: orders, template: broken, target: newSheet, place })
      expect(plan.columns.map(({ header }) => header)).not.toContain('Total')
    }
  })

  test.each(builtInTemplates)('$id is a template', (template) => expect(Template.parse(template)).toEqual(template))
})

describe('values and formats', () => {
  test('dates are serial numbers, times fractions, in the order of the locale', () => {
    const columns = [{ type: 'date' }, { type: 'time' }, { type: 'datetime' }] as const
    const plan = fitPlain(
      [...columns],
      [
        ['2026-03-12', '18:00:00', '2026-03-12T06:00:00'],
        ['soon', '25:00', '1815-12-10'],
      ],
      'de_DE',
    )
    expect(plan.cells.slice(1)).toEqual([
      [46093, 0.75, 46093.25],
      ['soon', '25:00', '1815-12-10'],
    ])
    expect(plan.columns.map(({ number_format }) => number_format)).toEqual(['dd.mm.yyyy', 'hh:mm', 'dd.mm.yyyy hh:mm'])
  })

  test.each([
    ['en_US', 'mm/dd/yyyy', '"€"#,##0.00'],
    ['en_GB', 'dd/mm/yyyy', '"€"#,##0.00'],
    ['fr_FR', 'dd/mm/yyyy', '#,##0.00 "€"'],
    ['ja_JP', 'yyyy/mm/dd', '"€"#,##0.00'],
    ['sv_SE', 'yyyy-mm-dd', '#,##0.00 "€"'],
    ['not a locale', 'mm/dd/yyyy', '"€"#,##0.00'],
  ])('%s writes dates %s and euros %s', (locale, date, euro) => {
    const plan = fitPlain([{ type: 'date' }, { type: 'currency', currency: 'EUR' }], [['2026-01-31', 5]], locale)
    expect(plan.columns.map(({ number_format }) => number_format)).toEqual([date, euro])
  })

  test.each([
    [{ type: 'number' }, [1, 2026], '0'],
    [{ type: 'number' }, [1, 250_000], '#,##0'],
    [{ type: 'number', name: 'Order no' }, [250_000], '0'],
    [{ type: 'number', name: 'Kundennummer' }, [250_000], '0'],
    [{ type: 'number', name: 'AccountNumber' }, [250_000], '0'],
    [{ type: 'number', name: 'Barcode' }, [4006381333931], '0'],
    [{ type: 'number', name: 'Numbers sold' }, [250_000], '#,##0'],
    [{ type: 'number' }, [1.5, 2.125], '#,##0.000'],
    [{ type: 'number' }, [0.1 + 0.2], '#,##0.00'],
    [{ type: 'percent' }, [0.07, 1], '0%'],
    [{ type: 'percent' }, [0.075], '0.0%'],
    [{ type: 'currency', currency: 'JPY' }, [1200], '"¥"#,##0'],
    [{ type: 'currency', currency: 'USD' }, [0.0125], '"$"#,##0.0000'],
    [{ type: 'currency', currency: 'XXX' }, [1], '"¤"#,##0.00'],
    [{ type: 'text' }, ['0042'], '@'],
    [{ type: 'boolean' }, [true, false], 'General'],
  ] as [Partial<Column>, Cell[], string][])('%j with %j is shown as %s', (column, cells, format) => {
    expect(
      fitPlain(
        [column],
        cells.map((cell) => [cell]),
      ).columns[0]?.number_format,
    ).toBe(format)
  })
})

describe('names of new sheets', () => {
  const nameFor = (title: string, taken: string[]) =>
    fitTable({
      table: { ...orders, title },
      template: plainTable,
      target: newSheet,
      place: { ...place, sheet_names: taken },
    }).plan.sheet_name
  test('a taken name gets a number', () => expect(nameFor('Orders', ['orders', 'Orders 2'])).toBe('Orders 3'))
  test('odd characters go', () => expect(nameFor("'a/b: [c]\n?'", [])).toBe('a b c'))
  test('a table without a title is named after its template', () => expect(nameFor('', [])).toBe('Plain table'))
  test('half a character does not stay', () => expect(nameFor(`${'x'.repeat(99)}😀`, [])).toBe('x'.repeat(99)))
  test('an invisible name is none', () => expect(nameFor('\u200b', [])).toBe('Table'))
  test('long names stay within 100 characters', () =>
    expect(nameFor('x'.repeat(200), ['x'.repeat(100)])).toMatch(/^x{98} 2$/))
})

describe('whatever the table holds', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('=1+1', '+1', '@x', "'x", '0042', '3-5', '=IMPORTXML("a")', '1e5', 'TRUE', '\t=x'),
  )
  const type = fc.constantFrom(
    ...(['text', 'number', 'currency', 'percent', 'date', 'time', 'datetime', 'boolean', 'email', 'url'] as const),
  )
  const name = fc.oneof(fc.constantFrom('Qty', 'Unit price', 'Order', 'Status', 'Name', 'E-Mail', ''), text)
  const value = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null))
  const table = fc
    .array(fc.record({ name, type }), { minLength: 1, maxLength: 5 })
    .chain((columns) =>
      fc
        .array(fc.array(value, { minLength: columns.length, maxLength: columns.length }), { maxLength: 4 })
        .map((rows) => tableOf(columns, rows)),
    )

  test('its text stays text, nothing is dropped, and only the template makes formulas', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(...builtInTemplates), (table, template) => {
        const { plan } = fitTable({ table, template, target: newSheet, place })
        expect(SheetPlan.safeParse(plan).success).toBe(true)
        const columns = plan.columns.map(({ from }) => from).filter((from) => from !== null)
        expect(columns.sort()).toEqual(table.columns.map(({ key }) => key).sort())
        plan.columns.forEach(({ from }, c) => {
          const source = table.columns.findIndex(({ key }) => key === from)
          table.rows.forEach((row, r) => {
            const [was, now] = [row[source], plan.cells[r + 1]?.[c]]
            if (typeof now === 'object' && now !== null) expect(now.formula).toMatch(/^=[A-Z]+\d+\*[A-Z]+\d+$/)
            if (source >= 0 && typeof was === 'string' && typeof now === 'string') expect(now).toBe(was)
            if (source >= 0 && table.columns[source]?.type === 'text')
              expect(now).toBe(was === null || was === '' ? null : typeof was === 'string' ? was : now)
            if (source >= 0) expect(typeof now === 'object').toBe(was === null || was === '')
          })
        })
      }),
      { numRuns: 150 },
    )
  })
})
