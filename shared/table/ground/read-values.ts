// Reads the numbers, amounts, shares, dates and times of one stretch of text, each with every value it may mean.
import { isoDay } from '../parse/parse-date-numeric.ts'
import { foldWord } from '../parse/parse-fold.ts'
import { monthOf } from '../parse/parse-month.ts'
import type { ColumnType } from '../table.ts'
import { bothWays, readNumbers } from './read-numbers.ts'
import { readTimes } from './read-times.ts'
import { finds, type Reading } from './reading.ts'

/** A value of the text with its place; `currency` is the code that the text gives it. */
export type TextValue = { start: number; end: number; value: string | number; currency?: string; rank: number }

/** Every value of a type in a text; what may be read in two ways is there twice. */
export function readValues(reading: Reading, type: ColumnType): TextValue[] {
  return readPrepared(reading, type).map((value) => trimmed(reading.text, value))
}

function readPrepared(reading: Reading, type: ColumnType): TextValue[] {
  switch (type) {
    case 'number':
      return readNumbers(reading)
    case 'currency':
      return readAmounts(reading)
    case 'percent':
      return [...bothWays(reading, type), ...sharesBehindWord(reading.plain)]
    case 'date':
    case 'datetime':
      return readDays(reading, type)
    case 'time':
      return readTimes(reading)
    default:
      return []
  }
}

// Amounts with their currency, and the numbers that may be amounts where none is written.
function readAmounts(reading: Reading): TextValue[] {
  const { plain } = reading
  const found: TextValue[] = []
  for (const amount of bothWays(reading, 'currency')) {
    if (!amount.currency) continue
    found.push(amount)
    if (plain[amount.start - 1] === '(' && /^\) [-+\p{Sc}\d]/u.test(plain.slice(amount.end, amount.end + 3)))
      found.push({ ...amount, value: -amount.value, rank: amount.rank - 1 })
    const digits = /^\D*(\d{1,3})([.,])(\d{3})\D*$/.exec(plain.slice(amount.start, amount.end))
    if (digits && typeof amount.value === 'number' && amount.value >= 1000)
      found.push({ ...amount, value: amount.value / 1000, rank: amount.rank - 1 })
  }
  const isPaid = ({ start, end }: TextValue) => found.some((amount) => amount.start < end && start < amount.end)
  for (const number of readNumbers(reading))
    if (number.rank > -2 && !isPaid(number)) found.push({ ...number, rank: -1 })
  return found
}

const shareWord = /(?:yüzde|百分之|phần trăm|porcentaje|процент)\s?(\d+(?:[.,]\d+)?)/giu

function sharesBehindWord(plain: string): TextValue[] {
  return [...plain.matchAll(shareWord)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    value: Number(`${match[1]!.replace(',', '.')}e-2`),
    rank: 0,
  }))
}

function readDays(reading: Reading, type: 'date' | 'datetime'): TextValue[] {
  const all: TextValue[] = []
  const seen = new Set<string>()
  const add = ({ start, end, value, rank }: { start: number; end: number; value: unknown; rank: number }) => {
    const key = `${start} ${value}`
    if (typeof value !== 'string' || seen.has(key)) return
    seen.add(key)
    all.push({ start, end, value, rank })
  }
  const { plain, locale } = reading
  for (const order of [locale, 'en-US', 'en-GB']) {
    for (const found of finds(reading, type, order)) add(found)
    if (!/\d\s?[/.-]\s?\d/.test(plain)) break
  }
  if (type === 'date') for (const found of daysAroundMonths(plain)) add(found)
  return all
}

const aroundMonth =
  /(?<![\d.])(\d{1,2})(?:st|nd|rd|th|er|º|°|\.)?(?: | de | of | di |-)([\p{L}\p{M}]{3,12})\.?,?(?: | de | del |-)(\d{4})(?!\d)|(?<!\p{L})([\p{L}\p{M}]{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/gu

// Days whose month is a word, even where another number stands before them.
function daysAroundMonths(plain: string): TextValue[] {
  const found: TextValue[] = []
  for (const match of plain.matchAll(aroundMonth)) {
    const [all, before, named, yearBehind, first, behind, lastYear] = match
    const month = monthOf(foldWord(named ?? first ?? ''))
    const value = month && isoDay(Number(yearBehind ?? lastYear), month, Number(before ?? behind))
    if (value) found.push({ start: match.index, end: match.index + all.length, value, rank: 0 })
  }
  return found
}

// The point of a sentence is no part of the value before it, but for that of p.m.
function trimmed(text: string, value: TextValue): TextValue {
  const written = text.slice(value.start, value.end)
  return /[^.]{2}\.$/.test(written) ? { ...value, end: value.end - 1 } : value
}
