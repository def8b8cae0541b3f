// Reads an amount of money: a number with a currency sign or code before or after it.
import { type Decimal, parseLocale } from './parse-locale.ts'
import { type ParsedNumber, parseNumber } from './parse-number.ts'

export type ParsedCurrency = ParsedNumber & { currency: string }

const isoCodes = new Set(
  (
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC ' +
    'CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD ' +
    'JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD ' +
    'NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL ' +
    'THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW'
  ).split(' '),
)

const signs: Record<string, string> = {
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  Rs: 'INR',
  'Rs.': 'INR',
  R$: 'BRL',
  US$: 'USD',
  C$: 'CAD',
  CA$: 'CAD',
  'JP¥': 'JPY',
  'CN¥': 'CNY',
  A$: 'AUD',
  AU$: 'AUD',
  NZ$: 'NZD',
  HK$: 'HKD',
  S$: 'SGD',
  NT$: 'TWD',
  MX$: 'MXN',
  '₽': 'RUB',
  руб: 'RUB',
  'руб.': 'RUB',
  '₩': 'KRW',
  원: 'KRW',
  '₺': 'TRY',
  TL: 'TRY',
  '₫': 'VND',
  đ: 'VND',
  '₴': 'UAH',
  грн: 'UAH',
  '₦': 'NGN',
  '฿': 'THB',
  '₪': 'ILS',
  '₱': 'PHP',
  '₸': 'KZT',
  '₵': 'GHS',
  zł: 'PLN',
  zl: 'PLN',
  Kč: 'CZK',
  Ft: 'HUF',
  lei: 'RON',
  лв: 'BGN',
  'лв.': 'BGN',
  円: 'JPY',
  元: 'CNY',
  Rp: 'IDR',
  RM: 'MYR',
  'S/': 'PEN',
  Fr: 'CHF',
  'Fr.': 'CHF',
  SFr: 'CHF',
  'SFr.': 'CHF',
}

const dollars: Record<string, string> = {
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  SG: 'SGD',
  HK: 'HKD',
  MX: 'MXN',
  AR: 'ARS',
  CL: 'CLP',
  CO: 'COP',
  TW: 'TWD',
}
const crowns: Record<string, string> = { nb: 'NOK', nn: 'NOK', no: 'NOK', da: 'DKK', is: 'ISK' }

/** The ISO 4217 code of a sign or code standing alone; signs shared by several currencies follow the locale. */
export function currencyCode(sign: string, locale?: string): string | null {
  if (isoCodes.has(sign)) return sign
  if (Object.hasOwn(signs, sign)) return signs[sign] ?? null
  const { language, region } = parseLocale(locale)
  if (sign === '$' || sign === '＄') return dollars[region] ?? 'USD'
  if (sign === '¥' || sign === '￥') return language === 'zh' ? 'CNY' : 'JPY'
  if (/^kr\.?$/i.test(sign)) return crowns[language] ?? 'SEK'
  return null
}

/** Parses ASCII text (see plainDigits) as an amount; null without exactly one known currency beside the number. */
export function parseCurrency(text: string, decimal?: Decimal, locale?: string): ParsedCurrency | null {
  if (text.length > 50) return null
  const first = text.search(/\d/)
  if (first < 0) return null
  let last = text.length - 1
  while (!/\d/.test(text[last]!)) last--
  const head = text.slice(0, first)
  // 12,– and 12.- are how round amounts are priced.
  const tail = text.slice(last + 1).replace(/^[.,](?:-|–|—)+/, '')
  const bracketed = head.includes('(') && tail.includes(')')
  const negative = bracketed || head.includes('-') || tail.includes('-')
  let before = head.replace(/[\s()+-]/g, '')
  const after = tail.replace(/[\s()+-]/g, '')
  let mark = ''
  if (/[.,]$/.test(before) && !currencyCode(before, locale)) {
    mark = before.slice(-1)
    before = before.slice(0, -1)
  }
  if (!before && !after) return null
  const currency = currencyCode(before || after, locale)
  if (!currency || (before && after && currencyCode(after, locale) !== currency)) return null
  const number = parseNumber((negative ? '-' : '') + mark + text.slice(first, last + 1), decimal)
  return number && { ...number, currency }
}
