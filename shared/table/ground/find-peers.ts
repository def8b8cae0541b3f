// Finds what plays the same part in another record: the next amount, the next number before "points", the next name
// that opens a line.

import { firstAbove, type Land, type Stretch } from './read-land.ts'
import { Level } from './read-levels.ts'
import { Mark } from './read-marks.ts'
import { functionWords, Shape } from './read-shapes.ts'

/** What a value looks like in its place: its kind and what stands on either side. */
export type Look = { kind: number; left: string; right: string; opens: number; first: number; last: number }

/** Another value of the same part, and how surely it is one, from 0 to 1. */
export type Peer = { first: number; last: number; weight: number }

// Labels that stand for a class of neighbours.
const start = '\u0001^'
const end = '\u0001$'
const number = '\u0001d'
const name = '\u0001n'
const word = '\u0001w'

/** The look of a stretch of tokens. */
export function lookOf(land: Land, { first, last }: Stretch): Look {
  return {
    kind: kindOf(land, first, last),
    left: leftLabel(land, first),
    right: rightLabel(land, last),
    opens: land.levels.before[first]! >= Level.sentence ? land.levels.before[first]! : 0,
    first,
    last,
  }
}

function kindOf({ marks }: Land, first: number, last: number): number {
  let kind = 0
  for (let at = first; at <= last; at++) {
    const mark = marks.at[at]!
    if (mark >= 0 && marks.kinds[mark]! > kind) kind = marks.kinds[mark]!
  }
  return kind
}

function leftLabel(land: Land, first: number): string {
  const mark = land.marks.at[first]!
  let at = mark >= 0 ? Math.min(first, land.marks.firsts[mark]!) : first
  while (at > 0 && land.shapes[at - 1] === Shape.sign && land.levels.before[at]! === 0) at--
  return land.levels.before[at]! >= Level.sentence ? start : labelAt(land, at - 1, -1)
}

function rightLabel(land: Land, last: number): string {
  const mark = land.marks.at[last]!
  let at = mark >= 0 ? Math.max(last, land.marks.lasts[mark]!) : last
  while (at + 1 < land.words.count && land.shapes[at + 1] === Shape.sign && land.levels.before[at + 1]! === 0) at++
  return at + 1 >= land.words.count || land.levels.before[at + 1]! >= Level.sentence ? end : labelAt(land, at + 1, 1)
}

function labelAt(land: Land, at: number, step: number): string {
  const shape = land.shapes[at]
  if (shape === Shape.digits) return number
  if (shape === Shape.name && (land.words.places.get(land.words.keys[at]!)?.length ?? 0) < 3) return name
  if (shape !== Shape.dense || land.shapes[at + step] !== Shape.dense) return land.words.keys[at]!
  return step > 0 ? land.words.keys[at]! + land.words.keys[at + 1]! : land.words.keys[at - 1]! + land.words.keys[at]!
}

/** Whether a label says what the value beside it is. */
export function isTelling(label: string): boolean {
  return label.charCodeAt(0) !== 1 && !functionWords.has(label)
}

/** The look of a mark, taken once. */
export function lookOfMark(land: Land, mark: number): Look {
  const known = land.looks[mark]
  if (known) return known
  const look = lookOf(land, { first: land.marks.firsts[mark]!, last: land.marks.lasts[mark]! })
  land.looks[mark] = look
  return look
}

const classOf = (label: string): string => (label.charCodeAt(0) === 1 ? label : word)

/** How surely something that looks so plays the same part as a member of the record. */
export function likeness(member: Look, other: Look): number {
  if (member.kind !== other.kind) return 0
  const left = member.left === other.left
  const right = member.right === other.right
  const told = (left && isTelling(member.left)) || (right && isTelling(member.right))
  if (member.kind > Mark.name) return told ? 1 : 0.8
  if (told) return 1
  if (member.kind === Mark.name) {
    if (member.opens > 0 && other.opens > 0 && member.opens >= Level.line === other.opens >= Level.line) return 0.8
    return right && member.right === number ? 0.5 : 0
  }
  const [before, behind] = [classOf(member.left), classOf(member.right)]
  const plain = before === word && behind === word
  return !plain && before === classOf(other.left) && behind === classOf(other.right) ? 0.5 : 0
}

const reach = 80

/** The likeliest of the nearest peers of a value on one side of a place; null when there is none within reach. */
export function nextPeer(
  land: Land,
  member: Look,
  from: number,
  step: 1 | -1,
  isOwn: (at: number) => boolean,
): Peer | null {
  if (member.kind === 0)
    return nextBeside(land, member, from, step, isOwn) ?? nextAtEdge(land, member, from, step, isOwn)
  const { marks } = land
  let best: Peer | null = null
  let mark = step > 0 ? firstAbove(marks.firsts, from) : firstAbove(marks.lasts, from - 1) - 1
  for (let tries = 0; mark >= 0 && mark < marks.count && tries < reach; mark += step, tries++) {
    if (marks.kinds[mark] !== member.kind || isOwn(marks.firsts[mark]!)) continue
    const weight = likeness(member, lookOfMark(land, mark))
    if (weight > (best?.weight ?? 0)) best = { first: marks.firsts[mark]!, last: marks.lasts[mark]!, weight }
    if (weight >= 0.8) break
  }
  return best
}

// What has no kind is known by its label alone.
function nextBeside(land: Land, member: Look, from: number, step: 1 | -1, isOwn: (at: number) => boolean): Peer | null {
  let best: Peer | null = null
  for (const side of [1, -1] as const) {
    const label = side > 0 ? member.left : member.right
    if (!isTelling(label)) continue
    const key = land.words.keys[side > 0 ? member.first - 1 : member.last + 1]!
    const places = land.words.places.get(key) ?? []
    for (
      let next = step > 0 ? firstAbove(places, from) : firstAbove(places, from - 1) - 1, tries = 0;
      next >= 0 && next < places.length && tries < 8;
      next += step, tries++
    ) {
      const at = places[next]! + side
      if (at < 0 || at >= land.words.count || isOwn(at) || land.shapes[at] !== land.shapes[member.first]) continue
      if (side > 0 ? leftLabel(land, at) !== label : rightLabel(land, at) !== label) continue
      if (!best || (step > 0 ? at < best.first : at > best.first)) best = { first: at, last: at, weight: 0.7 }
      break
    }
  }
  return best
}

// What opens or closes its line is like what opens or closes the next.
function nextAtEdge(land: Land, member: Look, from: number, step: 1 | -1, isOwn: (at: number) => boolean): Peer | null {
  const { levels, words, shapes } = land
  const opens = levels.before[member.first]! >= Level.line
  const closes = member.last + 1 >= words.count || levels.before[member.last + 1]! >= Level.line
  if (!opens && !closes) return null
  for (let at = from + step, tries = 0; at >= 0 && at < words.count && tries < reach; at += step, tries++) {
    const edge = opens
      ? levels.before[at]! >= Level.line
      : at + 1 >= words.count || levels.before[at + 1]! >= Level.line
    if (edge && !isOwn(at) && shapes[at] === shapes[opens ? member.first : member.last])
      return { first: at, last: at, weight: 0.5 }
  }
  return null
}
