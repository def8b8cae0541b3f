// Reads escapes and sets in square brackets.
import { type CharTest, folded, not, perlClass, posixClass, unicodeClass } from './char-class.ts'
import { PatternError } from './node.ts'
import type { Reader } from './reader.ts'

const control: Record<string, number> = { a: 7, f: 12, t: 9, n: 10, r: 13, v: 11 }

const lastCode = 0x10ffff

/** What follows a backslash: a code point, or a set. Throws `PatternError`. */
export function parseEscape(reader: Reader): number | CharTest {
  const octal = reader.match(/0[0-7]{0,2}|[1-7][0-7]{1,2}/y)?.[0]
  if (octal) return Number.parseInt(octal, 8)
  const hex = reader.match(/x(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]{1,6})\})/y)
  if (hex) {
    const code = Number.parseInt(hex[1] ?? hex[2] ?? '0', 16)
    if (code > lastCode) throw new PatternError(`${hex[0]} is no character`)
    return code
  }
  const unicode = reader.match(/([pP])(?:\{([^}]*)\}|([A-Za-z]))/y)
  if (unicode) {
    const test = unicodeClass(unicode[2] ?? unicode[3] ?? '')
    if (!test) throw new PatternError(`\\${unicode[0]} is no set of characters`)
    return unicode[1] === 'p' ? test : not(test)
  }
  const letter = reader.next()
  if (/[1-9]/.test(letter)) throw new PatternError('Google Sheets knows no back-references')
  const set = perlClass(letter)
  if (set) return set
  if (Object.hasOwn(control, letter)) return control[letter] ?? 0
  if (/[A-Za-z]/.test(letter) || (letter.codePointAt(0) ?? 0) > 127)
    throw new PatternError(`\\${letter} is not known in Google Sheets`)
  return letter.codePointAt(0) ?? 0
}

function parseMember(reader: Reader): number | CharTest {
  const posix = reader.match(/\[:(\^?[a-z]+):\]/y)
  if (posix) {
    const test = posixClass(posix[1] ?? '')
    if (!test) throw new PatternError(`${posix[0]} is no set of characters`)
    return test
  }
  if (reader.take('\\')) return parseEscape(reader)
  return reader.next().codePointAt(0) ?? 0
}

/** What follows an opening square bracket, up to and with the closing one. Throws `PatternError`. */
export function parseClass(reader: Reader, ignoreCase: boolean): CharTest {
  const negated = reader.take('^')
  const tests: CharTest[] = []
  // A closing bracket that comes first is a member.
  for (let first = true; first || !reader.sees(']'); first = false) {
    if (reader.done()) throw new PatternError('a square bracket is not closed')
    const from = parseMember(reader)
    if (typeof from !== 'number') {
      tests.push(from)
      continue
    }
    if (!reader.sees('-') || reader.sees('-]')) {
      tests.push((code) => code === from)
      continue
    }
    reader.take('-')
    const to = parseMember(reader)
    if (typeof to !== 'number' || to < from)
      throw new PatternError(`“${String.fromCodePoint(from)}-” in square brackets is no range`)
    tests.push((code) => code >= from && code <= to)
  }
  reader.take(']')
  const any: CharTest = (code) => tests.some((test) => test(code))
  const test = ignoreCase ? folded(any) : any
  return negated ? not(test) : test
}
