// The shape of a table as it stands in a text: raw cells and where they were.
import type { ColumnType } from './table.ts'

/** A part of the table's neighbourhood that was seen and left out of the rows, with the reason in plain words. */
export type SkippedSpan = { start: number; end: number; reason: string }

/**
 * A table found in a text. Cells are raw text; a row may be shorter or longer than the header, as it was written.
 * `start` and `end` are UTF-16 offsets into the decoded text.
 */
export type ReadTable = {
  /** Column names as written, or null when the first row is already data. */
  header: string[] | null
  rows: string[][]
  /**
   * `csv`, `tsv`, `pipes`, `markdown`, `wiki`, `html`, `json`, `jsonl`, `aligned`, `box`, `key-values`, `pairs`, `log`,
   * `xlsx` or `ods`.
   */
  format: string
  start: number
  end: number
  /** The delimiter of delimited text. */
  delimiter?: string
  /** A title line directly above the table, without its decoration. */
  title?: string
  /** Indexes into `rows` of rows that sum up the others. */
  totals?: number[]
  /** Indexes into `rows` of rows that had fewer or more cells than the table is wide. */
  ragged?: number[]
  /** Indexes into `rows` of rows whose cells were lined up with the columns, a mark being missing or too many. */
  repaired?: number[]
  skipped?: SkippedSpan[]
  /** What the format itself says of each column, such as the cell formats of a workbook; null where it says nothing. */
  stated?: (StatedType | null)[]
}

/** A type that a format states. Cells under it are plain: `-1234.5`, `15%`, ISO dates and times, `true`. */
export type StatedType = { type: ColumnType; currency?: string }

/** Pads every row (and the header) with empty cells to one width; names the rows whose own width differed. */
export function squareUp(header: string[] | null, rows: string[][]): Pick<ReadTable, 'header' | 'rows' | 'ragged'> {
  let width = header?.length ?? 0
  for (const row of rows) if (row.length > width) width = row.length
  const expected = header?.length ?? commonWidth(rows)
  const ragged: number[] = []
  for (const [index, row] of rows.entries()) {
    if (row.length !== expected) ragged.push(index)
    while (row.length < width) row.push('')
  }
  const names = header && [...header]
  while (names && names.length < width) names.push('')
  return ragged.length > 0 ? { header: names, rows, ragged } : { header: names, rows }
}

function commonWidth(rows: string[][]): number {
  const counts = new Map<number, number>()
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1)
  let best = 0
  for (const [width, count] of counts) if (count > (counts.get(best) ?? 0)) best = width
  return best
}
