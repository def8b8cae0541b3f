// Counts along: the third name and the third amount of a text that alternates stand in one record.
import { alignment, classify } from './align-marks.ts'
import type { Land, Stretch } from './read-land.ts'
import { deepest, Level } from './read-levels.ts'
import { listOf } from './read-lists.ts'
import type { Record } from './read-records.ts'

/** In lists that run side by side, as in "Ada and Bob paid 12 and 15", the place in the list decides. */
export function listsOf(land: Land, { members }: Record, item: Stretch): number {
  const own = listOf(land, item)
  if (!own) return 0
  let sum = 0
  for (const member of members) {
    const other = listOf(land, member)
    if (!other || other.length !== own.length || other.first === own.first) continue
    if (deepest(land.levels, Math.min(item.last, member.last), Math.max(item.first, member.first)) >= Level.line)
      continue
    sum += other.index === own.index ? 1 : -1
  }
  return sum
}

/** Where the kinds alternate through the text, the count tells. */
export function roundsOf(land: Land, { members }: Record, item: Stretch): number {
  const own = markOf(land, item)
  if (own < 0) return 0
  land.classes ??= classify(land)
  let sum = 0
  for (const member of members) {
    const mark = markOf(land, member)
    if (mark >= 0 && mark !== own) sum += alignment(land, land.classes, own, mark)
  }
  return sum
}

function markOf({ marks }: Land, { first, last }: Stretch): number {
  for (let at = first; at <= last; at++) if (marks.at[at]! >= 0) return marks.at[at]!
  return -1
}
