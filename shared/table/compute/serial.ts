// Days and times between ISO 8601 and the serial numbers of a sheet.

const dayMs = 86_400_000
/** Day 0 of the sheet's calendar. */
const epoch = Date.UTC(1899, 11, 30)

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/
const timePattern = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?$/

/** The serial number of a day of the calendar; months and days beyond their end run on. */
export const serialOfDay = (year: number, month: number, day: number): number =>
  (Date.UTC(year, month - 1, day) - epoch) / dayMs

/** The serial number of an ISO date from 1900 on, or null. Earlier days differ between spreadsheets, so they stay text. */
export function serialOfDate(text: string): number | null {
  const match = datePattern.exec(text)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const time = Date.UTC(year, month - 1, day)
  const same = new Date(time).getUTCMonth() === month - 1 && new Date(time).getUTCDate() === day
  return year >= 1900 && same ? (time - epoch) / dayMs : null
}

/** HH:MM[:SS[.sss]] as a fraction of a day, or null. */
export function fractionOfTime(text: string): number | null {
  const match = timePattern.exec(text)
  if (!match) return null
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)]
  if (hours > 23 || minutes > 59 || seconds > 59) return null
  return (hours * 3600 + minutes * 60 + seconds + Number((match[4] ?? '0').padEnd(3, '0')) / 1000) / 86_400
}

/** The wall clock of the text counts: a sheet has no time zone in its cells. */
export function serialOfDateTime(text: string): number | null {
  const [day = '', clock = ''] = text.replace(/(Z|[+-]\d{2}:?\d{2})$/, '').split(/[T ]/)
  const date = serialOfDate(day)
  if (date === null || clock === '') return date
  const time = fractionOfTime(clock)
  return time === null ? null : date + time
}

/** Year, month and day of a serial number. */
export function dayOfSerial(serial: number): { year: number; month: number; day: number } {
  const date = new Date(epoch + Math.floor(serial) * dayMs)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** A serial number of the calendar from 1900 on; the last is in the year 9999. */
export const isDaySerial = (serial: number): boolean => serial >= 2 && serial < 2_958_466

/** The ISO day of a serial number, or null outside the calendar. */
export const isoDate = (serial: number): string | null =>
  isDaySerial(serial) ? new Date(epoch + Math.floor(serial) * dayMs).toISOString().slice(0, 10) : null

/** A fraction of a day as HH:MM:SS; whole days beside it do not count. */
export function isoTime(serial: number): string {
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400) % 86_400
  return new Date(seconds * 1000).toISOString().slice(11, 19)
}

/** The ISO moment of a serial number, or null outside the calendar. */
export function isoDateTime(serial: number): string | null {
  // To the second first: 23:59:59.9 belongs to the next day.
  const seconds = Math.round(serial * 86_400)
  return isDaySerial(seconds / 86_400) ? new Date(epoch + seconds * 1000).toISOString().slice(0, 19) : null
}
