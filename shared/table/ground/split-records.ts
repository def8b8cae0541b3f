// Splits a text where its records begin: so that no part says the same thing twice, at breaks as deep as possible.
import { isTelling, lookOfMark } from './find-peers.ts'
import type { Land } from './read-land.ts'
import { Level } from './read-levels.ts'
import { Mark } from './read-marks.ts'
import { functionWords, Shape } from './read-shapes.ts'

/** The clause of every token, and what the best splitting costs in which a clause and each later one stand together. */
export type Parts = { clauses: Int32Array; together: Float32Array[] }

type Features = { at: number[][]; weights: number[] }

// What a new part costs at each break, more where a sentence goes on about the same thing, and where the part holds a
// deeper break than those at its ends.
const openings = [99, 2, 1.5, 1.5, 0.3, -1]
const deeper = 0.7
const joined = 2
const most = 12
const longest = 400

/** Works out the best splitting of a text for every two clauses that must stand in one part. */
export function splitRecords(land: Land): Parts {
  const { at, weights } = readFeatures(land)
  const { words, levels } = land
  const breaks = [0]
  for (let token = 1; token < words.count; token++) if (levels.before[token]! > 0) breaks.push(token)
  const count = breaks.length
  const clauses = new Int32Array(words.count)
  for (let clause = 0, token = 0; token < words.count; token++) {
    if (breaks[clause + 1] === token) clause++
    clauses[token] = clause
  }
  const costs = breaks.map((first, start) => costsFrom(land, at, weights, breaks, start, first))
  const before = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY)
  before[0] = 0
  for (let start = 0; start < count; start++)
    for (const [length, cost] of costs[start]!.entries())
      before[start + length + 1] = Math.min(before[start + length + 1]!, before[start]! + cost)
  const behind = new Float64Array(count + 1)
  for (let start = count - 1; start >= 0; start--) {
    behind[start] = Number.POSITIVE_INFINITY
    for (const [length, cost] of costs[start]!.entries())
      behind[start] = Math.min(behind[start]!, cost + behind[start + length + 1]!)
  }
  const together: Float32Array[] = []
  for (let start = 0; start < count; start++) {
    const own = new Float32Array(costs[start]!.length)
    const above = together[start - 1]
    let least = Number.POSITIVE_INFINITY
    for (let length = own.length - 1; length >= 0; length--) {
      least = Math.min(least, before[start]! + costs[start]![length]! + behind[start + length + 1]!)
      if (above && length + 1 < above.length) least = Math.min(least, above[length + 1]!)
      own[length] = least
    }
    together.push(own)
  }
  return { clauses, together }
}

// What a part from a clause on costs, for every number of clauses in it.
function costsFrom(
  { words, levels }: Land,
  at: number[][],
  weights: number[],
  breaks: number[],
  start: number,
  first: number,
): number[] {
  const costs: number[] = []
  const counts = new Map<number, number>()
  const level = start === 0 ? Level.block : levels.before[first]!
  let repeats = 0
  let inside = 0
  const opening = start === 0 ? 0 : openingOf(words, levels.before[first]!, first)
  for (let end = start + 1; end <= breaks.length; end++) {
    const from = breaks[end - 1]!
    const to = breaks[end] ?? words.count
    if (end > start + 1) {
      if (to - first > longest) break
      inside = Math.max(inside, levels.before[from]!)
    }
    for (let token = from; token < to; token++)
      for (const key of at[token]!) {
        const known = counts.get(key) ?? 0
        if (known > 0) repeats += weights[key]!
        counts.set(key, known + 1)
      }
    const outer = Math.min(level, end < breaks.length ? levels.before[to]! : Level.block)
    costs.push(opening + deeper * Math.max(0, inside - outer) + repeats)
    if (repeats > most && end > start + 1) break
  }
  return costs
}

function openingOf(words: Land['words'], level: number, first: number): number {
  const goesOn =
    level === Level.semicolon && /[.!?。！？।]/.test(words.text.slice(words.ends[first - 1]!, words.starts[first]!))
  return goesOn ? joined : openings[level]!
}

/** How much dearer a splitting becomes when a token must stand in the part of two others; 0 when it does anyway. */
export function wayOff({ clauses, together }: Parts, first: number, last: number, token: number): number {
  const [from, to, at] = [clauses[first]!, clauses[last]!, clauses[token]!]
  const own = together[from]![to - from]
  if (own === undefined) return 0
  const low = Math.min(from, at)
  const all = together[low]![Math.max(to, at) - low]
  return all === undefined ? most : all - own
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
