// A typed value as the sheet holds it: dates as serial numbers, text as text.
import type { SheetCell } from '../plan/plan.ts'
import type { Cell, ColumnType } from '../table/table.ts'

const dayMs = 86_400_000
/** Day 0 of the sheet's calendar. */
const epoch = Date.UTC(1899, 11, 30)

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/
const timePattern = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?$/

/** The serial number of an ISO date from 1900 on, or null. Earlier days differ between spreadsheets, so they stay text. */
function serialOfDate(text: string): number | null {
  const match = datePattern.exec(text)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const time = Date.UTC(year, month - 1, day)
  const same = new Date(time).getUTCMonth() === month - 1 && new Date(time).getUTCDate() === day
  return year >= 1900 && same ? (time - epoch) / dayMs : null
}

/** HH:MM[:SS[.sss]] as a fraction of a day, or null. */
function fractionOfTime(text: string): number | null {
  const match = timePattern.exec(text)
  if (!match) return null
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)]
  if (hours > 23 || minutes > 59 || seconds > 59) return null
  return (hours * 3600 + minutes * 60 + seconds + Number((match[4] ?? '0').padEnd(3, '0')) / 1000) / 86_400
}

/** The wall clock of the text counts: a sheet has no time zone in its cells. */
function serialOfDateTime(text: string): number | null {
  const [day = '', clock = ''] = text.replace(/(Z|[+-]\d{2}:?\d{2})$/, '').split(/[T ]/)
  const date = serialOfDate(day)
  if (date === null || clock === '') return date
  const time = fractionOfTime(clock)
  return time === null ? null : date + time
}

/** How a value is written where the column is text. */
export function textOf(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return String(cell)
}

/** A string of a typed column as what it says, or as itself when it does not say it. */
function typedString(text: string, type: ColumnType): string | number {
  if (type === 'date') return serialOfDate(text) ?? text
  if (type === 'datetime') return serialOfDateTime(text) ?? text
  if (type === 'time') return fractionOfTime(text) ?? text
  return text
}

/**
 * The cell to write for a value of a table column of type `type`. With `asText`, everything is written as text. A
 * string is never more than text or a date: it cannot become a formula.
 */
export function toSheetCell(cell: Cell, type: ColumnType, asText: boolean): SheetCell {
  if (cell === null || cell === '') return null
  if (asText) return textOf(cell)
  return typeof cell === 'string' ? typedString(cell, type) : cell
}
