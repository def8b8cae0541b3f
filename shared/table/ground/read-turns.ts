// Counts along: the third name and the third amount of a text that alternates stand in one record.
import { alignment, classify } from './align-marks.ts'
import type { Land, Stretch } from './read-land.ts'
import { deepest, Level } from './read-levels.ts'
import { listOf, markOf } from './read-lists.ts'
import type { Record } from './read-records.ts'
import { sideOf } from './read-scores.ts'

/** In lists that run side by side, as in "Ada and Bob paid 12 and 15", the place in the list decides. */
export function listsOf(land: Land, { members }: Record, item: Stretch): number {
  let sum = scoresOf(land, members, item)
  const own = listOf(land, item)
  if (!own) return sum
  for (const member of members) {
    const other = listOf(land, member)
    if (!other || other.length !== own.length || other.first === own.first) continue
    if (deepest(land.levels, Math.min(item.last, member.last), Math.max(item.first, member.first)) >= Level.line)
      continue
    sum += other.index === own.index ? 1 : -1
  }
  return sum
}

// The sides of a score are lists of two.
function scoresOf(land: Land, members: Stretch[], item: Stretch): number {
  const own = sideOf(land, item)
  if (!own) return 0
  let sum = 0
  for (const member of members) {
    const other = sideOf(land, member)
    if (other?.score === own.score) sum += other.side === own.side ? 1 : -1
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
