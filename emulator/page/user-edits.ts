// What a person does to cells on the page: typing, clearing, pasting, ticking and selecting.
import { cellAt, eachCell, putCell } from '../workbook/cells.ts'
import { announce } from '../workbook/changes.ts'
import { refusal } from '../workbook/refuse-input.ts'
import { parseInput, withInput } from '../workbook/typed-input.ts'
import type { Box, Sheet, Workbook } from '../workbook/workbook.ts'

/** Types texts into cells from a corner on. Returns why nothing was changed, or null when all was. */
export function typeCells(
  workbook: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
  texts: string[][],
): string | null {
  const lines = texts.map((line, down) =>
    line.map((text, right) => ({
      row: row + down,
      column: column + right,
      input: parseInput(text, workbook.locale, cellAt(sheet, row + down, column + right)?.format),
    })),
  )
  const edits = lines.flat()
  const refused = refusal(workbook, sheet, edits)
  if (refused !== null) return refused
  const bottom = Math.max(0, ...edits.map((edit) => edit.row))
  const right = Math.max(0, ...edits.map((edit) => edit.column))
  sheet.maxRows = Math.max(sheet.maxRows, bottom)
  sheet.maxColumns = Math.max(sheet.maxColumns, right)
  for (const edit of edits)
    putCell(workbook, sheet, edit.row, edit.column, withInput(cellAt(sheet, edit.row, edit.column), edit.input))
  return null
}

/** Empties cells; a checkbox goes back to unticked. */
export function clearCells(workbook: Workbook, sheet: Sheet, box: Box): void {
  eachCell(sheet, box, (cell, row, column) => {
    const { formula: _formula, ...kept } = cell
    putCell(workbook, sheet, row, column, { ...kept, value: cell.validation?.type === 'CHECKBOX' ? false : null })
  })
}

export function tick(workbook: Workbook, sheet: Sheet, row: number, column: number, checked: boolean): void {
  const cell = cellAt(sheet, row, column)
  if (cell?.validation?.type !== 'CHECKBOX') return
  const [on, off] = cell.validation.args
  const value = checked ? (on ?? true) : (off ?? (on === undefined ? false : null))
  if (typeof value !== 'object' || value === null) putCell(workbook, sheet, row, column, { ...cell, value })
}

/** Boxes that came from the page; an echo of them must not move the person's selection back. */
const fromPage = new WeakSet<Box>()

export function choseByScript(box: Box | null): boolean {
  return box !== null && !fromPage.has(box)
}

/** Makes a sheet and a range of it the active ones, as scripts see them. */
export function select(workbook: Workbook, sheet: Sheet, box: Box | null): void {
  workbook.activeSheetId = sheet.id
  if (box) {
    fromPage.add(box)
    sheet.selection = [box]
  }
  announce(workbook)
}
