// Keeps the values that are known to stand in one record, with what plays the same parts around them.
import { type Look, lookOf, nextPeer, type Peer } from './find-peers.ts'
import type { Land, Stretch } from './read-land.ts'

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
