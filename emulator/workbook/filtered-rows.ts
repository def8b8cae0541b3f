// Which rows a sheet's filter hides.
import { contains } from './cells.ts'
import { meets } from './criteria.ts'
import { textAt, valueAt } from './display.ts'
import { effectiveStyle } from './effective-style.ts'
import type { FilterCriteria, Sheet, Workbook } from './workbook.ts'

/** True when the basic filter hides the row; its first row, the header, always stays. */
export function isRowFiltered(workbook: Workbook, sheet: Sheet, row: number): boolean {
  const { filter } = sheet
  if (!filter || !contains(filter.box, row, filter.box.column) || row === filter.box.row) return false
  return Object.entries(filter.criteria).some(([column, criteria]) =>
    hides(workbook, sheet, row, Number(column), criteria),
  )
}

function hides(workbook: Workbook, sheet: Sheet, row: number, column: number, criteria: FilterCriteria): boolean {
  if (criteria.hiddenValues.length > 0 && criteria.hiddenValues.includes(textAt(workbook, sheet, row, column)))
    return true
  if (criteria.type && meets(criteria.type, criteria.args, valueAt(workbook, sheet, row, column)) === false) return true
  if (!criteria.visibleBackground && !criteria.visibleFontColor) return false
  const { background = '#ffffff', fontColor = '#000000' } = effectiveStyle(workbook, sheet, row, column)
  if (criteria.visibleBackground && background !== criteria.visibleBackground) return true
  return criteria.visibleFontColor !== undefined && fontColor !== criteria.visibleFontColor
}
