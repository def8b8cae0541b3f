// One source of values: its text, and what is known of it once it has been looked into.
import { booleanWords, parseBoolean } from '../parse/parse-boolean.ts'
import type { ColumnType } from '../table.ts'
import { addressKey, indexAddresses } from './find-address.ts'
import { findText } from './find-phrase.ts'
import { type Found, findValue, wantedOf } from './find-value.ts'
import { indexValues, type ValueIndex } from './index-values.ts'
import { type WordIndex, wordIndexing } from './index-words.ts'
import { createRowQuoter, type RowQuoter } from './quote-row.ts'
import { firstFrom, type Land, landReading, type Stretch, stretchOf } from './read-land.ts'
import { splitRecords } from './split-records.ts'
import { finish } from './steps.ts'

export type Source = { id: string; text: string }

export type Reader = {
  id: string
  text: string
  locale: string | undefined
  quoter: RowQuoter
  words: WordIndex | null
  index: ValueIndex | null
  land: Land | null
  email: Map<string, Found[]> | null
  url: Map<string, Found[]> | null
  known: Map<string, Found[]>
  anchors: Map<string, Stretch[]>
  stretches: Map<Found[], (Stretch & { place: Found })[]>
}

/** A reader that has not looked into its source yet. */
export function openReader({ id, text }: Source, locale: string | undefined): Reader {
  return {
    id,
    text,
    locale,
    quoter: createRowQuoter(text),
    words: null,
    index: null,
    land: null,
    email: null,
    url: null,
    known: new Map(),
    anchors: new Map(),
    stretches: new Map(),
  }
}

/** Whether everything is known of a source that a row may ask for. */
export const isIndexed = ({ land, words }: Reader): boolean => words?.count === 0 || land?.parts != null

/** Gets to know a source in steps of some milliseconds each. */
export function* readerIndexing(reader: Reader): Generator<void> {
  reader.words ??= yield* wordIndexing(reader.text)
  yield
  reader.index ??= indexValues(reader.words, reader.locale)
  yield
  if (reader.words.count === 0) return
  reader.land ??= yield* landReading(reader.words)
  yield
  reader.land.parts ??= splitRecords(reader.land)
}

function indexOf(reader: Reader): ValueIndex {
  reader.words ??= finish(wordIndexing(reader.text))
  reader.index ??= indexValues(reader.words, reader.locale)
  return reader.index
}

/** The build of a source that has words; null for one that has none. */
export function landOf(reader: Reader): Land | null {
  const { words } = indexOf(reader)
  if (words.count === 0) return null
  reader.land ??= finish(landReading(words))
  return reader.land
}

/** The tokens of some places of a value. */
export function stretchesOf(reader: Reader, places: Found[]): (Stretch & { place: Found })[] {
  let known = reader.stretches.get(places)
  if (!known) {
    known = places.map((place) => ({ ...stretchOf(indexOf(reader).words, place.start, place.end), place }))
    reader.stretches.set(places, known)
  }
  return known
}

/** Where else the text of a span stands: a repeated value may have been traced to another record. */
export function anchorsOf(reader: Reader, start: number, end: number): Stretch[] {
  const words = indexOf(reader).words
  const text = reader.text.slice(start, end)
  let found = reader.anchors.get(text)
  if (!found) {
    found = findText(words, text)
    reader.anchors.set(text, found)
  }
  const own = stretchOf(words, start, end)
  const at = firstFrom(found, own.first)
  if (found[at]?.first === own.first && found[at]?.last === own.last) return found
  return found.length === 0 ? [own] : [...found.slice(0, at), own, ...found.slice(at)]
}

/** Every place of a value, in order. */
export function placesIn(
  reader: Reader,
  value: string | number | boolean,
  type: ColumnType,
  currency: string | undefined,
): Found[] {
  const key = `${type} ${currency ?? ''} ${typeof value} ${value}`
  let found = reader.known.get(key)
  if (!found) {
    found = search(reader, value, type, currency)
    reader.known.set(key, found)
  }
  return found
}

function search(
  reader: Reader,
  value: string | number | boolean,
  type: ColumnType,
  currency: string | undefined,
): Found[] {
  const index = indexOf(reader)
  const { locale } = reader
  if (typeof value === 'boolean') return findBoolean(index, value)
  if (type === 'email' || type === 'url') {
    reader[type] ??= indexAddresses(index, type)
    return reader[type].get(addressKey(String(value), type)) ?? []
  }
  const wanted = type === 'text' ? null : wantedOf(value, type, currency, locale)
  if (wanted) return findValue(index, wanted)
  if (type === 'boolean') {
    const said = parseBoolean(String(value).toLowerCase(), true)
    return said === null ? [] : findBoolean(index, said)
  }
  const text = String(value).trim()
  if (text === '') return []
  const phrases = findText(index.words, text)
  if (phrases.length > 0) {
    return phrases.map(({ start, end }) => ({ start, end, rank: 0 }))
  }
  return []
}

function findBoolean(index: ValueIndex, value: boolean): Found[] {
  return booleanWords
    .filter((word) => parseBoolean(word) === value)
    .flatMap((word) => findText(index.words, word))
    .map(({ start, end }) => ({ start, end, rank: 0 }))
    .sort((a, b) => a.start - b.start)
}
