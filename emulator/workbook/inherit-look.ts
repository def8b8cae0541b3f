// New rows and columns look like a neighbour: its size, formats and validation rules.
import { cellAt, putCell } from './cells.ts'
import type { Axis } from './line-shift.ts'
import type { Sheet, Workbook } from './workbook.ts'

/** Gives the `count` lines from `start` on the look of the line `neighbour`; nothing where there is no such line. */
export function inheritLook(
  workbook: Workbook,
  sheet: Sheet,
  axis: Axis,
  { start, count, neighbour }: { start: number; count: number; neighbour: number },
): void {
  const sizes = axis === 'row' ? sheet.rowHeights : sheet.columnWidths
  const size = sizes.get(neighbour)
  const across = axis === 'row' ? [...(sheet.rows.get(neighbour)?.keys() ?? [])] : [...sheet.rows.keys()]
  for (let line = start; line < start + count; line++) {
    if (size !== undefined) sizes.set(line, size)
    for (const other of across) {
      const [from, to] =
        axis === 'row'
          ? [
              [neighbour, other],
              [line, other],
            ]
          : [
              [other, neighbour],
              [other, line],
            ]
      const { style, format, numberType, validation } = cellAt(sheet, from[0]!, from[1]!) ?? {}
      if (style || format || validation)
        putCell(workbook, sheet, to[0]!, to[1]!, { value: null, style, format, numberType, validation })
    }
  }
}
