// Patterns mean what they mean in RE2: checked against known meanings, JavaScript where both agree, and hostile input.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWholeMatch, patternFault } from './re2.ts'

describe('a whole text', () => {
  test.each([
    ['[A-Z]{3}-\\d{4}', 'ABC-1234'],
    ['a|bc', 'bc'],
    ['^abc$', 'abc'],
    ['\\Aabc\\z', 'abc'],
    ['(?i)straße', 'STRAßE'],
    ['a(?i)b|c', 'aB'],
    ['(?i:a)b', 'Ab'],
    ['(?P<year>\\d{4})-(?<month>\\d\\d)', '2026-11'],
    ['\\p{Greek}+', 'αβγ'],
    ['\\pL+', 'Ärger'],
    ['[\\p{Lu}\\d]+', 'Ä1'],
    ['\\PN', 'x'],
    ['[[:alpha:]_]+', 'a_b'],
    ['[^[:digit:]]', 'x'],
    ['[]a]+', ']a'],
    ['[^]a]', 'b'],
    ['[a-]', '-'],
    ['[\\]\\\\]+', ']\\'],
    ['\\Qa.b*\\E+', 'a.b*'],
    ['\\x41\\x{1F600}', 'A😀'],
    ['.', '😀'],
    ['a{,3}', 'a{,3}'],
    ['a{2,}', 'aaa'],
    ['(?s).+', 'a\nb'],
    ['(?m)a$\\n^b', 'a\nb'],
    ['\\bword\\b', 'word'],
    ['', ''],
    ['(?:)*', ''],
    ['\\101', 'A'],
    ['(?U)a+', 'aaa'],
    ['a+?b', 'aab'],
  ])('%s matches %j', (pattern, text) => {
    expect(patternFault(pattern)).toBeNull()
    expect(isWholeMatch(pattern, text)).toBe(true)
  })

  test.each([
    ['abc', 'xabc'],
    ['abc', 'abcd'],
    ['a|bc', 'abc'],
    ['\\d+', '١٢'],
    ['\\w+', 'é'],
    ['\\s', '\u00a0'],
    ['.', '\n'],
    ['(?i)[^a]', 'A'],
    ['a(?i)b', 'AB'],
    ['(?-i)a', 'A'],
    ['a$b', 'ab'],
    ['\\Bword', 'word'],
  ])('%s does not match %j', (pattern, text) => {
    expect(patternFault(pattern)).toBeNull()
    expect(isWholeMatch(pattern, text)).toBe(false)
  })
})

test.each([
  ['(?=a)b', 'look-ahead'],
  ['(?!a)b', 'look-ahead'],
  ['(?<=a)b', 'look-behind'],
  ['(?<!a)b', 'look-behind'],
  ['(a)\\1', 'back-reference'],
  ['(?>a)', 'not known'],
  ['a**', 'follows another'],
  ['a{2}{3}', 'follows another'],
  ['a{1001}', '1000'],
  ['a{3,2}', 'ends before'],
  ['*a', 'nothing before'],
  ['|+', 'nothing before'],
  ['(a', 'not closed'],
  ['a)', 'not opened'],
  ['[a', 'not closed'],
  ['[b-a]', 'no range'],
  ['\\', 'too early'],
  ['\\Z', 'not known'],
  ['\\h', 'not known'],
  ['\\u0041', 'not known'],
  ['\\p{Nonsense}', 'no set'],
  ['[[:nonsense:]]', 'no set'],
  ['((a{1000}){1000}){1000}', 'too large'],
  ['((((){1000}){1000}){1000}){1000}', 'too large'],
  ['('.repeat(5000), 'too deep'],
])('%s is refused', (pattern, why) => {
  expect(patternFault(pattern)).toContain(why)
  expect(isWholeMatch(pattern, 'a')).toBe(false)
})

test('patterns that make others hang are done in no time', () => {
  expect(isWholeMatch('(a+)+b', 'a'.repeat(5000))).toBe(false)
  expect(isWholeMatch('(a|a)*(a|aa)+b', 'a'.repeat(5000))).toBe(false)
})

test('what means the same in JavaScript matches the same', () => {
  const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\w', '(?:a|b)', '(?:ab|)', '^', '$', '\\b')
  const piece = fc.tuple(atom, fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,2}', '*?'))
  const joined = fc
    .array(piece, { maxLength: 5 })
    .map((pieces) => pieces.map(([one, times]) => (/^[\^$]|\\b/.test(one) ? one : one + times)).join(''))
  const pattern = fc.array(joined, { minLength: 1, maxLength: 3 }).map((options) => options.join('|'))
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', ' '), maxLength: 6 })
  fc.assert(
    fc.property(pattern, text, (source, value) => {
      expect(isWholeMatch(source, value)).toBe(new RegExp(`^(?:${source})$`, 'u').test(value))
    }),
    { numRuns: 2000 },
  )
})
