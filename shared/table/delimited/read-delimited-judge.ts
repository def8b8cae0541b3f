// Judges whether a stretch of delimited records is a table or prose, code or a list that merely holds the delimiter.
import { cutRecords } from './read-cut.ts'
import type { Strictness } from './read-delimited.ts'
import { type SampleStats, sampleStats } from './read-delimited-stats.ts'

// Judging looks at this many records at most, spread over the whole stretch.
const sampleSize = 120

/** What is judged: records by their bounds, and how many of them are `width` cells wide, quoted, or mere rules. */
export type Judged = {
  delimiter: string
  width: number
  even: number
  quoted: number
  rules: number
  starts: number[]
  ends: number[]
}

/** A score that compares rival delimiters over the same text; 0 when it is no table. */
export function judge(text: string, piece: Judged, strictness: Strictness): number {
  const count = piece.starts.length
  const even = piece.even / count
  if (count < 2 || even < 0.5) return 0
  const stats = statsOf(text, piece)
  if (stats.columns < 2 || !accepts(piece, stats, even, strictness)) return 0
  return count * even * Math.log2(1 + stats.columns) * (0.2 + stats.clean)
}

function statsOf(text: string, piece: Judged): SampleStats {
  const rows: string[][] = []
  const lines: string[] = []
  const count = piece.starts.length
  const dialect = { delimiter: piece.delimiter, quote: '"', escape: '', spaced: false }
  const step = Math.max(1, count / sampleSize)
  for (let at = 0; at < count; at += step) {
    const index = Math.floor(at)
    const start = piece.starts[index]!
    rows.push(cutRecords(text, start, piece.ends[index]!, dialect, 1).rows[0] ?? [])
    lines.push(text.slice(start, Math.min(piece.ends[index]!, start + 4000)))
  }
  return sampleStats(rows, lines, piece.delimiter)
}

/**
 * Whether a file is prose, code or a list rather than a table, of which less needs to be proven than of a paste. A
 * `doubtful` one must show values or usual names.
 */
export function isProse(text: string, piece: Judged, doubtful = false): boolean {
  const count = piece.starts.length
  const stats = statsOf(text, piece)
  const { delimiter, width } = piece
  if (doubtful && stats.typed === 0 && !stats.named) return true
  if (piece.quoted >= count * 0.3 || stats.typed >= width * 0.5) return false
  if (stats.named && stats.headed && piece.even >= count * 0.5) return false
  if (delimiter === ' ') return true
  if (delimiter === '|' && count === 1) return true
  if (delimiter === ':' && (width < 3 || stats.typed === 0)) return true
  const wide = width >= 5 && piece.even >= count * 0.8
  if (delimiter !== ',' && delimiter !== ';' && delimiter !== ':' && piece.even >= count * 0.7) return false
  if (
    (stats.sentences > 0.5 && !wide) ||
    stats.listMarks > 0.8 ||
    (stats.code > 0.5 && delimiter !== '\t' && delimiter !== '||')
  )
    return true
  if (count === 1) return delimiter === '|' || stats.spaced > 0.5
  return stats.spaced > 0.8 && stats.typed === 0 && delimiter !== '|' && delimiter !== '\t'
}

function accepts(piece: Judged, stats: SampleStats, even: number, strictness: Strictness): boolean {
  const count = piece.starts.length
  const quoted = piece.quoted / count
  if (quoted < 0.3 && (stats.unbalanced > 0.3 || (stats.code > 0.3 && piece.delimiter !== '\t'))) return false
  if (stats.members > 0.3 || stats.spans > 0.5) return false
  // Nobody types tabs into cells.
  if (piece.delimiter !== '\t' && stats.tabbed > 0.5) return false
  switch (piece.delimiter) {
    case '\t':
      if (stats.listMarks > 0.5 || (stats.indented + stats.listMarks > 0.5 && piece.width < 4)) return false
      return (
        (stats.code <= 0.5 || stats.indented === 0) && stats.sentences < 0.8 && even >= (piece.width === 2 ? 0.75 : 0.6)
      )
    case '|':
      if (stats.drawn > 0.3 || (count === 2 && !stats.named && !stats.alike && !stats.framed)) return false
      if (piece.rules > 0 || stats.framed) return even >= 0.6
      return (
        even >= 0.7 &&
        stats.words <= 12 &&
        (stats.columns >= 3 ? count >= 2 : count >= 3 && (stats.typed > 0 || (stats.tight && stats.clean >= 0.9)))
      )
    case ';':
      if (stats.entities > 0.3) return false
      return acceptsMarks(piece, stats, even, strictness, quoted)
    default:
      if (stats.listMarks > 0.8 || stats.decimals === 1 || stats.days > 0.8) return false
      return (
        (stats.inNumbers < 0.5 || (piece.width > 4 && even === 1)) &&
        acceptsMarks(piece, stats, even, strictness, quoted)
      )
  }
}

// Commas and semicolons are punctuation: without a space after them they are a delimiter, with one they must prove it.
function acceptsMarks(
  piece: Judged,
  stats: SampleStats,
  even: number,
  strictness: Strictness,
  quoted: number,
): boolean {
  const count = piece.starts.length
  // "a", "b" with a space is a dialect too, if nearly every record is written so.
  const tight = stats.spaced <= 0.2 || (quoted >= 0.8 && even >= 0.9 && count >= 3 && stats.words <= 8)
  if (tight) {
    const values = stats.typed > 0 && even >= 0.9 && (piece.width >= 3 || stats.headed)
    if ((stats.sentences > 0.5 && !values) || stats.addresses || even < (piece.width === 2 ? 0.8 : 0.5)) return false
    if (!values && stats.words > 8 && quoted < 0.3 && piece.width < 4) return false
    return count >= 3 || stats.typed > 0 || piece.width >= 3 || quoted > 0 || stats.longest <= 4
  }
  if (strictness === 'strict') return false
  if (stats.sentences > 0.1 || even < 0.9 || stats.words > 3 || stats.longest > 8) return false
  if (stats.typed === 0) return stats.named && piece.width >= 3 && count >= 4 && even === 1 && stats.longest <= 3
  return piece.width >= 3 || count >= 3
}
