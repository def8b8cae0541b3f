// Days, as serial numbers of the sheet's calendar.
import { type Argument, type ExpressionFunction, ofNumbers, type Settings, textAt } from './call.ts'
import { dayOfSerial, isDaySerial, serialOfDay } from './serial.ts'
import { fault, isFault, toNumber, type Value } from './values.ts'

const noDay = fault('#NUM!', 'it is no day of the calendar')
const checked = (serial: number): Value => (isDaySerial(serial) ? serial : noDay)

/** A function of a day and numbers after it. */
const ofDay = (work: (serial: number, ...more: number[]) => Value) =>
  ofNumbers((serial, ...more) => (isDaySerial(serial) ? work(Math.floor(serial), ...more) : noDay))

/** The same day so many months away, or the last one of a shorter month. */
function monthsAway(serial: number, months: number): Value {
  const { year, month, day } = dayOfSerial(serial)
  const to = month + Math.trunc(months)
  const last = serialOfDay(year, to + 1, 0)
  return checked(Math.min(serialOfDay(year, to, day), last))
}

/** Monday is 0. */
const dayOfWeek = (serial: number) => (((serial - 2) % 7) + 7) % 7

function weekday(serial: number, kind = 1): Value {
  const monday = dayOfWeek(serial)
  if (Math.trunc(kind) === 1) return ((monday + 1) % 7) + 1
  if (Math.trunc(kind) === 2) return monday + 1
  return Math.trunc(kind) === 3 ? monday : fault('#NUM!', 'there is no such way to count weekdays')
}

function wholeMonths(from: number, to: number): number {
  const [a, b] = [dayOfSerial(from), dayOfSerial(to)]
  return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0)
}

function dateDif(args: Argument[], settings: Settings): Value {
  const unit = textAt(args, 2, settings)
  if (isFault(unit)) return unit
  const days: number[] = []
  for (const { value } of args.slice(0, 2)) {
    const number = toNumber(value, settings.decimalPoint)
    if (typeof number !== 'number') return number
    if (!isDaySerial(number)) return noDay
    days.push(Math.floor(number))
  }
  const [from = 0, to = 0] = days
  if (from > to) return fault('#NUM!', 'the first day is after the second')
  switch (unit.toUpperCase()) {
    case 'D':
      return to - from
    case 'M':
      return wholeMonths(from, to)
    case 'Y':
      return Math.floor(wholeMonths(from, to) / 12)
    default:
      return fault('#NUM!', 'the unit is none of D, M and Y')
  }
}

/** Mondays to Fridays from one day to another, both counted; below zero when the first is the later one. */
function workDays(from: number, to: number): number {
  const upTo = (serial: number) => Math.floor((serial - 2) / 7) * 5 + Math.min(5, dayOfWeek(serial) + 1)
  return from <= to ? upTo(to) - upTo(from - 1) : -(upTo(from) - upTo(to - 1))
}

/** The day on the clock of the machine; the sheet has the day of its own time zone. */
function today(): number {
  const now = new Date()
  return serialOfDay(now.getFullYear(), now.getMonth() + 1, now.getDate())
}

export const dateFunctions = {
  TODAY: { least: 0, most: 0, run: today },
  DATE: {
    least: 3,
    most: 3,
    run: ofNumbers((year, month, day) => {
      const full = Math.trunc(year) < 1900 ? Math.trunc(year) + 1900 : Math.trunc(year)
      return year < 0 ? noDay : checked(serialOfDay(full, Math.trunc(month), Math.trunc(day)))
    }),
  },
  YEAR: { least: 1, most: 1, run: ofDay((serial) => dayOfSerial(serial).year) },
  MONTH: { least: 1, most: 1, run: ofDay((serial) => dayOfSerial(serial).month) },
  DAY: { least: 1, most: 1, run: ofDay((serial) => dayOfSerial(serial).day) },
  WEEKDAY: { least: 1, most: 2, run: ofDay(weekday) },
  DAYS: {
    least: 2,
    most: 2,
    run: ofNumbers((end, start) =>
      isDaySerial(end) && isDaySerial(start) ? Math.floor(end) - Math.floor(start) : noDay,
    ),
  },
  EDATE: { least: 2, most: 2, run: ofDay((serial, months = 0) => monthsAway(serial, months)) },
  EOMONTH: {
    least: 2,
    most: 2,
    run: ofDay((serial, months = 0) => {
      const { year, month } = dayOfSerial(serial)
      return checked(serialOfDay(year, month + Math.trunc(months) + 1, 0))
    }),
  },
  DATEDIF: { least: 3, most: 3, run: dateDif },
  NETWORKDAYS: {
    least: 2,
    most: 2,
    run: ofDay((from, to = 0) => (isDaySerial(to) ? workDays(from, Math.floor(to)) : noDay)),
  },
} satisfies Record<string, ExpressionFunction>
