// Values keep rules as they do in the sheet, and what breaks one is said in words.
import { describe, expect, test } from 'vitest'
import { serialOfDate } from '../table/compute/serial.ts'
import { ruleFault } from './keep-rule.ts'
import type { ValidationRule } from './validation-rule.ts'

const manner = { strict: true }
const day = (iso: string) => serialOfDate(iso) ?? Number.NaN
const fault = (value: string | number | boolean | null, rule: ValidationRule) => ruleFault(value, rule, () => null)

const list: ValidationRule = { kind: 'list', values: ['Open', 'Shipped', 'Paid', 'Cancelled'], ...manner }
const email: ValidationRule = { kind: 'email', ...manner }
const url: ValidationRule = { kind: 'url', ...manner }
const year: ValidationRule = { kind: 'date', min: '2026-01-01', max: '2026-12-31', ...manner }
const share: ValidationRule = { kind: 'number', min: 0, max: 1, ...manner }

describe('a value', () => {
  test.each<[string | number | boolean, ValidationRule]>([
    ['Open', list],
    [3, { kind: 'list', values: ['1', '2', '3'], ...manner }],
    [true, { kind: 'list', values: ['TRUE'], ...manner }],
    [false, { kind: 'checkbox' }],
    ['ada.lovelace+x@mail.example.co.uk', email],
    ['https://example.com/a?b=c#d', url],
    ['www.example.com', url],
    ['example.com/shop', url],
    ['http://localhost:8080', url],
    ['mailto:ada@example.com', url],
    [day('2026-01-01'), year],
    [day('2026-12-31') + 0.75, year],
    [day('1999-05-05'), { kind: 'date', ...manner }],
    [0, share],
    [1, share],
    [-5, { kind: 'number', max: 0, ...manner }],
    ['abc', { kind: 'length', min: 3, max: 3, ...manner }],
    [12_345, { kind: 'length', max: 5, ...manner }],
    ['DE-1234', { kind: 'pattern', pattern: '[A-Z]{2}-\\d{4}', ...manner }],
  ])('%j keeps %j', (value, rule) => expect(fault(value, rule)).toBeNull())

  test.each<[string | number | boolean, ValidationRule, string]>([
    ['open', list, 'is not in the list (Open, Shipped, Paid, …)'],
    ['x', { kind: 'list', values: ['A', 'B'], ...manner }, 'is not in the list (A, B)'],
    ['yes', { kind: 'checkbox' }, 'is neither yes nor no'],
    ['ada@example', email, 'is not an e-mail address'],
    ['ada@example..com', email, 'is not an e-mail address'],
    ['ada at example.com', email, 'is not an e-mail address'],
    [5, email, 'is not an e-mail address'],
    ['n/a', url, 'is not a web address'],
    ['javascript:alert(1)', url, 'is not a web address'],
    ['see https://example.com', url, 'is not a web address'],
    ['1.5', url, 'is not a web address'],
    ['2026-05-05', year, 'is not a date'],
    [-3, year, 'is not a date'],
    [day('2025-12-31'), year, 'is not between 2026-01-01 and 2026-12-31'],
    [day('2025-12-31'), { kind: 'date', min: '2026-01-01', ...manner }, 'is before 2026-01-01'],
    [day('2027-01-01'), { kind: 'date', max: '2026-12-31', ...manner }, 'is after 2026-12-31'],
    ['0.5', share, 'is not a number'],
    [1.01, share, 'is not between 0 and 1'],
    [-1, { kind: 'number', min: 0, ...manner }, 'is less than 0'],
    [11, { kind: 'number', max: 10, ...manner }, 'is more than 10'],
    ['ab', { kind: 'length', min: 3, ...manner }, 'has fewer than 3 characters'],
    ['abcd', { kind: 'length', max: 3, ...manner }, 'has more than 3 characters'],
    ['xDE-1234', { kind: 'pattern', pattern: '[A-Z]{2}-\\d{4}', ...manner }, 'is not written as it should be'],
  ])('%j breaks %j', (value, rule, says) => expect(fault(value, rule)).toBe(says))

  test.each<ValidationRule>([list, { kind: 'checkbox' }, email, year, { kind: 'length', min: 3, ...manner }])(
    'that is empty or a formula keeps %j',
    (rule) => {
      expect(fault(null, rule)).toBeNull()
      expect(fault('', rule)).toBeNull()
      expect(ruleFault({ formula: '=A1' }, rule, () => null)).toBeNull()
    },
  )
})

describe('a rule that is a formula', () => {
  const rule: ValidationRule = { kind: 'formula', formula: 'end >= start', ...manner }
  const check = (start: number | string | null, end: number) =>
    ruleFault(end, rule, (key) => (key === 'start' ? start : end))

  test('looks at the whole row', () => {
    expect(check(5, 6)).toBeNull()
    expect(check(null, 6)).toBeNull()
    expect(check(7, 6)).toBe('breaks the rule end >= start')
  })

  test('breaks where it gives an error, nothing that is true, or cannot be read', () => {
    const broken = (formula: string) => ruleFault(1, { ...rule, formula }, () => 0)
    for (const formula of ['1 / end', '"yes"', '0', 'end >', 'NOSUCH(end)'])
      expect(broken(formula)).toBe(`breaks the rule ${formula}`)
    expect(broken('end + 1')).toBeNull()
  })
})
