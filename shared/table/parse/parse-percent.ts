// Reads a share: a number with a percent or per mille sign, as a fraction.
import type { Decimal } from './parse-locale.ts'
import { type ParsedNumber, parseNumber } from './parse-number.ts'

const percentWords =
  /^(.*\d\)?)\s*(?:percent|per cent|pct\.?|prozent|pour ?cents?|por ?ciento|por ?cento|per ?cento|procent|procenta?|процент\p{L}*|yüzde|persen|パーセント|퍼센트|프로|بالمئة|بالمائة|في المئة|प्रतिशत|শতাংশ|فیصد|درصد|phần trăm|เปอร์เซ็นต์)$/iu

/** Parses ASCII text (see plainDigits) with one `%`, `‰` or word for it before or after the number. */
export function parsePercent(text: string, decimal?: Decimal, locale?: string): ParsedNumber | null {
  if (text.length > 48) return null
  let shift = 2
  let bare: string | null = null
  const last = text.at(-1)!
  if (last === '%') bare = text.slice(0, -1)
  else if (last === '‰') {
    bare = text.slice(0, -1)
    shift = 3
  } else if (text[0] === '%') bare = text.slice(1)
  else if (text.endsWith('%)') && text[0] === '(') bare = `${text.slice(0, -2)})`
  else if (/^[-+]?\s?%/.test(text)) bare = text.replace('%', '')
  else if (/^-?%|%-$/.test(text)) bare = text.replace('%', '')
  else bare = percentWords.exec(text)?.[1] ?? null
  const read = bare === null ? null : parseNumber(bare.trim(), decimal, locale)
  if (!read) return null
  // Shifting the decimal text keeps 14.1% at 0.141; dividing by 100 would not.
  const value = read.plain.includes('e') ? read.value / 10 ** shift : Number(`${read.plain}e-${shift}`)
  return { ...read, value: value === 0 ? 0 : value }
}
