// What holds for the merge of any tables, beside an oracle that says each cell on its own.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cell } from '../table/table.ts'
import { align } from './align.ts'
import { type Conflict, cellOf, type Keyed, type Row } from './keyed.ts'
import { mergeTables } from './merge.ts'
import { resolveConflicts } from './resolve-conflicts.ts'
import { sameValue } from './same-value.ts'
import { anySides, anyTable, anyVersions } from './testing/any-table.ts'

const numRuns = 1500 * Number(process.env.STRESS ?? 1)
const holds = <T>(given: fc.Arbitrary<T>, check: (value: T) => void) =>
  fc.assert(fc.property(given, check), { numRuns })

type Sides = { base: Keyed; ours: Keyed; theirs: Keyed }

const swapped = ({ base, ours, theirs }: Sides): Sides => ({ base, ours: theirs, theirs: ours })
const at = (table: Keyed, key: string, column: string) => cellOf(table.rows.get(key) ?? {}, column)
const written = ({ columns, rows }: Keyed) => [
  columns,
  [...rows].map(([key, row]) => [key, columns.map((id) => cellOf(row, id))]),
]

/** The table without its order, and with one writing of each value. */
function contents({ columns, rows }: Keyed, plain: (value: Cell | undefined) => unknown = normal) {
  const sorted = columns.toSorted()
  return [
    sorted,
    [...rows.keys()].toSorted().map((key) => [key, sorted.map((id) => plain(cellOf(rows.get(key) ?? {}, id)))]),
  ]
}

function normal(value: Cell | undefined): unknown {
  const writings: [Cell, Cell][] = [[0.3, 0.1 + 0.2], ['2026-01-05', '2026-01-05T00:00Z']] // biome-ignore format: two pairs
  if (value === null || value === undefined || Number.isNaN(value)) return String(value ?? null)
  return writings.find((pair) => pair.includes(value))?.[0] ?? value
}

describe('a merge', () => {
  it('of one changed side is that side, to the letter and in its order', () => {
    holds(fc.tuple(anyTable, anyTable), ([base, side]) => {
      for (const sides of [
        { base, ours: side, theirs: base },
        { base, ours: base, theirs: side },
        { base, ours: side, theirs: structuredClone(side) },
      ]) {
        const { merged, conflicts } = mergeTables(sides)
        expect(conflicts).toEqual([])
        expect(written(merged)).toEqual(written(side))
      }
    })
  })

  it('says of each row and cell what the rules say of it alone', () => {
    holds(anySides, (sides) => {
      const { merged, conflicts } = mergeTables(sides)
      const expected = byTheRules(sides)
      expect(contents(merged)).toEqual(contents(expected.merged))
      expect(named(conflicts)).toEqual(expected.conflicts.toSorted())
    })
  })

  it('with the sides exchanged asks the same and has the same rows and columns', () => {
    holds(anySides, (sides) => {
      const [one, other] = [mergeTables(sides), mergeTables(swapped(sides))]
      const turned = other.conflicts.map((conflict) => ({
        ...conflict,
        ours: conflict.theirs,
        theirs: conflict.ours,
        ...(conflict.removedBy ? { removedBy: conflict.removedBy === 'ours' ? 'theirs' : 'ours' } : {}),
      }))
      const sorted = (list: object[]) => list.map((item) => JSON.stringify(Object.entries(item).toSorted())).toSorted()
      expect(sorted(one.conflicts)).toEqual(sorted(turned))
      expect(contents(one.merged, () => 0)).toEqual(contents(other.merged, () => 0))
    })
  })

  it('has every edit of either side in the table, in a conflict or among what was dropped, and nothing else', () => {
    holds(anySides, (sides) => {
      const { merged, conflicts, dropped = [] } = mergeTables(sides)
      const told = new Set([
        ...conflicts.map(({ key, column }) => JSON.stringify([key, column])),
        ...dropped.map(({ key, column }) => JSON.stringify([key, column])),
      ])
      const tells = (key: string, column: string | null) => told.has(JSON.stringify([key, column]))
      for (const side of [sides.ours, sides.theirs]) {
        for (const key of side.rows.keys()) {
          for (const column of side.columns) {
            const value = at(side, key, column)
            if (sameValue(value, at(sides.base, key, column)) && sides.base.rows.has(key)) continue
            if (value === null || value === undefined) continue
            expect(sameValue(value, at(merged, key, column)) || tells(key, column) || tells(key, null)).toBe(true)
          }
        }
      }
      for (const key of merged.rows.keys()) {
        for (const column of merged.columns) {
          const value = at(merged, key, column)
          if (value === null || value === undefined) continue
          expect([at(sides.ours, key, column), at(sides.theirs, key, column)]).toContainEqual(value)
        }
      }
    })
  })

  it('keeps rows and columns that nobody moved in order, beside those that both sides added', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f']
    const adds = (prefix: string) =>
      fc
        .array(fc.tuple(fc.nat(6), fc.boolean()), { maxLength: 4 })
        .map((places) => places.reduce((list, [place], index) => list.toSpliced(place, 0, `${prefix}${index}`), names))
    const version = (prefix: string) =>
      fc.tuple(adds(prefix), fc.subarray(names)).map(([list, gone]) => list.filter((name) => !gone.includes(name)))
    holds(fc.tuple(version('o'), version('t')), ([ours, theirs]) => {
      const table = (list: string[]): Keyed => ({ columns: list, rows: new Map(list.map((name) => [name, {}])) })
      const { merged } = mergeTables({ base: table(names), ours: table(ours), theirs: table(theirs) })
      for (const order of [merged.columns, [...merged.rows.keys()]]) {
        for (const side of [ours, theirs])
          expect(order.filter((name) => side.includes(name))).toEqual(side.filter((name) => order.includes(name)))
      }
    })
  })

  it('never asks because of a sort, and keeps it', () => {
    const shuffled = anyVersions.chain((sides) =>
      fc.tuple(
        fc.constant(sides),
        fc.shuffledSubarray([...sides.base.rows], { minLength: sides.base.rows.size }),
        fc.shuffledSubarray(sides.base.columns, { minLength: sides.base.columns.length }),
      ),
    )
    holds(shuffled, ([{ base, theirs }, rows, columns]) => {
      const sorted = { columns, rows: new Map(rows) }
      const moved = [...base.rows.keys()].filter((key) => theirs.rows.has(key))
      const unmoved = [...theirs.rows.keys()].filter((key) => base.rows.has(key)).join() === moved.join()
      for (const sides of [
        { base, ours: sorted, theirs },
        { base, ours: theirs, theirs: sorted },
      ]) {
        const { merged, conflicts } = mergeTables(sides)
        expect(conflicts).toEqual([])
        expect(contents(merged)).toEqual(contents(theirs))
        const kept = [...merged.rows.keys()].filter((key) => sorted.rows.has(key))
        if (unmoved) expect(kept).toEqual([...sorted.rows.keys()].filter((key) => theirs.rows.has(key)))
      }
    })
  })
})

it('settling everything for theirs is settling everything for ours with the sides exchanged', () => {
  holds(anySides, (sides) => {
    const [one, other] = [mergeTables(sides), mergeTables(swapped(sides))]
    const [theirs, ours] = [
      resolveConflicts(one.merged, one.conflicts, 'theirs'),
      resolveConflicts(other.merged, other.conflicts, 'ours'),
    ]
    expect(contents(theirs)).toEqual(contents(ours))
  })
})

it('names are aligned as looking each of them up would', () => {
  const list = fc.tuple(fc.nat(40), fc.nat(40), fc.array(fc.nat(120), { maxLength: 6 })).map(([from, length, more]) => {
    const all = Array.from({ length: 100 }, (_, index) => `n${index}`).toSpliced(from, length)
    return new Set(more.reduce((names, place) => names.toSpliced(place, 0, `n${place}`), all).values())
  })
  holds(fc.tuple(list, list, list), ([base, ours, theirs]) => {
    const aligned = align(base, ours, theirs)
    expect(aligned.ours.map((number) => aligned.names[number])).toEqual([...ours])
    expect(aligned.theirs.map((number) => aligned.names[number])).toEqual([...theirs])
    expect(aligned.names.slice(0, aligned.known)).toEqual([...base])
    expect(new Set(aligned.names).size).toBe(aligned.names.length)
  })
})

function named(conflicts: Conflict[]): string[] {
  return conflicts.map(({ key, column }) => JSON.stringify([key, column])).toSorted()
}

/** The rules of the merge said for one row and one cell after the other, in no order and without any haste. */
function byTheRules({ base, ours, theirs }: Sides): { merged: Keyed; conflicts: string[] } {
  const conflicts: string[] = []
  const edited = (side: Keyed, key: string, column: string) => !sameValue(at(side, key, column), at(base, key, column))
  const has = (table: Keyed, column: string) => table.columns.includes(column)
  const all = [...new Set([...base.columns, ...ours.columns, ...theirs.columns])]
  const columns = all.filter((column) => {
    if (has(ours, column) && has(theirs, column)) return true
    if (!has(base, column)) return true
    const side = has(ours, column) ? ours : theirs
    return has(side, column) && [...base.rows.keys()].some((key) => side.rows.has(key) && edited(side, key, column))
  })
  const rows = new Map<string, Row>()
  for (const key of new Set([...base.rows.keys(), ...ours.rows.keys(), ...theirs.rows.keys()])) {
    const [known, our, their] = [base.rows.has(key), ours.rows.has(key), theirs.rows.has(key)]
    const holders = [...(our ? [ours] : []), ...(their ? [theirs] : [])]
    const keeper = holders[0]
    if (!keeper) continue
    if (known && holders.length === 1) {
      if (!keeper.columns.some((column) => edited(keeper, key, column))) continue
      conflicts.push(JSON.stringify([key, null]))
    }
    const cells = columns.map((column) => {
      const sides = holders.filter((side) => has(side, column))
      const [one, other] = sides.map((side) => at(side, key, column))
      const removed = has(base, column) && has(ours, column) !== has(theirs, column)
      const before = known && has(base, column)
      const ask = () => conflicts.push(JSON.stringify([key, column]))
      if (sides.length < 2) {
        if (removed && before && sides[0] && edited(sides[0], key, column)) ask()
        return [column, one ?? null] as const
      }
      if (sameValue(one, other)) return [column, one ?? null] as const
      if (before && sameValue(one, at(base, key, column))) return [column, other ?? null] as const
      if (!before || !sameValue(other, at(base, key, column))) ask()
      return [column, one ?? null] as const
    })
    rows.set(key, Object.fromEntries(cells))
  }
  return { merged: { columns, rows }, conflicts }
}
