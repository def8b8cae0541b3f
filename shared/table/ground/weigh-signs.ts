// Weighs the signs that a value stands in a record against those that it stands in another one.
import type { Land, Stretch } from './read-land.ts'
import type { Record } from './read-records.ts'
import { signs, signsOf } from './read-signs.ts'
import { listsOf } from './read-turns.ts'

/**
 * How much each sign speaks for the record, in log-odds: `testing/weights-report.ts` fits them to texts. The base is
 * higher than what it finds, by 0.6, since of true values hardly any may be flagged.
 */
const weights: { [Name in (typeof signs)[number]]: number } = {
  always: 3.72,
  'splitting is dearer with it': -1.11,
  'much dearer': 1.85,
  'a peer lies between': -1.39,
  'peers lie between': -1.33,
  'nearer to a peer behind it': -1.07,
  'as near to a peer behind it': -1.42,
  'behind it peers that go with it': 0.67,
  'same place in lists': 2.39,
  'other place in lists': -1.98,
  'same round': 2.28,
  'other round': -1.68,
  'a heading': 0.44,
  'a rival in the record': -1.78,
  'a rival between': -0.63,
  'something like it beside the record': -1.47,
  'far away': -1.22,
  'behind a clause': -0.63,
  'behind a much deeper break': -0.82,
  'share of kinds around it': -2.36,
  'number of kinds around it': -1.15,
  exchange: 0.42,
  'units of like length': -0.65,
  'lines of like length': -1.54,
  'alone in few words': 1.64,
  'alone in a short line': 0.76,
  'few members': -0.01,
  'not in the next unit': -1.55,
  'same stanza': 2.99,
  'other stanza': -3.91,
}
const inOrder = signs.map((name) => weights[name])

/** Whether an item belongs to a record rather than to another one; the sum of the signs is at least `least`. */
export function belongs(land: Land, record: Record, item: Stretch, own: Stretch[], least = 0): boolean {
  if (item.last >= record.first && item.first <= record.last) return listsOf(land, record, item) >= 0
  let sum = 0
  for (const [at, sign] of signsOf(land, record, item, own).entries()) sum += sign * inOrder[at]!
  return sum >= least
}
