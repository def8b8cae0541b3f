// Makes an example of anything the document describes: what its schema says, with values that its fields usually hold.
import { type JsonSchema, type NamedSchemas, refName, resolve, typeOf } from './json-schema.ts'
import { usualValues } from './usual-values.ts'

/** Without `optional` only what has to be there is. `named` is `components.schemas` of the document. */
export type ExampleOptions = { named: NamedSchemas; optional: boolean }

/** Below that, what may be left out is. */
const deepest = 6

/**
 * A value that fits the schema, the same at every call. `field` is the name that the value stands under. What a schema
 * states itself (`example`, `default`, `const`) comes first.
 */
export function exampleOf(schema: JsonSchema, options: ExampleOptions, field = '', depth = 0): unknown {
  const owner = refName(schema) ?? ''
  const real = resolve(schema, options.named)
  const stated = statedOf(real)
  if (stated !== undefined) return stated
  const choices = real.anyOf ?? real.oneOf
  if (choices) return exampleOf(bestChoice(choices, depth), options, field, depth)
  if (real.allOf) return Object.assign({}, ...real.allOf.map((part) => exampleOf(part, options, field, depth)))
  if (real.properties || typeOf(real) === 'object') return objectOf(real, options, owner, depth)
  if (typeOf(real) === 'array') return listOf(real, options, field, depth)
  return scalarOf(real, field)
}

function statedOf({ example, examples, default: usual, const: only, enum: values }: JsonSchema): unknown {
  if (example !== undefined) return example
  if (examples?.length) return examples[0]
  if (usual !== undefined) return usual
  if (only !== undefined) return only
  return values?.[0]
}

/** Null only where going on would not end. */
function bestChoice(choices: JsonSchema[], depth: number): JsonSchema {
  const empty = choices.find(({ type }) => type === 'null')
  const filled = choices.find((choice) => choice !== empty)
  return (depth > deepest ? empty : undefined) ?? filled ?? {}
}

function objectOf(schema: JsonSchema, options: ExampleOptions, owner: string, depth: number): Record<string, unknown> {
  const required = new Set(schema.required)
  const wanted = Object.entries(schema.properties ?? {}).filter(
    ([name]) => required.has(name) || (options.optional && depth < deepest),
  )
  return Object.fromEntries(
    wanted.map(([name, property]) => {
      const usual = usualValues[`${owner}.${name}`]
      return [name, usual === undefined ? exampleOf(property, options, name, depth + 1) : usual]
    }),
  )
}

function listOf(schema: JsonSchema, options: ExampleOptions, field: string, depth: number): unknown[] {
  if (schema.prefixItems) return schema.prefixItems.map((item) => exampleOf(item, options, field, depth + 1))
  if (depth > deepest && !schema.minItems) return []
  const count = Math.max(1, schema.minItems ?? 0)
  return Array.from({ length: count }, () => exampleOf(schema.items ?? {}, options, singular(field), depth + 1))
}

const singular = (name: string) => name.replace(/s$/, '')

function scalarOf(schema: JsonSchema, field: string): unknown {
  const usual = usualValues[field]
  if (usual !== undefined && fits(schema, usual)) return usual
  const type = typeOf(schema)
  if (type === 'integer' || type === 'number') return smallest(schema)
  if (type === 'boolean') return true
  if (type === undefined && schema.type === 'null') return null
  const text = texts.find((candidate) => fits(schema, candidate))
  return text ?? 'a'.repeat(Math.max(1, schema.minLength ?? 1))
}

const texts = [
  ...['text', 'b3f1c0de-5a7e-4c1d-9f2b-0a1b2c3d4e5f', '2026-05-04T09:30:00.000Z', '2026-05-04', 'ada@example.com'],
  ...['https://example.com/', 'Text', 'EUR', '#1f4e79', 'en', 'de_DE', '1', 'a text of a length that is enough'],
]

function smallest({ minimum, exclusiveMinimum, maximum }: JsonSchema): number {
  const least = minimum ?? (exclusiveMinimum === undefined ? 1 : exclusiveMinimum + 1)
  return Math.min(Math.max(1, least), maximum ?? Infinity)
}

const formats: Record<string, RegExp> = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  date: /^\d{4}-\d\d-\d\d$/,
  email: /^\S+@\S+\.\S+$/,
  uri: /^https:\/\/\S+$/,
}

/** Whether a single value is one of the schema's: enough for the values proposed here. */
function fits(schema: JsonSchema, value: unknown): boolean {
  const type = typeOf(schema)
  if (typeof value === 'number')
    return (
      (type === 'number' || (type === 'integer' && Number.isInteger(value))) &&
      value >= (schema.minimum ?? -Infinity) &&
      value <= (schema.maximum ?? Infinity) &&
      value > (schema.exclusiveMinimum ?? -Infinity)
    )
  if (typeof value === 'boolean') return type === 'boolean'
  if (typeof value !== 'string' || (type !== 'string' && type !== undefined)) return false
  const format = formats[schema.format ?? '']
  if (format && !format.test(value)) return false
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value)) return false
  return value.length >= (schema.minLength ?? 0) && value.length <= (schema.maxLength ?? Infinity)
}
