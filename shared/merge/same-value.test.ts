import { describe, expect, it } from 'vitest'
import type { Cell } from '../table/table.ts'
import { sameValue } from './same-value.ts'

describe('values are the same', () => {
  it.each<[Cell | undefined, Cell | undefined]>([
    [1, 1.0],
    [0, -0],
    [0.3, 0.1 + 0.2],
    [1e21, 1000000000000000000000],
    [46000.333333333336, 46000.3333333333],
    [Number.NaN, Number.NaN],
    [null, undefined],
    ['2026-01-05', '2026-01-05T00:00:00'],
    ['2026-01-05', '2026-01-05T00:00:00.000Z'],
    ['2026-01-05 14:30', '2026-01-05T14:30:00'],
    ['2026-01-05T14:30:00+02:00', '2026-01-05T12:30:00Z'],
    ['2026-01-05T00:15:00+0100', '2026-01-04T23:15Z'],
    ['2026-01-05T12:00:00.500', '2026-01-05T12:00:00.5'],
    ['2024-02-29', '2024-02-29T00:00'],
    ['2026-01-05 12:00', '2026-01-05T12:00'],
    ['2026-01-05T12:00+01:00', '2026-01-05T13:00+02:00'],
  ])('%s and %s', (one, other) => {
    expect(sameValue(one, other)).toBe(true)
    expect(sameValue(other, one)).toBe(true)
  })
})

describe('values differ', () => {
  it.each<[Cell | undefined, Cell | undefined]>([
    [1, '1'],
    [42, '0042'],
    ['0042', '42'],
    [true, 'TRUE'],
    [true, 1],
    [false, null],
    [0, null],
    ['', null],
    ['', undefined],
    [1, 1.0000000001],
    [4111111111111111, 4111111111111112],
    [Number.NaN, 0],
    ['a', 'A'],
    ['a', 'a '],
    ['=A1+B1', '=A1 + B1'],
    ['=A1', '=a1'],
    ['2026-01-05', '2026-01-06'],
    ['2026-01-05', '2026-01-05T00:00:01'],
    ['2026-02-30', '2026-03-02'],
    ['2026-13-01', '2027-01-01'],
    ['2026-01-05', 46027],
    ['2026-01', '2026-01-01'],
    ['2026-01-05T25:00', '2026-01-06T01:00'],
    ['2026-01-05T12:00:00.001', '2026-01-05T12:00:00.0010001'],
  ])('%s and %s', (one, other) => {
    expect(sameValue(one, other)).toBe(false)
    expect(sameValue(other, one)).toBe(false)
  })
})
