// What cannot work is named before a template is saved, with its place and what to do; what can is let through.
import { describe, expect, test } from 'vitest'
import { builtInTemplates } from './built-in.ts'
import { checkTemplate } from './check-template.ts'
import { Template, type TemplateInput } from './template.ts'

type ColumnInput = TemplateInput['layout']['columns'][number]
type Parts = {
  columns?: ColumnInput[]
  rules?: TemplateInput['validation_rules']
  formats?: TemplateInput['formatting']['conditional_formats']
  layout?: Partial<TemplateInput['layout']>
}

const usual: ColumnInput[] = [
  { key: 'item', header: 'Item', type: 'text', unique: true },
  { key: 'price', header: 'Price', type: 'currency' },
  { key: 'count', header: 'Count', type: 'number' },
  { key: 'start', header: 'Start', type: 'date' },
  { key: 'end', header: 'End', type: 'date' },
  { key: 'done', header: 'Done', type: 'boolean' },
]

const check = ({ columns = usual, rules = [], formats = [], layout = {} }: Parts) =>
  checkTemplate(
    Template.parse({
      id: 'x',
      name: 'X',
      description: '',
      version: 1,
      layout: { columns, frozen_rows: 1, frozen_columns: 0, filter: true, totals_label: null, ...layout },
      formatting: { header: { background: '#000000', color: '#ffffff' }, banding: null, conditional_formats: formats },
      validation_rules: rules,
    }),
  )

/** The usual columns with one more, or with one changed. */
const withColumn = (column: ColumnInput): Parts => ({
  columns: usual.some(({ key }) => key === column.key)
    ? usual.map((each) => (each.key === column.key ? column : each))
    : [...usual, column],
})
const text = (more: Partial<ColumnInput>): ColumnInput => ({ key: 'x', header: 'X', type: 'text', ...more })
const rule = (column: string, of: NonNullable<TemplateInput['validation_rules']>[number]['rule']): Parts => ({
  rules: [{ column, rule: of }],
})
const manner = { strict: true }
const look = { bold: true }

test.each(builtInTemplates)('$name is sound', (template) => expect(checkTemplate(template)).toEqual([]))

describe('is sound:', () => {
  test.each<Parts>([
    {},
    { columns: [] },
    withColumn(text({ type: 'currency', formula: 'price * count' })),
    withColumn(text({ type: 'percent', formula: 'count / 10' })),
    withColumn(text({ type: 'number', formula: 'end - TODAY()' })),
    withColumn(text({ type: 'date', formula: 'start + count' })),
    withColumn(text({ type: 'text', formula: 'IF(count < 5, "low", "")' })),
    withColumn(text({ type: 'date', default: '2026-01-31', number_format: 'dd.mm.yyyy' })),
    rule('count', { kind: 'list', values: ['1', '2', '2.5'], ...manner }),
    rule('end', { kind: 'formula', formula: 'end >= start', ...manner }),
    rule('item', { kind: 'pattern', pattern: '[A-Z]{2}\\d+', ...manner }),
    { formats: [{ kind: 'formula', columns: [], formula: 'AND(end < TODAY(), NOT(done))', look }] },
    {
      formats: [
        { kind: 'cell', columns: ['start', 'end'], test: 'between', values: ['2026-01-01', '2026-12-31'], look },
      ],
    },
    { formats: [{ kind: 'cell', columns: ['item'], test: 'equals', values: ['Open'], look }] },
    { layout: { frozen_columns: 1, sort: [{ column: 'start' }, { column: 'item' }] } },
    { layout: { chart: { kind: 'pie', title: '', labels: 'item', series: ['price'] } } },
  ])('%j', (parts) => expect(check(parts)).toEqual([]))
})

test('a formula that is known to reach further than its row may be kept: it is written only when that is agreed to', () => {
  expect(check(withColumn(text({ formula: 'HYPERLINK("https://a.example/?q="&item, item)' })))).toEqual([])
  expect(check(withColumn(text({ formula: 'IMAGE(item, 4, 50, 50)' })))).toEqual([])
})

describe('is named:', () => {
  test.each<[path: string, says: string, Parts]>([
    ['layout.columns.6.key', 'has the key “item”', withColumns(text({ key: 'item' }))],
    ['layout.columns.6.header', 'called “ITEM ”', withColumn(text({ header: 'ITEM ' }))],
    ['layout.columns.6.header', 'no header', withColumn(text({ header: '  ' }))],
    ['layout.columns.6.aliases.1', '“X” and for “Item”', withColumn(text({ aliases: ['y', 'item'] }))],
    ['layout.columns.6.formula', 'no column with the key “cost”', withColumn(text({ formula: 'cost * 2' }))],
    ['layout.columns.6.formula', 'cannot be used', withColumn(text({ formula: 'price *' }))],
    ['layout.columns.6.formula', 'not allowed', withColumn(text({ formula: 'GRAB(item)' }))],
    ['layout.columns.6.formula', 'itself', withColumn(text({ type: 'number', formula: 'x + 1' }))],
    ['layout.columns.6.formula', 'gives numbers', withColumn(text({ formula: 'count + 1' }))],
    ['layout.columns.6.formula', 'gives days', withColumn(text({ type: 'number', formula: 'start + 1' }))],
    ['layout.columns.6.default', 'computed', withColumn(text({ type: 'number', formula: 'count', default: 1 }))],
    ['layout.columns.6.default', 'holds days', withColumn(text({ type: 'date', default: 'soon' }))],
    ['layout.columns.6.default', 'holds numbers', withColumn(text({ type: 'number', default: '1' }))],
    ['layout.columns.6.default', 'tells rows apart', withColumn(text({ unique: true, default: 'a' }))],
    ['layout.columns.6.default', '50,000', withColumn(text({ default: 'a'.repeat(50_001) }))],
    ['layout.columns.6.currency', 'holds numbers', withColumn(text({ type: 'number', currency: 'EUR' }))],
    ['layout.columns.6.number_format', 'no %', withColumn(text({ type: 'percent', number_format: '0.00' }))],
    ['layout.columns.6.total', 'cannot be summed up', withColumn(text({ type: 'date', total: 'sum' }))],
    ['layout.columns.6.total', 'tells rows apart', withColumn(text({ type: 'number', total: 'sum', unique: true }))],
    ['validation_rules.0.column', '“gone”', rule('gone', { kind: 'checkbox' })],
    ['validation_rules.0.rule', 'checkboxes', rule('item', { kind: 'checkbox' })],
    ['validation_rules.0.rule', 'a list of texts', rule('start', { kind: 'list', values: ['a'], ...manner })],
    ['validation_rules.0.rule', 'its list has “few”', rule('count', { kind: 'list', values: ['1', 'few'], ...manner })],
    ['validation_rules.0.rule', '“a” twice', rule('item', { kind: 'list', values: ['a', 'b', 'a'], ...manner })],
    ['validation_rules.0.rule', 'space', rule('item', { kind: 'list', values: ['a '], ...manner })],
    ['validation_rules.0.rule', 'from 5 to 1', rule('count', { kind: 'number', min: 5, max: 1, ...manner })],
    ['validation_rules.0.rule', 'Swap', rule('end', { kind: 'date', min: '2026-02-01', max: '2026-01-01', ...manner })],
    ['validation_rules.0.rule', 'neither the least', rule('item', { kind: 'length', ...manner })],
    ['validation_rules.0.rule', 'look-ahead', rule('item', { kind: 'pattern', pattern: '(?=a)', ...manner })],
    ['validation_rules.0.rule', 'back-references', rule('item', { kind: 'pattern', pattern: '(a)\\1', ...manner })],
    [
      'validation_rules.0.rule',
      'the key “until”',
      rule('end', { kind: 'formula', formula: 'until > start', ...manner }),
    ],
    ['validation_rules.0.rule', 'neither true', rule('end', { kind: 'formula', formula: 'end - start', ...manner })],
    [
      'validation_rules.1',
      'two rules',
      {
        rules: [
          { column: 'done', rule: { kind: 'checkbox' } },
          { column: 'done', rule: { kind: 'checkbox' } },
        ],
      },
    ],
    [
      'formatting.conditional_formats.0',
      '“gone”',
      { formats: [{ kind: 'formula', columns: ['gone'], formula: 'done', look }] },
    ],
    [
      'formatting.conditional_formats.0',
      'neither true',
      { formats: [{ kind: 'formula', columns: [], formula: 'price', look }] },
    ],
    [
      'formatting.conditional_formats.0',
      '“greater”',
      { formats: [{ kind: 'cell', columns: ['item'], test: 'greater', values: [1], look }] },
    ],
    [
      'formatting.conditional_formats.0',
      '“contains”',
      { formats: [{ kind: 'cell', columns: ['count'], test: 'contains', values: ['a'], look }] },
    ],
    [
      'formatting.conditional_formats.0',
      'Give a number',
      { formats: [{ kind: 'cell', columns: ['count'], test: 'less', values: ['a'], look }] },
    ],
    [
      'formatting.conditional_formats.0',
      'Write days',
      { formats: [{ kind: 'cell', columns: ['end'], test: 'before', values: ['today'], look }] },
    ],
    [
      'formatting.conditional_formats.0',
      'takes 2 values',
      { formats: [{ kind: 'cell', columns: ['count'], test: 'between', values: [1], look }] },
    ],
    [
      'formatting.conditional_formats.0',
      'from 5 to 1',
      { formats: [{ kind: 'cell', columns: ['count'], test: 'between', values: [5, 1], look }] },
    ],
    ['formatting.conditional_formats.0', 'no colour scale', scale('item', { at: 'min' })],
    ['formatting.conditional_formats.0', 'says no number', scale('count', { at: 'number' })],
    ['formatting.conditional_formats.0', 'between 0 and 100', scale('count', { at: 'percentile', value: 101 })],
    ['layout.frozen_columns', 'has only 6', { layout: { frozen_columns: 6 } }],
    [
      'layout.frozen_columns',
      'pixels',
      { ...withColumn({ ...usual[0]!, width: 1300 }), layout: { frozen_columns: 1 } },
    ],
    ['layout.sort.0.column', '“gone”', { layout: { sort: [{ column: 'gone' }] } }],
    ['layout.sort.1.column', 'twice', { layout: { sort: [{ column: 'item' }, { column: 'item' }] } }],
    ['layout.chart', '“gone”', { layout: { chart: { kind: 'bar', title: '', labels: 'gone', series: ['count'] } } }],
    [
      'layout.chart',
      'no numbers',
      { layout: { chart: { kind: 'bar', title: '', labels: 'item', series: ['start'] } } },
    ],
    [
      'layout.chart',
      'one column',
      { layout: { chart: { kind: 'pie', title: '', labels: 'item', series: ['count', 'price'] } } },
    ],
  ])('%s %s', (path, says, parts) => {
    const faults = check(parts)
    expect(faults.map((fault) => fault.path)).toEqual([path])
    expect(faults[0]?.says).toContain(says)
    expect(faults[0]?.says).toMatch(/^[“\p{Lu}].*\.$/u)
  })

  test('a circle, at each of its columns', () => {
    const columns: ColumnInput[] = [
      text({ key: 'a', header: 'A', type: 'number', formula: 'b' }),
      text({ key: 'b', header: 'B', type: 'number', formula: 'a' }),
    ]
    expect(check({ columns }).map(({ path }) => path)).toEqual(['layout.columns.0.formula', 'layout.columns.1.formula'])
  })

  test('what no model can be asked for', () => {
    const columns = Array.from({ length: 1000 }, (_, at) =>
      text({ key: `${'long_'.repeat(11)}a${at}`.slice(0, 64), header: `Column ${at}` }),
    )
    expect(check({ columns })).toEqual([])
    expect(
      checkTemplate({
        ...builtInTemplates[0]!,
        layout: {
          ...builtInTemplates[0]!.layout,
          columns: Array.from({ length: 5000 }, (_, at) => ({
            ...text({ key: `k${at}`, header: `K ${at}` }),
            aliases: [],
            required: false,
            unique: false,
          })),
        },
      }).map(({ path }) => path),
    ).toEqual(['layout.columns'])
  })
})

function withColumns(column: ColumnInput): Parts {
  return { columns: [...usual, column] }
}

function scale(column: string, min: { at: 'min' | 'number' | 'percentile'; value?: number }): Parts {
  const color = '#ffffff'
  return {
    formats: [{ kind: 'scale', columns: [column], min: { color, ...min }, mid: null, max: { color, at: 'max' } }],
  }
}
