// The templates that come with the product are sound, readable and tell themselves apart.
import { describe, expect, test } from 'vitest'
import { Decisions } from '../plan/target.ts'
import { expressionEvaluator } from '../table/compute.ts'
import type { Cell } from '../table/table.ts'
import { builtInTemplates } from './built-in.ts'
import { checkTemplate } from './check-template.ts'
import { fitTable } from './fit-table.ts'
import { strictFault } from './strict-limits.ts'
import { sampleTable } from './testing/sample-table.ts'

/** WCAG 2.2: relative luminance, and the ratio of two of them. */
const luminance = (color: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string) => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const readable = 4.5
const text = '#000000'

describe.each(builtInTemplates.slice(1))('$name', (template) => {
  const { header, banding, totals, conditional_formats } = template.formatting

  test('can be saved, and given to a model', () => {
    expect(checkTemplate(template)).toEqual([])
    expect(strictFault(template)).toBeNull()
  })

  test('can be read everywhere', () => {
    const rows = [banding?.first ?? '#ffffff', banding?.second ?? '#ffffff']
    const pairs = [
      [header.color, header.background],
      [totals?.color ?? text, totals?.background ?? '#ffffff'],
      ...rows.map((background) => [text, background]),
      ...conditional_formats.flatMap((format) => {
        if (format.kind === 'scale') return [format.min, format.max].map(({ color }) => [text, color])
        const { background, color = text } = format.look
        return background === undefined ? rows.map((row) => [color, row]) : [[color, background]]
      }),
    ]
    for (const [color = '', background = ''] of pairs)
      expect([color, background, contrast(color, background) >= readable]).toEqual([color, background, true])
    // Bands are felt more than seen.
    for (const row of rows) expect(contrast('#ffffff', row)).toBeLessThan(1.2)
  })

  test('says nothing about what is not there, and works on what is', () => {
    const faults: string[] = []
    const evaluate = (formula: string, row: Record<string, Cell>) =>
      expressionEvaluator(formula, undefined, () => faults.push(formula))(row)
    const full = fitTable({ table: sampleTable(template), template, locale: 'en_US', decisions: Decisions.parse({}) })
    const rowAt = (at: number) => Object.fromEntries(full.columns.map(({ key, values }) => [key, values[at] ?? null]))
    for (const format of conditional_formats) {
      if (format.kind !== 'formula') continue
      expect([format.formula, evaluate(format.formula, {}) ?? false]).toEqual([format.formula, false])
      expect(typeof evaluate(format.formula, rowAt(0))).toBe('boolean')
    }
    for (const { formula, type } of template.layout.columns) {
      if (formula === undefined) continue
      evaluate(formula, rowAt(0))
      if (type === 'text') expect([formula, evaluate(formula, {})]).toEqual([formula, ''])
    }
    expect(faults).toEqual([])
    expect(full.faulty).toEqual([])
  })

  test('has what makes it worth choosing', () => {
    const { columns, totals_label } = template.layout
    expect(columns.length).toBeGreaterThanOrEqual(8)
    expect(columns.filter(({ type }) => type !== 'text').length).toBeGreaterThanOrEqual(2)
    expect(template.validation_rules.length).toBeGreaterThan(0)
    expect(conditional_formats.length).toBeGreaterThan(0)
    expect(columns.some(({ total }) => total !== undefined)).toBe(totals_label !== null)
    for (const { header: name, aliases } of columns) expect([name, aliases.length >= 10]).toEqual([name, true])
  })
})

test('there are twelve beside the plain one, each with a name, an id and a colour of its own', () => {
  expect(builtInTemplates).toHaveLength(13)
  expect(builtInTemplates[0]?.layout.columns).toEqual([])
  for (const of of ['id', 'name', 'description'] as const)
    expect(new Set(builtInTemplates.map((template) => template[of])).size).toBe(13)
  expect(new Set(builtInTemplates.map(({ formatting }) => formatting.header.background)).size).toBe(13)
})
