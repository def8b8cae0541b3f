// Finds what could take the place of a value: what looks like it near a record, and what looks like the record near it.
import { likeness, lookOf, lookOfMark } from './find-peers.ts'
import { firstAbove, type Land, type Stretch } from './read-land.ts'
import { Mark } from './read-marks.ts'
import type { Record } from './read-records.ts'
import { kindsIn, unitAround } from './read-units.ts'

const longest = 200

/** What stands in the sentence, line or clause of the item that the record has, too, and the other way round. */
export function aroundOf(land: Land, record: Record, item: Stretch, own: Stretch[], level: number, after: boolean) {
  if (level === 0) return { kinds: 0, shared: 0, ratio: 0, length: 99, rival: false }
  const unit = unitAround(land, item, level)
  const edge = after ? record.last : record.first
  const side = unitAround(land, { first: edge, last: edge }, level)
  const there = kindsIn(land, unit, item)
  let kinds = 0
  let shared = 0
  for (const { kind } of record.looks) {
    if (kind === 0) continue
    kinds++
    const rough = kind === Mark.decimal || (kind === Mark.integer && !there.get(kind)) ? 3 - kind : kind
    const found = there.get(kind) ? kind : rough
    const count = there.get(found) ?? 0
    if (count === 0) continue
    there.set(found, count - 1)
    shared++
  }
  const [a, b] = [unit.last - unit.first + 1, side.last - side.first + 1]
  return { kinds, shared, ratio: Math.min(a, b) / Math.max(a, b), length: a, rival: hasLike(land, side, item, own) }
}

function hasLike(land: Land, unit: Stretch, item: Stretch, own: Stretch[]): boolean {
  const look = lookOf(land, item)
  if (look.kind === 0) return false
  const { marks } = land
  for (
    let mark = firstAbove(marks.firsts, unit.first - 1);
    mark < marks.count && marks.firsts[mark]! <= unit.last;
    mark++
  ) {
    const first = marks.firsts[mark]!
    if (marks.kinds[mark] !== look.kind && !(look.kind <= Mark.decimal && marks.kinds[mark]! <= Mark.decimal)) continue
    if (!own.some((stretch) => stretch.first <= first && first <= stretch.last)) return true
  }
  return false
}

/** What looks like the item and is nobody's: within the record, and between the two. */
export function rivalsOf(land: Land, record: Record, item: Stretch, own: Stretch[], from: number, to: number) {
  const sums = { inside: 0, between: 0 }
  const look = lookOf(land, item)
  if (look.kind === 0) return sums
  const { marks, words } = land
  const low = Math.max(Math.min(record.first, from), to - longest)
  const high = Math.min(Math.max(record.last, to), from + longest)
  for (let mark = firstAbove(marks.firsts, low - 1); mark < marks.count && marks.firsts[mark]! <= high; mark++) {
    if (marks.kinds[mark] !== look.kind) continue
    const [first, last] = [marks.firsts[mark]!, marks.lasts[mark]!]
    if (own.some((stretch) => stretch.first <= first && first <= stretch.last)) continue
    if (first <= item.last && item.first <= last) continue
    if (last - first === item.last - item.first && words.keys[first] === words.keys[item.first]) continue
    const weight = likeness(look, lookOfMark(land, mark)) >= 0.8 ? 1 : 0.3
    if (first >= record.first && last <= record.last) sums.inside += weight
    else sums.between += weight
  }
  return sums
}
