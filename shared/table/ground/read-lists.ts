// Finds lists of values of one kind in a sentence: "Ada, Bob and Cy", "12, 15 and 20".
import type { Land, Stretch } from './read-land.ts'
import { Level } from './read-levels.ts'
import { Shape } from './read-shapes.ts'

/** The list around a value: the token at which it begins, the value's place in it, and its length. */
export type List = { first: number; index: number; length: number }

const longest = 60

/** The list in which a value stands; null when nothing of its kind stands right beside it. */
export function listOf(land: Land, item: Stretch): List | null {
  const { marks } = land
  const mark = markOf(land, item)
  if (mark < 0) return null
  let from = mark
  while (from > 0 && mark - from < longest && isNext(land, from - 1, from)) from--
  let to = mark
  while (to + 1 < marks.count && to - mark < longest && isNext(land, to, to + 1)) to++
  return to === from ? null : { first: marks.firsts[from]!, index: mark - from, length: to - from + 1 }
}

/** The first mark in a stretch, which may begin with the sign of a currency; -1 when there is none. */
export function markOf({ marks }: Land, { first, last }: Stretch): number {
  for (let at = first; at <= last; at++) if (marks.at[at]! >= 0) return marks.at[at]!
  return -1
}

// Two marks of one kind with a comma or an "and" between them and nothing else.
function isNext({ marks, levels, shapes, words }: Land, mark: number, next: number): boolean {
  if (marks.kinds[mark] !== marks.kinds[next]) return false
  const last = marks.lasts[mark]!
  const first = marks.firsts[next]!
  let others = 0
  let parted = false
  for (let at = last + 1; at <= first; at++) {
    if (levels.before[at]! > Level.comma) return false
    if (levels.before[at] === Level.comma) parted = true
    if (at < first && shapes[at] !== Shape.sign) {
      if (!joins.has(words.keys[at]!)) return false
      parted = true
      others++
    }
  }
  return parted && others < 2
}

const joins = new Set(
  'and und et y e i en og och och ve bzw beziehungsweise or oder ou o respectively и та та й と 和 및 与 及'.split(' '),
)
