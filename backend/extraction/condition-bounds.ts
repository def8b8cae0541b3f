// What the value of a condition stands for in a typed column: a number, a moment, or all of a day, a month or a year.
import { isUnread } from '../../shared/table/build-table.ts'
import { readCell } from '../../shared/table/parse/parse-cell.ts'
import { conventionsOf } from '../../shared/table/parse/parse-locale.ts'
import type { Cell, Column } from '../../shared/table/table.ts'

/** From `from` to `to`, both included, or up to but without `before` when that is not null. */
export type Bound = {
  from: string | number | boolean
  to: string | number | boolean
  before: string | null
  takes(cell: Cell): boolean
}

const exactly = (value: string | number | boolean, takes: Bound['takes']): Bound => ({
  from: value,
  to: value,
  before: null,
  takes,
})

const dayMs = 86_400_000
const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10)

/** The day after the period that begins with a day. */
function dayAfter(day: string, period: 'day' | 'week' | 'month' | 'quarter' | 'year'): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  if (period === 'day') return isoDay(Date.UTC(year, month - 1, date) + dayMs)
  if (period === 'week') return isoDay(Date.UTC(year, month - 1, date) + 7 * dayMs)
  const months = period === 'month' ? 1 : period === 'quarter' ? 3 : 12
  return isoDay(Date.UTC(year, month - 1 + months, 1))
}

function readDays(value: string, column: Column, locale: string | undefined): Bound | string {
  const takes = (cell: Cell) => typeof cell === 'string' && !isUnread(cell, column.type)
  const year = /^\s*((?:19|20|21)\d\d)\s*$/.exec(value)?.[1]
  if (year) return { from: `${year}-01-01`, to: '', before: dayAfter(`${year}-01-01`, 'year'), takes }
  const conventions = conventionsOf(locale)
  const day = readCell(value, conventions, 'date')
  if (day && typeof day.value === 'string')
    return { from: day.value, to: '', before: dayAfter(day.value, day.period ?? 'day'), takes }
  const moment = readCell(value, conventions, 'datetime')
  if (!moment || typeof moment.value !== 'string') return `“${value}” is no date`
  const text = moment.value
  return column.type === 'date'
    ? { from: text.slice(0, 10), to: '', before: dayAfter(text.slice(0, 10), 'day'), takes }
    : exactly(text, takes)
}

function readNumber(value: string, column: Column, locale: string | undefined): Bound | string {
  const takes = (cell: Cell) => typeof cell === 'number'
  const conventions = conventionsOf(locale)
  if (column.type === 'percent') {
    const share = readCell(value, conventions, 'percent')
    if (typeof share?.value === 'number' && /[%‰]/.test(value)) return exactly(share.value, takes)
    const bare = readCell(value, conventions, 'number')
    if (typeof bare?.value !== 'number') return `“${value}” is no percentage`
    // Whoever says 20 of a share means 20 %.
    return exactly(Math.abs(bare.value) > 1 ? bare.value / 100 : bare.value, takes)
  }
  const bare = readCell(value, conventions, 'number')
  if (typeof bare?.value === 'number') return exactly(bare.value, takes)
  const money = readCell(value, conventions, 'currency')
  if (typeof money?.value !== 'number') return `“${value}” is no number`
  if (column.currency && money.currency && money.currency !== column.currency)
    return `the amounts are in ${column.currency}, and “${value}” is not`
  return exactly(money.value, takes)
}

/** The bound of a value in a column that is no text, or the reason why it has none. */
export function readBound(value: string, column: Column, locale: string | undefined): Bound | string {
  switch (column.type) {
    case 'number':
    case 'currency':
    case 'percent':
      return readNumber(value, column, locale)
    case 'date':
    case 'datetime':
      return readDays(value, column, locale)
    case 'time': {
      const read = readCell(value, conventionsOf(locale), 'time')
      return typeof read?.value === 'string'
        ? exactly(read.value, (cell) => typeof cell === 'string' && !isUnread(cell, 'time'))
        : `“${value}” is no time of day`
    }
    case 'boolean': {
      const read = readCell(value, conventionsOf(locale), 'boolean')
      return typeof read?.value === 'boolean'
        ? exactly(read.value, (cell) => typeof cell === 'boolean')
        : `“${value}” is neither yes nor no`
    }
    default:
      return exactly(value, (cell) => typeof cell === 'string')
  }
}
