// Reads a calendar date, with or without a time of day, in the ways people write it.
import { isWeekday, monthOf } from './parse-month.ts'
import { parseTime } from './parse-time.ts'

export type ParsedDate = {
  type: 'date' | 'datetime'
  /** `2026-03-03` or `2026-03-03T14:05:00`: the wall clock as written; a zone is given beside it. */
  value: string
  zone: string | null
  /** For 03/04/2026: the separator between the parts whose order is open or proven. */
  separator: string | null
  /** What a part over 12 proves about the order. */
  proves: 'day-first' | 'month-first' | null
  /** True when day and month could be exchanged and the assumed order decided. */
  open: boolean
}

type Day = Pick<ParsedDate, 'value' | 'separator' | 'proves' | 'open'>

const timeTail =
  /(?:T|[\s,]+(?:(?:at|um|à|a las|às|alle|om|kl\.?)\s+)?)(\d{1,2}(?::|h|\s*[ap]\.?m|\.\d{2}\s*uhr|\s*uhr).*)$/i

/** Parses a date or a date with a time; `dayFirst` decides 03/04/2026, month first when it is undefined. Null when it is none. */
export function parseDate(text: string, dayFirst?: boolean): ParsedDate | null {
  if (text.length < 6 || text.length > 48 || !/\d/.test(text)) return null
  const whole = parseDay(text, dayFirst)
  if (whole) return { type: 'date', zone: null, ...whole }
  const tail = timeTail.exec(text)
  if (!tail) return null
  const time = parseTime(tail[1]!.trim())
  const day = time && parseDay(text.slice(0, tail.index).trim(), dayFirst)
  if (!time || !day) return null
  // 1/3/2026 9:00-10:00 is a span: an offset stands after seconds, or in a moment written with T.
  if (/^[+-]/.test(time.zone ?? '') && !/^T|:\d\d:\d\d/i.test(tail[0])) return null
  return { type: 'datetime', zone: time.zone, ...day, value: `${day.value}T${time.value}` }
}

function parseDay(text: string, dayFirst: boolean | undefined): Day | null {
  const numeric = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})\.?$/.exec(text)
  if (numeric) return parseNumeric(numeric[1]!, numeric[2]!, numeric[3]!, numeric[4]!, dayFirst)
  const cjk = /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]$/.exec(text)
  if (cjk) return certain(isoDay(Number(cjk[1]), Number(cjk[2]), Number(cjk[3])))
  return /\p{L}{3}/u.test(text) ? parseNamed(text) : null
}

function parseNumeric(a: string, separator: string, b: string, c: string, dayFirst: boolean | undefined): Day | null {
  if (a.length === 4) return c.length <= 2 ? certain(isoDay(Number(a), Number(b), Number(c))) : null
  if (a.length > 2 || (c.length !== 4 && c.length !== 2)) return null
  // 1.2.10 is a version; a two-digit year needs a slash or two-digit parts before it.
  if (c.length === 2 && separator !== '/' && (a.length < 2 || b.length < 2)) return null
  const year = c.length === 2 ? century(Number(c)) : Number(c)
  const dmy = isoDay(year, Number(b), Number(a))
  const mdy = isoDay(year, Number(a), Number(b))
  if (!dmy && !mdy) return null
  if (!dmy || !mdy) {
    return { value: (dmy ?? mdy)!, separator, proves: dmy ? 'day-first' : 'month-first', open: false }
  }
  // Points between the parts are written by day-first countries only.
  const first = separator === '.' ? true : (dayFirst ?? false)
  return { value: first ? dmy : mdy, separator, proves: null, open: separator !== '.' && dmy !== mdy }
}

function parseNamed(text: string): Day | null {
  const words = text.toLowerCase().match(/[\p{L}]+|\d+/gu) ?? []
  let month: number | undefined
  const numbers: string[] = []
  for (const [index, word] of words.entries()) {
    if (/^\d/.test(word)) numbers.push(word)
    else if (month === undefined && monthOf(word) && !(isWeekday(word) && hasMonth(words.slice(index + 1))))
      month = monthOf(word)
    else if (!fillers.has(word) && !isWeekday(word)) return null
  }
  if (month === undefined || numbers.length !== 2 || words.length > 7) return null
  const [a = '', b = ''] = numbers
  if (a.length === 4) return certain(isoDay(Number(a), month, Number(b)))
  if (a.length > 2 || (b.length !== 4 && b.length !== 2)) return null
  return certain(isoDay(b.length === 2 ? century(Number(b)) : Number(b), month, Number(a)))
}

const fillers = new Set('st nd rd th of the de del di den der er le do года г'.split(' '))

function hasMonth(words: string[]): boolean {
  return words.some((word) => monthOf(word) !== undefined)
}

function certain(value: string | null): Day | null {
  return value ? { value, separator: null, proves: null, open: false } : null
}

// The pivot spreadsheets use: 30 to 99 lie in the last century.
function century(year: number): number {
  return year < 30 ? 2000 + year : 1900 + year
}

function isoDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || year < 1000) return null
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const length = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  if (day > length) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
