import { describe, expect, it } from 'vitest'
import { mergeTables } from './merge.ts'
import { resolveConflicts } from './resolve-conflicts.ts'
import { keyed, keysOf, linesOf } from './testing/keyed-table.ts'

describe('cells', () => {
  const base = keyed('id a b', ['1', 'x', 10], ['2', 'y', 20])
  const ours = keyed('id a b', ['1', 'ours', 11], ['2', 'y', 21])
  const theirs = keyed('id a b', ['1', 'theirs', 12], ['2', 'y', 22])
  const { merged, conflicts } = mergeTables({ base, ours, theirs })

  it('are all settled for one side', () => {
    expect(linesOf(resolveConflicts(merged, conflicts, 'theirs'))).toEqual(linesOf(theirs))
    expect(linesOf(resolveConflicts(merged, conflicts, 'ours'))).toEqual(linesOf(ours))
    expect(linesOf(resolveConflicts(merged, conflicts, 'base'))).toEqual(linesOf(base))
  })

  it('are settled one by one, by row, by column and with a value of one’s own; the last decision holds', () => {
    const settled = resolveConflicts(merged, conflicts, [
      { take: 'ours' },
      { column: 'b', take: 'theirs' },
      { key: '1', take: 'base' },
      { key: '1', column: 'a', take: { value: 'mine' } },
    ])
    expect(linesOf(settled)).toEqual([
      ['1', 'mine', 10],
      ['2', 'y', 22],
    ])
  })

  it('stay as the merge left them when nothing is decided about them', () => {
    const before = structuredClone(merged)
    const settled = resolveConflicts(merged, conflicts, [
      { key: '2', take: 'theirs' },
      { key: '3', take: 'base' },
    ])
    expect(linesOf(settled)).toEqual([
      ['1', 'ours', 11],
      ['2', 'y', 22],
    ])
    expect(merged).toEqual(before)
    expect(ours.rows.get('2')).toEqual({ id: '2', a: 'y', b: 21 })
  })

  it('take no row for a value', () => {
    expect(() => resolveConflicts(merged, conflicts, [{ key: '1', column: 'a', take: { value: { a: 1 } } }])).toThrow(
      'The conflict in column a of row 1 is about a cell: give it a value, not a row.',
    )
  })

  it('are emptied by what both inserted without a base', () => {
    const none = { columns: [], rows: new Map() }
    const inserted = mergeTables({ base: none, ours: keyed('id a', ['9', 'p']), theirs: keyed('id a', ['9', 'q']) })
    expect(linesOf(resolveConflicts(inserted.merged, inserted.conflicts, 'base'))).toEqual([['9', null]])
  })
})

describe('rows', () => {
  const base = keyed('id a', ['1', 'x'], ['2', 'y'], ['3', 'z'])
  const ours = keyed('id a new', ['2', 'Y', 'n2'], ['3', 'z', null])
  const theirs = keyed('id a', ['1', 'X'], ['3', 'z'])
  const { merged, conflicts } = mergeTables({ base, ours, theirs })

  it('are deleted when the deletion is chosen, and kept as they were edited when not', () => {
    expect(linesOf(resolveConflicts(merged, conflicts, 'ours'))).toEqual([
      ['2', 'Y', 'n2'],
      ['3', 'z', null],
    ])
    expect(linesOf(resolveConflicts(merged, conflicts, 'theirs'))).toEqual([
      ['1', 'X', null],
      ['3', 'z', null],
    ])
  })

  it('are as they were in the base, or as one says', () => {
    expect(linesOf(resolveConflicts(merged, conflicts, 'base'))).toEqual([
      ['1', 'x', null],
      ['2', 'y', null],
      ['3', 'z', null],
    ])
    const settled = resolveConflicts(merged, conflicts, [
      { column: null, take: { value: null } },
      { key: '2', column: null, take: { value: { id: '2', a: 'own', new: 'cells' } } },
    ])
    expect(linesOf(settled)).toEqual([
      ['2', 'own', 'cells'],
      ['3', 'z', null],
    ])
    expect(() => resolveConflicts(merged, conflicts, [{ key: '1', take: { value: 'x' } }])).toThrow(
      'about the whole row',
    )
  })
})

describe('removed columns', () => {
  const base = keyed('id a b', ['1', 'x', 1], ['2', 'y', 2], ['3', 'z', 3])
  const ours = keyed('id b', ['1', 1], ['2', 2], ['3', 3])
  const theirs = keyed('id a b', ['1', 'X', 1], ['2', 'Y', 2], ['3', 'z', 3])
  const { merged, conflicts } = mergeTables({ base, ours, theirs })

  it('go when all their conflicts are settled for their removal', () => {
    expect(resolveConflicts(merged, conflicts, 'ours')).toEqual(ours)
    expect(resolveConflicts(merged, conflicts, 'theirs')).toEqual(theirs)
    expect(resolveConflicts(merged, conflicts, 'base')).toEqual(base)
  })

  it('stay when some are not, empty where the removal was chosen', () => {
    const settled = resolveConflicts(merged, conflicts, [{ take: 'ours' }, { key: '2', take: 'theirs' }])
    expect(settled).toEqual(keyed('id a b', ['1', null, 1], ['2', 'Y', 2], ['3', 'z', 3]))
    expect(resolveConflicts(merged, conflicts, [{ key: '1', take: 'ours' }]).columns).toEqual(['id', 'a', 'b'])
  })

  it('go with the row that kept them', () => {
    const deleted = mergeTables({
      base,
      ours: keyed('id b', ['2', 2], ['3', 3]),
      theirs: keyed('id a b', ['1', 'X', 1], ['2', 'y', 2], ['3', 'z', 3]),
    })
    const settled = resolveConflicts(deleted.merged, deleted.conflicts, [{ key: '1', column: null, take: 'ours' }])
    expect(settled).toEqual(keyed('id b', ['2', 2], ['3', 3]))
    expect(keysOf(resolveConflicts(deleted.merged, deleted.conflicts, 'theirs'))).toBe('1 2 3')
  })
})
