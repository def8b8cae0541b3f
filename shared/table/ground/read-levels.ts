// Knows how deep the break before each word of a text is: from a comma to a blank line.
import { monthOf } from '../parse/parse-month.ts'
import type { WordIndex } from './index-words.ts'
import { Kind } from './read-words.ts'

/** The breaks between words, from none to a blank line or rule. */
export const Level = { none: 0, comma: 1, semicolon: 2, sentence: 3, line: 4, block: 5 } as const

export type Levels = {
  /** The break before each token. */
  before: Uint8Array
  /** For each depth, the last token at or before a token that has a break so deep before it; -1 when none has. */
  last: Int32Array[]
  /** How far each token stands from the beginning, breaks counting as words. */
  way: Int32Array
}

const weights = [0, 2, 4, 10, 20, 40]
const conjunctions = new Set(
  'and but while whereas und aber während et mais tandis y pero mientras e ma mentre mas enquanto en maar terwijl и а но og och men ja ve ile а же i a oraz'.split(
    ' ',
  ),
)
const abbreviations = new Set(
  'mr mrs ms dr prof st no nr vs inc ltd co jr sr approx ca bzw usw etc fig vol art dept est tel str av ave blvd rd jan feb mar apr jun jul aug sep sept oct nov dec ing mme mlle sra sto sta fr г ул д им тыс млн руб стр'.split(
    ' ',
  ),
)

const opening = /[([（［【]/
const closing = /[)\]）］】]/

/** Reads the breaks of a text. */
export function readLevels(words: WordIndex): Levels {
  const before = new Uint8Array(words.count)
  const way = new Int32Array(words.count)
  const last = weights.map(() => new Int32Array(words.count))
  let open = 0
  for (let at = 0; at < words.count; at++) {
    let level: number = at === 0 ? Level.block : levelAt(words, at)
    if (at > 0 && level >= Level.line) open = 0
    else if (at > 0 && words.starts[at]! > words.ends[at - 1]!) {
      const gap = words.text.slice(words.ends[at - 1]!, words.starts[at]!)
      const inside = open > 0 && !closing.test(gap)
      // Marks inside brackets part less than those outside; behind a bracket a comma parts more than within a clause.
      if (inside && level > Level.comma) level = Level.comma
      else if (open > 0 && closing.test(gap) && level === Level.comma) level = Level.semicolon
      if (closing.test(gap)) open = 0
      if (opening.test(gap)) open = 1
    }
    before[at] = level
  }
  const levels = { before, last, way }
  setLevel(levels)
  return levels
}

/** Brings the sums up to the breaks. */
export function setLevel({ before, last, way }: Levels): void {
  let sum = 0
  for (let at = 0; at < before.length; at++) {
    const level = before[at]!
    sum += 1 + (at === 0 ? 0 : weights[level]!)
    way[at] = sum
    for (let depth = 0; depth < last.length; depth++)
      last[depth]![at] = level >= depth ? at : at === 0 ? -1 : last[depth]![at - 1]!
  }
}

/** The deepest break between two tokens, the first of which stands before the other. */
export function deepest(levels: Levels, from: number, to: number): number {
  for (let depth = 5; depth > 0; depth--) if (levels.last[depth]![to]! > from) return depth
  return 0
}

function levelAt(words: WordIndex, at: number): number {
  const end = words.ends[at - 1]!
  const start = words.starts[at]!
  if (start - end <= 1 && words.text.charCodeAt(end) === 32)
    return conjunctions.has(words.keys[at]!) ? Level.comma : Level.none
  if (start === end) return Level.none
  const gap = words.text.slice(end, Math.min(start, end + 400))
  if (/[\n\r\u2028\u2029]/.test(gap)) return lineLevel(words, at, gap)
  if (/[。！？؟।॥]/.test(gap) || (/[.!?](?:["'”’»)\]*_]*)\s/.test(gap) && endsSentence(words, at, gap)))
    return Level.sentence
  if (/[;；؛]/.test(gap)) return Level.semicolon
  // 1,350 is one number.
  if (gap === ',' && words.kinds[at] === Kind.digits && words.kinds[at - 1] === Kind.digits) return Level.none
  if (/[,，、،|\t]|[—]/.test(gap) || conjunctions.has(words.keys[at]!)) return Level.comma
  return /\s[-–•·]+\s/.test(gap) && !isJoin(words, at, gap) ? Level.comma : Level.none
}

// Between numbers, and where every mark stands alone as in "a win , 95 - 88 .", a hyphen joins.
function isJoin(words: WordIndex, at: number, gap: string): boolean {
  if (gap !== ' - ' && gap !== ' – ') return false
  if (words.kinds[at] === Kind.digits && words.kinds[at - 1] === Kind.digits) return true
  return (
    gap === ' - ' && / [.,] /.test(words.text.slice(Math.max(0, words.ends[at - 1]! - 120), words.starts[at]! + 120))
  )
}

function lineLevel(words: WordIndex, at: number, gap: string): number {
  if (/(?:\r\n|[\n\r\u2028\u2029])[^\S\n\r]*(?:\r\n|[\n\r\u2028\u2029])|[-=*_]{3,}|[\n\r]\s*#/.test(gap))
    return Level.block
  return isWrapped(words, at, gap) ? Level.none : Level.line
}

// A long line that goes on in lower case is one line to its reader.
function isWrapped(words: WordIndex, at: number, gap: string): boolean {
  if (!/^[,\s]*$/.test(gap)) return false
  const first = words.text[words.starts[at]!]!
  if (!/[\p{Ll}\p{N}]/u.test(first)) return false
  const end = words.ends[at - 1]!
  const line = end - words.text.lastIndexOf('\n', end - 1)
  return line >= 50 && line <= 140
}

function endsSentence(words: WordIndex, at: number, gap: string): boolean {
  if (/[!?]/.test(gap)) return true
  const next = words.text.slice(words.starts[at]!, words.starts[at]! + 2)
  const key = words.keys[at - 1]!
  if (/^\p{Ll}/u.test(next)) return goesOn(words, at, key)
  const length = words.ends[at - 1]! - words.starts[at - 1]!
  if (length === 1 && /^\p{L}$/u.test(key) && !/^[\u3400-\u9fff]$/.test(key)) return false
  return !abbreviations.has(key) || gap.length > 3
}

// Who writes in haste begins sentences in lower case; behind a short word or an ordinal the point is its own.
function goesOn(words: WordIndex, at: number, key: string): boolean {
  if (words.kinds[at - 1] === Kind.digits) return monthOf(words.keys[at]!) === undefined && words.keys[at]!.length > 1
  return key.length > 3 && !abbreviations.has(key)
}
