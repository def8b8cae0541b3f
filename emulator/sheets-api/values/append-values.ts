// `values.append`: finds the table in or around a range and writes below it.
import { contains, usedSize } from '../../workbook/cells.ts'
import { touch } from '../../workbook/changes.ts'
import { valueAt } from '../../workbook/display.ts'
import { insertLines } from '../../workbook/lines.ts'
import type { Box, Sheet, Workbook } from '../../workbook/workbook.ts'
import { boxOf, type Range } from '../a1/read-range.ts'
import { demandRoom } from '../batch/limits.ts'
import { type Target, type Written, writeRows } from './write-values.ts'

/** Writes the rows below the last table that the range touches, or from the range's corner where there is none. */
export function appendRows(
  book: Workbook,
  range: Range,
  rows: unknown[][],
  option: 'RAW' | 'USER_ENTERED',
  insert: boolean,
): { table: Box | null; written: Written } {
  const { sheet } = range
  const box = boxOf(range)
  const table = tableIn(book, sheet, box)
  const row = table ? table.row + table.rows : box.row
  const column = table ? table.column : box.column
  if (insert && rows.length > 0 && row <= sheet.maxRows) insertLines(book, sheet, 'row', row, rows.length)
  const missing = row + rows.length - 1 - sheet.maxRows
  if (missing > 0) {
    demandRoom(book, missing * sheet.maxColumns)
    sheet.maxRows += missing
    touch(book)
  }
  const limit = { row, column, rows: sheet.maxRows - row + 1, columns: sheet.maxColumns - column + 1 }
  const target: Target = { sheet, shown: { row, column, rows: 1, columns: 1 }, limit }
  return { table, written: writeRows(book, target, rows, option) }
}

/** The block of cells around the last filled cell of the box; for an empty box, the block that its corner lies within. */
function tableIn(book: Workbook, sheet: Sheet, box: Box): Box | null {
  const filled = (row: number, column: number) => valueAt(book, sheet, row, column) !== null
  const used = usedSize(sheet)
  const bottom = Math.min(box.row + box.rows - 1, used.rows)
  const right = Math.min(box.column + box.columns - 1, used.columns)
  for (let row = bottom; row >= box.row; row--)
    for (let column = right; column >= box.column; column--)
      if (filled(row, column)) return blockAround(filled, row, column)
  const near = neighbours(filled, box.row, box.column, used)
  return (
    near.map(([row, column]) => blockAround(filled, row, column)).find((one) => contains(one, box.row, box.column)) ??
    null
  )
}

type Filled = (row: number, column: number) => boolean

/** Grows a cell into the rectangle with nothing but empty cells around it. */
function blockAround(filled: Filled, row: number, column: number): Box {
  let [top, left, bottom, right] = [row, column, row, column]
  const anyIn = (fromRow: number, fromColumn: number, toRow: number, toColumn: number) => {
    for (let r = Math.max(1, fromRow); r <= toRow; r++)
      for (let c = Math.max(1, fromColumn); c <= toColumn; c++) if (filled(r, c)) return true
    return false
  }
  for (let before = ''; before !== `${[top, left, bottom, right]}`; ) {
    before = `${[top, left, bottom, right]}`
    while (top > 1 && anyIn(top - 1, left - 1, top - 1, right + 1)) top -= 1
    while (anyIn(bottom + 1, left - 1, bottom + 1, right + 1)) bottom += 1
    while (left > 1 && anyIn(top - 1, left - 1, bottom + 1, left - 1)) left -= 1
    while (anyIn(top - 1, right + 1, bottom + 1, right + 1)) right += 1
  }
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 }
}

/** The nearest filled cell in each of the four directions. */
function neighbours(
  filled: Filled,
  row: number,
  column: number,
  used: { rows: number; columns: number },
): [number, number][] {
  const found: [number, number][] = []
  for (const [down, right] of [
    [-1, 0],
    [1, 0],
    [0, -1],
    [0, 1],
  ] as const) {
    let [r, c] = [row + down, column + right]
    while (r >= 1 && c >= 1 && r <= used.rows && c <= used.columns && !filled(r, c)) [r, c] = [r + down, c + right]
    if (r >= 1 && c >= 1 && r <= used.rows && c <= used.columns) found.push([r, c])
  }
  return found
}
