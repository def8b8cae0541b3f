import { describe, expect, it } from 'vitest'
import type { Cell } from '../table/table.ts'
import { type IdWanted, keyRows, keyText } from './key-rows.ts'
import { mergeTables } from './merge.ts'
import { keysOf } from './testing/keyed-table.ts'

const nthOf = ({ key, nth }: IdWanted) => `${key || 'row'}~${nth}`
const keyed = (rows: Cell[][], by = ['id']) => keyRows({ columns: ['id', 'part', 'qty'], by, rows }, nthOf)

describe('keys', () => {
  it('come from one column or from several', () => {
    const rows = [
      ['a', 'x', 1],
      ['a', 'y', 2],
    ]
    expect([...keyed(rows, ['part']).keyed.rows]).toEqual([
      ['x', { id: 'a', part: 'x', qty: 1 }],
      ['y', { id: 'a', part: 'y', qty: 2 }],
    ])
    expect(keyed(rows, ['id', 'part']).rekeyed).toEqual([])
    expect(keyed(rows, ['id', 'part']).keyed.rows.size).toBe(2)
  })

  it.each<[Cell[], Cell[]]>([
    [[1], ['1']],
    [[0.3], [0.1 + 0.2]],
    [[-0], [0]],
    [[true], ['TRUE']],
    [[' A1 '], ['A1']],
    [['\u00a0A1'], ['A1']],
    [['é'], ['e\u0301']],
    [
      ['a', 1],
      ['a', '1'],
    ],
    [
      [null, ''],
      ['  ', null],
    ],
  ])('%j and %j are the same', (one, other) => {
    expect(keyText(one)).toBe(keyText(other))
  })

  it.each<[Cell[], Cell[]]>([
    [['0001'], [1]],
    [['1.0'], [1]],
    [['a1'], ['A1']],
    [[4111111111111111], [4111111111111112]],
    [
      ['a', 'b'],
      ['ab', ''],
    ],
    [
      ['a', null],
      [null, 'a'],
    ],
    [
      ['a,b', 'c'],
      ['a', 'b,c'],
    ],
    [['["a","b"]'], ['["a", "b"]']],
  ])('%j and %j are not', (one, other) => {
    expect(keyText(one)).not.toBe(keyText(other))
  })
})

describe('rows that have no key of their own', () => {
  it('get a new one and are told; the first with a key keeps it, and the cells stay', () => {
    const { keyed: table, rekeyed } = keyed([
      ['a', 'x', 1],
      ['', 'y', 2],
      ['a', 'z', 3],
      [null, null, null],
      ['a', '', 4],
    ])
    expect(keysOf(table)).toBe('a row~1 a~2 row~2 a~3')
    expect(table.rows.get('a~3')).toEqual({ id: 'a', part: null, qty: 4 })
    expect(rekeyed).toEqual([
      { row: 1, key: '', nth: 1, id: 'row~1', why: 'empty' },
      { row: 2, key: 'a', nth: 2, id: 'a~2', why: 'duplicate' },
      { row: 3, key: '', nth: 2, id: 'row~2', why: 'empty' },
      { row: 4, key: 'a', nth: 3, id: 'a~3', why: 'duplicate' },
    ])
  })

  it('never get the key of another row, wherever it stands', () => {
    const { keyed: table } = keyed([['a'], ['a'], ['a~2'], ['']])
    expect(keysOf(table)).toBe('a a~3 a~2 row~1')
  })

  it('meet their like in another version of the table', () => {
    const base = keyed([['a', 'x', 1], ['a', 'y', 2], ['', 'z', 3]]).keyed // biome-ignore format: one line a table
    const ours = keyed([['a', 'x', 1], ['a', 'Y', 2], ['', 'z', 3]]).keyed // biome-ignore format: one line a table
    const theirs = keyed([['a', 'x', 1], ['a', 'y', 9], ['', 'z', 4]]).keyed // biome-ignore format: one line a table
    const { merged, conflicts } = mergeTables({ base, ours, theirs })
    expect(conflicts).toEqual([])
    expect([...merged.rows.values()].map(({ part, qty }) => [part, qty])).toEqual([['x', 1], ['Y', 9], ['z', 4]]) // biome-ignore format: as above
  })

  it('are not made up for ever when the ids are all taken', () => {
    expect(() => keyRows({ columns: ['id'], by: ['id'], rows: [['x'], ['']] }, () => 'x')).toThrow('No free id')
  })
})

it('says which key column is missing', () => {
  expect(() => keyed([['a']], ['id', 'sku'])).toThrow('The table has no column sku to know its rows by.')
  expect(() => keyed([['a']], [])).toThrow('name at least one')
})

it('fills rows that end early', () => {
  expect([...keyed([['a']]).keyed.rows.values()]).toEqual([{ id: 'a', part: null, qty: null }])
})
