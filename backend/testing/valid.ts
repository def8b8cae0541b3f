// Draws values that a schema of the document takes.
import fc from 'fast-check'
import { exampleOf } from '../platform/http/openapi/example-of.ts'
import { type JsonSchema, type NamedSchemas, resolve, typeOf } from '../platform/http/openapi/json-schema.ts'
import { placeOfField } from './world.ts'

/** Stands for the id of what is at that place in the world, until the request is sent. */
export const marker = (place: string) => `@@${place}@@`

/** Values of the schema; ids of things become markers most of the time. */
export function validValues(schema: JsonSchema, named: NamedSchemas, field = '', depth = 0): fc.Arbitrary<unknown> {
  const real = resolve(schema, named)
  const example = fc.constant(exampleOf(real, { named, optional: false }, field))
  if (real.const !== undefined) return fc.constant(real.const)
  if (real.enum) return fc.constantFrom(...real.enum)
  const choices = real.anyOf ?? real.oneOf
  if (choices) return fc.oneof(...choices.map((choice) => validValues(choice, named, field, depth)))
  if (real.properties || typeOf(real) === 'object') return depth > 7 ? example : objects(real, named, depth)
  if (typeOf(real) === 'array') {
    const items = validValues(real.items ?? {}, named, field.replace(/s$/, ''), depth + 1)
    return fc.array(items, { minLength: real.minItems ?? 0, maxLength: Math.max(real.minItems ?? 0, 3) })
  }
  const place = placeOfField(field)
  if (place) return fc.oneof({ weight: 5, arbitrary: fc.constant(marker(place)) }, { weight: 1, arbitrary: fc.uuid() })
  return fc.oneof({ weight: 1, arbitrary: example }, { weight: 2, arbitrary: scalars(real, example) })
}

function objects(schema: JsonSchema, named: NamedSchemas, depth: number): fc.Arbitrary<unknown> {
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, property]) => [name, validValues(property, named, name, depth + 1)] as const,
  )
  if (fields.length === 0 && schema.additionalProperties)
    return fc.dictionary(fc.string({ maxLength: 20 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 5 })
  // The keys that must be there are among those of the record, which the type can't know.
  const requiredKeys = (schema.required ?? []) as never[]
  return fc.record(Object.fromEntries(fields), { requiredKeys })
}

function scalars(schema: JsonSchema, example: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const type = typeOf(schema)
  const min = schema.minimum ?? (schema.exclusiveMinimum === undefined ? -1e6 : schema.exclusiveMinimum + 1)
  const max = Math.max(min, schema.maximum ?? 1e6)
  if (type === 'integer') return fc.integer({ min: Math.ceil(min), max: Math.floor(max) })
  if (type === 'number') return fc.double({ min, max, noNaN: true })
  if (type === 'boolean') return fc.boolean()
  if (type === 'string') return strings(schema, example)
  return schema.type === 'null' ? fc.constant(null) : fc.jsonValue({ maxDepth: 2 })
}

function strings(schema: JsonSchema, example: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  if (schema.format === 'uuid') return fc.uuid()
  if (schema.format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString())
  if (schema.format === 'email') return fc.emailAddress()
  if (schema.format !== undefined) return example
  // Looking ahead is more than fast-check can draw from.
  if (schema.pattern?.includes('(?')) return example
  if (schema.pattern !== undefined) return fc.stringMatching(new RegExp(schema.pattern), { maxLength: 60 })
  const minLength = schema.minLength ?? 0
  return fc.string({
    unit: 'grapheme',
    minLength,
    maxLength: Math.max(minLength, Math.min(schema.maxLength ?? 80, 80)),
  })
}
