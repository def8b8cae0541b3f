// Cells of a sheet as planning knows them: values with days as serial numbers, what is shown, formulas and formats.
import type { Block } from '../../../shared/plan/a1.ts'
import type { SheetValue, SheetWindow } from '../../../shared/plan/place.ts'
import { isDate } from '../cell-kind.ts'
import { blockRange, type Sheet } from '../sheets.ts'
import { wallClock } from '../wall-clock.ts'

const dayMs = 86_400_000
const hourMs = 3_600_000
/** Serial number 0 is 1899-12-30. */
const epoch = Date.UTC(1899, 11, 30)

/** Makes the reader of dates for a time zone: the serial number that the spreadsheet's clock shows. */
export function dateSerial(timeZone: string): (date: Date) => number {
  const clock = wallClock(timeZone)
  const offsets = new Map<number, number>()
  const offsetAt = (instant: number): number => {
    // Clocks change at quarters of an hour; asking for each date alone would take most of the time.
    const bucket = Math.floor((instant * 4) / hourMs)
    const known = offsets.get(bucket)
    if (known !== undefined) return known
    const start = (bucket * hourMs) / 4
    const offset = Date.parse(`${clock(new Date(start))}Z`) - start
    offsets.set(bucket, offset)
    return offset
  }
  return (date) => {
    const instant = date.getTime()
    const serial = (instant + offsetAt(instant) - epoch) / dayMs
    // A sheet keeps times to the millisecond.
    return Math.round(serial * dayMs) / dayMs
  }
}

/** Reads a block that is on the grid. */
export function readWindow(sheet: Sheet, block: Block, timeZone: string): SheetWindow {
  const range = blockRange(sheet, block)
  const serial = dateSerial(timeZone)
  const plain = (value: unknown): SheetValue => {
    if (value === '' || value === null || value === undefined) return null
    if (isDate(value)) return serial(value)
    return typeof value === 'number' || typeof value === 'boolean' ? value : String(value)
  }
  const values: unknown[][] = range.getValues()
  return {
    row: block.row,
    column: block.column,
    values: values.map((row) => row.map(plain)),
    display: range.getDisplayValues(),
    formulas: range.getFormulas(),
    formats: range.getNumberFormats(),
  }
}
