// A sheet's properties as Google answers them.
import type { JsonObject } from '../../workbook/sheet-objects.ts'
import type { Sheet, Workbook } from '../../workbook/workbook.ts'
import { colorStyle } from './color.ts'

/** `SheetProperties`, each colour once; what is as in a new sheet is left out. */
export function sheetProperties(workbook: Workbook, sheet: Sheet): JsonObject {
  return {
    sheetId: sheet.id,
    title: sheet.name,
    index: workbook.sheets.indexOf(sheet),
    sheetType: sheet.objectSheet ? 'OBJECT' : 'GRID',
    ...(sheet.objectSheet ? {} : { gridProperties: gridProperties(sheet) }),
    ...(sheet.hidden ? { hidden: true } : {}),
    ...(sheet.tabColor ? { tabColorStyle: colorStyle(workbook, sheet.tabColor, sheet.tabTheme) } : {}),
    ...(sheet.rightToLeft ? { rightToLeft: true } : {}),
  }
}

function gridProperties(sheet: Sheet): JsonObject {
  return {
    rowCount: sheet.maxRows,
    columnCount: sheet.maxColumns,
    ...(sheet.frozenRows ? { frozenRowCount: sheet.frozenRows } : {}),
    ...(sheet.frozenColumns ? { frozenColumnCount: sheet.frozenColumns } : {}),
    ...(sheet.hiddenGridlines ? { hideGridlines: true } : {}),
    ...(sheet.rowGroupControlAfter ? { rowGroupControlAfter: true } : {}),
    ...(sheet.columnGroupControlAfter ? { columnGroupControlAfter: true } : {}),
  }
}
