// Pairs values that alternate through a text: the third amount stands in the record of the third date.
import { isTelling, lookOfMark } from './find-peers.ts'
import type { Land } from './read-land.ts'
import { deepest, Level } from './read-levels.ts'
import { Mark } from './read-marks.ts'

/** The classes of every mark, and the marks of every class in order. */
export type Classes = { of: string[][]; marks: Map<string, number[]>; pairs: Map<string, Pairing | null> }

/** How many values of either class a record has, and how many of each stand before the first record. */
type Pairing = { left: number; right: number; leftSkip: number; rightSkip: number; count: number }

/** Sorts the marks of a text into classes: by kind, and by kind and label or place. */
export function classify(land: Land): Classes {
  const { marks } = land
  const classes: Classes = { of: [], marks: new Map(), pairs: new Map() }
  for (let mark = 0; mark < marks.count; mark++) {
    const kind = marks.kinds[mark]!
    const look = lookOfMark(land, mark)
    const own: string[] = []
    if (kind !== Mark.name) own.push(`${kind}`)
    if (isTelling(look.right)) own.push(`${kind}>${look.right}`)
    if (isTelling(look.left)) own.push(`${kind}<${look.left}`)
    if (look.opens > 0) own.push(`${kind}^${look.opens >= Level.line}`)
    classes.of.push(own)
    for (const key of own) {
      const known = classes.marks.get(key)
      if (known) known.push(mark)
      else classes.marks.set(key, [mark])
    }
  }
  return classes
}

/** 1 when two marks stand in the same round of their classes, -1 when in different ones, 0 when that cannot be told. */
export function alignment(land: Land, classes: Classes, a: number, b: number): number {
  for (const left of classes.of[a]!) {
    for (const right of classes.of[b]!) {
      if (left === right) continue
      const pairing = pairingOf(land, classes, left, right)
      if (!pairing) continue
      const i = Math.floor((indexOf(classes, left, a) - pairing.leftSkip) / pairing.left)
      const j = Math.floor((indexOf(classes, right, b) - pairing.rightSkip) / pairing.right)
      if (i < 0 || j < 0 || i >= pairing.count || j >= pairing.count) continue
      return i === j ? 1 : -1
    }
  }
  return 0
}

function indexOf(classes: Classes, key: string, mark: number): number {
  const all = classes.marks.get(key)!
  let low = 0
  let high = all.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (all[middle]! < mark) low = middle + 1
    else high = middle
  }
  return low
}

function pairingOf(land: Land, classes: Classes, left: string, right: string): Pairing | null {
  const key = `${left}\u0000${right}`
  const known = classes.pairs.get(key)
  if (known !== undefined) return known
  const [a, b] = [classes.marks.get(left)!, classes.marks.get(right)!]
  const found = pair(a, b, 0, 0, a.length, b.length) ?? pairTrimmed(land, a, b)
  // Labels are many and agree by chance; their rounds must be what the breaks of the text make records, too.
  const byKind = /^\d+$/.test(left) && /^\d+$/.test(right)
  const twice = found && ((found.left > 1 && isLabelled(left)) || (found.right > 1 && isLabelled(right)))
  const pairing = found && !twice && (byKind || isBroken(land, found, a, b)) ? found : null
  classes.pairs.set(key, pairing)
  return pairing
}

// No record has its points twice.
const isLabelled = (key: string) => /^\d+[<>]/.test(key)

// An introduction and a farewell have numbers of their own.
function pairTrimmed(land: Land, a: number[], b: number[]): Pairing | null {
  const [aFrom, aTo] = within(land, a, b)
  const [bFrom, bTo] = within(land, b, a)
  return aFrom === 0 && aTo === a.length && bFrom === 0 && bTo === b.length ? null : pair(a, b, aFrom, bFrom, aTo, bTo)
}

// The marks from the sentence of the other class's first to the sentence of its last.
function within(land: Land, own: number[], other: number[]): [number, number] {
  const { marks, levels } = land
  let first = marks.firsts[other[0]!]!
  while (first > 0 && levels.before[first]! < Level.sentence) first--
  let last = marks.lasts[other.at(-1)!]!
  while (last + 1 < levels.before.length && levels.before[last + 1]! < Level.sentence) last++
  let from = 0
  while (from < own.length && marks.firsts[own[from]!]! < first) from++
  let to = own.length
  while (to > from && marks.firsts[own[to - 1]!]! > last) to--
  return [from, to]
}

const mostInRecord = 3

function pair(a: number[], b: number[], aFrom: number, bFrom: number, aTo: number, bTo: number): Pairing | null {
  const [aCount, bCount] = [aTo - aFrom, bTo - bFrom]
  const count = Math.min(aCount, bCount)
  if (count < 2 || aCount % count !== 0 || bCount % count !== 0) return null
  const [left, right] = [aCount / count, bCount / count]
  if (left > mostInRecord || right > mostInRecord) return null
  // No round begins before the one before it has ended.
  let end = -1
  for (let round = 0; round < count; round++) {
    const [aFirst, bFirst] = [a[aFrom + round * left]!, b[bFrom + round * right]!]
    const [aLast, bLast] = [a[aFrom + round * left + left - 1]!, b[bFrom + round * right + right - 1]!]
    if (Math.min(aFirst, bFirst) <= end) return null
    end = Math.max(aLast, bLast)
  }
  return { left, right, leftSkip: aFrom, rightSkip: bFrom, count }
}

// No break inside of a round is deeper than any break between rounds.
function isBroken({ marks, levels }: Land, pairing: Pairing, a: number[], b: number[]): boolean {
  let inside = 0
  let between = 9
  let end = -1
  for (let round = 0; round < pairing.count; round++) {
    const own = [
      ...a.slice(pairing.leftSkip + round * pairing.left, pairing.leftSkip + (round + 1) * pairing.left),
      ...b.slice(pairing.rightSkip + round * pairing.right, pairing.rightSkip + (round + 1) * pairing.right),
    ].sort((x, y) => x - y)
    const first = marks.firsts[own[0]!]!
    const last = marks.lasts[own.at(-1)!]!
    inside = Math.max(inside, deepest(levels, first, last))
    if (end >= 0) between = Math.min(between, deepest(levels, end, first))
    if (inside > between) return false
    end = last
  }
  return true
}
