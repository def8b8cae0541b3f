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

/** The locale's own order of day, month and year in digits; ISO where the locale's is not that simple. */
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
  const text = pattern.join('')
  return /^(dd|mm|yyyy)([-./])(dd|mm)\2(dd|yyyy)$/.test(text) ? text : 'yyyy-mm-dd'
}

const numbersOf = (cells: SheetCell[]) => cells.filter((cell) => typeof cell === 'number')

/** How many decimals the values need, up to `most`. Floating-point dust below 10^-10 does not count. */
function decimalsOf(numbers: number[], most: number): number {
  let decimals = 0
  let scale = 1
  for (const number of numbers) {
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

function numberFormatOf(numbers: number[], name: string): string {
  const decimals = decimalsOf(numbers, 6)
  const large = numbers.some((number) => Math.abs(number) >= 10_000)
  const grouped = !countedName.test(name) && (large || decimals > 0)
  return withDecimals(grouped ? '#,##0' : '0', decimals > 0 ? Math.max(decimals, 2) : 0)
}

/** A currency as a quoted literal on the side where the locale puts it, such as `#,##0.00 "€"`. */
function currencyFormat(numbers: number[], currency: string | undefined, locale: string): string {
  const digits = (usual: number) => Math.max(usual, decimalsOf(numbers, 4))
  if (!currency) return withDecimals('#,##0', digits(2))
  try {
    const format = new Intl.NumberFormat(languageTag(locale), { style: 'currency', currency })
    const number = withDecimals('#,##0', digits(format.resolvedOptions().maximumFractionDigits ?? 2))
    const parts = format.formatToParts(1)
    const at = parts.findIndex(({ type }) => type === 'currency')
    const symbol = parts[at]?.value ?? currency
    const first = at < parts.findIndex(({ type }) => type === 'integer')
    const beside = parts[first ? at + 1 : at - 1]
    const gap = /^\s/.test(beside?.type === 'literal' ? beside.value : '') ? ' ' : ''
    return first ? `"${symbol}"${gap}${number}` : `${number}${gap}"${symbol}"`
  } catch {
    return `"${currency.replace(/[^A-Za-z]/g, '')}" ${withDecimals('#,##0', digits(2))}`
  }
}

/** What the format depends on besides the cells: the column's type, name and currency, the spreadsheet's locale. */
export type FormatInput = { type: ColumnType; name: string; currency: string | undefined; locale: string }

/** The number format for a column with these cells. Text, e-mail and link columns are `@`: nothing is parsed there. */
export function numberFormat({ type, name, currency, locale }: FormatInput, cells: SheetCell[]): string {
  const numbers = numbersOf(cells)
  const seconds = () => numbers.some((number) => Math.round(number * 86_400) % 60 !== 0)
  switch (type) {
    case 'text':
    case 'email':
    case 'url':
      return '@'
    case 'boolean':
      return automatic
    case 'number':
      return numberFormatOf(numbers, name)
    case 'currency':
      return currencyFormat(numbers, currency, locale)
    case 'percent':
      return withDecimals(
        '0',
        decimalsOf(
          numbers.map((number) => number * 100),
          2,
        ),
      ).concat('%')
    case 'date':
      return dateFormat(locale)
    case 'time':
      return seconds() ? 'hh:mm:ss' : 'hh:mm'
    case 'datetime':
      return `${dateFormat(locale)} ${seconds() ? 'hh:mm:ss' : 'hh:mm'}`
  }
}
