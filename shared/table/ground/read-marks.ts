// Finds what a text states at a glance: every number, amount, date, time, code, address and name with its rough kind.
import { currencyNamed } from '../parse/parse-currency.ts'
import { foldWord } from '../parse/parse-fold.ts'
import { monthOf } from '../parse/parse-month.ts'
import type { WordIndex } from './index-words.ts'
import { numberWords } from './number-words.ts'
import { Level, type Levels } from './read-levels.ts'
import { Shape } from './read-shapes.ts'
import { Kind } from './read-words.ts'

/** Rough kinds; those from `money` on are seldom mistaken for one another. */
export const Mark = {
  integer: 1,
  decimal: 2,
  name: 3,
  money: 4,
  percent: 5,
  date: 6,
  time: 7,
  code: 8,
  phone: 9,
  address: 10,
} as const

/** The marks of a text in order; `at` gives the mark over a token, or -1, and `opens` where each kind first stands. */
export type Marks = {
  count: number
  firsts: number[]
  lasts: number[]
  kinds: number[]
  at: Int32Array
  opens: number[]
}

/** Reads the marks of a text. */
export function readMarks(words: WordIndex, levels: Levels, shapes: Uint8Array): Marks {
  const at = new Int32Array(words.count).fill(-1)
  const marks: Marks = { count: 0, firsts: [], lasts: [], kinds: [], at, opens: [] }
  let next = 0
  while (next < words.count) {
    const last = markFrom(words, levels, shapes, marks, next)
    next = last < next ? next + 1 : last + 1
  }
  return marks
}

function add(marks: Marks, first: number, last: number, kind: number): number {
  for (let at = first; at <= last; at++) marks.at[at] = marks.count
  marks.firsts.push(first)
  marks.lasts.push(last)
  marks.kinds.push(kind)
  marks.opens[kind] ??= first
  marks.count++
  return last
}

// The last token of the mark that begins here, or a token before it when none does.
function markFrom(words: WordIndex, levels: Levels, shapes: Uint8Array, marks: Marks, at: number): number {
  const shape = shapes[at]!
  if (shape === Shape.name || shape === Shape.word) {
    const run = compact(words, at)
    if (run.last > at && (run.address || run.digits))
      return add(marks, at, run.last, run.address ? Mark.address : Mark.code)
    if (isMonth(words, at)) {
      const last = dateFrom(words, levels, at)
      if (last > at) return add(marks, at, last, Mark.date)
    }
    if (numberWords.has(words.keys[at]!) && shape === Shape.word) return add(marks, at, at, Mark.integer)
    if (shape !== Shape.name) return -1
    let last = at
    while (
      last + 1 < words.count &&
      shapes[last + 1] === Shape.name &&
      levels.before[last + 1] === 0 &&
      !isMonth(words, last + 1)
    )
      last++
    return add(marks, at, last, Mark.name)
  }
  if (shape === Shape.digits) return numeralFrom(words, levels, marks, at)
  return -1
}

const months = new Map<string, boolean>()

function isMonth(words: WordIndex, at: number): boolean {
  const key = words.keys[at]
  if (key === undefined || words.kinds[at] !== Kind.word || key.length > 20) return false
  let known = months.get(key)
  if (known === undefined) {
    known = (monthOf(key) ?? monthOf(foldWord(key))) !== undefined
    if (months.size < 5000) months.set(key, known)
  }
  // May is a verb, and mar a sea, where no number stands beside it.
  if (!known || !/^(?:may|mai|mar)$/.test(key)) return known
  return words.kinds[at - 1] === Kind.digits || words.kinds[at + 1] === Kind.digits
}

type Run = { last: number; digits: boolean; letters: boolean; address: boolean; gaps: string }

// What is written without a space: 12.50, INV-2031, 2026-03-05, ada@b.org.
function compact(words: WordIndex, at: number): Run {
  const run: Run = {
    last: at,
    digits: words.kinds[at] === Kind.digits,
    letters: words.kinds[at] === Kind.word,
    address: false,
    gaps: '',
  }
  for (let next = at + 1; next < words.count; next++) {
    const kind = words.kinds[next]!
    const gap = words.text.slice(words.ends[next - 1]!, words.starts[next]!)
    const sign = kind === Kind.sign && /^[@&=+]$/.test(words.keys[next]!)
    if (
      gap.length > 3 ||
      !/^(?:[-.,:/'’_?=#&%~]|:\/\/)?$/.test(gap) ||
      (kind !== Kind.digits && kind !== Kind.word && !sign)
    )
      break
    if (gap === ',' && kind !== Kind.digits) break
    if (kind === Kind.digits) run.digits = true
    else if (kind === Kind.word) run.letters = true
    if (words.keys[next] === '@' || gap === '://') run.address = true
    run.gaps += gap === '' ? '·' : gap
    run.last = next
  }
  if (!run.address && !run.digits && /^www$/.test(words.keys[at]!)) run.address = true
  return run
}

function numeralFrom(words: WordIndex, levels: Levels, marks: Marks, at: number): number {
  if (isListNumber(words, levels, at)) return at
  const run = compact(words, at)
  const day = dateFrom(words, levels, at)
  if (day >= 0) return add(marks, at, day, Mark.date)
  if (words.keys[at - 1] === '+' && words.ends[at - 1] === words.starts[at])
    return add(marks, at, groupsFrom(words, at), Mark.phone)
  if (run.address) return add(marks, at, run.last, Mark.address)
  if (run.letters) {
    const unit = words.kinds[at + 1] === Kind.word && run.last === at + 1
    if (!unit) return add(marks, at, run.last, Mark.code)
    run.last = at
    run.gaps = ''
  }
  let last = run.last
  if (/^:/.test(run.gaps) && words.keys[at + 1]!.length === 2) return add(marks, at, last, Mark.time)
  if (/^([-/.])\1$/.test(run.gaps) && words.keys[at + 1]!.length <= 2) return add(marks, at, last, Mark.date)
  if (/[-/]/.test(run.gaps) && words.keys[last]!.length > 3) return add(marks, at, last, Mark.code)
  if (run.gaps === '') last = Math.max(last, groupsFrom(words, at))
  if (last - at > 2 && run.gaps === '' && words.keys[at]!.length !== 3 && digitsIn(words, at, last) >= 9)
    return add(marks, at, last, Mark.phone)
  return add(marks, at, last, numeralKind(words, at, last, run.gaps))
}

function numeralKind(words: WordIndex, first: number, last: number, gaps: string): number {
  const next = words.keys[last + 1] ?? ''
  const before = words.keys[first - 1] ?? ''
  const close = (words.starts[last + 1] ?? 1e9) - words.ends[last]! <= 2
  if (close && (/^[%٪‰]$/.test(next) || percentWords.test(next))) return Mark.percent
  if (/^(?:yüzde|分|之)$/.test(before) || before === '%') return Mark.percent
  const nearBefore = first > 0 && words.starts[first]! - words.ends[first - 1]! <= 2
  if ((close && isMoney(next)) || (nearBefore && isMoney(before) && !isTitled(words, first - 1))) return Mark.money
  if (/[时時点點시]/.test(next) && close) return Mark.time
  if (words.keys[first]!.length > 1 && words.keys[first]!.startsWith('0') && gaps === '') return Mark.code
  return /[.,]\d{1,2}$/.test(words.text.slice(words.starts[first]!, words.ends[last]!)) ? Mark.decimal : Mark.integer
}

const percentWords =
  /^(?:percent|prozent|procent|pct|процент\p{L}*|percento|persen|퍼센트|パ|प्रतिशत|درصد|بالمئة|بالمائة)$/u
const moneyWords = new Map<string, boolean>()

function isMoney(key: string): boolean {
  if (key === '' || /^\p{Nd}/u.test(key)) return false
  let known = moneyWords.get(key)
  if (known === undefined) {
    known =
      /^\p{Sc}$/u.test(key) ||
      /^[円元원]$/.test(key) ||
      currencyNamed(key.length === 3 ? key.toUpperCase() : key) !== null
    if (moneyWords.size < 5000) moneyWords.set(key, known)
  }
  return known
}

// In "Ada paid 12 and Bob 15" nobody speaks of bolivianos.
function isTitled({ text, starts, ends }: WordIndex, at: number): boolean {
  return /^[A-Z][a-z]{2}$/.test(text.slice(starts[at]!, ends[at]!))
}

function isListNumber(words: WordIndex, levels: Levels, at: number): boolean {
  if (levels.before[at]! < Level.line || words.keys[at]!.length > 3 || isMonth(words, at + 1)) return false
  return /^[.)．]\)?\s/.test(words.text.slice(words.ends[at]!, words.ends[at]! + 3))
}

// Groups of digits with single spaces or hyphens between.
function groupsFrom(words: WordIndex, at: number): number {
  let last = at
  while (
    words.kinds[last + 1] === Kind.digits &&
    words.starts[last + 1]! - words.ends[last]! === 1 &&
    /[ \u00a0\u202f-]/.test(words.text[words.ends[last]!]!) &&
    (words.keys[at - 1] === '+' ||
      words.keys[last + 1]!.length === 3 ||
      (last > at && words.keys[last + 1]!.length > 2))
  ) {
    last++
  }
  return last
}

function digitsIn(words: WordIndex, first: number, last: number): number {
  let sum = 0
  for (let at = first; at <= last; at++) sum += words.keys[at]!.length
  return sum
}

// A day, a month and a year in words: up to seven tokens with a month among them.
function dateFrom(words: WordIndex, levels: Levels, at: number): number {
  if (
    words.kinds[at] === Kind.digits &&
    /^[年년]$/.test(words.keys[at + 1] ?? '') &&
    words.kinds[at + 2] === Kind.digits
  ) {
    let last = at + 2
    while (
      last + 1 < words.count &&
      (/^[年月日号號년월일]$/.test(words.keys[last + 1]!) ||
        (words.kinds[last + 1] === Kind.digits && /^[月월]$/.test(words.keys[last]!)))
    )
      last++
    return last
  }
  if (words.kinds[at] === Kind.digits && words.keys[at]!.length > 4) return -1
  let month = -1
  for (let next = at; next <= at + 3 && next < words.count; next++) {
    if (next > at && levels.before[next]! > Level.comma && !/^\.\s/.test(words.text.slice(words.ends[next - 1]!))) break
    if (isMonth(words, next)) {
      month = next
      break
    }
    if (next > at && words.kinds[next] !== Kind.word) break
    if (next > at && words.keys[next]!.length > 3) break
  }
  if (month < 0) return -1
  let last = month
  for (let next = month + 1; next <= month + 4 && next < words.count; next++) {
    if (levels.before[next]! > Level.comma) break
    if (words.kinds[next] === Kind.digits) {
      const length = words.keys[next]!.length
      if (length !== 4 && length !== 2 && length !== 1) break
      last = next
      if (length === 4) break
    } else if (words.kinds[next] !== Kind.word || words.keys[next]!.length > 3) break
  }
  return last === at ? -1 : last
}
