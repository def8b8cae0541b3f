// Mends the records of one table that are not as wide as the others, from what its sound records look like.
import { cellKind } from '../surroundings/read-cell-kind.ts'
import { type Cut, cutRecords } from './read-cut.ts'
import type { Dialect } from './read-dialect.ts'
import { type ColumnProfile, fitCell, profileColumns } from './read-profile.ts'
import { repairRecord } from './read-repair.ts'

const sampleSize = 300

/** A function that gives the mended cells of a record by its index, or null when it must stay as it is. */
export function createRepair(
  text: string,
  cut: Cut,
  dialect: Dialect,
  from: number,
  to: number,
  width: number,
): (index: number) => string[] | null {
  let columns: ColumnProfile[] | null = null
  const allowance = { left: 8_000_000 }
  return (index) => {
    const inner = wrappedRecord(cut.rows[index]!, dialect, width)
    if (inner) return inner
    if (width < 3) return null
    columns ??= learn(text, cut, dialect, from, to, width)
    if (columns.length === 0) return null
    const source = text.slice(cut.starts[index]!, cut.ends[index]!)
    const mended = source.includes('\n') ? null : repairRecord(source, columns, dialect, allowance)
    const row = cut.rows[index]!
    if (!mended || row.length !== width) return mended?.row ?? null
    // A record of the right width is cut anew only if that takes quotes off its cells, which then fit much better.
    const quotes = (cells: string[]) => cells.join('').split(dialect.quote).length
    if (quotes(mended.row) >= quotes(row)) return null
    const fit = columns.reduce((sum, column, at) => sum + fitCell(column, row[at]!, false), 0)
    return mended.fit > fit + 0.7 && mended.row.some((cell, at) => cell !== row[at]) ? mended.row : null
  }
}

// "1,Ann,""a, b""": a whole record in quotes, its own quotes doubled.
function wrappedRecord(row: string[], dialect: Dialect, width: number): string[] | null {
  const [cell = ''] = row
  if (row.length !== 1 || width === 1 || cell.length > 20_000 || !cell.includes(dialect.delimiter)) return null
  const inner = cutRecords(cell, 0, cell.length, dialect, 2).rows
  return inner.length === 1 && inner[0]!.length === width ? inner[0]! : null
}

// Sound records spread over the table; too few of them teach nothing.
function learn(text: string, cut: Cut, dialect: Dialect, from: number, to: number, width: number): ColumnProfile[] {
  const step = Math.max(1, (to - from) / (2 * sampleSize))
  const rows: string[][] = []
  const marked: boolean[][] = []
  for (let at = from; at < to && rows.length < sampleSize; at += step) {
    const index = Math.floor(at)
    const row = cut.rows[index]!
    if (row.length !== width) continue
    // Names and units above the values teach nothing.
    if (rows.length === 0 && !row.some((cell) => cellKind(cell) === 'value')) continue
    rows.push(row)
    marked.push(
      quotedCells(text.slice(cut.starts[index]!, Math.min(cut.ends[index]!, cut.starts[index]! + 20_000)), dialect),
    )
  }
  return rows.length >= 5 ? profileColumns(rows, marked, width) : []
}

// Which cells of a record are written in quotes: those that differ when quotes mean nothing and are cut at their bounds.
function quotedCells(source: string, dialect: Dialect): boolean[] {
  if (!dialect.quote) return []
  const found: boolean[] = []
  let at = 0
  for (const cell of cutRecords(source, 0, source.length, dialect, 1).rows[0] ?? []) {
    while (source[at] === ' ') at++
    const quoted = source[at] === dialect.quote && cell !== source.slice(at, at + cell.length)
    found.push(quoted)
    // Doubled or escaped quotes make the written cell longer than what it says.
    const written = quoted ? cell.length + 2 + (cell.split(dialect.quote).length - 1) : cell.length
    at = source.indexOf(dialect.delimiter, at + written)
    if (at < 0) break
    at += dialect.delimiter.length
  }
  return found
}
