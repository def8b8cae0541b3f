// Asks the platform what currencies are called in a language, for the names that no beginning of ours covers.
import { foldWord } from './parse-fold.ts'
import { parseLocale } from './parse-locale.ts'

const codes =
  'USD EUR GBP JPY CNY INR KRW RUB BRL TRY CHF SEK NOK DKK PLN CZK HUF RON BGN UAH AED SAR EGP KWD QAR MAD MXN ARS CLP COP AUD CAD NZD HKD SGD TWD THB VND IDR MYR PHP PKR BDT ILS ZAR NGN KES KZT'.split(
    ' ',
  )
// One of each plural form that languages tell apart.
const amounts = [0, 1, 2, 5, 1.5, 1_000_000]
const known = new Map<string, Map<string, string>>()

/** The code that a folded name means in the locale's language, or null. */
export function currencyInLanguage(name: string, locale: string | undefined): string | null {
  const { language, region } = parseLocale(locale)
  if (!/^[a-z]{2,3}$/.test(language) || name.length < 3) return null
  const tag = region ? `${language}-${region}` : language
  let names = known.get(tag)
  if (!names) {
    names = namesIn(tag)
    if (known.size < 50) known.set(tag, names)
  }
  return names.get(name) ?? null
}

function namesIn(tag: string): Map<string, string> {
  const names = new Map<string, string>()
  if (typeof Intl === 'undefined') return names
  for (const currency of codes) {
    const format = new Intl.NumberFormat(tag, { style: 'currency', currency, currencyDisplay: 'name' })
    for (const amount of amounts) {
      const name = format.formatToParts(amount).find((part) => part.type === 'currency')?.value
      if (name)
        names.set(
          foldWord(name)
            .split(/[\s-]+/)
            .join(' '),
          currency,
        )
    }
  }
  return names
}
