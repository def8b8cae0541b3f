// Follows cells through the rows that a plan inserts and deletes: where they stood before, where they stand afterwards.
import type { Block } from '../../../shared/plan/a1.ts'
import type { PlanEdit } from '../../../shared/plan/plan-edit.ts'

/** Rows that came or went; each step sees the sheet as those before it left it. */
export type RowStep = { kind: 'insert' | 'delete'; row: number; count: number }

/** The step of an edit, or null for one that moves nothing. */
export function rowStep(edit: PlanEdit): RowStep | null {
  if (edit.kind === 'insert_rows') return { kind: 'insert', row: edit.before, count: edit.count }
  return edit.kind === 'delete_rows' ? { kind: 'delete', row: edit.row, count: edit.count } : null
}

function parted({ row, rows, ...rest }: Block, at: number, count: number): Block[] {
  if (row >= at) return [{ ...rest, row: row + count, rows }]
  if (row + rows <= at) return [{ ...rest, row, rows }]
  return [
    { ...rest, row, rows: at - row },
    { ...rest, row: at + count, rows: row + rows - at },
  ]
}

function cut({ row, rows, ...rest }: Block, at: number, count: number): Block[] {
  const above = Math.max(0, Math.min(row + rows, at) - row)
  const below = Math.max(0, row + rows - Math.max(row, at + count))
  return above + below === 0 ? [] : [{ ...rest, row: row < at ? row : Math.max(at, row - count), rows: above + below }]
}

const through = (block: Block, { kind, row, count }: RowStep) =>
  kind === 'insert' ? parted(block, row, count) : cut(block, row, count)

const opposite = (step: RowStep): RowStep => ({ ...step, kind: step.kind === 'insert' ? 'delete' : 'insert' })

/** Where the cells of these blocks stand after the steps; those that went are left out. */
export function carryForward(blocks: Block[], steps: RowStep[]): Block[] {
  return steps.reduce((moved, step) => moved.flatMap((block) => through(block, step)), blocks)
}

/** Where the cells of these blocks stood before the steps; those that came are left out. */
export function carryBack(blocks: Block[], steps: RowStep[]): Block[] {
  return carryForward(blocks, [...steps].reverse().map(opposite))
}

/** The cells whose contents, look, rule or note an edit changes, where they stand at that time. */
export function touchedBlocks(edit: PlanEdit): Block[] {
  switch (edit.kind) {
    case 'cells':
      return edit.cells.length === 0 || edit.cells[0]?.length === 0
        ? []
        : [{ row: edit.row, column: edit.column, rows: edit.cells.length, columns: edit.cells[0]?.length ?? 0 }]
    case 'clear':
    case 'look':
    case 'rule':
      return [edit.block]
    case 'note':
      return [{ row: edit.row, column: edit.column, rows: 1, columns: 1 }]
    case 'separate':
      return edit.blocks
    default:
      return []
  }
}

/** `before` are the touched cells as addresses before the plan, `after` the same and new ones as addresses after it. */
export type Trace = { steps: RowStep[]; before: Block[]; after: Block[]; inserted: Block[]; deleted: Block[] }

/** Traces all cells that edits touch. `columns` is the width of the sheet: whole rows come and go. */
export function traceEdits(edits: PlanEdit[], columns: number): Trace {
  const steps = edits.map(rowStep).filter((step) => step !== null)
  const trace: Trace = { steps, before: [], after: [], inserted: [], deleted: [] }
  let done = 0
  for (const edit of edits) {
    const step = rowStep(edit)
    const [past, coming] = [steps.slice(0, done), steps.slice(done)]
    if (step) {
      done++
      const rows = { row: step.row, column: 1, rows: step.count, columns }
      if (step.kind === 'insert') trace.inserted.push(...carryForward([rows], steps.slice(done)))
      else trace.deleted.push(...carryBack([rows], past))
      continue
    }
    const touched = touchedBlocks(edit)
    trace.before.push(...carryBack(touched, past))
    trace.after.push(...carryForward(touched, coming))
  }
  return trace
}
