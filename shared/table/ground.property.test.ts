// What holds of grounding for any text: exact offsets, whole values, no error on anything, work in proportion.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createGrounder, groundValue } from './ground.ts'
import { ColumnType } from './table.ts'

const filler = fc.stringMatching(/^[ \n,.;:()"'\u00a0\u200b\ufeff\u2014]{0,6}$/)
const word = fc.constantFrom(
  'Ada',
  'Zoë',
  'Zoe\u0308',
  '北京',
  '👍🏽',
  'ﬁlm',
  'МОСКВА',
  'القاهرة',
  'हिन्दी',
  'O’Neill',
  '１２',
)
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/’/g, "'")
    .replace(/[\u200b\ufeff]/g, '')

describe('groundValue', () => {
  it('gives the very place of a word, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(filler, word), { minLength: 1, maxLength: 8 }), fc.nat(), (parts, pick) => {
        const text = parts.map(([gap, own]) => `${gap} ${own} `).join('')
        const value = parts[pick % parts.length]![1]
        const span = groundValue(value, 'text', [{ id: 's', text }])
        expect(span && plain(text.slice(span.start, span.end))).toBe(plain(value))
      }),
    )
  })

  it('takes no number for a part of a longer one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.nat({ max: 9 }),
        fc.constantFrom('', '.', ','),
        (value, digit, mark) => {
          const behind = `${value}${mark}${digit}${digit === 0 ? 1 : ''}`
          const before = `${digit + 1}${value}`
          for (const written of mark === '' ? [behind, before] : [behind]) {
            if (Number(written.replace(',', '.')) === value || Number(written.replace(/[.,]/, '')) === value) continue
            expect(groundValue(value, 'number', [{ id: 's', text: `They counted ${written} in all.` }])).toBeNull()
          }
        },
      ),
    )
  })

  it('bears any text and any value', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.double(), fc.boolean()),
        fc.constantFrom(...ColumnType.options),
        (text, value, type) => {
          const sources = [{ id: 's', text }]
          const near = [{ source: 's', start: 0, end: Math.min(3, text.length) }]
          for (const span of [groundValue(value, type, sources), groundValue(value, type, sources, { near })]) {
            if (!span) continue
            expect(span.start).toBeLessThan(span.end)
            expect(span.end).toBeLessThanOrEqual(text.length)
          }
        },
      ),
    )
  })
})

describe('createGrounder', () => {
  it('reads no more of a source for a row than the row needs', () => {
    const columns = [{ type: 'number' as const }, { type: 'text' as const }, { type: 'text' as const }]
    const text = Array.from(
      { length: 2000 },
      (_, at) => `Parcel ${at + 1000} for Kim ${at % 7} was shipped today.`,
    ).join('\n')
    const grounder = createGrounder([{ id: 's', text }])
    for (const at of [0, 999, 1999]) {
      const spans = grounder.groundRow([at + 1000, `Kim ${at % 7}`, 'shipped'], columns)
      const from = text.indexOf(`Parcel ${at + 1000}`)
      for (const span of spans) {
        expect(span!.start).toBeGreaterThan(from)
        expect(span!.end).toBeLessThan(from + 60)
      }
    }
  })
})
