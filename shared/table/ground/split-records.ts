// Splits a text where its records begin: so that no part says the same thing twice, at breaks as deep as possible.
import { isTelling, lookOfMark } from './find-peers.ts'
import { firstAbove, type Land } from './read-land.ts'
import { Level } from './read-levels.ts'
import { Mark } from './read-marks.ts'
import { functionWords, Shape } from './read-shapes.ts'

/** The parts of a text: the token each begins at, the features each has, and how much each says twice. */
export type Parts = { firsts: number[]; features: Set<number>[]; weights: number[]; repeats: number[] }

type Features = { at: number[][]; weights: number[] }

// What a new part costs at each break, more where a sentence goes on about the same thing, and where the part holds a
// deeper break than those at its ends.
const costs = [99, 2, 1.5, 1.5, 0.3, -1]
const deeper = 0.7
const joined = 2
const most = 12
const longest = 400

/** Splits a text. */
export function splitRecords(land: Land): Parts {
  const { at, weights } = readFeatures(land)
  const { words, levels } = land
  const breaks = [0]
  for (let token = 1; token < words.count; token++) if (levels.before[token]! > 0) breaks.push(token)
  const ends = [...breaks.slice(1), words.count]
  const openings = breaks.map((token) => {
    const level = levels.before[token]!
    const goesOn =
      level === Level.semicolon && /[.!?。！？।]/.test(words.text.slice(words.ends[token - 1]!, words.starts[token]!))
    return goesOn ? joined : costs[level]!
  })
  const best = [0]
  const from: number[] = [0]
  const counts = new Uint16Array(weights.length)
  for (let end = 1; end <= breaks.length; end++) {
    let least = Number.POSITIVE_INFINITY
    let start = end - 1
    let repeats = 0
    let low = end - 1
    let inside = 0
    const outer = end < breaks.length ? levels.before[breaks[end]!]! : Level.block
    for (; low >= 0 && (low === end - 1 || ends[end - 1]! - breaks[low]! <= longest); low--) {
      for (let token = breaks[low]!; token < ends[low]!; token++)
        for (const key of at[token]!) if (counts[key]!++ > 0) repeats += weights[key]!
      const level = levels.before[breaks[low]!]!
      const opening = low === 0 ? 0 : openings[low]!
      const depth = deeper * Math.max(0, inside - Math.min(level, outer))
      const cost = best[low]! + opening + depth + repeats
      if (level > inside) inside = level
      if (cost < least) {
        least = cost
        start = low
      }
      if (repeats > most) {
        low--
        break
      }
    }
    for (let token = breaks[low + 1]!; token < ends[end - 1]!; token++) for (const key of at[token]!) counts[key] = 0
    best[end] = least
    from[end] = start
  }
  const firsts: number[] = []
  for (let end = breaks.length; end > 0; end = from[end]!) firsts.unshift(breaks[from[end]!]!)
  const repeats = firsts.map(() => 0)
  const features = firsts.map((first, part) => {
    const own = new Set<number>()
    for (let token = first; token < (firsts[part + 1] ?? words.count); token++) {
      for (const key of at[token]!) {
        if (own.has(key)) repeats[part]! += weights[key]!
        own.add(key)
      }
    }
    return own
  })
  return { firsts, features, weights, repeats }
}

const enough = 2
// A part that says more than this twice may be two records that nothing parts well.
const mostTwice = 1.2

/** 1 when two tokens stand in one part, -1 when in two that are alike, 0 when that says nothing. */
export function isOther(parts: Parts, a: number, b: number): number {
  const [one, other] = [partOf(parts, a), partOf(parts, b)]
  if (parts.firsts.length === 1) return 0
  if (one === other) return parts.repeats[one]! <= mostTwice ? 1 : 0
  let shared = 0
  for (const key of parts.features[one]!) if (parts.features[other]!.has(key)) shared += parts.weights[key]!
  return shared >= enough ? -1 : 0
}

function partOf({ firsts }: Parts, token: number): number {
  return Math.max(0, firstAbove(firsts, token) - 1)
}

function readFeatures(land: Land): Features {
  const { words, marks, shapes } = land
  const keys = new Map<string, number>()
  const weights: number[] = []
  const seen: number[] = []
  const at: number[][] = Array.from({ length: words.count }, () => [])
  const note = (token: number, key: string, weight: number) => {
    let id = keys.get(key)
    if (id === undefined) {
      id = weights.length
      keys.set(key, id)
      weights.push(weight)
      seen.push(0)
    }
    seen[id]!++
    at[token]!.push(id)
  }
  for (let token = 0; token < words.count; token++) {
    const shape = shapes[token]
    const key = words.keys[token]!
    if (shape === Shape.word && !functionWords.has(key)) note(token, `w${key}`, 0.5)
    if (shape === Shape.dense && shapes[token + 1] === Shape.dense && land.levels.before[token + 1] === 0)
      note(token, `d${key}${words.keys[token + 1]}`, 0.3)
  }
  for (let mark = 0; mark < marks.count; mark++) {
    const kind = marks.kinds[mark]!
    const look = lookOfMark(land, mark)
    const token = marks.firsts[mark]!
    if (kind > Mark.name) note(token, `k${kind}`, 1)
    if (kind === Mark.name) {
      const often = (words.places.get(words.keys[token]!)?.length ?? 0) > 1
      if (often && marks.lasts[mark] === token) note(token, `w${words.keys[token]}`, 0.5)
      else if (look.opens >= Level.sentence) note(token, 'n^', 1)
      note(token, 'n', 0.2)
      if (isTelling(look.left)) note(token, `n<${look.left}`, 0.3)
      continue
    }
    const rough = kind === Mark.decimal ? Mark.integer : kind
    if (isTelling(look.right)) note(token, `${rough}>${look.right}`, 1)
    else if (isTelling(look.left)) note(token, `${rough}<${look.left}`, 1)
    else if (kind < Mark.name) note(token, `${rough}`, 0.5)
    if (kind < Mark.name) note(token, 'd', 0.2)
  }
  return { at: at.map((own) => own.filter((id) => seen[id]! > 1)), weights }
}
