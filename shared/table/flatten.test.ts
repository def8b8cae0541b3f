// Nested values are laid out by one rule, and none of them is lost.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flattenRecords } from './flatten.ts'
import { readTables } from './read.ts'
import { unfoldTable } from './unfold.ts'

describe('records', () => {
  test('objects become dotted columns, lists of words one cell', () => {
    const { columns, rows, children } = flattenRecords([
      { id: 1, customer: { name: 'Ada', address: { city: 'London' } }, tags: ['a', 'b'], paid: true, note: null },
      { id: 2, customer: { name: 'Alan' }, tags: [], extra: {} },
    ])
    expect(columns).toEqual(['id', 'customer.name', 'customer.address.city', 'tags', 'paid', 'note'])
    expect(rows).toEqual([
      [1, 'Ada', 'London', 'a, b', true, null],
      [2, 'Alan', null, null, null, null],
    ])
    expect(children).toEqual([])
  })

  test('lists of objects become child tables that name their parent', () => {
    const orders = [
      {
        order: 'A1',
        who: { name: 'Ada' },
        lines: [
          { sku: 'x', qty: 2, lots: [{ lot: 7 }, { lot: 8 }] },
          { sku: 'y', qty: 1 },
        ],
      },
      { order: 'A2', who: { name: 'Alan' }, lines: [] },
      { order: 'A3', who: { name: 'Grace' }, lines: [{ sku: 'z', qty: 5 }, 'later'] },
    ]
    expect(flattenRecords(orders)).toEqual({
      columns: ['order', 'who.name'],
      rows: [
        ['A1', 'Ada'],
        ['A2', 'Alan'],
        ['A3', 'Grace'],
      ],
      children: [
        {
          path: 'lines',
          columns: ['order', 'sku', 'qty', 'value'],
          rows: [
            ['A1', 'x', 2, null],
            ['A1', 'y', 1, null],
            ['A3', 'z', 5, null],
            ['A3', null, null, 'later'],
          ],
        },
        {
          path: 'lines.lots',
          columns: ['row', 'lot'],
          rows: [
            [1, 7],
            [1, 8],
          ],
        },
      ],
    })
    expect(flattenRecords(orders, { key: 'who.name' }).children[0]?.rows[0]?.[0]).toBe('Ada')
  })

  test('records without a key of their own are named by their number', () => {
    const { children } = flattenRecords([
      { place: 'Bern', people: [{ id: 1 }] },
      { place: 'Bern', people: [{ id: 2 }] },
    ])
    expect(children).toEqual([
      {
        path: 'people',
        columns: ['row', 'id'],
        rows: [
          [1, 1],
          [2, 2],
        ],
      },
    ])
    const same = flattenRecords([{ id: 5, people: [{ id: 1 }] }])
    expect(same.children[0]?.columns).toEqual(['parent.id', 'id'])
  })

  test('a list alone is the table', () => {
    expect(flattenRecords([{ orders: [{ a: 1 }, { a: 2 }] }, { orders: [{ a: 3 }] }])).toEqual({
      columns: ['a'],
      rows: [[1], [2], [3]],
      children: [],
    })
  })

  test('names that meet, and what is too deep, are kept', () => {
    const { columns, rows } = flattenRecords([{ a: { b: 1 }, 'a.b': 2, deep: { x: { y: { z: { end: 1 } } } } }])
    expect(columns).toEqual(['a.b', 'a.b (2)', 'deep.x.y.z'])
    expect(rows).toEqual([[1, 2, '{"end":1}']])
  })

  test('every value is somewhere', () => {
    const value = fc.letrec<{ any: unknown; record: object }>((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        fc.integer({ min: 1000 }),
        fc.array(fc.integer({ min: 1000 }), { minLength: 1, maxLength: 3 }),
        tie('record'),
        fc.array(tie('record'), { minLength: 1, maxLength: 3 }),
      ),
      record: fc.dictionary(fc.constantFrom('a', 'b', 'c.d', 'id'), tie('any'), { minKeys: 1, maxKeys: 3 }),
    })).record
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), (records) => {
        const { rows, children } = flattenRecords(records)
        const written = JSON.stringify([rows, ...children.map((child) => child.rows)])
        for (const [digits] of JSON.stringify(records).matchAll(/\d{4,}/g)) expect(written).toContain(digits)
      }),
      { numRuns: 200 },
    )
  })
})

describe('tables that were read', () => {
  test('give their lists as tables of their own, numbers as they were written', () => {
    const text = JSON.stringify([
      {
        order: 1,
        name: 'Ada',
        lines: [
          { sku: 'x', price: 1 },
          { sku: 'y', price: 2 },
        ],
      },
      { order: 2, name: 'Alan', lines: [{ sku: 'z', price: 3 }] },
    ]).replace('"price":1', '"price":1.10')
    const [table] = readTables(text)
    const [parent, child, ...more] = unfoldTable(table!)
    expect(parent).toMatchObject({
      header: ['order', 'name'],
      rows: [
        ['1', 'Ada'],
        ['2', 'Alan'],
      ],
      format: 'json',
    })
    expect(child).toMatchObject({
      title: 'lines',
      header: ['order', 'sku', 'price'],
      rows: [
        ['1', 'x', '1.10'],
        ['1', 'y', '2'],
        ['2', 'z', '3'],
      ],
      start: table!.start,
      end: table!.end,
    })
    expect(more).toEqual([])
  })

  test.each([
    'a,b\n1,"[{""x"":1}]"\n2,3\n',
    '[{"a":1,"b":["x","y"]},{"a":2,"b":[]}]',
    '[{"a":1,"b":[{"x":1}]},{"a":2,"b":"none"}]',
  ])('without such lists stay as they are: %s', (text) => {
    const [table] = readTables(text)
    expect(unfoldTable(table!)).toEqual([table])
  })
})
