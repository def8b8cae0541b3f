// Refuses what a person may not change: cells and sheets that are protected against them.
import { contains, encloses, overlaps } from '../workbook/cells.ts'
import type { Box, Protection, Sheet } from '../workbook/workbook.ts'
import { accessOf } from './access.ts'
import type { Execution } from './execution.ts'
import { type Handle, shortName } from './service.ts'

const writing =
  /^(set|clear|insert|remove|delete|merge|breakApart|sort|randomize|trim|split|autoFill|check$|uncheck$|apply|append|move|copyTo$|copyValues|copyFormat|create(?!TextFinder|DeveloperMetadataFinder)|hide|show|shift)/
const elsewhere = new Set(['setActiveRange', 'setActiveRangeList', 'setActiveSelection', 'setCurrentCell', 'copyTo'])

/** Whether the person running the script may edit what a protection covers. */
export function mayEdit(run: Execution, protection: Protection): boolean {
  const { email } = run.shared.user
  if (protection.warningOnly || accessOf(run.workbook, email).owner === email) return true
  return protection.domainEdit || protection.editors.includes(email)
}

/** Whether the person may edit every cell of a box. */
export function mayEditBox(run: Execution, sheet: Sheet, box: Box): boolean {
  return sheet.protections.every((protection) => {
    if (protection.box ? !overlaps(protection.box, box) : leavesOpen(protection, box)) return true
    return mayEdit(run, protection)
  })
}

function leavesOpen({ unprotected }: Protection, box: Box): boolean {
  if (unprotected.some((open) => encloses(open, box))) return true
  for (let row = box.row; row < box.row + box.rows; row++)
    for (let column = box.column; column < box.column + box.columns; column++)
      if (!unprotected.some((open) => contains(open, row, column))) return false
  return unprotected.length > 0
}

/** Throws Google's error when a method would change something that is protected against this person. */
export function demandUnprotected(run: Execution, handle: Handle, name: string, args: readonly unknown[]): void {
  if (!writing.test(name)) return
  const kind = shortName(handle.kind)
  const targets = kind === 'RangeList' ? (handle.state as { ranges: { sheet: Sheet; box: Box }[] }).ranges : []
  if (kind === 'Range') targets.push(...rangeTargets(handle, name, args))
  if (kind === 'Sheet' && !elsewhere.has(name)) {
    const { sheet } = handle.state as { sheet: Sheet }
    targets.push({ sheet, box: { row: 1, column: 1, rows: sheet.maxRows, columns: sheet.maxColumns } })
  }
  for (const { sheet, box } of targets) {
    if (sheet.protections.length === 0) continue
    const whole = kind === 'Sheet' ? sheet.protections.filter((one) => !one.box) : null
    if (whole ? whole.every((one) => mayEdit(run, one)) : mayEditBox(run, sheet, box)) continue
    throw new Error(
      'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    )
  }
}

function rangeTargets(handle: Handle, name: string, args: readonly unknown[]): { sheet: Sheet; box: Box }[] {
  const own = handle.state as { sheet: Sheet; box: Box }
  if (name !== 'copyTo' && name !== 'moveTo') return [own]
  const to = (args[0] as Handle).state as { sheet: Sheet; box: Box }
  const target = { sheet: to.sheet, box: { ...to.box, rows: own.box.rows, columns: own.box.columns } }
  return name === 'moveTo' ? [own, target] : [target]
}
