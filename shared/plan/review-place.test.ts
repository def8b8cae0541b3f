// Rules that the sheet has already: what breaks them is looked at, wherever the table goes.
import { describe, expect, test } from 'vitest'
import type { Cell, Table } from '../table/table.ts'
import { placeFault } from './keep-place-rule.ts'
import type { SheetValue } from './place.ts'
import { type Demand, demandOf } from './place-rule.ts'
import type { PlanBlock } from './plan-edit.ts'
import { planIn, tableId, templateOf } from './testing/plan-in.ts'
import { applyPlan, at, contents, emptySheet, type SimSheet } from './testing/sim-sheet.ts'
import { whyBlocked } from './why-blocked.ts'

describe('a value and a rule', () => {
  const cases: [string, Demand, SheetValue[], SheetValue[]][] = [
    ['a list', demandOf('VALUE_IN_LIST', [['a', '1', 'TRUE']]), ['a', 1, true, '', null], ['A', 'b', 2]],
    ['a list that could not be read', demandOf('VALUE_IN_RANGE', [undefined]), ['anything'], []],
    ['a checkbox', demandOf('CHECKBOX', []), [true, false, null], ['TRUE', 'yes', 1]],
    ['a checkbox with states', demandOf('CHECKBOX', ['yes', 'no']), ['yes', 'no'], [true, 'maybe']],
    ['an e-mail address', demandOf('TEXT_IS_VALID_EMAIL', []), ['a@b.example'], ['a@b', 'a b@c.de', 7]],
    [
      'a web address',
      demandOf('TEXT_IS_VALID_URL', []),
      ['https://a.example/x?y', 'a.example'],
      ['a', 'http://a b.de'],
    ],
    ['a text in it', demandOf('TEXT_CONTAINS', ['Ab']), ['xaby', 'AB'], ['ba', 12]],
    ['a text not in it', demandOf('TEXT_DOES_NOT_CONTAIN', ['1']), ['b', 22], ['a1', 21]],
    ['this very text', demandOf('TEXT_EQUAL_TO', ['ok']), ['OK'], ['okay']],
    ['a number above', demandOf('NUMBER_GREATER_THAN', [2]), [2.5], [2, '3', true]],
    ['a number up to', demandOf('NUMBER_LESS_THAN_OR_EQUAL_TO', [2]), [2, -1], [2.01]],
    ['a number outside', demandOf('NUMBER_NOT_BETWEEN', [2, 4]), [1, 5], [2, 3, 4]],
    ['another number', demandOf('NUMBER_NOT_EQUAL_TO', [0]), [1], [0]],
    ['a day between', demandOf('DATE_BETWEEN', [46_000, 46_100]), [46_000, 46_100], [45_999, '2026-01-01']],
    ['a day before', demandOf('DATE_BEFORE', [46_000]), [45_999], [46_000]],
    ['any day', demandOf('DATE_IS_VALID_DATE', []), [46_000], ['2026-01-01']],
    ['a formula', demandOf('CUSTOM_FORMULA', ['=A1>1']), ['anything'], []],
    ['a bound that is a formula', demandOf('NUMBER_BETWEEN', [1, '=B1']), [99], []],
    ['what nobody knows yet', demandOf('SOMETHING_NEW', [1]), ['anything'], []],
  ]
  test.each(cases)('%s', (_, demand, kept, broken) => {
    for (const value of kept) expect(placeFault(value, demand)).toBeNull()
    for (const value of broken) expect(placeFault(value, demand)).toMatch(/^is not what the sheet takes there: ./)
  })
})

const template = templateOf(
  [
    { key: 'id', header: 'Id', type: 'text', unique: true },
    { key: 'amount', header: 'Amount', type: 'number', total: 'sum' },
    { key: 'double', header: 'Double', type: 'number', formula: 'amount * 2' },
    { key: 'status', header: 'Status', type: 'text' },
  ],
  { layout: { totals_label: 'Sum' }, rules: [{ column: 'amount', rule: { kind: 'number', min: 0, strict: true } }] },
)
const tableOf = (rows: Cell[][]): Table => ({
  title: 'Orders',
  columns: [
    { key: 'id', name: 'Id', type: 'text' },
    { key: 'amount', name: 'Amount', type: 'number' },
    { key: 'status', name: 'Status', type: 'text' },
  ],
  rows,
})
const table = tableOf([
  ['A1', 1, 'Open'],
  ['A2', 2, 'Lost'],
  ['A3', 3, 'Paid'],
  ['A4', 4, 'Gone'],
])
const here = { kind: 'at_cell', sheet_id: 7, row: 1, column: 1 } as const
const states = demandOf('VALUE_IN_LIST', [['Open', 'Paid']])

const ruledSheet = (demand: Demand, block: Partial<PlanBlock>, strict = true): SimSheet => ({
  ...emptySheet(30, 8),
  ruled: [{ row: 2, column: 4, rows: 4, columns: 1, ...block, rule: { strict, demand } }],
})
const review = (all: 'in' | 'out' | null, rows: Record<string, 'in' | 'out'> = {}) => ({ review: { all, rows } })
const statusOf = (sheet: SimSheet) => contents(sheet, { row: 2, column: 4, rows: 5, columns: 1 }).flat()

describe('rows that the sheet would refuse', () => {
  test('are looked at before anything is written', () => {
    const { preview } = planIn(ruledSheet(states, {}), { table, template, target: here })
    expect(preview.review).toMatchObject({ count: 2, undecided: 2 })
    expect(preview.review.first.map(({ row, faults }) => [row, faults])).toEqual([
      [1, [{ header: 'Status', value: 'Lost', says: 'is not what the sheet takes there: one of Open, Paid' }]],
      [3, [{ header: 'Status', value: 'Gone', says: 'is not what the sheet takes there: one of Open, Paid' }]],
    ])
    expect(whyBlocked(preview, []).map(({ kind }) => kind)).toEqual(['review'])
  })

  test('go in when that is decided, past the rule, and are named in the plan', () => {
    const sheet = ruledSheet(states, {})
    const { plan, preview } = planIn(sheet, { table, template, target: here, decisions: review('in') })
    expect(preview.review.undecided).toBe(0)
    expect(plan.edits.find(({ kind }) => kind === 'past_rules')).toEqual({
      kind: 'past_rules',
      blocks: [
        { row: 3, column: 4, rows: 1, columns: 1 },
        { row: 5, column: 4, rows: 1, columns: 1 },
      ],
    })
    expect(statusOf(applyPlan(sheet, plan))).toEqual(['Open', 'Lost', 'Paid', 'Gone', null])
  })

  test('stay out when that is decided, and the others move up', () => {
    const sheet = ruledSheet(states, {})
    const { plan, preview } = planIn(sheet, {
      table,
      template,
      target: here,
      decisions: review(null, { 1: 'out', 3: 'in' }),
    })
    expect(preview.counts).toMatchObject({ rows_new: 3, rows_left_out: 1 })
    expect(preview.review).toMatchObject({ count: 2, undecided: 0 })
    expect(preview.range).toBe('A1:D5')
    expect(statusOf(applyPlan(sheet, plan))).toEqual(['Open', 'Paid', 'Gone', null, null])
  })

  test('that only come under a rule because others stay out are found too', () => {
    const sheet = ruledSheet(demandOf('VALUE_IN_LIST', [['Open']]), { rows: 3 })
    const { plan, preview } = planIn(sheet, { table, template, target: here, decisions: review('out') })
    expect(preview.review.first.map(({ row }) => row)).toEqual([1, 2, 3])
    expect(statusOf(applyPlan(sheet, plan))).toEqual(['Open', null, null, null, null])
  })

  test('of a rule that only warns are shown, and go in unless they are taken out', () => {
    const { plan, preview } = planIn(ruledSheet(states, {}, false), { table, template, target: here })
    expect(preview.review).toMatchObject({ count: 2, undecided: 0 })
    expect(plan.edits.some(({ kind }) => kind === 'past_rules')).toBe(false)
  })

  test('are found by what a formula will show', () => {
    const sheet = ruledSheet(demandOf('NUMBER_LESS_THAN', [5]), { column: 3 })
    const { preview } = planIn(sheet, { table, template, target: here })
    expect(preview.review.first.map(({ row }) => row)).toEqual([2, 3])
  })

  test('put the digest of another place on the plan', () => {
    const digest = (demand: Demand) => planIn(ruledSheet(demand, {}), { table, template, target: here }).preview.digest
    expect(digest(states)).not.toBe(digest(demandOf('VALUE_IN_LIST', [['Lost', 'Gone']])))
  })
})

describe('what is no row of the table', () => {
  test('needs a yes of its own', () => {
    const sheet = ruledSheet(demandOf('VALUE_IN_LIST', [['A1', 'A2', 'A3', 'A4']]), { column: 1, row: 1, rows: 20 })
    const { plan, preview } = planIn(sheet, { table, template, target: here })
    expect(preview.review.count).toBe(0)
    expect(preview.needs).toEqual([
      {
        kind: 'rules',
        count: 2,
        says: 'Write 2 cells that rules of the sheet refuse. The rules stay.',
        details: [
          'A1: “Id” is not what the sheet takes there: one of A1, A2, A3, …',
          'A6: “Sum” is not what the sheet takes there: one of A1, A2, A3, …',
        ],
      },
    ])
    expect(whyBlocked(preview, [])).toHaveLength(1)
    expect(whyBlocked(preview, ['rules'])).toEqual([])
    expect(plan.edits.find(({ kind }) => kind === 'past_rules')).toMatchObject({ blocks: [{ row: 1 }, { row: 6 }] })
  })

  test('and cells whose rule cannot be checked', () => {
    const sheet = ruledSheet(demandOf('CUSTOM_FORMULA', ['=LEN(D2)<5']), {})
    expect(planIn(sheet, { table, template, target: here }).preview.needs).toEqual([
      {
        kind: 'rules',
        count: 4,
        says: 'Write 4 cells with rules of the sheet that cannot be checked here. The rules stay.',
        details: ['D2:D5: =LEN(D2)<5'],
      },
    ])
    const warning = planIn(ruledSheet(demandOf('CUSTOM_FORMULA', ['=LEN(D2)<5']), {}, false), {
      table,
      template,
      target: here,
    })
    expect(warning.preview.needs).toEqual([])
    expect(warning.preview.notes.join()).toContain('only warns cannot be checked here: =LEN(D2)<5')
  })
})

describe('a table that stands there', () => {
  const written = (ruled: PlanBlock): SimSheet => {
    const sheet = emptySheet(30, 8)
    const { plan } = planIn(sheet, { table: tableOf(table.rows.slice(0, 1)), template, target: here })
    return { ...applyPlan(sheet, plan), ruled: [{ ...ruled, rule: { strict: true, demand: states } }] }
  }
  const later = tableOf([
    ['A1', 1, 'Lost'],
    ['A2', 2, 'Lost'],
    ['A3', 3, 'Open'],
  ])

  test('is appended to under its own rule, which inserted rows take on', () => {
    const sheet = written({ row: 2, column: 4, rows: 1, columns: 1 })
    at(sheet, 6, 1).cell = 'below'
    at(sheet, 4, 2).cell = 'below'
    const more = {
      table: tableOf(later.rows.slice(1)),
      template,
      target: { kind: 'append', anchor_id: tableId },
    } as const
    const asked = planIn(sheet, more)
    expect(asked.plan.edits.some(({ kind }) => kind === 'insert_rows')).toBe(true)
    expect(asked.preview.review.first.map(({ row }) => row)).toEqual([0])
    const { plan } = planIn(sheet, { ...more, decisions: review('out') })
    expect(contents(applyPlan(sheet, plan), { row: 2, column: 1, rows: 2, columns: 1 }).flat()).toEqual(['A1', 'A3'])
  })

  test('is replaced and merged under it', () => {
    const sheet = written({ row: 2, column: 4, rows: 20, columns: 1 })
    for (const kind of ['replace', 'merge'] as const) {
      const more = { table: later, template, target: { kind, anchor_id: tableId } }
      expect(planIn(sheet, more).preview.review.first.map(({ row }) => row)).toEqual([0, 1])
    }
  })

  test('keeps a row of its own when what a merge brings for it stays out', () => {
    const sheet = written({ row: 2, column: 4, rows: 20, columns: 1 })
    const base = tableOf(table.rows.slice(0, 1))
    const more = { table: later, base, template, target: { kind: 'merge', anchor_id: tableId } as const }
    const { plan, preview } = planIn(sheet, { ...more, decisions: review('out') })
    expect(preview.counts).toMatchObject({ rows_new: 1, rows_removed: 0, rows_left_out: 2, cells_updated: 0 })
    expect(statusOf(applyPlan(sheet, plan)).slice(0, 2)).toEqual(['Open', 'Open'])
  })
})

test('a row that breaks the template and stays out of a merge stays as it is in the sheet', () => {
  const sheet = emptySheet(30, 8)
  const base = tableOf(table.rows.slice(0, 2))
  const standing = applyPlan(sheet, planIn(sheet, { table: base, template, target: here }).plan)
  const later = tableOf([
    ['A1', -5, 'Open'],
    ['A2', 7, 'Lost'],
  ])
  const more = { table: later, base, template, target: { kind: 'merge', anchor_id: tableId } as const }
  const { plan, preview } = planIn(standing, { ...more, decisions: review('out') })
  expect(preview.counts).toMatchObject({ rows_removed: 0, rows_left_out: 1, rows_updated: 1 })
  expect(contents(applyPlan(standing, plan), { row: 2, column: 1, rows: 2, columns: 2 })).toEqual([
    ['A1', 1],
    ['A2', 7],
  ])
})
