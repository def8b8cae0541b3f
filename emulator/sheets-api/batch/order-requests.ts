// sortRange, randomizeRange and deleteDuplicates.
import type { sheets_v4 as v4 } from '@googleapis/sheets'
import { writeA1 } from '../../workbook/address.ts'
import { cellAt, overlaps, putCell } from '../../workbook/cells.ts'
import { valueAt } from '../../workbook/display.ts'
import { shiftFormula } from '../../workbook/formula-references.ts'
import type { SortSpec } from '../../workbook/sheet-objects.ts'
import { sortBox } from '../../workbook/sort.ts'
import type { Box, Cell, Sheet, Workbook } from '../../workbook/workbook.ts'
import { badRequest } from '../api-error.ts'
import { foldedObject, readColorStyle } from '../cell-data/color.ts'
import { readGridRange, readLines } from '../cell-data/grid-range.ts'
import type { Handlers } from './request.ts'

/** Reads sort specs; their columns count from the sheet's first. */
export function readSortSpecs(book: Workbook, specs: v4.Schema$SortSpec[] | undefined): SortSpec[] {
  return (specs ?? []).map((spec) => {
    const folded = foldedObject(spec)
    const hex = (name: string) => readColorStyle(book, folded[name] as v4.Schema$ColorStyle | undefined)?.hex
    const [background, fontColor] = [hex('backgroundColorStyle'), hex('foregroundColorStyle')]
    return {
      column: (spec.dimensionIndex ?? 0) + 1,
      ascending: spec.sortOrder !== 'DESCENDING',
      ...(background ? { background } : {}),
      ...(fontColor ? { fontColor } : {}),
    }
  })
}

/** Throws Google's error when rows of a box hang together by a merge. */
export function demandSortable(sheet: Sheet, box: Box): void {
  const merge = sheet.merges.find((one) => one.rows > 1 && overlaps(one, box))
  if (merge)
    throw badRequest(
      `You can't sort a range containing vertical merges. There is a vertical merge at ${writeA1(merge)}`,
    )
}

function rowCells(sheet: Sheet, box: Box, row: number): (Cell | undefined)[] {
  return Array.from({ length: box.columns }, (_, right) => cellAt(sheet, row, box.column + right))
}

function moveRows(book: Workbook, sheet: Sheet, box: Box, order: { row: number; cells: (Cell | undefined)[] }[]): void {
  for (let down = 0; down < box.rows; down++) {
    const source = order[down]
    for (let right = 0; right < box.columns; right++) {
      const cell = source?.cells[right]
      const by = box.row + down - (source?.row ?? 0)
      const moved = cell?.formula === undefined ? cell : { ...cell, formula: shiftFormula(cell.formula, by, 0) }
      putCell(book, sheet, box.row + down, box.column + right, moved)
    }
  }
}

function linesOf(sheet: Sheet, box: Box) {
  return Array.from({ length: box.rows }, (_, down) => ({
    row: box.row + down,
    cells: rowCells(sheet, box, box.row + down),
  }))
}

export const orderRequests: Handlers = {
  sortRange: ({ book }, { range, sortSpecs }) => {
    const { sheet, box } = readGridRange(book, range)
    demandSortable(sheet, box)
    const specs = readSortSpecs(book, sortSpecs)
    for (const { column } of specs)
      if (column < box.column || column >= box.column + box.columns)
        throw badRequest(`Invalid sortSpecs.dimensionIndex: ${column - 1}. It must be within the range.`)
    sortBox(book, sheet, box, specs)
    return undefined
  },

  randomizeRange: ({ book }, { range }) => {
    const { sheet, box } = readGridRange(book, range)
    demandSortable(sheet, box)
    const lines = linesOf(sheet, box)
    for (let at = lines.length - 1; at > 0; at--) {
      const other = Math.floor(Math.random() * (at + 1))
      ;[lines[at], lines[other]] = [lines[other]!, lines[at]!]
    }
    moveRows(book, sheet, box, lines)
    return undefined
  },

  deleteDuplicates: ({ book }, { range, comparisonColumns }) => {
    const { sheet, box } = readGridRange(book, range)
    const asked = (comparisonColumns ?? []).map((one) => readLines(book, one, 'comparisonColumns'))
    for (const { sheet: other, axis, start, count } of asked) {
      if (axis !== 'column' || other !== sheet) throw badRequest('comparisonColumns must be columns of the same sheet.')
      if (start < box.column || start + count > box.column + box.columns)
        throw badRequest('comparisonColumns must be within the range.')
    }
    const columns = asked.length > 0 ? asked : [{ start: box.column, count: box.columns }]
    const keyOf = (row: number) =>
      JSON.stringify(
        columns.flatMap(({ start, count }) =>
          Array.from({ length: count }, (_, right) => {
            const value = valueAt(book, sheet, row, start + right)
            return typeof value === 'string' ? value.toLowerCase() : value
          }),
        ),
      )
    const seen = new Set<string>()
    const kept = linesOf(sheet, box).filter(({ row }) => {
      const key = keyOf(row)
      return !seen.has(key) && seen.add(key)
    })
    moveRows(book, sheet, box, kept)
    return kept.length < box.rows ? { duplicatesRemovedCount: box.rows - kept.length } : {}
  },
}
