// Chooses, among the places that state a value, the one that stands in the row's own record.

import { isHeading } from './read-headings.ts'
import { firstFrom, type Land, type Stretch, wayBetween } from './read-land.ts'
import { type Record, recordOf, withMember } from './read-records.ts'
import { belongs } from './weigh-signs.ts'

const cap = 150
const mostSeeds = 16
// The cells of a row belong together more often than not.
const perhaps = -2

/**
 * The records in which the other cells of a row may stand together: where most of them do. A cell may be stated in
 * several places; every list holds the places of one cell, and `sought` those of the value that is looked for.
 */
export function findRecords(land: Land, cells: Stretch[][], sought: Stretch[] = []): Record[] {
  const filled = cells.filter((places) => places.length > 0).sort((a, b) => a.length - b.length)
  let best: Record[] = []
  let most = 0
  let least = Number.POSITIVE_INFINITY
  const growFrom = (seed: Stretch) => {
    const close = filled.map((places) => nearest(land, places, seed))
    const grown = grow(land, seed, close)
    const cost = close.reduce((sum, place) => sum + Math.min(cap, wayBetween(land, place, seed)), 0)
    const count = grown.size
    if (count > most || (count === most && cost < least * 0.7)) {
      best = [grown]
      most = count
      least = cost
    } else if (count === most && cost <= least * 1.3 && !best.some((known) => known.first === grown.first)) {
      best.push(grown)
      least = Math.min(least, cost)
    }
  }
  const seeds = seedsOf(land, filled, sought)
  for (const seed of seeds) growFrom(seed)
  // A record of all cells has one of those in it; only without one the others may lead to a better.
  let tries = seeds.length
  for (const places of filled.slice(1)) {
    for (const place of places) {
      if (most === filled.length || tries++ >= mostSeeds) return best
      growFrom(place)
    }
  }
  return best
}

// The places of the rarest cell; where it stands all over the text, those beside the value that is looked for.
function seedsOf(land: Land, [rarest = []]: Stretch[][], sought: Stretch[]): Stretch[] {
  if (rarest.length <= mostSeeds || sought.length === 0) return rarest.slice(0, mostSeeds)
  return [...new Set(sought.slice(0, mostSeeds).map((place) => nearest(land, rarest, place)))]
}

// Cells join from the nearest on, as long as no sign of another record lies between.
function grow(land: Land, seed: Stretch, close: Stretch[]): Record & { size: number } {
  const waiting = close.filter((place) => place !== seed)
  waiting.sort((a, b) => wayBetween(land, a, seed) - wayBetween(land, b, seed))
  let record = recordOf(land, [seed], close)
  const above: Stretch[] = []
  for (const place of waiting) {
    if (belongs(land, record, place, close, perhaps)) record = withMember(land, record, place, close)
    else above.push(place)
  }
  return { ...record, size: record.members.length + above.filter((place) => isHeading(land, record, place)).length }
}

function nearest(land: Land, places: Stretch[], to: Stretch): Stretch {
  const low = firstFrom(places, to.first)
  const after = places[low]
  const before = places[low - 1]
  if (!after || !before) return (after ?? before)!
  return wayBetween(land, before, to) < wayBetween(land, after, to) ? before : after
}

/** The place that belongs to one of the records, the nearest first; null when none does. */
export function choosePlace<Own extends Stretch>(
  land: Land,
  records: Record[],
  places: Own[],
  own: Stretch[],
): Own | null {
  let best: Own | null = null
  let least = Number.POSITIVE_INFINITY
  for (const record of records) {
    for (const place of closest(record, places)) {
      const way = wayBetween(land, place, record)
      if (way >= least || !belongs(land, record, place, own)) continue
      best = place
      least = way
    }
  }
  return best
}

// The places inside a record and the few nearest on either side of it.
function closest<Own extends Stretch>(record: Record, places: Own[]): Own[] {
  const low = firstFrom(places, record.first)
  return places.slice(Math.max(0, low - 6), low + 10)
}
