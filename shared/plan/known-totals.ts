// The totals row of a table in the sheet after its body has changed its length.
import type { FittedTable } from '../template/fitted-table.ts'
import type { ChangedCell } from './cell-runs.ts'
import type { KnownNow } from './find-known.ts'
import type { KnownPlaces } from './known-columns.ts'
import type { Room } from './make-room.ts'
import { sameCell } from './same-cell.ts'
import { cellAt } from './sheet-window.ts'
import { regrownTotal, totalFormula } from './table-totals.ts'

/**
 * The cells of the totals row that change: formulas over the body, whoever wrote them, go down to the row above; with a row that is
 * written at another place, all of its cells. New columns get theirs.
 */
export function totalsChanges(
  known: KnownNow,
  { added }: KnownPlaces,
  { totals, rewritten }: Pick<Room, 'totals' | 'rewritten'>,
  fitted: FittedTable,
): ChangedCell[] {
  if (known.totals === null || totals === null) return []
  const changes: ChangedCell[] = []
  const last = totals - 1
  const was = { first: known.first, last: known.totals - 1 }
  for (let at = 0; at < known.width; at++) {
    const column = known.left + at
    const stood = cellAt(known.sheet.window, known.totals, column)
    const cell =
      typeof stood === 'object' && stood !== null ? { formula: regrownTotal(stood.formula, was, last) } : stood
    if (rewritten || !sameCell(stood, cell)) changes.push({ row: totals, column, cell })
  }
  const rows = { first: known.first, last }
  for (const { fitted: its, column } of added)
    if (its.total && last >= known.first)
      changes.push({ row: totals, column, cell: { formula: totalFormula(its.total, column, rows, fitted.locale) } })
  return changes
}
