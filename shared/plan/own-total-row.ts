// What becomes of the total that a table brings, when its rows go into a table in the sheet.
import type { Draft } from './draft.ts'

/**
 * The sheet's totals row says the same; without one, the table's own total has no place, and that is said. `as` is what the row counts as
 * otherwise.
 */
export function countOwnTotal(draft: Draft, ownTotal: boolean, as: 'rows_new' | 'rows_unchanged'): void {
  if (!ownTotal) return
  draft.counts[draft.totals ? as : 'rows_left_out']++
  if (!draft.totals) draft.notes.push('The table’s own total is left out: the table in the sheet has no totals row.')
}
