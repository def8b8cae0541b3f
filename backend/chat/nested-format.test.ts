// Formats with lists of objects in their records, from many fields of work: what is given out holds to the schema as it was sent.
import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Extraction } from '../../shared/contract/extract-schemas.ts'
import type { Message } from '../../shared/contract/schemas.ts'
import { createTestApp, type TestApp } from '../platform/testing/test-app.ts'
import { type Client, createClient } from './testing/client.ts'
import { cases, invoice, invoices, listOf, number, object, type Schema, text } from './testing/nested-formats.ts'

let app: TestApp
let ada: Client
beforeAll(async () => {
  app = await createTestApp()
  ada = await createClient(app)
})
afterAll(() => app.close())

const ask = async (content: string, json_schema: unknown) => {
  const answer = await ada.call('POST', '/extract', { body: { text: content, response_format: { json_schema } } })
  const body = (await answer.json()) as Extraction & { code?: string; detail?: string }
  return { status: answer.status, ...body }
}

const formats = ['date', 'date-time', 'time', 'email', 'uri', 'uuid', 'ipv4']
/** Whether a record, or what holds records, is what the schema says, in the eyes of somebody else’s validator. */
const holds = (schema: Schema, value: unknown): boolean => {
  const options = { strict: false, formats: Object.fromEntries(formats.map((name) => [name, true as const])) }
  const isOld = String(schema.$schema).includes('draft-07')
  return (isOld ? new Ajv(options) : new Ajv2020(options)).validate(schema, value)
}

describe('what is given out holds to the schema', () => {
  test.each(Object.entries(cases))('%s', async (_, { schema, content, rows, whole }) => {
    const { status, output, detail } = await ask(content, schema)
    expect([status, detail]).toEqual([200, undefined])
    expect({ rows: output?.rows, problem: output?.problem?.detail ?? null }).toEqual({ rows, problem: null })
    const given = output?.rows ?? []
    for (const value of whole ? [whole(given)] : given) expect(holds(schema, value)).toBe(true)
  })
})

describe('what does not fit is named, down to the item', () => {
  const faultsOf = async (content: string, schema: unknown) => {
    const { output } = await ask(content, schema)
    expect(output?.problem?.code).toBe('format_unmet')
    return output?.unfit.map(({ faults }) => faults.map(({ field, code }) => `${field} ${code}`))
  }

  test.each<[string, string, unknown, string[][]]>([
    ['a value in a list', invoices.replace(',5,', ',many,'), invoice, [['lines[0].qty wrong_type']]],
    ['a value that has to be there', invoices.replace('A-2', ''), invoice, [['lines[1].sku missing']]],
    [
      'no items where there has to be one',
      'Invoice no,Date\nR-1,2026-03-01\nR-2,2026-03-02\n',
      invoice,
      [['lines missing'], ['lines missing']],
    ],
    [
      'too many',
      'club,member\nA,x\nA,y\n',
      object({ club: text, members: listOf(object({ member: text }), { maxItems: 1 }) }),
      [['members out_of_bounds']],
    ],
    [
      'the same twice',
      'club,member\nA,x\nA,x\n',
      object({ club: text, members: listOf(object({ member: text }), { uniqueItems: true }) }),
      [['members rule_broken']],
    ],
    [
      'a value in a list in a list',
      JSON.stringify([{ a: 'x', list: [{ b: 'y', inner: [{ n: 1 }, { n: 'many' }] }] }]),
      object({ a: text, list: listOf(object({ b: text, inner: listOf(object({ n: number })) })) }),
      [['list[0].inner[1].n wrong_type']],
    ],
  ])('%s', async (_, content, schema, faults) => {
    expect(await faultsOf(content, schema)).toEqual(faults)
  })
})

test('as many records as the list that they are in asks for', async () => {
  const list = (more: Schema) => listOf(object({ a: text, b: number }), more)
  const problemOf = async (schema: Schema) => (await ask('a,b\nx,1\ny,2\n', schema)).output?.problem?.detail ?? null
  expect(await problemOf(list({ minItems: 2, maxItems: 2 }))).toBeNull()
  expect(await problemOf(list({ minItems: 3 }))).toBe('The format asks for at least 3 records, and the text has 2.')
  const most = await problemOf(object({ items: list({ maxItems: 1 }) }))
  expect(most).toBe('The format asks for at most 1 record, and the text has 2.')
})

describe('a schema that can’t be held is refused by name', () => {
  const inner = (schema: unknown) => object({ a: text, list: schema })
  const chain = (parts: number, levels: number) => ({
    ...inner({ $ref: '#/$defs/d0' }),
    $defs: Object.fromEntries(
      Array.from({ length: levels }, (_, at) => [
        `d${at}`,
        { allOf: Array(parts).fill({ $ref: `#/$defs/d${at + 1}` }) },
      ]).concat([[`d${levels}`, text]] as never),
    ),
  })
  test.each<[string, unknown, RegExp]>([
    [
      'a tree',
      { $ref: '#/$defs/node', $defs: { node: object({ name: text, children: listOf({ $ref: '#/$defs/node' }) }) } },
      /“children” is recursive: its \$ref #\/\$defs\/node/,
    ],
    ['a tree by its root', object({ name: text, children: listOf({ $ref: '#' }) }), /“children” is recursive/],
    [
      'two that lead to each other',
      {
        ...inner(listOf({ $ref: '#/$defs/x' })),
        $defs: {
          x: object({ n: text, y: { $ref: '#/$defs/y' } }),
          y: object({ m: text, x: listOf({ $ref: '#/$defs/x' }) }),
        },
      },
      /“list\.y\.x” is recursive/,
    ],
    ['lists of lists', inner(listOf(listOf(number))), /“list” is a list of lists/],
    ['items of anything', inner(listOf(object({}))), /“list” is an object without properties/],
    ['items that differ by place', inner({ type: 'array', items: [text, number] }), /“list” is no JSON Schema/],
    ['prefixItems', inner({ type: 'array', prefixItems: [text] }), /“list” uses “prefixItems”/],
    ['contains', inner(listOf(object({ b: text }), { contains: {} })), /“list” uses “contains”/],
    [
      'four lists in each other',
      [...Array(4)].reduce((of) => object({ x: text, list: listOf(of) }), object({ y: text })),
      /“list\.list\.list\.list” is a list within too many lists/,
    ],
    [
      'items of several shapes',
      inner(listOf({ anyOf: [object({ b: text }), object({ c: text })] })),
      /“list” has alternatives of several shapes/,
    ],
    ['a required name that is none', inner(listOf(object({ b: text }, { required: ['c'] }))), /“list” requires “c”/],
    ['more parts than anybody reads', chain(40, 9), /is put together of too many parts/],
    [
      'more fields than a record has',
      inner(listOf(object(Object.fromEntries([...Array(600)].map((_, at) => [`f${at}`, text]))))),
      /more than 500 fields/,
    ],
    [
      'minItems that is no number',
      inner(listOf(object({ b: text }), { minItems: 'one' })),
      /“minItems” of “list” is no number/,
    ],
  ])('%s', async (_, schema, why) => {
    const { status, code, detail } = await ask(invoices, schema)
    expect({ status, code, detail }).toEqual({
      status: 422,
      code: 'format_invalid',
      detail: expect.stringMatching(why),
    })
  })

  test.each<[string, Schema]>([
    [
      'the same definition twice',
      { ...inner(listOf(object({ b: { $ref: '#/$defs/x' }, c: { $ref: '#/$defs/x' } }))), $defs: { x: text } },
    ],
    [
      'keywords of others',
      inner(
        listOf(object({ b: { ...text, 'x-order': 3, example: 'e', $comment: 'c', deprecated: true } }), {
          'x-list': true,
        }),
      ),
    ],
    ['a name that objects have', inner(listOf(object({ ['__proto__']: text, constructor: text, toString: number })))],
    [
      'types in lists',
      {
        type: ['object', 'null'],
        properties: {
          a: { type: ['string', 'null'] },
          list: {
            type: ['null', 'array'],
            items: { type: ['object', 'null'], properties: { b: { type: ['integer', 'null'] } } },
          },
        },
      },
    ],
  ])('but not %s', async (_, schema) => {
    const { status, output } = await ask('a,b\nx,1\n', schema)
    expect([status, output?.row_count]).toEqual([200, 1])
    expect(holds(schema, output?.rows[0])).toBe(true)
  })
})

test('in a conversation too, and when it is read again', async () => {
  const { schema, content, rows } = cases['a recipe with plain and other lists'] ?? {
    schema: {},
    content: '',
    rows: [],
  }
  const path = `/chat/conversations/${await ada.converse()}/messages`
  const sent = await ada.call('POST', path, { body: { content, response_format: { json_schema: schema } } })
  const reply = (await sent.json()) as Message
  expect(reply).toMatchObject({ state: 'complete', problem: null, output: { rows, places: [{ table: 0, row: 0 }] } })
  expect(reply.tables.map(({ row_count }) => row_count)).toEqual([1, 2])
  expect(reply.output?.fields[1]).toContainEqual({ field: 'ingredients.what', type: 'text', from: 'what' })
  expect((await ada.get<Message>(`${path}/${reply.id}`)).output).toEqual(reply.output)
})
