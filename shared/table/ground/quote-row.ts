// Finds a row that one sentence or line of a text states word for word, with no other value of their kinds in it.
import type { Cell, ColumnType } from '../table.ts'
import { isWhole } from './check-whole.ts'
import { indexWords, type WordIndex } from './index-words.ts'
import { numberWords } from './number-words.ts'
import { readLevels } from './read-levels.ts'
import { Mark, type Marks, readMarks } from './read-marks.ts'
import { isPlainBetween } from './read-plainly.ts'
import { functionWords, readShapes } from './read-shapes.ts'
import { Kind, type Words } from './read-words.ts'

/** Where a cell stands, by offsets into the whole text. */
export type Quote = { start: number; end: number }

export type Quotes = (Quote | null)[]

export type RowQuoter = {
  /**
   * The places of a row's cells in one of the sentences that follow the last one found, or around `offset`; empty cells
   * have no place. Null where no sentence has them all, `unclear` where the first that does is not plain to read.
   */
  quote(cells: Cell[], types: ColumnType[], offset?: number): Quotes | 'unclear' | null
  /** The same where the places of each cell are known: those that stand in one sentence, each of them once. */
  settle(places: (Quote[] | null)[]): Quotes | null
  /** Goes on behind an offset: the next row is likely to stand there. */
  goOn(offset: number): void
}

/** A sentence or line, its place, and what it consists of. */
type Piece = { start: number; text: string; words: WordIndex; marks: Marks | null }

const longest = 600
const ahead = 3
const few = 3

/** Rows come mostly in the order of their text, so each is first looked for where the one before it ended. */
export function createRowQuoter(text: string): RowQuoter {
  let next = 0
  const known = new Map<number, Piece | null>()
  const pieceAt = (start: number): Piece | null => {
    let piece = known.get(start)
    if (piece === undefined) {
      const end = pieceEnd(text, start)
      const own = text.slice(start, end)
      piece = end > start && own.length <= longest ? { start, text: own, words: indexWords(own), marks: null } : null
      if (known.size > 50) known.clear()
      known.set(start, piece)
    }
    return piece
  }
  const quoteAt = (start: number, cells: Cell[], types: ColumnType[]): Quotes | 'unclear' | null => {
    const piece = pieceAt(start)
    if (!piece) return 'unclear'
    if (!holds(piece, cells)) return null
    const quotes = quoteIn(piece, cells, types)
    if (quotes) next = piece.start + piece.text.length
    return quotes ?? 'unclear'
  }
  return {
    quote(cells, types, offset) {
      if (cells.filter(isFilled).length < 2) return null
      if (offset !== undefined) {
        const start = startAround(text, offset)
        return start < 0 ? null : quoteAt(start, cells, types)
      }
      let start = pieceStart(text, next)
      for (let tries = 0; start < text.length && tries < ahead; tries++) {
        const quotes = quoteAt(start, cells, types)
        if (quotes) return quotes
        start = pieceStart(text, pieceEnd(text, start))
      }
      return null
    },
    settle(places) {
      const filled = places.filter((own) => own !== null)
      if (filled.length < 2) return null
      const rarest = filled.reduce((a, b) => (b.length < a.length ? b : a))
      if (rarest.length > few) return null
      for (const { start } of rarest) {
        const from = startAround(text, start)
        const piece = from < 0 ? null : pieceAt(from)
        const quotes = piece && settleIn(piece, places)
        if (!piece || !quotes) continue
        next = piece.start + piece.text.length
        return quotes
      }
      return null
    },
    goOn(offset) {
      next = offset
    },
  }
}

const isFilled = (cell: Cell) => cell !== null && cell !== ''

const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13)

function pieceStart(text: string, from: number): number {
  let at = from
  while (at < text.length && isSpace(text.charCodeAt(at))) at++
  return at
}

// Where the piece around an offset begins, below 0 when that is too far to see.
function startAround(text: string, offset: number): number {
  const line = text.lastIndexOf('\n', offset - 1) + 1
  const isNear = offset - line <= longest
  let start = isNear ? pieceStart(text, line) : -1
  for (let at = isNear ? start : offset - longest; ; at = start) {
    const end = pieceEnd(text, at)
    if (end > offset || end >= text.length) return start
    start = pieceStart(text, end)
  }
}

// Up to the end of the line, or of a sentence that another one follows; a point behind a short word may be its own.
function pieceEnd(text: string, start: number): number {
  let letters = 0
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || code === 13) return at
    if (code === 0x3002 || code === 0xff01 || code === 0xff1f) return at + 1
    const stop = code === 33 || code === 63 || (code === 46 && letters > 3)
    if (stop && text.charCodeAt(at + 1) === 32 && opensSentence(text, at + 2)) return at + 1
    letters = code === 32 ? 0 : letters + 1
  }
  return text.length
}

function opensSentence(text: string, at: number): boolean {
  const char = String.fromCodePoint(text.codePointAt(at) ?? 32)
  return char.toUpperCase() === char
}

const holds = ({ text }: Piece, cells: Cell[]): boolean =>
  cells.every((cell) => !isFilled(cell) || text.includes(String(cell).trim()))

function quoteIn(piece: Piece, cells: Cell[], types: ColumnType[]): Quotes | null {
  const covered = new Uint8Array(piece.words.count)
  const quotes: Quotes = []
  for (const [at, cell] of cells.entries()) {
    const quote = isFilled(cell) ? quoteOf(piece, cell, types[at]!, covered) : null
    if (isFilled(cell) && !quote) return null
    quotes.push(quote)
  }
  return isExhausted(piece.words, covered) || isAlone(piece, covered) ? quotes : null
}

function settleIn(piece: Piece, places: (Quote[] | null)[]): Quotes | null {
  const { start, text, words } = piece
  const covered = new Uint8Array(words.count)
  const quotes: Quotes = []
  for (const own of places) {
    if (!own) {
      quotes.push(null)
      continue
    }
    const here = placesFrom(own, start, start + text.length)
    const quote = here[0]
    // What reads in two ways stands twice in one place.
    if (!quote || here.some((other) => other.start >= quote.end)) return null
    let first = 0
    while (first < words.count && words.ends[first]! + start <= quote.start) first++
    for (let at = first; at < words.count && words.starts[at]! + start < quote.end; at++) {
      if (covered[at] === 1) return null
      covered[at] = 1
    }
    quotes.push({ start: quote.start, end: quote.end })
  }
  return isExhausted(words, covered) || isAlone(piece, covered) ? quotes : null
}

// Of places in order, those between two offsets.
function placesFrom(places: Quote[], from: number, to: number): Quote[] {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]!.start < from) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < places.length && places[end]!.start < to) end++
  return places.slice(low, end)
}

// The one place of a cell in the piece; null when there is none, or more than one.
function quoteOf(piece: Piece, cell: Cell, type: ColumnType, covered: Uint8Array): Quote | null {
  if (typeof cell === 'boolean' || type === 'boolean' || type === 'time' || type === 'datetime') return null
  if (typeof cell === 'number' && type !== 'number' && type !== 'currency') return null
  const { words, text } = piece
  const value = String(cell).trim()
  let found: Quote | null = null
  let first = 0
  let last = -1
  for (let from = text.indexOf(value); from >= 0; from = text.indexOf(value, from + 1)) {
    const to = from + value.length
    let begins = first
    while (begins < words.count && words.ends[begins]! <= from) begins++
    let ends = begins
    while (ends + 1 < words.count && words.starts[ends + 1]! < to) ends++
    if (begins === words.count || words.starts[begins]! < from || words.ends[ends]! > to) continue
    if (!isWhole(words, begins, ends, words.keys[begins]!)) continue
    if (found) return null
    first = begins
    last = ends
    const isAddress = type === 'email' || type === 'url'
    if (isAddress ? !isApart(text, from, to) : type !== 'text' && !isPlain(words, first, last, type)) return null
    found = isAddress ? { start: from, end: to } : { start: words.starts[first]!, end: words.ends[last]! }
  }
  if (!found) return null
  for (let at = first; at <= last; at++) {
    if (covered[at] === 1) return null
    covered[at] = 1
  }
  return { start: piece.start + found.start, end: piece.start + found.end }
}

// What stands beside the value does not change what it means; a date with its year is a date wherever it stands.
function isPlain(words: Words, first: number, last: number, type: ColumnType): boolean {
  if (type !== 'date') return words.kinds[first] !== Kind.word && isPlainBetween(words, first, last)
  const { text, starts, ends, kinds } = words
  const isDigits = (at: number, gap: number) => kinds[at] === Kind.digits && gap < 3
  return (
    /\d{4}/.test(text.slice(starts[first]!, ends[last]!)) &&
    !isDigits(first - 1, starts[first]! - (ends[first - 1] ?? 0)) &&
    !isDigits(last + 1, (starts[last + 1] ?? 0) - ends[last]!)
  )
}

function isApart(text: string, from: number, to: number): boolean {
  return (from === 0 || /[\s(<"|]/.test(text[from - 1]!)) && /^(?:$|[\s)>"|,;]|\.(?:\s|$))/.test(text.slice(to, to + 2))
}

// Nothing is left that could be a value of another record: no digits, no names, nothing in a script without capitals.
function isExhausted(words: Words, covered: Uint8Array): boolean {
  let distinct = false
  for (let at = 0; at < words.count; at++) {
    const kind = words.kinds[at]
    if (covered[at]) distinct ||= kind !== Kind.word || isCapital(words, at)
    else if (kind === Kind.digits || kind === Kind.dense) return false
    else if (kind === Kind.sign) {
      if (/[\p{Sc}%\p{No}\p{Nl}]/u.test(words.keys[at]!)) return false
    } else if (numberWords.has(words.keys[at]!) || !isOrdinary(words, at)) return false
  }
  return distinct
}

// What else the piece states is of other kinds; a single name may have others beside it.
function isAlone(piece: Piece, covered: Uint8Array): boolean {
  const { words } = piece
  if (!piece.marks) {
    const levels = readLevels(words)
    piece.marks = readMarks(words, levels, readShapes(words, levels))
  }
  const { count, firsts, lasts, kinds } = piece.marks
  const own = new Uint8Array(Mark.address + 1)
  const others = new Uint8Array(Mark.address + 1)
  for (let mark = 0; mark < count; mark++) {
    const kind = kinds[mark] === Mark.decimal ? Mark.integer : kinds[mark]!
    const within = covered[firsts[mark]!] === 1 || covered[lasts[mark]!] === 1
    if (within) own[kind]!++
    else others[kind]!++
  }
  if (own.every((found) => found === 0)) return false
  return own.every((found, kind) => found === 0 || others[kind] === 0 || (kind === Mark.name && found === 1))
}

function isCapital({ text, starts }: Words, at: number): boolean {
  const code = text.charCodeAt(starts[at]!)
  if (code < 128) return code <= 90
  const char = String.fromCodePoint(text.codePointAt(starts[at]!)!)
  return char.toLowerCase() !== char
}

// A word in small letters, or one that names nothing: "On", "The", "Price:".
function isOrdinary(words: Words, at: number): boolean {
  const { text, starts, ends, keys } = words
  const code = text.charCodeAt(starts[at]!)
  if (code >= 97 && code <= 122) return true
  if (code >= 128) {
    const char = String.fromCodePoint(text.codePointAt(starts[at]!)!)
    if (char.toUpperCase() !== char) return true
    if (char.toLowerCase() === char) return false
  }
  return text.charCodeAt(ends[at]!) === 58 || functionWords.has(keys[at]!)
}
