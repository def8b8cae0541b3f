// Writes a table that is too large for one go: put together out of sight over several calls, then in its place at once.
import type { WriteProgress } from '../../shared/contract/write-rpc.ts'
import type { Receipt } from '../../shared/plan/receipt.ts'
import { applyPlannedFormats, plannedFormat } from './edits/apply-edits.ts'
import { cellsEdits, gridFor, growFor, nextPart, rowsOfCells, stagePart } from './edits/stage-cells.ts'
import { Failure } from './failure.ts'
import { findSheet, type Sheet } from './sheets.ts'
import { findChanges, markBlocks } from './undo/marks.ts'
import { insertHidden } from './undo/saved-cells.ts'
import type { UndoStep } from './undo/undo-step.ts'
import { putStep, removeStep } from './undo/undo-store.ts'
import { type StepBase, writeEdits } from './write-edits.ts'
import type { PlannedWrite } from './write-table.ts'

/** Google's limit for a spreadsheet. */
const mostCells = 10_000_000
/** One call writes so many parts, and begins none after so many milliseconds: a run may take six minutes. */
const mostParts = 4
const mostMs = 60_000

type Staging = { step: UndoStep; sheet: Sheet }

/** Says before anything is done that the spreadsheet would become too large. */
function checkRoom({ spreadsheet, plan }: PlannedWrite): void {
  const size = (sheet: Sheet) => sheet.getMaxRows() * sheet.getMaxColumns()
  const there = spreadsheet.getSheets().reduce((sum, sheet) => sum + size(sheet), 0)
  const grid = gridFor(cellsEdits(plan.edits))
  const needed = Math.max(grid.rows, 1000) * Math.max(grid.columns, 26)
  // On a sheet in use, the copy that is put together and the table itself are there at once.
  const all = there + needed * (plan.sheet_id === null ? 1 : 2)
  if (all <= mostCells) return
  throw new Failure(
    'too_large',
    'The table does not fit into the spreadsheet.',
    `Nothing was changed. The spreadsheet has ${there} cells, and the table needs ${all - there} more; Google allows ${mostCells}. Use a new spreadsheet, or fewer rows.`,
  )
}

const unfinished = (receipt: Receipt, rows: number): Receipt => ({ ...receipt, rows_written: rows, unfinished: true })

/** A table for a new sheet is put together in that very sheet, which is shown when it is whole. */
function begin(planned: PlannedWrite, base: StepBase): Staging {
  const { plan, spreadsheet } = planned
  checkRoom(planned)
  const sheet = insertHidden(spreadsheet, plan.sheet_id === null ? plan.sheet_name : 'Tablewright draft')
  const sheet_id = sheet.getSheetId()
  const receipt = { ...base.receipt, sheet_id: plan.sheet_id ?? sheet_id }
  const step: UndoStep = {
    ...base,
    receipt: unfinished(receipt, 0),
    state: 'staging',
    staging: { sheet_id, rows: 0, last: null },
    ...{ structure: [], inserted: [], saved: null, fresh: [], sheet: null, anchors: [], bands: [], conditions: [] },
    marks: null,
    looks: null,
  }
  putStep(step)
  growFor(sheet, cellsEdits(plan.edits))
  applyPlannedFormats({ spreadsheet, sheet, blank: true }, plan.edits)
  return { step, sheet }
}

/** Goes on where an earlier call stopped, if what it wrote is still there; else all is begun anew. */
function goOn(planned: PlannedWrite, base: StepBase, earlier: UndoStep | null): Staging {
  const sheet = earlier?.staging ? findSheet(earlier.staging.sheet_id) : null
  if (!earlier?.staging || !sheet) {
    if (earlier) removeStep(earlier)
    return begin(planned, base)
  }
  const { last, rows } = earlier.staging
  if (rows > 0 && last && findChanges(sheet, last, false).addresses.length === 0) return { step: earlier, sheet }
  removeStep(earlier)
  return begin(planned, base)
}

/** Puts the table into its place, all at once. */
function finish({ plan, spreadsheet }: PlannedWrite, base: StepBase, { step, sheet: staged }: Staging): WriteProgress {
  const target = plan.sheet_id === null ? staged : findSheet(plan.sheet_id)
  if (!target) throw new Failure('invalid', 'The chosen sheet is no longer there.', 'Choose another place.')
  const receipt = { ...base.receipt, sheet_id: target.getSheetId() }
  const blank = plan.sheet_id === null
  const done = writeEdits(
    { spreadsheet, sheet: target, blank },
    plan.edits,
    { ...base, receipt, staging: step.staging },
    staged,
  )
  if (blank) target.showSheet().activate()
  const rows = done.receipt.rows_written
  return { done: true, rows, of: rows, receipt: done.receipt }
}

/** Writes a few parts; the last call, when all are there, puts them into their place. */
export function stageTable(planned: PlannedWrite, base: StepBase, earlier: UndoStep | null): WriteProgress {
  const began = Date.now()
  const edits = cellsEdits(planned.plan.edits)
  const of = rowsOfCells(edits)
  const staging = goOn(planned, base, earlier)
  const { sheet } = staging
  const formatAt = plannedFormat(true, planned.plan.edits)
  let rows = staging.step.staging?.rows ?? 0
  if (rows >= of) return finish(planned, base, staging)
  for (let parts = 0; parts < mostParts && Date.now() - began < mostMs; parts++) {
    const part = nextPart(edits, rows)
    if (!part) break
    const found = stagePart(sheet, part, formatAt)
    rows += part.cells.length
    const last = markBlocks(sheet, found.map(({ block }) => block).slice(-1), false, found)
    const receipt = unfinished(staging.step.receipt, rows)
    putStep({ ...staging.step, receipt, staging: { sheet_id: sheet.getSheetId(), rows, last } })
  }
  const all = base.receipt.rows_written
  return {
    done: false,
    rows: Math.min(all, Math.floor((all * rows) / of)),
    of: all,
    receipt: unfinished(staging.step.receipt, Math.min(all, rows)),
  }
}
