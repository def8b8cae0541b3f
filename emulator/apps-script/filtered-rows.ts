// Which rows a sheet's filter hides.
import { cellAt } from '../workbook/cells.ts'
import { meets } from '../workbook/criteria.ts'
import { textAt, valueAt } from '../workbook/display.ts'
import type { FilterCriteria, Sheet, Workbook } from '../workbook/workbook.ts'

type Criteria = FilterCriteria & { visibleValues?: string[] }

/** Whether the filter hides a row; its first row, the header, always shows. */
export function isHiddenByFilter(workbook: Workbook, sheet: Sheet, row: number): boolean {
  const { filter } = sheet
  if (!filter || row <= filter.box.row || row >= filter.box.row + filter.box.rows) return false
  return Object.entries(filter.criteria).some(
    ([column, criteria]) => !shows(workbook, sheet, row, Number(column), criteria),
  )
}

function shows(workbook: Workbook, sheet: Sheet, row: number, column: number, criteria: Criteria): boolean {
  const text = textAt(workbook, sheet, row, column)
  if (criteria.hiddenValues.includes(text)) return false
  if (criteria.visibleValues && !criteria.visibleValues.includes(text)) return false
  const style = cellAt(sheet, row, column)?.style
  if (criteria.visibleBackground && (style?.background ?? '#ffffff') !== criteria.visibleBackground) return false
  if (criteria.visibleFontColor && (style?.fontColor ?? '#000000') !== criteria.visibleFontColor) return false
  return !criteria.type || meets(criteria.type, criteria.args, valueAt(workbook, sheet, row, column)) !== false
}
