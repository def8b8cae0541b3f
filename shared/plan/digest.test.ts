// Data that differs anywhere gets another name.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digestOf } from './digest.ts'

test('the same data has one digest, and a change of one cell or of the order another', () => {
  const rows = fc.array(fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean())), {
    minLength: 2,
  })
  fc.assert(
    fc.property(rows, rows, (one, other) => {
      expect(digestOf(structuredClone(one))).toBe(digestOf(one))
      const same = JSON.stringify(one) === JSON.stringify(other)
      expect(digestOf(one) === digestOf(other)).toBe(same)
    }),
  )
})

test('a hundred thousand tables that differ in one number all have names of their own', () => {
  const names = new Set(
    Array.from({ length: 100_000 }, (_, index) =>
      digestOf([
        ['Order', 'Total'],
        ['0042', index],
      ]),
    ),
  )
  expect(names.size).toBe(100_000)
})
