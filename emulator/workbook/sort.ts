// Sorts the rows of a rectangle by the values of some of its columns, as Google orders them.
import { cellAt, putCell } from './cells.ts'
import { valueAt } from './display.ts'
import { effectiveStyle } from './effective-style.ts'
import { shiftFormula } from './formula-references.ts'
import type { SortSpec } from './sheet-objects.ts'
import type { Box, Cell, CellValue, Sheet, Workbook } from './workbook.ts'

/**
 * `column` counts from the sheet's first column. Empty cells come last either way; a key with a colour puts the cells of
 * that colour first (ascending) or last.
 */
export function sortBox(workbook: Workbook, sheet: Sheet, box: Box, keys: SortSpec[]): void {
  const lines = Array.from({ length: box.rows }, (_, down) => {
    const row = box.row + down
    const cells = Array.from({ length: box.columns }, (_, right) => cellAt(sheet, row, box.column + right))
    return { row, cells, values: keys.map((key) => sortValue(workbook, sheet, row, key)) }
  })
  lines.sort((one, other) => {
    for (const [index, { ascending }] of keys.entries()) {
      const order = compare(one.values[index]!, other.values[index]!, ascending)
      if (order !== 0) return order
    }
    return 0
  })
  lines.forEach(({ row, cells }, down) => {
    cells.forEach((cell, right) => {
      putCell(workbook, sheet, box.row + down, box.column + right, cell && movedCell(cell, box.row + down - row))
    })
  })
}

function sortValue(workbook: Workbook, sheet: Sheet, row: number, key: SortSpec): CellValue {
  if (!key.background && !key.fontColor) return valueAt(workbook, sheet, row, key.column)
  const { background = '#ffffff', fontColor = '#000000' } = effectiveStyle(workbook, sheet, row, key.column)
  return (key.background ? background === key.background : fontColor === key.fontColor) ? 0 : 1
}

function movedCell(cell: Cell, rows: number): Cell {
  return cell.formula === undefined ? cell : { ...cell, formula: shiftFormula(cell.formula, rows, 0) }
}

function compare(one: CellValue, other: CellValue, ascending: boolean): number {
  if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1
  const rank = (value: CellValue) => ['number', 'string', 'boolean'].indexOf(typeof value)
  const order =
    typeof one === typeof other
      ? typeof one === 'string'
        ? one.localeCompare(other as string, undefined, { sensitivity: 'base' })
        : Number(one) - Number(other)
      : rank(one) - rank(other)
  return ascending ? order : -order
}
