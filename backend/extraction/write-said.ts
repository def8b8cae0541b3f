// Reads what people say rather than write: three, a dozen, two and a half, 1/2; a measure with its number, 3 kg; 21 h.

import { easternValue, readNumberWords } from '../../shared/table/ground/read-number-words.ts'
import { findValues } from '../../shared/table/infer.ts'

const half =
  /(?:\s+and\s+a|\s*und\s*eine?n?|\s+et|\s+y|\s+e|\s+en\s+een)\s*(?:half|halbe?[nrs]?|demie?|medi[oa]|mezz[oa]|mei[oa]|halve)$|einhalb$/iu
const alone = new Map([
  ['half', 0.5],
  ['anderthalb', 1.5],
])

/** Nobody measures in ninths, and 4/5 is more often four points of five. */
const fraction = /^(?:\d{1,4}[\s-])?(?:1\/2|[12]\/3|[13]\/4|[1357]\/8|(?:[13579]|1[135])\/16)$|^\d{0,4}\s?[¼-¾⅐-⅞]$/

function readWords(text: string): number | null {
  if (/^\d{1,6}$/.test(text)) return Number(text)
  if (/^[〇零一二两兩三四五六七八九十百千万萬]+$/.test(text)) return easternValue(text)
  const bare = text.replace(/^an?\s+(?=\p{L})/iu, '')
  const [first, second, ...more] = readNumberWords(bare)
  if (!first || more.length > 0 || first.start > 0 || (bare !== text && first.value === 1)) return null
  if (!second) return first.end === bare.length ? Number(first.value) : null
  // A dozen: the article counts nothing.
  const counted = first.value === 1 && Number(second.value) >= 12 && /^\s+$/.test(bare.slice(first.end, second.start))
  return counted && second.end === bare.length ? Number(second.value) : null
}

/** The number that the whole text says; null when it says more, something else, or what may be meant otherwise. */
export function saidNumber(text: string): number | null {
  const said = text.trim()
  if (said.length > 60) return null
  if (fraction.test(said)) {
    const [only, ...more] = findValues(said, 'number')
    return only && more.length === 0 && only.end - only.start === said.length ? Number(only.value) : null
  }
  const known = alone.get(said.toLowerCase())
  if (known !== undefined) return known
  const behind = half.exec(said)
  const whole = readWords(behind ? said.slice(0, behind.index) : said)
  return whole === null || !behind ? whole : whole + 0.5
}

const clock = /^(?:(?:à|a las?|alle|às|um|at|kl\.?)\s+)?(\p{L}+|\d{1,2})\s?(?:h|heures?|uhr|uur|horas|o[’']clock)\.?$/iu

/** The full hour that the whole text says, as `21:00:00` for “21 h”. */
export function saidTime(text: string): string | null {
  const hour = readWords(clock.exec(text.trim())?.[1] ?? '')
  return hour !== null && Number.isInteger(hour) && hour < 24 ? `${String(hour).padStart(2, '0')}:00:00` : null
}

/** What may also be millions or thousands, m and t, is left out. */
const units = new Map(
  [
    'h hr hrs hour hours std stunde stunden heure heures hora horas ora ore uur uren час часа часов 時間 小时 小時',
    'min mins minute minutes minuten minuto minutos minuti минут 分钟 分鐘',
    'days day tag tage jour jours día días dia dias giorno giorni dag dagen дней 天',
    'kg kilo kilos',
    'g gr gramm gram grams grammes gramos',
    'km',
    'cm',
    'mm',
    'm²',
    'l L liter liters litre litres litro litros',
    'ml',
    'pcs pc pieces stk stück pièces piezas pezzi stuks шт 個 个',
  ].flatMap((line) => line.split(' ').map((name): [string, string] => [name, line.split(' ')[0]!])),
)

/** A number and its measure, `3` and `h` of “3 hours”; null when the text is not exactly that. */
export function measuredNumber(text: string): { number: string; unit: string } | null {
  const [, number, name] = /^\s*([+-]?\d[\d.,]*)\s*([\p{L}²]{1,9})\.?\s*$/u.exec(text) ?? []
  // 5 G and 3 H are other things than 5 g and 3 h.
  const unit = name && units.get(name.length > 1 ? name.toLowerCase() : name)
  return number && unit ? { number, unit } : null
}
