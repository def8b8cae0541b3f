// Reads an amount of money: a number with a currency sign, code or name before, after or inside it.

import { crowns, currencyCode, dollars, riyals, rupees } from './parse-currency-code.ts'
import { currencyInLanguage } from './parse-currency-language.ts'
import { doubtfulNouns, doubtfulSigns, isoCodes, nationStems, nounFillers, nounStems } from './parse-currency-names.ts'
import { foldWord } from './parse-fold.ts'
import { type Decimal, parseLocale } from './parse-locale.ts'
import { type ParsedNumber, parseNumber, readNumeral } from './parse-number.ts'
import { scaleOf } from './parse-scale.ts'

export { currencyCode }

export type ParsedCurrency = ParsedNumber & { currency: string }

const pounds: Record<string, string> = { EG: 'EGP', LB: 'LBP', SY: 'SYP', SD: 'SDG' }
const dinars: Record<string, string> = { BH: 'BHD', JO: 'JOD', IQ: 'IQD', TN: 'TND', DZ: 'DZD', LY: 'LYD', RS: 'RSD' }
// What a thousandth is worth writing: three digits behind the mark are no thousands there.
const threeDecimals = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'])

/** Like `currencyCode`, for names as well: `US dollars`, `рублей`, `Schweizer Franken`; `loose` also takes `pounds`. */
export function currencyNamed(name: string, locale?: string, loose = false): string | null {
  const exact = currencyCode(name, locale) ?? (/^[a-z]{3}$/i.test(name) ? isoOf(name, loose) : null)
  if (exact || name.length > 40 || /[^\p{L}\p{M}\s.'’"״-]/u.test(name)) return exact
  if (name.length < 2 && !loose) return null
  let kind: string | null = null
  let region: string | null = null
  const words = foldWord(name).split(/[\s-]+/)
  if (words[0] === '') return null
  if (words.length > 6) return null
  for (const word of words) {
    const bare = word.replace(/\.$/, '')
    const noun: string | null = kind ? null : nounOf(bare)
    if (noun) kind = noun
    else if (!nounFillers.has(bare)) {
      const nation = nationOf(bare)
      if (!nation) return currencyInLanguage(words.join(' '), locale)
      region ??= nation
    }
  }
  if (!kind || (words.length > 1 && !region)) {
    const told = currencyInLanguage(words.join(' '), locale)
    if (told) return told
  }
  if (!kind || (!loose && !region && doubtfulNouns.test(words.join(' ')))) return null
  return region ? regional(kind, region) : localKind(kind, locale)
}

// Lower-case codes are words as often: all, top, try.
function isoOf(name: string, loose: boolean): string | null {
  const code = name.toUpperCase()
  if (!isoCodes.has(code)) return null
  return loose || /^(?:usd|eur|gbp|jpy|chf|inr|cny|rub|brl|pln|sek|nok|dkk|czk|huf|aud|cad|krw)$/i.test(name)
    ? code
    : null
}

type Stems = Map<string, [stem: string, code: string][]>

const nouns = stemsOf(nounStems)
const nations = stemsOf(nationStems)

// By first letter, the longest first, so that 美元 is found before 元.
function stemsOf(lines: [string, string][]): Stems {
  const stems: Stems = new Map()
  for (const [code, names] of lines) {
    for (const name of names.split(' ')) {
      const stem = foldWord(name)
      const same = stems.get(stem[0]!)
      if (same) same.push([stem, code])
      else stems.set(stem[0]!, [[stem, code]])
    }
  }
  for (const same of stems.values()) same.sort((a, b) => b[0].length - a[0].length)
  return stems
}

function nounOf(word: string): string | null {
  for (const [stem, code] of nouns.get(word[0]!) ?? []) {
    const ending = stem.length < 3 && !dense.test(stem) ? 0 : 4
    if (word.startsWith(stem) && word.length <= stem.length + ending && !/^real(?:ly|i[stz])/.test(word)) return code
  }
  // 미국달러, アメリカドル: the country and the noun in one word.
  if (!dense.test(word)) return null
  for (const [stem, region] of nations.get(word[0]!) ?? []) {
    if (!word.startsWith(stem) || word.length === stem.length) continue
    const kind = nounOf(word.slice(stem.length))
    if (kind) return regional(kind, region)
  }
  return null
}

const dense = /^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+$/

function nationOf(word: string): string | null {
  for (const [stem, region] of nations.get(word[0]!) ?? []) {
    if (word.startsWith(stem) && (stem.length > 3 || word.length <= stem.length + 3 * (stem.length - 2))) return region
  }
  return null
}

/** Whether a folded word names money or a country of it. */
export function isOfMoney(word: string): boolean {
  return nounOf(word) !== null || nationOf(word) !== null
}

function regional(kind: string, region: string): string {
  if (kind === 'EUR') return kind
  for (const code of isoCodes) if (code.startsWith(region)) return code
  return kind
}

function localKind(kind: string, locale: string | undefined): string {
  const { language, region } = parseLocale(locale)
  switch (kind) {
    case 'USD':
      return dollars[region] ?? kind
    case 'GBP':
      return pounds[region] ?? (language === 'ar' ? 'EGP' : kind)
    case 'INR':
      return rupees[region] ?? (language === 'ur' ? 'PKR' : kind)
    case 'SEK':
      return crowns[language] ?? kind
    case 'SAR':
      return riyals[region] ?? (language === 'fa' ? 'IRR' : kind)
    case 'KWD':
      return dinars[region] ?? (/^(?:sr|bs|hr)$/.test(language) ? 'RSD' : kind)
    case 'MXN':
      return { AR: 'ARS', CL: 'CLP', CO: 'COP', PH: 'PHP', UY: 'UYU', CU: 'CUP', DO: 'DOP' }[region] ?? kind
    default:
      return kind
  }
}

// $5 AUD: the code beside a shared sign says which.
const shared = /^(?:\$|¥|£|kr\.?|Rs\.?)$/i

/** Parses ASCII text (see plainDigits) as an amount; null without exactly one known currency beside the number. */
export function parseCurrency(text: string, decimal?: Decimal, locale?: string, loose = false): ParsedCurrency | null {
  if (text.length > 60) return null
  let first = 0
  while (first < text.length && !isDigit(text.charCodeAt(first))) first++
  if (first === text.length || (first === 0 && text.length > 1 && isDigit(text.charCodeAt(text.length - 1)))) {
    return readInside(text, locale)
  }
  let last = text.length - 1
  while (!isDigit(text.charCodeAt(last))) last--
  const head = text.slice(0, first)
  // 12,– and 12.- and 12/- are how round amounts are priced.
  const tail = text.slice(last + 1).replace(/^(?:[.,]\s?(?:-|–|—)+|\.?\/(?:-|–|=))/, '')
  const bracketed = head.includes('(') && tail.includes(')')
  if (!bracketed && (head.includes('(') || tail.includes(')'))) return null
  // The hyphen of US-Dollar is no minus.
  const negative = bracketed || /-(?!\p{L})|^-/u.test(head) || /^\s?-|-$/.test(tail)
  let before = bare(head)
  const after = bare(tail)
  let mark = ''
  if (/[.,]$/.test(before) && !currencyCode(before, locale)) {
    mark = before.slice(-1)
    before = before.slice(0, -1).trimEnd()
  }
  if (!before && !after) return null
  const scaled = splitScale(after, locale, before !== '')
  const left = before ? currencyNamed(before, locale, loose) : null
  const right = scaled.rest ? currencyNamed(scaled.rest, locale, loose) : null
  const currency = right && shared.test(before) ? right : (left ?? right)
  if (!currency || (before && !left) || (scaled.rest && right !== currency)) return null
  const written = before || scaled.rest
  const local = currency.startsWith(parseLocale(locale).region || '?')
  if (!loose && !local && doubtfulSigns.has(written) && !/\d[.,]\d{2,3}(?!\d)/.test(text)) return null
  // Prices seldom have three decimals: 1.299 € is more than a thousand.
  const digits = text.slice(first, last + 1)
  const number = parseNumber(`${negative ? '-' : ''}${mark}${digits}`, decimal ?? grouping(digits, currency), locale)
  return number && { ...scale(number, scaled.power), currency }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function bare(text: string): string {
  return text
    .replace(/[()+-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The decimal mark to assume for three digits behind the only mark of an amount. */
export function grouping(digits: string, currency: string | null): Decimal | undefined {
  if (currency && threeDecimals.has(currency)) return digits.includes('.') ? '.' : ','
  return digits.includes('.') ? ',' : '.'
}

/** Splits `Mio. €` into its scale and the rest; power 0 when it starts with no scale. */
export function splitScale(after: string, locale: string | undefined, money: boolean): { power: number; rest: string } {
  if (after === '') return { power: 0, rest: '' }
  if (currencyCode(after, locale) !== null) return { power: 0, rest: after }
  for (let cut = after.length; cut > 0; cut--) {
    if (cut < after.length && !/[\s.€$£¥₹₩₽₺元円원]/u.test(after[cut]!) && after[cut - 1] !== '.' && !isCjk(after, cut))
      continue
    const part = after.slice(0, cut)
    const rest = after
      .slice(cut)
      .replace(/^(?: de | d'| )/, '')
      .trim()
    if (currencyNamed(part, locale) !== null && rest === '') continue
    const power = scaleOf(part, locale, money || rest !== '')
    if (power !== null) return { power, rest }
  }
  return { power: 0, rest: after }
}

function isCjk(text: string, at: number): boolean {
  return /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/.test(text[at - 1]!)
}

/** Multiplies by a power of ten without leaving decimal notation. */
export function scale(number: ParsedNumber, power: number): ParsedNumber {
  if (power === 0) return number
  const plain = `${number.plain}e${power}`
  return { ...number, plain, value: Number(plain) }
}

// 12€50 and 1.234€50: the sign stands where the decimal mark would.
function readInside(text: string, locale: string | undefined): ParsedCurrency | null {
  const match = /^(-?)(\d[\d.,' ]*?)\s?(\p{Sc}|[A-Z]{3}|zł|Kč)\s?(\d{2})$/u.exec(text)
  const currency = match && currencyCode(match[3]!, locale)
  const whole = currency ? readNumeral(match[2]!, undefined) : null
  if (!match || !currency || !whole || whole.plain.includes('.')) return null
  const plain = `${match[1]}${whole.plain}.${match[4]}`
  return { value: Number(plain), plain, proves: null, open: null, currency }
}
