// Which rows a sheet's filter hides.
import { cellAt } from './cells.ts'
import { meets } from './criteria.ts'
import { filterBody, formulaHolds } from './custom-formulas.ts'
import { textAt, valueAt } from './display.ts'
import { meetsRelative } from './relative-dates.ts'
import type { FilterCriteria, Sheet, Workbook } from './workbook.ts'

/** Whether the filter hides a row; its first row, the header, always shows. */
export function isHiddenByFilter(workbook: Workbook, sheet: Sheet, row: number): boolean {
  const { filter } = sheet
  if (!filter || row <= filter.box.row || row >= filter.box.row + filter.box.rows) return false
  return Object.entries(filter.criteria).some(
    ([column, criteria]) => !shows(workbook, sheet, row, Number(column), criteria),
  )
}

function shows(workbook: Workbook, sheet: Sheet, row: number, column: number, criteria: FilterCriteria): boolean {
  const text = textAt(workbook, sheet, row, column)
  if (criteria.hiddenValues.includes(text)) return false
  if (criteria.visibleValues && !criteria.visibleValues.includes(text)) return false
  const style = cellAt(sheet, row, column)?.style
  if (criteria.visibleBackground && (style?.background ?? '#ffffff') !== criteria.visibleBackground) return false
  if (criteria.visibleFontColor && (style?.fontColor ?? '#000000') !== criteria.visibleFontColor) return false
  if (criteria.type === 'CUSTOM_FORMULA' && sheet.filter) {
    const rule = { sheet, formula: String(criteria.args[0]), ranges: [filterBody(sheet.filter.box, column)] }
    return formulaHolds(workbook, rule, row, column)
  }
  if (!criteria.type) return true
  const value = valueAt(workbook, sheet, row, column)
  const relative = meetsRelative(workbook, criteria.type, String(criteria.args[0]), value)
  return (relative ?? meets(criteria.type, criteria.args, value)) !== false
}
