// Tells a whole word, number or code from a fragment of a longer one.

import { Kind, type Words } from './read-words.ts'

/** Whether nothing before or behind the place goes on with the word, number or code that stands there; `begins` is its first token. */
export function isWhole(index: Words, first: number, last: number, begins: string): boolean {
  return beginsWhole(index, first, begins) && endsWhole(index, last)
}

// 12 of 12号 is no address, and 3 of 3月 no number of its own.
const counters = /^[号號室栋棟楼樓层層弄座番丁年月日時时分秒円元호동층년월일]$/
const isDigit = /\p{Nd}/u

function beginsWhole(index: Words, first: number, begins: string): boolean {
  if (first === 0) return true
  const kind = index.kinds[first]!
  const before = index.kinds[first - 1]!
  const gap = index.text.slice(index.ends[first - 1]!, index.starts[first]!)
  if (gap === '') {
    if (kind === Kind.dense || before === Kind.dense || before === Kind.sign) return !isSigned(index, first, begins)
    if (kind === Kind.sign) return true
    return false
  }
  if (gap.length > 2) return true
  if (kind === Kind.digits) {
    // 1,234 · 12.5 · A-12 · 2026-03-05 · 10:30
    if (before === Kind.digits && /^[.,:/'’٫٬\u2010-\u2015_-]$/.test(gap)) return false
    return !(before === Kind.word && /^[._\u2010-\u2012-]$/.test(gap))
  }
  return true
}

function endsWhole(index: Words, last: number): boolean {
  if (last === index.count - 1) return true
  const kind = index.kinds[last]!
  const next = index.kinds[last + 1]!
  const gap = index.text.slice(index.ends[last]!, index.starts[last + 1]!)
  if (gap === '') {
    if (kind === Kind.digits && next === Kind.dense) return !counters.test(index.keys[last + 1]!)
    if (kind === Kind.dense || next === Kind.dense || kind === Kind.sign) return true
    if (next === Kind.sign) return !/^[%‰+#°½¼¾⅓⅔²³]$/.test(index.keys[last + 1]!)
    return false
  }
  if (gap.length > 2) return true
  if (kind === Kind.digits) {
    if (next === Kind.digits && /^[.,:/'’٫٬\u2010-\u2015_-]$/.test(gap)) return false
    return !(next === Kind.word && /^_$/.test(gap))
  }
  return !(kind === Kind.word && next === Kind.digits && /^[_-]$/.test(gap) && isDigit.test(index.keys[last + 1]!))
}

// The 5 of -5 is another number.
function isSigned(index: Words, first: number, begins: string): boolean {
  return index.keys[first - 1] === '-' && begins !== '-' && index.kinds[first] === Kind.digits
}
