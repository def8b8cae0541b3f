// A table fitted into a template: the right cells, formats and rules, and nothing lost.
import { describe, expect, test } from 'vitest'
import { PlanRefusal } from '../plan/plan-refusal.ts'
import { planIn, planNew, templateOf } from '../plan/testing/plan-in.ts'
import { emptySheet } from '../plan/testing/sim-sheet.ts'
import type { Cell, Column, Table } from '../table/table.ts'
import { plainTable } from './built-in/plain-table.ts'
import type { Template, TemplateInput } from './template.ts'

function tableOf(columns: Partial<Column>[], rows: Cell[][], title = 'Orders'): Table {
  return {
    title,
    rows,
    columns: columns.map((each, at) => ({ key: `k${at}`, name: `Column ${at}`, type: 'text', ...each })),
  }
}

const fitPlain = (columns: Partial<Column>[], rows: Cell[][], locale = 'en_US') =>
  planNew(tableOf(columns, rows), plainTable, locale)

type Columns = TemplateInput['layout']['columns']

const salesColumns: Columns = [
  { key: 'order', header: 'Order', type: 'text', aliases: ['bestell-nr'] },
  { key: 'date', header: 'Date', type: 'date' },
  { key: 'quantity', header: 'Quantity', type: 'number', aliases: ['menge', 'qty'], total: 'sum' },
  { key: 'unit_price', header: 'Unit price', type: 'currency', aliases: ['einzelpreis', 'price'] },
  {
    key: 'total',
    header: 'Total',
    type: 'currency',
    aliases: ['betrag'],
    formula: 'quantity * unit_price',
    total: 'sum',
  },
  { key: 'status', header: 'Status', type: 'text' },
]
const sales = (columns: Columns = salesColumns, more: Parameters<typeof templateOf>[1] = {}): Template =>
  templateOf(columns, {
    rules: [{ column: 'status', rule: { kind: 'list', values: ['Open', 'Paid'], strict: false } }],
    ...more,
    layout: { totals_label: 'Total', ...more.layout },
  })

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

describe('columns and rows', () => {
  const { plan, preview, cells, columns, notes } = planNew(orders, sales())

  test('what is missing is computed and summed up, what the template does not know is kept', () => {
    expect(cells).toEqual([
      ['Order', 'Quantity', 'Unit price', 'Total', 'Status', 'Lager'],
      ['0042', 3, 12.5, { formula: '=B2*C2' }, 'Open', 'A'],
      ['0043', null, 2, { formula: '=B3*C3' }, 'offen', 'B'],
      ['0044', 'many', 2, null, 'Paid', null],
      ['Total', { formula: '=SUM(B2:B4)' }, null, { formula: '=SUM(D2:D4)' }, null, null],
    ])
    expect(columns[3]).toMatchObject({ from: null, computed: true, number_format: '"€"#,##0.00' })
    expect(preview.unused).toEqual([{ key: 'date', header: 'Date' }])
    expect(preview.matches.map(({ from, how }) => [from, how])).toEqual([
      ['k0', 'alias'],
      ['k1', 'alias'],
      ['k2', 'alias'],
      [null, 'none'],
      ['k3', 'header'],
      ['k4', 'added'],
    ])
  })

  test('every change and every fault is said, per cell', () => {
    expect(notes).toEqual([
      'Renamed by the template: “Bestell-Nr.” → “Order”, “Menge” → “Quantity”, “Einzelpreis” → “Unit price”.',
      'Left out, because the table has nothing for them: “Date”.',
      'Kept at the end, because the template does not know them: “Lager”.',
      '“Total” stays empty in 1 row, because the values it is computed from are not numbers.',
    ])
    expect(preview.review).toMatchObject({ count: 2, undecided: 0 })
    expect(preview.review.first).toEqual([
      {
        ...{ row: 1, cells: ['0043', '', '2', '0'], must: false, decision: null },
        faults: [{ header: 'Status', value: 'offen', says: 'is not in the list (Open, Paid)' }],
      },
      {
        ...{ row: 2, cells: ['0044', 'many', '2', ''], must: false, decision: null },
        faults: [{ header: 'Quantity', value: 'many', says: 'is not a number' }],
      },
    ])
    expect(plan.counts).toMatchObject({ rows_new: 3, rows_left_out: 0 })
  })

  test('the person’s choice of columns goes before every guess', () => {
    const decisions = { mapping: { order: 'k4', status: null } }
    const { preview: chosen } = planIn(emptySheet(9, 9), {
      ...{ table: orders, template: sales(), target: { kind: 'new_sheet' }, decisions },
    })
    expect(chosen.matches.map(({ header, from, how }) => [header, from, how])).toEqual([
      ['Order', 'k4', 'chosen'],
      ['Quantity', 'k1', 'alias'],
      ['Unit price', 'k2', 'alias'],
      ['Total', null, 'none'],
      ['Bestell-Nr.', 'k0', 'added'],
      ['Status', 'k3', 'added'],
    ])
  })

  test('a table that is not whole, or a text that no cell takes, is refused', () => {
    expect(() => planNew({ ...orders, rows: [['x']] }, sales())).toThrow(PlanRefusal)
    expect(() => fitPlain([{}], [['x'.repeat(50_001)]])).toThrow('too long')
  })
})

describe('rows that have to be decided', () => {
  const template = sales(
    [
      { key: 'id', header: 'Id', type: 'text', unique: true },
      { key: 'name', header: 'Name', type: 'text', required: true },
      { key: 'n', header: 'N', type: 'number' },
    ],
    { rules: [{ column: 'n', rule: { kind: 'number', min: 0, strict: true } }] },
  )
  const table = tableOf(
    [{ name: 'Id' }, { name: 'Name' }, { name: 'N', type: 'number' }],
    [
      ['a', 'Ada', 1],
      ['b', null, 2],
      ['a', 'Bob', -3],
      [' a ', 'Cid', 4],
      [null, 'Dan', 5],
      ['e', 'Eve', 6],
    ],
  )
  const decide = (review: { all?: 'in' | 'out' | null; rows?: Record<string, 'in' | 'out'> }) =>
    planIn(emptySheet(9, 9), {
      ...{ table, template, target: { kind: 'new_sheet' }, decisions: { review: { all: null, rows: {}, ...review } } },
    })

  test('lacking a required value, repeating a key or breaking a strict rule', () => {
    const { review } = decide({}).preview
    expect(review).toMatchObject({ count: 4, undecided: 3 })
    expect(
      review.first.map(({ row, must, faults }) => [row, must, faults.map(({ header, says }) => `${header} ${says}`)]),
    ).toEqual([
      [1, true, ['Name is empty']],
      [2, true, ['N is less than 0', 'Id is in row 1 of the table already']],
      [3, true, ['Id is in row 1 of the table already']],
      [4, false, ['Id is empty, so nothing names the row']],
    ])
  })

  test('what is out is counted, and a key is free again without the row that had it', () => {
    const { plan, preview } = decide({ all: 'out' })
    expect(preview.counts).toMatchObject({ rows_new: 2, rows_left_out: 4 })
    expect(preview.review.undecided).toBe(0)
    expect(plan.block.rows).toBe(3)
    expect(decide({ rows: { 2: 'out' } }).preview).toMatchObject({
      counts: { rows_new: 5, rows_left_out: 1 },
      review: { undecided: 2 },
    })
    expect(decide({ rows: { 0: 'out' } }).preview.counts.rows_left_out).toBe(0)
  })
})

describe('templates', () => {
  test('defaults fill what is empty, and are said', () => {
    const template = sales([
      { key: 'order', header: 'Order', type: 'text' },
      { key: 'day', header: 'Day', type: 'date', default: '2026-03-12' },
      { key: 'n', header: 'N', type: 'number', default: 1 },
    ])
    const table = tableOf(
      [{ name: 'Order' }, { name: 'N', type: 'number' }],
      [
        ['a', 5],
        ['b', null],
      ],
    )
    const { cells, notes } = planNew(table, template)
    expect(cells.slice(1)).toEqual([
      ['a', 46093, 5],
      ['b', 46093, 1],
    ])
    expect(notes).toContain('“N” gets the template’s usual value in 1 row.')
  })

  test('rows are sorted by value, equal ones as they were, empty ones last, a total of their own at the end', () => {
    const template = sales(
      [
        { key: 'name', header: 'Name', type: 'text' },
        { key: 'n', header: 'N', type: 'number' },
      ],
      { layout: { totals_label: null, sort: [{ column: 'n', descending: true }, { column: 'name' }] } },
    )
    const table = tableOf(
      [{ name: 'Name' }, { name: 'N', type: 'number' }],
      [
        ['b', 2],
        ['none', null],
        ['ä', 10],
        ['z', 10],
        ['a', 2],
        ['Total', 24],
      ],
    )
    const { cells, notes, fitted } = planNew(table, template, 'de_DE')
    expect(cells.slice(1)).toEqual([
      ['ä', 10],
      ['z', 10],
      ['a', 2],
      ['b', 2],
      ['none', null],
      ['Total', 24],
    ])
    expect(fitted.source_rows).toEqual([2, 3, 4, 0, 1, 5])
    expect(notes).toContain('Sorted by “N”, “Name”, as the template has it.')
  })

  test('each kind of total, where it makes sense', () => {
    const template = sales([
      { key: 'a', header: 'A', type: 'text', total: 'count' },
      { key: 'b', header: 'B', type: 'number', total: 'average' },
      { key: 'c', header: 'C', type: 'date', total: 'max' },
      { key: 'd', header: 'D', type: 'text', total: 'sum' },
    ])
    const table = tableOf(
      [{ name: 'A' }, { name: 'B', type: 'number' }, { name: 'C', type: 'date' }, { name: 'D' }],
      [['x', 1, '2026-01-01', 'y']],
    )
    expect(planNew(table, template, 'de_DE').cells.at(-1)).toEqual([
      { formula: '=COUNTA(A2:A2)' },
      { formula: '=IFERROR(AVERAGE(B2:B2);"")' },
      { formula: '=MAX(C2:C2)' },
      'Total',
    ])
  })

  const withTotal = (total: Cell[]) =>
    planNew(
      tableOf(
        [
          { name: 'Artikel' },
          { name: 'Menge', type: 'number' },
          { name: 'Betrag', type: 'currency' },
          { name: 'MwSt', type: 'currency' },
        ],
        [['Stift', 2, 10.1, 1.9], ['Heft', 3, 20.2, null], total],
      ),
      sales([{ key: 'item', header: 'Artikel', type: 'text' }, ...salesColumns]),
    )

  test('a total that the table brings becomes the totals row, and nothing is counted twice', () => {
    const { plan, cells, notes } = withTotal(['Summe:', 5, 30.3, 1.9])
    expect(cells.slice(1)).toEqual([
      ['Stift', 2, 10.1, 1.9],
      ['Heft', 3, 20.2, null],
      ['Summe:', { formula: '=SUM(B2:B3)' }, { formula: '=SUM(C2:C3)' }, { formula: '=SUM(D2:D3)' }],
    ])
    expect(plan).toMatchObject({ totals: true, own_total: true, counts: { rows_new: 3 } })
    expect(notes).toContain(
      'The table’s last row, “Summe:”, becomes the totals row, with formulas in place of its numbers.',
    )
  })

  test.each([
    ['another sum', ['Total', 5, 31, 1.9]],
    ['a number that cannot be compared', ['Total', 5, '30.30 incl. tax', 1.9]],
  ])('a total with %s stays a row, without a second one below', (_, total) => {
    const { plan, cells, notes } = withTotal(total)
    expect(cells).toHaveLength(4)
    expect(cells[3]).toEqual(total)
    expect(plan).toMatchObject({ totals: false, own_total: false })
    expect(notes.join()).toContain('is not the sum of the rows above')
  })

  test('a required column is written without data, and numbers become text where the template says text', () => {
    const template = sales([
      { key: 'order', header: 'Order', type: 'text' },
      { key: 'date', header: 'Date', type: 'date', required: true },
    ])
    const { cells, preview } = planNew(tableOf([{ name: 'Order', type: 'number' }], [[42]]), template)
    expect(cells).toEqual([
      ['Order', 'Date'],
      ['42', null],
    ])
    expect(preview.review.undecided).toBe(1)
  })

  test('a computed column may stand on another, in any order', () => {
    const template = sales([{ key: 'tax', header: 'Tax', type: 'currency', formula: 'total * 0.19' }, ...salesColumns])
    const { cells } = planNew(orders, template, 'de_DE')
    expect(cells[1]?.slice(0, 5)).toEqual([{ formula: '=E2*(19/100)' }, '0042', 3, 12.5, { formula: '=C2*D2' }])
    expect(cells[3]?.[0]).toBeNull()
  })

  test('a formula that cannot be read, or stands on itself, leaves its column out', () => {
    for (const formula of ['quantity *', 'total + 1', 'IMPORTXML(quantity)', 'missing * 2']) {
      const template = sales(salesColumns.map((each) => (each.key === 'total' ? { ...each, formula } : each)))
      expect(planNew(orders, template).columns.map(({ header }) => header)).not.toContain('Total')
    }
  })

  test('typed columns that hold other things keep them as text, cell by cell', () => {
    const template = sales([
      { key: 'day', header: 'Day', type: 'date' },
      { key: 'n', header: 'N', type: 'number' },
    ])
    const table = tableOf(
      [{ name: 'Day' }, { name: 'N', type: 'date' }],
      [
        ['soon', '2026-01-01'],
        ['later', null],
      ],
    )
    const { cells, preview, columns } = planNew(table, template)
    expect(cells.slice(1)).toEqual([
      ['soon', 46023],
      ['later', null],
    ])
    expect(columns.map(({ number_format }) => number_format)).toEqual(['@', 'mm/dd/yyyy'])
    expect(preview.review.first.map(({ faults }) => faults.map(({ header, says }) => `${header} ${says}`))).toEqual([
      ['Day is not a date', 'N is not a number'],
      ['Day is not a date'],
    ])
  })
})

describe('values and formats', () => {
  test('dates are serial numbers, times fractions, in the order of the locale', () => {
    const columns = [{ type: 'date' }, { type: 'time' }, { type: 'datetime' }] as const
    const rows = [
      ['2026-03-12', '18:00:00', '2026-03-12T06:00:00'],
      ['soon', '25:00', '1815-12-10'],
    ]
    const fitted = fitPlain([...columns], rows, 'de_DE')
    expect(fitted.cells.slice(1)).toEqual([
      [46093, 0.75, 46093.25],
      ['soon', '25:00', '1815-12-10'],
    ])
    expect(fitted.columns.map(({ number_format }) => number_format)).toEqual([
      'dd.mm.yyyy',
      'hh:mm',
      'dd.mm.yyyy hh:mm',
    ])
  })

  test('a template’s own locale decides how days and amounts look, not how formulas are written', () => {
    const template = { ...sales(salesColumns), locale: 'en_US' }
    const { columns, cells } = planNew(orders, template, 'de_DE')
    expect(columns[2]?.number_format).toBe('"€"#,##0.00')
    expect(cells.at(-1)?.[1]).toEqual({ formula: '=SUM(B2:B4)' })
  })

  test('line ends and control characters are as the sheet keeps them', () => {
    expect(fitPlain([{}], [['a\r\nb\rc\u0007d\te']]).cells[1]).toEqual(['a\nb\ncd\te'])
  })
})

describe('names of new sheets', () => {
  const nameFor = (title: string, taken: string[]) =>
    planNew({ ...orders, title }, plainTable, 'en_US', { taken }).plan.sheet_name
  test('a taken name gets a number', () => expect(nameFor('Orders', ['orders', 'Orders 2'])).toBe('Orders 3'))
  test('odd characters go', () => expect(nameFor("'a/b: [c]\n?'", [])).toBe('a b c'))
  test('a table without a title is named after its template', () => expect(nameFor('', [])).toBe(plainTable.name))
  test('half a character does not stay', () => expect(nameFor(`${'x'.repeat(99)}😀`, [])).toBe('x'.repeat(99)))
  test('an invisible name is none', () => expect(nameFor('\u200b', [])).toBe('Table'))
  test('long names stay within 100 characters', () =>
    expect(nameFor('x'.repeat(200), ['x'.repeat(100)])).toMatch(/^x{98} 2$/))
})
