// Reads weeks, months and quarters as their first day, and the eras and characters of East Asian dates.
import { certain, isoDay, type ParsedDay } from './parse-date-numeric.ts'

const week =
  /^(\d{4})-?W(\d{2})(?:-?([1-7]))?$|^(?:W|KW|CW|wk|week|semaine|semana|settimana|Woche)\.?\s?(\d{1,2})[\s/,.-]+(\d{4})$/i
const quarter =
  /^(\d{4})[\s/-]?\s?[QT]([1-4])$|^[QT]([1-4])[\s/,'-]*(\d{4}|(?<=')\d{2})$|^([1-4])[QT][\s/'-]*(\d{4})$|^([1-4])(?:\.|er|e|º|°|st|nd|rd|th|-?й)?\s?(?:quartal|quarter|trimestre|trim\.?|kwartał|kwartaal|квартал|çeyrek|кв\.?)\s(?:de\s|del\s)?(\d{4})(?:\s?г\.?)?$|^(\d{4})年第?([1-4一二三四])(?:季度|四半期|季)$|^(\d{4})년\s?([1-4])분기$/iu
const month = /^(\d{4})([-/.])(\d{2})$|^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월](?:份)?$|^(\d{1,2})\/(\d{4})$/
const eastern =
  /^(?:(\d{4})\s?[年년]|(令和|平成|昭和|大正|民國|民国)\s?(\d{1,3}|元)\s?年)\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?(?:日|일|号|號)?(?:\s?[(（]?(?:[日月火水木金土]|[일월화수목금토])(?:曜日?|요일)?[)）]?|\s?(?:星期|周|週|礼拜)[一二三四五六日天])?$/
const easternYearLast = /^(\d{1,2})\s?[月월]\s?(\d{1,2})\s?(?:日|일|号|號),?\s?(\d{4})\s?[年년]$/
const eras: Record<string, number> = { 令和: 2018, 平成: 1988, 昭和: 1925, 大正: 1911, 民國: 1911, 民国: 1911 }
const chinese = '一二三四'

/** Parses `2026-W14`, `Q1 2026`, `2026-03`, `2026年3月`: the first day of the time that is meant. */
export function parsePeriod(text: string): ParsedDay | null {
  let match = month.exec(text)
  if (match) {
    const year = Number(match[1] ?? match[4] ?? match[7])
    const number = Number(match[3] ?? match[5] ?? match[6])
    // 2010.12 and 12/2010 beside other years are numbers and fractions.
    const plausible = match[1] && match[2] === '-' ? year >= 1000 : year >= 1800 && year <= 2199
    return plausible && !(match[2] === '.') ? certain(isoDay(year, number, 1), 'month') : null
  }
  match = week.exec(text)
  if (match) return weekDay(Number(match[1] ?? match[5]), Number(match[2] ?? match[4]), match[3])
  match = quarter.exec(text)
  if (!match) return null
  const parts = match.slice(1).filter((part) => part !== undefined)
  const yearAt = parts[0]!.length === 4 ? 0 : 1
  const spelled = parts[1 - yearAt]!
  const digits = parts[yearAt]!
  const number = chinese.includes(spelled) ? chinese.indexOf(spelled) + 1 : Number(spelled)
  return certain(isoDay(digits.length === 2 ? 2000 + Number(digits) : Number(digits), number * 3 - 2, 1), 'quarter')
}

/** Parses `2026年3月5日`, `2026년 3월 5일`, `令和8年3月5日`, with or without the weekday. */
export function parseEastern(text: string): ParsedDay | null {
  const match = eastern.exec(text)
  if (match) {
    const year = match[1] ? Number(match[1]) : eras[match[2]!]! + (match[3] === '元' ? 1 : Number(match[3]))
    return certain(isoDay(year, Number(match[4]), Number(match[5])))
  }
  const last = easternYearLast.exec(text)
  return last && certain(isoDay(Number(last[3]), Number(last[1]), Number(last[2])))
}

// Week 1 holds 4 January; weeks begin on Monday.
function weekDay(year: number, number: number, weekday: string | undefined): ParsedDay | null {
  if (number < 1 || number > 53 || year < 1000) return null
  const fourth = new Date(Date.UTC(year, 0, 4))
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7) + (number - 1) * 7
  const day = new Date(Date.UTC(year, 0, monday + (weekday ? Number(weekday) - 1 : 0)))
  if (number === 53 && new Date(Date.UTC(year, 0, monday + 3)).getUTCFullYear() !== year) return null
  return certain(isoDay(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()), weekday ? undefined : 'week')
}
