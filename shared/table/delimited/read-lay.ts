// Lays the records of a delimited text out as tables: frame, names, damaged records, what was left out and why.

import type { ReadTable, SkippedSpan } from '../read-table.ts'
import { countHeaderRows, isHeaderLike, mergeHeaders } from '../surroundings/read-header.ts'
import { cleanTitle } from '../surroundings/read-title.ts'
import { type Cut, cutRecords } from './read-cut.ts'
import type { Dialect } from './read-dialect.ts'
import { type Frame, findFrame } from './read-frame.ts'
import { createRepair } from './read-mend.ts'
import { namesInComment, namesOtherwiseCut } from './read-names.ts'
import { findSegments, isPageLine, type Segment } from './read-segments.ts'

/**
 * The tables among the records of one delimited text. Every line that is no record of theirs is in `skipped`; in a
 * `file`, so are the lines above its table that tell of it.
 */
export function layTables(text: string, cut: Cut, dialect: Dialect, file = false): ReadTable[] {
  const tables: ReadTable[] = []
  let left: SkippedSpan[] = []
  const segments = findSegments(cut)
  for (const [at, segment] of segments.entries()) {
    const next = segments[at + 1]
    const table = file && next && isMetadata(cut, segment, next) ? null : laySegment(text, cut, dialect, segment)
    if (!table) {
      left.push(...linesAs(cut, segment.from, segment.to, 'a line that belongs to no table'))
      continue
    }
    if (left.length > 0) {
      table.skipped = [...left, ...(table.skipped ?? [])]
      const title = left
        .map(({ start, end }) => cleanTitle(text.slice(start, Math.min(end, start + 300))))
        .find(Boolean)
      if (title && !table.title) table.title = title
    }
    left = []
    tables.push(table)
  }
  const last = tables.at(-1)
  if (last && left.length > 0) last.skipped = [...(last.skipped ?? []), ...left]
  return tables
}

// `Station;Berlin` on a few lines above the records of a file: what the file says about itself.
function isMetadata(cut: Cut, { from, to, width }: Segment, next: Segment): boolean {
  const lines = cut.rows.slice(from, to).filter((row) => row.length > 0).length
  return width <= 2 && next.width > 2 && lines <= 20 && lines <= next.to - next.from
}

function laySegment(text: string, cut: Cut, dialect: Dialect, { from, to, width }: Segment): ReadTable | null {
  const { rows, starts, ends } = cut
  const mend = createRepair(text, cut, dialect, from, to, width)
  // A record delimited in another way looks like a line of text: mend it before such lines are set aside.
  const edges = nearEdges(rows, from, to)
  const mended = new Map<number, string[]>()
  for (const index of edges) {
    const row = rows[index]!
    const better = row.length < width - 1 ? (mend(index) ?? namesOtherwiseCut(text, cut, index, width, dialect)) : null
    if (better) {
      mended.set(index, better)
      rows[index] = better
    }
  }
  const frame = findFrame(rows, from, to, width)
  const above = linesAs(cut, from, frame.first, 'a line above the table')
  const body = gatherBody(cut, frame, width)
  if (body.rows.length === 0) return null
  const heads =
    countHeaderRows(body.rows.slice(0, 66)) || (body.rows.length === 1 && isHeaderLike(body.rows[0]!) ? 1 : 0)
  const commented = heads > 0 ? null : namesInComment(cut, from, frame.first, width, dialect)
  // The comment that names the columns is not left out.
  if (commented) above.pop()
  const settled = settleRows(body, heads, width, { cut, dialect, mend, mended })
  const skipped = [
    ...above,
    ...body.skipped,
    ...settled.skipped,
    ...linesAs(cut, frame.last, to, 'a line below the table'),
  ]
  const title = titleIn(cut, from, frame.first)
  return {
    header: heads > 0 ? headerOf(body.rows.slice(0, heads), width) : commented,
    rows: settled.rows,
    format: dialect.delimiter === '\t' ? 'tsv' : dialect.delimiter === '|' ? 'pipes' : 'csv',
    start: startOf(text, starts[placeOf(body, 0)]!),
    end: endOf(text, ends[placeOf(body, body.rows.length - 1)]!, dialect.delimiter),
    delimiter: dialect.delimiter,
    ...(title ? { title } : {}),
    ...(settled.ragged.length > 0 ? { ragged: settled.ragged } : {}),
    ...(settled.repaired.length > 0 ? { repaired: settled.repaired } : {}),
    ...(skipped.length > 0 ? { skipped } : {}),
  }
}

/** The records inside a frame. `places` are their indexes in the cut, null where they follow one another from `first`. */
type Body = { rows: string[][]; places: number[] | null; first: number; skipped: SkippedSpan[] }

function placeOf({ places, first }: Body, at: number): number {
  return places ? places[at]! : first + at
}

function gatherBody(cut: Cut, frame: Frame, width: number): Body {
  const { rows, starts, ends } = cut
  const { first, last } = frame
  if (isPlain(cut, frame, width)) return { rows: rows.slice(first, last), places: null, first, skipped: [] }
  const comments = new Set(frame.comments)
  const body: Body & { places: number[] } = { rows: [], places: [], first, skipped: [] }
  for (let index = first; index < last; index++) {
    const row = rows[index]!
    if (row.length === 0) continue
    const reason = isPageLine(row) ? 'a page line' : comments.has(index) ? 'a comment line' : null
    if (reason) body.skipped.push({ start: starts[index]!, end: ends[index]!, reason })
    else {
      body.rows.push(row)
      body.places.push(index)
    }
  }
  return body
}

type Mending = {
  cut: Cut
  dialect: Dialect
  mend: (index: number) => string[] | null
  /** What was mended already. */
  mended: Map<number, string[]>
}

// The rows below the names: those cut unlike the others lined up where they can be, repeated names left out.
function settleRows(body: Body, heads: number, width: number, { cut, dialect, mend, mended }: Mending) {
  const strayed = new Set(cut.strayed)
  const names = heads > 0 ? body.rows[0]! : null
  const rows: string[][] = []
  const ragged: number[] = []
  const repaired: number[] = []
  const skipped: SkippedSpan[] = []
  for (let at = heads; at < body.rows.length; at++) {
    const index = placeOf(body, at)
    const cells = body.rows[at]!
    if (
      names &&
      cells.length === names.length &&
      cells[0] === names[0] &&
      cells.every((cell, i) => cell === names[i])
    ) {
      skipped.push({ start: cut.starts[index]!, end: cut.ends[index]!, reason: 'the column names once more' })
      continue
    }
    let row = cells
    if (width > 1 && (cells.length !== width || strayed.has(index))) row = mend(index) ?? cells
    if (row === cells && row.length === width && row[1] === '') row = unwrapFirst(row, dialect)
    if (row !== cells || (mended.size > 0 && mended.has(index))) repaired.push(rows.length)
    else if (row.length !== width) ragged.push(rows.length)
    // A space behind each delimiter belongs to it, also on a single line.
    if (row[1]?.charCodeAt(0) === 32 && !dialect.spaced && row.length === width && isSpacedRow(row))
      row = row.map((cell) => cell.trim())
    rows.push(row)
  }
  return { rows, ragged, repaired, skipped }
}

// Records of one width with nothing between them are taken as they are.
function isPlain({ widths }: Cut, { first, last, comments }: Frame, width: number): boolean {
  return widths.size === 1 && widths.has(width) && width > 1 && comments.length === 0 && last > first
}

// An empty name too many, where all rows have a cell less, names nothing.
function headerOf(heads: string[][], width: number): string[] {
  const header = mergeHeaders(heads)
  if (header.length !== width + 1) return header
  const empty = header.flatMap((name, index) => (name.trim() === '' ? [index] : []))
  return empty.length === 1 ? header.toSpliced(empty[0]!, 1) : header
}

// "1,Ann,12",,: a record quoted as a whole and then padded.
function unwrapFirst(row: string[], dialect: Dialect): string[] {
  if (!row[0]!.includes(dialect.delimiter) || row.some((cell, index) => index > 0 && cell !== '')) return row
  const inner = cutRecords(row[0]!, 0, row[0]!.length, dialect, 2).rows
  if (row.length < 3 || inner.length !== 1 || row[0]!.includes(`${dialect.delimiter} `)) return row
  return inner[0]!.length === row.length ? inner[0]! : row
}

// One record with a space after each delimiter, among records without.
function isSpacedRow(row: string[]): boolean {
  const filled = row.slice(1).filter((cell) => cell.trim() !== '')
  return filled.length > 1 && filled.filter((cell) => /^ \S/.test(cell)).length >= filled.length * 0.6
}

function nearEdges(rows: string[][], from: number, to: number): number[] {
  const found: number[] = []
  for (let index = from; index < to && found.length < 12; index++) if (rows[index]!.length > 0) found.push(index)
  const count = found.length
  for (let index = to - 1; index > (found[count - 1] ?? from) && found.length < count + 12; index--) {
    if (rows[index]!.length > 0) found.push(index)
  }
  return found
}

function linesAs(cut: Cut, from: number, to: number, reason: string): SkippedSpan[] {
  const found: SkippedSpan[] = []
  for (let index = from; index < to; index++) {
    if (cut.rows[index]!.length > 0) found.push({ start: cut.starts[index]!, end: cut.ends[index]!, reason })
  }
  return found
}

function titleIn(cut: Cut, from: number, first: number): string | undefined {
  for (let index = from; index < first; index++) {
    const filled = (cut.rows[index] ?? []).filter((cell) => cell.trim() !== '')
    const title = filled.length === 1 ? cleanTitle(filled[0]!.replace(/^\s*[#;%*/-]+\s*/, '')) : undefined
    if (title) return title
  }
  return undefined
}

function startOf(text: string, start: number): number {
  let at = start
  while (text[at] === ' ') at++
  return at
}

function endOf(text: string, end: number, delimiter: string): number {
  let at = end
  while (at > 0 && text[at - 1] === ' ' && delimiter !== ' ') at--
  return at
}
