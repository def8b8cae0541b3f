// Finds numbers, shares and amounts of money in a running text.
import { findNumerals, type Numeral } from './find-numerals.ts'
import type { FoundValue } from './find-values.ts'
import { currencyCode, currencyNamed, grouping } from './parse-currency.ts'
import { foldWord } from './parse-fold.ts'
import { decimalOf } from './parse-locale.ts'
import { readNumeral } from './parse-number.ts'
import { scaleOf } from './parse-scale.ts'

const roundTail = /^(?:[.,]\s?(?:--?|–|—|_)|\.?\/(?:-|–|=))/
const vulgar: Record<string, number> = {
  '½': 0.5,
  '¼': 0.25,
  '¾': 0.75,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '⅛': 0.125,
  '⅜': 0.375,
  '⅝': 0.625,
  '⅞': 0.875,
  '⅕': 0.2,
}
const percentAfter =
  /^\s?(?:%|‰|percent(?!\p{L})|per cent(?!\p{L})|pct\.?(?!\p{L})|prozent|pour ?cents?|por ?ciento|por ?cento|per ?cento|procent|процент\p{L}*|yüzde|persen|パーセント|퍼센트|프로|بالمئة|بالمائة|في المئة|प्रतिशत|শতাংশ|فیصد|درصد|phần trăm|เปอร์เซ็นต์)/iu
// Words before an amount: those of a price that was or is no price, and those of the price now. A script without spaces
// is looked through for the beginnings.
const oldWords = wordSet(
  'was were statt instead old regular regulär list rrp uvp mrp msrp before avant antes prima zamiast вместо старая eski كان بدلا oorspronkelijk tidigare ord før save saved spare sparen ahorra économisez shipping versand off discount',
)
const priceWords = wordSet(
  'price preis prix precio preço prezzo prijs pris cena цена ціна стоимость fiyat السعر سعر الثمن मूल्य कीमत দাম قیمت harga giá ราคา cost costs kosten kostet coste costo cuesta custa total amount betrag now jetzt nur only ahora adesso maintenant сейчас teraz nu agora الآن for für partir from ab desde da od от',
)
const oldDense = /(?:原价|原價|定価|通常|정가)[^\d]{0,6}$/
const priceDense = /(?:价格|價格|售价|价|価格|値段|가격|판매가|现价|特价|セール|할인가)[^\d]{0,6}$/

function wordSet(words: string): Set<string> {
  return new Set(words.split(' ').map(foldWord))
}

/** How likely the words before an amount make it the one that is meant. */
export function leadRank(lead: string): number {
  if (/[\u3040-\ud7a3]/.test(lead)) return oldDense.test(lead) ? -0.5 : priceDense.test(lead) ? 0.5 : 0
  const near = (lead.match(/[\p{L}\p{M}]+|\d+/gu) ?? []).slice(-2).map(foldWord)
  for (const word of near.reverse()) {
    if (/^\d/.test(word)) return 0
    if (oldWords.has(word)) return -0.5
    if (priceWords.has(word)) return 0.5
  }
  return 0
}

/** Every number that is no part of a date, a time, a version or a word. */
export function findNumbers(plain: string, locale: string | undefined): FoundValue[] {
  const decimal = decimalOf(locale)
  const found: FoundValue[] = []
  const numerals = findNumerals(plain)
  for (let at = 0; at < numerals.length; at++) {
    const numeral = numerals[at]!
    const fraction = fractionAt(plain, numerals, at)
    if (fraction) {
      found.push(fraction.value)
      at += fraction.used - 1
      continue
    }
    if (numeral.joined || numeral.glued) continue
    const rest = plain.slice(numeral.end, numeral.end + 40)
    if (/^(?:st|nd|rd|th|\.?º|ª)(?!\p{L})/u.test(rest)) continue
    const body = readNumeral(numeral.digits, decimal)
    if (!body) continue
    const exponent = /^(?:e|\s?[x×*]\s?10\^?)([+-]?\d{1,3})(?!\d)/i.exec(rest)
    const scaled = exponent ? null : scaleAfter(rest, locale, false)
    const power = exponent ? Number(exponent[1]) : (scaled?.power ?? 0)
    const end = numeral.end + (exponent?.[0].length ?? scaled?.length ?? 0)
    const bracketed =
      /\($/.test(plain.slice(0, numeral.start)) && plain[end] === ')' && plain.trim().length === end - numeral.start + 2
    const value = Number(`${numeral.negative || bracketed ? '-' : ''}${body.plain}e${power}`)
    if (!Number.isFinite(value)) continue
    const half = vulgar[plain[end] ?? '']
    found.push({
      start: numeral.start - (numeral.negative ? 1 : 0),
      end: half ? end + 1 : end,
      value: half ? value + half : value === 0 ? 0 : value,
      rank: percentAfter.test(rest) ? -1 : 0,
      ...(body.open ? { ambiguous: true } : {}),
    })
    if (exponent && numerals[at + 1] && numerals[at + 1]!.start < end) at++
  }
  if (found.length > 0) return found
  const lone = /[½¼¾⅓⅔⅛⅜⅝⅞⅕]/.exec(plain)
  return lone ? [{ start: lone.index, end: lone.index + 1, value: vulgar[lone[0]]!, rank: 0 }] : []
}

// 1/2 and 1 1/2, no part of a date.
function fractionAt(plain: string, numerals: Numeral[], at: number): { value: FoundValue; used: number } | null {
  const match = /^(?:(\d{1,4})(?: |-| and )(?=\d{1,2}\/))?(\d{1,3})\/(\d{1,3})(?![\d/.-])/.exec(
    plain.slice(numerals[at]!.start, numerals[at]!.start + 20),
  )
  if (!match || numerals[at]!.glued || /[/\d]/.test(plain[numerals[at]!.start - 1] ?? '')) return null
  const [all, whole, over, under] = match
  if (Number(under) < 2 || Number(over) === 0) return null
  const sign = numerals[at]!.negative ? -1 : 1
  const start = numerals[at]!.start - (sign < 0 ? 1 : 0)
  const value = sign * (Number(whole ?? 0) + Number(over) / Number(under))
  return { value: { start, end: numerals[at]!.start + all.length, value, rank: 0 }, used: whole ? 3 : 2 }
}

/** Every share, as a fraction. */
export function findShares(plain: string, locale: string | undefined): FoundValue[] {
  const decimal = decimalOf(locale)
  const found: FoundValue[] = []
  for (const numeral of findNumerals(plain)) {
    if (numeral.joined && numeral.joined !== '-') continue
    const after = percentAfter.exec(plain.slice(numeral.end, numeral.end + 20))
    const before = /%\s?-?$/.exec(plain.slice(Math.max(0, numeral.start - 3), numeral.start))
    const body = after || before ? readNumeral(numeral.digits, decimal) : null
    if (!body) continue
    const shift = after?.[0].trim() === '‰' ? 3 : 2
    const start = numeral.start - (after ? (numeral.negative ? 1 : 0) : before![0].length)
    const end = numeral.end + (after?.[0].length ?? 0)
    found.push({
      start,
      end,
      value: Number(`${numeral.negative ? '-' : ''}${body.plain}e-${shift}`),
      rank: after ? 0 : -1,
    })
  }
  return found
}

/** Every amount: numbers with a currency first of all, and bare numbers that could be prices. */
export function findAmounts(plain: string, locale: string | undefined): FoundValue[] {
  const found: FoundValue[] = []
  const numerals = findNumerals(plain)
  let from = 0
  for (let at = 0; at < numerals.length; at++) {
    const numeral = numerals[at]!
    if (numeral.start < from || /[.:/]/.test(numeral.joined)) continue
    const before = signBefore(plain, Math.max(from, numeral.start - 24), numeral.start, locale)
    const rest = plain.slice(numeral.end, numeral.end + 60)
    const cents = before ? null : centsAfter(rest, locale)
    if (cents && readNumeral(numeral.digits, undefined)?.plain.includes('.') === false) {
      const end = numeral.end + cents.length
      const value = Number(
        `${numeral.negative ? '-' : ''}${readNumeral(numeral.digits, undefined)!.plain}.${cents.digits}`,
      )
      found.push({ start: numeral.start, end, value, currency: cents.currency, rank: 2 })
      from = end
      continue
    }
    const round = roundTail.exec(rest)?.[0].length ?? 0
    const scaled = scaleOfAmount(rest.slice(round), locale, before !== null)
    const done = round + (scaled?.length ?? 0)
    const after = signAfter(rest.slice(done), locale)
    const currency = after && (before === null || before.shared) ? after.code : (before?.code ?? null)
    if (currency === null && (numeral.glued || numeral.joined || percentAfter.test(rest))) continue
    const body = readNumeral(numeral.digits, grouping(numeral.digits, currency))
    if (!body) continue
    const takesAfter = after !== null && after.code === currency
    const end = numeral.end + done + (takesAfter ? after.length : 0)
    const start = before ? before.start : numeral.start - (numeral.negative ? 1 : 0)
    const negative = numeral.negative || (before !== null && isMinus(plain, before.start))
    const value = Number(`${negative ? '-' : ''}${body.plain}e${scaled?.power ?? 0}`)
    const lead = plain.slice(Math.max(from, start - 30), start)
    const rank = (currency ? 2 : 0) + leadRank(lead)
    found.push({ start, end, value, rank, ...(currency ? { currency } : {}) })
    from = end
  }
  return found
}

// A lone M before a currency is a million; alone it may be a metre or a size.
function scaleOfAmount(rest: string, locale: string | undefined, money: boolean) {
  const loose = scaleAfter(rest, locale, true)
  return loose && (money || signAfter(rest.slice(loose.length), locale)) ? loose : scaleAfter(rest, locale, money)
}

const dense = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/

// A name ends at a space or a point, where the script changes, and anywhere in a script without spaces.
function isNameEnd(name: string, next: string): boolean {
  return next === '' || /[ .-]/.test(next) || dense.test(name.at(-1)!) || dense.test(next)
}

function isMinus(plain: string, at: number): boolean {
  return plain[at - 1] === '-' && !/[\p{L}\d]/u.test(plain[at - 2] ?? '')
}

type Sign = { code: string; start: number; shared: boolean }

function signBefore(plain: string, from: number, start: number, locale: string | undefined): Sign | null {
  const bracketed = /\(([A-Z]{3}|\p{Sc})\)\s?$/u.exec(plain.slice(from, start))
  const inside = bracketed && currencyCode(bracketed[1]!, locale)
  if (inside) return { code: inside, start: from + bracketed.index, shared: false }
  const lead = plain.slice(from, start).replace(/[\s\u2060:(+=-]+$/, '')
  if (lead === '' || start - from - lead.length > 5) return null
  const symbol = /(?:([A-Za-z]{1,3}\.?)\s?)?(\p{Sc})([A-Z]{2})?$/u.exec(lead)
  if (symbol) {
    for (const form of [`${symbol[1] ?? ''}${symbol[2]}${symbol[3] ?? ''}`, symbol[2]!]) {
      const code = currencyCode(form, locale)
      if (code)
        return {
          code,
          start: from + lead.length - (form === symbol[2] ? form.length : symbol[0].length),
          shared: /^[$¥£]$/.test(form),
        }
    }
    return null
  }
  const run = /(?:S\/\.?|[\p{L}\p{M}][\p{L}\p{M}.״"]*)$/u.exec(lead)?.[0]
  // 今日はJPY: the code begins where the script changes.
  const word = run && !dense.test(run.at(-1)!) ? run.slice(1 + lastDense(run)) : run
  if (!word || word.length > 14) return null
  const code = currencyNamed(word, locale) ?? currencyNamed(word.replace(/\.$/, ''), locale) ?? loneLetter(word, locale)
  return code ? { code, start: from + lead.length - word.length, shared: /^(?:kr|rs)\.?$/i.test(word) } : null
}

function lastDense(run: string): number {
  let at = run.length - 1
  while (at >= 0 && !dense.test(run[at]!)) at--
  return at
}

// R15 999,00 is written for rands where no other sign stands.
function loneLetter(word: string, locale: string | undefined): string | null {
  return word === 'R' ? (currencyCode(word, locale) ?? 'ZAR') : null
}

// Most numbers are followed by a mark or another number.
function isFollowed(rest: string): boolean {
  let at = 0
  while (at < 3 && (rest[at] === ' ' || rest[at] === '-' || rest[at] === '\u2060')) at++
  const code = rest.charCodeAt(at)
  return code > 127 || code === 36 || ((code | 32) >= 97 && (code | 32) <= 122)
}

type Tail = { code: string; length: number }

function signAfter(rest: string, locale: string | undefined): Tail | null {
  const bracketed =
    rest.charCodeAt(0) === 40 || rest.charCodeAt(1) === 40 ? /^\s?\(([A-Z]{3}|\p{Sc})\)/u.exec(rest) : null
  const inside = bracketed && currencyCode(bracketed[1]!, locale)
  if (inside) return { code: inside, length: bracketed[0].length }
  if (!isFollowed(rest)) return null
  const symbol = /^[\s\u2060]{0,2}-?((?:[A-Z]{1,3})?\p{Sc}(?:\s?[A-Z]{2}(?![\p{L}\d]))?)/u.exec(rest)
  if (symbol) {
    // In "10 $20" the sign belongs to what follows.
    const next = rest[symbol[0].length] ?? ''
    const code =
      currencyCode(symbol[1]!.replace(/\s/, ''), locale) ?? currencyCode(symbol[1]!.slice(0, -2).trim(), locale)
    if (code && !(next >= '0' && next <= '9')) return { code, length: symbol[0].length }
    return null
  }
  const words = /^[\s\u2060]{0,2}-?(?:(?:de|of|di|af|van) |d')?((?:[\p{L}\p{M}.״"]+(?:[ -](?=\p{L}))?){1,6})/u.exec(
    rest,
  )
  if (!words) return null
  const lead = words[0].length - words[1]!.length
  for (let end = words[1]!.length; end > 0; end--) {
    const name = words[1]!.slice(0, end)
    const next = words[1]![end] ?? ''
    if (!isNameEnd(name, next)) continue
    if (name.endsWith(' ') || name.length > 40) continue
    const code = currencyNamed(name, locale, true)
    if (code) return { code, length: lead + end }
  }
  return null
}

// 12€50: the sign stands where the decimal mark would.
function centsAfter(
  rest: string,
  locale: string | undefined,
): { currency: string; digits: string; length: number } | null {
  const match = /^(\p{Sc}|zł|Kč)(\d{2})(?![\d.,]\d|\d)/u.exec(rest)
  const currency = match && currencyCode(match[1]!, locale)
  return currency ? { currency, digits: match[2]!, length: match[0].length } : null
}

/** The scale right behind a number: `2 million`, `1,2 Mio.`, `3.5k`, `5万`; `money` says that a currency stands before it. */
function scaleAfter(
  rest: string,
  locale: string | undefined,
  money: boolean,
): { power: number; length: number } | null {
  if (!isFollowed(rest)) return null
  const words = /^[\s\u2060]{0,2}-?((?:[\p{L}\p{M}॰]+\.?(?: (?=\p{L}))?){1,3})/u.exec(rest)
  if (!words) return null
  const lead = words[0].length - words[1]!.length
  for (let end = words[1]!.length; end > 0; end--) {
    const name = words[1]!.slice(0, end)
    const next = words[1]![end] ?? ''
    const together = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/.test(name.at(-1)!)
    if ((next !== '' && next !== ' ' && !together) || name.endsWith(' ') || name.length > 30) continue
    if (name.length === 1 && lead > 0 && !money) continue
    const follows = money || /^\s?\p{Sc}/u.test(rest.slice(lead + end))
    const power = scaleOf(name, locale, follows)
    if (power !== null) return { power, length: lead + end }
  }
  return null
}
