// Cuts an accepted stretch of delimited text into cells, names its header and sets its titles aside.
import Papa from 'papaparse'
import type { Piece } from './read-delimited-pieces.ts'
import { hasHeader } from './read-header.ts'
import { splitRecord } from './read-records.ts'
import { type ReadTable, type SkippedSpan, squareUp } from './read-table.ts'

/** The table of a piece, and the offset up to which a continuation may start. */
export function laySlice(text: string, piece: Piece): { table: ReadTable; next: number } {
  const trimmed = piece.delimiter === '|' || isSpaced(text, piece)
  let rows =
    (trimmed ? null : parsePlain(text, piece)) ??
    piece.starts.map((start, index) => splitRecord(text.slice(start, piece.ends[index]!), piece.delimiter, trimmed))
  if (piece.delimiter === '|') rows = unframe(rows)
  const { skipped, title } = setTitlesAside(rows, piece)
  rows = rows.slice(skipped.length)
  const named = hasHeader(rows)
  const laid = named ? squareUp(rows[0]!, rows.slice(1)) : squareUp(null, rows)
  const table: ReadTable = {
    ...laid,
    format: piece.delimiter === '\t' ? 'tsv' : piece.delimiter === '|' ? 'pipes' : 'csv',
    start: piece.starts[skipped.length]!,
    end: piece.end,
    delimiter: piece.delimiter,
    ...(title ? { title } : {}),
    ...(skipped.length > 0 ? { skipped } : {}),
  }
  return { table, next: piece.next }
}

// The library's state machine does well-formed text; where it complains, or sees other records than were found, the
// records are cut one by one.
function parsePlain(text: string, piece: Piece): string[][] | null {
  const source = text.slice(piece.start, piece.end)
  const { data, errors } = Papa.parse<string[]>(source, { delimiter: piece.delimiter, quoteChar: '"' })
  if (errors.length > 0 || data.length !== piece.starts.length) return null
  return data.every((row, index) => row.length === piece.fields[index]) ? data : null
}

// "a, b, c": the space belongs to the delimiter.
function isSpaced(text: string, piece: Piece): boolean {
  const sample = text.slice(piece.start, Math.min(piece.end, piece.start + 5000))
  const all = sample.split(piece.delimiter).length - 1
  return piece.delimiter !== '\t' && sample.split(`${piece.delimiter} `).length - 1 >= all * 0.8
}

// | a | b |: the outer pipes are a frame.
function unframe(rows: string[][]): string[][] {
  const left = rows.every((row) => row[0] === '')
  const right = rows.every((row) => row.length > 1 && row.at(-1) === '')
  return rows.map((row) => row.slice(left ? 1 : 0, right ? -1 : undefined))
}

// Title rows that a spreadsheet pads to full width: only the first cell is filled, above a row with more.
function setTitlesAside(rows: string[][], piece: Piece): { skipped: SkippedSpan[]; title?: string } {
  const skipped: SkippedSpan[] = []
  let title = ''
  while (piece.width > 2 && skipped.length + 2 < rows.length) {
    const row = rows[skipped.length]!
    if (row.slice(1).some((cell) => cell.trim() !== '')) break
    if (rows[skipped.length + 1]!.filter((cell) => cell.trim() !== '').length < 2 && skipped.length > 3) break
    if (row[0]?.trim()) title = row[0].trim()
    skipped.push({ start: piece.starts[skipped.length]!, end: piece.ends[skipped.length]!, reason: 'title row' })
  }
  return title ? { skipped, title } : { skipped }
}
