// Inserts and deletes rows or columns: cells, merges, rules, names and formula references move with them.
import { touch } from './changes.ts'
import { type Corner, mapReferences } from './formula-references.ts'
import type { Box, Cell, Sheet, Workbook } from './workbook.ts'

export type Axis = 'row' | 'column'

/** A stretch of lines from `start`, and where a line goes: null when it is deleted. */
type Shift = { axis: Axis; start: number; count: number; insert: boolean }

/** Puts `count` empty rows or columns before `start`. */
export function insertLines(workbook: Workbook, sheet: Sheet, axis: Axis, start: number, count: number): void {
  if (axis === 'row') sheet.maxRows += count
  else sheet.maxColumns += count
  shiftAll(workbook, sheet, { axis, start, count, insert: true })
}

/** Takes `count` rows or columns out, from `start` on. */
export function deleteLines(workbook: Workbook, sheet: Sheet, axis: Axis, start: number, count: number): void {
  if (axis === 'row') sheet.maxRows -= count
  else sheet.maxColumns -= count
  shiftAll(workbook, sheet, { axis, start, count, insert: false })
}

function moved(line: number, { start, count, insert }: Shift): number | null {
  if (line < start) return line
  if (insert) return line + count
  return line < start + count ? null : line - count
}

function movedBox(box: Box, shift: Shift): Box | null {
  const [from, size] = shift.axis === 'row' ? [box.row, box.rows] : [box.column, box.columns]
  const span = movedSpan(from, from + size - 1, shift)
  if (!span) return null
  const length = span[1] - span[0] + 1
  return shift.axis === 'row' ? { ...box, row: span[0], rows: length } : { ...box, column: span[0], columns: length }
}

function movedSpan(first: number, last: number, shift: Shift): [number, number] | null {
  const { start, count, insert } = shift
  if (insert) return [moved(first, shift)!, moved(last, shift)!]
  if (first >= start && last < start + count) return null
  return [moved(first, shift) ?? start, moved(last, shift) ?? start - 1]
}

function shiftAll(workbook: Workbook, sheet: Sheet, shift: Shift): void {
  sheet.rows = shift.axis === 'row' ? moveKeys(sheet.rows, shift) : movedColumns(sheet, shift)
  const sizes = shift.axis === 'row' ? sheet.rowHeights : sheet.columnWidths
  const movedSizes = moveKeys(sizes, shift)
  const hidden = shift.axis === 'row' ? sheet.hiddenRows : sheet.hiddenColumns
  const movedHidden = new Set([...hidden].map((line) => moved(line, shift)).filter((line) => line !== null))
  if (shift.axis === 'row') Object.assign(sheet, { rowHeights: movedSizes, hiddenRows: movedHidden })
  else Object.assign(sheet, { columnWidths: movedSizes, hiddenColumns: movedHidden })
  shiftFrozen(sheet, shift)
  sheet.merges = moveBoxes(sheet.merges, shift).filter((box) => box.rows * box.columns > 1)
  sheet.bandings = withBoxes(sheet.bandings, shift)
  sheet.protections = sheet.protections.flatMap((one) => {
    const box = one.box && movedBox(one.box, shift)
    return one.box && !box ? [] : [{ ...one, box, unprotected: moveBoxes(one.unprotected, shift) }]
  })
  sheet.conditionalRules = sheet.conditionalRules
    .map((rule) => ({ ...rule, ranges: moveBoxes(rule.ranges, shift) }))
    .filter((rule) => rule.ranges.length > 0)
  const filterBox = sheet.filter && movedBox(sheet.filter.box, shift)
  sheet.filter = sheet.filter && filterBox ? { ...sheet.filter, box: filterBox } : null
  sheet.selection = moveBoxes(sheet.selection, shift)
  if (sheet.selection.length === 0) sheet.selection = [{ row: 1, column: 1, rows: 1, columns: 1 }]
  workbook.namedRanges = workbook.namedRanges.flatMap((named) => {
    if (named.sheetId !== sheet.id) return [named]
    const box = movedBox(named.box, shift)
    return box ? [{ ...named, box }] : []
  })
  shiftMetadata(workbook, sheet, shift)
  shiftCells(workbook, sheet, shift)
  touch(workbook)
}

function moveKeys<T>(lines: Map<number, T>, shift: Shift): Map<number, T> {
  const result = new Map<number, T>()
  for (const [line, value] of lines) {
    const to = moved(line, shift)
    if (to !== null) result.set(to, value)
  }
  return result
}

function movedColumns(sheet: Sheet, shift: Shift): Map<number, Map<number, Cell>> {
  return new Map([...sheet.rows].map(([row, line]) => [row, moveKeys(line, shift)]))
}

function moveBoxes(boxes: Box[], shift: Shift): Box[] {
  return boxes.map((box) => movedBox(box, shift)).filter((box) => box !== null)
}

function withBoxes<T extends { box: Box }>(items: T[], shift: Shift): T[] {
  return items.flatMap((item) => {
    const box = movedBox(item.box, shift)
    return box ? [{ ...item, box }] : []
  })
}

function shiftFrozen(sheet: Sheet, { axis, start, count, insert }: Shift): void {
  const frozen = axis === 'row' ? sheet.frozenRows : sheet.frozenColumns
  if (start > frozen) return
  const after = insert ? frozen + count : frozen - Math.min(count, frozen - start + 1)
  if (axis === 'row') sheet.frozenRows = after
  else sheet.frozenColumns = after
}

function shiftMetadata(workbook: Workbook, sheet: Sheet, shift: Shift): void {
  const type = shift.axis === 'row' ? 'ROW' : 'COLUMN'
  workbook.metadata = workbook.metadata.flatMap((entry) => {
    const at = entry.at
    if (at.type !== type || at.sheetId !== sheet.id) return [entry]
    const span = movedSpan(at.start, at.start + at.count - 1, shift)
    return span ? [{ ...entry, at: { ...at, start: span[0], count: span[1] - span[0] + 1 } }] : []
  })
}

function shiftCells(workbook: Workbook, sheet: Sheet, shift: Shift): void {
  for (const holder of workbook.sheets)
    for (const line of holder.rows.values())
      for (const [column, cell] of line) {
        const formula = cell.formula && shiftedFormula(cell.formula, holder, sheet, shift)
        const validation = cell.validation && {
          ...cell.validation,
          args: cell.validation.args.map((arg) => {
            if (!arg || typeof arg !== 'object' || Array.isArray(arg) || arg.sheetId !== sheet.id) return arg
            return { ...arg, box: movedBox(arg.box, shift) ?? arg.box }
          }),
        }
        if (formula !== cell.formula || validation)
          line.set(column, { ...cell, ...(formula ? { formula } : {}), ...(validation ? { validation } : {}) })
      }
}

function shiftedFormula(formula: string, holder: Sheet, sheet: Sheet, shift: Shift): string {
  const line = (corner: Corner) => (shift.axis === 'row' ? corner.row : corner.column)
  const at = (corner: Corner, to: number): Corner =>
    shift.axis === 'row' ? { ...corner, row: to } : { ...corner, column: to }
  return mapReferences(formula, (reference) => {
    const aims = reference.sheet === null ? holder === sheet : reference.sheet === sheet.name
    const { from, to } = reference
    if (!aims || line(from) === 0) return reference
    if (!to || line(to) === 0) {
      const single = moved(line(from), shift)
      return single === null ? null : { ...reference, from: at(from, single) }
    }
    const span = movedSpan(line(from), line(to), shift)
    return span && { ...reference, from: at(from, span[0]), to: at(to, span[1]) }
  })
}
