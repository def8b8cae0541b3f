// The ISO 4217 code that a currency's sign or code stands for.
import { isoCodes, signs } from './parse-currency-names.ts'
import { parseLocale } from './parse-locale.ts'

// Signs and names that several countries share, by region or language.
export const dollars: Record<string, string> = {
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  SG: 'SGD',
  HK: 'HKD',
  MX: 'MXN',
  AR: 'ARS',
  CL: 'CLP',
  CO: 'COP',
  UY: 'UYU',
  TW: 'TWD',
}
export const crowns: Record<string, string> = {
  nb: 'NOK',
  nn: 'NOK',
  no: 'NOK',
  da: 'DKK',
  is: 'ISK',
  cs: 'CZK',
  sk: 'CZK',
}
export const rupees: Record<string, string> = { PK: 'PKR', LK: 'LKR', NP: 'NPR', MU: 'MUR' }
export const riyals: Record<string, string> = { QA: 'QAR', OM: 'OMR', YE: 'YER', IR: 'IRR' }

/** The ISO 4217 code of a sign or code standing alone; signs shared by several currencies follow the locale. */
export function currencyCode(sign: string, locale?: string): string | null {
  if (isoCodes.has(sign)) return sign
  if (Object.hasOwn(signs, sign)) return signs[sign] ?? null
  const { language, region } = parseLocale(locale)
  if (sign === '$' || sign === '＄') return dollars[region] ?? 'USD'
  if (sign === '¥' || sign === '￥') return language === 'zh' && region !== 'TW' ? 'CNY' : 'JPY'
  if (/^kr\.?$/i.test(sign)) return crowns[language] ?? 'SEK'
  if (/^(?:Rs|रु|रू)\.?$/i.test(sign)) return language === 'ur' ? 'PKR' : (rupees[region] ?? 'INR')
  if (sign === '﷼') return language === 'ar' ? 'SAR' : (riyals[region] ?? (language === 'fa' ? 'IRR' : 'SAR'))
  if (sign === 'R' && region === 'ZA') return 'ZAR'
  if (sign === 'L' && language === 'ro') return 'RON'
  return null
}
