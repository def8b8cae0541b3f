// Refuses what a person may not change: cells and sheets that are protected against them.
import { contains, encloses, overlaps, usedSize, wholeSheet } from '../workbook/cells.ts'
import { activeSheet } from '../workbook/sheets.ts'
import type { Box, Protection, Sheet, Workbook } from '../workbook/workbook.ts'
import { accessOf, mayOnlyView } from './access.ts'
import type { Execution } from './execution.ts'
import { Handle, shortName } from './service.ts'

const writing =
  /^(set|clear|insert|remove|delete|merge|breakApart|sort|randomize|trim|split|auto|check$|uncheck$|apply|append|move|copyTo$|copyValues|copyFormat|createFilter|hide|show|unhide|shift|collapse|expand|protect$|rename|duplicate|add|replace)/
const elsewhere = new Set([
  'setActiveRange',
  'setActiveRangeList',
  'setActiveSelection',
  'setActiveSheet',
  'setCurrentCell',
  'showSheet',
])

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

/** Throws Google's error when a method would change what this person may only look at, or what is protected against them. */
export function demandUnprotected(run: Execution, handle: Handle, name: string, args: readonly unknown[]): void {
  if (!writing.test(name) || !handle.kind.document || leaves(handle, name)) return
  const { email } = run.shared.user
  if (mayOnlyView(targetBook(run, name, args), email))
    throw new Error('You do not have permission to perform that action.')
  if (accessOf(run.workbook, email).owner === email) return
  for (const { sheet, box, only } of targets(run, handle, name, args)) {
    if (sheet.protections.length === 0) continue
    const whole = only && sheet.protections.filter(only)
    if (whole ? whole.every((one) => mayEdit(run, one)) : mayEditBox(run, sheet, box)) continue
    throw refused()
  }
}

/** Throws Google's error when a cell is protected against this person. */
export function demandEditable(run: Execution, sheet: Sheet, row: number, column: number): void {
  if (sheet.protections.length > 0 && !mayEditBox(run, sheet, { row, column, rows: 1, columns: 1 })) throw refused()
}

const refused = () =>
  new Error(
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  )

/** Methods that read as if they wrote but only select, show something to the person or search. */
function leaves({ kind }: Handle, name: string): boolean {
  const short = shortName(kind)
  if (elsewhere.has(name) || ['SpreadsheetApp', 'Selection', 'DeveloperMetadataFinder'].includes(short)) return true
  if (short === 'TextFinder') return !name.startsWith('replace')
  return short === 'Spreadsheet' && /^show$|Menu$/.test(name)
}

/** A copy changes the spreadsheet that it goes to. */
function targetBook(run: Execution, name: string, args: readonly unknown[]): Workbook {
  const to =
    name === 'copyTo' && args[0] instanceof Handle ? (args[0].state as Partial<Place & { workbook: Workbook }>) : {}
  if (to.workbook) return to.workbook
  const holds = (book: Workbook) => to.sheet && book.sheets.includes(to.sheet)
  return [...run.shared.workbooks.values()].find(holds) ?? run.workbook
}

type Place = { sheet: Sheet; box: Box }
/** Cells that change; with `only`, the protections that stand against a change of the sheet itself. */
type Target = Place & { only?: (protection: Protection) => boolean }

function targets(run: Execution, handle: Handle, name: string, args: readonly unknown[]): Target[] {
  const state = handle.state as { sheet: Sheet; box: Box }
  switch (shortName(handle.kind)) {
    case 'Range':
      return rangeTargets(state, name, args)
    case 'RangeList':
      return (handle.state as { ranges: Place[] }).ranges
    case 'Sheet':
      return name === 'copyTo' ? [] : [sheetTarget(state.sheet, name, args)]
    case 'Spreadsheet':
      return spreadsheetTargets(run, name, args)
    case 'Filter':
      return name === 'sort' ? [{ sheet: state.sheet, box: (handle.state as { filter: { box: Box } }).filter.box }] : []
    case 'Protection': {
      const { protection } = handle.state as { protection: Protection }
      return [{ sheet: state.sheet, box: wholeSheet(state.sheet), only: (one) => one === protection }]
    }
    default:
      return []
  }
}

function rangeTargets(own: Place, name: string, args: readonly unknown[]): Target[] {
  if (name !== 'copyTo' && name !== 'moveTo') return [own]
  const to = (args[0] as Handle).state as Place
  const target = { sheet: to.sheet, box: { ...to.box, rows: own.box.rows, columns: own.box.columns } }
  return name === 'moveTo' ? [own, target] : [target]
}

/** Lines that go, or cells that are cleared or sorted, must all be open; for anything else the sheet itself must be. */
function sheetTarget(sheet: Sheet, name: string, args: readonly unknown[]): Target {
  const all = wholeSheet(sheet)
  if (/^(clear(?!Conditional)|sort$)/.test(name)) return { sheet, box: all }
  const [start, count = 1] = args.map(Number) as [number, number?]
  if (/^deleteRow/.test(name)) return { sheet, box: { ...all, row: start, rows: count } }
  if (/^deleteColumn/.test(name)) return { sheet, box: { ...all, column: start, columns: count } }
  if (/^move(Rows|Columns)$/.test(name)) {
    const { box } = (args[0] as Handle).state as Place
    return {
      sheet,
      box:
        name === 'moveRows'
          ? { ...all, row: box.row, rows: box.rows }
          : { ...all, column: box.column, columns: box.columns },
    }
  }
  if (name === 'appendRow') return { sheet, box: { ...all, row: usedSize(sheet).rows + 1, rows: 1 } }
  const splits = insertedLine(name, start)
  return { sheet, box: all, only: (one) => one.box === null || splits(one.box) }
}

/** Whether lines that are put in come between those of a protected range. */
function insertedLine(name: string, start: number): (box: Box) => boolean {
  const [, axis] = /^insert(Row|Column)/.exec(name) ?? []
  const line = name.includes('After') ? start + 1 : start
  if (axis === 'Row') return (box) => line > box.row && line < box.row + box.rows
  if (axis === 'Column') return (box) => line > box.column && line < box.column + box.columns
  return () => false
}

function spreadsheetTargets(run: Execution, name: string, args: readonly unknown[]): Target[] {
  if (name === 'deleteSheet') {
    const { sheet } = (args[0] as Handle).state as Place
    return [{ sheet, box: wholeSheet(sheet), only: () => true }]
  }
  const active = activeSheet(run.workbook)
  if (name === 'deleteActiveSheet') return [{ sheet: active, box: wholeSheet(active), only: () => true }]
  const isLines = /^(insert|delete)(Row|Column)|^(appendRow|sort|renameActiveSheet)$|^set(Row|Column|Frozen)/.test(name)
  return isLines ? [sheetTarget(active, name, args)] : []
}
