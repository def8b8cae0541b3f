// Rows for a model: as many as fit its attention, one JSON array a line, and what was left out.
import type { Cell, Column } from '../../shared/table/table.ts'

/** What one answer shows: a model reads slowly, and forgets what is long. */
export const mostCharacters = 40_000
const mostCellCharacters = 1_000

/** A cell in full, or its beginning. */
const shorten = (cell: Cell): Cell =>
  typeof cell === 'string' && cell.length > mostCellCharacters ? `${cell.slice(0, mostCellCharacters)}…` : cell

export type ShownRows = {
  rows: Cell[][]
  /** Cells of which only the beginning is shown. */
  shortened: number
}

/** The first rows that fit into `characters`, one at least. */
export function fitRows(rows: Cell[][], characters = mostCharacters): ShownRows {
  const shown: ShownRows = { rows: [], shortened: 0 }
  let left = characters
  for (const row of rows) {
    const short = row.map(shorten)
    left -= JSON.stringify(short).length
    if (left < 0 && shown.rows.length > 0) break
    shown.rows.push(short)
    shown.shortened += short.filter((cell, at) => cell !== row[at]).length
  }
  return shown
}

export const namesOf = (columns: Column[]) => columns.map(({ name, type }) => `${name} (${type})`).join(', ')

export const linesOf = (rows: Cell[][]) => rows.map((row) => JSON.stringify(row)).join('\n')

/** The notes that are there, one a line. */
export const notesOf = (notes: (string | false | null)[]): string[] => notes.filter((note) => typeof note === 'string')
