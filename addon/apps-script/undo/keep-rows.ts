// What goes when rows are deleted and does not come back with them, kept and put back.
import type { Block } from '../../../shared/plan/a1.ts'
import { shared } from '../edits/blocks.ts'
import { Failure } from '../failure.ts'
import { blockRange, findSheet, rangeBlock, type Sheet, sameBlock } from '../sheets.ts'
import type { KeptRows } from './undo-step.ts'

/** Formulas that would lose what they refer to; more could not be kept in the document's properties. */
const mostFormulas = 1000
/** Heights, hidden rows and groups are asked for row by row, for so many rows and milliseconds. */
const mostRows = 10_000
const mostMs = 30_000

/** Neighbouring rows of which the same is to be kept, as runs; null is not kept. */
function rowRuns<T>(rows: number[], of: (row: number) => T | null): { row: number; count: number; what: T }[] {
  const began = Date.now()
  const runs: { row: number; count: number; what: T; name: string }[] = []
  for (const row of rows) {
    if (Date.now() - began > mostMs) break
    const what = of(row)
    if (what === null) continue
    const name = JSON.stringify(what)
    const last = runs.at(-1)
    if (last && last.row + last.count === row && last.name === name) last.count++
    else runs.push({ row, count: 1, what, name })
  }
  return runs.map(({ row, count, what }) => ({ row, count, what }))
}

/** How deep a row lies in groups, and whether the innermost is folded; null for a row in none. */
function groupOf(sheet: Sheet, row: number): { depth: number; collapsed: boolean } | null {
  const depth = sheet.getRowGroupDepth(row)
  if (depth === 0) return null
  return { depth, collapsed: sheet.getRowGroup(row, depth)?.isCollapsed() ?? false }
}

/** Rows go back into the groups that they were in; a group that went as a whole is made anew. */
function restoreGroups(sheet: Sheet, kept: KeptRows['groups'], rows: { row: number; count: number }[]): void {
  const all = rows.flatMap(({ row, count }) => Array.from({ length: count }, (_, at) => row + at))
  const wanted = (row: number) => kept.find((one) => row >= one.row && row < one.row + one.count)?.depth ?? 0
  for (const { row, count, what } of rowRuns(all, (at) => wanted(at) - sheet.getRowGroupDepth(at) || null))
    sheet.getRange(row, 1, count, 1).shiftRowGroupDepth(what)
  for (const { row, depth, collapsed } of kept) {
    const group = sheet.getRowGroup(row, depth)
    if (group && collapsed && !group.isCollapsed()) group.collapse()
  }
}

/** Whether a formula names a row of the blocks, on whatever sheet: rather one too many is kept. */
function namesRow(formula: string, blocks: Block[]): boolean {
  const inBlocks = (row: number) => blocks.some((block) => row >= block.row && row < block.row + block.rows)
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '""')
  return [...bare.matchAll(/\$?[A-Za-z]{1,3}\$?(\d{1,8})|\$?(\d{1,8}):\$?(\d{1,8})/g)].some(([, row, first, last]) =>
    [row, first, last].some((digits) => digits !== undefined && inBlocks(Number(digits))),
  )
}

function keepFormulas(sheets: Sheet[], sheet: Sheet, deleted: Block[], saved: Block[]): KeptRows['formulas'] {
  const kept: KeptRows['formulas'] = []
  for (const each of sheets) {
    const own = each.getSheetId() === sheet.getSheetId()
    each
      .getDataRange()
      .getFormulas()
      .forEach((row, r) => {
        row.forEach((formula, c) => {
          const cell = { row: r + 1, column: c + 1, rows: 1, columns: 1 }
          if (formula === '' || !namesRow(formula, deleted)) return
          if (own && saved.some((block) => shared(block, cell))) return
          kept.push({ sheet_id: each.getSheetId(), row: cell.row, column: cell.column, formula })
        })
      })
  }
  if (kept.length <= mostFormulas) return kept
  throw new Failure(
    'invalid',
    'Too many formulas refer to rows that would go.',
    `Nothing was changed. ${kept.length} formulas could not be kept for undo. Choose another place, or keep those rows.`,
  )
}

type Protection = GoogleAppsScript.Spreadsheet.Protection
type KeptProtection = KeptRows['protections'][number]

function keepProtection(protection: Protection): KeptProtection {
  const warning_only = protection.isWarningOnly()
  return {
    block: rangeBlock(protection.getRange()),
    description: protection.getDescription(),
    warning_only,
    editors: warning_only ? [] : protection.getEditors().map((user) => user.getEmail()),
  }
}

/** Protected ranges get the cells back that they had; one that went with its rows is made anew for the same people. */
function restoreProtections(sheet: Sheet, kept: KeptProtection[]): void {
  const present = sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)
  for (const { block, ...rest } of kept) {
    const at = present.findIndex((protection) => {
      const { block: _block, ...found } = keepProtection(protection)
      return JSON.stringify(found) === JSON.stringify(rest)
    })
    const [protection] = at < 0 ? [] : present.splice(at, 1)
    const range = blockRange(sheet, block)
    if (protection) {
      if (!sameBlock(rangeBlock(protection.getRange()), block)) protection.setRange(range)
      continue
    }
    const made = range.protect().setDescription(rest.description)
    if (rest.warning_only) made.setWarningOnly(true)
    else
      made.addEditors(rest.editors).removeEditors(
        made
          .getEditors()
          .map((user) => user.getEmail())
          .filter((email) => !rest.editors.includes(email)),
      )
  }
}

/** Reads what the deleted rows take along; `saved` are cells that are kept anyhow. */
export function keepRows(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  sheet: Sheet,
  deleted: Block[],
  saved: Block[],
): KeptRows {
  const rows = deleted.flatMap(({ row, rows: count }) => Array.from({ length: count }, (_, at) => row + at))
  const asked = rows.slice(0, mostRows)
  return {
    heights: rowRuns(asked, (row) => sheet.getRowHeight(row)).map(({ what, ...run }) => ({ ...run, pixels: what })),
    hidden: rowRuns(asked, (row) => sheet.isRowHiddenByUser(row) || null).map(({ row, count }) => ({ row, count })),
    groups: rowRuns(asked, (row) => groupOf(sheet, row)).map(({ what, ...run }) => ({ ...run, ...what })),
    names: sheet.getNamedRanges().map((named) => ({ name: named.getName(), block: rangeBlock(named.getRange()) })),
    protections: sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).map(keepProtection),
    formulas: keepFormulas(spreadsheet.getSheets(), sheet, deleted, saved),
  }
}

/** Puts it back, after the rows and their cells are there again. */
export function restoreRows(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, sheet: Sheet, kept: KeptRows): void {
  restoreGroups(sheet, kept.groups, kept.heights)
  for (const { row, count, pixels } of kept.heights) sheet.setRowHeights(row, count, pixels)
  for (const { row, count } of kept.hidden) sheet.hideRows(row, count)
  const now = new Map(sheet.getNamedRanges().map((named) => [named.getName(), rangeBlock(named.getRange())]))
  for (const { name, block } of kept.names) {
    const present = now.get(name)
    if (!present || !sameBlock(present, block)) spreadsheet.setNamedRange(name, blockRange(sheet, block))
  }
  restoreProtections(sheet, kept.protections)
  for (const { sheet_id, row, column, formula } of kept.formulas) {
    const range = findSheet(sheet_id)?.getRange(row, column)
    if (range && range.getFormula() !== formula) range.setFormula(formula)
  }
}
