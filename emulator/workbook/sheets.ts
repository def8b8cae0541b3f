// Adds, removes, renames, moves and copies the sheets of a workbook.
import { touch } from './changes.ts'
import { mapReferences, renameInFormula } from './formula-references.ts'
import { lineForWriting } from './snapshot.ts'
import { newSheet, type Sheet, takeId, type Workbook } from './workbook.ts'

export function sheetNamed(workbook: Workbook, name: string): Sheet | undefined {
  return workbook.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase())
}

export function sheetWithId(workbook: Workbook, id: number): Sheet | undefined {
  return workbook.sheets.find((sheet) => sheet.id === id)
}

export function activeSheet(workbook: Workbook): Sheet {
  return sheetWithId(workbook, workbook.activeSheetId) ?? workbook.sheets[0]!
}

/** Adds an empty sheet at `index` (0-based; the end by default). Throws Google's error when the name is taken. */
export function addSheet(workbook: Workbook, name?: string, index = workbook.sheets.length): Sheet {
  if (name !== undefined) demandFreeName(workbook, name)
  const sheet = newSheet(freshSheetId(workbook), name ?? freeName(workbook, 'Sheet'))
  workbook.sheets.splice(index, 0, sheet)
  touch(workbook)
  return sheet
}

/** Takes a sheet away. Throws Google's error for the last visible one. */
export function removeSheet(workbook: Workbook, sheet: Sheet): void {
  const index = workbook.sheets.indexOf(sheet)
  if (!workbook.sheets.some((other) => other !== sheet && !other.hidden))
    throw new Error("You can't remove all the visible sheets in a document.")
  workbook.sheets = workbook.sheets.filter((one) => one !== sheet)
  looseReferences(workbook, sheet.name)
  workbook.namedRanges = workbook.namedRanges.filter((named) => named.sheetId !== sheet.id)
  workbook.metadata = workbook.metadata.filter(({ at }) => at.type === 'SPREADSHEET' || at.sheetId !== sheet.id)
  if (workbook.activeSheetId === sheet.id) {
    const visible =
      workbook.sheets.slice(0, index).findLast((one) => !one.hidden) ?? workbook.sheets.find((one) => !one.hidden)
    workbook.activeSheetId = visible!.id
  }
  touch(workbook)
}

/** Formulas that named a sheet that is gone refer to nothing. */
function looseReferences(workbook: Workbook, name: string): void {
  for (const holder of workbook.sheets)
    for (const [row, line] of [...holder.rows])
      for (const [column, cell] of line) {
        if (!cell.formula?.includes('!')) continue
        const formula = mapReferences(cell.formula, (reference) => (reference.sheet === name ? null : reference))
        if (formula !== cell.formula) lineForWriting(holder, row).set(column, { ...cell, formula })
      }
}

/** Renames a sheet and every formula that names it. */
export function renameSheet(workbook: Workbook, sheet: Sheet, name: string): void {
  if (name.toLowerCase() !== sheet.name.toLowerCase()) demandFreeName(workbook, name)
  const before = sheet.name
  sheet.name = name
  for (const holder of workbook.sheets)
    for (const [row, line] of [...holder.rows])
      for (const [column, cell] of line)
        if (cell.formula?.includes('!'))
          lineForWriting(holder, row).set(column, { ...cell, formula: renameInFormula(cell.formula, before, name) })
  touch(workbook)
}

/** Copies a sheet, all but its protections and metadata, under Google's name (`Copy of X`). */
export function copySheet(workbook: Workbook, source: Sheet, name?: string): Sheet {
  const copy = structuredClone(source)
  copy.id = freshSheetId(workbook)
  copy.name = name ?? freeCopyName(workbook, source.name)
  copy.hidden = false
  copy.protections = []
  const withNewIds = <T extends { id: number }>(items: T[]) => items.map((item) => ({ ...item, id: takeId(workbook) }))
  copy.bandings = withNewIds(copy.bandings)
  copy.filterViews = withNewIds(copy.filterViews)
  copy.charts = withNewIds(copy.charts)
  copy.slicers = withNewIds(copy.slicers)
  copy.tables = copy.tables.map((table) => ({
    ...table,
    id: String(takeId(workbook)),
    name: freeTableName(workbook, table.name),
  }))
  workbook.sheets.push(copy)
  touch(workbook)
  return copy
}

/** Moves a sheet to a place in the row of tabs, counted from 1. */
export function moveSheet(workbook: Workbook, sheet: Sheet, position: number): void {
  workbook.sheets.splice(workbook.sheets.indexOf(sheet), 1)
  workbook.sheets.splice(position - 1, 0, sheet)
  touch(workbook)
}

function demandFreeName(workbook: Workbook, name: string): void {
  if (!sheetNamed(workbook, name)) return
  throw new Error(`A sheet with the name "${name}" already exists. Please enter another name.`)
}

function freeName(workbook: Workbook, stem: string): string {
  let number = workbook.sheets.length + 1
  while (sheetNamed(workbook, `${stem}${number}`)) number += 1
  return `${stem}${number}`
}

function freeCopyName(workbook: Workbook, name: string): string {
  const stem = `Copy of ${name}`
  let number = 1
  while (sheetNamed(workbook, number === 1 ? stem : `${stem} ${number}`)) number += 1
  return number === 1 ? stem : `${stem} ${number}`
}

/** Table names are unique in a workbook: a copy is numbered. */
function freeTableName(workbook: Workbook, name: string): string {
  const names = new Set(workbook.sheets.flatMap(({ tables }) => tables.map((table) => table.name)))
  let number = 2
  while (names.has(`${name}_${number}`)) number += 1
  return `${name}_${number}`
}

function freshSheetId(workbook: Workbook): number {
  let id = 0
  do id = 1 + Math.floor(Math.random() * 2_147_483_646)
  while (sheetWithId(workbook, id))
  return id
}
