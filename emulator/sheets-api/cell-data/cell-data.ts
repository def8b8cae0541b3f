// One cell as Google's CellData: what was entered, what it comes to, how it looks, and what hangs on it.
import { cellAt } from '../../workbook/cells.ts'
import { textAt, valueAt } from '../../workbook/display.ts'
import type { Json, JsonObject } from '../../workbook/sheet-objects.ts'
import type { Cell, CellValue, Sheet, Workbook } from '../../workbook/workbook.ts'
import { cellFormat, textFormat } from './cell-format.ts'
import { twinColors } from './color.ts'
import { effectiveFormat, linkStyle } from './default-format.ts'
import { errorValue } from './error-value.ts'
import { validationRule } from './validation-rule.ts'

function extendedValue(value: CellValue): JsonObject | undefined {
  if (value === null) return undefined
  if (typeof value === 'number') return { numberValue: value }
  return typeof value === 'boolean' ? { boolValue: value } : { stringValue: value }
}

/** Where the text of a cell leads; of several runs, none. */
function hyperlink(cell: Cell): string | undefined {
  const written = cell.formula && /^=\s*HYPERLINK\(\s*"((?:[^"]|"")*)"/i.exec(cell.formula)
  return written ? written[1]!.replaceAll('""', '"') : cell.style?.link
}

/** The text format runs; the first, when it says nothing of its own, without a start. */
function textRuns(workbook: Workbook, cell: Cell): Json[] {
  return (cell.runs ?? []).map(({ start, style }) => ({
    ...(start ? { startIndex: start } : {}),
    format: textFormat(workbook, style.link ? { ...linkStyle, ...style } : style) ?? {},
  }))
}

/** The CellData of a position, each colour twice; an empty object where there is nothing. */
export function cellData(workbook: Workbook, sheet: Sheet, row: number, column: number): JsonObject {
  const cell = cellAt(sheet, row, column)
  const value = valueAt(workbook, sheet, row, column)
  if (!cell && value === null && !isBanded(sheet, row, column)) return {}
  const computed = cell?.formula !== undefined || (value !== null && (cell?.value ?? null) === null)
  const error = computed ? errorValue(workbook, sheet, row, column, value) : undefined
  // An empty text that a formula comes to is not told.
  const effective = error ? { errorValue: error } : computed && value === '' ? undefined : extendedValue(value)
  const entered = cell?.formula === undefined ? extendedValue(cell?.value ?? null) : { formulaValue: cell.formula }
  const link = cell && hyperlink(cell)
  const data: JsonObject = {}
  if (entered) data.userEnteredValue = entered
  if (effective) {
    data.effectiveValue = effective
    data.formattedValue = textAt(workbook, sheet, row, column)
  }
  const own = cell && cellFormat(workbook, cell)
  if (own) data.userEnteredFormat = own
  if (effective || own || computed || !cell) {
    const shown = { value, isError: error !== undefined, isEmpty: computed && value === null, link }
    data.effectiveFormat = effectiveFormat(workbook, sheet, row, column, cell, shown)
  }
  if (link) data.hyperlink = link
  if (cell?.note) data.note = cell.note
  if (cell?.runs?.length) data.textFormatRuns = textRuns(workbook, cell)
  if (cell?.validation)
    data.dataValidation = JSON.parse(JSON.stringify(validationRule(workbook, sheet, cell.validation)))
  return twinColors(workbook, data)
}

function isBanded(sheet: Sheet, row: number, column: number): boolean {
  return [...sheet.bandings, ...sheet.tables].some(
    ({ box }) =>
      row >= box.row && row < box.row + box.rows && column >= box.column && column < box.column + box.columns,
  )
}
