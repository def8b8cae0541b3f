// Writes a table into the spreadsheet as one unit: checked against what was previewed, and either whole or not at all.
import type { WriteInput, WriteProgress } from '../../shared/contract/write-rpc.ts'
import type { Receipt } from '../../shared/plan/receipt.ts'
import { whyBlocked } from '../../shared/plan/why-blocked.ts'
import { underDocumentLock } from './document-lock.ts'
import { countCells } from './edits/stage-cells.ts'
import { Failure } from './failure.ts'
import { planAgreed, type planWrite } from './plan-write.ts'
import { rememberMapping } from './remembered-mapping.ts'
import { findSheet, type Sheet } from './sheets.ts'
import { stageTable } from './stage-table.ts'
import { revertStep } from './undo/revert-step.ts'
import type { UndoStep } from './undo/undo-step.ts'
import { readStep, removeStep } from './undo/undo-store.ts'
import { type StepBase, writeEdits } from './write-edits.ts'

/** Up to so many cells are written in one go. */
const mostAtOnce = 50_000

export type PlannedWrite = ReturnType<typeof planWrite>

function planChanged(): Failure {
  return new Failure(
    'plan_changed',
    'The spreadsheet has changed since the preview.',
    'Nothing was written. Look at what will change now, then insert.',
  )
}

function checkAgreed({ preview }: PlannedWrite, input: WriteInput): void {
  if (preview.digest !== input.digest) throw planChanged()
  const blocks = whyBlocked(preview, input.allow)
  const [first] = blocks
  if (!first) return
  const undecided = blocks.every(({ kind }) => kind === 'review' || kind === 'conflicts')
  throw new Failure(
    undecided ? 'undecided' : 'overwrite',
    first.says,
    undecided
      ? 'Nothing was written. Decide first, then insert.'
      : `Nothing was written. ${
          blocks.length > 1
            ? `Also: ${blocks
                .slice(1)
                .map(({ says }) => says)
                .join(' ')} `
            : ''
        }Allow it, or choose another place.`,
  )
}

/** The receipt of a write as it will be when all of it is there. */
function receiptOf({ plan, preview, fitted, now }: PlannedWrite, input: WriteInput): Receipt {
  const anchor = plan.edits.find((edit) => edit.kind === 'anchor')?.anchor
  const { rows_new, rows_updated } = plan.counts
  return {
    operation_id: input.operation_id,
    anchor_id: anchor?.id ?? ('anchor_id' in input.target ? input.target.anchor_id : ''),
    table_id: input.source?.table_id ?? null,
    sheet_id: plan.sheet_id ?? 0,
    sheet_name: plan.sheet_name,
    new_sheet: preview.new_sheet,
    range: preview.range,
    title: fitted.title || plan.sheet_name,
    rows_written: rows_new + rows_updated,
    counts: plan.counts,
    cells_overwritten: preview.changes.count,
    at: now,
  }
}

/** The part of an undo step that the plan gives. */
function stepBase(planned: PlannedWrite, input: WriteInput): StepBase {
  const { plan, place } = planned
  const anchor = plan.edits.find((edit) => edit.kind === 'anchor')?.anchor ?? place.known?.anchor
  return {
    receipt: receiptOf(planned, input),
    block: plan.block,
    range_name: anchor?.range_name ?? null,
    staging: null,
  }
}

/** A new sheet comes right after the one that the person looks at. Somebody may have taken its name since the preview. */
function insertSheet({ plan, spreadsheet }: PlannedWrite): Sheet {
  try {
    return spreadsheet.insertSheet(plan.sheet_name)
  } catch (error) {
    if (spreadsheet.getSheetByName(plan.sheet_name)) throw planChanged()
    throw error
  }
}

function writeAtOnce(planned: PlannedWrite, base: StepBase): UndoStep {
  const { plan, sheet, spreadsheet } = planned
  const opened = sheet ?? insertSheet(planned)
  const receipt = { ...base.receipt, sheet_id: opened.getSheetId() }
  return writeEdits({ spreadsheet, sheet: opened, blank: sheet === null }, plan.edits, { ...base, receipt })
}

/** What is left of the same operation: done, going on, or cut off while it changed the place, which is taken back. */
function findEarlier(operationId: string): UndoStep | null {
  const step = readStep(operationId)
  if (step?.state !== 'writing') return step
  const sheet = findSheet(step.receipt.sheet_id)
  if (sheet) revertStep(sheet, step)
  removeStep(step)
  return null
}

const finished = ({ receipt }: UndoStep): WriteProgress => ({
  ...{ done: true, rows: receipt.rows_written, of: receipt.rows_written, receipt },
})

/** Nothing that the plan does is done already: a receipt without a step, because there is nothing to take back. */
const idle = (receipt: Receipt): WriteProgress => ({ done: true, rows: 0, of: 0, receipt })

/**
 * Writes once for each `operation_id`: the same one again answers with the receipt of the first time. Up to 50,000 cells
 * are written in one call; of more, each call writes a part.
 */
export function writeTable(input: WriteInput): WriteProgress {
  return underDocumentLock((settled) => {
    const earlier = findEarlier(input.operation_id)
    if (earlier?.state === 'done') return finished(earlier)
    const planned = planAgreed(input, input.operation_id, earlier?.staging ? [earlier.staging.sheet_id] : [])
    try {
      checkAgreed(planned, input)
    } catch (error) {
      // What was put together so far was for another plan.
      if (earlier) removeStep(earlier)
      throw error
    }
    const base = stepBase(planned, input)
    if (planned.plan.edits.length === 0) return idle(base.receipt)
    const large = countCells(planned.plan.edits) > mostAtOnce
    const progress = large ? stageTable(planned, base, earlier) : finished(writeAtOnce(planned, base))
    // What was written ends with being read.
    if (!large) settled()
    if (progress.done) rememberMapping(input.template, input.table, input.decisions)
    return progress
  })
}
