// Counts the filled cells of rows by where their values come from, for a table's receipt.
import type { Evidence } from '../../shared/table/evidence.ts'
import type { Cell, TableReceipt } from '../../shared/table/table.ts'

export type CellCounts = { cells_quoted: number; cells_computed: number; cells_unsupported: number }

export const noCells: CellCounts = { cells_quoted: 0, cells_computed: 0, cells_unsupported: 0 }

/** A filled cell without evidence came from the reader as it is: it is quoted from the table's source. */
export function countCells(rows: Cell[][], evidence: Evidence[][] | null): CellCounts {
  const counts = { ...noCells }
  rows.forEach((row, at) => {
    row.forEach((cell, index) => {
      if (cell === null) return
      const from = evidence?.[at]?.[index] ?? null
      if (from === 'computed') counts.cells_computed += 1
      else if (from === 'unsupported') counts.cells_unsupported += 1
      else counts.cells_quoted += 1
    })
  })
  return counts
}

export const addCounts = (a: CellCounts, b: CellCounts): CellCounts => ({
  cells_quoted: a.cells_quoted + b.cells_quoted,
  cells_computed: a.cells_computed + b.cells_computed,
  cells_unsupported: a.cells_unsupported + b.cells_unsupported,
})

/** What a receipt says; the reader's says only what it quoted, and one from before cells were counted nothing. */
export function countsOf(receipt: TableReceipt | null): CellCounts | null {
  const { cells_quoted, cells_computed = 0, cells_unsupported = 0 } = receipt ?? {}
  return cells_quoted === undefined ? null : { cells_quoted, cells_computed, cells_unsupported }
}
