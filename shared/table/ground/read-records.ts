// Decides which values of a text stand in the same record: what other records begin where, and what lies between.
import { alignment, classify } from './align-marks.ts'
import { isTelling, type Look, likeness, lookOf, lookOfMark, nextPeer, type Peer } from './find-peers.ts'
import { firstAbove, type Land, type Stretch, wayBetween } from './read-land.ts'
import { deepest, Level } from './read-levels.ts'
import { listOf } from './read-lists.ts'
import { Mark } from './read-marks.ts'
import { kindsIn, lineOf } from './read-units.ts'
import { isOther, splitRecords } from './split-records.ts'

/** The values that are known to stand in one record, and the nearest peers of each on either side. */
export type Record = {
  members: Stretch[]
  looks: Look[]
  first: number
  last: number
  before: (Peer | null)[]
  after: (Peer | null)[]
}

/** A record around some values. */
export function recordOf(land: Land, members: Stretch[], own: Stretch[]): Record {
  const looks = members.map((member) => lookOf(land, member))
  const first = Math.min(...members.map((member) => member.first))
  const last = Math.max(...members.map((member) => member.last))
  const all = [...members, ...own]
  const isOwn = (at: number) => all.some((stretch) => stretch.first <= at && at <= stretch.last)
  return {
    members,
    looks,
    first,
    last,
    before: looks.map((look) => nextPeer(land, look, first, -1, isOwn)),
    after: looks.map((look) => nextPeer(land, look, last, 1, isOwn)),
  }
}

/** The record with one more member; what is known of the others holds where the record has not grown past it. */
export function withMember(land: Land, record: Record, place: Stretch, own: Stretch[]): Record {
  const first = Math.min(record.first, place.first)
  const last = Math.max(record.last, place.last)
  const isOwn = (at: number) => own.some((stretch) => stretch.first <= at && at <= stretch.last)
  const looks = [...record.looks, lookOf(land, place)]
  const before = looks.map((look, at) => {
    const known = record.before[at]
    if (known === null || (known && known.last < first)) return known
    return nextPeer(land, look, first, -1, isOwn)
  })
  const after = looks.map((look, at) => {
    const known = record.after[at]
    if (known === null || (known && known.first > last)) return known
    return nextPeer(land, look, last, 1, isOwn)
  })
  return { members: [...record.members, place], looks, first, last, before, after }
}

/** Whether an item lies where the record lies, or nearer to it than to the next one. */
export function isInside(land: Land, record: Record, item: Stretch, byParts = true): boolean {
  const { first, last } = record
  if (item.last >= first && item.first <= last) return true
  const listed = inLists(land, record, item)
  if (listed !== 0) return listed > 0
  const parted = byParts ? inParts(land, record, item) : 0
  if (parted !== 0) return parted > 0
  const aligned = inRounds(land, record, item)
  if (aligned !== 0) return aligned > 0
  if (inSibling(land, record, item)) return false
  let own = 0
  let foreign = 0
  if (item.first > last) {
    const mine = deepest(land.levels, last, item.first)
    for (const peer of record.after) {
      if (!peer || (peer.first <= item.last && item.first <= peer.last)) continue
      const other = breakBefore(land, item.last, peer.first)
      // Behind the end of a sentence a new subject begins; nothing of it goes with the record before.
      if (peer.last < item.first || mine > other || (mine === other && mine >= Level.sentence)) foreign += peer.weight
      else own += peer.weight
    }
  } else {
    const mine = deepest(land.levels, item.last, first)
    for (const peer of record.before) {
      if (!peer || (peer.first <= item.last && item.first <= peer.last)) continue
      if (peer.first > item.last || isCloser(land, peer, item, first, mine)) foreign += peer.weight
      else own += peer.weight
    }
  }
  if (own === 0 && foreign === 0) return !isBehindBreak(land, record, item)
  return foreign <= own
}

// A line that has all kinds of values that the record's line has is a record itself.
function inSibling(land: Land, record: Record, item: Stretch): boolean {
  const { members, looks, first, last } = record
  if (members.length < 2 || deepest(land.levels, first, last) >= Level.line) return false
  if (deepest(land.levels, Math.min(item.last, last), Math.max(item.first, first)) < Level.line) return false
  const line = lineOf(land, item)
  const kinds = looks.map(({ kind }) => kind).filter((kind) => kind > 0)
  const there = kindsIn(land, line, item)
  const shared = kinds.filter(
    (kind, at) => (there.get(kind) ?? 0) > kinds.slice(0, at).filter((other) => other === kind).length,
  )
  if (kinds.length === 0 || shared.every((kind) => kind === Mark.name)) return false
  return shared.length === kinds.length || (shared.length >= 2 && shared.length * 2 >= kinds.length)
}

// Where the text falls into parts that are like each other, the part decides.
function inParts(land: Land, { members }: Record, item: Stretch): number {
  land.parts ??= splitRecords(land)
  let same = 0
  let other = 0
  for (const member of members) {
    const vote = isOther(land.parts, member.first, item.first)
    if (vote > 0) same++
    if (vote < 0) other++
  }
  // A row that stands in both shows that the parts are not what the records are.
  return same > 0 && other > 0 ? 0 : same - other
}

// Where the kinds alternate through the text, the count decides.
function inRounds(land: Land, { members }: Record, item: Stretch): number {
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

// In lists that run side by side, as in "Ada and Bob paid 12 and 15", the place in the list decides.
function inLists(land: Land, { members }: Record, item: Stretch): number {
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

// Where other records are known on the one side, a new subject on the other side is another record as well.
function isBehindBreak(land: Land, { members, first, last, before, after }: Record, item: Stretch): boolean {
  const mine = item.first > last ? deepest(land.levels, last, item.first) : deepest(land.levels, item.last, first)
  if (mine < Level.sentence || members.length < 2 || deepest(land.levels, first, last) >= mine) return false
  return [...before, ...after].some((peer) => peer !== null && peer.weight >= 0.7)
}

// What stands between two records goes with the one before it, but where nothing parts it from the one behind.
function isCloser(land: Land, peer: Peer, item: Stretch, first: number, mine: number): boolean {
  const other = breakBefore(land, peer.last, item.first)
  if (mine !== other || mine > 0) return mine >= other
  return (
    land.levels.way[item.first]! - land.levels.way[peer.last]! <= land.levels.way[first]! - land.levels.way[item.last]!
  )
}

function breakBefore({ levels }: Land, from: number, to: number): number {
  return deepest(levels, from, to)
}

/** Whether something unclaimed that plays the item's part stands nearer to the record than the item does. */
export function hasRival(land: Land, record: Record, item: Stretch, own: Stretch[]): boolean {
  const look = lookOf(land, item)
  if (look.kind === 0) return false
  // Within one part nothing is said for two records.
  if (inParts(land, record, item) > 0) return false
  const { marks } = land
  const far = depthBetween(land, record, item)
  const isOwn = (at: number) => own.some((stretch) => stretch.first <= at && at <= stretch.last)
  const to = record.last + 40
  for (
    let mark = firstAbove(marks.firsts, record.first - 41);
    mark < marks.count && marks.firsts[mark]! <= to;
    mark++
  ) {
    const rival = { first: marks.firsts[mark]!, last: marks.lasts[mark]! }
    if (marks.kinds[mark] !== look.kind || isOwn(rival.first) || (rival.first <= item.last && item.first <= rival.last))
      continue
    const other = lookOfMark(land, mark)
    const like = likeness(look, other)
    if (
      like < 0.8 ||
      (look.kind === Mark.name && like < 1) ||
      isSame(land, rival, item) ||
      !isInside(land, record, rival)
    )
      continue
    const near = depthBetween(land, record, rival)
    if (near < far) return true
    if (near > far || like < 1) continue
    const hull = { first: record.first, last: record.last }
    if (wayBetween(land, hull, rival) < wayBetween(land, hull, item) && isTelling(look.left) === isTelling(other.left))
      return true
  }
  return false
}

function isSame(land: Land, a: Stretch, b: Stretch): boolean {
  return a.last - a.first === b.last - b.first && land.words.keys[a.first] === land.words.keys[b.first]
}

function depthBetween(land: Land, record: Record, item: Stretch): number {
  if (item.first > record.last) return deepest(land.levels, record.last, item.first)
  return item.last < record.first ? deepest(land.levels, item.last, record.first) : 0
}
