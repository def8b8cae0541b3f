// Makes room for new rows at the end of a table in the sheet, moving what is the person's only where nothing else is left.
import { cellAddress } from './a1.ts'
import type { KnownNow } from './find-known.ts'
import type { PlanEdit } from './plan-edit.ts'
import type { Need } from './plan-preview.ts'
import { isBlockFilled, isFilled, overlaps, rowsBeside, shownAt, windowEnd } from './sheet-window.ts'

/**
 * New rows go from `start` on. `totals` is where the totals row is afterwards: moved down by inserted rows, or, with `rewritten`, to be
 * written there anew. `inserted` rows look like the row above them.
 */
export type Room = {
  edits: PlanEdit[]
  needs: Need[]
  start: number
  totals: number | null
  rewritten: boolean
  inserted: boolean
}

const detailsShown = 20

/** What would move down if rows were inserted: told row by row. */
function whatMoves({ sheet, left, width }: KnownNow, from: number, own: number | null): string[] {
  const { window } = sheet
  const end = windowEnd(window)
  const moves: string[] = []
  const beside = new Set(rowsBeside(sheet, { column: left, columns: width }, from))
  for (let row = from; row < end.row && moves.length < detailsShown; row++) {
    let column = window.column
    const isOwn = (at: number) => row === own && at >= left && at < left + width
    while (column < end.column && (isOwn(column) || !isFilled(window, row, column))) column++
    if (column < end.column) moves.push(`${cellAddress(row, column)}: ${shownAt(window, row, column).slice(0, 60)}`)
    else if (beside.has(row)) moves.push(`Row ${row}, beside the table`)
  }
  for (const row of beside)
    if (row >= end.row && moves.length < detailsShown) moves.push(`Row ${row}, beside the table`)
  if (sheet.below) moves.push(`What stands below row ${end.row - 1}`)
  return moves
}

/** Whether rows are empty in all columns of the table, and no merged cell reaches into them. */
function isFree({ sheet, left, width }: KnownNow, row: number, rows: number): boolean {
  const block = { row, column: left, rows, columns: width }
  const read = windowEnd(sheet.window).row
  if (row + rows > read && read <= sheet.rows && sheet.below) return false
  return !isBlockFilled(sheet.window, block) && !sheet.merged.some((merged) => overlaps(merged, block))
}

const grow = ({ sheet }: KnownNow, last: number): PlanEdit[] =>
  last > sheet.rows ? [{ kind: 'grow', rows: last, columns: sheet.columns }] : []

/** Room for `count` rows after the last row of the body. */
export function makeRoom(known: KnownNow, count: number): Room {
  const { last, end, totals } = known
  const room: Room = { edits: [], needs: [], start: last + 1, totals, rewritten: false, inserted: false }
  const lacking = totals === null ? count : count - (end - last)
  if (lacking <= 0) return room
  const insertAt = totals ?? last + 1
  const moves = whatMoves(known, insertAt, totals)
  if (totals === null) {
    if (isFree(known, last + 1, count)) return { ...room, edits: grow(known, last + count) }
  } else if (moves.length > 0 && isFree(known, totals + 1, lacking)) {
    return { ...room, edits: grow(known, totals + lacking), totals: totals + lacking, rewritten: true }
  }
  const says =
    lacking === 1
      ? `Insert a row above row ${insertAt}: what stands there moves down.`
      : `Insert ${lacking} rows above row ${insertAt}: what stands there moves down.`
  return {
    ...room,
    edits: [{ kind: 'insert_rows', before: insertAt, count: lacking }],
    needs: moves.length > 0 ? [{ kind: 'move', count: lacking, says, details: moves }] : [],
    totals: totals === null ? null : totals + lacking,
    inserted: true,
  }
}
