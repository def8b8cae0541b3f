// Finds the line or sentence around a value, and what kinds of values it holds.
import { firstAbove, type Land, type Stretch } from './read-land.ts'
import { Level } from './read-levels.ts'

// So that a question costs the same in a text of any length.
const farthest = 120

/** The tokens around a stretch up to the next break of a depth on either side, or as far as one looks. */
export function unitAround({ levels, words }: Land, item: Stretch, depth: number): Stretch {
  const low = Math.max(0, item.first - farthest)
  const high = Math.min(words.count - 1, item.last + farthest)
  let first = item.first
  while (first > low && levels.before[first]! < depth) first--
  let last = item.last
  while (last < high && levels.before[last + 1]! < depth) last++
  return { first, last }
}

/** The line around a stretch. */
export function lineOf(land: Land, item: Stretch): Stretch {
  return unitAround(land, item, Level.line)
}

/** How many marks of each kind a stretch holds beside an item in it. */
export function kindsIn({ marks }: Land, unit: Stretch, item: Stretch): Map<number, number> {
  const kinds = new Map<number, number>()
  for (
    let mark = firstAbove(marks.lasts, unit.first - 1);
    mark < marks.count && marks.firsts[mark]! <= unit.last;
    mark++
  ) {
    if (marks.firsts[mark]! <= item.last && marks.lasts[mark]! >= item.first) continue
    const kind = marks.kinds[mark]!
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  }
  return kinds
}
