// Single cells that change, as few blocks of them as are found in one pass.
import type { PlanEdit } from './plan-edit.ts'
import type { SheetCell } from './sheet-cell.ts'

export type ChangedCell = { row: number; column: number; cell: SheetCell }

type Run = { row: number; column: number; cells: SheetCell[][] }

/** Neighbours in a row belong together, and rows below each other that change in the same columns. */
export function cellRuns(changed: ChangedCell[]): PlanEdit[] {
  const sorted = [...changed].sort((a, b) => a.row - b.row || a.column - b.column)
  const done: Run[] = []
  let above = new Map<string, Run>()
  let at = 0
  while (at < sorted.length) {
    const { row } = sorted[at]!
    const here = new Map<string, Run>()
    while (at < sorted.length && sorted[at]!.row === row) {
      const { column } = sorted[at]!
      const cells: SheetCell[] = []
      while (at < sorted.length && sorted[at]!.row === row && sorted[at]!.column === column + cells.length)
        cells.push(sorted[at++]!.cell)
      const name = `${column}:${cells.length}`
      const upper = above.get(name)
      if (upper && upper.row + upper.cells.length === row) {
        upper.cells.push(cells)
        here.set(name, upper)
      } else {
        const run = { row, column, cells: [cells] }
        done.push(run)
        here.set(name, run)
      }
    }
    above = here
  }
  return done.map(({ row, column, cells }) => ({ kind: 'cells', row, column, cells }))
}
