// Shows a typed cell the way the spreadsheet's locale writes it.
import type { Cell, Column, ColumnType } from '../../shared/table/table.ts'

/** `unread`: a text in a column of another type, left as it was written. */
export type ShownCell = { text: string; number: boolean; unread: boolean }

const shownAsNumber: readonly ColumnType[] = ['number', 'currency', 'percent']
const isText: readonly ColumnType[] = ['text', 'email', 'url']

/** Turns a spreadsheet's locale (`de_DE`) into a language tag that Intl takes; what it does not know becomes `en`. */
export function localeTag(locale: string | undefined): string {
  try {
    return new Intl.Locale((locale ?? '').replace('_', '-')).toString()
  } catch {
    return 'en'
  }
}

/** Whether its values stand at the end of the cell, as numbers do. */
export function isNumber(type: ColumnType): boolean {
  return shownAsNumber.includes(type)
}

const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>()

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `n${locale}${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known instanceof Intl.NumberFormat) return known
  const made = new Intl.NumberFormat(locale, options)
  formats.set(key, made)
  return made
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `d${locale}${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known instanceof Intl.DateTimeFormat) return known
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  formats.set(key, made)
  return made
}

/** The cell's text in the locale. An empty cell is a dash, so that it is seen to be empty. */
export function formatCell(cell: Cell, column: Pick<Column, 'type' | 'currency'>, locale: string): ShownCell {
  const number = isNumber(column.type)
  if (cell === null || cell === '') return { text: '\u2014', number, unread: false }
  if (typeof cell === 'boolean') return { text: cell ? '\u2611' : '\u2610', number: false, unread: false }
  if (typeof cell === 'number') return { text: formatNumber(cell, column, locale), number: true, unread: false }
  if (isText.includes(column.type)) return { text: cell, number: false, unread: false }
  const time = timeText(cell, column.type, locale)
  return time === null ? { text: cell, number: false, unread: true } : { text: time, number: false, unread: false }
}

function formatNumber(value: number, column: Pick<Column, 'type' | 'currency'>, locale: string): string {
  if (column.type === 'percent')
    return numberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(value)
  if (column.type === 'currency') {
    // The sign of the currency stands in the header already, so the column keeps only the amounts.
    const digits = currencyDigits(column.currency)
    return numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)
  }
  return numberFormat(locale, { maximumFractionDigits: 10, useGrouping: Math.abs(value) >= 10_000 }).format(value)
}

function currencyDigits(currency = 'EUR'): number {
  try {
    return numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}

function timeText(cell: string, type: ColumnType, locale: string): string | null {
  if (type === 'time') return /^\d{2}:\d{2}(:\d{2})?/.test(cell) ? cell.replace(/:00$/, '') : null
  if (type !== 'date' && type !== 'datetime') return null
  if (!/^\d{4}-\d{2}-\d{2}(T|$)/.test(cell)) return null
  const zoned = /T.*(Z|[+-]\d{2}:?\d{2})$/.test(cell)
  const date = new Date(cell.includes('T') && !zoned ? `${cell}Z` : cell)
  if (Number.isNaN(date.getTime())) return null
  const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' }
  return dateFormat(locale, type === 'date' ? day : { ...day, hour: '2-digit', minute: '2-digit' }).format(date)
}

/** The sign that names a column's type in its header, and the words for it. */
export function typeBadge(column: Pick<Column, 'type' | 'currency'>): { sign: string; words: string } {
  if (column.type !== 'currency') return badges[column.type]
  const currency = column.currency ?? ''
  return { sign: currencySign(currency), words: currency === '' ? 'currency' : `currency, ${currency}` }
}

function currencySign(currency: string): string {
  if (currency === '') return '\u00a4'
  try {
    const parts = numberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).formatToParts(0)
    return parts.find((part) => part.type === 'currency')?.value ?? currency
  } catch {
    return currency
  }
}

const badges = {
  text: { sign: 'Abc', words: 'text' },
  number: { sign: '123', words: 'number' },
  currency: { sign: '\u00a4', words: 'currency' },
  percent: { sign: '%', words: 'percent' },
  date: { sign: 'date', words: 'date' },
  time: { sign: 'time', words: 'time' },
  datetime: { sign: 'date, time', words: 'date and time' },
  boolean: { sign: '\u2611', words: 'yes or no' },
  email: { sign: '@', words: 'e-mail address' },
  url: { sign: 'link', words: 'web address' },
} as const satisfies Record<ColumnType, { sign: string; words: string }>
