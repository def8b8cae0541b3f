// Cells as the spreadsheet's locale writes them.
import { expect, test } from 'vitest'
import { formatCell, localeTag, typeBadge } from './format-cell.ts'

const shown = (...args: Parameters<typeof formatCell>) => formatCell(...args).text.replace(/[\u00a0\u202f]/g, ' ')

test('numbers, money, percent and dates follow the locale', () => {
  expect(shown(1480, { type: 'currency', currency: 'EUR' }, 'de-DE')).toBe('1.480,00')
  expect(shown(1480, { type: 'currency', currency: 'JPY' }, 'ja-JP')).toBe('1,480')
  expect(shown(0.125, { type: 'percent' }, 'en-US')).toBe('12.5%')
  expect(shown(2026, { type: 'number' }, 'en-US')).toBe('2026')
  expect(shown('2026-03-03', { type: 'date' }, 'en-GB')).toBe('3 Mar 2026')
  expect(shown('2026-03-03T09:05:00', { type: 'datetime' }, 'en-GB')).toBe('3 Mar 2026, 09:05')
  expect(shown('09:05:00', { type: 'time' }, 'en-GB')).toBe('09:05')
})

test('a text stays as it is, and one in a column of another type is marked as not read', () => {
  expect(formatCell('0042', { type: 'text' }, 'en')).toEqual({ text: '0042', number: false, unread: false })
  expect(formatCell('soon', { type: 'date' }, 'en')).toEqual({ text: 'soon', number: false, unread: true })
  expect(formatCell('3-5', { type: 'number' }, 'en').unread).toBe(true)
  expect(formatCell(null, { type: 'number' }, 'en').text).toBe('\u2014')
  expect(formatCell(true, { type: 'boolean' }, 'en').text).toBe('\u2611')
})

test('odd locales and currencies do no harm', () => {
  expect(localeTag('de_DE')).toBe('de-DE')
  expect(localeTag('')).toBe('en')
  expect(localeTag(undefined)).toBe('en')
  expect(shown(1.5, { type: 'currency', currency: '???' }, 'en')).toBe('1.50')
  expect(typeBadge({ type: 'currency', currency: 'EUR' }).sign).toBe('€')
  expect(typeBadge({ type: 'text' }).sign).toBe('Abc')
})
