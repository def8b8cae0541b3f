// A slow and simple second opinion: whether a text states a value anywhere, for sure, maybe, or not at all.
import type { Cell, ColumnType } from '../../table.ts'

/** Compatibility forms together, letters with their marks in one, digits of every script as 0 to 9, small letters. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[\u0966-\u096f]/g, (digit) => String(digit.charCodeAt(0) - 0x966))
    .replace(/[’‘`´]/g, "'")
    .replace(/[‐‑–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

const wordy = /[\p{L}\p{N}\p{M}]/u
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u

/** Whether the text holds the words as they are, not inside other words. */
function holdsWords(text: string, value: string): boolean {
  const [whole, part] = [plainText(text), plainText(value)]
  if (part === '') return true
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
    const [before, after] = [whole[at - 1] ?? ' ', whole[at + part.length] ?? ' ']
    const clear = (outer: string, inner: string) =>
      !wordy.test(outer) || !wordy.test(inner) || unspaced.test(outer + inner)
    if (clear(before, part[0]!) && clear(after, part.at(-1)!)) return true
  }
  return false
}

const groupedNumber = /^[-+]?\d{1,3}(?:[.,' ٬](?:\d{3}|\d{2}(?=[.,' ٬]\d)))*(?:[.,٫]\d+)?$|^[-+]?\d+(?:[.,٫]\d+)?$/

/** Every way to read one run of digits and marks as a number. */
function readings(run: string): number[] {
  const sign = run.startsWith('-') ? -1 : 1
  const body = run.replace(/^[-+]/, '')
  const last = Math.max(...['.', ',', '٫'].map((mark) => body.lastIndexOf(mark)))
  const whole = Number(body.replace(/\D/g, ''))
  if (last < 0) return [sign * whole]
  return [
    sign * whole,
    sign * Number(`${body.slice(0, last).replace(/\D/g, '')}.${body.slice(last + 1).replace(/\D/g, '')}`),
  ]
}

/** All numbers that the text can be said to state; parts of dates, times and ids count one by one. */
function numbersIn(text: string): Set<number> {
  const found = new Set<number>()
  // A blank groups digits only where three follow; a dash is a sign only where nothing stands before it.
  const runs = plainText(text).matchAll(/(?:(?<![\p{L}\p{N}]\s?)[-+])?\d+(?:(?:[.,':/٬٫-]| (?=\d{3}(?!\d)))\d+)*/gu)
  for (const [run] of runs) {
    if (groupedNumber.test(run)) for (const value of readings(run)) found.add(value)
    else for (const [part] of run.matchAll(/\d+(?:[.,]\d+)?/g)) for (const value of readings(part)) found.add(value)
  }
  return found
}

const stated = new Map<string, Set<number>>()

function numbersOf(text: string): Set<number> {
  const known = stated.get(text)
  if (known) return known
  const found = numbersIn(text)
  if (stated.size > 500) stated.clear()
  stated.set(text, found)
  return found
}

const same = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9 * Math.max(1, Math.abs(a))

const words = [
  'zero|null|zéro|cero',
  'one|eins?|eine[nrms]?|une?|un[ao]?|uno',
  'two|zwei|deux|dos|due|dois|duas',
  'three|drei|trois|tres|tre|três',
  'four|vier|quatre|cuatro|quattro|quatro',
  'five|fünf|cinq|cinco|cinque',
  'six|sechs|seis|sei',
  'seven|sieben|sept|siete|sette|sete',
  'eight|acht|huit|ocho|otto|oito',
  'nine|neun|neuf|nueve|nove',
  'ten|zehn|dix|diez|dieci|dez',
  'eleven|elf|onze|once|undici',
  'twelve|zwölf|douze|doce|dodici|dozen|dutzend',
].map((forms) => new RegExp(`(?<!\\p{L})(?:${forms})(?!\\p{L})`, 'u'))

/** Whether the text may state the value: a corruption counts only where this says no. */
export function mayState(text: string, value: Cell, type: ColumnType): boolean {
  if (typeof value !== 'number') return holdsWords(text, String(value))
  const numbers = numbersOf(text)
  for (const number of numbers)
    if (same(number, value) || (type === 'percent' && same(number, value * 100))) return true
  return words[value]?.test(plainText(text)) ?? false
}
