// What a locale says about writing numbers, dates and money.

export type Decimal = '.' | ','

/** How cells are to be read where their own writing leaves it open. */
export type Conventions = {
  /** The decimal mark to assume for `1,234` and `1.234`. */
  decimal?: Decimal
  /** The same for money, where it is proven: three digits behind one mark are thousands until then. */
  moneyDecimal?: Decimal
  /** Whether 03/04/2026 is 3 April. */
  dayFirst?: boolean
  locale?: string
}

const commaLanguages = new Set(
  'af az be bg bs ca cs da de el es et eu fi fr gl hr hu hy id is it ka kk lt lv mk mn nb nl nn no pl pt ro ru sk sl sq sr sv tr uk uz vi'.split(
    ' ',
  ),
)
// Spanish as written in North and Central America, and the Swiss, use the point.
const pointRegions = new Set(['MX', 'GT', 'HN', 'NI', 'SV', 'PA', 'DO', 'PR', 'US', 'CH', 'LI', 'PE'])
// Languages that write the year first give no order for day and month with the year last.
const yearFirstLanguages = new Set(['ja', 'zh', 'ko', 'hu', 'lt', 'mn', 'fa'])

type LocaleParts = { language: string; region: string }

const partsOf = new Map<string, LocaleParts>()

/** Language in lower case and region in upper case, empty when the locale has none. */
export function parseLocale(locale: string | undefined): LocaleParts {
  const known = partsOf.get(locale ?? '')
  if (known) return known
  const parts = (locale ?? '').split(/[-_]/)
  const region = parts.slice(1).find((part) => /^[A-Za-z]{2}$/.test(part)) ?? ''
  const parsed = { language: (parts[0] ?? '').toLowerCase(), region: region.toUpperCase() }
  if (partsOf.size < 500) partsOf.set(locale ?? '', parsed)
  return parsed
}

/** How a lone cell is read under a locale. */
export function conventionsOf(locale: string | undefined): Conventions {
  return { locale, decimal: decimalOf(locale), dayFirst: dayFirstOf(locale) }
}

/** The decimal mark of a locale, or undefined without one. */
export function decimalOf(locale: string | undefined): Decimal | undefined {
  const { language, region } = parseLocale(locale)
  if (!language) return undefined
  return (commaLanguages.has(language) && !pointRegions.has(region)) || region === 'ZA' ? ',' : '.'
}

/** Whether a locale writes the day before the month; undefined when it does not decide (none given, bare `en`, year first). */
export function dayFirstOf(locale: string | undefined): boolean | undefined {
  const { language, region } = parseLocale(locale)
  if (!language || yearFirstLanguages.has(language)) return undefined
  if (region === 'US' || region === 'PH' || language === 'fil') return false
  if (language === 'en' && (region === '' || region === 'CA')) return undefined
  return true
}
