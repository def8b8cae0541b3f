// Traces cells to the places of their sources, with every source read once.

import type { Span } from '../evidence.ts'
import { booleanWords, parseBoolean } from '../parse/parse-boolean.ts'
import type { Cell, ColumnType } from '../table.ts'
import { addressKey, indexAddresses } from './find-address.ts'
import { findText } from './find-phrase.ts'
import { type Found, findValue, wantedOf } from './find-value.ts'
import { indexValues, type ValueIndex } from './index-values.ts'
import { indexWords } from './index-words.ts'

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

type Place = Span & { rank: number }
type Reader = {
  id: string
  text: string
  index: ValueIndex | null
  email: Map<string, Found[]> | null
  url: Map<string, Found[]> | null
  known: Map<string, Found[]>
}

/** A grounder over some sources; each is indexed when it is first looked into. */
export function createGrounder(sources: Source[], options: { locale?: string } = {}): Grounder {
  const readers: Reader[] = sources.map(({ id, text }) => ({
    id,
    text,
    index: null,
    email: null,
    url: null,
    known: new Map(),
  }))
  const places = (value: string | number | boolean, type: ColumnType, currency?: string): Place[] =>
    readers.flatMap((reader) =>
      placesIn(reader, value, type, currency, options.locale).map(({ start, end, rank }) => ({
        source: reader.id,
        start,
        end,
        rank,
      })),
    )
  const ground: Grounder['ground'] = (value, type, { near = [], currency } = {}) =>
    choose(places(value, type, currency), near)
  return {
    ground,
    groundRow(cells, columns) {
      const all = cells.map((cell, at) =>
        cell === null || cell === '' ? [] : places(cell, columns[at]?.type ?? 'text', columns[at]?.currency),
      )
      const first = all.map((own) => choose(own, []))
      const rarest = all
        .map((own, at) => ({ at, count: own.length }))
        .filter(({ count }) => count > 0)
        .sort((a, b) => a.count - b.count)[0]
      if (!rarest) return first
      const anchor = first[rarest.at]!
      const close = all.map((own, at) => (at === rarest.at ? anchor : choose(own, [anchor])))
      return all.map((own, at) =>
        choose(
          own,
          close.filter((span, other): span is Span => span !== null && other !== at),
        ),
      )
    },
  }
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
    return phrases.map(({ first, last }) => ({
      start: index.words.starts[first]!,
      end: index.words.ends[last]!,
      rank: 0,
    }))
  }
  return []
}

function findBoolean(index: ValueIndex, value: boolean): Found[] {
  return booleanWords
    .filter((word) => parseBoolean(word) === value)
    .flatMap((word) => findText(index.words, word))
    .map(({ first, last }) => ({ start: index.words.starts[first]!, end: index.words.ends[last]!, rank: 0 }))
    .sort((a, b) => a.start - b.start)
}

// The nearest place to where the row stands.
function choose(places: Place[], near: Span[]): Span | null {
  let best: Place | null = null
  let least = Number.POSITIVE_INFINITY
  for (const place of places) {
    const distance = near.length === 0 ? -place.rank : distanceTo(place, near)
    if (distance < least) {
      least = distance
      best = place
    }
  }
  return best && { source: best.source, start: best.start, end: best.end }
}

function distanceTo(place: Span, near: Span[]): number {
  const gaps = near.map((span) =>
    span.source !== place.source ? 1e6 : Math.max(0, span.start - place.end, place.start - span.end),
  )
  gaps.sort((a, b) => a - b)
  return gaps[gaps.length >> 1]!
}
