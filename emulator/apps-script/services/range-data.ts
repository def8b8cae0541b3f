// Range: cleaning data up - duplicates, white space, splitting into columns, random order, filling on, moving cells.
import { cellAt, putCell } from '../../workbook/cells.ts'
import { type CopyKind, copyBox } from '../../workbook/copy.ts'
import { valueAt } from '../../workbook/display.ts'
import { cutsMerge, insertCells, removeCells } from '../../workbook/move-cells.ts'
import { parseInput, withInput } from '../../workbook/typed-input.ts'
import type { Box, Cell, Sheet } from '../../workbook/workbook.ts'
import { instance, integer, list, number, string } from '../arguments.ts'
import { AutoFillSeries, Dimension, enumName, TextToColumnsDelimiter } from '../enums.ts'
import type { Execution } from '../execution.ts'
import { RangeKind, type RangeState, rangeHandle, SheetKind } from '../kinds.ts'
import { type Args, Handle, type Methods, SELF } from '../service.ts'
import { autoFill, fillToNeighbor } from './auto-fill.ts'
import { filled } from './range-structure.ts'

const delimiters: Record<string, string> = { COMMA: ',', SEMICOLON: ';', PERIOD: '.', SPACE: ' ' }

const lineOf = ({ sheet, box }: RangeState, row: number) =>
  Array.from({ length: box.columns }, (_, right) => cellAt(sheet, row, box.column + right))

function putLine({ sheet, box }: RangeState, run: Execution, row: number, line: (Cell | undefined)[]): void {
  for (let right = 0; right < box.columns; right++)
    putCell(run.workbook, sheet, row, box.column + right, line[right] as Cell | undefined)
}

/** Keeps the first of the rows that agree in the compared columns, case aside, and moves the rest up. */
function removeDuplicates(range: RangeState, args: Args, run: Execution): Handle {
  const { sheet, box } = range
  const columns = args.length > 0 ? list(args, 0).map((one) => number([one], 0)) : []
  for (const column of columns)
    if (column < box.column || column >= box.column + box.columns)
      throw new Error(`The column ${column} is outside of the range.`)
  const compared = columns.length > 0 ? columns : Array.from({ length: box.columns }, (_, index) => box.column + index)
  const seen = new Set<string>()
  const kept: (Cell | undefined)[][] = []
  for (let row = box.row; row < box.row + box.rows; row++) {
    const values = compared.map((column) => valueAt(run.workbook, sheet, row, column))
    const key = JSON.stringify(values.map((one) => (typeof one === 'string' ? one.toLowerCase() : one)))
    if (seen.has(key)) continue
    seen.add(key)
    kept.push(lineOf(range, row))
  }
  for (let down = 0; down < box.rows; down++) {
    const before = lineOf(range, box.row + down)
    const emptied = before.map((cell) => cell && { ...cell, value: null, formula: undefined })
    putLine(range, run, box.row + down, kept[down] ?? (emptied as (Cell | undefined)[]))
  }
  return rangeHandle(sheet, { ...box, rows: kept.length })
}

function eachText({ sheet, box }: RangeState, visit: (text: string, row: number, column: number, cell: Cell) => void) {
  for (let row = box.row; row < box.row + box.rows; row++)
    for (let column = box.column; column < box.column + box.columns; column++) {
      const cell = cellAt(sheet, row, column)
      if (cell && cell.formula === undefined && typeof cell.value === 'string') visit(cell.value, row, column, cell)
    }
}

function type({ workbook }: Execution, sheet: Sheet, row: number, column: number, text: string): void {
  const cell = cellAt(sheet, row, column)
  putCell(workbook, sheet, row, column, withInput(cell, parseInput(text, workbook.locale, cell?.format)))
}

/** The delimiter Google guesses: the one of its presets that most of the texts have. */
function guessDelimiter(texts: string[]): string {
  const count = (sign: string) => texts.filter((text) => text.includes(sign)).length
  return [',', ';', '.', ' '].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',')
}

function splitToColumns(range: RangeState, args: Args, run: Execution): void {
  if (range.box.columns !== 1) throw new Error('A range to split must be one column wide.')
  const texts: [string, number][] = []
  eachText(range, (text, row) => texts.push([text, row]))
  const given = args[0] instanceof Handle ? delimiters[enumName(args, 0, TextToColumnsDelimiter)] : args[0]
  const delimiter = given === undefined ? guessDelimiter(texts.map(([text]) => text)) : string([given], 0)
  for (const [text, row] of texts) {
    const parts = text.split(delimiter)
    if (parts.length === 1) continue
    const needed = range.box.column + parts.length - 1
    if (needed > range.sheet.maxColumns) range.sheet.maxColumns = needed
    parts.forEach((part, index) => {
      type(run, range.sheet, row, range.box.column + index, part)
    })
  }
}

function randomize(range: RangeState, run: Execution): void {
  const lines = Array.from({ length: range.box.rows }, (_, down) => lineOf(range, range.box.row + down))
  for (let last = lines.length - 1; last > 0; last--) {
    const other = Math.floor(Math.random() * (last + 1))
    ;[lines[last], lines[other]] = [lines[other]!, lines[last]!]
  }
  lines.forEach((line, down) => {
    putLine(range, run, range.box.row + down, line)
  })
}

/** Cells beyond a box go along with it; parts of a merged cell cannot. */
function shiftCells({ sheet, box }: RangeState, run: Execution, dimension: string, insert: boolean): void {
  const axis = dimension === 'ROWS' ? 'row' : 'column'
  const moving =
    axis === 'row'
      ? { ...box, rows: sheet.maxRows - box.row + 1 }
      : { ...box, columns: sheet.maxColumns - box.column + 1 }
  if (cutsMerge(sheet, moving))
    throw new Error('Sorry, it is not possible to shift cells that contain only part of a merged cell.')
  if (insert) insertCells(run.workbook, sheet, box, axis)
  else removeCells(run.workbook, sheet, box, axis)
}

/** `(gridId or sheet, first column, last column, first row, last row)`. */
function toRange(range: RangeState, args: Args, run: Execution, kind: CopyKind): typeof SELF {
  const id = typeof args[0] === 'number' ? args[0] : instance(args, 0, SheetKind).sheet.id
  const sheet = run.workbook.sheets.find((one) => one.id === id)
  if (!sheet) throw new Error('Range not found')
  const [left, right, top, bottom] = [1, 2, 3, 4].map((index) => integer(args, index)) as [
    number,
    number,
    number,
    number,
  ]
  const box: Box = { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 }
  copyBox(run.workbook, range, filled(range, { sheet, box }), kind, false)
  return SELF
}

export const rangeData: Methods<RangeState> = {
  removeDuplicates: (range, args, run) => removeDuplicates(range, args, run),
  trimWhitespace: (range, _args, run) => {
    eachText(range, (text, row, column) => {
      const trimmed = text.replaceAll(/\s+/g, ' ').trim()
      if (trimmed !== text) type(run, range.sheet, row, column, trimmed.replace(/^(?==)/, "'"))
    })
    return SELF
  },
  splitTextToColumns: (range, args, run) => splitToColumns(range, args, run),
  randomize: (range, _args, run) => {
    randomize(range, run)
    return SELF
  },
  insertCells: (range, args, run) => {
    shiftCells(range, run, enumName(args, 0, Dimension), true)
    return SELF
  },
  deleteCells: (range, args, run) => shiftCells(range, run, enumName(args, 0, Dimension), false),
  copyValuesToRange: (range, args, run) => toRange(range, args, run, 'PASTE_VALUES'),
  copyFormatToRange: (range, args, run) => toRange(range, args, run, 'PASTE_FORMAT'),
  autoFill: (range, args, run) => autoFill(run, range, instance(args, 0, RangeKind), enumName(args, 1, AutoFillSeries)),
  autoFillToNeighbor: (range, args, run) => fillToNeighbor(run, range, enumName(args, 0, AutoFillSeries)),
}
