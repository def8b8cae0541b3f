// Draws keyed tables for property tests: few keys, columns and values, so that versions meet in all ways.
import fc from 'fast-check'
import type { Cell } from '../../table/table.ts'
import { type Keyed, putCell, type Row } from '../keyed.ts'

const anyValue = fc.constantFrom<Cell>(
  null,
  0,
  1,
  '1',
  'a',
  'b',
  '',
  true,
  0.3,
  0.1 + 0.2,
  Number.NaN,
  '=A1',
  '=A1+1',
  '2026-01-05',
  '2026-01-05T00:00Z',
)

const anyKeys = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', '10', '9', '__proto__'])
const anyColumns = fc.shuffledSubarray(['p', 'q', 'r', 'constructor', '__proto__'])

const most = 40

/** A table of its own, which has nothing to do with any other but its names. */
export const anyTable: fc.Arbitrary<Keyed> = fc
  .tuple(
    anyKeys,
    anyColumns,
    fc.array(fc.option(anyValue, { nil: undefined, freq: 8 }), { minLength: most, maxLength: most }),
  )
  .map(([keys, columns, values]) => {
    const rows = keys.map((key, line): [string, Row] => {
      const row: Row = {}
      for (const [place, column] of columns.entries()) {
        const value = values[line * columns.length + place]
        if (value !== undefined) putCell(row, column, value)
      }
      return [key, row]
    })
    return { columns, rows: new Map(rows) }
  })

/** What a person may do to a table: each number chooses what and where. */
const anyDeed = fc.record({
  what: fc.constantFrom('edit', 'edit', 'edit', 'insert', 'delete', 'move', 'sort', 'add', 'remove', 'swap', 'retype'),
  row: fc.nat(),
  column: fc.nat(),
  value: anyValue,
})

/** A base and two versions made of it by a few deeds each. */
export const anyVersions = fc
  .tuple(anyTable, fc.array(anyDeed, { maxLength: 5 }), fc.array(anyDeed, { maxLength: 5 }))
  .map(([base, ours, theirs]) => ({ base, ours: ours.reduce(doneTo, base), theirs: theirs.reduce(doneTo, base) }))

/** Versions of all kinds: changed from a base, and unrelated. */
export const anySides = fc.oneof(anyVersions, fc.record({ base: anyTable, ours: anyTable, theirs: anyTable }))

type Deed = typeof anyDeed extends fc.Arbitrary<infer T> ? T : never

function doneTo({ columns, rows }: Keyed, { what, row, column, value }: Deed): Keyed {
  const lines = [...rows]
  const at = lines.length > 0 ? row % lines.length : 0
  const [key, cells] = lines[at] ?? ['', {}]
  const place = columns.length > 0 ? column % columns.length : 0
  const id = columns[place] ?? ''
  const fresh = ['new', 'other', 'x', 'y'][row % 4] ?? 'new'
  const table = (changed: Keyed['rows'], named = columns) => ({ columns: named, rows: changed })
  switch (what) {
    case 'edit':
      return lines.length > 0 && id ? table(new Map(lines).set(key, withCell(cells, id, value))) : table(rows)
    case 'insert':
      return rows.has(fresh)
        ? table(rows)
        : table(new Map(lines.toSpliced(at, 0, [fresh, id ? withCell({}, id, value) : {}])))
    case 'delete':
      return table(new Map(lines.toSpliced(at, 1)))
    case 'move':
      return table(
        new Map(lines.toSpliced(at, 1).toSpliced(column % (lines.length || 1), 0, ...lines.slice(at, at + 1))),
      )
    case 'sort':
      return table(new Map(lines.toSorted(([one], [other]) => (one < other ? 1 : -1))))
    case 'add':
      return columns.includes(fresh)
        ? table(rows)
        : table(
            new Map(lines.map(([each, line]) => [each, withCell(line, fresh, value)])),
            columns.toSpliced(place, 0, fresh),
          )
    case 'remove':
      return table(new Map(lines.map(([each, line]) => [each, withoutCell(line, id)])), columns.toSpliced(place, 1))
    case 'swap':
      return table(rows, [...columns.slice(place), ...columns.slice(0, place)])
    default:
      return table(new Map(lines.map(([each, line]) => [each, retyped(line, id)])))
  }
}

function withCell(row: Row, column: string, value: Cell): Row {
  const copy = { ...row }
  putCell(copy, column, value)
  return copy
}

function withoutCell(row: Row, column: string): Row {
  return Object.fromEntries(Object.entries(row).filter(([each]) => each !== column))
}

function retyped(row: Row, column: string): Row {
  return Object.hasOwn(row, column) ? withCell(row, column, String(row[column])) : row
}
