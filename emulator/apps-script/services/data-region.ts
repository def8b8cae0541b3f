// The stretch of filled cells around a place, as Ctrl+A selects it.
import { usedSize } from '../../workbook/cells.ts'
import { valueAt } from '../../workbook/display.ts'
import type { Box, Sheet, Workbook } from '../../workbook/workbook.ts'

/** Grows a box until the lines around it hold nothing; `dimension` lets it grow only along rows or columns. */
export function dataRegion(workbook: Workbook, sheet: Sheet, start: Box, dimension: string | null): Box {
  const used = usedSize(sheet)
  let [top, left] = [start.row, start.column]
  let [bottom, right] = [start.row + start.rows - 1, start.column + start.columns - 1]
  const any = (fromRow: number, fromColumn: number, toRow: number, toColumn: number) => {
    for (let row = Math.max(1, fromRow); row <= Math.min(toRow, used.rows); row++)
      for (let column = Math.max(1, fromColumn); column <= Math.min(toColumn, used.columns); column++)
        if ((valueAt(workbook, sheet, row, column) ?? '') !== '') return true
    return false
  }
  for (let grown = true; grown; ) {
    grown = false
    if (dimension !== 'COLUMNS') {
      if (top > 1 && any(top - 1, left, top - 1, right)) {
        top -= 1
        grown = true
      }
      if (bottom < used.rows && any(bottom + 1, left, bottom + 1, right)) {
        bottom += 1
        grown = true
      }
    }
    if (dimension !== 'ROWS') {
      if (left > 1 && any(top, left - 1, bottom, left - 1)) {
        left -= 1
        grown = true
      }
      if (right < used.columns && any(top, right + 1, bottom, right + 1)) {
        right += 1
        grown = true
      }
    }
  }
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 }
}
