// Templates come in from files, and from the schemas that other programs have of their records.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { salesAnalysis } from './built-in/sales-analysis.ts'
import { checkTemplate } from './check-template.ts'
import { importTemplate } from './import-template.ts'
import { Template } from './template.ts'

const taken = (value: unknown) => {
  const made = importTemplate(value)
  if ('fault' in made) throw new Error(made.fault)
  return made
}

test('a template comes back as it went out, alone or in its file', () => {
  const { id: _, version: __, ...body } = salesAnalysis
  const as = { ...salesAnalysis, id: 'imported', version: 1 }
  expect(
    taken(JSON.parse(JSON.stringify({ format: 'tablewright-template', format_version: 1, template: body }))),
  ).toEqual({ template: as, notes: [] })
  expect(taken(body)).toEqual({ template: as, notes: [] })
})

test('what cannot work in a template is left out and said', () => {
  const { template, notes } = taken({
    ...salesAnalysis,
    validation_rules: [{ column: 'gone', rule: { kind: 'checkbox' } }],
  })
  expect(template.validation_rules).toEqual([])
  expect(notes.join()).toContain('“gone”')
})

describe('a JSON Schema', () => {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Order',
    description: 'What was ordered.',
    type: 'object',
    required: ['order_id', 'state'],
    $defs: { state: { type: 'string', enum: ['open', 'paid', null] }, money: { type: 'number', minimum: 0 } },
    properties: {
      order_id: { type: 'string', pattern: '^ORD-\\d+$', description: 'As printed on the label.' },
      orderedOn: { type: 'string', format: 'date' },
      state: { $ref: '#/$defs/state', default: 'open' },
      total: { allOf: [{ $ref: '#/$defs/money' }], title: 'Grand total' },
      quantity: { type: ['integer', 'null'], exclusiveMinimum: 0, maximum: 99 },
      paid: { type: 'boolean' },
      contact: { anyOf: [{ type: 'null' }, { type: 'string', format: 'email' }] },
      address: {
        type: 'object',
        required: ['city'],
        properties: { city: { type: 'string', maxLength: 80 }, zip: { type: 'string', pattern: '\\d{4,5}' } },
      },
      tags: { type: 'array', items: { type: 'string' } },
      lines: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } },
      code: { type: 'string', pattern: '(?=a)b' },
    },
  }
  const { template, notes } = taken(schema)

  test('becomes columns', () => {
    expect(template).toMatchObject({ name: 'Order', description: 'What was ordered.' })
    expect(template.layout.columns.map(({ key, header, type, required }) => [key, header, type, required])).toEqual([
      ['order_id', 'Order id', 'text', true],
      ['ordered_on', 'Ordered on', 'date', false],
      ['state', 'State', 'text', true],
      ['total', 'Grand total', 'number', false],
      ['quantity', 'Quantity', 'number', false],
      ['paid', 'Paid', 'boolean', false],
      ['contact', 'Contact', 'email', false],
      ['address_city', 'Address: City', 'text', false],
      ['address_zip', 'Address: Zip', 'text', false],
      ['tags', 'Tags', 'text', false],
      ['code', 'Code', 'text', false],
    ])
    expect(template.layout.columns[0]).toMatchObject({ aliases: ['order_id'], note: 'As printed on the label.' })
    expect(template.layout.columns[2]).toMatchObject({ default: 'open' })
  })

  test('becomes rules', () =>
    expect(template.validation_rules).toEqual([
      { column: 'order_id', rule: { kind: 'pattern', pattern: '(?:ORD-\\d+)', strict: true } },
      { column: 'state', rule: { kind: 'list', values: ['open', 'paid'], strict: true } },
      { column: 'total', rule: { kind: 'number', min: 0, strict: true } },
      { column: 'quantity', rule: { kind: 'number', min: 1, max: 99, strict: true } },
      { column: 'paid', rule: { kind: 'checkbox' } },
      { column: 'contact', rule: { kind: 'email', strict: true } },
      { column: 'address_city', rule: { kind: 'length', max: 80, strict: true } },
      { column: 'address_zip', rule: { kind: 'pattern', pattern: '.*(?:\\d{4,5}).*', strict: true } },
    ]))

  test('says what it could not become', () =>
    expect(notes).toEqual([
      '“lines” is a list of records of its own, for which a row has no place. It was left out.',
      '“Tags” is a list; its values are written into one cell.',
      expect.stringContaining('look-ahead'),
    ]))

  test('of a list of records is that of a record', () =>
    expect(
      taken({ type: 'array', items: { type: 'object', properties: { a: { type: 'number' } } } }).template.layout
        .columns,
    ).toMatchObject([{ key: 'a', type: 'number' }]))

  test('that goes round in circles comes to an end', () => {
    const { template: made } = taken({
      $ref: '#/$defs/node',
      $defs: { node: { type: 'object', properties: { name: { type: 'string' }, next: { $ref: '#/$defs/node' } } } },
    })
    expect(made.layout.columns[0]).toMatchObject({ key: 'name' })
    expect(importTemplate({ $ref: '#' })).toHaveProperty('fault')
    expect(importTemplate({ $ref: '#/a', a: { $ref: '#/a' } })).toHaveProperty('fault')
  })
})

test.each([
  null,
  5,
  'x',
  [],
  {},
  { layout: 5 },
  { properties: {} },
  { $ref: 'https://example.com/schema' },
  { template: { name: 5 } },
])('%j is none, with a reason', (value) =>
  expect(importTemplate(value)).toEqual({ fault: expect.stringMatching(/^\p{Lu}.*\.$/u) }),
)

test('whatever is read, it can be saved or is refused', () => {
  const name = fc.constantFrom(
    'type',
    'properties',
    'items',
    '$ref',
    'allOf',
    'enum',
    'required',
    'title',
    'a',
    'b_c',
    'format',
    'default',
    'pattern',
    'minimum',
  )
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof(
      { depthSize: 'medium' },
      fc.constantFrom<unknown>('string', 'object', 'array', 'number', '#/a', 'x', 1, null, true, '(a'),
      fc.array(tie('json'), { maxLength: 3 }),
      fc.dictionary(name, tie('json'), { maxKeys: 5 }),
    ),
  }))
  fc.assert(
    fc.property(json, (value) => {
      const made = importTemplate({
        properties: { x: value },
        ...(typeof value === 'object' && value !== null ? { a: value } : {}),
      })
      if ('fault' in made) return
      expect(Template.parse(made.template)).toEqual(made.template)
      expect(checkTemplate(made.template)).toEqual([])
    }),
    { numRuns: 200 * Number(process.env.STRESS ?? 1) },
  )
})
