// Proves that what the platform writes in thirty locales is read back as the value that was written.
import { describe, expect, it } from 'vitest'
import { parseCell } from '../infer.ts'
import type { ColumnType } from '../table.ts'

const locales =
  'en-US en-GB en-IN de de-CH de-AT fr fr-CH es es-MX it pt-BR pt-PT nl pl ru tr ja zh zh-TW ko ar ar-EG ar-SA hi hi-IN-u-nu-deva bn ur sv da nb cs uk th id fa ro hu fi'.split(
    ' ',
  )

type Written = { text: string; value: string | number; currency?: string }

// A few forms of a few languages stay unread; the share says how many may.
function expectRead(type: ColumnType, locale: string, written: Written[], share: number): void {
  const unread = written.filter(({ text, value, currency }) => {
    const read = parseCell(text, { type, locale })
    if (!read || (currency && read.currency !== currency)) return true
    if (typeof value === 'string' || typeof read.value !== 'number') return read.value !== value
    return Math.abs(read.value - value) > 1e-9 * Math.max(1, Math.abs(value))
  })
  const wrong = unread.map(({ text }) => `${text} → ${parseCell(text, { type, locale })?.value}`)
  expect(unread.length, wrong.slice(0, 8).join(' | ')).toBeLessThanOrEqual(written.length * (1 - share))
}

describe.each(locales)('%s', (locale) => {
  it('numbers: grouped, with decimals, negative', () => {
    const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 })
    const values = [0, 5, -5, 12.5, 1234, -1234.5, 1234567.89, 0.25, 123456, 99999999, -0.5]
    expectRead(
      'number',
      locale,
      values.map((value) => ({ text: format.format(value), value })),
      1,
    )
    for (const value of [1234567.89, 12.5, -5]) expect(parseCell(format.format(value), { locale })?.value).toBe(value)
  })

  it('shares', () => {
    const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 })
    const values = [0.125, 0.5, 1, -0.07, 12.34]
    expectRead(
      'percent',
      locale,
      values.map((value) => ({ text: format.format(value), value })),
      1,
    )
  })

  it('compact numbers', () => {
    const written = (['short', 'long'] as const).flatMap((compactDisplay) => {
      const format = new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay, maximumFractionDigits: 3 })
      return [1200, 15000, 340000, 3e6, 12.5e6, 2e9].map((value) => ({ text: format.format(value), value }))
    })
    expectRead('number', locale, written, 0.8)
  })

  it('money: signs, codes, names, accounting style', () => {
    const written: Written[] = []
    for (const currency of 'USD EUR GBP JPY CNY INR KRW RUB BRL TRY CHF SEK PLN AED SAR EGP CAD THB'.split(' ')) {
      for (const currencyDisplay of ['symbol', 'code', 'name'] as const) {
        const plain = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay })
        const { maximumFractionDigits } = plain.resolvedOptions()
        for (const amount of [5, 12.5, 1234, -1234.56, 1234567]) {
          const value = maximumFractionDigits === 0 ? Math.round(amount) : amount
          written.push({ text: plain.format(value), value, currency })
        }
        const accounting = new Intl.NumberFormat(locale, {
          style: 'currency',
          currency,
          currencyDisplay,
          currencySign: 'accounting',
        })
        written.push({ text: accounting.format(-1250), value: -1250, currency })
      }
    }
    expectRead('currency', locale, written, 0.97)
  })

  it('days, moments and months', () => {
    const gregorian = `${locale}${locale.includes('-u-') ? '' : '-u'}-ca-gregory`
    const days: Written[] = []
    const moments: Written[] = []
    for (let month = 0; month < 12; month++) {
      const date = new Date(Date.UTC(2026, month, month + 3, 14, 5, 7))
      const value = date.toISOString().slice(0, 10)
      const format = (options: Intl.DateTimeFormatOptions) =>
        new Intl.DateTimeFormat(gregorian, { ...options, timeZone: 'UTC' }).format(date)
      for (const dateStyle of ['full', 'long', 'medium'] as const) {
        days.push({ text: format({ dateStyle }), value })
        moments.push({ text: format({ dateStyle, timeStyle: 'medium' }), value: `${value}T14:05:07` })
      }
      days.push({ text: format({ year: 'numeric', month: '2-digit', day: '2-digit' }), value })
      days.push({ text: format({ year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' }), value })
      days.push({ text: format({ year: 'numeric', month: 'long' }), value: `${value.slice(0, 7)}-01` })
    }
    expectRead('date', locale, days, 0.95)
    expectRead('datetime', locale, moments, 0.95)
  })
})
