// Fills a pattern on into the cells beyond it: series of numbers and dates, texts that end in a number, else repetition.
import { cellAt, encloses, putCell } from '../../workbook/cells.ts'
import { valueAt } from '../../workbook/display.ts'
import { shiftFormula } from '../../workbook/formula-references.ts'
import type { Cell, CellValue } from '../../workbook/workbook.ts'
import type { Execution } from '../execution.ts'
import type { RangeState } from '../kinds.ts'

type Line = (Cell | undefined)[]

/** Fills `destination`, which holds the source and goes beyond it on one side. */
export function autoFill(run: Execution, source: RangeState, destination: RangeState, series: string): void {
  const [from, to] = [source.box, destination.box]
  const upright = to.columns === from.columns && to.column === from.column
  const across = to.rows === from.rows && to.row === from.row
  if (source.sheet !== destination.sheet || !encloses(to, from))
    throw new Error('AutoFill destination range must contain the source range.')
  if (!upright && !across)
    throw new Error('AutoFill destination range must extend the source range in only one direction.')
  const [start, length, size] = upright ? [from.row, from.rows, from.columns] : [from.column, from.columns, from.rows]
  const [first, count] = upright ? [to.row, to.rows] : [to.column, to.columns]
  const at = (line: number, index: number): [number, number] =>
    upright ? [line, from.column + index] : [from.row + index, line]
  for (let index = 0; index < size; index++) {
    const pattern: Line = Array.from({ length }, (_, step) => cellAt(source.sheet, ...at(start + step, index)))
    const next = series === 'ALTERNATE_SERIES' ? () => null : extender(pattern)
    for (let line = first; line < first + count; line++) {
      if (line >= start && line < start + length) continue
      const step = line - start
      const turn = ((step % length) + length) % length
      const cell = pattern[turn]
      const [row, column] = at(line, index)
      const value = next(step) ?? cell?.value ?? null
      const moved = line - (start + turn)
      const formula =
        cell?.formula === undefined
          ? {}
          : { formula: shiftFormula(cell.formula, upright ? moved : 0, upright ? 0 : moved) }
      putCell(run.workbook, source.sheet, row, column, { ...cell, value, ...formula })
    }
  }
}

/** The value a step from the pattern's first cell, by the series it shows; null where it only repeats. */
function extender(pattern: Line): (step: number) => CellValue {
  const values = pattern.map((cell) => (cell?.formula === undefined ? (cell?.value ?? null) : null))
  if (values.every((value) => typeof value === 'number')) {
    const isDate = /[dmy]/i.test(pattern[0]?.format ?? '')
    if (values.length === 1) return isDate ? (step) => values[0]! + step : () => values[0]!
    return trend(values)
  }
  const named = namedSeries(values)
  if (named) return named
  const parts = values.map((value) => /^(.*?)(\d+)$/.exec(typeof value === 'string' ? value : ''))
  const stem = parts[0]?.[1]
  if (stem === undefined || !parts.every((part) => part?.[1] === stem)) return () => null
  const numbers = parts.map((part) => Number(part![2]))
  const next = numbers.length === 1 ? (step: number) => numbers[0]! + step : trend(numbers)
  const width = parts[0]![2]!.startsWith('0') ? parts[0]![2]!.length : 0
  return (step) => `${stem}${String(next(step)).padStart(width, '0')}`
}

const lists = [
  'January February March April May June July August September October November December',
  'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  'Sunday Monday Tuesday Wednesday Thursday Friday Saturday',
  'Sun Mon Tue Wed Thu Fri Sat',
].map((names) => names.split(' '))

/** Months and weekdays go on as they began; null when the values are no such series. */
function namedSeries(values: CellValue[]): ((step: number) => CellValue) | null {
  for (const names of lists) {
    const places = values.map((value) => names.indexOf(String(value)))
    if (places.includes(-1)) continue
    const { length } = names
    const stride = places.length > 1 ? (places[1]! - places[0]! + length) % length : 1
    if (!places.every((place, index) => place === (places[0]! + index * stride) % length)) continue
    return (step) => names[(((places[0]! + step * stride) % length) + length) % length]!
  }
  return null
}

/** The straight line of least squares through the values; exact for even steps. */
function trend(values: number[]): (step: number) => number {
  const step = values[1]! - values[0]!
  if (values.every((value, index) => Math.abs(value - (values[0]! + index * step)) < 1e-9))
    return (at) => Number((values[0]! + at * step).toPrecision(15))
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  let [over, under] = [0, 0]
  values.forEach((value, index) => {
    over += (index - middle) * (value - mean)
    under += (index - middle) ** 2
  })
  return (at) => mean + (over / under) * (at - middle)
}

/** Fills down as far as the filled column beside the source goes. */
export function fillToNeighbor(run: Execution, source: RangeState, series: string): void {
  const { sheet, box } = source
  const end = (column: number) => {
    let row = box.row + box.rows - 1
    while (column >= 1 && (valueAt(run.workbook, sheet, row + 1, column) ?? '') !== '') row += 1
    return row
  }
  const last = Math.max(end(box.column - 1), end(box.column + box.columns))
  if (last < box.row + box.rows) return
  autoFill(run, source, { sheet, box: { ...box, rows: last - box.row + 1 } }, series)
}
