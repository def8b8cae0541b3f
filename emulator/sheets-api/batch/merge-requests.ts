// mergeCells and unmergeCells.
import { cellAt, eachCell, encloses, overlaps, putCell } from '../../workbook/cells.ts'
import { touch } from '../../workbook/changes.ts'
import type { Box, Cell, Sheet, Workbook } from '../../workbook/workbook.ts'
import { badRequest } from '../api-error.ts'
import { readGridRange } from '../cell-data/grid-range.ts'
import type { Handlers } from './request.ts'

function demandWhole(sheet: Sheet, box: Box): void {
  if (sheet.merges.some((merge) => overlaps(merge, box) && !encloses(box, merge)))
    throw badRequest('You must select all cells in a merged range to merge or unmerge them.')
}

function pieces(box: Box, type: string | null | undefined): Box[] {
  if (type === 'MERGE_COLUMNS')
    return Array.from({ length: box.columns }, (_, right) => ({ ...box, column: box.column + right, columns: 1 }))
  if (type === 'MERGE_ROWS')
    return Array.from({ length: box.rows }, (_, down) => ({ ...box, row: box.row + down, rows: 1 }))
  return [box]
}

/** Only the corner of a merge keeps its value; the first value found moves into an empty corner. */
function merge(book: Workbook, sheet: Sheet, box: Box): void {
  if (box.rows * box.columns < 2) return
  const isFrozenAcross = (start: number, count: number, frozen: number) => start <= frozen && start + count - 1 > frozen
  if (isFrozenAcross(box.row, box.rows, sheet.frozenRows))
    throw badRequest("You can't merge frozen and non-frozen rows.")
  if (isFrozenAcross(box.column, box.columns, sheet.frozenColumns))
    throw badRequest("You can't merge frozen and non-frozen columns.")
  const hasContent = (cell: Cell | undefined) => cell && (cell.value !== null || cell.formula !== undefined)
  const corner = cellAt(sheet, box.row, box.column)
  let first: Cell | undefined = hasContent(corner) ? corner : undefined
  eachCell(sheet, box, (cell, row, column) => {
    if (!first && hasContent(cell)) first = cell
    if (row === box.row && column === box.column) return
    const { formula: _formula, runs: _runs, note: _note, validation: _validation, ...look } = cell
    putCell(book, sheet, row, column, { ...look, value: null })
  })
  if (first && first !== corner)
    putCell(book, sheet, box.row, box.column, {
      ...corner,
      ...first,
      ...(corner?.style ? { style: corner.style } : {}),
    })
  sheet.merges = [...sheet.merges, box]
}

export const mergeRequests: Handlers = {
  mergeCells: ({ book }, { range, mergeType }) => {
    const { sheet, box } = readGridRange(book, range)
    demandWhole(sheet, box)
    if (sheet.tables.some((table) => overlaps(table.box, box))) throw badRequest("You can't merge cells in a table.")
    sheet.merges = sheet.merges.filter((one) => !encloses(box, one))
    for (const piece of pieces(box, mergeType)) merge(book, sheet, piece)
    touch(book)
    return undefined
  },
  unmergeCells: ({ book }, { range }) => {
    const { sheet, box } = readGridRange(book, range)
    demandWhole(sheet, box)
    sheet.merges = sheet.merges.filter((one) => !encloses(box, one))
    touch(book)
    return undefined
  },
}
