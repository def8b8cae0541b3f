// Finds tables of delimited text (comma, semicolon, tab, pipe) among other lines, without being told the dialect.

import type { ReadTable } from '../read-table.ts'
import type { Span } from '../surroundings/read-lines.ts'
import { laySlice } from './read-delimited-cells.ts'
import { judge } from './read-delimited-judge.ts'
import { cutPieces, type Piece } from './read-delimited-pieces.ts'
import { scanRecords } from './read-records.ts'

/** `strict` takes what no prose looks like; `loose` also short cells after ", " when their values have types. */
export type Strictness = 'strict' | 'loose'

const delimiters = ['\t', ';', '|', ',']

/** Delimited tables in a stretch of text. Where two delimiters could be meant, the better cells win. */
export function readDelimited(text: string, span: Span, strictness: Strictness): ReadTable[] {
  const candidates: { piece: Piece; score: number }[] = []
  for (const delimiter of delimiters) {
    const first = text.indexOf(delimiter, span.start)
    if (first < 0 || first >= span.end) continue
    const records = scanRecords(text, span.start, span.end, delimiter)
    for (const piece of cutPieces(text, records, delimiter)) {
      const score = judge(text, piece, strictness)
      if (score > 0) candidates.push({ piece, score })
    }
  }
  return join(choose(candidates).flatMap((piece) => laySlice(text, piece)))
}

function choose(candidates: { piece: Piece; score: number }[]): Piece[] {
  candidates.sort((a, b) => b.score - a.score)
  const bounds: Span[] = []
  const chosen: Piece[] = []
  for (const { piece } of candidates) {
    const at = firstAfter(bounds, piece.start)
    if ((bounds[at]?.start ?? Number.POSITIVE_INFINITY) < piece.end || (bounds[at - 1]?.end ?? -1) > piece.start)
      continue
    bounds.splice(at, 0, { start: piece.start, end: piece.end })
    chosen.push(piece)
  }
  return chosen.sort((a, b) => a.start - b.start)
}

function firstAfter(bounds: Span[], start: number): number {
  let low = 0
  let high = bounds.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (bounds[middle]!.start < start) low = middle + 1
    else high = middle
  }
  return low
}

// A part without names under a table of the same dialect and width, an empty line between, is its continuation.
function join(parts: { table: ReadTable; next: number }[]): ReadTable[] {
  const tables: ReadTable[] = []
  let open: { table: ReadTable; next: number } | null = null
  for (const part of parts) {
    const width = (table: ReadTable) => table.header?.length ?? table.rows[0]?.length
    if (
      open &&
      part.table.start <= open.next &&
      part.table.header === null &&
      open.table.header &&
      part.table.delimiter === open.table.delimiter &&
      width(part.table) === width(open.table)
    ) {
      const offset = open.table.rows.length
      const ragged = [...(open.table.ragged ?? []), ...(part.table.ragged ?? []).map((row) => row + offset)]
      for (const row of part.table.rows) open.table.rows.push(row)
      open.table.end = part.table.end
      if (ragged.length > 0) open.table.ragged = ragged
      open.next = part.next
    } else {
      tables.push(part.table)
      open = part
    }
  }
  return tables
}
