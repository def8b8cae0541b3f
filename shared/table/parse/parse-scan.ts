// Tells the common shapes of cells apart by their character codes alone, without allocating anything.
import { booleanWords } from './parse-boolean.ts'
import { isOfMoney } from './parse-currency.ts'
import { isoCodes, nationStems, nounFillers, nounStems, signs } from './parse-currency-names.ts'
import { dateFillers } from './parse-date-named.ts'
import { isDay } from './parse-date-numeric.ts'
import { foldCode, foldWord, hashSeed, hashStep, hashWord } from './parse-fold.ts'
import { missingMarks } from './parse-missing.ts'
import { calendarWords } from './parse-month.ts'
import { scaleWords } from './parse-scale.ts'
import { timeWords } from './parse-time.ts'

/** What a cell is, as far as a quick look tells; `other` needs the slow reading. */
export const Shape = {
  empty: 0,
  /** Certainly no value of any other type. */
  text: 1,
  /** Zero-led digits and 16 digits or more. */
  identifier: 2,
  integer: 3,
  /** 1.5 and 1,5: the mark is proven. */
  point: 4,
  comma: 5,
  /** 1.234 and 1,234. */
  openPoint: 6,
  openComma: 7,
  /** 2026-03-05, alone and with a time, without and with a Z. */
  day: 8,
  moment: 9,
  momentZ: 10,
  /** 3/4/2026, alone and with a time; its parts lie in `parts`. */
  parts: 11,
  partsMoment: 12,
  time: 13,
  /** 1,234,567 and 1,234.5: the point is proven. */
  grouped: 14,
  /** $5, $1.50, $1,234 and $1,234.50; `inner` of `parts` is the shape of the number. */
  dollars: 15,
  /** true and false. */
  boolean: 16,
  email: 17,
  url: 18,
  /** 1.234.567 and 1.234,5: the comma is proven. */
  groupedComma: 19,
  /** 5 €, 1,50 € and 1.234,50€; `inner` of `parts` is the shape of the number. */
  euros: 20,
  other: 21,
} as const

/** The parts of the last cell of shape `parts` or `dollars`, overwritten by the next one. */
export const parts = { first: 0, second: 0, year: 0, separator: '/', dayFirst: false, monthFirst: false, inner: 0 }

const slash = 47
const dollar = 36
const euro = 0x20ac
const dash = 45
const point = 46
const comma = 44
const colon = 58
const space = 32

const vocabulary = new Set<number>()
for (const word of [
  ...calendarWords,
  ...timeWords,
  ...dateFillers,
  ...booleanWords,
  ...missingMarks,
  ...scaleWords,
  ...isoCodes,
  ...Object.keys(signs),
  ...nounFillers,
  ...'t z w q e x kw cw wk week semaine semana settimana woche quartal quarter trimestre trim kwartal kwartaal квартал ceyrek кв'.split(
    ' ',
  ),
  ...'am pm a m p h uhr uur hrs ч at um la las alle ore om kl klo о об в saat pukul pkl luc on le utc gmt kr rs r l g'.split(
    ' ',
  ),
  ...'percent per cent pct prozent pour cents por ciento cento procent procenta yuzde persen uhrmez phan tram'.split(
    ' ',
  ),
]) {
  for (const run of word.split(/[^\p{L}]+/u)) if (run !== '') vocabulary.add(hashWord(run))
}
// Names of currencies and countries are known by their beginnings.
const beginnings = new Set<number>()
for (const [, stems] of [...nounStems, ...nationStems]) {
  for (const stem of stems.split(' ')) {
    vocabulary.add(hashWord(stem))
    if (stem.length > 2) beginnings.add(hashWord(foldWord(stem).slice(0, 3)))
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** The shape of a cell. Shapes other than `other` give exactly what the slow reading gives. */
export function scanShape(text: string): number {
  let end = text.length
  let at = 0
  while (at < end && text.charCodeAt(at) === space) at++
  while (end > at && text.charCodeAt(end - 1) === space) end--
  if (at === end) return Shape.empty
  const code = text.charCodeAt(at)
  if (isDigit(code)) return text.charCodeAt(end - 1) === euro ? scanEuros(text, at, end) : scanDigits(text, at, at, end)
  if (code === dash && end - at > 1 && isDigit(text.charCodeAt(at + 1))) return scanDigits(text, at, at + 1, end)
  if ((code === point || code === comma) && end - at > 1 && isDigit(text.charCodeAt(at + 1))) {
    return scanFraction(text, at, at, at, end, code)
  }
  if (code === dollar && end - at > 1 && isDigit(text.charCodeAt(at + 1))) return scanDollars(text, at + 1, end)
  if ((code === 116 || code === 102) && isTruth(text, at, end)) return Shape.boolean
  if (code === 104 && isWebAddress(text, at, end)) return Shape.url
  return scanWords(text, at, end)
}

// http:// or https://, a host, and no space or letter beyond ASCII.
function isWebAddress(text: string, from: number, end: number): boolean {
  if (end - from > 4000 || !text.startsWith('http', from)) return false
  let at = from + (text.charCodeAt(from + 4) === 115 ? 5 : 4)
  if (!text.startsWith('://', at)) return false
  at += 3
  const host = text.charCodeAt(at)
  if (at >= end || host === slash || host === 63 || host === 35) return false
  for (; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code <= space || code > 126) return false
  }
  return true
}

function scanDollars(text: string, from: number, end: number): number {
  const inner = scanDigits(text, from, from, end)
  const plain = inner === Shape.integer || inner === Shape.point || inner === Shape.grouped || inner === Shape.openComma
  if (!plain) return Shape.other
  parts.inner = inner
  return Shape.dollars
}

function scanEuros(text: string, from: number, end: number): number {
  let last = end - 1
  const gap = text.charCodeAt(last - 1)
  if (gap === space || gap === 0xa0 || gap === 0x202f) last--
  if (!isDigit(text.charCodeAt(last - 1))) return Shape.other
  const inner = scanDigits(text, from, from, last)
  const number =
    (inner >= Shape.integer && inner <= Shape.openComma) || inner === Shape.grouped || inner === Shape.groupedComma
  if (!number) return Shape.other
  parts.inner = inner
  return Shape.euros
}

// Only the spelling that programs write; others are read slowly.
function isTruth(text: string, from: number, end: number): boolean {
  return end - from === 4 ? text.startsWith('true', from) : end - from === 5 && text.startsWith('false', from)
}

function scanDigits(text: string, start: number, from: number, end: number): number {
  let at = from + 1
  let number = text.charCodeAt(from) - 48
  while (at < end && isDigit(text.charCodeAt(at))) {
    number = number * 10 + text.charCodeAt(at) - 48
    at++
  }
  const length = at - from
  if (at === end) {
    if (length === 1) return Shape.integer
    if (length < 16 && text.charCodeAt(from) !== 48) return Shape.integer
    return start === from ? Shape.identifier : Shape.other
  }
  const code = text.charCodeAt(at)
  if (code === point || code === comma) {
    const shape = scanFraction(text, start, from, at, end, code)
    if (shape === Shape.other && length <= 3 && isGrouped(text, from, at, end)) {
      return code === comma ? Shape.grouped : Shape.groupedComma
    }
    if (shape !== Shape.other || start !== from || length > 2 || code === comma) return shape
    return scanParts(text, number, at, end)
  }
  if (start !== from) return Shape.other
  if (code === dash && length === 4) return scanIso(text, number, at, end)
  if ((code === slash || code === dash) && length <= 2) return scanParts(text, number, at, end)
  if (code === colon && length <= 2) return scanTime(text, from, end) ? Shape.time : Shape.other
  // A code or a sentence that begins with digits.
  return scanWords(text, from, end)
}

// `mark` is where the point or comma stands.
function scanFraction(text: string, start: number, from: number, mark: number, end: number, code: number): number {
  let at = mark + 1
  while (at < end && isDigit(text.charCodeAt(at))) at++
  if (at !== end || at === mark + 1 || end - start > 40) return Shape.other
  const whole = mark - from
  if (whole > 1 && text.charCodeAt(from) === 48) return Shape.other
  if (whole > 15) return Shape.other
  const open = at - mark === 4 && whole > 0 && whole < 4 && text.charCodeAt(from) !== 48
  if (code === point) return open ? Shape.openPoint : Shape.point
  return open ? Shape.openComma : Shape.comma
}

// Groups of three behind the first mark, and perhaps the other mark and more digits behind them.
function isGrouped(text: string, from: number, mark: number, end: number): boolean {
  if (text.charCodeAt(from) === 48 || end - from > 18) return false
  const group = text.charCodeAt(mark)
  const decimal = group === comma ? point : comma
  let at = mark
  let groups = 0
  while (at + 3 < end && text.charCodeAt(at) === group) {
    if (twoDigits(text, at + 1) < 0 || !isDigit(text.charCodeAt(at + 3))) return false
    groups++
    at += 4
  }
  if (at === end) return groups > 1
  if (groups === 0 || text.charCodeAt(at) !== decimal || at + 1 === end) return false
  for (at++; at < end; at++) if (!isDigit(text.charCodeAt(at))) return false
  return true
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1
}

function scanIso(text: string, year: number, dashAt: number, end: number): number {
  const at = dashAt + 6
  if (at > end || text.charCodeAt(dashAt + 3) !== dash) return Shape.other
  if (!isDay(year, twoDigits(text, dashAt + 1), twoDigits(text, dashAt + 4))) return Shape.other
  if (at === end) return Shape.day
  const between = text.charCodeAt(at)
  if (between !== space && between !== 84) return Shape.other
  const zoned = text.charCodeAt(end - 1) === 90
  if (!scanTime(text, at + 1, zoned ? end - 1 : end) || text.charCodeAt(at + 3) !== colon) return Shape.other
  return zoned ? Shape.momentZ : Shape.moment
}

// 14:05, 14:05:07 and 14:05:07.123, and 2:05 PM
function scanTime(text: string, from: number, until: number): boolean {
  let end = until
  let half = 0
  if ((text.charCodeAt(end - 1) | 32) === 109) {
    half = text.charCodeAt(end - 2) | 32
    if (half !== 97 && half !== 112) return false
    end -= text.charCodeAt(end - 3) === space ? 3 : 2
  }
  const colonAt = text.charCodeAt(from + 1) === colon ? from + 1 : from + 2
  if (colonAt + 3 > end || text.charCodeAt(colonAt) !== colon) return false
  const hours = colonAt === from + 1 ? text.charCodeAt(from) - 48 : twoDigits(text, from)
  const minutes = twoDigits(text, colonAt + 1)
  if (half > 0 && (hours === 0 || hours > 12)) return false
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return false
  let at = colonAt + 3
  if (at === end) return true
  if (text.charCodeAt(at) !== colon || at + 3 > end) return false
  const seconds = twoDigits(text, at + 1)
  if (seconds < 0 || seconds > 59) return false
  at += 3
  if (at === end) return true
  if (text.charCodeAt(at) !== point || end - at > 10 || end - at < 2) return false
  for (at++; at < end; at++) if (!isDigit(text.charCodeAt(at))) return false
  return true
}

// 3/4/2026, 03-04-26, 3.4.2026; `mark` is where the first separator stands.
function scanParts(text: string, first: number, mark: number, end: number): number {
  const separator = text.charCodeAt(mark)
  let at = mark + 1
  let second = 0
  while (at < end && isDigit(text.charCodeAt(at))) second = second * 10 + text.charCodeAt(at++) - 48
  const middle = at - mark - 1
  if (middle < 1 || middle > 2 || text.charCodeAt(at) !== separator) return Shape.other
  const yearAt = at + 1
  let year = 0
  at = yearAt
  while (at < end && isDigit(text.charCodeAt(at))) year = year * 10 + text.charCodeAt(at++) - 48
  if (at - yearAt !== 4 && (at - yearAt !== 2 || separator !== slash)) return Shape.other
  if (at - yearAt === 2) year += year < 30 ? 2000 : 1900
  if (at < end && (text.charCodeAt(at) !== space || !scanTime(text, at + 1, end))) return Shape.other
  const dayFirst = isDay(year, second, first)
  const monthFirst = isDay(year, first, second)
  if (!dayFirst && !monthFirst) return Shape.other
  parts.first = first
  parts.second = second
  parts.year = year
  parts.dayFirst = dayFirst
  parts.monthFirst = monthFirst
  parts.separator = separator === slash ? '/' : separator === dash ? '-' : '.'
  return at === end ? Shape.parts : Shape.partsMoment
}

// Words: text as soon as one of them stands in no value of another type, unless the cell could be an address.
function scanWords(text: string, from: number, end: number): number {
  let hash = hashSeed
  let runStart = -1
  let digits = false
  let dense = false
  let unknown = false
  let address = false
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at)
    if ((code | 32) >= 97 && (code | 32) <= 122) {
      if (runStart < 0) {
        runStart = at
        hash = hashSeed
      }
      hash = hashStep(hash, code | 32)
      continue
    }
    if (code > 127) {
      const letter = letterKind(code)
      if (letter === 0) return Shape.other
      if (letter === 2) dense = true
      else if (runStart < 0) {
        runStart = at
        hash = hashSeed
      }
      hash = hashStep(hash, foldCode(code))
      continue
    }
    if (runStart >= 0) {
      if (!unknown && !isKnown(text, runStart, at, hash)) unknown = true
      runStart = -1
    }
    if (isDigit(code)) digits = true
    else if (code === 64 && isEmailAround(text, from, at, end)) return Shape.email
    else if (code === 64 || code === point || code === colon) address = true
    else if (code === space || code === 10 || code === 9) {
      // Addresses have no spaces inside.
      if (unknown && !dense) return Shape.text
      if (end - from > 80) return Shape.text
      address = false
    } else if (code === 36 || code === 37) return Shape.other
  }
  if (runStart >= 0 && !unknown && !isKnown(text, runStart, end, hash)) unknown = true
  if (dense) return digits || address || end - from <= 10 ? Shape.other : Shape.text
  if (unknown && !address) return Shape.text
  return Shape.other
}

// ada.b@example.org in plain letters; others are read slowly.
function isEmailAround(text: string, from: number, sign: number, end: number): boolean {
  if (sign === from || end - from > 100) return false
  for (let at = from; at < sign; at++) {
    if (!isPlain(text.charCodeAt(at)) && text.charCodeAt(at) !== point && text.charCodeAt(at) !== 95) return false
  }
  let label = sign + 1
  let letters = 0
  for (let at = sign + 1; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === point) {
      if (at === label) return false
      label = at + 1
      letters = 0
    } else if (!isPlain(code)) return false
    else if ((code | 32) >= 97) letters++
  }
  return label > sign + 1 && letters >= 2 && letters === end - label
}

function isPlain(code: number): boolean {
  return isDigit(code) || code === dash || ((code | 32) >= 97 && (code | 32) <= 122)
}

function isKnown(text: string, start: number, end: number, hash: number): boolean {
  if (end - start === 1 || vocabulary.has(hash)) return true
  if (end - start < 3) return false
  let beginning = hashSeed
  for (let at = start; at < start + 3; at++) beginning = hashStep(beginning, foldCode(text.charCodeAt(at)))
  return beginnings.has(beginning)
}

// 1 for letters of scripts with spaces, 2 for letters of scripts whose words run together, 0 for the rest.
function letterKind(code: number): 0 | 1 | 2 {
  if (code >= 0xc0 && code < 0x250) return code === 0xd7 || code === 0xf7 ? 0 : 1
  if (code >= 0x386 && code < 0x530) return 1
  if (code >= 0x1e00 && code < 0x1f00) return 1
  if (code >= 0x620 && code <= 0x65f) return 2
  if (code >= 0x900 && code <= 0x963) return 2
  if ((code >= 0x3041 && code <= 0x30ff) || (code >= 0x4e00 && code <= 0x9fff)) return 2
  return code >= 0xac00 && code <= 0xd7a3 ? 2 : 0
}

/** Whether a word may stand in a value: of a date, a time, an amount, a share; only plain letters are judged. */
export function isTellingWord(text: string, start: number, end: number): boolean {
  let hash = hashSeed
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if ((code | 32) < 97 || (code | 32) > 122) return true
    hash = hashStep(hash, code | 32)
  }
  if (end - start === 1 || vocabulary.has(hash)) return true
  return isKnown(text, start, end, hash) && isOfMoney(text.slice(start, end).toLowerCase())
}
