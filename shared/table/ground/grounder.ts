// Traces cells to the places of their sources, with every source read once.

import type { Span } from '../evidence.ts'
import type { Cell, ColumnType } from '../table.ts'
import { choosePlace, findRecords } from './choose-place.ts'
import type { Found } from './find-value.ts'
import type { Quotes } from './quote-row.ts'
import {
  anchorsOf,
  isIndexed,
  landOf,
  openReader,
  placesIn,
  type Reader,
  readerIndexing,
  type Source,
  stretchesOf,
} from './reader.ts'

export type { Source } from './reader.ts'
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
  /** The same for a row that is copied word for word from where the last one ended; null for all others. */
  quoteRow(cells: Cell[], columns: GroundColumn[]): (Span | null)[] | null
  /** Whether the other rows can be traced without getting to know a long source first. */
  isIndexed(): boolean
  /** Gets to know the sources in steps, for those who have others to serve; without it the first row that needs it waits. */
  indexing(): Generator<void>
}

/** Sources of so many characters are known within some milliseconds. */
const short = 20_000

/** A text that stands in no more places tells where its row is. */
const few = 3

/** A grounder over some sources; each is indexed when it is first looked into. */
export function createGrounder(sources: Source[], options: { locale?: string } = {}): Grounder {
  const readers = sources.map((source) => openReader(source, options.locale))
  const ground: Grounder['ground'] = (value, type, { near, currency } = {}) => {
    const found = readers.map((reader) => placesIn(reader, value, type, currency))
    if (!near || near.length === 0) return firstOf(readers, found)
    return chooseBeside(readers, found, near)
  }
  return {
    ground,
    groundRow(cells, columns) {
      const types = typesOf(columns)
      const quoted = quoteNext(readers, cells, types) ?? quoteAround(readers, cells, types)
      if (quoted && quoted !== 'unclear') return quoted
      const found = cells.map((cell, at) =>
        readers.map((reader) =>
          cell === null || cell === ''
            ? []
            : placesIn(reader, cell, columns[at]?.type ?? 'text', columns[at]?.currency),
        ),
      )
      const settled = settle(readers, found, cells)
      if (settled) return settled
      const spans = found.map((own) => firstOf(readers, own))
      const chosen = found.map((own, at) => {
        const near = spans.filter((span, other): span is Span => span !== null && other !== at)
        return near.length === 0 ? spans[at]! : chooseBeside(readers, own, near)
      })
      for (const reader of readers) goOnBehind(reader, chosen)
      return chosen
    },
    quoteRow(cells, columns) {
      const quoted = quoteNext(readers, cells, typesOf(columns))
      return quoted === 'unclear' ? null : quoted
    },
    isIndexed: () => readers.every((reader) => reader.text.length <= short || isIndexed(reader)),
    *indexing() {
      for (const reader of readers) yield* readerIndexing(reader)
    },
  }
}

const typesOf = (columns: GroundColumn[]): ColumnType[] => columns.map(({ type }) => type)

type Row = (Span | null)[]

// Word for word in a sentence where the row before it ended.
function quoteNext(readers: Reader[], cells: Cell[], types: ColumnType[]): Row | 'unclear' | null {
  for (const reader of readers) {
    const quotes = reader.quoter.quote(cells, types)
    if (quotes) return quotes === 'unclear' ? quotes : spansOf(reader, quotes)
  }
  return null
}

// Word for word around a text of the row that stands in few places.
function quoteAround(readers: Reader[], cells: Cell[], types: ColumnType[]): Row | 'unclear' | null {
  const texts = cells.filter((cell, at): cell is string => types[at] === 'text' && typeof cell === 'string')
  const longest = texts.sort((a, b) => b.length - a.length).slice(0, 2)
  for (const reader of readers) {
    for (const text of longest) {
      const places = placesIn(reader, text, 'text', undefined)
      if (places.length > few) continue
      for (const { start } of places) {
        const quotes = reader.quoter.quote(cells, types, start)
        if (quotes) return quotes === 'unclear' ? quotes : spansOf(reader, quotes)
      }
    }
  }
  return null
}

// By value in the one sentence or paragraph that states all of the row.
function settle(readers: Reader[], found: Found[][][], cells: Cell[]): Row | null {
  for (const [at, reader] of readers.entries()) {
    const places = found.map((own, column) => (cells[column] === null || cells[column] === '' ? null : own[at]!))
    if (places.some((own) => own?.length === 0)) continue
    const quotes = reader.quoter.settle(places)
    if (quotes) return spansOf(reader, quotes)
  }
  return null
}

const spansOf = (reader: Reader, quotes: Quotes): Row => quotes.map((quote) => quote && { source: reader.id, ...quote })

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
    const [reader, places] = [readers[at]!, found[at]!]
    if (places.length === 0) continue
    if (count === 0) return firstOf([reader], [places])
    const here = near.filter(({ source }) => source === reader.id)
    const settled = reader.quoter.settle([places, ...here.map((span) => [span])])?.[0]
    return settled ? { source: reader.id, ...settled } : chooseIn(reader, places, here)
  }
  return null
}

function chooseIn(reader: Reader, places: Found[], near: Span[]): Span | null {
  const land = landOf(reader)
  if (!land) return null
  const cells = near.map(({ start, end }) => anchorsOf(reader, start, end))
  const own = cells.map((stretches) => stretches[0]!)
  const sought = stretchesOf(reader, places)
  const chosen = choosePlace(land, findRecords(land, cells, sought), sought, own)
  return chosen && { source: reader.id, start: chosen.place.start, end: chosen.place.end }
}
