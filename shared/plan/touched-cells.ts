// The cells that a plan may change, for checks of what the writers did.
import { movedRows } from './moved-rows.ts'
import type { PlanBlock, PlanEdit } from './plan-edit.ts'
import type { SheetPlan } from './sheet-plan.ts'

/** The block whose cells an edit changes, in the rows as they are when it is made; null when it changes none. */
export function editBlocks(edit: PlanEdit): PlanBlock[] {
  switch (edit.kind) {
    case 'cells':
      return [{ row: edit.row, column: edit.column, rows: edit.cells.length, columns: edit.cells[0]?.length ?? 0 }]
    case 'note':
      return [{ row: edit.row, column: edit.column, rows: 1, columns: 1 }]
    case 'clear':
    case 'look':
    case 'rule':
    case 'band':
      return [edit.block]
    case 'condition':
    case 'separate':
      return edit.blocks
    default:
      return []
  }
}

/** How much of a cell may change: what stands in it, or only what it looks like and which rule it has. */
export type Touch = { block: PlanBlock; contents: boolean }

/**
 * All blocks that a plan touches, in the rows as they are afterwards. Rows for which `before` answers null are new as a
 * whole. Nothing else may differ, cell by cell, from what stood in the row `before`.
 */
export function touchedCells({ edits }: Pick<SheetPlan, 'edits'>): {
  touched: Touch[]
  before: (row: number) => number | null
} {
  const { before, after } = movedRows(edits)
  const touched = edits.flatMap((edit) => {
    const contents = edit.kind === 'cells' || edit.kind === 'clear' || edit.kind === 'separate'
    return editBlocks(edit).flatMap((block): Touch[] => {
      if (edit.kind !== 'separate') return [{ block, contents }]
      const row = after(block.row)
      return row === null ? [] : [{ block: { ...block, row }, contents }]
    })
  })
  return { touched, before }
}
