// Reads days and months whose month is a word: `5. März 2026`, `March 5th, 2026`, `Nov-14`, `ngày 5 tháng 3 năm 2026`.
import { century, certain, isoDay, type ParsedDay } from './parse-date-numeric.ts'
import { foldWord } from './parse-fold.ts'
import { isWeekday, monthOf } from './parse-month.ts'

/** Words between the parts of a date, folded; they say nothing. */
export const dateFillers = new Set(
  'st nd rd th of the de del di den der dem d el er ere le do e o a go й го г года год р року roku r rok ano año ngay nam tahun yili عام سنة م ه सन वर्ष সালের পৱ วันที่ ที่ พศ คศ ค ศ พ hai ba tu sau bay chu nhat feira п ятниця ятницю יום ב׳'
    .split(' ')
    .map(foldWord),
)
// The month's number stands behind these.
const numberedMonths = new Set(['thang', 'thg'])

const token = /[\p{L}\p{M}\u200c]+|\d+|\S/gu
const separators = ",.-/'()º°ª،·–_"

/** Parses a day, or a month alone, in words and digits; null when any word is not a date's. */
export function parseNamedDay(text: string): ParsedDay | null {
  const thai = /[\u0e00-\u0e7f]/.test(text)
  const tokens = (thai ? text.replace(/(?<=[\u0e00-\u0e7f])\.|\s+\.\s*/g, ' ') : text)
    .replace(/[॰\u200f]/g, '')
    .match(token)
  if (!tokens || tokens.length > 16) return null
  const words = thai ? joinThai(tokens) : tokens
  let month: number | undefined
  let monthAt = -1
  const numbers: string[] = []
  let before = ''
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    const code = word.charCodeAt(0)
    if (code >= 48 && code <= 57) {
      if (numberedMonths.has(before) && month === undefined) {
        month = Number(word)
        monthAt = numbers.length
      } else numbers.push(word)
    } else if (separators.includes(word)) {
      // The mark stays before the number: '14 and -14 are years.
    } else {
      const folded = foldWord(word)
      const pair = at + 1 < words.length ? monthOf(`${folded} ${foldWord(words[at + 1]!)}`) : undefined
      const named = pair ?? monthOf(folded)
      if (named !== undefined && month === undefined && !(isWeekday(folded) && hasMonth(words, at + 1))) {
        month = named
        monthAt = numbers.length
        if (pair !== undefined) at++
      } else if (!isWeekday(folded) && !dateFillers.has(folded) && !numberedMonths.has(folded)) return null
      before = folded
      continue
    }
    if (code < 48 || code > 57) before = word
  }
  if (month === undefined || numbers.length === 0 || numbers.length > 2) return null
  const [a = '', b] = numbers
  if (b === undefined) return monthAndYear(a, month, monthAt, before)
  const year = (digits: string) => shift(digits.length === 2 ? century(Number(digits)) : Number(digits), thai)
  if (a.length === 4 && b.length <= 2) return certain(isoDay(year(a), month, Number(b)))
  if (a.length > 2 || (b.length !== 4 && b.length !== 2)) return null
  return certain(isoDay(year(b), month, Number(a)))
}

// Nov-14 and Nov '14 are months of a year; Nov 14 is a day of no year.
function monthAndYear(digits: string, month: number, monthAt: number, before: string): ParsedDay | null {
  if (digits.length === 4) return certain(isoDay(Number(digits), month, 1), 'month')
  if (digits.length !== 2 || monthAt !== 0 || (before !== '-' && before !== "'")) return null
  return certain(isoDay(century(Number(digits)), month, 1), 'month')
}

function hasMonth(words: string[], from: number): boolean {
  return words.slice(from).some((word) => monthOf(foldWord(word)) !== undefined)
}

// Thai years count from 543 BC.
function shift(year: number, thai: boolean): number {
  return thai && year > 2400 ? year - 543 : year
}

// The letters of มี ค stand apart once their points are gone.
function joinThai(words: string[]): string[] {
  const joined: string[] = []
  for (const word of words) {
    const last = joined.at(-1)
    const pair = last !== undefined ? last + word : ''
    if (last !== undefined && last.length <= 3 && word.length <= 2 && monthOf(pair) !== undefined)
      joined[joined.length - 1] = pair
    else joined.push(word)
  }
  return joined
}
