// The words for counts, money and long texts.
import { expect, test } from 'vitest'
import { clip, moneyWords, roughly } from './words.ts'

test('money is never more exact than it is known', () => {
  expect(moneyWords({ amount: 0.0042, currency: 'USD' })).toBe('under $0.01')
  expect(moneyWords({ amount: 0, currency: 'USD' })).toBe('$0.00')
  expect(moneyWords({ amount: 1.239, currency: 'EUR' })).toBe('\u20ac1.24')
  expect([7, 84, 961, 41_873, 1_234_567].map(roughly)).toEqual(['7', '84', '960', '42,000', '1,200,000'])
})

test('a long text is cut between words, on the side away from the value', () => {
  expect(clip('short', 10)).toBe('short')
  expect(clip('one two three four', 9)).toBe('\u2026 four')
  expect(clip('one two three four', 9, true)).toBe('one two \u2026')
  expect(clip('\u4ee4\u548c'.repeat(20), 4)).toBe(`\u2026 ${'\u4ee4\u548c'.repeat(2)}`)
})
