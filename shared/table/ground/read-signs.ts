// Reads the signs that a value stands in a record or in another one: what lies between, what stands around either.
import { isHeading } from './read-headings.ts'
import { type Land, type Stretch, wayBetween } from './read-land.ts'
import { deepest, Level } from './read-levels.ts'
import type { Record } from './read-records.ts'
import { aroundOf, rivalsOf } from './read-rivals.ts'
import { readStanzas, sameStanza } from './read-stanzas.ts'
import { listsOf, roundsOf } from './read-turns.ts'
import { splitRecords, wayOff } from './split-records.ts'

/** Each sign from 0 to 1. */
export const signs = [
  'always',
  'splitting is dearer with it',
  'much dearer',
  'a peer lies between',
  'peers lie between',
  'nearer to a peer behind it',
  'as near to a peer behind it',
  'behind it peers that go with it',
  'same place in lists',
  'other place in lists',
  'same round',
  'other round',
  'a heading',
  'a rival in the record',
  'a rival between',
  'something like it beside the record',
  'far away',
  'behind a clause',
  'behind a much deeper break',
  'share of kinds around it',
  'number of kinds around it',
  'exchange',
  'units of like length',
  'lines of like length',
  'alone in few words',
  'alone in a short line',
  'few members',
  'not in the next unit',
  'same stanza',
  'other stanza',
] as const

const share = (value: number, most: number): number => Math.min(value, most) / most
const given = (fact: boolean): number => (fact ? 1 : 0)

/** The signs of an item that stands outside of the stretch of a record, in the order of their names. */
export function signsOf(land: Land, record: Record, item: Stretch, own: Stretch[]): number[] {
  const { first, last, members } = record
  const after = item.first > last
  const [from, to] = after ? [last, item.first] : [item.last, first]
  const level = deepest(land.levels, from, to)
  const inner = deepest(land.levels, first, last)
  land.parts ??= splitRecords(land)
  const dearer = wayOff(land.parts, first, last, item.first)
  const peers = peersAround(land, record, item, level)
  const lists = listsOf(land, record, item)
  const rounds = roundsOf(land, record, item)
  const around = aroundOf(land, record, item, own, level, after)
  land.stanzas ??= readStanzas(land)
  const stanza = sameStanza(land.stanzas, after ? last : first, item.first)
  const rivals = rivalsOf(land, record, item, own, from, to)
  return [
    1,
    given(dearer > 0.01),
    given(dearer > 3),
    given(peers.between > 0),
    share(peers.between, 3),
    given(peers.nearer > 0),
    given(peers.even > 0),
    given(peers.behind > 1),
    given(lists > 0),
    given(lists < 0),
    given(rounds > 0),
    given(rounds < 0),
    given(!after && isHeading(land, record, item)),
    given(rivals.inside >= 1),
    given(rivals.between > 0),
    given(around.rival),
    share(wayBetween(land, record, item), 100),
    given(level >= Level.semicolon),
    given(level > inner + 2),
    around.kinds > 0 ? around.shared / around.kinds : 0,
    share(around.shared, 3),
    given(around.rival && around.shared > 0),
    around.ratio,
    level >= Level.line ? around.ratio : 0,
    given(around.length <= 6 && level >= Level.sentence),
    given(around.length <= 6 && level >= Level.line),
    given(members.length < 3),
    given(level > 0 && !isNext(land, from, to, level)),
    given(stanza > 0),
    given(stanza < 0),
  ]
}

// Whether a single break of the depth lies between.
function isNext({ levels }: Land, from: number, to: number, level: number): boolean {
  return levels.last[level]![levels.last[level]![to]! - 1]! <= from
}

// The peers of the members between the record and the item, and those behind the item.
function peersAround(land: Land, record: Record, item: Stretch, level: number) {
  const after = item.first > record.last
  const sums = { between: 0, nearer: 0, even: 0, behind: 0 }
  for (const peer of after ? record.after : record.before) {
    if (!peer || (peer.first <= item.last && item.first <= peer.last)) continue
    if (after ? peer.last < item.first : peer.first > item.last) sums.between += peer.weight
    else {
      const other = after ? deepest(land.levels, item.last, peer.first) : deepest(land.levels, peer.last, item.first)
      if (level > other) sums.nearer += peer.weight
      else if (level === other && (level >= Level.sentence || (!after && isCloser(land, peer, item, record, level))))
        sums.even += peer.weight
      else sums.behind += peer.weight
    }
  }
  return sums
}

// What stands between two records goes with the one before it, but where nothing parts it from the one behind.
const isCloser = (land: Land, peer: Stretch, item: Stretch, record: Stretch, level: number) =>
  level > 0 || wayBetween(land, peer, item) <= wayBetween(land, item, record)
