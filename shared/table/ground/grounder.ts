// Traces cells to the places of their sources, with every source read once.

import type { Span } from '../evidence.ts'
import { booleanWords, parseBoolean } from '../parse/parse-boolean.ts'
import type { Cell, ColumnType } from '../table.ts'
import { choosePlace, findRecords } from './choose-place.ts'
import { addressKey, indexAddresses } from './find-address.ts'
import { findText } from './find-phrase.ts'
import { type Found, findValue, wantedOf } from './find-value.ts'
import { indexValues, type ValueIndex } from './index-values.ts'
import { indexWords } from './index-words.ts'
import { createRowQuoter, type Quote, type RowQuoter } from './quote-row.ts'
import { firstFrom, type Land, readLand, type Stretch, stretchOf } from './read-land.ts'

export type Source = { id: string; text: string }
export type Near = { near?: Span[] }
export type GroundColumn = { name?: string; type: ColumnType; currency?: string }

export type Grounder = {
  /** The span that states a value, of the same record as `near` when that is given; null when nothing does. */
  ground(
    value: string | number | boolean,
    type: ColumnType,
    options?: Near & { currency?: string; name?: string },
  ): Span | null
  /** The spans of a row's cells, each of the same record as the others; null for empty and unsupported cells. */
  groundRow(cells: Cell[], columns: GroundColumn[]): (Span | null)[]
}

type Reader = {
  id: string
  text: string
  quoter: RowQuoter
  index: ValueIndex | null
  email: Map<string, Found[]> | null
  url: Map<string, Found[]> | null
  known: Map<string, Found[]>
  anchors: Map<string, Stretch[]>
  stretches: Map<Found[], (Stretch & { place: Found })[]>
  land: Land | null
}

/** A grounder over some sources; each is indexed when it is first looked into. */
export function createGrounder(sources: Source[], options: { locale?: string } = {}): Grounder {
  const { locale } = options
  const readers: Reader[] = sources.map(({ id, text }) => ({
    id,
    text,
    quoter: createRowQuoter(text),
    index: null,
    land: null,
    email: null,
    url: null,
    known: new Map(),
    anchors: new Map(),
    stretches: new Map(),
  }))
  const ground: Grounder['ground'] = (value, type, { near, currency } = {}) => {
    const found = readers.map((reader) => placesIn(reader, value, type, currency, locale))
    if (!near || near.length === 0) return firstOf(readers, found)
    return chooseBeside(readers, found, near)
  }
  return {
    ground,
    groundRow(cells, columns) {
      const types = columns.map(({ type }) => type)
      const quoted = quoteRow(readers, cells, types, locale)
      if (quoted) return quoted
      const found = cells.map((cell, at) =>
        readers.map((reader) =>
          cell === null || cell === ''
            ? []
            : placesIn(reader, cell, columns[at]?.type ?? 'text', columns[at]?.currency, locale),
        ),
      )
      const spans = found.map((own) => firstOf(readers, own))
      const chosen = found.map((own, at) => {
        const near = spans.filter((span, other): span is Span => span !== null && other !== at)
        return near.length === 0 ? spans[at]! : chooseBeside(readers, own, near)
      })
      for (const reader of readers) goOnBehind(reader, chosen)
      return chosen
    },
  }
}

// Word for word in a sentence where the row before it ended, or around a text of it that stands in few places.
function quoteRow(readers: Reader[], cells: Cell[], types: ColumnType[], locale: string | undefined) {
  for (const reader of readers) {
    const quotes = reader.quoter.quote(cells, types)
    if (quotes) return spansOf(reader, quotes)
  }
  const texts = cells.filter((cell, at): cell is string => types[at] === 'text' && typeof cell === 'string')
  const longest = texts.sort((a, b) => b.length - a.length).slice(0, 2)
  for (const reader of readers) {
    for (const text of longest) {
      const places = placesIn(reader, text, 'text', undefined, locale)
      if (places.length > few) continue
      for (const { start } of places) {
        const quotes = reader.quoter.quote(cells, types, start)
        if (quotes) return spansOf(reader, quotes)
      }
    }
  }
  return null
}

const few = 3

const spansOf = (reader: Reader, quotes: (Quote | null)[]): (Span | null)[] =>
  quotes.map((quote) => quote && { source: reader.id, ...quote })

function goOnBehind(reader: Reader, spans: (Span | null)[]): void {
  const ends = spans.flatMap((span) => (span?.source === reader.id ? [span.end] : []))
  if (ends.length > 1) reader.quoter.goOn(Math.max(...ends))
}

function firstOf(readers: Reader[], found: Found[][]): Span | null {
  let best: Found | null = null
  let source = ''
  for (const [at, places] of found.entries()) {
    const place = bestOf(places)
    if (!place || (best && place.rank <= best.rank)) continue
    best = place
    source = readers[at]!.id
  }
  return best && { source, start: best.start, end: best.end }
}

const bests = new WeakMap<Found[], Found | null>()

// The same places are asked for by every row that has the value.
function bestOf(places: Found[]): Found | null {
  let best = bests.get(places)
  if (best !== undefined) return best
  best = null
  for (const place of places) if (place.rank >= -8 && (!best || place.rank > best.rank)) best = place
  bests.set(places, best)
  return best
}

// The source in which most of the row stands decides; what it does not state may stand in another one.
function chooseBeside(readers: Reader[], found: Found[][], near: Span[]): Span | null {
  const order = readers
    .map((reader, at) => ({ at, count: near.filter(({ source }) => source === reader.id).length }))
    .sort((a, b) => b.count - a.count)
  for (const { at, count } of order) {
    const places = found[at]!
    if (places.length === 0) continue
    if (count === 0) return firstOf([readers[at]!], [places])
    return chooseIn(readers[at]!, places, near)
  }
  return null
}

function chooseIn(reader: Reader, places: Found[], near: Span[]): Span | null {
  const land = landOf(reader)
  if (!land) return null
  const cells = near.filter(({ source }) => source === reader.id).map(({ start, end }) => anchorsOf(reader, start, end))
  const own = cells.map((stretches) => stretches[0]!)
  const sought = stretchesOf(reader, places)
  const chosen = choosePlace(land, findRecords(land, cells, sought), sought, own)
  return chosen && { source: reader.id, start: chosen.place.start, end: chosen.place.end }
}

function landOf(reader: Reader): Land | null {
  if (reader.index!.words.count === 0) return null
  reader.land ??= readLand(reader.index!.words)
  return reader.land
}

function stretchesOf(reader: Reader, places: Found[]): (Stretch & { place: Found })[] {
  let known = reader.stretches.get(places)
  if (!known) {
    known = places.map((place) => ({ ...stretchOf(reader.index!.words, place.start, place.end), place }))
    reader.stretches.set(places, known)
  }
  return known
}

// Where else the text of a span stands: a repeated value may have been traced to another record.
function anchorsOf(reader: Reader, start: number, end: number): Stretch[] {
  const words = reader.index!.words
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

function placesIn(
  reader: Reader,
  value: string | number | boolean,
  type: ColumnType,
  currency: string | undefined,
  locale: string | undefined,
): Found[] {
  const key = `${type} ${currency ?? ''} ${typeof value} ${value}`
  let found = reader.known.get(key)
  if (!found) {
    found = search(reader, value, type, currency, locale)
    reader.known.set(key, found)
  }
  return found
}

function search(
  reader: Reader,
  value: string | number | boolean,
  type: ColumnType,
  currency: string | undefined,
  locale: string | undefined,
): Found[] {
  reader.index ??= indexValues(indexWords(reader.text), locale)
  const { index } = reader
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
