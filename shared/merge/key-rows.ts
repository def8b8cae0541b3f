// Turns rows as a sheet has them into a keyed table: every row gets a key, whatever stands in its key cells.
import type { Cell } from '../table/table.ts'
import type { Keyed, Row } from './keyed.ts'
import { putCell } from './keyed.ts'

/**
 * What a new id is for: the row (from 0), the key that it had, empty when it had none, and the how-manieth row with that
 * key it is, from 1. When an id is taken it is asked for again with the next `nth`.
 */
export type IdWanted = { row: number; key: string; nth: number }

/** A row that could not have the key of its cells: it was empty, or an earlier row has it. */
export type RekeyedRow = IdWanted & { id: string; why: 'empty' | 'duplicate' }

/** Rows of cells in the order of `columns`; `by` names the key columns. */
export type RowsToKey = { columns: string[]; by: string[]; rows: Cell[][] }

/**
 * Keys the rows by `keyText` of their key cells. The first row with a key keeps it; a row with an empty one, and every
 * later row with the same, gets an id from `newId` and is told in `rekeyed`. The cells stay as they are: an id is the
 * name of a row, not a correction of it. When versions of a table are keyed to be merged, an id made of `key` and `nth` alone
 * lets the second row with a key meet the second one there. Formulas must come as their values: their text changes as rows move.
 * Empty text becomes an empty cell, as a sheet would have it.
 */
export function keyRows(
  { columns, by, rows }: RowsToKey,
  newId: (wanted: IdWanted) => string,
): { keyed: Keyed; rekeyed: RekeyedRow[] } {
  const places = by.map((column) => columns.indexOf(column))
  const missing = by.filter((_, at) => places[at] === -1)
  if (by.length === 0 || missing.length > 0)
    throw new RangeError(
      by.length === 0
        ? 'Rows can only be told apart by key columns: name at least one.'
        : `The table has no column ${missing.join(', ')} to know its rows by.`,
    )
  const keys = rows.map((cells) => keyText(places.map((place) => cells[place] ?? null)))
  const taken = new Set(keys)
  const seen = new Map<string, number>()
  const keyed = new Map<string, Row>()
  const rekeyed: RekeyedRow[] = []
  for (const [row, cells] of rows.entries()) {
    const key = keys[row] ?? ''
    const nth = (seen.get(key) ?? 0) + 1
    seen.set(key, nth)
    if (nth === 1 && key !== '') {
      keyed.set(key, rowOf(columns, cells))
      continue
    }
    const id = freeId(newId, { row, key, nth }, taken)
    taken.add(id)
    keyed.set(id, rowOf(columns, cells))
    rekeyed.push({ row, key, nth, id, why: key === '' ? 'empty' : 'duplicate' })
  }
  return { keyed: { columns: [...columns], rows: keyed }, rekeyed }
}

/**
 * The key that cells say, the same for what looks the same in a sheet and to the person who types it again:
 * - Spaces around text do not count, nor how an accent is encoded; upper and lower case do.
 * - A number and its plain text are one key, 1 and `1`: a CSV, a form or a reformatted column turns one into the other.
 *   `0001` and `1.0` are other texts and so other keys. Numbers have the 15 digits that a sheet shows.
 * - TRUE and `TRUE` are one key.
 * - Several key columns make one key of all of them, which no other cells can make; it is empty when all of them are.
 */
export function keyText(cells: Cell[]): string {
  const texts = cells.map((cell) => {
    if (cell === null) return ''
    if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
    if (typeof cell === 'number') return String(Number.isSafeInteger(cell) ? cell : Number(cell.toPrecision(15)))
    return cell.trim().normalize('NFC')
  })
  if (texts.length === 1) return texts[0] ?? ''
  return texts.every((text) => text === '') ? '' : JSON.stringify(texts)
}

function rowOf(columns: string[], cells: Cell[]): Row {
  const row: Row = {}
  for (const [at, column] of columns.entries()) putCell(row, column, cells[at] === '' ? null : (cells[at] ?? null))
  return row
}

function freeId(newId: (wanted: IdWanted) => string, wanted: IdWanted, taken: Set<string>): string {
  for (let more = 0; more < 10_000; more++) {
    const id = newId({ ...wanted, nth: wanted.nth + more })
    if (id !== '' && !taken.has(id)) return id
  }
  throw new RangeError('No free id was given for a row: ids must differ when `nth` does.')
}
