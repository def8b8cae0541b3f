// Plans new rows in place of those of a table in the sheet.
import { addRows } from './add-rows.ts'
import type { ChangedCell } from './cell-runs.ts'
import { type Draft, noCounts } from './draft.ts'
import { changedFormats } from './extend-table.ts'
import { findKnown, type KnownNow } from './find-known.ts'
import { type KnownPlaces, placeInKnown } from './known-columns.ts'
import type { Room } from './make-room.ts'
import { countOwnTotal } from './own-total-row.ts'
import { columnRuns } from './placed-column.ts'
import type { PlanEdit } from './plan-edit.ts'
import type { PlanInput } from './plan-table.ts'
import { sameCell } from './same-cell.ts'
import { cellAt, isBlockFilled } from './sheet-window.ts'

/** The cells that differ from what stands in their place, row by row. */
function differences({ fitted }: PlanInput, known: KnownNow, { placed }: KnownPlaces, rows: number) {
  const changed: ChangedCell[] = []
  let updated = 0
  for (let index = 0; index < Math.min(rows, fitted.rows); index++) {
    const row = known.first + index
    const before = changed.length
    for (const { column, cell } of placed) {
      const now = cell(index, row)
      if (!sameCell(cellAt(known.sheet.window, row, column), now)) changed.push({ row, column, cell: now })
    }
    if (changed.length > before) updated++
  }
  return { changed, updated }
}

/** Whether something that is not the table's own stands in these rows. */
function holdsOther({ sheet, left, width }: KnownNow, { placed }: KnownPlaces, row: number, rows: number): boolean {
  const own = new Set(placed.map(({ column }) => column))
  return Array.from({ length: width }, (_, at) => left + at).some(
    (column) => !own.has(column) && isBlockFilled(sheet.window, { row, column, rows, columns: 1 }),
  )
}

/** The body ends earlier: what is left over is cleared, and the totals row moves up when nothing is in its way. */
function shrink(known: KnownNow, places: KnownPlaces, rows: number): { room: Room; last: number; cleared: PlanEdit[] } {
  const { first, last, totals } = known
  const next = first + rows
  const up = totals !== null && rows > 0 && !holdsOther(known, places, next, last - next + 1)
  const room: Room = { edits: [], needs: [], start: next, totals: up ? next : totals, rewritten: up, inserted: false }
  const from = up ? next + 1 : next
  const left = { row: from, rows: (up ? totals : last) - from + 1 }
  const wide: PlanEdit[] = [{ kind: 'clear', block: { ...left, column: known.left, columns: known.width } }]
  const own = columnRuns(
    places.placed.filter((each) => !places.added.includes(each)),
    left,
    () => true,
  ).map(({ block }): PlanEdit => ({ kind: 'clear', block }))
  return { room, last: next - 1, cleared: left.rows > 0 ? (up ? wide : own) : [] }
}

/** Every row of the body is replaced by the one in its place; hand-made columns stay where they are. */
export function planReplace(input: PlanInput): Draft {
  const { fitted } = input
  const known = findKnown(input.place, { typed: false })
  const standing = Math.max(0, known.last - known.first + 1)
  const places = placeInKnown(fitted, known, Math.max(known.end, known.first + fitted.rows) + 1)
  const { changed, updated } = differences(input, known, places, standing)
  const more = Math.max(0, fitted.rows - standing)
  const indexes = Array.from({ length: more }, (_, at) => standing + at)
  const kept = Math.min(standing, fitted.rows)
  const draft = addRows(input, known, places, {
    ...{ indexes, changed, looks: changedFormats(known, places, kept) },
    origin: (row) => (row >= known.first && row < known.first + kept ? row - known.first : null),
    ...(fitted.rows < standing ? { shrunk: shrink(known, places, fitted.rows) } : {}),
  })
  const cells = changed.filter(({ column }) => !places.added.some((each) => each.column === column)).length
  draft.counts = {
    ...noCounts,
    ...{ rows_new: more, rows_updated: updated, rows_unchanged: kept - updated },
    ...{ rows_removed: standing - kept, cells_updated: cells },
  }
  countOwnTotal(draft, fitted.own_total, 'rows_unchanged')
  return draft
}
