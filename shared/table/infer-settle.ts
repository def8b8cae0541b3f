// Decides a column's type and conventions from the evidence of its cells, its neighbours and the locale.
import type { ColumnEvidence } from './infer-evidence.ts'
import { currencyCode } from './parse-currency.ts'
import { type Decimal, dayFirstOf, decimalOf } from './parse-locale.ts'
import type { ColumnType } from './table.ts'

// One stray cell in ten may stay text without the column losing its type.
const enough = 0.9

// Names of columns whose digits are codes: nobody adds up phone numbers or postcodes.
const codeNames =
  /(?:^|[^\p{L}])(?:(?:phone|telephone|mobile|fax|tel|telefon|telefono|teléfono|telefone|téléphone|telefoon|handy|mobil|móvil|celular|portable|cellulare|cell)(?:s|number|nummer|nr)?|zip|zipcode|postcode|postal|plz|postleitzahl|cep|iban|bic|isbn|ean|gtin|upc|barcode|sku|ssn|version|versión|versione|versão|电话|電話|邮编|郵便番号|телефон|индекс)(?:$|[^\p{L}])/iu

// 3:45 under such a name is a length of time, not a time of day.
const durationNames =
  /(?:^|[^\p{L}])(?:duration|length|elapsed|runtime|pace|lap|dauer|laufzeit|länge|fahrzeit|durée|duración|durata|duração|duur)(?:$|[^\p{L}])/iu

/** A column's name and type, and how its open writings (1,234 and 03/04/2026) are to be read. */
export type InferredColumn = {
  name: string
  type: ColumnType
  /** ISO 4217, for currency. */
  currency?: string
  /** For dates with an exchangeable day and month: the order in use. */
  dayFirst?: boolean
  /** For numbers, the decimal mark in use. */
  decimal?: Decimal
  /** True when neither the cells nor the locale decide between day and month and the order is an assumption. */
  ambiguous?: boolean
}

type Settled = Omit<InferredColumn, 'name'>

/** `neighbours` are the columns of the same table: one of them may prove the decimal mark or the order for all. */
export function settleColumn(
  own: ColumnEvidence,
  neighbours: ColumnEvidence[],
  header: string,
  locale: string | undefined,
): Settled {
  const type = settleType(own, header)
  if (type === 'date' || type === 'datetime') return { type, ...settleOrder(own, neighbours, locale) }
  if (type !== 'number' && type !== 'percent' && type !== 'currency') return { type }
  const decimal = settleDecimal(own, neighbours, locale)
  if (type === 'percent') return { type, decimal }
  const currency = type === 'currency' ? [...own.currencies][0] : currencyInHeader(header, locale)
  return currency ? { type: 'currency', currency, decimal } : { type, decimal }
}

function settleType(own: ColumnEvidence, header: string): ColumnType {
  const { counts, filled } = own
  if (filled === 0 || own.identifiers) return 'text'
  const share = (...types: ColumnType[]) => types.reduce((sum, type) => sum + (counts[type] ?? 0), 0) / filled
  const spaced = header.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
  if (share('number') >= enough) return codeNames.test(spaced) ? 'text' : 'number'
  if (share('currency') >= 0.3 && share('currency', 'number') >= enough) {
    return own.currencies.size === 1 ? 'currency' : 'text'
  }
  if (counts.datetime && share('datetime', 'date') >= enough) return own.zones.size > 1 ? 'text' : 'datetime'
  for (const type of ['percent', 'date', 'time', 'boolean', 'email', 'url'] as const) {
    if (share(type) >= enough) return type === 'time' && durationNames.test(spaced) ? 'text' : type
  }
  const { yes, no } = own.letters
  return yes > 0 && no > 0 && yes + no === filled ? 'boolean' : 'text'
}

function settleDecimal(own: ColumnEvidence, neighbours: ColumnEvidence[], locale: string | undefined): Decimal {
  return provenDecimal([own]) ?? provenDecimal(neighbours) ?? decimalOf(locale) ?? '.'
}

function provenDecimal(columns: ColumnEvidence[]): Decimal | null {
  let point = 0
  let comma = 0
  for (const { decimals } of columns) {
    point += decimals['.']
    comma += decimals[',']
  }
  return point === comma ? null : point > comma ? '.' : ','
}

function settleOrder(
  own: ColumnEvidence,
  neighbours: ColumnEvidence[],
  locale: string | undefined,
): Pick<InferredColumn, 'dayFirst' | 'ambiguous'> {
  const separators = [...own.orders.keys()].filter((separator) => separator !== '.')
  if (separators.length === 0) return {}
  const open = separators.some((separator) => own.orders.get(separator)!.open > 0)
  const proven = provenOrder([own], separators) ?? provenOrder(neighbours, separators)
  if (proven !== null) return { dayFirst: proven }
  const fromLocale = dayFirstOf(locale)
  if (fromLocale !== undefined) return { dayFirst: fromLocale }
  // Points are a hint of a day-first writer, not a proof for the slashes beside them.
  const hinted = own.orders.has('.')
  return open ? { dayFirst: hinted, ambiguous: true } : { dayFirst: hinted }
}

// Cells that prove both orders prove neither.
function provenOrder(columns: ColumnEvidence[], separators: string[]): boolean | null {
  let dayFirst = 0
  let monthFirst = 0
  for (const { orders } of columns) {
    for (const separator of separators) {
      dayFirst += orders.get(separator)?.dayFirst ?? 0
      monthFirst += orders.get(separator)?.monthFirst ?? 0
    }
  }
  if (dayFirst > 0 && monthFirst === 0) return true
  return monthFirst > 0 && dayFirst === 0 ? false : null
}

// "Price (EUR)", "Betrag in €", "Amount [USD]": the unit of the plain numbers below.
function currencyInHeader(header: string, locale: string | undefined): string | null {
  const match = /[([]\s*([^\d\s()[\]]{1,4})\s*[)\]]\s*$|(?:^|\s)(?:in\s+)?([€£₹₽₩₺$¥]|[A-Z]{3})\s*$/u.exec(header)
  const sign = match?.[1] ?? match?.[2]
  return sign && header.trim() !== sign ? currencyCode(sign, locale) : null
}
