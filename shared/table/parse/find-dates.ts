// Finds dates, moments and times of day in a running text: the longest stretch that reads as one.
import type { FoundValue } from './find-values.ts'
import { parseDate } from './parse-date.ts'
import { dateFillers } from './parse-date-named.ts'
import { foldWord } from './parse-fold.ts'
import { dayFirstOf } from './parse-locale.ts'
import { calendarWords } from './parse-month.ts'
import { parseTime, timeWords } from './parse-time.ts'

type Token = { text: string; start: number; end: number; kind: 'number' | 'word' | 'mark' }

const token =
  /\d+|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]|[\p{L}\p{M}\u200c]+(?:\.(?=[\u0e00-\u0e7f]))*|[^\s\u2060]/gu
const marks = ",.-/'()º°ª:+،–（）：॰"
const words = new Set(
  [
    ...calendarWords,
    ...timeWords,
    ...dateFillers,
    ...'t z w q kw cw wk week semaine semana settimana woche quartal quarter trimestre trim kwartal kwartaal квартал ceyrek кв'.split(
      ' ',
    ),
    ...'a p m am pm h uhr uur at um la las alle ore om kl klo об в saat pukul pkl luc thang thg ص صباحا مساء الساعة ساعت'.split(
      ' ',
    ),
    ...'年 月 日 号 號 年 월 일 년 오 전 후 上 下 午 前 後 点 點 时 時 시 分 秒 분 초 半 曜 周 週 星 期 木 火 水 金 土 令 和 平 成 昭 大 正 元 第 季 度 四 半 一 二 三 五 六 天 요 목 화 수 금 토 분 기'.split(
      ' ',
    ),
  ].map(foldWord),
)

/** Every date (or moment) with its day, month and year; months, weeks and quarters rank behind days. */
export function findDates(plain: string, type: 'date' | 'datetime', locale: string | undefined): FoundValue[] {
  const found = findMoments(plain, type, locale)
  if (type !== 'date' || found.length > 0) return found
  // Sat Dec 20 14:01:02 2008: the day stands around its time.
  return findMoments(plain, 'datetime', locale).map((moment) => ({
    ...moment,
    value: String(moment.value).slice(0, 10),
  }))
}

function findMoments(plain: string, type: 'date' | 'datetime', locale: string | undefined): FoundValue[] {
  const dayFirst = dayFirstOf(locale)
  return findLongest(plain, type === 'date' ? 12 : 22, type === 'date' ? 3 : 9, 6, (text) => {
    const read = parseDate(text, dayFirst, true)
    if (!read || read.type !== type) return null
    const rank = read.period ? -1 : /^\d+$/.test(text) ? -2 : 0
    return { value: read.value, rank, ...(read.open && dayFirst === undefined ? { ambiguous: true } : {}) }
  })
}

/** Every time of day. */
export function findTimes(plain: string): FoundValue[] {
  return findLongest(plain, 10, 5, 2, (text) => {
    const read = /[^\d]/.test(text) ? parseTime(text) : null
    return read && { value: read.value, rank: 0 }
  })
}

type Reading = Pick<FoundValue, 'value' | 'rank' | 'ambiguous'>

// From every token on, the longest run of tokens that reads; a run ends before the first word that no date has.
function findLongest(
  plain: string,
  reach: number,
  most: number,
  least: number,
  read: (text: string) => Reading | null,
): FoundValue[] {
  const found: FoundValue[] = []
  const tokens = tokensOf(plain)
  for (let from = 0; from < tokens.length; from++) {
    const first = tokens[from]!
    if (first.kind === 'mark' || !starts(plain, first, tokens[from + 1]) || !isDated(first)) continue
    let to = from
    let numbers = 0
    while (to < tokens.length && to - from < reach && isDated(tokens[to]!)) {
      if (tokens[to]!.kind === 'number' && ++numbers > most) break
      to++
    }
    if (numbers === 0 || (to - from < 2 && first.text.length < 5)) continue
    for (; to > from; to--) {
      const last = tokens[to - 1]!
      const length = last.end - first.start
      if (
        length < least ||
        length > 64 ||
        (last.kind === 'mark' && last.text !== '.' && last.text !== ')') ||
        !ends(plain, last)
      )
        continue
      const reading = read(plain.slice(first.start, last.end).replaceAll('\u2060', ''))
      if (!reading) continue
      // The point of a sentence is no part of its date.
      const end = last.text === '.' && tokens[to - 2]?.kind === 'number' ? tokens[to - 2]!.end : last.end
      found.push({ start: first.start, end, ...reading })
      from = to - 1
      break
    }
  }
  return found
}

function tokensOf(plain: string): Token[] {
  const tokens: Token[] = []
  for (const match of plain.matchAll(token)) {
    const text = match[0]
    const code = text.charCodeAt(0)
    const kind = code >= 48 && code <= 57 ? 'number' : /[\p{L}\p{M}]/u.test(text) ? 'word' : 'mark'
    tokens.push({ text, start: match.index, end: match.index + text.length, kind })
  }
  return tokens
}

function isDated({ kind, text }: Token): boolean {
  if (kind === 'number') return text.length <= 14
  if (kind === 'mark') return marks.includes(text)
  return text.length <= 20 && words.has(foldWord(text.replaceAll('.', '')))
}

// No date begins in the middle of a number, a code or a word.
function starts(plain: string, { start, kind }: Token, next: Token | undefined): boolean {
  const before = plain[start - 1] ?? ''
  if (kind === 'word') return true
  if (/[A-Za-z\d_]/.test(before)) return false
  // In 5-6 May 2016 the second day is whole.
  if (before === '-' && next?.kind === 'word') return true
  return !(/[./:-]/.test(before) && /\d/.test(plain[start - 2] ?? ''))
}

function ends(plain: string, { end, kind }: Token): boolean {
  const next = plain[end] ?? ''
  if (kind !== 'number') return true
  if (/[A-Za-z\d_]/.test(next)) return /^T\d/.test(plain.slice(end, end + 2))
  // 2016-01-01/2016-02-01 are two days.
  if (next === '/' && /^\d{4}-/.test(plain.slice(end + 1, end + 6))) return true
  return !(/[./:-]/.test(next) && /\d/.test(plain[end + 1] ?? ''))
}
