// What is read of a JSON Schema (2020-12) as the OpenAPI document holds it.

export type JsonSchema = {
  $ref?: string
  type?: string | string[]
  format?: string
  pattern?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: boolean | JsonSchema
  items?: JsonSchema
  prefixItems?: JsonSchema[]
  minItems?: number
  maxItems?: number
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  exclusiveMaximum?: number
  multipleOf?: number
  default?: unknown
  example?: unknown
  examples?: unknown[]
  description?: string
}

/** The named schemas of a document: `components.schemas`. */
export type NamedSchemas = Record<string, JsonSchema>

const prefix = '#/components/schemas/'

/** The name that a reference points to, or null. */
export const refName = ({ $ref }: JsonSchema): string | null =>
  $ref?.startsWith(prefix) ? $ref.slice(prefix.length) : null

/** The schema itself, behind references. Throws for one that leads nowhere. */
export function resolve(schema: JsonSchema, named: NamedSchemas): JsonSchema {
  const name = refName(schema)
  if (name === null) return schema
  const found = named[name]
  if (!found) throw new Error(`The document has no schema named ${name}.`)
  return resolve(found, named)
}

/** The one type of a schema, null aside; undefined when it has none or several. */
export function typeOf({ type }: JsonSchema): string | undefined {
  const types = [type].flat().filter((name) => name !== undefined && name !== 'null')
  return types.length === 1 ? types[0] : undefined
}
