// Reads a calendar date, with or without a time of day, in the ways people write it.
import { parseNamedDay } from './parse-date-named.ts'
import { certain, isoDay, type ParsedDay, parseNumericDay } from './parse-date-numeric.ts'
import { parseEastern, parsePeriod } from './parse-date-period.ts'
import { foldWord } from './parse-fold.ts'
import { isWeekday } from './parse-month.ts'
import { findTime } from './parse-time.ts'

/** `value` is `2026-03-03` or `2026-03-03T14:05:00`: the wall clock as written; a zone is given beside it. */
export type ParsedDate = ParsedDay & { type: 'date' | 'datetime'; zone: string | null }

const basic = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T\s_]?([01]\d|2[0-3])([0-5]\d)([0-5]\d)?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/
const wordFirst = /^\(?([\p{L}\p{M}\u200c]+(?:-feira)?)[.)]?\s?[,،]?\s?(?=\S)/u
const wordLast = /[\s,(（]+([\p{L}\p{M}\u200c]+)\.?[)）]?$/u
const easternWeekday =
  /^(?:(?:星期|周|週|礼拜)[一二三四五六日天]|[月火水木金土日]曜日?|[월화수목금토일]요일)[,，、]?\s*|\s*[(（][月火水木金土日월화수목금토일一二三四五六][)）]$/
const connectorBefore =
  /(?:[\s,،]+(?:at|um|à|a las|a la|alle ore|alle|às|om|kl\.?|klo|ore|о|об|в|saat|pukul|pkl|lúc|เวลา|बजे|الساعة|ساعت|σε|o|у|na|w|de|a|v|în|ve|στις|בשעה|في|को|এ|کو|à partir de|-|–|—|\|))?[\s,،T的]*$|T$/iu

// 3.01.2026 г. and Thứ 2, 5 thg 3: a mark of the year behind digits, a numbered weekday before them.
const lateMark = /(?<=\d)\s?(?:г|р|r)\.?,?$/u
const vietnameseWeekday = /^th\u1ee9\s[2-7],?\s/iu

// How databases and logs write moments: 2015-07-29-10.00.00, 29-JUL-15 10.00.00.000 AM, [10/Oct/2000:13:55:36 -0700].
const odd = /\d\.\d\d\.\d\d|\/\d{4}:\d/
const database = /^(\d{4}-\d\d-\d\d)-(\d\d)\.(\d\d)\.(\d\d)(?:\.\d+)?$/
const oracle = /\s(\d{1,2})\.(\d\d)\.(\d\d)(?:\.\d{1,9})?(\s[AP]M)$/i
const log = /^\[?(\d{1,2}\/\p{L}{3,}\/\d{4}):(\d\d:\d\d:\d\d)(\s[+-]\d{4})?\]?$/u

/**
 * Parses a date or a date with a time; `dayFirst` decides 03/04/2026, month first when it is undefined.
 * `known` says that a date is expected, so that 20260305 is one. Null when it is none.
 */
export function parseDate(text: string, dayFirst?: boolean, known = false): ParsedDate | null {
  if (text.length < 6 || text.length > 80) return null
  if (text.length > 16 && odd.test(text)) {
    const usual = text.replace(database, '$1 $2:$3:$4').replace(oracle, ' $1:$2:$3$4').replace(log, '$1 $2$3')
    if (usual !== text) return parseDate(usual, dayFirst, known)
  }
  const packed = basic.exec(text)
  if (packed) return readPacked(text, packed, known)
  const whole = text.includes(':') ? null : parseDay(text, dayFirst, known)
  if (whole) return { type: 'date', zone: null, ...whole }
  const time = findTime(text, true)
  if (!time) return null
  const before = text.slice(0, time.start).replace(connectorBefore, '')
  const after = text.slice(time.end).replace(/^[\s,،]+(?:on\s|am\s|le\s)?/, '')
  const zone = time.zone
  // 1/3/2026 9:00-10:00 is a span: an offset stands after seconds, after a space, or in a moment written with T.
  const written = text.slice(time.start, time.end)
  if (zone && /^[+-]/.test(zone) && text[time.start - 1] !== 'T' && !/:\d\d:\d\d|\s[+-]\d{4}/.test(written)) return null
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(before)
  const day = compact
    ? certain(isoDay(Number(compact[1]), Number(compact[2]), Number(compact[3])))
    : parseDay(before && after ? `${before} ${after}` : before || after, dayFirst, known)
  return day && !day.period ? { type: 'datetime', zone, ...day, value: `${day.value}T${time.value}` } : null
}

function parseDay(text: string, dayFirst: boolean | undefined, known: boolean): ParsedDay | null {
  const bare = text.replace(lateMark, '').replace(vietnameseWeekday, '')
  if (bare !== text) return parseDay(bare, dayFirst, known)
  if (known && /^\d{1,2}\/\d{1,2},\s?\d{4}$/.test(text)) return parseNumericDay(text.replace(/,\s?/, '/'), dayFirst)
  const code = text.charCodeAt(0)
  const digit = code >= 48 && code <= 57
  if (digit) {
    const numeric = parseNumericDay(text, dayFirst, known)
    if (numeric) return numeric
  }
  const period = text.length <= 30 ? parsePeriod(text) : null
  if (period) return period
  let plain = true
  let letters = false
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit > 0x2e80) plain = false
    if ((unit | 32) >= 97 || unit > 127) letters = true
  }
  if (!letters) return null
  if (!plain) {
    const eastern = parseEastern(text)
    if (eastern) return eastern
    const rest = text.replace(easternWeekday, '')
    return rest === text ? null : parseDay(rest, dayFirst, known)
  }
  return parseNamedDay(text) ?? parseBesideWeekday(text, dayFirst)
}

// Thu, 12/31/15 and 2026-03-07 (Sat).
function parseBesideWeekday(text: string, dayFirst: boolean | undefined): ParsedDay | null {
  const match = wordFirst.exec(text) ?? wordLast.exec(text)
  if (!match) return null
  const words = foldWord(match[1]!).split('-')
  if (!isWeekday(words[0]!)) return null
  const rest = match.index === 0 ? text.slice(match[0].length) : text.slice(0, match.index)
  return parseNumericDay(rest.trim(), dayFirst)
}

// 20260305 is a number, and 2026-03-05 a day, wherever they stand; with a T the digits are a moment.
function readPacked(text: string, match: RegExpExecArray, known: boolean): ParsedDate | null {
  const [, year, month, day, hours, minutes, seconds = '00', zone] = match
  const value = isoDay(Number(year), Number(month), Number(day))
  const date = certain(value)
  const plausible = Number(year) >= 1800 && Number(year) < 2200
  const proven =
    text[4] === '-'
      ? text[7] === '-'
      : plausible &&
        (known || text[8] === 'T' || (text[8] === ' ' && seconds !== undefined && text.length >= 13 && known))
  if (!date || !proven) return null
  if (hours === undefined) return { type: 'date', zone: null, ...date }
  return { type: 'datetime', zone: zone ?? null, ...date, value: `${value}T${hours}:${minutes}:${seconds}` }
}
