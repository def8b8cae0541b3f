// Finds a cell in a sentence as it is written, at the one place where it stands whole and means what it means alone.
import type { Cell, ColumnType } from '../table.ts'
import { isWhole } from './check-whole.ts'
import type { Piece } from './read-pieces.ts'
import { isPlainBetween } from './read-plainly.ts'
import { Kind, type Words } from './read-words.ts'

/** Where a cell stands, by offsets into the whole text. */
export type Quote = { start: number; end: number }

/** The one place of a cell in the piece, whose tokens are then `covered`; null when there is none, or more than one. */
export function quoteOf(piece: Piece, cell: Cell, type: ColumnType, covered: Uint8Array): Quote | null {
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
