import { describe, expect, it } from 'vitest'
import { mergeTables } from './merge.ts'
import { keyed, keysOf } from './testing/keyed-table.ts'

const rowsOf = (keys: string) => keyed('id', ...keys.split(' ').map((key): [string] => [key]))
const columnsOf = (columns: string) => ({ columns: columns.split(' '), rows: new Map() })

describe('the order of rows, and of columns by the same rule', () => {
  it.each([
    ['nothing moved', 'a b c', 'a b c', 'a b c', 'a b c'],
    ['ours sorted', 'a b c d', 'd c b a', 'a b c d', 'd c b a'],
    ['theirs sorted', 'a b c d', 'a b c d', 'd c b a', 'd c b a'],
    ['both sorted the same way', 'a b c d', 'd c b a', 'd c b a', 'd c b a'],
    ['both sorted differently: ours', 'a b c d e', 'e d c b a', 'c b a e d', 'e d c b a'],
    ['ours moved one, theirs sorted', 'a b c d e', 'b a c d e', 'e d c b a', 'e d c b a'],
    ['each moved another one', 'a b c d e f g', 'g a b c d e f', 'b c d e f a g', 'g b c d e f a'],
    ['both moved the same one: ours', 'a b c d e', 'e a b c d', 'a e b c d', 'e a b c d'],
    ['both added at the end', 'a b', 'a b c', 'a b d', 'a b c d'],
    ['both added at the start', 'a b', 'c a b', 'd a b', 'c d a b'],
    ['both added in the middle', 'a b', 'a c b', 'a d e b', 'a c d e b'],
    ['theirs added what ours added, and one more before it', 'a b', 'a b c', 'a b d c', 'a b d c'],
    ['theirs added what ours added, and one more after it', 'a b', 'a b c', 'a b c d', 'a b c d'],
    ['theirs added between, ours sorted', 'a b c d', 'd c b a', 'a b x c d', 'd c b x a'],
    ['theirs added at the end, ours sorted', 'a b c d', 'd c b a', 'a b c d x', 'd c b a x'],
    ['theirs added at the start, ours sorted', 'a b c d', 'd c b a', 'x a b c d', 'x d c b a'],
    ['ours added between, theirs sorted', 'a b c d', 'a b x c d', 'd c b a', 'd c b x a'],
    ['both added, theirs sorted', 'a b c d', 'a b c x d', 'd c y b a', 'd c x y b a'],
    ['added beside what the other deleted', 'a b c', 'a c', 'a b x c', 'a x c'],
    ['added after what the other moved away', 'a b c d e f', 'b a c d e f', 'a b c d e x f', 'b a c d e x f'],
    ['deleted on one side, moved on the other', 'a b c d', 'd a b c', 'a b c', 'a b c'],
    ['deleted, moved and added on both', 'A B C D E F G H', 'A C D F G I H E', 'G A B D E F H', 'G A D F I H E'],
    ['the same with the sides changed', 'A B C D E F G H', 'G A B D E F H', 'A C D F G I H E', 'G A D F I H E'],
    ['everything replaced', 'a b', 'c d', 'e f', 'c d e f'],
  ])('%s', (_, base, ours, theirs, merged) => {
    const rows = mergeTables({ base: rowsOf(base), ours: rowsOf(ours), theirs: rowsOf(theirs) })
    expect(keysOf(rows.merged)).toBe(merged)
    expect(rows.conflicts).toEqual([])
    const columns = mergeTables({ base: columnsOf(base), ours: columnsOf(ours), theirs: columnsOf(theirs) })
    expect(columns.merged.columns.join(' ')).toBe(merged)
  })

  it('puts an edited row that the other side deleted where it stood', () => {
    const base = keyed('id v', ['a', 1], ['b', 1], ['c', 1])
    const ours = keyed('id v', ['a', 1], ['c', 1])
    const theirs = keyed('id v', ['a', 1], ['b', 2], ['c', 1])
    expect(keysOf(mergeTables({ base, ours, theirs }).merged)).toBe('a b c')
  })

  it('puts rows that each side edited and the other deleted where they stood', () => {
    const base = keyed('id v', ['a', 1], ['b', 1], ['c', 1], ['d', 1])
    const ours = keyed('id v', ['b', 2], ['c', 1], ['x', 1])
    const theirs = keyed('id v', ['a', 2], ['c', 1], ['d', 2])
    expect(keysOf(mergeTables({ base, ours, theirs }).merged)).toBe('a b c x d')
  })
})
