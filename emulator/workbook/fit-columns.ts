// Makes columns as wide as their texts.
import { cellAt } from './cells.ts'
import { touch } from './changes.ts'
import { textAt } from './display.ts'
import type { Sheet, Workbook } from './workbook.ts'

/** About seven pixels a character at the default font, between Google's narrowest and a readable widest. */
export function fitColumns(workbook: Workbook, sheet: Sheet, columns: number[]): void {
  for (const column of columns) {
    let longest = 0
    for (const row of sheet.rows.keys()) {
      const bold = cellAt(sheet, row, column)?.style?.bold ? 1.08 : 1
      longest = Math.max(longest, textAt(workbook, sheet, row, column).length * bold)
    }
    sheet.columnWidths.set(column, Math.max(21, Math.min(600, Math.round(longest * 7) + 14)))
  }
  touch(workbook)
}
