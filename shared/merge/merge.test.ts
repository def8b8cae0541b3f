import { describe, expect, it } from 'vitest'
import { mergeTables } from './merge.ts'
import { keyed, keysOf, linesOf } from './testing/keyed-table.ts'

const base = keyed('id name qty', ['1', 'bolt', 10], ['2', 'nut', 20], ['3', 'nail', 30])

describe('cells', () => {
  it('takes what each side changed in a row', () => {
    const ours = keyed('id name qty', ['1', 'Bolt', 10], ['2', 'nut', 20], ['3', 'nail', 30])
    const theirs = keyed('id name qty', ['1', 'bolt', 11], ['2', 'nut', 20], ['3', null, 30])
    const { merged, conflicts } = mergeTables({ base, ours, theirs })
    expect(conflicts).toEqual([])
    expect(linesOf(merged)).toEqual([
      ['1', 'Bolt', 11],
      ['2', 'nut', 20],
      ['3', null, 30],
    ])
  })

  it('asks about a cell that both changed to different values, keeps ours there and merges the rest of the row', () => {
    const ours = keyed('id name qty', ['1', 'screw', 10], ['2', 'nut', 20], ['3', 'nail', 30])
    const theirs = keyed('id name qty', ['1', 'rivet', 12], ['2', 'nut', 20], ['3', 'nail', 30])
    const { merged, conflicts } = mergeTables({ base, ours, theirs })
    expect(conflicts).toEqual([{ key: '1', column: 'name', base: 'bolt', ours: 'screw', theirs: 'rivet' }])
    expect(merged.rows.get('1')).toEqual({ id: '1', name: 'screw', qty: 12 })
  })

  it('does not ask when both made the same change, or cleared the same cell', () => {
    const both = keyed('id name qty', ['1', 'screw', 10], ['2', null, 20], ['3', 'nail', 30])
    const { merged, conflicts } = mergeTables({ base, ours: both, theirs: structuredClone(both) })
    expect(conflicts).toEqual([])
    expect(merged).toEqual(both)
  })

  it('asks when one cleared a cell that the other changed', () => {
    const ours = keyed('id name qty', ['1', null, 10], ['2', 'nut', 20], ['3', 'nail', 30])
    const theirs = keyed('id name qty', ['1', 'rivet', 10], ['2', 'nut', 20], ['3', 'nail', 30])
    const { conflicts } = mergeTables({ base, ours, theirs })
    expect(conflicts).toEqual([{ key: '1', column: 'name', base: 'bolt', ours: null, theirs: 'rivet' }])
  })

  it('asks about each of several cells in the order of rows and columns', () => {
    const ours = keyed('id name qty', ['1', 'a', 1], ['2', 'nut', 2], ['3', 'nail', 30])
    const theirs = keyed('id name qty', ['1', 'b', 3], ['2', 'nut', 4], ['3', 'nail', 30])
    const { conflicts } = mergeTables({ base, ours, theirs })
    expect(conflicts.map(({ key, column }) => `${key}.${column}`)).toEqual(['1.name', '1.qty', '2.qty'])
  })

  it('takes a missing cell for an empty one', () => {
    const was = keyed('id a b', ['1', null, 'x'])
    const ours = keyed('id a b', ['1', null, 'y'])
    const theirs = { columns: ['id', 'a', 'b'], rows: new Map([['1', { id: '1', b: 'x' }]]) }
    for (const sides of [
      { base: was, ours, theirs },
      { base: theirs, ours: was, theirs: ours },
    ]) {
      const { merged, conflicts } = mergeTables(sides)
      expect(conflicts).toEqual([])
      expect(linesOf(merged)).toEqual([['1', null, 'y']])
    }
  })

  it('compares numbers and dates by value and formulas by their text', () => {
    const was = keyed('id n d f', ['1', 0.3, '2026-01-05', '=A1+B1'])
    const ours = keyed('id n d f', ['1', 0.1 + 0.2, '2026-01-05T00:00:00Z', '=A1+B1'])
    const theirs = keyed('id n d f', ['1', 7, '2026-01-06', '=A1 + B1'])
    expect(mergeTables({ base: was, ours, theirs })).toEqual({ merged: theirs, conflicts: [] })
    const again = keyed('id n d f', ['1', 0.3, '2026-01-05', '=SUM(A1:B1)'])
    expect(mergeTables({ base: was, ours: again, theirs }).conflicts).toEqual([
      { key: '1', column: 'f', base: '=A1+B1', ours: '=SUM(A1:B1)', theirs: '=A1 + B1' },
    ])
  })

  it('takes a column that was retyped cell by cell', () => {
    const was = keyed('id code', ['1', 5], ['2', 6])
    const retyped = keyed('id code', ['1', '5'], ['2', '6'])
    expect(mergeTables({ base: was, ours: retyped, theirs: was }).merged).toEqual(retyped)
    const { merged, conflicts } = mergeTables({
      base: was,
      ours: retyped,
      theirs: keyed('id code', ['1', 5], ['2', 7]),
    })
    expect(linesOf(merged)).toEqual(linesOf(retyped))
    expect(conflicts).toEqual([{ key: '2', column: 'code', base: 6, ours: '6', theirs: 7 }])
  })
})

describe('rows', () => {
  it('takes what each side inserted and deleted', () => {
    const ours = keyed('id name qty', ['1', 'bolt', 10], ['3', 'nail', 30], ['4', 'pin', 40])
    const theirs = keyed('id name qty', ['2', 'nut', 20], ['3', 'nail', 30], ['5', 'peg', 50])
    const { merged, conflicts } = mergeTables({ base, ours, theirs })
    expect(conflicts).toEqual([])
    expect(linesOf(merged)).toEqual([
      ['3', 'nail', 30],
      ['4', 'pin', 40],
      ['5', 'peg', 50],
    ])
  })

  it('asks about a row that one side deleted and the other edited, and keeps it', () => {
    const edited = keyed('id name qty', ['1', 'bolt', 99], ['2', 'nut', 20], ['3', 'nail', 30])
    const deleted = keyed('id name qty', ['2', 'nut', 20], ['3', 'nail', 30])
    const [was, now] = [base.rows.get('1'), edited.rows.get('1')]
    const theyDeleted = mergeTables({ base, ours: edited, theirs: deleted })
    expect(theyDeleted.conflicts).toEqual([{ key: '1', column: null, base: was, ours: now, theirs: null }])
    expect(theyDeleted.merged).toEqual(edited)
    const weDeleted = mergeTables({ base, ours: deleted, theirs: edited })
    expect(weDeleted.conflicts).toEqual([{ key: '1', column: null, base: was, ours: null, theirs: now }])
    expect(weDeleted.merged).toEqual(edited)
  })

  it('deletes a row that the other side wrote down differently without changing a value', () => {
    const was = keyed('id n d', ['1', 0.3, '2026-01-05'])
    const ours = keyed('id n d', ['1', 0.1 + 0.2, '2026-01-05T00:00'])
    const { merged, conflicts } = mergeTables({ base: was, ours, theirs: keyed('id n d') })
    expect(conflicts).toEqual([])
    expect(merged.rows.size).toBe(0)
  })

  it('merges rows that both inserted, and asks about the cells that differ, an empty one too', () => {
    const ours = keyed('id name qty', ['7', 'cog', 70], ['8', 'gear', null], ['9', 'belt', 90])
    const theirs = keyed('id name qty', ['7', 'cog', 70], ['8', 'gear', 80], ['9', 'Belt', 90])
    const { merged, conflicts } = mergeTables({ base: keyed('id name qty'), ours, theirs })
    expect(conflicts).toEqual([
      { key: '8', column: 'qty', base: null, ours: null, theirs: 80 },
      { key: '9', column: 'name', base: null, ours: 'belt', theirs: 'Belt' },
    ])
    expect(linesOf(merged)).toEqual(linesOf(ours))
  })

  it('takes a row that was deleted and one that was inserted for what they are when their cells look alike', () => {
    const ours = keyed('id name qty', ['1', 'bolt', 10], ['2b', 'nut', 20], ['3', 'nail', 30])
    const theirs = keyed('id name qty', ['1', 'bolt', 10], ['2', 'nut', 20], ['3', 'nail', 31])
    const { merged, conflicts } = mergeTables({ base, ours, theirs })
    expect(conflicts).toEqual([])
    expect(linesOf(merged)).toEqual([
      ['1', 'bolt', 10],
      ['2b', 'nut', 20],
      ['3', 'nail', 31],
    ])
  })

  it('finds the rows again that the other side sorted', () => {
    const ours = keyed('id name qty', ['3', 'nail', 30], ['2', 'nut', 20], ['1', 'bolt', 10])
    const theirs = keyed('id name qty', ['1', 'bolt', 1], ['2', 'nut', 2], ['3', 'nail', 3])
    const { merged, conflicts } = mergeTables({ base, ours, theirs })
    expect(conflicts).toEqual([])
    expect(linesOf(merged)).toEqual([
      ['3', 'nail', 3],
      ['2', 'nut', 2],
      ['1', 'bolt', 1],
    ])
  })

  it('keeps a row that was moved on one side and edited on the other, and drops one that was moved and deleted', () => {
    const ours = keyed('id name qty', ['3', 'nail', 30], ['1', 'bolt', 10], ['2', 'nut', 20])
    const edited = keyed('id name qty', ['1', 'bolt', 10], ['2', 'nut', 20], ['3', 'nail', 33])
    expect(keysOf(mergeTables({ base, ours, theirs: edited }).merged)).toBe('3 1 2')
    const without = keyed('id name qty', ['1', 'bolt', 10], ['2', 'nut', 20])
    expect(mergeTables({ base, ours, theirs: without })).toEqual({ merged: without, conflicts: [] })
  })

  it('starts from nothing when there is no base', () => {
    const none = { columns: [], rows: new Map() }
    expect(mergeTables({ base: none, ours: base, theirs: none })).toEqual({ merged: base, conflicts: [] })
    expect(mergeTables({ base: none, ours: none, theirs: base })).toEqual({ merged: base, conflicts: [] })
    expect(mergeTables({ base: none, ours: base, theirs: structuredClone(base) })).toEqual({
      merged: base,
      conflicts: [],
    })
  })
})

describe('columns', () => {
  const was = keyed('id a b', ['1', 'x', 2], ['2', 'y', 3])

  it('adds the columns of both sides with their values', () => {
    const ours = keyed('id o a b', ['1', 'o1', 'x', 2], ['2', 'o2', 'y', 3], ['4', 'o4', 'q', 7])
    const theirs = keyed('id a b t', ['1', 'x', 9, 't1'], ['2', 'y', 3, null], ['3', 'z', 4, 't3'])
    const { merged, conflicts } = mergeTables({ base: was, ours, theirs })
    expect(conflicts).toEqual([])
    expect(merged.columns).toEqual(['id', 'o', 'a', 'b', 't'])
    expect(linesOf(merged)).toEqual([
      ['1', 'o1', 'x', 9, 't1'],
      ['2', 'o2', 'y', 3, null],
      ['4', 'o4', 'q', 7, null],
      ['3', null, 'z', 4, 't3'],
    ])
    expect(merged.rows.get('3')).toEqual({ id: '3', o: null, a: 'z', b: 4, t: 't3' })
  })

  it('merges a column that both added, and asks where the values differ', () => {
    const ours = keyed('id a b c', ['1', 'x', 2, 'same'], ['2', 'y', 3, null])
    const theirs = keyed('id a b c', ['1', 'x', 2, 'same'], ['2', 'y', 3, 'other'])
    const { merged, conflicts } = mergeTables({ base: was, ours, theirs })
    expect(conflicts).toEqual([{ key: '2', column: 'c', base: null, ours: null, theirs: 'other' }])
    expect(merged).toEqual(ours)
  })

  it('removes a column that one side removed and the other left alone, whatever else happened', () => {
    const ours = keyed('id b', ['1', 2], ['2', 3])
    const theirs = keyed('id a b', ['1', 'x', 5])
    const { merged, conflicts } = mergeTables({ base: was, ours, theirs })
    expect(conflicts).toEqual([])
    expect(merged).toEqual(keyed('id b', ['1', 5]))
    expect(mergeTables({ base: was, ours: theirs, theirs: ours }).merged).toEqual(keyed('id b', ['1', 5]))
  })

  it('removes both columns when each side removed one', () => {
    const { merged, conflicts } = mergeTables({
      base: was,
      ours: keyed('id a', ['1', 'x'], ['2', 'y']),
      theirs: keyed('id b', ['1', 2], ['2', 3]),
    })
    expect(conflicts).toEqual([])
    expect(merged).toEqual(keyed('id', ['1'], ['2']))
  })

  it('asks about every cell that was edited in a column the other side removed, and keeps the column', () => {
    const edited = keyed('id a b', ['1', 'x', 2], ['2', null, 4])
    const removed = keyed('id b', ['1', 2], ['2', 3])
    const theyRemoved = mergeTables({ base: was, ours: edited, theirs: removed })
    expect(theyRemoved.conflicts).toEqual([
      { key: '2', column: 'a', base: 'y', ours: null, theirs: null, removedBy: 'theirs' },
    ])
    expect(theyRemoved.merged).toEqual(edited)
    const weRemoved = mergeTables({ base: was, ours: removed, theirs: edited })
    expect(weRemoved.conflicts).toEqual([
      { key: '2', column: 'a', base: 'y', ours: null, theirs: null, removedBy: 'ours' },
    ])
    expect(weRemoved.merged).toEqual(edited)
  })

  it('lets a removed column go with the values of new rows, and says so', () => {
    const ours = keyed('id b', ['1', 2], ['2', 3])
    const theirs = keyed('id a b', ['1', 'x', 2], ['2', 'y', 3], ['3', 'z', 4], ['4', null, 5])
    const result = mergeTables({ base: was, ours, theirs })
    expect(result).toEqual({
      merged: keyed('id b', ['1', 2], ['2', 3], ['3', 4], ['4', 5]),
      conflicts: [],
      dropped: [{ key: '3', column: 'a', value: 'z', removedBy: 'ours' }],
    })
  })

  it('takes no removed column for an edit of the rows, and a filled new one for one', () => {
    const deleted = keyed('id a b', ['2', 'y', 3])
    expect(mergeTables({ base: was, ours: keyed('id b', ['1', 2], ['2', 3]), theirs: deleted })).toEqual({
      merged: keyed('id b', ['2', 3]),
      conflicts: [],
    })
    const filled = mergeTables({
      base: was,
      ours: keyed('id a b c', ['1', 'x', 2, 'new'], ['2', 'y', 3, 'new']),
      theirs: deleted,
    })
    expect(filled.conflicts.map(({ key, column }) => [key, column])).toEqual([['1', null]])
    const empty = mergeTables({
      base: was,
      ours: keyed('id a b c', ['1', 'x', 2, null], ['2', 'y', 3, null]),
      theirs: deleted,
    })
    expect(empty.conflicts).toEqual([])
    expect(keysOf(empty.merged)).toBe('2')
  })

  it('asks about the row and about the cell when a deleted row was edited in a removed column', () => {
    const ours = keyed('id b', ['2', 3])
    const theirs = keyed('id a b', ['1', 'edited', 2], ['2', 'y', 3])
    const { merged, conflicts } = mergeTables({ base: was, ours, theirs })
    expect(conflicts.map(({ key, column, removedBy }) => [key, column, removedBy])).toEqual([
      ['1', null, undefined],
      ['1', 'a', 'ours'],
    ])
    expect(merged.rows.get('1')).toEqual({ id: '1', a: 'edited', b: 2 })
  })

  it('tells moved columns from edited ones', () => {
    const ours = keyed('b id a', ['1', '1', 'x'], ['2', '2', 'y'])
    for (const [key, row] of ours.rows) row.b = was.rows.get(key)?.b ?? null
    const theirs = keyed('id a b', ['1', 'x', 22], ['2', 'y', 3])
    const { merged, conflicts } = mergeTables({ base: was, ours, theirs })
    expect(conflicts).toEqual([])
    expect(merged.columns).toEqual(['b', 'id', 'a'])
    expect(merged.rows.get('1')).toEqual({ id: '1', a: 'x', b: 22 })
  })

  it('is not confused by columns and keys called like what every object has', () => {
    const columns = ['__proto__', 'constructor', 'toString']
    const row = (...values: (string | null)[]) =>
      Object.fromEntries(columns.map((column, at) => [column, values[at] ?? null]))
    const table = (...rows: [string, Record<string, string | null>][]) => ({ columns, rows: new Map(rows) })
    const before = table(['constructor', row('a', 'b', 'c')], ['__proto__', {}])
    const ours = table(['constructor', row('A', 'b', 'c')], ['__proto__', row(null, 'new', null)])
    const theirs = table(['constructor', row('a', 'B', 'c')], ['__proto__', {}])
    const { merged, conflicts } = mergeTables({ base: before, ours, theirs })
    expect(conflicts).toEqual([])
    expect(JSON.stringify([...merged.rows])).toBe(
      JSON.stringify([
        ['constructor', row('A', 'B', 'c')],
        ['__proto__', row(null, 'new', null)],
      ]),
    )
  })
})

it('leaves what it is given as it is', () => {
  const ours = keyed('id name', ['1', 'x'], ['3', 'nail'])
  const theirs = keyed('id qty name new', ['2', 5, 'nut', 1], ['1', 10, 'y', 2])
  const before = structuredClone({ base, ours, theirs })
  mergeTables({ base, ours, theirs })
  expect({ base, ours, theirs }).toEqual(before)
})
