// Applies what a person changed in a table's cells to a run of its rows: values, evidence, formulas, counts.
import { countUnread } from '../../shared/table/build-table.ts'
import { createRowFiller } from '../../shared/table/compute-columns.ts'
import type { Evidence } from '../../shared/table/evidence.ts'
import type { Cell, Column } from '../../shared/table/table.ts'
import { convertCell, readValue } from './convert-cell.ts'
import { addCounts, type CellCounts, countCells } from './count-cells.ts'

/** `confirm` leaves the value as it is. */
export type CellEdit = { column: number } & ({ value: Cell } | { confirm: true })

export type Rows = { at: number; rows: Cell[][]; evidence: Evidence[][] | null }

/** What a run of rows adds to the receipt. */
export type RowCounts = CellCounts & { cells_unread: number }

export function countRows({ rows, evidence }: Omit<Rows, 'at'>, columns: Column[]): RowCounts {
  return { ...countCells(rows, evidence), cells_unread: countUnread(rows, columns) }
}

export const sumCounts = (a: RowCounts, b: RowCounts, sign: 1 | -1 = 1): RowCounts => ({
  ...addCounts(a, {
    cells_quoted: sign * b.cells_quoted,
    cells_computed: sign * b.cells_computed,
    cells_unsupported: sign * b.cells_unsupported,
  }),
  cells_unread: a.cells_unread + sign * b.cells_unread,
})

/** Makes the change for `columns` as they are now out of those they were, in the same order. */
export function createRowChange(before: Column[], columns: Column[], edits: Map<number, CellEdit[]>) {
  const formulas = createRowFiller(columns)
  const converted = columns.flatMap((column, at) => (column.type === before[at]?.type ? [] : [at]))

  const changeRow = (cells: Cell[], evidence: Evidence[], own: CellEdit[]) => {
    const row = [...cells]
    const from = [...evidence]
    for (const at of converted) row[at] = convertCell(row[at] ?? null, before[at]!, columns[at]!)
    for (const edit of own) {
      if ('confirm' in edit) {
        if (from[edit.column] === 'unsupported') from[edit.column] = 'confirmed'
        continue
      }
      const value = readValue(edit.value, columns[edit.column]!)
      row[edit.column] = value
      from[edit.column] = value === null ? null : 'confirmed'
    }
    formulas.fill(row)
    for (const at of formulas.computed) from[at] = row[at] === null ? null : 'computed'
    return { row, from }
  }

  return {
    /** Whether every row changes, and not only those that are named. */
    all: converted.length > 0,
    apply({ at, rows, evidence }: Rows): Rows {
      const changed = { at, rows: [...rows], evidence: evidence && [...evidence] }
      const nothing = new Array<Evidence>(columns.length).fill(null)
      rows.forEach((row, index) => {
        const own = edits.get(at + index) ?? []
        if (own.length === 0 && converted.length === 0) return
        const after = changeRow(row, evidence?.[index] ?? nothing, own)
        changed.rows[index] = after.row
        // Rows of the reader have no evidence, and need none until a person changes one.
        if (!changed.evidence && after.from.some((each) => each !== null)) changed.evidence = rows.map(() => nothing)
        if (changed.evidence) changed.evidence[index] = after.from
      })
      return changed
    },
  }
}
