// The last writes of this spreadsheet and what undoing each takes, in the document's properties.
import * as z from 'zod'
import { Receipt } from '../../shared/plan/plan.ts'
import { findSheet } from './sheets.ts'
import { WrittenDigest } from './written-digest.ts'

const Block = z.object({ row: z.int(), column: z.int(), rows: z.int(), columns: z.int() })

/**
 * `saved` is what was replaced and the hidden sheet that keeps it, `added` how far the sheet was made larger, `digest`
 * names what was written and is null while that is not done, `came_from` is the sheet that was active before a new one.
 */
export const UndoStep = z.object({
  receipt: Receipt,
  written: Block,
  saved: z.object({ sheet_id: z.int(), block: Block }).nullable(),
  added: z.object({ rows: z.int(), columns: z.int() }),
  digest: WrittenDigest.nullable(),
  came_from: z.int(),
})
export type UndoStep = z.infer<typeof UndoStep>

const property = 'undo_steps'
const mostSteps = 5
/** A property holds 9 KB of UTF-8. */
const mostBytes = 9000

function byteLength(text: string): number {
  return encodeURIComponent(text).replace(/%../g, '.').length
}

/** The steps that can be undone, the latest first. */
export function readSteps(): UndoStep[] {
  const text = PropertiesService.getDocumentProperties().getProperty(property)
  if (!text) return []
  try {
    const parsed = z.array(UndoStep).safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : []
  } catch {
    return []
  }
}

function deleteSaved({ saved }: UndoStep): void {
  const hidden = saved ? findSheet(saved.sheet_id) : null
  if (hidden) SpreadsheetApp.getActiveSpreadsheet().deleteSheet(hidden)
}

function writeSteps(steps: UndoStep[]): void {
  const properties = PropertiesService.getDocumentProperties()
  if (steps.length === 0) properties.deleteProperty(property)
  else properties.setProperty(property, JSON.stringify(steps))
}

const without = (step: UndoStep) =>
  readSteps().filter(({ receipt }) => receipt.operation_id !== step.receipt.operation_id)

/** Puts a step first, in place of an earlier state of it; those that no longer fit go, with their hidden sheets. */
export function putStep(step: UndoStep): void {
  const steps = [step, ...without(step)]
  while (steps.length > mostSteps || (steps.length > 1 && byteLength(JSON.stringify(steps)) > mostBytes)) {
    const oldest = steps.pop()
    if (oldest) deleteSaved(oldest)
  }
  writeSteps(steps)
}

/** Removes a step and its hidden sheet. */
export function removeStep(step: UndoStep): void {
  deleteSaved(step)
  writeSteps(without(step))
}
