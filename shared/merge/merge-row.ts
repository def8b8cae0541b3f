// Merges the two sides of one row, cell by cell.
import type { Cell } from '../table/table.ts'
import { type Conflict, cellOf, putCell, type Row, type Side } from './keyed.ts'
import type { MergedColumn } from './merge-columns.ts'
import { sameValue } from './same-value.ts'

/**
 * Mergers for rows of these columns; they add what they cannot decide to `conflicts` and keep ours there. `whole` says
 * which side has exactly these columns: a row that the merge leaves as it is there is that side's own object. A cell
 * that is missing there stays missing.
 *
 * Where the base has no such cell (the row, or the column, came with both sides), any difference is a conflict, an empty
 * cell against a filled one too: nobody knows which of the two was meant.
 */
export function rowMergers(columns: MergedColumn[], whole: Record<Side, boolean>, conflicts: Conflict[]) {
  const shared = columns.filter((column) => column.inBase && column.inOurs && column.inTheirs).map(({ id }) => id)
  // Where the other side has the columns of the base alone and left a row as it was, the row of this one is the merged one.
  const takesOurs = whole.ours && columns.every(({ inBase, inTheirs }) => inBase === inTheirs)
  const takesTheirs = whole.theirs && columns.every(({ inBase, inOurs }) => inBase === inOurs)

  function ask(key: string, column: string, base: Cell | undefined, [ours, theirs]: Cells, removedBy?: Side): void {
    const conflict = { key, column, base: base ?? null, ours: ours ?? null, theirs: theirs ?? null }
    conflicts.push(removedBy ? { ...conflict, removedBy } : conflict)
  }

  /** A row that both sides have; `base` is undefined when both inserted it. */
  function both(key: string, base: Row | undefined, ours: Row, theirs: Row): Row {
    if (base && (takesOurs || takesTheirs)) {
      const touched = touchedBy(shared, base, ours, theirs)
      if (takesOurs && !(touched & them)) return ours
      if (takesTheirs && !(touched & us)) return theirs
    }
    const merged: Row = {}
    for (const { id, inBase, inOurs, inTheirs } of columns) {
      const known = inBase && base !== undefined
      const was = known ? cellOf(base, id) : undefined
      const [our, their] = [inOurs ? cellOf(ours, id) : undefined, inTheirs ? cellOf(theirs, id) : undefined]
      let value = inOurs ? our : their
      if (!inOurs || !inTheirs) {
        if (known && !sameValue(value, was)) ask(key, id, was, [our, their], inOurs ? 'theirs' : 'ours')
      } else {
        const chosen = known ? choose(was, our, their) : sameValue(our, their) ? 'ours' : null
        if (!chosen) ask(key, id, was, [our, their])
        if (chosen === 'theirs') value = their
      }
      if (value !== undefined) putCell(merged, id, value)
    }
    return merged
  }

  /** A row that only one side has: it gets the columns of the other, empty. With `base`, the other side deleted it. */
  function alone(key: string, base: Row | undefined, row: Row, side: Side): Row {
    if (whole[side] && !base) return row
    const merged: Row = {}
    for (const { id, inBase, inOurs, inTheirs } of columns) {
      const has = side === 'ours' ? inOurs : inTheirs
      const value = has ? cellOf(row, id) : null
      if (value !== undefined) putCell(merged, id, value)
      const was = base && inBase ? cellOf(base, id) : undefined
      if (base && inBase && inOurs !== inTheirs && has && !sameValue(value, was))
        ask(key, id, was, side === 'ours' ? [value, null] : [null, value], side === 'ours' ? 'theirs' : 'ours')
    }
    return merged
  }

  return { both, alone }
}

type Cells = [ours: Cell | undefined, theirs: Cell | undefined]

const us = 1
const them = 2

/** Who has another cell than the base, to the letter, in any of the columns: `us`, `them`, both or nobody. */
function touchedBy(columns: string[], base: Row, ours: Row, theirs: Row): number {
  let touched = 0
  for (const column of columns) {
    const was = base[column]
    if (ours[column] !== was) touched |= us
    if (theirs[column] !== was) touched |= them
    if (touched === (us | them)) break
  }
  return touched
}

/** Whose value a cell gets; null when both changed it, to different values. A new writing of the old value is taken too. */
function choose(was: Cell | undefined, our: Cell | undefined, their: Cell | undefined): Side | null {
  if (their === was) return 'ours'
  if (our === was) return 'theirs'
  if (sameValue(their, was)) return 'ours'
  if (sameValue(our, was)) return 'theirs'
  return sameValue(our, their) ? 'ours' : null
}
