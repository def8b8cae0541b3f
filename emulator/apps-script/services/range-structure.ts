// Range: clearing, copying, moving, merging, sorting.
import { cellAt, eachCell, encloses, overlaps, putCell } from '../../workbook/cells.ts'
import { touch } from '../../workbook/changes.ts'
import { type CopyKind, copyBox } from '../../workbook/copy.ts'
import { moveBox } from '../../workbook/move-cells.ts'
import { sortBox } from '../../workbook/sort.ts'
import type { Box, Cell, Sheet } from '../../workbook/workbook.ts'
import { boolean, instance, record, string } from '../arguments.ts'
import { CopyPasteType, enumName } from '../enums.ts'
import type { Execution } from '../execution.ts'
import { RangeKind, type RangeState, rangeHandle } from '../kinds.ts'
import { type Args, Handle, type Methods, SELF } from '../service.ts'
import { textFinder } from './text-finder.ts'

export type Clearing = { contents?: boolean; formats?: boolean; notes?: boolean; validations?: boolean }

/** Clears parts of every cell in a box. Clearing formats also drops conditional formats and banding there, as Google does. */
export function clearBox(run: Execution, sheet: Sheet, box: Box, what: Clearing): void {
  eachCell(sheet, box, (cell, row, column) => {
    const kept: Cell = { ...cell }
    if (what.contents) {
      kept.value = null
      delete kept.formula
    }
    if (what.formats) {
      delete kept.style
      delete kept.format
    }
    if (what.notes) delete kept.note
    if (what.validations) delete kept.validation
    putCell(run.workbook, sheet, row, column, kept)
  })
  if (what.formats) {
    sheet.conditionalRules = sheet.conditionalRules
      .map((rule) => ({ ...rule, ranges: rule.ranges.filter((one) => !encloses(box, one)) }))
      .filter((rule) => rule.ranges.length > 0)
    sheet.bandings = sheet.bandings.filter((banding) => !encloses(box, banding.box))
  }
  touch(run.workbook)
}

/** Reads `{contentsOnly, formatOnly, …}`; nothing named means contents and formats. */
export function clearing(args: Args, notes = false): Clearing {
  if (args.length === 0) return { contents: true, formats: true, notes }
  const options = record(args, 0)
  const contents = options.contentsOnly === true
  const formats = options.formatOnly === true
  const comments = options.commentsOnly === true
  const validations = options.validationsOnly === true
  if (!contents && !formats && !comments && !validations) return { contents: true, formats: true, notes }
  return { contents, formats, notes: comments, validations }
}

/** The part of a larger target that whole copies of the source fill; a smaller one takes the source once. */
export function filled(from: RangeState, to: RangeState, transposed = false): RangeState {
  const [rows, columns] = transposed ? [from.box.columns, from.box.rows] : [from.box.rows, from.box.columns]
  const multiple = (room: number, size: number) => Math.max(1, Math.floor(room / size)) * size
  return {
    sheet: to.sheet,
    box: { ...to.box, rows: multiple(to.box.rows, rows), columns: multiple(to.box.columns, columns) },
  }
}

function merge(range: RangeState, run: Execution, boxes: Box[]): typeof SELF {
  const { sheet, box } = range
  if (sheet.merges.some((one) => overlaps(one, box) && !encloses(box, one)))
    throw new Error('You must select all cells in a merged range to merge or unmerge them.')
  sheet.merges = sheet.merges.filter((one) => !overlaps(one, box))
  for (const one of boxes) {
    if (one.rows * one.columns === 1) continue
    const cells: Cell[] = []
    eachCell(sheet, one, (cell, row, column) => {
      if (cell.value !== null || cell.formula !== undefined) cells.push(cell)
      if (row !== one.row || column !== one.column)
        putCell(run.workbook, sheet, row, column, { ...cell, value: null, formula: undefined })
    })
    const corner = cellAt(sheet, one.row, one.column)
    const first = cells[0]
    if (first && corner?.value === null && corner.formula === undefined)
      putCell(run.workbook, sheet, one.row, one.column, { ...corner, value: first.value, formula: first.formula })
    if (first && !corner)
      putCell(run.workbook, sheet, one.row, one.column, { value: first.value, formula: first.formula })
    sheet.merges.push(one)
  }
  touch(run.workbook)
  return SELF
}

export const rangeStructure: Methods<RangeState> = {
  clear: ({ sheet, box }, args, run) => {
    clearBox(run, sheet, box, clearing(args))
    return SELF
  },
  clearContent: ({ sheet, box }, _args, run) => {
    clearBox(run, sheet, box, { contents: true })
    return SELF
  },
  clearFormat: ({ sheet, box }, _args, run) => {
    clearBox(run, sheet, box, { formats: true })
    return SELF
  },
  copyTo: (range, args, run) => {
    const to = instance(args, 0, RangeKind)
    const rest = args.slice(1)
    const first = rest[0]
    let kind: CopyKind = 'PASTE_NORMAL'
    if (first instanceof Handle) kind = enumName(rest, 0, CopyPasteType) as CopyKind
    else if (typeof first === 'object') {
      const options = record(rest, 0)
      if (options.contentsOnly === true) kind = 'PASTE_VALUES'
      if (options.formatOnly === true) kind = 'PASTE_FORMAT'
    }
    const transposed = rest.length > 1 ? boolean(rest, 1) : false
    copyBox(run.workbook, range, filled(range, to, transposed), kind, transposed)
  },
  moveTo: (range, args, run) => {
    const to = instance(args, 0, RangeKind)
    const box = { ...to.box, rows: range.box.rows, columns: range.box.columns }
    moveBox(run.workbook, range, { sheet: to.sheet, box })
  },
  merge: (range, _args, run) => merge(range, run, [range.box]),
  mergeAcross: (range, _args, run) =>
    merge(
      range,
      run,
      Array.from({ length: range.box.rows }, (_, down) => ({ ...range.box, row: range.box.row + down, rows: 1 })),
    ),
  mergeVertically: (range, _args, run) =>
    merge(
      range,
      run,
      Array.from({ length: range.box.columns }, (_, right) => ({
        ...range.box,
        column: range.box.column + right,
        columns: 1,
      })),
    ),
  breakApart: ({ sheet, box }, _args, run) => {
    sheet.merges = sheet.merges.filter((one) => !overlaps(one, box))
    touch(run.workbook)
    return SELF
  },
  createTextFinder: ({ sheet, box }, args) => textFinder([{ sheet, box }], string(args, 0)),
  isPartOfMerge: ({ sheet, box }) => sheet.merges.some((one) => overlaps(one, box)),
  getMergedRanges: ({ sheet, box }) =>
    sheet.merges.filter((one) => overlaps(one, box)).map((one) => rangeHandle(sheet, one)),
  sort: (range, args, run) => {
    sortBox(run.workbook, range.sheet, range.box, sortKeys(args[0], range))
    return SELF
  },
}

function sortKeys(spec: unknown, { box }: RangeState): { column: number; ascending: boolean }[] {
  const specs = Array.isArray(spec) ? spec : [spec]
  return specs.map((one) => {
    const { column, ascending } = typeof one === 'number' ? { column: one, ascending: true } : record([one], 0)
    if (typeof column !== 'number') throw new Error('Sort column specification must have a column.')
    if (column < box.column || column >= box.column + box.columns)
      throw new Error('Sort column is outside of the range.')
    return { column, ascending: ascending !== false }
  })
}
