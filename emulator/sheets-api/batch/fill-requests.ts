// autoFill: goes on with the series that a stretch of cells begins.
import { cellAt, putCell } from '../../workbook/cells.ts'
import { showsDate } from '../../workbook/display.ts'
import { shiftFormula } from '../../workbook/formula-references.ts'
import type { Box, Cell, Sheet, Workbook } from '../../workbook/workbook.ts'
import { badRequest } from '../api-error.ts'
import { demandInside, type Place, readGridRange } from '../cell-data/grid-range.ts'
import type { Handlers } from './request.ts'

const lists = [
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
  'Mon Tue Wed Thu Fri Sat Sun',
  'January February March April May June July August September October November December',
  'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
].map((names) => names.split(' '))

/** The value `step` places behind the last of the series (before its first, when negative). */
function valueAt(cells: (Cell | undefined)[], step: number, alternate: boolean): Cell['value'] | undefined {
  const values = cells.map((cell) => cell?.value ?? null)
  if (values.every((value) => typeof value === 'number')) return numberAt(cells, values as number[], step, alternate)
  if (values.length !== 1 || typeof values[0] !== 'string' || alternate) return undefined
  return textAt(values[0], step)
}

function numberAt(
  cells: (Cell | undefined)[],
  numbers: number[],
  step: number,
  alternate: boolean,
): number | undefined {
  const isDate = showsDate(cells[0]?.format)
  // One number alone is repeated and one date goes on by days; the alternate series is the other way round.
  if (numbers.length === 1) return isDate !== alternate ? numbers[0]! + step : undefined
  if (alternate) return undefined
  const by = slope(numbers)
  return Number((step > 0 ? numbers.at(-1)! + by * step : numbers[0]! + by * step).toPrecision(15))
}

/** The step of the straight line through the numbers. */
function slope(numbers: number[]): number {
  const middle = (numbers.length - 1) / 2
  const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length
  const above = numbers.reduce((sum, one, index) => sum + (index - middle) * (one - mean), 0)
  const below = numbers.reduce((sum, _one, index) => sum + (index - middle) ** 2, 0)
  return above / below
}

function textAt(text: string, step: number): string | undefined {
  for (const names of lists) {
    const index = names.findIndex((name) => name.toLowerCase() === text.toLowerCase())
    if (index >= 0) return names[(((index + step) % names.length) + names.length) % names.length]
  }
  const tail = /^(.*?)(\d+)$/s.exec(text)
  if (!tail) return undefined
  const number = Math.abs(Number(tail[2]) + step)
  return `${tail[1]}${String(number).padStart(tail[2]!.startsWith('0') ? tail[2]!.length : 0, '0')}`
}

/** Fills `to`, which lies behind or before `from` along the axis. */
function fill(book: Workbook, sheet: Sheet, from: Box, to: Box, down: boolean, alternate: boolean): void {
  const lines = down ? from.columns : from.rows
  const length = down ? from.rows : from.columns
  const places = down ? to.rows : to.columns
  const behind = down ? to.row > from.row : to.column > from.column
  for (let line = 0; line < lines; line++) {
    const at = (index: number): [number, number] =>
      down ? [from.row + index, from.column + line] : [from.row + line, from.column + index]
    const cells = Array.from({ length }, (_, index) => cellAt(sheet, ...at(index)))
    for (let place = 1; place <= places; place++) {
      const offset = behind ? length - 1 + place : -place
      const source = cells[((offset % length) + length) % length]
      const [row, column] = at(offset)
      const value = source?.formula === undefined ? valueAt(cells, behind ? place : -place, alternate) : undefined
      const distance = offset - (((offset % length) + length) % length)
      putCell(book, sheet, row, column, source && filled(source, value, down ? [distance, 0] : [0, distance]))
    }
  }
}

function filled(source: Cell, value: Cell['value'] | undefined, moved: [number, number]): Cell {
  const formula = source.formula === undefined ? {} : { formula: shiftFormula(source.formula, ...moved) }
  return { ...source, ...formula, ...(value === undefined ? {} : { value }) }
}

/** The part of a range that has data already, in its first rows or columns. */
function dataPart({ sheet, box }: Place): { from: Box; to: Box; down: boolean } {
  const isFull = (row: number, column: number) => {
    const cell = cellAt(sheet, row, column)
    return cell !== undefined && (cell.value !== null || cell.formula !== undefined)
  }
  let rows = 0
  while (
    rows < box.rows &&
    Array.from({ length: box.columns }, (_, right) => box.column + right).some((column) =>
      isFull(box.row + rows, column),
    )
  )
    rows += 1
  if (rows > 0 && rows < box.rows)
    return {
      from: { ...box, rows },
      to: { ...box, row: box.row + rows, rows: box.rows - rows },
      down: true,
    }
  let columns = 0
  while (
    columns < box.columns &&
    Array.from({ length: box.rows }, (_, down) => box.row + down).some((row) => isFull(row, box.column + columns))
  )
    columns += 1
  if (columns === 0 || columns === box.columns)
    throw badRequest('There is nothing in the range to fill from or no room to fill.')
  return {
    from: { ...box, columns },
    to: { ...box, column: box.column + columns, columns: box.columns - columns },
    down: false,
  }
}

export const fillRequests: Handlers = {
  autoFill: ({ book }, { range, sourceAndDestination, useAlternateSeries }) => {
    const alternate = useAlternateSeries ?? false
    if (range) {
      const place = readGridRange(book, range)
      const { from, to, down } = dataPart(place)
      fill(book, place.sheet, from, to, down, alternate)
      return undefined
    }
    const { source, dimension, fillLength = 0 } = sourceAndDestination ?? {}
    const { sheet, box } = readGridRange(book, source, 'sourceAndDestination.source')
    if (dimension !== 'ROWS' && dimension !== 'COLUMNS') throw badRequest('No dimension specified.')
    if (!fillLength) throw badRequest('fillLength must not be 0.')
    const down = dimension === 'ROWS'
    const [start, size] = down ? [box.row, box.rows] : [box.column, box.columns]
    const first = fillLength > 0 ? start + size : start + fillLength
    const count = Math.abs(fillLength)
    const to = down ? { ...box, row: first, rows: count } : { ...box, column: first, columns: count }
    if (first < 1) throw badRequest('The destination of the fill exceeds grid limits.')
    demandInside(sheet, to)
    fill(book, sheet, box, to, down, alternate)
    return undefined
  },
}
