// Grounding: values are found as they are written, whole, at their exact place, and in their own record.
import { describe, expect, it } from 'vitest'
import { createGrounder, groundValue } from './ground.ts'

const text =
  'Ada Lovelace’s order: 12 in 3124, 1.480,00 € on 3 March 2026, 15% off, 12.5 kg of A-123 at 2:30 pm. 北京 １２３ 👍🏽 Café.'
const sources = [{ id: 'm', text }]

function quote(value: string | number | boolean, type: Parameters<typeof groundValue>[1]): string | null {
  const span = groundValue(value, type, sources)
  return span && text.slice(span.start, span.end)
}

describe('groundValue', () => {
  it.each([
    ['ada  lovelace', 'text', 'Ada Lovelace'],
    [12, 'number', '12'],
    [1480, 'currency', '1.480,00 €'],
    ['1480 EUR', 'currency', '1.480,00 €'],
    ['2026-03-03', 'date', '3 March 2026'],
    [0.15, 'percent', '15%'],
    ['14:30:00', 'time', '2:30 pm'],
    [123, 'number', '１２３'],
    ['北京', 'text', '北京'],
    ['Cafe\u0301', 'text', 'Café'],
  ] as const)('finds %s as %s', (value, type, written) => {
    expect(quote(value, type)).toBe(written)
  })

  it.each([
    [31, 'number'],
    [5, 'number'],
    ['A-12', 'text'],
    ['1480 USD', 'currency'],
    ['Cafe', 'text'],
  ] as const)('finds no %s as %s', (value, type) => {
    expect(quote(value, type)).toBeNull()
  })
})

describe('createGrounder', () => {
  it('grounds the cells of a row beside one another', () => {
    const orders = 'Ada paid 12 EUR.\nBob paid 12 EUR.\n'
    const grounder = createGrounder([{ id: 'm', text: orders }])
    const columns = [{ type: 'text' as const }, { type: 'currency' as const, currency: 'EUR' }]
    expect(grounder.groundRow(['Bob', 12], columns)).toEqual([
      { source: 'm', start: 17, end: 20 },
      { source: 'm', start: 26, end: 32 },
    ])
  })
})
