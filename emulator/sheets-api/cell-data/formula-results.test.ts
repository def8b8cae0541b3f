// Tests of what the API tells of formulas that come to nothing, to an error, or to a link.
import { expect, it } from 'vitest'
import { newBook } from '../testing/book.ts'

const results = (...formulas: string[]) => {
  const { cells, write } = newBook()
  write(1, 1, [formulas])
  return cells('A1:Z1')[0]!
}

it('an empty cell that is passed on stays empty, also to what names it', () => {
  const row = results('=Z9', '=IF(FALSE,1,)', '=ISBLANK(A1)', '="<"&B1&">"', '=COUNTA(A1:B1)', '=A1+1', '=B1=""')
  for (const { effectiveValue, formattedValue, effectiveFormat } of row.slice(0, 2)) {
    expect([effectiveValue, formattedValue]).toEqual([undefined, undefined])
    expect(effectiveFormat).not.toHaveProperty('hyperlinkDisplayType')
  }
  expect(row.slice(2, 7).map(({ formattedValue }) => formattedValue)).toEqual(['TRUE', '<>', '0', '1', 'TRUE'])
})

it('an empty text is not told, but it is no empty cell', () => {
  const [empty, blank, isText] = results('=""', '=ISBLANK(A1)', '=ISTEXT(A1)')
  expect(empty).not.toHaveProperty('effectiveValue')
  expect(empty).not.toHaveProperty('formattedValue')
  expect(empty!.effectiveFormat).toHaveProperty('hyperlinkDisplayType', 'PLAIN_TEXT')
  expect([blank!.formattedValue, isText!.formattedValue]).toEqual(['FALSE', 'TRUE'])
})

it.each([
  ['=Missing(1)', 'NAME', "Unknown function: 'Missing'."],
  ['=Nowhere', 'NAME', "Unknown range name: 'NOWHERE'."],
  ['=NA()', 'N_A', undefined],
  ['=LAMBDA(a,a)', 'N_A', 'Function LAMBDA should be followed by a call containing the actual values.'],
  ['=MATCH("z",B1:B3,0)', 'N_A', "Did not find value 'z' in MATCH evaluation."],
  ['=SQRT(-4)', 'NUM', 'Function SQRT parameter 1 value is negative. It should be positive or zero.'],
  [
    '=2*"two"',
    'VALUE',
    "Function MULTIPLY parameter 2 expects number values. But 'two' is a text and cannot be coerced to a number.",
  ],
  ['=B1:B2 C1:C2', 'ERROR', 'Formula parse error.'],
])('%s says what is wrong', (formula, type, message) => {
  expect(results(formula)[0]!.effectiveValue).toEqual({ errorValue: { type, ...(message ? { message } : {}) } })
})

it('an array that the sheet has no room for is not shown', () => {
  const row = results(...Array<string>(9).fill(''), '={1,2}')
  expect(row[9]!.effectiveValue).toMatchObject({ errorValue: { type: 'REF' } })
})

it('a link is drawn as one', () => {
  const [link] = results('=HYPERLINK("https://example.com/a","Go")')
  expect(link).toMatchObject({ hyperlink: 'https://example.com/a', formattedValue: 'Go' })
  expect(link!.effectiveFormat).toMatchObject({
    hyperlinkDisplayType: 'LINKED',
    textFormat: { underline: true, link: { uri: 'https://example.com/a' }, foregroundColor: { blue: 0.8 } },
  })
})
