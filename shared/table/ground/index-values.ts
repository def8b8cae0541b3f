// Knows in which stretches of a text a value can stand, and reads a stretch when it is first asked for.
import type { ColumnType } from '../table.ts'
import { significant } from './digits-of.ts'
import type { WordIndex } from './index-words.ts'
import { type Chunks, chunkAt, chunkEnd, cutChunks } from './read-chunks.ts'
import { readValues, type TextValue } from './read-values.ts'
import { Kind } from './read-words.ts'

export type ValueIndex = {
  words: WordIndex
  chunks: Chunks
  locale: string | undefined
  /** Chunks by the significant digits of the numerals in them. */
  numerals: Map<string, number[]>
  read: Map<string, TextValue[]>
}

/** Lists the numerals of a text by their digits. */
export function indexValues(words: WordIndex, locale: string | undefined): ValueIndex {
  const chunks = cutChunks(words.text)
  const numerals = new Map<string, number[]>()
  const add = (key: string, chunk: number) => {
    const known = numerals.get(key)
    if (!known) numerals.set(key, [chunk])
    else if (known.at(-1) !== chunk) known.push(chunk)
  }
  let chunk = 0
  for (let at = 0; at < words.count; at++) {
    if (words.kinds[at] !== Kind.digits) continue
    while (chunk + 1 < chunks.starts.length && chunks.starts[chunk + 1]! <= words.starts[at]!) chunk++
    let digits = words.keys[at]!
    add(significant(digits), chunk)
    for (let next = at + 1; next < Math.min(words.count, at + 6); next++) {
      if (words.kinds[next] !== Kind.digits || words.starts[next]! - words.ends[next - 1]! !== 1) break
      if (!/[.,'’٫٬\s]/.test(words.text[words.ends[next - 1]!]!)) break
      digits += words.keys[next]!
      add(significant(digits), chunk)
    }
  }
  return { words, chunks, locale, numerals, read: new Map() }
}

/** The values of a type in one chunk, with offsets into the whole text. */
export function valuesIn(index: ValueIndex, chunk: number, type: ColumnType): TextValue[] {
  const key = `${type} ${chunk}`
  const known = index.read.get(key)
  if (known) return known
  const from = index.chunks.starts[chunk]!
  const text = index.words.text.slice(from, chunkEnd(index.chunks, chunk))
  const values = readValues(text, type, index.locale).map((value) => ({
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
