// Knows in which stretches of a text a value can stand, and reads a stretch when it is first asked for.

import { findNumerals } from '../parse/find-numerals.ts'
import { plainText } from '../parse/parse-digits.ts'
import type { ColumnType } from '../table.ts'
import { significant, significantOf } from './digits-of.ts'
import type { WordIndex } from './index-words.ts'
import { numberWords } from './number-words.ts'
import { type Chunks, chunkAt, chunkEnd, cutChunks } from './read-chunks.ts'
import { readEasternNumber, readNumberWords } from './read-number-words.ts'
import { readValues, type TextValue } from './read-values.ts'
import { Kind } from './read-words.ts'
import { type Reading, startReading } from './reading.ts'

export type ValueIndex = {
  words: WordIndex
  chunks: Chunks
  locale: string | undefined
  /** The first tokens of numerals by their significant digits; `~token` where they are not written in these digits. */
  numerals: Map<string, number[]>
  /** Chunks that hold a year. */
  years: Map<string, Set<number>>
  read: Map<string, TextValue[]>
  readings: Map<number, Reading>
}

/** Lists the numerals of a text by their digits. */
export function indexValues(words: WordIndex, locale: string | undefined): ValueIndex {
  const chunks = cutChunks(words.text)
  const numerals = new Map<string, number[]>()
  const add = (key: string, token: number) => {
    const known = numerals.get(key)
    if (!known) numerals.set(key, [token])
    else if (known[known.length - 1] !== token) known.push(token)
  }
  for (let at = 0; at < words.count; at++) {
    const spoken = words.kinds[at] === Kind.digits ? undefined : spokenAt(words, at)
    if (words.kinds[at] !== Kind.digits && spoken === undefined) continue
    if (spoken !== undefined) {
      for (const value of spoken) add(significantOf(value), ~at)
      continue
    }
    let digits = words.keys[at]!
    const compound = compoundAt(words, at)
    if (compound !== null) add(significant(compound), ~at)
    add(significant(digits), at)
    for (let next = at + 1; next < Math.min(words.count, at + 6); next++) {
      if (words.kinds[next] !== Kind.digits || words.starts[next]! - words.ends[next - 1]! !== 1) break
      if (!/[.,'’٫٬\s]/.test(words.text[words.ends[next - 1]!]!)) break
      digits += words.keys[next]!
      add(significant(digits), at)
    }
  }
  return { words, chunks, locale, numerals, years: new Map(), read: new Map(), readings: new Map() }
}

/** The values of a type in one chunk, with offsets into the whole text. */
export function valuesIn(index: ValueIndex, chunk: number, type: ColumnType): TextValue[] {
  const key = `${type} ${chunk}`
  const known = index.read.get(key)
  if (known) return known
  const from = index.chunks.starts[chunk]!
  let reading = index.readings.get(chunk)
  if (!reading) {
    reading = startReading(index.words.text.slice(from, chunkEnd(index.chunks, chunk)), index.locale)
    index.readings.set(chunk, reading)
  }
  const values = readValues(reading, type).map((value) => ({
    ...value,
    start: value.start + from,
    end: value.end + from,
  }))
  index.read.set(key, values)
  return values
}

/** The chunks that hold any of these tokens. */
export function chunksWith(index: ValueIndex, tokens: string[]): number[] {
  const found = new Set<number>()
  for (const token of tokens) {
    for (const at of index.words.places.get(token) ?? []) found.add(chunkAt(index.chunks, index.words.starts[at]!))
  }
  return [...found].sort((a, b) => a - b)
}

// The numbers that begin here without a digit: words, Chinese numerals, lone fractions.
function spokenAt(words: WordIndex, at: number): number[] | undefined {
  const key = words.keys[at]!
  if (
    words.kinds[at] === Kind.dense
      ? !/[〇零一二两兩三四五六七八九十百千]/.test(key)
      : !numberWords.has(key) && !fractions.has(key)
  )
    return undefined
  const text = words.text.slice(words.starts[at]!, words.starts[at]! + 40)
  if (fractions.has(key)) return [...fractions.values()]
  const found = words.kinds[at] === Kind.dense ? readEasternNumber(text) : readNumberWords(plainText(text))
  return found.slice(0, 2).map(({ value }) => Number(value))
}

const fractions = new Map(
  [...'½¼¾⅓⅔⅛⅜⅝⅞⅕'].map((sign, at) => [
    sign,
    [1 / 2, 1 / 4, 3 / 4, 1 / 3, 2 / 3, 1 / 8, 3 / 8, 5 / 8, 7 / 8, 1 / 5][at]!,
  ]),
)

// 12万8千, 1/2, 1 3/4 and 1¾: the digits of the value are not those that are written.
function compoundAt(words: WordIndex, at: number): string | null {
  const end = words.ends[at]!
  const next = words.text[end] ?? ''
  if (/[兆조億亿억万萬만千천百백]/.test(next))
    return findNumerals(plainText(words.text.slice(words.starts[at]!, end + 40)))[0]?.digits ?? null
  const whole = Number(words.keys[at])
  const lone = fractions.get(words.keys[at + 1] ?? '')
  if (lone !== undefined && words.starts[at + 1]! - end < 2) return significantOf(whole + lone)
  if (/[ -]/.test(next) && words.starts[at + 1] === end + 1) {
    const part = shareAt(words, at + 1)
    return part !== null && part < 1 ? significantOf(whole + part) : null
  }
  const share = shareAt(words, at)
  return share === null ? null : significantOf(share)
}

function shareAt(words: WordIndex, at: number): number | null {
  if (words.kinds[at] !== Kind.digits || words.kinds[at + 1] !== Kind.digits) return null
  if (words.text[words.ends[at]!] !== '/' || words.starts[at + 1]! !== words.ends[at]! + 1) return null
  const share = Number(words.keys[at]) / Number(words.keys[at + 1])
  return Number.isFinite(share) ? share : null
}
