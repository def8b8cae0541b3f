// Finds every value of one type in a running text, with the place where it stands.

import type { ColumnType } from '../table.ts'
import { findAmounts, findNumbers, findShares } from './find-amounts.ts'
import { findDates, findTimes } from './find-dates.ts'
import { plainText } from './parse-digits.ts'
import { isDomain, isEmail, isUrl } from './parse-url.ts'

export type FoundValue = {
  /** UTF-16 offsets into the text. */
  start: number
  end: number
  value: string | number | boolean
  currency?: string
  ambiguous?: boolean
  /** How surely it is a value of this type beside the others in the same text. */
  rank: number
}

/**
 * The values of a type in a text, in order and without overlap. Numbers that belong to a date, a time, a version or a
 * word (A4) are no numbers; amounts without a currency are given too, with a lower rank; a date has a day, a month and a year, or is a month, week or quarter with its year.
 */
export function findValues(text: string, type: ColumnType, options: { locale?: string } = {}): FoundValue[] {
  const { locale } = options
  switch (type) {
    case 'text': {
      const bare = text.trim()
      const start = text.indexOf(bare)
      return bare === '' ? [] : [{ start, end: start + bare.length, value: text, rank: 0 }]
    }
    case 'number':
      return findNumbers(plainText(text), locale)
    case 'percent':
      return findShares(plainText(text), locale)
    case 'currency':
      return findAmounts(plainText(text), locale)
    case 'date':
    case 'datetime':
      return findDates(plainText(text), type, locale)
    case 'time':
      return findTimes(plainText(text))
    case 'email':
      return findAddresses(text, (word) => isEmail(word))
    case 'url':
      return findAddresses(text, (word) => isUrl(word) || isDomain(word))
    case 'boolean':
      return []
  }
}

/**
 * The one value meant by a text that holds several: an amount with a currency goes before one beside a price word, that
 * before a bare one; the price now before the price that was; a day before a month; among equals the first.
 */
export function preferredValue(found: FoundValue[]): FoundValue | null {
  let best: FoundValue | null = null
  for (const value of found) if (!best || value.rank > best.rank) best = value
  return best
}

function findAddresses(text: string, fits: (word: string) => boolean): FoundValue[] {
  const found: FoundValue[] = []
  for (const match of text.matchAll(/[^\s<>"“”„«»|，。、；]+/g)) {
    const opened = match[0].replace(/^[([{'‘’*_]+/, '')
    const word = opened.replace(/[.,;:!?'’*_]+$/, '').replace(/[)\]}]+$/, (end) => (opened.includes('(') ? end : ''))
    if (word.length > 4000 || !fits(word)) continue
    const start = match.index + match[0].length - opened.length
    found.push({ start, end: start + word.length, value: word, rank: 0 })
  }
  return found
}
