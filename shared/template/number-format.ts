// The number format of a column: explicit, so that a value looks the same whatever the sheet would have guessed.
import type { SheetCell } from '../plan/sheet-cell.ts'
import type { ColumnType } from '../table/table.ts'

/** What a cell without a number format of its own has. */
export const automatic = 'General'

function languageTag(locale: string): string {
  const tag = locale.replace(/_/g, '-')
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en-US'
  } catch {
    return 'en-US'
  }
}

/**
 * Whether formulas of a spreadsheet in this locale take `.` as the decimal sign and `,` between arguments. Google reads
 * the formulas of scripts as if they were typed: with a comma between arguments they break where decimals have commas.
 */
export function hasDecimalPoint(locale: string): boolean {
  const parts = new Intl.NumberFormat(languageTag(locale)).formatToParts(1.5)
  return parts.find(({ type }) => type === 'decimal')?.value === '.'
}

const dateTokens: Record<string, string> = { year: 'yyyy', month: 'mm', day: 'dd' }

/** Marks that turn the direction of writing: nobody sees them, and a sheet knows its direction itself. */
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** The locale's own order of day, month and year in digits, in Western digits of the Gregorian calendar as sheets show them. */
export function dateFormat(locale: string): string {
  const format = new Intl.DateTimeFormat(languageTag(locale), {
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone: 'UTC',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  const pattern = format.formatToParts(0).map(({ type, value }) => dateTokens[type] ?? value)
  // A word for “year” behind it says nothing that the digits do not.
  const text = pattern
    .join('')
    .replace(directions, '')
    .replace(/(.*(?:yyyy|mm|dd)).*/, '$1')
  return /^(dd|mm|yyyy)(\. ?|[-/])(dd|mm)\2(dd|yyyy)$/.test(text) ? text : 'yyyy-mm-dd'
}

/** How many decimals the numbers among the cells need, `times` so much, up to `most`. Floating-point dust below 10^-10 does not count. */
function decimalsOf(cells: readonly SheetCell[], most: number, times = 1): number {
  let decimals = 0
  let scale = 1
  for (const cell of cells) {
    if (typeof cell !== 'number') continue
    const number = cell * times
    while (decimals < most && Math.abs(number * scale - Math.round(number * scale)) > 1e-10 * scale) {
      decimals++
      scale *= 10
    }
  }
  return decimals
}

const withDecimals = (whole: string, decimals: number) => (decimals > 0 ? `${whole}.${'0'.repeat(decimals)}` : whole)

/** Names whose numbers are not amounts: no thousands separators in them. */
const countedName =
  /(^|[^\p{L}])(id|ids|no|nr|nº|year|jahr|année|año|anno|ano|zip|plz|postcode|sku|ean|gtin|isbn)($|[^\p{L}])|(number|nummer|numéro|número|numero|code|código)($|[^\p{L}])|番号/iu

/** Whether a locale parts digits as 12,34,567. */
function groupsByLakh(locale: string): boolean {
  const parts = new Intl.NumberFormat(languageTag(locale)).formatToParts(1_234_567)
  return parts.filter(({ type }) => type === 'group').length === 2 && parts[0]?.value.length === 2
}

/**
 * Numbers with their digits parted as the locale does, with `around` about each number. A pattern parts digits by
 * thousands only, so lakhs and crores are written out; below zero they stay thousands, since a format has two conditions.
 */
function grouped(decimals: number, locale: string, around = (number: string) => number): string {
  const thousands = around(withDecimals('#,##0', decimals))
  if (!groupsByLakh(locale)) return thousands
  const [crores, lakhs] = ['##\\,##\\,##\\,##0', '##\\,##\\,##0'].map((whole) => around(withDecimals(whole, decimals)))
  return `[>=10000000]${crores};[>=100000]${lakhs};${thousands}`
}

function numberFormatOf(cells: readonly SheetCell[], name: string, locale: string): string {
  const needed = decimalsOf(cells, 6)
  const decimals = needed > 0 ? Math.max(needed, 2) : 0
  const large = cells.some((cell) => typeof cell === 'number' && Math.abs(cell) >= 10_000)
  const parted = !countedName.test(name) && (large || needed > 0)
  return parted ? grouped(decimals, locale) : withDecimals('0', decimals)
}

/** A currency as a quoted literal on the side where the locale puts it, such as `#,##0.00 "€"`. */
function currencyFormat(cells: readonly SheetCell[], currency: string | undefined, locale: string): string {
  const digits = (usual: number) => Math.max(usual, decimalsOf(cells, 4))
  if (!currency) return grouped(digits(2), locale)
  try {
    const format = new Intl.NumberFormat(languageTag(locale), { style: 'currency', currency })
    const parts = format.formatToParts(1).map(({ type, value }) => ({ type, value: value.replace(directions, '') }))
    const at = parts.findIndex(({ type }) => type === 'currency')
    const symbol = parts[at]?.value ?? currency
    const first = at < parts.findIndex(({ type }) => type === 'integer')
    const beside = parts[first ? at + 1 : at - 1]
    const gap = /^\s/.test(beside?.type === 'literal' ? beside.value : '') ? ' ' : ''
    const around = (number: string) => (first ? `"${symbol}"${gap}${number}` : `${number}${gap}"${symbol}"`)
    return grouped(digits(format.resolvedOptions().maximumFractionDigits ?? 2), locale, around)
  } catch {
    const around = (number: string) => `"${currency.replace(/[^A-Za-z]/g, '')}" ${number}`
    return grouped(digits(2), locale, around)
  }
}

/** What the format depends on besides the cells: the column's type, name and currency, the spreadsheet's locale. */
export type FormatInput = { type: ColumnType; name: string; currency: string | undefined; locale: string }

/** The number format for a column with these cells. Text, e-mail and link columns are `@`: nothing is parsed there. */
export function numberFormat({ type, name, currency, locale }: FormatInput, cells: SheetCell[]): string {
  const seconds = () => cells.some((cell) => typeof cell === 'number' && Math.round(cell * 86_400) % 60 !== 0)
  switch (type) {
    case 'text':
    case 'email':
    case 'url':
      return '@'
    case 'boolean':
      return automatic
    case 'number':
      return numberFormatOf(cells, name, locale)
    case 'currency':
      return currencyFormat(cells, currency, locale)
    case 'percent':
      return withDecimals('0', decimalsOf(cells, 2, 100)).concat('%')
    case 'date':
      return dateFormat(locale)
    case 'time':
      return seconds() ? 'hh:mm:ss' : 'hh:mm'
    case 'datetime':
      return `${dateFormat(locale)} ${seconds() ? 'hh:mm:ss' : 'hh:mm'}`
  }
}
