// Takes back one write, unless somebody has changed its cells since.
import type { RpcInput, RpcOutput } from '../../../shared/contract/rpc.ts'
import { type Block, blockAddress } from '../../../shared/plan/a1.ts'
import { underDocumentLock } from '../document-lock.ts'
import { shared } from '../edits/blocks.ts'
import { Failure } from '../failure.ts'
import { findSheet, rangeBlock, type Sheet, sameBlock } from '../sheets.ts'
import { findRestyled } from './look-marks.ts'
import { type Changes, filledOutside, findChanges } from './marks.ts'
import { revertStep } from './revert-step.ts'
import type { UndoStep } from './undo-step.ts'
import { readReceipts, readStep, readSteps, removeStep } from './undo-store.ts'

const addressesShown = 8

function nothingToUndo(title: string, detail: string): Failure {
  return new Failure('nothing_to_undo', title, detail)
}

/** The sheet of the write. A step whose sheets are gone goes, too. */
function sheetOf(step: UndoStep): Sheet {
  const sheet = findSheet(step.state === 'staging' && step.staging ? step.staging.sheet_id : step.receipt.sheet_id)
  if (!sheet) {
    removeStep(step)
    throw nothingToUndo('There is nothing to undo.', `The sheet “${step.receipt.sheet_name}” is no longer there.`)
  }
  if (step.saved && !findSheet(step.saved.sheet_id)) {
    removeStep(step)
    throw nothingToUndo(
      'This cannot be undone any more.',
      'The hidden sheet that kept the earlier cells was deleted. The version history under File still has them.',
    )
  }
  return sheet
}

/** Writes after this one that moved its cells, or changed them: they have to be taken back first. */
export function laterOnPlace(step: UndoStep, later: UndoStep[]): UndoStep | null {
  const cells = (one: UndoStep): Block[] => [...(one.marks?.blocks ?? []), ...(one.saved?.blocks ?? []), one.block]
  const moves = (one: UndoStep) => one.structure.some(({ kind }) => kind !== 'other')
  const touches = (one: UndoStep) =>
    moves(one) || moves(step) || cells(one).some((block) => cells(step).some((other) => shared(block, other)))
  return (
    later.find((one) => one.state !== 'staging' && one.receipt.sheet_id === step.receipt.sheet_id && touches(one)) ??
    null
  )
}

function demandLatest(step: UndoStep): void {
  const steps = readSteps()
  const at = steps.findIndex(({ receipt }) => receipt.operation_id === step.receipt.operation_id)
  const later = laterOnPlace(step, steps.slice(0, Math.max(0, at)))
  if (!later) return
  throw new Failure(
    'invalid',
    'Something was written there later.',
    `Nothing was undone. First undo “${later.receipt.title}” in ${later.receipt.range} of “${later.receipt.sheet_name}”.`,
  )
}

/** Where the table stands now by its named range, which follows it around; null when that is gone. */
function blockNow(step: UndoStep): { sheet_id: number; block: Block } | null {
  if (!step.range_name) return null
  const range = SpreadsheetApp.getActiveSpreadsheet().getRangeByName(step.range_name)
  return range ? { sheet_id: range.getSheet().getSheetId(), block: rangeBlock(range) } : null
}

/**
 * Rows or columns that came, went or were moved around the place: cells of somebody else may stand there now. Without
 * the named range that tells, more changed cells than not are taken for the same.
 */
function demandInPlace(step: UndoStep, sheet: Sheet, changes: Changes): void {
  if (step.receipt.new_sheet || step.state !== 'done') return
  const now = blockNow(step)
  const same = now && now.sheet_id === step.receipt.sheet_id && sameBlock(now.block, step.block)
  if (now ? same : changes.addresses.length * 2 <= changes.of) return
  const where = now ? ` Its table is in ${blockAddress(now.block)} now.` : ''
  throw new Failure(
    'invalid',
    'The table is no longer where it was written.',
    `Nothing was undone, because other cells may stand in ${step.receipt.range} of “${sheet.getName()}” now: rows or columns came, went or were moved, or much was edited.${where} Take that back first, or use the version history under File.`,
  )
}

/** What was put beside the table: on a sheet of its own anywhere, elsewhere into the rows that came with it. */
function strangers(step: UndoStep, sheet: Sheet): string[] {
  const known = step.marks?.blocks ?? []
  const columns = sheet.getLastColumn()
  if (columns === 0) return []
  if (step.receipt.new_sheet)
    return filledOutside(sheet, { row: 1, column: 1, rows: sheet.getLastRow(), columns }, known)
  return step.inserted.flatMap((rows) => filledOutside(sheet, { ...rows, column: 1, columns }, known))
}

function listed(addresses: string[]): string {
  const first = addresses.slice(0, addressesShown)
  if (addresses.length > first.length) return `${first.join(', ')} and ${addresses.length - first.length} more`
  const last = first.pop()
  return first.length > 0 ? `${first.join(', ')} and ${last}` : (last ?? '')
}

function demandUnchanged(step: UndoStep, sheet: Sheet, addresses: string[]): void {
  if (step.state === 'staging') return
  if (step.state === 'done' && addresses.length === 0) return
  const { new_sheet, range } = step.receipt
  const changed = step.state === 'done' ? `Changed since: ${listed(addresses)}. ` : ''
  throw new Failure(
    'changed_since',
    step.state === 'done' ? `“${sheet.getName()}” has changed since.` : 'The table was not written to its end.',
    new_sheet
      ? `${changed}Nothing was undone. Undoing now deletes the sheet, with those changes.`
      : `${changed}Nothing was undone. Undoing now puts back what stood in ${range}, and those changes are lost.`,
  )
}

/** `force` undoes although cells were changed, which loses those changes; never where that would hit other cells. */
export function undoWrite({ operation_id, force }: RpcInput<'undo'>): RpcOutput<'undo'> {
  return underDocumentLock(() => {
    const step = readStep(operation_id)
    if (!step) throw nothingToUndo('There is nothing to undo.', 'It was undone before, or it is too long ago.')
    const sheet = sheetOf(step)
    if (step.state !== 'staging') {
      demandLatest(step)
      const changes: Changes = step.marks
        ? findChanges(sheet, step.marks, !step.receipt.new_sheet)
        : { addresses: [], of: 0 }
      demandInPlace(step, sheet, changes)
      if (!force) {
        const restyled = step.marks && step.looks ? findRestyled(sheet, step.marks.blocks, step.looks) : []
        demandUnchanged(step, sheet, [...changes.addresses, ...restyled, ...strangers(step, sheet)])
      }
    }
    revertStep(sheet, step)
    removeStep(step)
    return { undone: operation_id }
  })
}

/** The last writes, the latest first. */
export function listHistory(): RpcOutput<'history'> {
  const steps = readSteps()
  const sheets = new Set(
    SpreadsheetApp.getActiveSpreadsheet()
      .getSheets()
      .map((sheet) => sheet.getSheetId()),
  )
  return {
    entries: readReceipts().map(({ receipt }) => {
      const at = steps.findIndex((step) => step.receipt.operation_id === receipt.operation_id)
      const step = steps[at]
      if (!step) return { receipt, undoable: false }
      const needed = [step.state === 'staging' ? step.staging?.sheet_id : receipt.sheet_id, step.saved?.sheet_id]
      const there = needed.every((id) => id === undefined || sheets.has(id))
      return { receipt, undoable: there && laterOnPlace(step, steps.slice(0, at)) === null }
    }),
  }
}
