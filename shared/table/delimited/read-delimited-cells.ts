// Cuts an accepted stretch of delimited text into tables.

import type { ReadTable } from '../read-table.ts'
import { cutRecords } from './read-cut.ts'
import type { Piece } from './read-delimited-pieces.ts'
import { dialectOf } from './read-dialect.ts'
import { layTables } from './read-lay.ts'

/** The tables of a piece, and the offset up to which a continuation of the last one may start. */
export function laySlice(text: string, piece: Piece): { table: ReadTable; next: number }[] {
  const dialect = dialectOf(text, piece.start, piece.end, piece.delimiter)
  const cut = cutRecords(text, piece.start, piece.end, dialect)
  if (piece.delimiter === '|') {
    cut.rows = unframe(cut.rows.map((row) => (isRule(row) ? [] : row)))
  }
  return layTables(text, cut, dialect).map((table) => ({ table, next: piece.next }))
}

// | a | b |: the outer pipes are a frame.
function unframe(rows: string[][]): string[][] {
  const filled = rows.filter((row) => row.length > 0)
  const left = filled.every((row) => row[0] === '')
  const right = filled.every((row) => row.length > 1 && row.at(-1) === '')
  return rows.map((row) => row.slice(left ? 1 : 0, right ? -1 : undefined))
}

function isRule(row: string[]): boolean {
  return (
    row.length > 0 && row.every((cell) => /^[\s+=:_─┼-]*$/.test(cell)) && row.some((cell) => /-{3}|={3}/.test(cell))
  )
}
