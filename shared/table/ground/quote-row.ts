// Finds a row that one sentence or line of a text states word for word, with no other value of their kinds in it.
import type { Cell, ColumnType } from '../table.ts'
import { statesAlone } from './check-alone.ts'
import { type Quote, quoteOf } from './quote-cell.ts'
import { createPieces, type Piece } from './read-pieces.ts'

export type Quotes = (Quote | null)[]

export type RowQuoter = {
  /**
   * The places of a row's cells in one of the sentences that follow the last one found, or around `offset`; empty cells
   * have no place. Null where no sentence has them all, `unclear` where the first that does is not plain to read.
   */
  quote(cells: Cell[], types: ColumnType[], offset?: number): Quotes | 'unclear' | null
  /** The same where the places of each cell are known, in one sentence or one paragraph, each of them once. */
  settle(places: (Quote[] | null)[]): Quotes | null
  /** Goes on behind an offset: the next row is likely to stand there. */
  goOn(offset: number): void
}

const ahead = 3
const few = 8

/** Rows come mostly in the order of their text, so each is first looked for where the one before it ended. */
export function createRowQuoter(text: string): RowQuoter {
  let next = 0
  const pieces = createPieces(text)
  const quoteIf = (piece: Piece, cells: Cell[], types: ColumnType[]): Quotes | 'unclear' | null => {
    if (!holds(piece, cells)) return null
    const quotes = quoteIn(piece, cells, types)
    if (quotes) next = piece.start + piece.text.length
    return quotes ?? 'unclear'
  }
  return {
    quote(cells, types, offset) {
      if (cells.filter(isFilled).length < 2) return null
      if (offset !== undefined) {
        const piece = pieces.around(offset)
        return piece ? quoteIf(piece, cells, types) : 'unclear'
      }
      let piece = pieces.from(next)
      for (let tries = 0; piece && tries < ahead; tries++) {
        const quotes = quoteIf(piece, cells, types)
        if (quotes) return quotes
        piece = pieces.from(piece.start + piece.text.length)
      }
      return null
    },
    settle(places) {
      const filled = places.filter((own) => own !== null)
      if (filled.length < 2) return null
      const rarest = filled.reduce((a, b) => (b.length < a.length ? b : a))
      if (rarest.length > few) return null
      for (const around of [pieces.around, pieces.paragraph]) {
        for (const { start } of rarest) {
          const piece = around(start)
          const quotes = piece && settleIn(piece, places)
          if (!piece || !quotes) continue
          next = piece.start + piece.text.length
          return quotes
        }
      }
      return null
    },
    goOn(offset) {
      next = offset
    },
  }
}

const isFilled = (cell: Cell) => cell !== null && cell !== ''

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
  return statesAlone(piece, covered) ? quotes : null
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
  return statesAlone(piece, covered) ? quotes : null
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
