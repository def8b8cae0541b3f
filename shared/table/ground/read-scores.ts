// Tells the sides of a score: in "Ashby (4-1) beat Corley (2-3) 3-1" the first number is the first side's.
import type { Land, Stretch } from './read-land.ts'
import { Level } from './read-levels.ts'
import { Mark } from './read-marks.ts'
import { Kind } from './read-words.ts'

/** The token at which a score begins, and which of its two sides a value belongs to. */
export type Side = { score: number; side: number }

const reach = 40

/** The side of a score to which a name, a number of the score or a number in brackets behind a name belongs. */
export function sideOf(land: Land, { first }: Stretch): Side | null {
  const { marks, words } = land
  const mark = marks.at[first]!
  if (mark < 0) return null
  if (marks.kinds[mark] === Mark.name) return sideOfName(land, mark)
  const opens = isPair(land, first) ? first : isPair(land, first - 1) ? first - 1 : -1
  if (opens < 0) return null
  if (!isBracketed(land, opens))
    return namesBefore(land, opens).length === 2 ? { score: opens, side: first - opens } : null
  const before = marks.at[opens - 1] ?? -1
  return opens > 0 &&
    words.starts[opens]! - words.ends[opens - 1]! <= 3 &&
    before >= 0 &&
    marks.kinds[before] === Mark.name
    ? sideOfName(land, before)
    : null
}

function sideOfName(land: Land, mark: number): Side | null {
  const { levels, marks, words } = land
  const from = marks.lasts[mark]! + 1
  for (let at = from; at < Math.min(words.count, from + reach) && levels.before[at]! < Level.sentence; at++) {
    if (!isPair(land, at) || isBracketed(land, at)) continue
    const names = namesBefore(land, at)
    return names.length === 2 ? { score: at, side: names.indexOf(mark) } : null
  }
  return null
}

// The names from the beginning of the sentence on.
function namesBefore({ levels, marks }: Land, score: number): number[] {
  const names: number[] = []
  const low = Math.max(levels.last[Level.sentence]![score]!, score - reach)
  for (let at = low; at < score; at++) {
    const mark = marks.at[at]!
    if (mark >= 0 && marks.firsts[mark] === at && marks.kinds[mark] === Mark.name) names.push(mark)
  }
  return names
}

// Two numbers of up to three digits with a hyphen between, and nothing more beside it.
function isPair(land: Land, at: number): boolean {
  const { kinds, keys, count } = land.words
  if (at < 0 || at + 1 >= count || kinds[at] !== Kind.digits || kinds[at + 1] !== Kind.digits) return false
  if (keys[at]!.length > 3 || keys[at + 1]!.length > 3) return false
  return isHyphen(land, at + 1) && !isHyphen(land, at) && !isHyphen(land, at + 2)
}

function isHyphen({ words }: Land, at: number): boolean {
  return at > 0 && at < words.count && /^\s?[-–]\s?$/.test(words.text.slice(words.ends[at - 1]!, words.starts[at]!))
}

const isBracketed = ({ words }: Land, at: number) =>
  at > 0 && words.text.slice(words.ends[at - 1]!, words.starts[at]!).includes('(')
