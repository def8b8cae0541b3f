// Tells a value that counts for several records, because it stands in a heading or a first sentence.
import { nextPeer } from './find-peers.ts'
import type { Land, Stretch } from './read-land.ts'
import { deepest, Level } from './read-levels.ts'
import type { Record } from './read-records.ts'
import { kindsIn, lineOf, unitAround } from './read-units.ts'

const longest = 16

/** Whether an item stands above the records, as in a heading or a first sentence, and so counts for those below it. */
export function isHeading(land: Land, record: Record, item: Stretch): boolean {
  if (item.last >= record.first) return false
  const { levels, words } = land
  const unit = cutAtColon(land, unitAround(land, item, Level.sentence), item)
  if (holdsKinds(land, record, unit, item)) return false
  const next = unit.last + 1
  const colon = next < words.count && /^\W*[:：]/.test(words.text.slice(words.ends[unit.last]!, words.starts[next]!))
  const short = unit.last - unit.first < longest
  if (colon && levels.before[next]! < Level.sentence) {
    return (
      short && levels.before[unit.first]! >= Level.sentence && deepest(levels, unit.last, record.first) < Level.sentence
    )
  }
  const line = lineOf(land, item)
  const alone = levels.before[unit.first]! >= Level.line && (next >= words.count || levels.before[next]! >= Level.line)
  if (alone && short && !holdsKinds(land, record, line, item)) return !hasHeadingBetween(land, record, item)
  return record.looks.every((look) => !nextPeer(land, look, unit.first, -1, () => false)) && isFirst(land, record, unit)
}

// Nothing of the record's kinds stands before it.
function isFirst({ marks }: Land, record: Record, unit: Stretch): boolean {
  return record.looks.every(({ kind }) => kind === 0 || (marks.opens[kind] ?? unit.first) >= unit.first)
}

function holdsKinds(land: Land, record: Record, unit: Stretch, item: Stretch): boolean {
  const kinds = kindsIn(land, unit, item)
  return record.looks.some(({ kind }) => kind > 0 && kinds.has(kind))
}

// Another line that is a heading as well.
function hasHeadingBetween(land: Land, record: Record, item: Stretch): boolean {
  const { levels, shapes } = land
  const own = lineOf(land, item)
  let at = own.last + 1
  for (let lines = 0; at < record.first && lines < 60; lines++) {
    const line = lineOf(land, { first: at, last: at })
    if (line.last >= record.first) break
    const alike = shapes[line.first] === shapes[own.first] && line.last - line.first < longest
    if (
      alike &&
      !holdsKinds(land, record, line, { first: -2, last: -2 }) &&
      levels.before[line.first]! >= levels.before[own.first]! &&
      land.marks.at[line.first]! >= 0 === land.marks.at[own.first]! >= 0
    )
      return true
    at = line.last + 1
  }
  return false
}

function cutAtColon({ words }: Land, unit: Stretch, item: Stretch): Stretch {
  let last = item.last
  while (last < unit.last && !/[:：]\s/.test(words.text.slice(words.ends[last]!, words.starts[last + 1]!))) last++
  return { first: unit.first, last }
}
