// Rows with what is known of their cells, as the tools over existing tables work on them.
import type { Evidence } from '../../shared/table/evidence.ts'
import type { Cell } from '../../shared/table/table.ts'
import type { SourceTable } from './engine.ts'

/** `evidence` is null for a row that its reader cut out of the source as it is. */
export type Row = { cells: Cell[]; evidence: Evidence[] | null }

/** Where the filled cells of rows come from, as a receipt counts it. */
export type CellCounts = { cells_quoted: number; cells_computed: number; cells_unsupported: number }

/** All rows of a table in order, in chunks. */
export async function* readRows(source: SourceTable): AsyncGenerator<Row[]> {
  if (!source.cells) {
    for await (const rows of source.rows()) yield rows.map((cells) => ({ cells, evidence: null }))
    return
  }
  for await (const { rows, evidence } of source.cells())
    yield rows.map((cells, at) => ({ cells, evidence: evidence?.[at] ?? null }))
}

/** A chunk as the events have it: evidence for all of its rows, or for none of them. */
export function toChunk(rows: Row[]): { rows: Cell[][]; evidence?: Evidence[][] } {
  const cells = rows.map((row) => row.cells)
  if (rows.every(({ evidence }) => evidence === null)) return { rows: cells }
  return { rows: cells, evidence: rows.map((row) => row.evidence ?? row.cells.map(() => null)) }
}

/** Adds rows to the counts; a filled cell without evidence is quoted by its table's source. */
export function countInto(counts: CellCounts, rows: Row[]): void {
  for (const { cells, evidence } of rows) {
    for (let at = 0; at < cells.length; at += 1) {
      if (cells[at] === null) continue
      const from = evidence?.[at]
      if (from === 'computed') counts.cells_computed += 1
      else if (from === 'unsupported') counts.cells_unsupported += 1
      else counts.cells_quoted += 1
    }
  }
}

const pieceRows = 500

/** Rows that are all there in pieces, letting other work run between them. */
export async function* inPieces(rows: Row[]): AsyncGenerator<Row[]> {
  for (let at = 0; at < rows.length; at += pieceRows) {
    yield rows.slice(at, at + pieceRows)
    await new Promise(setImmediate)
  }
}
