// Goes over every schema of the document: says what fields mean, and drops what only repeats the format.
import { fieldWords } from './field-words.ts'
import type { JsonSchema, NamedSchemas } from './json-schema.ts'

/** zod writes the safe integers as bounds; nobody has to be told. */
const unbounded = Number.MAX_SAFE_INTEGER

/** A format that everybody knows says more than the pattern that zod adds to it. */
const knownFormats = ['uuid', 'date-time', 'date', 'email', 'uri', 'time']

/** zod tells checks of its own as formats, which no other program knows. */
const otherFormats = ['binary', 'byte']

function dressSchema(schema: JsonSchema): void {
  if (schema.maximum === unbounded) delete schema.maximum
  if (schema.minimum === -unbounded) delete schema.minimum
  // Also comes by maps of fields, one of which may be called `format`.
  if (typeof schema.format !== 'string') return
  if (knownFormats.includes(schema.format)) delete schema.pattern
  else if (!otherFormats.includes(schema.format)) delete schema.format
}

/** What a field means: what its schema says itself, what is said of `Schema.field`, or of any field of that name. */
function say(owner: string, field: string, schema: JsonSchema): void {
  const words = fieldWords[`${owner}.${field}`] ?? fieldWords[field]
  // Beside a reference many generators read nothing.
  if (words && !schema.description && !schema.$ref) schema.description = words
}

function walk(value: unknown, owner: string): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, owner)
    return
  }
  if (value === null || typeof value !== 'object') return
  const schema: JsonSchema = value
  dressSchema(schema)
  for (const [field, property] of Object.entries(schema.properties ?? {})) say(owner, field, property)
  const { example, examples, default: usual, const: only, enum: values, ...inside } = schema
  for (const part of Object.values(inside)) walk(part, owner)
}

/** Changes the named schemas in place. `named` is `components.schemas`. */
export function dressNamed(named: NamedSchemas): void {
  for (const [name, schema] of Object.entries(named)) {
    const words = fieldWords[name] ?? fieldWords[name.replace(/Output$/, '')]
    if (words && !schema.description) schema.description = words
    walk(schema, name)
  }
}

/** The same for a schema that stands in an operation; `owner` is how its fields are looked up, such as `register`. */
export const dressSchemas = (schema: unknown, owner: string): void => walk(schema, owner)
