// For tests: what a script that makes edits without planning them exports.
import '../apps-script/zod-settings.ts'
import type { PlanEdit } from '../../shared/plan/plan-edit.ts'
import { underDocumentLock } from '../apps-script/document-lock.ts'
import { toProblem } from '../apps-script/failure.ts'
import { undoWrite } from '../apps-script/undo/undo-write.ts'
import { type StepBase, writeEdits } from '../apps-script/write-edits.ts'

/** `new_sheet` names a sheet to be made; else the edits are for the one with this id. */
export type EditsInput = {
  operation_id: string
  sheet_id: number
  new_sheet: string | null
  edits: PlanEdit[]
  base: StepBase
}

const answered = (work: () => unknown): string => {
  try {
    return JSON.stringify({ value: work() })
  } catch (error) {
    return JSON.stringify({ problem: toProblem(error), text: String(error) })
  }
}

/** Called by its name. @public */
export function makeEdits(json: string): string {
  const { new_sheet, sheet_id, edits, base }: EditsInput = JSON.parse(json)
  return answered(() =>
    underDocumentLock(() => {
      const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
      const sheet = new_sheet ? spreadsheet.insertSheet(new_sheet) : spreadsheet.getSheetById(sheet_id)
      if (!sheet) throw new Error('No such sheet')
      const receipt = { ...base.receipt, sheet_id: sheet.getSheetId(), new_sheet: new_sheet !== null }
      writeEdits({ spreadsheet, sheet, blank: new_sheet !== null }, edits, { ...base, receipt })
    }),
  )
}

/** Called by its name. @public */
export function undoEdits(json: string): string {
  return answered(() => undoWrite(JSON.parse(json)))
}
