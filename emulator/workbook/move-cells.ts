// Moves blocks of cells: shifts them along to make or fill room, and cuts and pastes; references to them follow.
import { eachCell, encloses, overlaps, putCell } from './cells.ts'
import { touch } from './changes.ts'
import { followCut, followShift, type Move } from './follow-move.ts'
import { type Corner, mapReferences, type Reference } from './formula-references.ts'
import { type Axis, deletion, insertion, type Shift, shiftBox } from './line-shift.ts'
import { rewriteFormulas } from './rewrite-formulas.ts'
import { lineForWriting, rowsForWriting } from './snapshot.ts'
import type { Box, Cell, Sheet, Workbook } from './workbook.ts'

/** Makes room where `box` is: its cells and those beyond it move down (`row`) or right (`column`); the sheet grows for them. */
export function insertCells(workbook: Workbook, sheet: Sheet, box: Box, axis: Axis): void {
  const [start, count] = axis === 'row' ? [box.row, box.rows] : [box.column, box.columns]
  shiftBand(workbook, sheet, box, insertion(axis, start, count))
  const reached = lastUsed(sheet, box, axis)
  if (axis === 'row') sheet.maxRows = Math.max(sheet.maxRows, reached)
  else sheet.maxColumns = Math.max(sheet.maxColumns, reached)
}

/** Takes the cells of `box` out: those beyond it move up (`row`) or left (`column`). */
export function removeCells(workbook: Workbook, sheet: Sheet, box: Box, axis: Axis): void {
  const [start, count] = axis === 'row' ? [box.row, box.rows] : [box.column, box.columns]
  shiftBand(workbook, sheet, box, deletion(axis, start, count))
}

/** Cuts `from` and pastes it with its corner at a place; what stood there is gone. */
export function moveBox(workbook: Workbook, from: { sheet: Sheet; box: Box }, to: { sheet: Sheet; box: Box }): void {
  const taken: [number, number, Cell][] = []
  eachCell(from.sheet, from.box, (cell, row, column) => taken.push([row, column, cell]))
  for (const [row, column] of taken) putCell(workbook, from.sheet, row, column, undefined)
  eachCell(to.sheet, to.box, (_cell, row, column) => putCell(workbook, to.sheet, row, column, undefined))
  const [down, right] = [to.box.row - from.box.row, to.box.column - from.box.column]
  for (const [row, column, cell] of taken) putCell(workbook, to.sheet, row + down, column + right, cell)
  followCut(workbook, from, to)
  cutReferences(workbook, from, to.sheet, down, right)
  touch(workbook)
}

function cutReferences(
  workbook: Workbook,
  from: { sheet: Sheet; box: Box },
  target: Sheet,
  down: number,
  right: number,
): void {
  const move = (box: Box) =>
    encloses(from.box, box) ? { ...box, row: box.row + down, column: box.column + right } : box
  const formula = (text: string, holder: Sheet) =>
    mapReferences(text, (reference) => {
      const aims = reference.sheet === null ? holder === from.sheet : reference.sheet === from.sheet.name
      const moved = aims ? movedReference(reference, move) : reference
      const isElsewhere = moved && moved !== reference && target !== from.sheet
      return isElsewhere ? { ...moved, sheet: holder === target ? null : target.name } : moved
    })
  const place = (sheetId: number, box: Box) => {
    const to = sheetId === from.sheet.id ? move(box) : box
    return to === box ? { sheetId, box } : { sheetId: target.id, box: to }
  }
  rewriteFormulas(workbook, { formula, place })
}

function shiftBand(workbook: Workbook, sheet: Sheet, band: Box, shift: Shift): void {
  shiftStoredCells(sheet, band, shift)
  const [from, to] =
    shift.axis === 'row' ? [band.column, band.column + band.columns - 1] : [band.row, band.row + band.rows - 1]
  const move: Move = (box) => {
    const [first, last] =
      shift.axis === 'row' ? [box.column, box.column + box.columns - 1] : [box.row, box.row + box.rows - 1]
    return first >= from && last <= to ? shiftBox(box, shift) : box
  }
  followShift(workbook, sheet, move)
  rewriteFormulas(workbook, {
    formula: (text, holder) =>
      mapReferences(text, (reference) => {
        const aims = reference.sheet === null ? holder === sheet : reference.sheet === sheet.name
        return aims ? movedReference(reference, move) : reference
      }),
    place: (sheetId, box) => ({ sheetId, box: (sheetId === sheet.id && move(box)) || box }),
  })
  touch(workbook)
}

function shiftStoredCells(sheet: Sheet, band: Box, shift: Shift): void {
  const inBand: [number, number, Cell][] = []
  for (const [row, line] of sheet.rows) {
    if (shift.axis === 'column' && (row < band.row || row >= band.row + band.rows)) continue
    if (shift.axis === 'row' && row < band.row) continue
    for (const [column, cell] of line) {
      const crosses = shift.axis === 'column' || (column >= band.column && column < band.column + band.columns)
      if (crosses && (shift.axis === 'row' || column >= band.column)) inBand.push([row, column, cell])
    }
  }
  for (const [row, column] of inBand) lineForWriting(sheet, row).delete(column)
  for (const [row, column, cell] of inBand) {
    const to = shift.line(shift.axis === 'row' ? row : column)
    if (to === null) continue
    if (shift.axis === 'row') lineForWriting(sheet, to).set(column, cell)
    else lineForWriting(sheet, row).set(to, cell)
  }
  for (const [row, line] of [...sheet.rows]) if (line.size === 0) rowsForWriting(sheet).delete(row)
}

function movedReference(reference: Reference, move: Move): Reference | null {
  const { from, to } = reference
  if (from.row === 0 || (to && to.row === 0)) return reference
  const end = to ?? from
  const [row, column] = [Math.min(from.row, end.row), Math.min(from.column, end.column)]
  const box = {
    row,
    column,
    rows: Math.abs(end.row - from.row) + 1,
    columns: Math.abs(end.column - from.column) + 1,
  }
  const moved = move(box)
  if (!moved || moved === box) return moved && reference
  const first: Corner = { ...from, row: moved.row, column: moved.column }
  const last = to && { ...to, row: moved.row + moved.rows - 1, column: moved.column + moved.columns - 1 }
  return { ...reference, from: first, to: last }
}

function lastUsed(sheet: Sheet, band: Box, axis: Axis): number {
  let last = 0
  for (const [row, line] of sheet.rows)
    for (const column of line.keys()) {
      if (axis === 'row' && column >= band.column && column < band.column + band.columns) last = Math.max(last, row)
      if (axis === 'column' && row >= band.row && row < band.row + band.rows) last = Math.max(last, column)
    }
  return last
}

/** True when a merge lies partly in a stretch that is about to move. */
export function cutsMerge(sheet: Sheet, box: Box): boolean {
  return sheet.merges.some((merge) => overlaps(merge, box) && !encloses(box, merge))
}
