// Proves that the quick look at a cell and the slow reading agree, whatever the cell.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inferColumns, parseCell, parseColumnCell } from './infer.ts'
import type { ReadTable } from './read-table.ts'

function column(cells: string[], name = 'x'): ReadTable {
  return { header: [name], rows: cells.map((cell) => [cell]), format: 'csv', start: 0, end: 0 }
}

const words =
  'May mar Jan März MÄRZ aralık KASIM de of am PM Uhr EUR US$ kr zł Rs lakh Mio. K M Mrd руб. true nein n/a NaN null Z UTC Q1 W12 KW T Main Street Mond Kronor dollars 円 年 月 日 下午 원 a b y n x example.org www.a.com ada@b.io http://a.io'.split(
    ' ',
  )
const piece = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...'0 1 2 05 12 13 31 99 123 234 2026 1999 20260305 1234567 1.234 1,234 .234, ,234.'.split(' '),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom('.', ',', '-', '/', ':', ' ', "'", '(', ')', '%', '+', '$', '€', 'e', 'T', '\u00a0'),
  },
  { weight: 3, arbitrary: fc.constantFrom(...words) },
  { weight: 1, arbitrary: fc.string({ maxLength: 3 }) },
)
const cell = fc.array(piece, { minLength: 1, maxLength: 7 }).map((pieces) => pieces.join(''))
const shaped = fc.oneof(
  fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => {
    const iso = date.toISOString()
    return [iso, iso.slice(0, 10), iso.slice(0, 19), iso.slice(0, 16).replace('T', ' '), iso.slice(11, 19)][
      Math.abs(date.getTime()) % 5
    ]!
  }),
  fc
    .tuple(fc.nat(32), fc.nat(32), fc.constantFrom(2026, 99, 5, 1850), fc.constantFrom('/', '-', '.'))
    .map(([a, b, y, by]) => `${a}${by}${b}${by}${y}`),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.integer().map((number) => number.toLocaleString('en-US')),
)

describe('a column of one cell', () => {
  it('has the type that the cell has on its own', () => {
    fc.assert(
      fc.property(fc.oneof(cell, shaped), (text) => {
        const alone = parseCell(text)
        const inferred = inferColumns(column([text]))[0]!
        const missing = parseColumnCell(text, { name: 'x', type: 'boolean' }).value === null
        if (!alone || missing || inferred.type === 'url') return
        expect(inferred.type).toBe(alone.type)
        if (alone.type === 'text' || alone.ambiguous) return
        expect(parseColumnCell(text, inferred)).toEqual({ value: alone.value, ok: true })
      }),
      { numRuns: 4000 * Number(process.env.STRESS ?? 1) },
    )
  })
})

describe('a column of many cells', () => {
  it('has the type that nine in ten of its cells have, however long it is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('1.5', '2026-03-05', 'true', 'a@b.io', '12:05'),
        fc.integer({ min: 1, max: 2000 }),
        fc.nat(400),
        (value, fits, strays) => {
          const cells = [...Array<string>(strays).fill('plain words'), ...Array<string>(fits).fill(value)]
          const { type } = inferColumns(column(cells))[0]!
          expect(type).toBe(fits / (fits + strays) >= 0.9 ? parseCell(value)!.type : 'text')
        },
      ),
      { numRuns: 60 * Number(process.env.STRESS ?? 1) },
    )
  })

  it('is read in time, whatever fills its cells', () => {
    for (const part of [
      '9',
      '1.',
      '1,',
      'a',
      'May ',
      '１',
      '2026-03-05 ',
      '€',
      ' ',
      '(',
      'a@',
      'http://a',
      'x.',
      "1'",
      '万',
      '3/4/',
    ]) {
      const cells = [part.repeat(300_000), ...Array.from({ length: 2000 }, (_, at) => part.repeat(20) + at)]
      const start = performance.now()
      const inferred = inferColumns(column(cells))[0]!
      for (const text of cells) parseColumnCell(text, inferred)
      parseCell(part.repeat(4000), { type: 'date' })
      parseCell(part.repeat(4000), { type: 'currency' })
      parseCell(part.repeat(4000), { type: 'number' })
      expect(performance.now() - start, part).toBeLessThan(2000)
    }
  })

  it('is read in time beside rows of any width', () => {
    const wide = Array.from({ length: 20_000 }, (_, at) => String(at))
    const rows = [wide, ...Array.from({ length: 100_000 }, (_, at) => [String(at)]), wide]
    const start = performance.now()
    expect(inferColumns({ header: null, rows, format: 'csv', start: 0, end: 0 })).toHaveLength(20_000)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
