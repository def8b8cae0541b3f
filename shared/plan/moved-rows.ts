// Where rows of the sheet were before a plan, and where they are after it.
import type { PlanEdit } from './plan-edit.ts'

/** `before` and `after` answer null for rows that were not there before, or are gone after. */
export type MovedRows = { before: (row: number) => number | null; after: (row: number) => number | null }

/** A plan moves rows before it does anything else that counts rows, but for separating merged cells. */
export function movedRows(edits: readonly PlanEdit[]): MovedRows {
  const moves = edits.filter((edit) => edit.kind === 'insert_rows' || edit.kind === 'delete_rows')
  const back = [...moves].reverse()
  return {
    before: (row) => {
      let at = row
      for (const move of back) {
        if (move.kind === 'delete_rows') at += at >= move.row ? move.count : 0
        else if (at >= move.before + move.count) at -= move.count
        else if (at >= move.before) return null
      }
      return at
    },
    after: (row) => {
      let at = row
      for (const move of moves) {
        if (move.kind === 'insert_rows') at += at >= move.before ? move.count : 0
        else if (at >= move.row + move.count) at -= move.count
        else if (at >= move.row) return null
      }
      return at
    },
  }
}
