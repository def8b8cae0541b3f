// Writes a table into the spreadsheet as one unit: checked against what was previewed, and either whole or not at all.
import type { ApplyInput } from '../../shared/contract/rpc.ts'
import type { Receipt } from '../../shared/plan/plan.ts'
import { planBlock } from '../../shared/plan/preview.ts'
import { underDocumentLock } from './document-lock.ts'
import { Failure, toProblem } from './failure.ts'
import { type PreparedPlan, preparePlan } from './prepare-plan.ts'
import { revertWrite } from './revert-write.ts'
import { saveCells } from './saved-cells.ts'
import { blockRange, findSheet, growSheet, type Sheet, sameBlock } from './sheets.ts'
import { putStep, readSteps, removeStep, type UndoStep } from './undo-steps.ts'
import { writeRules } from './validation.ts'
import { writeRangeLook, writeSheetLook } from './write-look.ts'
import { writeValues } from './write-values.ts'
import { digestWritten } from './written-digest.ts'

/** A place that is ready to be written, and what it takes to take the write back. */
type Opened = Pick<UndoStep, 'saved' | 'added' | 'came_from'> & { sheet: Sheet }

/** The new sheet comes right after the one that the person looks at. */
function openNewSheet({ plan, spreadsheet, sheets }: PreparedPlan): Opened {
  const came_from = spreadsheet.getActiveSheet().getSheetId()
  const index = sheets.findIndex((each) => each.getSheetId() === came_from) + 1
  const sheet = spreadsheet.insertSheet(plan.sheet_name, index)
  growSheet(sheet, planBlock(plan))
  return { sheet, saved: null, added: { rows: 0, columns: 0 }, came_from }
}

function openPlace(sheet: Sheet, { plan, standing, names }: PreparedPlan): Opened {
  const written = planBlock(plan)
  if (standing && !blockRange(sheet, standing.block).canEdit()) {
    throw new Failure(
      'protected',
      'This part of the spreadsheet is protected.',
      'Nothing was changed. Choose another place, or ask the owner to let you edit it.',
    )
  }
  const saved = standing ? saveCells(sheet, standing, names) : null
  const added = standing && sameBlock(standing.block, written) ? { rows: 0, columns: 0 } : growSheet(sheet, written)
  return { sheet, saved, added, came_from: sheet.getSheetId() }
}

function write(sheet: Sheet, { plan, standing }: PreparedPlan): void {
  const range = blockRange(sheet, planBlock(plan))
  for (const merged of standing?.merges ?? []) merged.breakApart()
  writeValues(range, plan)
  if (plan.target.kind === 'new_sheet') writeSheetLook(sheet, range, plan)
  else writeRangeLook(range, plan)
  writeRules(range, plan)
}

/** Takes back what a failed write left, and says which of the two happened. */
function takeBack(sheet: Sheet, step: UndoStep, error: unknown): Failure {
  const { code, title, detail } = toProblem(error)
  try {
    revertWrite(sheet, step)
    removeStep(step)
    return new Failure(code, title, `Nothing was changed. ${detail.replace(/^Nothing was changed\. /, '')}`)
  } catch {
    const where = step.saved ? ' What stood there before is in the hidden sheet “Tablewright undo”.' : ''
    return new Failure(code, title, `Part of the table is in “${sheet.getName()}”.${where} ${detail}`)
  }
}

function checkAgreed({ preview }: PreparedPlan, input: ApplyInput): void {
  if (preview.digest !== input.digest) {
    throw new Failure(
      'plan_changed',
      'The spreadsheet has changed since the preview.',
      'Nothing was written. Look at what will change now, then insert.',
    )
  }
  if (preview.overwrites.count > 0 && !input.allow_overwrite) {
    const count = preview.overwrites.count
    throw new Failure(
      'overwrite',
      count === 1 ? '1 cell that is not empty would change.' : `${count} cells that are not empty would change.`,
      'Nothing was written. Allow it, or choose another place.',
    )
  }
}

/** Answers with the receipt of the same operation. One that was cut off is taken back, to be written anew. */
function findDone(operationId: string): Receipt | null {
  const step = readSteps().find(({ receipt }) => receipt.operation_id === operationId)
  if (!step) return null
  if (step.digest) return step.receipt
  const sheet = findSheet(step.receipt.sheet_id)
  if (sheet) revertWrite(sheet, step)
  removeStep(step)
  return null
}

/** Writes once for each `operation_id`: the same one again answers with the receipt of the first time. */
export function applyPlan(input: ApplyInput): Receipt {
  return underDocumentLock(() => {
    const done = findDone(input.operation_id)
    if (done) return done
    const prepared = preparePlan(input)
    checkAgreed(prepared, input)
    const { plan, preview } = prepared
    const { sheet, ...opened } = prepared.sheet ? openPlace(prepared.sheet, prepared) : openNewSheet(prepared)
    const receipt: Receipt = {
      operation_id: input.operation_id,
      sheet_id: sheet.getSheetId(),
      sheet_name: plan.sheet_name,
      new_sheet: preview.new_sheet,
      range: preview.range,
      title: input.table.title,
      rows_written: preview.rows,
      cells_overwritten: preview.overwrites.count,
      at: new Date().toISOString(),
    }
    const step: UndoStep = { receipt, ...opened, written: planBlock(plan), digest: null }
    try {
      // Google ends a run after six minutes without a word: what is noted before the first cell can still be undone.
      putStep({ ...step, receipt: { ...receipt, rows_written: 0, unfinished: true } })
      write(sheet, prepared)
      putStep({ ...step, digest: digestWritten(sheet, step.written, receipt.new_sheet) })
      return receipt
    } catch (error) {
      throw takeBack(sheet, step, error)
    }
  })
}
