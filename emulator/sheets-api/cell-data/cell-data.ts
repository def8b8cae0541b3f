// One cell as Google's CellData: what was entered, what it comes to, how it looks, and what hangs on it.
import { cellAt } from '../../workbook/cells.ts'
import { textAt, valueAt } from '../../workbook/display.ts'
import type { Json, JsonObject } from '../../workbook/sheet-objects.ts'
import type { Cell, CellValue, Sheet, Workbook } from '../../workbook/workbook.ts'
import { cellFormat, textFormat } from './cell-format.ts'
import { twinColors } from './color.ts'
import { effectiveFormat } from './default-format.ts'
import { validationRule } from './validation-rule.ts'

const errors: Record<string, [string, string]> = {
  '#ERROR!': ['ERROR', 'Formula parse error.'],
  '#NULL!': ['NULL_VALUE', 'The ranges do not intersect.'],
  '#DIV/0!': ['DIVIDE_BY_ZERO', 'Function DIVIDE parameter 2 cannot be zero.'],
  '#VALUE!': ['VALUE', 'A parameter is of the wrong type.'],
  '#REF!': ['REF', 'Reference does not exist.'],
  '#NAME?': ['NAME', 'Unknown function or range name.'],
  '#NUM!': ['NUM', 'A number is out of range.'],
  '#N/A': ['N_A', 'The value is not available.'],
}

/** A value as it was entered or worked out; an error of a formula is its type and a message. */
function extendedValue(value: CellValue, computed: boolean): JsonObject | undefined {
  if (value === null) return undefined
  if (typeof value === 'number') return { numberValue: value }
  if (typeof value === 'boolean') return { boolValue: value }
  const error = computed ? errors[value] : undefined
  return error ? { errorValue: { type: error[0], message: error[1] } } : { stringValue: value }
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
    format: textFormat(workbook, style) ?? {},
  }))
}

/** The CellData of a position, each colour twice; an empty object where there is nothing. */
export function cellData(workbook: Workbook, sheet: Sheet, row: number, column: number): JsonObject {
  const cell = cellAt(sheet, row, column)
  const value = valueAt(workbook, sheet, row, column)
  if (!cell && value === null && !isBanded(sheet, row, column)) return {}
  const computed = cell?.formula !== undefined || (value !== null && (cell?.value ?? null) === null)
  const effective = extendedValue(value, computed)
  const entered =
    cell?.formula === undefined ? extendedValue(cell?.value ?? null, false) : { formulaValue: cell.formula }
  const data: JsonObject = {}
  if (entered) data.userEnteredValue = entered
  if (effective) {
    data.effectiveValue = effective
    data.formattedValue = textAt(workbook, sheet, row, column)
  }
  const own = cell && cellFormat(workbook, cell)
  if (own) data.userEnteredFormat = own
  if (effective || own || !cell) {
    const shown = { value, isError: effective?.errorValue !== undefined }
    data.effectiveFormat = effectiveFormat(workbook, sheet, row, column, cell, shown)
  }
  const link = cell && hyperlink(cell)
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
