// Weighs the signs that a value stands in a record against those that it stands in another one.
import type { Land, Stretch } from './read-land.ts'
import type { Record } from './read-records.ts'
import { signs, signsOf } from './read-signs.ts'
import { listsOf } from './read-turns.ts'

/**
 * How much each sign speaks for the record, in log-odds: `testing/weights-report.ts` fits them to texts. The base is
 * higher than what it finds, by 0.9, since of true values hardly any may be flagged.
 */
const weights: { [Name in (typeof signs)[number]]: number } = {
  always: 4.14,
  'splitting is dearer with it': -1.08,
  'much dearer': 1.47,
  'a peer lies between': -1.47,
  'peers lie between': -1.04,
  'nearer to a peer behind it': -1.18,
  'as near to a peer behind it': -1.89,
  'behind it peers that go with it': 0.42,
  'same place in lists': 2.59,
  'other place in lists': -2.07,
  'same round': 2.7,
  'other round': -1.9,
  'a heading': 0.62,
  'a rival in the record': -1.56,
  'a rival between': -0.68,
  'something like it beside the record': -1.85,
  'far away': -1.73,
  'behind a clause': -0.84,
  'behind a much deeper break': -1.04,
  'share of kinds around it': -2.34,
  'number of kinds around it': -1.12,
  exchange: 1.03,
  'units of like length': -0.68,
  'lines of like length': -1.56,
  'alone in few words': 1.81,
  'alone in a short line': 1.77,
  'few members': -0.42,
  'not in the next unit': -1.49,
}
const inOrder = signs.map((name) => weights[name])

/** Whether an item belongs to a record rather than to another one; the sum of the signs is at least `least`. */
export function belongs(land: Land, record: Record, item: Stretch, own: Stretch[], least = 0): boolean {
  if (item.last >= record.first && item.first <= record.last) return listsOf(land, record, item) >= 0
  let sum = 0
  for (const [at, sign] of signsOf(land, record, item, own).entries()) sum += sign * inOrder[at]!
  return sum >= least
}
