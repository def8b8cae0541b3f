// write_table on its own: whatever shape a model gives its arguments, whole rows come out, each with where it stands.
import { describe, expect, it } from 'vitest'
import { createGrounder } from '../../shared/table/ground.ts'
import { salesAnalysis } from '../../shared/template/built-in/sales-analysis.ts'
import { text, write } from './testing/write-call.ts'
import { createWriteTable } from './write-table.ts'

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

  it('that a long text states in other words let others have their turn while it is read', async () => {
    const lines = Array.from({ length: 4000 }, (_, at) => `Order ${at + 1000}: the price is €${at + 1}.00 for now.`)
    const grounder = createGrounder([{ id: 'message:1', text: lines.join('\n') }])
    let turns = 0
    let over = false
    const turn = () => {
      turns += 1
      if (!over) setImmediate(turn)
    }
    setImmediate(turn)
    const made = await write(
      {
        ...plain,
        rows: [
          ['1001', '2.00 EUR'],
          ['1002', '€3.00'],
          ['nowhere', '7,00 EUR'],
        ],
      },
      { grounder, piece: 4000 },
    )
    over = true
    expect(turns).toBeGreaterThan(4)
    expect(made.rows).toEqual([
      ['1001', 2],
      ['1002', 3],
      ['nowhere', 7],
    ])
    const start = (at: number) => lines.slice(0, at).join('\n').length + 1
    expect(made.evidence).toEqual([
      [
        { source: 'message:1', start: start(1) + 6, end: start(1) + 10 },
        { source: 'message:1', start: start(1) + 25, end: start(1) + 30 },
      ],
      [
        { source: 'message:1', start: start(2) + 6, end: start(2) + 10 },
        { source: 'message:1', start: start(2) + 25, end: start(2) + 30 },
      ],
      ['unsupported', { source: 'message:1', start: start(6) + 25, end: start(6) + 30 }],
    ])
    expect(made.receipt).toMatchObject({ rows_extracted: 3, cells_quoted: 5, cells_unsupported: 1 })
  })

  it('that still wait for a long text when the reply is stopped are told all the same', async () => {
    const grounder = createGrounder([{ id: 'message:1', text: 'Order 0042 costs €1,200.50.\n'.repeat(2000) }])
    const call = createWriteTable({ table: 0, template: null, locale: undefined, grounder, announced: () => null })
    const waiting = call.feed(JSON.stringify({ ...plain, rows: [['0042', '1200.50 EUR'], rows[1]] }))
    expect(Array.isArray(waiting)).toBe(false)
    const told = call.close('stopped').filter((event) => event.type === 'rows')
    expect(told.flatMap((event) => event.rows)).toEqual(cells)
    expect(call.rows()).toBe(2)
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

describe('numbers that are said rather than written', () => {
  const read = async (type: string, values: (string | number)[], more: { currency?: string; text?: string } = {}) => {
    const told = [{ id: 'message:1', text: more.text ?? values.join('. ') }]
    const columns = [{ name: 'Count', type, currency: more.currency ?? null, formula: null }]
    const rows = values.map((value) => [value])
    return await write({ ...plain, columns, rows }, { grounder: createGrounder(told) })
  }

  it('are typed where they say one number and nothing else', async () => {
    const said: [string, number][] = [
      ...([
        ['drei', 3],
        ['eine', 1],
        ['One dozen', 12],
        ['a dozen', 12],
        ['ein Dutzend', 12],
      ] as [string, number][]),
      ...([
        ['twenty-five', 25],
        ['a hundred', 100],
        ['one hundred and five', 105],
        ['三十五', 35],
      ] as [string, number][]),
      ...([
        ['three and a half', 3.5],
        ['zweieinhalb', 2.5],
        ['3 et demi', 3.5],
        ['tres y medio', 3.5],
      ] as [string, number][]),
      ...([
        ['1/2', 0.5],
        ['1 3/4', 1.75],
        ['½', 0.5],
        ['2½', 2.5],
        ['half', 0.5],
      ] as [string, number][]),
    ]
    const made = await read(
      'number',
      said.map(([text]) => text),
    )
    expect(made.rows).toEqual(said.map(([, value]) => [value]))
    expect(made.receipt).toMatchObject({ cells_unread: 0 })
    const told = await read('number', ['drei', 'One dozen', 'three and a half', '1/2'], {
      text: 'Erst drei Kisten.\nOne dozen eggs.\nIt took three and a half hours.\nAdd 1/2 cup.',
    })
    expect(told.receipt).toMatchObject({ cells_quoted: 4, cells_unsupported: 0 })
    expect((await read('currency', ['fifty', '80'], { currency: 'EUR' })).rows).toEqual([[50], [80]])
    expect((await read('text', ['drei', '1/2'])).rows).toEqual([['drei'], ['1/2']])
  })

  it('stay text, and are counted, where they may mean something else', async () => {
    const said = [
      'two or three',
      'ein paar',
      'no one',
      'une centaine',
      'drei Viertel',
      '4/5',
      'half a dozen',
      'two of 3',
      '5 M',
      '3 m',
      '5 G',
    ]
    const made = await read('number', said)
    expect(made.rows).toEqual(said.map((text) => [text]))
    expect(made.receipt).toMatchObject({ cells_unread: said.length })
  })

  it('of the clock are full hours', async () => {
    const said = ['21 h', '9 heures', 'neun Uhr', '25 h', 'h', 'bientôt']
    const made = await read('time', said, { text: 'À 21 h et 9 heures.' })
    expect(made.rows).toEqual([['21:00:00'], ['09:00:00'], ['09:00:00'], ['25 h'], ['h'], ['bientôt']])
    expect(made.evidence.slice(0, 2)).toMatchObject([[{ start: 2, end: 6 }], [{ start: 10, end: 18 }]])
  })

  it('with a measure are numbers of that measure, and others stay text', async () => {
    const made = await read('number', ['21 h', '7,5 Stunden', '30 min', '1 hour'])
    expect(made.rows).toEqual([[21], [7.5], ['30 min'], [1]])
    expect(made.receipt?.notes).toEqual(
      expect.arrayContaining(['The numbers of “Count” are in h.', '1 cell was kept as text because of its writing.']),
    )
    const mixed = await read('number', [90, '2 h'])
    expect(mixed.rows).toEqual([[90], ['2 h']])
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

  it('objects in rows become dotted columns, lists of objects a table with the key of their row', async () => {
    let next = 1
    const order = (Order: string, town: string, items: unknown[]) => ({
      Order,
      buyer: { name: 'Ada', town },
      tags: ['a', 'b'],
      items,
    })
    const made = await write(
      {
        title: 'Orders',
        columns: [
          { name: 'Order', type: 'text' },
          { name: 'buyer', type: 'text' },
        ],
        rows: [
          order('0042', 'Bern', [
            { sku: 'x', qty: 2 },
            { sku: 'y', qty: 1 },
          ]),
          order('0043', 'Rome', [{ sku: 'z', qty: 5 }]),
        ],
      },
      { next: () => next++ },
    )
    const starts = made.events.flatMap((event) =>
      event.type === 'table-start' ? [[event.table, event.title, event.columns.map(({ name }) => name)]] : [],
    )
    expect(starts).toEqual([
      [0, 'Orders', ['Order', 'buyer.name', 'buyer.town', 'tags']],
      [1, 'Orders: items', ['Order', 'sku', 'qty']],
    ])
    expect(made.rows).toEqual([
      ['0042', 'Ada', 'Bern', 'a, b'],
      ['0043', 'Ada', 'Rome', 'a, b'],
      ['0042', 'x', 2],
      ['0042', 'y', 1],
      ['0043', 'z', 5],
    ])
    expect(made.events.filter((event) => event.type === 'table-end')).toHaveLength(2)
  })

  it('a list of words is one cell, and an object that comes late is kept as it is', async () => {
    const made = await write({
      ...plain,
      rows: [
        [['a', 'b'], '€5'],
        [{ x: 1 }, '€6'],
      ],
    })
    expect(made.rows).toEqual([
      ['a, b', 5],
      ['{"x":1}', 6],
    ])
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
