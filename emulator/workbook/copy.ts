// Copies a rectangle of cells onto another, as copy and paste does.
import { cellAt, contains, encloses, overlaps, putCell } from './cells.ts'
import { touch } from './changes.ts'
import { valueAt } from './display.ts'
import { shiftFormula } from './formula-references.ts'
import type { Box, Cell, Sheet, Workbook } from './workbook.ts'

export type CopyKind =
  | 'PASTE_NORMAL'
  | 'PASTE_VALUES'
  | 'PASTE_FORMAT'
  | 'PASTE_FORMULA'
  | 'PASTE_DATA_VALIDATION'
  | 'PASTE_NO_BORDERS'
  | 'PASTE_COLUMN_WIDTHS'
  | 'PASTE_CONDITIONAL_FORMATTING'
export type Place = { sheet: Sheet; box: Box }

/** Copies `from` onto `to`; a larger target is tiled where its size is a multiple, else filled once from its corner. */
export function copyBox(workbook: Workbook, from: Place, to: Place, kind: CopyKind, transposed: boolean): void {
  const [height, width] = transposed ? [from.box.columns, from.box.rows] : [from.box.rows, from.box.columns]
  const down = to.box.rows % height === 0 ? to.box.rows / height : 1
  const right = to.box.columns % width === 0 ? to.box.columns / width : 1
  const source: (Cell | undefined)[][] = []
  const values: Cell['value'][][] = []
  for (let row = 0; row < from.box.rows; row++) {
    source.push([])
    values.push([])
    for (let column = 0; column < from.box.columns; column++) {
      const [atRow, atColumn] = [from.box.row + row, from.box.column + column]
      source[row]!.push(cellAt(from.sheet, atRow, atColumn))
      values[row]!.push(kind === 'PASTE_VALUES' ? valueAt(workbook, from.sheet, atRow, atColumn) : null)
    }
  }
  const once = { ...to, box: { ...to.box, rows: height, columns: width } }
  if (kind === 'PASTE_NORMAL') copyMerges(from, once)
  if (kind === 'PASTE_NORMAL' || kind === 'PASTE_CONDITIONAL_FORMATTING') copyRules(workbook, from, once)
  if (kind === 'PASTE_CONDITIONAL_FORMATTING') return
  if (kind === 'PASTE_COLUMN_WIDTHS') {
    copyWidths(workbook, from, to)
    return
  }
  for (let row = 0; row < height * down; row++)
    for (let column = 0; column < width * right; column++) {
      const [fromRow, fromColumn] = transposed ? [column % width, row % height] : [row % height, column % width]
      const cell = source[fromRow]![fromColumn]
      const [atRow, atColumn] = [to.box.row + row, to.box.column + column]
      const moved = [atRow - (from.box.row + fromRow), atColumn - (from.box.column + fromColumn)] as const
      const before = cellAt(to.sheet, atRow, atColumn)
      putCell(workbook, to.sheet, atRow, atColumn, pasted(cell, before, kind, values[fromRow]![fromColumn]!, moved))
    }
}

function pasted(
  cell: Cell | undefined,
  before: Cell | undefined,
  kind: CopyKind,
  value: Cell['value'],
  moved: readonly [number, number],
): Cell | undefined {
  const formula = cell?.formula === undefined ? {} : { formula: shiftFormula(cell.formula, moved[0], moved[1]) }
  const { formula: _formula, ...kept } = before ?? { value: null }
  switch (kind) {
    case 'PASTE_VALUES':
      return { ...kept, value }
    case 'PASTE_FORMULA':
      return { ...kept, value: cell?.value ?? null, ...formula }
    case 'PASTE_FORMAT':
      return looks({ ...(before ?? { value: null }) }, cell)
    case 'PASTE_DATA_VALIDATION': {
      const { validation: _validation, ...rest } = before ?? { value: null }
      return cell?.validation ? { ...rest, validation: cell.validation } : rest
    }
    case 'PASTE_NO_BORDERS': {
      const { borders: _borders, ...style } = cell?.style ?? {}
      return (
        cell && {
          ...cell,
          ...formula,
          style: { ...style, ...(before?.style?.borders ? { borders: before.style.borders } : {}) },
        }
      )
    }
    default:
      return cell && { ...cell, ...formula }
  }
}

function looks(target: Cell, source: Cell | undefined): Cell {
  const { style: _style, format: _format, ...rest } = target
  return {
    ...rest,
    ...(source?.style ? { style: source.style } : {}),
    ...(source?.format ? { format: source.format } : {}),
  }
}

function copyMerges(from: Place, to: Place): void {
  const [rows, columns] = [to.box.row - from.box.row, to.box.column - from.box.column]
  const merges = from.sheet.merges.filter((merge) => encloses(from.box, merge))
  to.sheet.merges = to.sheet.merges.filter((merge) => !overlaps(merge, to.box))
  for (const merge of merges) to.sheet.merges.push({ ...merge, row: merge.row + rows, column: merge.column + columns })
}

/** Conditional formats reach on to what is pasted; on another sheet they are rules of its own. */
function copyRules(workbook: Workbook, from: Place, to: Place): void {
  const [rows, columns] = [to.box.row - from.box.row, to.box.column - from.box.column]
  if (from.sheet === to.sheet && overlaps(from.box, to.box)) return
  for (const rule of [...from.sheet.conditionalRules]) {
    const hit = rule.ranges.map((box) => intersection(box, from.box)).filter((box) => box !== null)
    const copies = hit.map((box) => ({ ...box, row: box.row + rows, column: box.column + columns }))
    if (copies.length === 0) continue
    if (from.sheet === to.sheet)
      rule.ranges.push(...copies.filter((box) => !rule.ranges.some((one) => encloses(one, box))))
    else to.sheet.conditionalRules.push({ ...rule, ranges: copies })
  }
  touch(workbook)
}

function copyWidths(workbook: Workbook, from: Place, to: Place): void {
  for (let column = 0; column < from.box.columns; column++) {
    const width = from.sheet.columnWidths.get(from.box.column + column)
    if (width === undefined) to.sheet.columnWidths.delete(to.box.column + column)
    else to.sheet.columnWidths.set(to.box.column + column, width)
  }
  touch(workbook)
}

export function intersection(one: Box, other: Box): Box | null {
  const row = Math.max(one.row, other.row)
  const column = Math.max(one.column, other.column)
  const rows = Math.min(one.row + one.rows, other.row + other.rows) - row
  const columns = Math.min(one.column + one.columns, other.column + other.columns) - column
  return rows > 0 && columns > 0 && contains(one, row, column) ? { row, column, rows, columns } : null
}
