// The words around a quote: whole words, sentences of any script, the quote itself untouched.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quoteAround } from './quote-around.ts'

const find = (text: string, quote: string) => quoteAround(text, text.indexOf(quote), text.indexOf(quote) + quote.length)

describe('a quote', () => {
  it('stands in its line, whose number counts every kind of line end', () => {
    const text = 'Dear all,\r\n\r\nshe paid 12.50 for it.\rBye\n'
    expect(find(text, '12.50')).toEqual({ before: 'she paid ', quote: '12.50', after: ' for it.', line: 3 })
    expect(find(text, 'Bye')).toEqual({ before: '', quote: 'Bye', after: '', line: 4 })
  })

  it('in a long line stands in its sentence', () => {
    const filler = 'Nothing of this matters at all. '.repeat(20)
    expect(find(`${filler}She paid 12.50 for it. ${filler}`, '12.50')).toEqual({
      before: 'She paid ',
      quote: '12.50',
      after: ' for it.',
      line: 1,
    })
    const chinese = '这里没有什么。'.repeat(60)
    expect(find(`${chinese}她付了12.50元。${chinese}`, '12.50')).toMatchObject({ before: '她付了', after: '元。' })
  })

  it('in a sentence without end stands between whole words', () => {
    const words = Array.from({ length: 400 }, (_, index) => `word${index}`).join(' ')
    const found = find(words, 'word200')!
    expect(found.before).toMatch(/^…word\d+ (word\d+ )*$/)
    expect(found.after).toMatch(/^( word\d+)+…$/)
    expect(found.before.length + found.after.length).toBeLessThan(260)
    expect(words).toContain(`${found.before.slice(1)}word200${found.after.slice(0, -1)}`)
  })

  it('is told as it is, over several lines and in any script', () => {
    expect(find('a\nfirst\nsecond b\nc', 'first\nsecond')).toEqual({
      before: '',
      quote: 'first\nsecond',
      after: ' b',
      line: 2,
    })
    const hebrew = 'שולם סכום של 1,200 ש"ח ביום ראשון'
    expect(find(hebrew, '1,200')).toMatchObject({ before: 'שולם סכום של ', after: ' ש"ח ביום ראשון' })
  })

  it('that is not in the text is not made up', () => {
    expect(quoteAround('short', 2, 9)).toBeUndefined()
    expect(quoteAround('short', 3, 3)).toBeUndefined()
  })
})

it('whatever the text: the quote is exact, what is around it stands there, and no character is cut in two', () => {
  const text = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('\n', '. ', '👩‍👩‍👧', 'نص عربي ', '漢字。', 'x'.repeat(300)),
      ),
      {
        minLength: 1,
        maxLength: 60,
      },
    )
    .map((parts) => parts.join(''))
    .filter((value) => value.length > 0)
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (value, a, b) => {
      const chars = [...value]
      const [from, to] = [a % chars.length, b % chars.length].sort((x, y) => x - y) as [number, number]
      const start = chars.slice(0, from).join('').length
      const end = start + chars.slice(from, to + 1).join('').length
      const found = quoteAround(value, start, end)!
      expect(found.quote).toBe(value.slice(start, end))
      expect(value.slice(0, start).endsWith(found.before.replace(/^…/, ''))).toBe(true)
      expect(value.slice(end).startsWith(found.after.replace(/…$/, ''))).toBe(true)
      if (value.isWellFormed()) expect(`${found.before}${found.after}`.isWellFormed()).toBe(true)
      expect(found.before.length + found.after.length).toBeLessThan(700)
    }),
    { numRuns: 400 },
  )
})
