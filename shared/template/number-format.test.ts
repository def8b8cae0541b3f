// Formats show values as people of each locale write them, in every locale of a spreadsheet.
import fc from 'fast-check'
import { format, isValidFormat } from 'numfmt'
import { describe, expect, test } from 'vitest'
import { serialOfDate } from '../table/compute/serial.ts'
import { dateFormat, numberFormat } from './number-format.ts'
import { numberFormatFault } from './number-format-fault.ts'

const locales = ['en-US', 'de-DE', 'fr-FR', 'pt-BR', 'ja-JP', 'hi-IN', 'ar-EG']
const more = [
  'en-GB',
  'en-IN',
  'fr-CH',
  'de-CH',
  'de-AT',
  'es-ES',
  'es-MX',
  'it-IT',
  'nl-NL',
  'pl-PL',
  'sv-SE',
  'tr-TR',
  'ru-RU',
  'cs-CZ',
  'hu-HU',
  'ko-KR',
  'zh-CN',
  'th-TH',
  'he-IL',
  'fa-IR',
  'bg-BG',
  'bn-BD',
  'lt-LT',
]
const currencies = ['EUR', 'USD', 'JPY', 'GBP', 'INR', 'BRL', 'EGP', 'CHF', 'KWD', 'MXN', 'SEK']

/** Western digits, one kind of space, no marks of direction: what both say, whatever their tables of locales. */
const plain = (text: string) =>
  text
    .replace(/[\u061c\u200e\u200f]/g, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/[’']/g, '’')
    .trim()

const money = (currency: string, locale: string, values: number[]) =>
  numberFormat({ type: 'currency', name: 'Total', currency, locale: locale.replace('-', '_') }, values)

describe('money', () => {
  test.each(locales)('in %s is written as there', (locale) => {
    for (const currency of currencies) {
      const intl = new Intl.NumberFormat(`${locale}-u-nu-latn`, { style: 'currency', currency })
      for (const value of [0, 1, 1234.5, 99_999, 123_456.75, 1_234_567, 98_765_432.25]) {
        const rounded = Number(value.toFixed(intl.resolvedOptions().maximumFractionDigits ?? 2))
        const pattern = money(currency, locale, [rounded])
        // The signs around the digits are the locale's; the signs within come from the sheet.
        const shown = plain(format(pattern, rounded, { locale: 'en-US' }))
        const digits = new Intl.NumberFormat(
          locale === 'hi-IN' ? 'en-IN' : 'en-US',
          intl.resolvedOptions().maximumFractionDigits === 0
            ? {}
            : { minimumFractionDigits: intl.resolvedOptions().minimumFractionDigits ?? 2, maximumFractionDigits: 3 },
        )
        const expected = plain(
          intl
            .formatToParts(rounded)
            .filter(({ type }) => type === 'currency' || type === 'literal' || type === 'integer')
            .reduce(
              (text, { type, value: part }) =>
                type === 'integer' ? (text.includes('#') ? text : `${text}#`) : text + part,
              '',
            ),
        ).replace('#', digits.format(rounded))
        expect([currency, value, shown]).toEqual([currency, value, expected])
      }
    }
  })

  test('has the decimals that its values need, and those of its currency', () => {
    expect(money('USD', 'en-US', [1])).toBe('"$"#,##0.00')
    expect(money('JPY', 'ja-JP', [1])).toBe('"￥"#,##0')
    expect(money('KWD', 'de-DE', [1])).toBe('#,##0.000 "KWD"')
    expect(money('EUR', 'de-DE', [0.0125])).toBe('#,##0.0000 "€"')
    expect(money('BRL', 'pt-BR', [1])).toBe('"R$" #,##0.00')
    expect(money('EUR', 'fr-FR', [1])).toBe('#,##0.00 "€"')
    expect(money('EGP', 'ar-EG', [1])).toBe('#,##0.00 "ج.م."')
    expect(money('nonsense', 'en-US', [1])).toBe('"nonsense" #,##0.00')
  })
})

describe('lakhs and crores', () => {
  const shown = (value: number, locale = 'hi_IN') =>
    format(numberFormat({ type: 'number', name: 'Amount', currency: undefined, locale }, [value]), value, {
      locale: 'en-IN',
    })

  test.each<[number, string]>([
    [12_345, '12,345'],
    [99_999.5, '99,999.50'],
    [100_000, '1,00,000'],
    [1_234_567.25, '12,34,567.25'],
    [12_345_678, '1,23,45,678'],
    [-12_345, '-12,345'],
  ])('%d is %s', (value, text) => {
    expect(shown(value)).toBe(text)
    expect(shown(value, 'en_IN')).toBe(text)
  })

  test('stay whole in columns that grow, and out of names for things', () => {
    const format = (name: string) =>
      numberFormat({ type: 'number', name, currency: undefined, locale: 'en_IN' }, [20_000])
    expect(format('Amount')).toContain('[>=10000000]')
    expect(format('Order number')).toBe('0')
  })
})

describe('days', () => {
  test.each([
    ['en_US', 'mm/dd/yyyy'],
    ['en_GB', 'dd/mm/yyyy'],
    ['de_DE', 'dd.mm.yyyy'],
    ['fr_FR', 'dd/mm/yyyy'],
    ['pt_BR', 'dd/mm/yyyy'],
    ['ja_JP', 'yyyy/mm/dd'],
    ['hi_IN', 'dd/mm/yyyy'],
    ['ar_EG', 'dd/mm/yyyy'],
    ['ko_KR', 'yyyy. mm. dd'],
    ['bg_BG', 'dd.mm.yyyy'],
    ['sv_SE', 'yyyy-mm-dd'],
    ['th_TH', 'dd/mm/yyyy'],
    ['not a locale', 'mm/dd/yyyy'],
  ])('in %s are %s', (locale, pattern) => expect(dateFormat(locale)).toBe(pattern))

  test('show the day that they are', () => {
    const serial = serialOfDate('2026-03-05') ?? 0
    for (const locale of [...locales, ...more]) {
      const shown = format(dateFormat(locale), serial)
      expect([locale, shown.replace(/\D+/g, ' ').split(' ').sort()]).toEqual([locale, ['03', '05', '2026']])
    }
  })
})

test('every format can be read by a sheet, and shows its type', () => {
  const types = [
    'number',
    'currency',
    'percent',
    'date',
    'time',
    'datetime',
    'text',
    'email',
    'url',
    'boolean',
  ] as const
  const column = fc.record({
    type: fc.constantFrom(...types),
    name: fc.constantFrom('Total', 'Order number', 'Année'),
    currency: fc.option(fc.oneof(fc.constantFrom(...currencies), fc.string({ maxLength: 4 })), { nil: undefined }),
    locale: fc.oneof(fc.constantFrom(...locales, ...more), fc.string({ maxLength: 6 })),
  })
  const values = fc.array(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string({ maxLength: 3 })), {
    maxLength: 4,
  })
  fc.assert(
    fc.property(column, values, (input, cells) => {
      const pattern = numberFormat(input, cells)
      expect(isValidFormat(pattern)).toBe(true)
      expect(numberFormatFault(pattern, input.type)).toBeNull()
      expect(pattern).not.toMatch(/[\u200e\u200f\u061c\u00a0\u202f]/)
    }),
    { numRuns: 300 * Number(process.env.STRESS ?? 1) },
  )
})
