// Weighs the signs that a value stands in a record against those that it stands in another one.
import type { Land, Stretch } from './read-land.ts'
import type { Record } from './read-records.ts'
import { signs, signsOf } from './read-signs.ts'
import { listsOf } from './read-turns.ts'

/** How much each sign speaks for the record, in log-odds: a logistic regression over the texts of `testing/grounding`. */
const weights: { [Name in (typeof signs)[number]]: number } = {
  always: 3.67,
  'splitting is dearer with it': -1.19,
  'much dearer': 1.59,
  'a peer lies between': -1.22,
  'peers lie between': -1.37,
  'nearer to a peer behind it': -1.19,
  'as near to a peer behind it': -1.95,
  'behind it peers that go with it': 0.5,
  'same place in lists': 2.42,
  'other place in lists': -1.26,
  'same round': 2.68,
  'other round': -1.53,
  'a heading': 0.96,
  'a rival in the record': -1.43,
  'a rival between': -0.61,
  'something like it beside the record': -1.75,
  'far away': -1.66,
  'behind a clause': -0.75,
  'behind a much deeper break': -0.9,
  'share of kinds around it': -2.16,
  'number of kinds around it': -1.32,
  exchange: 1.08,
  'units of like length': -0.46,
  'lines of like length': -1.48,
  'alone in few words': 1.76,
  'alone in a short line': 1.52,
  'few members': -0.33,
  'not in the next unit': -1.46,
}
const inOrder = signs.map((name) => weights[name])

/** Whether an item belongs to a record rather than to another one; the sum of the signs is at least `least`. */
export function belongs(land: Land, record: Record, item: Stretch, own: Stretch[], least = 0): boolean {
  if (item.last >= record.first && item.first <= record.last) return listsOf(land, record, item) >= 0
  let sum = 0
  for (const [at, sign] of signsOf(land, record, item, own).entries()) sum += sign * inOrder[at]!
  return sum >= least
}
