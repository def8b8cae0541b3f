// Writes a table into the spreadsheet as one unit: checked against what was previewed, and either whole or not at all.
import type { ApplyInput } from '../../shared/contract/rpc.ts'
import type { Receipt, SheetPlan } from '../../shared/plan/plan.ts'
import { planBlock } from '../../shared/plan/preview.ts'
import { underDocumentLock } from './document-lock.ts'
import { Failure, toProblem } from './failure.ts'
import { type PreparedPlan, preparePlan } from './prepare-plan.ts'
import { revertWrite } from './revert-write.ts'
import { saveCells, separateMerges } from './saved-cells.ts'
import { blockRange, growSheet, type Sheet } from './sheets.ts'
import { addStep, readSteps, type UndoStep } from './undo-steps.ts'
import { writeRules } from './validation.ts'
import { writeRangeLook, writeSheetLook } from './write-look.ts'
import { writeValues } from './write-values.ts'
import { digestWritten } from './written-digest.ts'

/** What a write takes to be taken back, before it is known how it went. */
type Opened = Pick<UndoStep, 'written' | 'saved' | 'added' | 'came_from'> & { sheet: Sheet; newSheet: boolean }

/** The new sheet comes right after the one that the person looks at. */
function openNewSheet({ plan, sheets }: PreparedPlan): Opened {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  const came_from = spreadsheet.getActiveSheet().getSheetId()
  const index = sheets.findIndex((each) => each.getSheetId() === came_from) + 1
  const sheet = spreadsheet.insertSheet(plan.sheet_name, index)
  const opened = { sheet, newSheet: true, written: planBlock(plan), saved: null, came_from }
  return { ...opened, added: { rows: 0, columns: 0 } }
}

function openPlace(sheet: Sheet, { plan, block }: PreparedPlan): Opened {
  if (block && !blockRange(sheet, block).canEdit()) {
    throw new Failure(
      'protected',
      'This part of the spreadsheet is protected.',
      'Nothing was changed. Choose another place, or ask the owner to let you edit it.',
    )
  }
  const saved = block ? saveCells(sheet, block) : null
  return {
    sheet,
    newSheet: false,
    written: planBlock(plan),
    saved: saved && { sheet_id: saved.sheetId, block: saved.block },
    added: { rows: 0, columns: 0 },
    came_from: sheet.getSheetId(),
  }
}

function write(plan: SheetPlan, opened: Opened): void {
  const { sheet, newSheet, written } = opened
  opened.added = growSheet(sheet, written)
  const range = blockRange(sheet, written)
  if (!newSheet) separateMerges(range)
  writeValues(range, plan)
  if (newSheet) writeSheetLook(sheet, range, plan)
  else writeRangeLook(range, plan)
  writeRules(range, plan)
}

/** Takes back what a failed write left, and says which of the two happened. */
function takeBack(opened: Opened, error: unknown): Failure {
  const { code, title, detail } = toProblem(error)
  try {
    revertWrite(opened.sheet, opened)
    return new Failure(code, title, `Nothing was changed. ${detail.replace(/^Nothing was changed\. /, '')}`)
  } catch {
    const where = opened.saved ? ' What stood there before is in the hidden sheet “Tablewright undo”.' : ''
    return new Failure(code, title, `Part of the table is in “${opened.sheet.getName()}”.${where} ${detail}`)
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

/** Writes once for each `operation_id`: the same one again answers with the receipt of the first time. */
export function applyPlan(input: ApplyInput): Receipt {
  return underDocumentLock(() => {
    const done = readSteps().find(({ receipt }) => receipt.operation_id === input.operation_id)
    if (done) return done.receipt
    const prepared = preparePlan(input)
    checkAgreed(prepared, input)
    const { plan, preview, sheet } = prepared
    const opened = sheet ? openPlace(sheet, prepared) : openNewSheet(prepared)
    try {
      write(plan, opened)
      const receipt: Receipt = {
        operation_id: input.operation_id,
        sheet_id: opened.sheet.getSheetId(),
        sheet_name: plan.sheet_name,
        new_sheet: opened.newSheet,
        range: preview.range,
        title: input.table.title,
        rows_written: preview.rows,
        cells_overwritten: preview.overwrites.count,
        at: new Date().toISOString(),
      }
      const { written, saved, added, came_from } = opened
      const digest = digestWritten(opened.sheet, written, opened.newSheet)
      addStep({ receipt, written, saved, added, came_from, digest })
      return receipt
    } catch (error) {
      throw takeBack(opened, error)
    }
  })
}
