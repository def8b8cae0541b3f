// Editing a template keeps its parts in step.
import { describe, expect, it } from 'vitest'
import {
  addColumn,
  emptyTemplate,
  freshKey,
  moveColumn,
  removeColumn,
  ruleOf,
  setColumn,
  setRule,
  settleKeys,
  templateFrom,
} from './template-draft.ts'

const orders = () =>
  templateFrom('Orders', [
    { key: 'a', name: 'Größe (m²)', type: 'number' },
    { key: 'b', name: 'Price', type: 'currency', currency: 'EUR' },
    { key: 'c', name: 'price', type: 'number' },
    { key: 'd', name: '注文番号', type: 'text' },
  ])

describe('keys', () => {
  it('come from headers of any script, each once', () => {
    expect(orders().layout.columns.map(({ key }) => key)).toEqual(['gro_e_m2', 'price', 'price_2', 'column_1'])
    expect(freshKey('2nd', [])).toBe('nd')
    expect(freshKey('', [{ key: 'column_1' }])).toBe('column_2')
  })

  it('of new columns follow their first header when the template is saved, and their rules with them', () => {
    let draft = addColumn(orders())
    const key = draft.layout.columns[4]!.key
    draft = setRule(setColumn(draft, 4, { header: ' Due date ', type: 'date' }), key, { kind: 'date', strict: true })
    draft = settleKeys(draft)
    expect(draft.layout.columns[4]).toMatchObject({ key: 'due_date', header: 'Due date' })
    expect(ruleOf(draft, 'due_date')).toEqual({ kind: 'date', strict: true })
    expect(settleKeys(setColumn(draft, 4, { header: 'Deadline' })).layout.columns[4]?.key).toBe('due_date')
  })
})

it('a column that goes takes along what names it', () => {
  const draft = orders()
  draft.layout.sort = [{ column: 'price', descending: true }]
  draft.layout.chart = { kind: 'bar', title: '', labels: 'column_1', series: ['price'] }
  draft.formatting.conditional_formats = [
    { kind: 'cell', columns: ['price'], test: 'less', values: [0], look: { bold: true } },
    { kind: 'cell', columns: ['price', 'price_2'], test: 'less', values: [0], look: { bold: true } },
  ]
  const left = removeColumn(setRule(draft, 'price', { kind: 'number', strict: true }), 1)
  expect(left.layout.columns.map(({ key }) => key)).toEqual(['gro_e_m2', 'price_2', 'column_1'])
  expect(left.layout).toMatchObject({ sort: [], chart: null })
  expect(left.formatting.conditional_formats.map(({ columns }) => columns)).toEqual([['price_2']])
  expect(left.validation_rules).toEqual([])
})

it('columns move one place, and not over the edge', () => {
  const names = (draft: ReturnType<typeof orders>) => draft.layout.columns.map(({ key }) => key)
  expect(names(moveColumn(orders(), 0, 1))).toEqual(['price', 'gro_e_m2', 'price_2', 'column_1'])
  expect(names(moveColumn(orders(), 3, 1))).toEqual(names(orders()))
  expect(names(moveColumn(orders(), 0, -1))).toEqual(names(orders()))
})

it('what is cleared is gone, not undefined', () => {
  const draft = setColumn(setColumn(emptyTemplate(), 0, { width: 200 }), 0, { width: undefined })
  expect('width' in draft.layout.columns[0]!).toBe(false)
})
