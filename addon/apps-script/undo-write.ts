// Undoes one write, unless somebody has changed its cells since.
import type { RpcInput, RpcOutput } from '../../shared/contract/rpc.ts'
import { underDocumentLock } from './document-lock.ts'
import { Failure } from './failure.ts'
import { revertWrite } from './revert-write.ts'
import { findSheet } from './sheets.ts'
import { readSteps, removeStep } from './undo-steps.ts'
import { digestWritten, isInPlace } from './written-digest.ts'

/** `force` undoes although the cells were changed, which loses those changes. */
export function undoWrite({ operation_id, force }: RpcInput<'undo'>): RpcOutput<'undo'> {
  return underDocumentLock(() => {
    const step = readSteps().find(({ receipt }) => receipt.operation_id === operation_id)
    if (!step) {
      throw new Failure('nothing_to_undo', 'There is nothing to undo.', 'It was undone before, or it is too long ago.')
    }
    const { receipt, written, saved } = step
    const sheet = findSheet(receipt.sheet_id)
    if (!sheet) {
      removeStep(step)
      throw new Failure(
        'nothing_to_undo',
        'There is nothing to undo.',
        `The sheet “${receipt.sheet_name}” is no longer there.`,
      )
    }
    if (saved && !findSheet(saved.sheet_id)) {
      removeStep(step)
      throw new Failure(
        'nothing_to_undo',
        'This cannot be undone any more.',
        'The hidden sheet that kept the earlier cells was deleted. The version history under File still has them.',
      )
    }
    const now = digestWritten(sheet, written, receipt.new_sheet)
    if (step.digest && !receipt.new_sheet && !isInPlace(now, step.digest)) {
      throw new Failure(
        'invalid',
        'The table is no longer where it was written.',
        `Nothing was undone, because other cells may stand in ${receipt.range} of “${sheet.getName()}” now: rows or columns came, went or were moved, or much was edited. Take that back first, or use the version history under File.`,
      )
    }
    if (!force && now.all !== step.digest?.all) {
      throw new Failure(
        'changed_since',
        step.digest ? `“${sheet.getName()}” has changed since.` : 'The table was not written to its end.',
        receipt.new_sheet
          ? 'Nothing was undone. Undoing now deletes the sheet, with those changes.'
          : `Nothing was undone. Undoing now puts back what stood in ${receipt.range}, and those changes are lost.`,
      )
    }
    revertWrite(sheet, step)
    removeStep(step)
    return { undone: operation_id }
  })
}
