// Reads days written in digits alone, and counts the days of a month.

/** A day as its writing gives it. */
export type ParsedDay = {
  value: string
  /** For 03/04/2026: the separator between the parts whose order is open or proven. */
  separator: string | null
  /** What a part over 12 proves about the order. */
  proves: 'day-first' | 'month-first' | null
  /** True when day and month could be exchanged and the assumed order decided. */
  open: boolean
  /** The length of time that is meant, when it is more than a day; `value` is its first day. */
  period?: 'week' | 'month' | 'quarter'
}

const numeric = /^(\d{1,4})(?:([/-])(\d{1,2})\2|\s?([./])\s?(\d{1,2})\s?\4\s?)(\d{1,4})\.?$/

/** Parses `2026-03-05`, `3/4/2026`, `5. 3. 2026`; `dayFirst` decides 03/04/2026, month first when it is undefined; `known` says that a date is expected. */
export function parseNumericDay(text: string, dayFirst: boolean | undefined, known = false): ParsedDay | null {
  const match = numeric.exec(text)
  if (!match) return null
  const [, a = '', dash, inner, point, other] = match
  const b = (inner ?? other)!
  const c = match[6]!
  const separator = (dash ?? point)!
  if (a.length >= 3) return a.length === 4 && c.length <= 2 ? certain(isoDay(Number(a), Number(b), Number(c))) : null
  if (c.length !== 4 && c.length !== 2) return null
  // 1.2.10 is a version; a two-digit year needs a slash or two-digit parts before it.
  const short = separator === '/' || (known && (separator === '-' || dayFirst === true))
  if (c.length === 2 && !short && (a.length < 2 || b.length < 2)) return null
  const year = c.length === 2 ? century(Number(c)) : Number(c)
  const dmy = isoDay(year, Number(b), Number(a))
  const mdy = isoDay(year, Number(a), Number(b))
  if (!dmy && !mdy) {
    // 94/11/07: only a year is greater than 31.
    return c.length === 2 && Number(a) > 31 ? certain(isoDay(century(Number(a)), Number(b), Number(c))) : null
  }
  if (!dmy || !mdy) {
    return { value: (dmy ?? mdy)!, separator, proves: dmy ? 'day-first' : 'month-first', open: false }
  }
  // Points between the parts are written by day-first countries only.
  const first = separator === '.' ? true : (dayFirst ?? false)
  return { value: first ? dmy : mdy, separator, proves: null, open: separator !== '.' && dmy !== mdy }
}

/** A day whose writing leaves nothing open. */
export function certain(value: string | null, period?: ParsedDay['period']): ParsedDay | null {
  if (!value) return null
  return period
    ? { value, separator: null, proves: null, open: false, period }
    : { value, separator: null, proves: null, open: false }
}

/** The pivot spreadsheets use: 30 to 99 lie in the last century. */
export function century(year: number): number {
  return year < 30 ? 2000 + year : 1900 + year
}

/** Whether the calendar has this day. */
export function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || year < 1 || year > 9999) return false
  if (day <= 28) return true
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return day <= (month === 2 ? (leap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31)
}

/** `2026-03-05`, or null for a day that does not exist. */
export function isoDay(year: number, month: number, day: number): string | null {
  if (!isDay(year, month, day)) return null
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`
}
