// Makes a stated value false in the ways in which values go wrong, each way with its name.
import type { Cell, Column } from '../../table.ts'
import type { Random } from '../random.ts'
import { type GroundingCase, numeric } from './grounding.ts'
import { mayState } from './stated.ts'

export type Corruption = { kind: string; value: Cell; column: Column }

const change = (text: string, at: number, to: string): string => text.slice(0, at) + to + text.slice(at + 1)

function figureFaults(value: number, said: string, random: Random): [string, number][] {
  const digits = String(Math.abs(value))
  const places = [...digits].flatMap((character, at) => (character === '.' ? [] : [at]))
  const at = random.pick(places)
  const sign = value < 0 ? -1 : 1
  const other = String((Number(digits[at]) + 1 + random.int(9)) % 10)
  const swap = digits.slice(0, at) + (digits[at + 1] ?? '') + digits[at] + digits.slice(at + 2)
  const faults: [string, string][] = [
    ['digit changed', change(digits, at, other)],
    ['digit dropped', change(digits, at, '')],
    ['digit added', change(digits, at, digits[at] + other)],
    ['digits swapped', swap],
    ['fragment: head', digits.slice(0, -1)],
    ['fragment: tail', digits.slice(1)],
    ['fragment: before the point', digits.split('.')[0]!],
    ['fragment: after the point', digits.split('.')[1] ?? ''],
    ['fragment: last group', /\d\D(\d{3})(?!\d)/.exec(said)?.[1] ?? ''],
  ]
  return [
    ...faults
      .filter(([, text]) => /\d/.test(text))
      .map(([kind, text]): [string, number] => [kind, sign * Number(text)]),
    ['off by one', value + 1],
    ['off by one', value - 1],
    ['point moved', Number((value * 10).toFixed(6))],
    ['point moved', Number((value / 10).toFixed(6))],
    ['thousandfold', value * 1000],
    ['sign flipped', -value],
  ]
}

function dateFaults(value: string, said: string): [string, string][] {
  const [year, month, day] = value.split('-').map(Number) as [number, number, number]
  const write = (y: number, m: number, d: number) => new Date(Date.UTC(y, m - 1, d)).toISOString().slice(0, 10)
  const faults: [string, string][] = [
    ['date: day', write(year, month, day + 1)],
    ['date: day', write(year, month, day - 1)],
    ['date: month', write(year, (month % 12) + 1, Math.min(day, 28))],
    ['date: year', write(year + 1, month, day)],
    ['date: year', write(year - 10, month, day)],
    ['date: digits of the year', write(Number(String(year).replace(/(.)(.)$/, '$2$1')), month, day)],
  ]
  // Figures alone may mean either order; a month's name and the order year, month, day do not.
  const decided = /\p{L}/u.test(said) || /^\d{4}/.test(said.normalize('NFKC'))
  if (day <= 12 && day !== month && decided) faults.push(['date: day and month', write(year, day, month)])
  return faults
}

function timeFaults(value: string, said: string): [string, string][] {
  const [hour, minute] = value.split(':').map(Number) as [number, number]
  const write = (h: number, m: number) => `${String((h + 24) % 24).padStart(2, '0')}:${String(m).padStart(2, '0')}:00`
  return [
    ['time: hour', write(hour + 1, minute)],
    // `9:30` alone may be either half; `21:30`, `09:30` and `9:30 pm` may not.
    ...(hour > 12 || /^0|[ap]m/.test(said)
      ? ([['time: half day', write(hour + 12, minute)]] as [string, string][])
      : []),
    ['time: minute', write(hour, (minute + 5) % 60)],
    ...(minute < 24 && hour < 60 ? ([['time: swapped', write(minute, hour)]] as [string, string][]) : []),
  ]
}

const letters = /\p{L}/u
const wordy = /[\p{L}\p{N}\p{M}]/u
const without = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/(?<=[a-zA-HJ-Z])[\u0300-\u036f]/gu, '')
    .normalize('NFC')

function wordFaults(value: string, others: string[], random: Random): [string, string][] {
  const places = [...value].map((character, at) => (letters.test(character) ? at : -1)).filter((at) => at > 0)
  const characters = [...value]
  const faults: [string, string][] = others.map((other) => ['another of its kind', other])
  // At an edge, or beside a mark, what is left may be the same words or a name of its own.
  const inner = places.filter((at) => wordy.test(characters[at - 1]!) && wordy.test(characters[at + 1] ?? ' '))
  if (inner.length > 0) {
    const at = random.pick(inner)
    const near = String.fromCodePoint(characters[at]!.codePointAt(0)! + 1)
    const shown = near.toUpperCase() !== characters[at]!.toUpperCase()
    if (letters.test(near) && shown) faults.push(['letter changed', characters.with(at, near).join('')])
    faults.push(['letter dropped', characters.toSpliced(at, 1).join('')])
    faults.push(['cut inside a word', characters.slice(0, Math.max(at, characters.length - 1)).join('')])
  }
  const words = value.split(' ')
  if (words.length > 2) faults.push(['word dropped', words.toSpliced(1, 1).join(' ')])
  if (words.length > 1) {
    faults.push(['word added', words.toSpliced(1, 0, random.pick(['von', 'Maria', 'of', 'New'])).join(' ')])
    const other = random
      .pick(others.length > 0 ? others : ['Else'])
      .split(' ')
      .at(-1)!
    faults.push(['last word of another', words.with(-1, other).join(' ')])
  }
  if (without(value) !== value) faults.push(['accents removed', without(value)])
  const digits = [...value.matchAll(/\d/g)].map((match) => match.index)
  if (digits.length > 0) {
    const at = random.pick(digits)
    faults.push(['id: digit changed', change(value, at, String((Number(value[at]) + 1 + random.int(9)) % 10))])
    faults.push(['id: digit cut', value.replace(/\d(?=\D*$)/, '')])
  }
  return faults
}

function addressFaults(value: string): [string, string][] {
  const faults: [string, string][] = [
    ['address cut', value.slice(1)],
    ['address cut', value.slice(0, -1)],
    ['address: other end', value.replace(/\.(\w+)(?=$|\/)/, '.net')],
    ['address: digit', value.replace(/\d/, (digit) => String((Number(digit) + 1) % 10))],
  ]
  if (value.includes('/')) faults.push(['address cut', value.replace(/\/[^/]*$/, '')])
  return faults.filter(([, text]) => text !== value)
}

const rivals: Record<string, string> = { EUR: 'USD', USD: 'GBP', GBP: 'EUR', JPY: 'USD', CNY: 'EUR', CHF: 'EUR' }

/** One false value for the cell, or null where every try may be stated after all. */
export function corrupt(
  material: GroundingCase,
  row: number,
  column: number,
  pool: string[],
  random: Random,
): Corruption | null {
  const head = material.columns[column]!
  const value = material.rows[row]![column]!
  const place = material.places[row]![column]![0]!
  const said = material.text.slice(place.start, place.end)
  const { text } = material
  if (value === null || typeof value === 'boolean') return null
  if (head.type === 'currency' && head.currency && /[^\p{N}\s.,'٫٬()+-]/u.test(said) && random.chance(0.2)) {
    // The amount stands there; the money does not.
    const currency = rivals[head.currency] ?? 'EUR'
    const signs: Record<string, RegExp> = { EUR: /€|eur/i, USD: /\$|usd|dollar|دولار|دلار/i, GBP: /£|gbp/i }
    if (!signs[currency]!.test(text)) return { kind: 'other currency', value, column: { ...head, currency } }
  }
  const faults: [string, Cell][] = []
  if (numeric.has(head.type)) faults.push(...figureFaults(Number(value), said, random))
  else if (head.type === 'date') faults.push(...dateFaults(String(value), said))
  else if (head.type === 'time') faults.push(...timeFaults(String(value), said))
  else if (head.type === 'email' || head.type === 'url') faults.push(...addressFaults(String(value)))
  else faults.push(...wordFaults(String(value), pool, random))
  const stated = new Set(material.rows.map((cells) => cells[column]))
  const spoken = (fault: Cell): boolean => {
    if (head.type === 'date') return false
    const hour = head.type === 'time' && /^(\d\d):00/.exec(String(fault))
    if (head.type === 'time') return hour ? mayState(text, Number(hour[1]), 'number') : false
    return mayState(text, fault, head.type)
  }
  const good = faults.filter(
    ([, fault]) => fault !== value && String(fault).length > 0 && !stated.has(fault) && !spoken(fault),
  )
  if (good.length === 0) return null
  // Kinds first, so that the many faults of one kind do not crowd out the others.
  const kind = random.pick([...new Set(good.map(([name]) => name))])
  return { kind, value: random.pick(good.filter(([name]) => name === kind))[1], column: head }
}
