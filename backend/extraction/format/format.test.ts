// Whatever a schema asks for and whatever a table says, what is given out holds to the schema, or is refused by name.
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell } from '../../../shared/table/table.ts'
import { Problem } from '../../platform/problem.ts'
import { formatOfSchema } from './compile-format.ts'
import { fitRecords } from './fit-records.ts'

const runs = 150 * Number(process.env.STRESS ?? 1)

type Schema = Record<string, unknown>
const names = ['a', 'b', 'name', 'lines', 'a b', 'constructor', 'x.y', 'Ä']

const some = (more: Record<string, fc.Arbitrary<unknown>>) => fc.record(more, { requiredKeys: [] })
const usual: fc.Arbitrary<Schema> = fc.oneof(
  some({
    type: fc.constantFrom('string', ['string', 'null']),
    minLength: fc.nat(2),
    maxLength: fc.integer({ min: 2, max: 9 }),
  }),
  some({ type: fc.constantFrom('integer', 'number', ['null', 'number']), minimum: fc.integer({ min: -9, max: 2 }) }),
  fc.record({ enum: fc.array(fc.constantFrom('x', 'y', 1, true, null), { minLength: 1, maxLength: 4 }) }),
  fc.record({ const: fc.constantFrom('x', 2, null) }),
  fc.constantFrom<Schema>({}, { type: 'boolean' }, { $ref: '#/$defs/d' }, { 'x-unknown': 1 }),
)
const rare = fc.constantFrom<Schema>(
  ...[{ type: 'money' }, { $ref: '#' }, { not: {} }, { enum: [] }, { type: 'string', pattern: '(' }, { anyOf: [] }],
  ...[
    { type: 'string', pattern: '^x' },
    { type: 'number', multipleOf: 0.5 },
    { anyOf: [{ type: 'string' }, { type: 'null' }] },
  ],
)
const plain = fc.oneof({ weight: 20, arbitrary: usual }, { weight: 1, arbitrary: rare })
const { object } = fc.letrec<{ object: Schema; list: Schema; value: Schema }>((tie) => ({
  object: fc
    .record({
      fields: fc.uniqueArray(fc.tuple(fc.constantFrom(...names), tie('value')), {
        selector: ([name]) => name,
        minLength: 1,
        maxLength: 4,
      }),
      needed: fc.array(fc.constantFrom(...names), { maxLength: 2 }),
      closed: fc.boolean(),
      nullable: fc.boolean(),
    })
    .map(({ fields, needed, closed, nullable }) => {
      const properties = Object.fromEntries(fields)
      const required = [...new Set(needed)].filter((name) => fields.some(([known]) => known === name))
      return {
        type: nullable ? ['object', 'null'] : 'object',
        properties,
        required,
        ...(closed ? { additionalProperties: false } : {}),
      }
    }),
  list: some({
    items: fc.oneof({ weight: 4, arbitrary: tie('object') }, plain),
    minItems: fc.nat(2),
    maxItems: fc.nat(4),
    uniqueItems: fc.boolean(),
  }).map((list) => ({ type: 'array', ...list })),
  value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, plain, tie('list'), tie('object')),
}))

const cell: fc.Arbitrary<Cell> = fc.constantFrom<Cell>('x', 'y', 'xyz', '', null, 1, 2.5, -7, true, 'none; x, y')

test('records from any rows under the names of the schema', async () => {
  let given = 0
  const ajv = new Ajv2020({ strict: false, ownProperties: true })
  const property = fc.asyncProperty(
    object,
    fc.array(fc.array(cell, { minLength: 12, maxLength: 12 }), { maxLength: 6 }),
    async (record, rows) => {
      const schema: Schema = { ...record, $defs: { d: { type: 'string' } } }
      let format: ReturnType<typeof formatOfSchema>
      try {
        format = formatOfSchema({ type: 'array', items: schema, $defs: schema.$defs })
      } catch (error) {
        expect(error).toBeInstanceOf(Problem)
        expect(error).toMatchObject({ code: 'format_invalid', detail: expect.stringMatching(/[.!]$/) })
        return
      }
      const columns = format.template.layout.columns
        .slice(0, 12)
        .map(({ key, header }) => ({ key, name: header, type: 'text' as const }))
      const table = { title: 'Rows', columns, rows: rows.map((row) => row.slice(0, columns.length)) }
      const output = await fitRecords([table], format, undefined)
      given += output.rows.length
      for (const value of output.rows)
        expect([JSON.stringify(schema), value, ajv.validate(schema, value)]).toEqual([expect.any(String), value, true])
      for (const { faults } of output.unfit) expect(faults.length).toBeGreaterThan(0)
      expect(output.problem === null || output.problem.code === 'format_unmet').toBe(true)
    },
  )
  await fc.assert(property, { numRuns: runs })
  expect(given).toBeGreaterThan(runs / 20)
})
