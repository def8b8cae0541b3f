// Makes the edits of a plan so that all of it can be taken back: what was there is kept before anything changes.
import type { Block } from '../../shared/plan/a1.ts'
import type { PlanEdit } from '../../shared/plan/plan-edit.ts'
import { applyEdits } from './edits/apply-edits.ts'
import { fewBlocks } from './edits/blocks.ts'
import { carryForward, rowStep, type Trace, traceEdits } from './edits/trace-cells.ts'
import type { Spreadsheet, WritePlace } from './edits/write-place.ts'
import { Failure, toProblem } from './failure.ts'
import type { Sheet } from './sheets.ts'
import { keepAnchors } from './undo/keep-anchors.ts'
import { keepSheet } from './undo/keep-sheet.ts'
import { markLooks } from './undo/look-marks.ts'
import { markBlocks } from './undo/marks.ts'
import { beyondGrid, revertStep } from './undo/revert-step.ts'
import { blocksToSave, saveBlocks } from './undo/saved-cells.ts'
import type { UndoStep } from './undo/undo-step.ts'
import { noteProgress, putStep, removeStep } from './undo/undo-store.ts'

/** Blocks that are looked at later, each by itself. */
const mostWatched = 12
const structural = new Set<PlanEdit['kind']>(['insert_rows', 'delete_rows', 'grow', 'separate', 'clear'])

/** Reads and copies what the edits will change. */
function keepBefore(spreadsheet: Spreadsheet, sheet: Sheet, edits: PlanEdit[], trace: Trace) {
  const touched = [...trace.before, ...trace.deleted]
  const blocks = touched.length > 0 ? blocksToSave(sheet, touched) : []
  const saved = blocks.length > 0 ? { sheet_id: saveBlocks(sheet, blocks).getSheetId(), blocks } : null
  const kept = keepSheet(spreadsheet, sheet, edits, trace, saved)
  return { saved, sheet: kept, fresh: beyondGrid(trace.before, kept.rows, kept.columns) }
}

/** The structural edits, and how many rows the sheet has after each. */
function structureOf(edits: PlanEdit[], before: number): UndoStep['structure'] {
  let rows = before
  return edits
    .filter(({ kind }) => structural.has(kind))
    .map((edit) => {
      const step = rowStep(edit)
      if (step) rows += step.kind === 'insert' ? step.count : -step.count
      if (edit.kind === 'grow') rows = Math.max(rows, edit.rows)
      return { ...(step ?? { kind: 'other', row: 0, count: 0 }), rows_after: rows }
    })
}

/** What the step is before the first cell changes. Copies cells into a hidden sheet where there are any to keep. */
function prepareStep(place: WritePlace, edits: PlanEdit[], base: StepBase): UndoStep {
  const { spreadsheet, sheet } = place
  const fresh = base.receipt.new_sheet
  const trace = traceEdits(edits, fresh ? 1 : sheet.getMaxColumns())
  const before = fresh ? { saved: null, sheet: null, fresh: [] } : keepBefore(spreadsheet, sheet, edits, trace)
  return {
    ...base,
    ...before,
    state: 'writing',
    staging: base.staging,
    structure: structureOf(edits, before.sheet?.rows ?? 0),
    inserted: trace.inserted,
    anchors: keepAnchors(spreadsheet, fresh ? null : sheet, edits),
    bands: edits.flatMap((edit) => (edit.kind === 'band' ? [edit.block] : [])),
    conditions: edits.flatMap((edit) => (edit.kind === 'condition' ? [edit.blocks] : [])),
    marks: null,
    looks: null,
  }
}

/** The part of a step that is known from the plan. */
export type StepBase = Pick<UndoStep, 'receipt' | 'block' | 'range_name' | 'staging'>

/** Takes back what a failed write left, and says which of the two happened. */
function takeBack(sheet: Sheet, step: UndoStep, error: unknown): Failure {
  const { code, title, detail } = toProblem(error)
  try {
    revertStep(sheet, step)
    removeStep(step)
    return new Failure(code, title, `Nothing was changed. ${detail.replace(/^Nothing was (?:changed|written)\. /, '')}`)
  } catch {
    const where = step.saved ? ' What stood there before is in the hidden sheet “Tablewright undo”.' : ''
    return new Failure(code, title, `Part of the table is in “${sheet.getName()}”.${where} ${detail}`)
  }
}

/** The cells to look at later: those of the plan, and those that undo would put back with them. */
function watchedBlocks({ saved }: UndoStep, { after, steps }: Trace): Block[] {
  const blocks = [...after, ...carryForward(saved?.blocks ?? [], steps)]
  return blocks.length > 0 ? fewBlocks(blocks, mostWatched) : []
}

/**
 * Makes the edits and stores how to take them back. When something fails all of it is taken back at once, and the
 * failure says so. `staged` has the cells of the edits already; it may be the sheet itself, and goes when it is another.
 */
export function writeEdits(
  place: WritePlace,
  edits: PlanEdit[],
  base: StepBase,
  staged: Sheet | null = null,
): UndoStep {
  const { sheet } = place
  const step = prepareStep(place, edits, base)
  try {
    // Google ends a run after six minutes without a word: what is noted before the first cell can still be undone.
    putStep({ ...step, receipt: { ...step.receipt, rows_written: 0, unfinished: true } })
    const found = applyEdits(place, edits, staged, (begun) => noteProgress(step.receipt.operation_id, begun))
    const blocks = watchedBlocks(step, traceEdits(edits, 1))
    const done: UndoStep = {
      ...step,
      state: 'done',
      staging: null,
      marks: markBlocks(sheet, blocks, !place.blank, found),
      // A new sheet goes as a whole.
      looks: place.blank ? null : markLooks(sheet, blocks),
    }
    putStep(done)
    if (staged && staged.getSheetId() !== sheet.getSheetId()) place.spreadsheet.deleteSheet(staged)
    return done
  } catch (error) {
    throw takeBack(sheet, step, error)
  }
}
