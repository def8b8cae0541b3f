// Reads the JSON Schema of a response format as the fields of a record, or says what of it cannot be held.
import { patternFault } from '../../../shared/template/re2.ts'
import type { Field, FieldList, Scalar, Size, Step } from './format.ts'

type Schema = Record<string, unknown>

/** Why a schema cannot be used, as a sentence with the place in it. */
export class SchemaFault extends Error {}

const isObject = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What no single row can be checked by, or what is too rare to be worth it. */
const refused = [
  ...['not', 'if', 'then', 'else', 'patternProperties', 'propertyNames', 'dependentSchemas', 'dependentRequired'],
  ...['dependencies', 'contains', 'prefixItems', 'unevaluatedProperties', 'unevaluatedItems', '$dynamicRef'],
  ...['$recursiveRef', 'minProperties', 'maxProperties', 'contentEncoding', 'additionalItems'],
]

const deepest = 6
/** Lists within lists. */
const deepestLists = 3
/** How many schemas are looked at, parts and alternatives among them: each may name the next ones many times. */
const mostLooks = 20_000
const mostFields = 500
const mostListed = 2_000

const formats = new Set(['date', 'date-time', 'time', 'email', 'idn-email', 'uri', 'url', 'iri', 'uuid', 'ipv4'])

const at = (path: string[]) => (path.length === 0 ? 'the schema' : `“${path.join('.')}”`)

/** The whole schema, and what was looked at so far: `refs` are those that lead to the place, `looks` how many places. */
type Root = { schema: Schema; refs: string[]; looks: { left: number } }

function resolve(schema: Schema, root: Root, path: string[], seen: string[] = []): Schema {
  const ref = schema.$ref
  if (ref === undefined) return schema
  if (typeof ref !== 'string' || !(ref === '#' || ref.startsWith('#/')))
    throw new SchemaFault(`A $ref in ${at(path)} points outside of the schema. Put what it means into $defs.`)
  if (seen.includes(ref)) throw new SchemaFault(`The $ref in ${at(path)} leads back to itself.`)
  if (ref === '#' || root.refs.includes(ref))
    throw new SchemaFault(
      `${at(path)} is recursive: its $ref ${ref.slice(0, 100)} leads to what it is a part of. Write out as many levels as you need.`,
    )
  root.refs.push(ref)
  let found: unknown = root.schema
  for (const step of ref.slice(2).split('/')) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~')
    found = isObject(found) && Object.hasOwn(found, name) ? found[name] : undefined
  }
  if (!isObject(found)) throw new SchemaFault(`The $ref ${ref.slice(0, 100)} in ${at(path)} leads nowhere.`)
  const { $ref: _, ...beside } = schema
  return { ...resolve(found, root, path, [...seen, ref]), ...beside }
}

/** One schema of a schema with parts, and whether null is allowed. */
function settle(schema: Schema, root: Root, path: string[], depth = 0): { schema: Schema; nullable: boolean } {
  if (depth > 10 || --root.looks.left < 0) throw new SchemaFault(`${at(path)} is put together of too many parts.`)
  let own = resolve(schema, root, path)
  const wrong = refused.find((name) => own[name] !== undefined)
  if (wrong) throw new SchemaFault(`${at(path)} uses “${wrong}”, by which rows can’t be checked here. Leave it out.`)
  if (Array.isArray(own.allOf)) {
    const parts = settleAll(own.allOf, root, path, depth).map((part) => part.schema)
    const properties = [...parts, own].map((part) => part.properties).filter(isObject)
    const required = [...parts, own].flatMap((part) => (Array.isArray(part.required) ? part.required : []))
    own = Object.assign({}, ...parts, own)
    if (properties.length > 0) own.properties = Object.assign({}, ...properties)
    if (required.length > 0) own.required = required
  }
  let nullable = false
  const options = own.anyOf ?? own.oneOf
  if (options !== undefined) {
    if (!Array.isArray(options) || options.length === 0) throw new SchemaFault(`${at(path)} has no alternatives.`)
    const read = settleAll(options, root, path, depth)
    const real = read.filter(({ schema }) => schema.type !== 'null')
    nullable = real.length < read.length || read.some((option) => option.nullable)
    const { anyOf: _, oneOf: __, ...beside } = own
    own = {
      ...mergeOptions(
        real.map((option) => option.schema),
        path,
      ),
      ...beside,
    }
  }
  return { schema: own, nullable: nullable || own.nullable === true || typesIn(own).includes('null') }
}

/** Parts or alternatives: what one of them refers to, another one may too. */
function settleAll(parts: unknown[], root: Root, path: string[], depth: number) {
  const above = [...root.refs]
  return parts.map((part) => {
    const own = { ...root, refs: [...above] }
    const settled = settle(demand(part, path), own, path, depth + 1)
    root.refs.push(...own.refs.slice(above.length))
    return settled
  })
}

/** Alternatives of plain types, or of listed values, are one; others would leave open what a row is. */
function mergeOptions(options: Schema[], path: string[]): Schema {
  const [only] = options
  if (options.length === 1 && only) return only
  const listed = options.map((option) => ('const' in option ? [option.const] : option.enum))
  if (options.length > 0 && listed.every(Array.isArray)) return { enum: listed.flat() }
  const plain = ['type', 'title', 'description']
  if (options.length > 0 && options.every((option) => Object.keys(option).every((name) => plain.includes(name))))
    return { type: options.flatMap(typesIn) }
  throw new SchemaFault(`${at(path)} has alternatives of several shapes. Ask for one of them; null beside it is fine.`)
}

const typesIn = ({ type }: Schema): unknown[] => (Array.isArray(type) ? type : type === undefined ? [] : [type])

function demand(value: unknown, path: string[]): Schema {
  if (value === true) return {}
  if (!isObject(value)) throw new SchemaFault(`${at(path)} is no JSON Schema: a schema is an object.`)
  return value
}

const isRecord = (schema: Schema) => isObject(schema.properties) || typesIn(schema).includes('object')
const isList = (schema: Schema) => schema.items !== undefined || typesIn(schema).includes('array')

/** The schema of one record: the root itself, what it is a list of, or what its only property is a list of. */
function recordOf(root: Root): { record: Schema; size: Size | null } {
  const { schema } = settle(root.schema, root, [])
  if (isList(schema) && !isRecord(schema))
    return { record: settle(demand(schema.items ?? {}, []), root, []).schema, size: sizeOf(schema, []) }
  const properties = isObject(schema.properties) ? Object.entries(schema.properties) : []
  const [only] = properties
  if (properties.length === 1 && only) {
    const inner = { ...root, refs: [...root.refs] }
    const list = settle(demand(only[1], [only[0]]), inner, [only[0]]).schema
    const items = isList(list) && isObject(list.items) ? settle(list.items, inner, [only[0]]).schema : null
    if (items && isRecord(items)) {
      root.refs = inner.refs
      return { record: items, size: sizeOf(list, [only[0]]) }
    }
  }
  return { record: schema, size: null }
}

const number = (schema: Schema, name: string, path: string[]): number | undefined => {
  const value = schema[name]
  if (value === undefined || typeof value === 'boolean') return undefined
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new SchemaFault(`“${name}” of ${at(path)} is no number.`)
  return value
}

/** JSON Schema looks for a pattern anywhere in the text. */
export function wholePattern(pattern: string): string {
  const start = pattern.startsWith('^') ? '' : '(?s:.*)'
  const end = /(^|[^\\])(\\\\)*\$$/.test(pattern)
  const core = pattern.replace(/^\^/, '').replace(end ? /\$$/ : /$^/, '')
  return `${start}(?:${core})${end ? '' : '(?s:.*)'}`
}

const scalarTypes = ['string', 'number', 'integer', 'boolean'] as const

function readScalar(schema: Schema, nullable: boolean, path: string[]): Scalar {
  const types = typesIn(schema).filter((type) => type !== 'null')
  const listed: unknown = 'const' in schema ? [schema.const] : schema.enum
  if (listed !== undefined && (!Array.isArray(listed) || listed.length === 0 || listed.length > mostListed))
    throw new SchemaFault(`“enum” of ${at(path)} has to list 1 to ${mostListed} values.`)
  const values = (listed ?? []).filter((value: unknown) => value !== null) as unknown[]
  if (values.some((value) => !['string', 'number', 'boolean'].includes(typeof value)))
    throw new SchemaFault(`“enum” of ${at(path)} may list texts, numbers, true, false and null.`)
  const unknown = types.find((type) => !scalarTypes.some((known) => known === type))
  if (unknown !== undefined) throw new SchemaFault(`${at(path)} has a type that JSON Schema does not know.`)
  const pattern = schema.pattern
  if (pattern !== undefined) {
    if (typeof pattern !== 'string' || pattern.length > 500)
      throw new SchemaFault(`“pattern” of ${at(path)} has to be a text of at most 500 characters.`)
    const fault = patternFault(wholePattern(pattern))
    if (fault !== null) throw new SchemaFault(`“pattern” of ${at(path)} can’t be used: ${fault}.`)
  }
  const format = typeof schema.format === 'string' ? schema.format : null
  const onlyTexts = types.length === 0 && (pattern !== undefined || format !== null)
  const byValues = [...new Set(values.map((value) => typeof value))] as ('string' | 'number' | 'boolean')[]
  const isStrict = (name: string) => schema[name] === true
  const [min, max] = [number(schema, 'minimum', path), number(schema, 'maximum', path)]
  return {
    types:
      types.length > 0
        ? scalarTypes.filter((type) => types.includes(type))
        : byValues.length > 0
          ? byValues
          : onlyTexts
            ? ['string']
            : ['string', 'number', 'boolean'],
    nullable: nullable || (Array.isArray(listed) && listed.includes(null)),
    listed: listed === undefined ? null : (values as (string | number | boolean)[]),
    format: format !== null && formats.has(format) ? format : null,
    pattern: typeof pattern === 'string' ? wholePattern(pattern) : null,
    length: { min: number(schema, 'minLength', path) ?? 0, max: number(schema, 'maxLength', path) ?? Infinity },
    bounds: {
      min: min ?? -Infinity,
      max: max ?? Infinity,
      // Draft 4 says `exclusiveMinimum: true` beside a minimum.
      above:
        number(schema, 'exclusiveMinimum', path) ?? (isStrict('exclusiveMinimum') ? (min ?? -Infinity) : -Infinity),
      below: number(schema, 'exclusiveMaximum', path) ?? (isStrict('exclusiveMaximum') ? (max ?? Infinity) : Infinity),
      step: number(schema, 'multipleOf', path) ?? null,
    },
  }
}

/** With the schema of its values in the place of a key. */
export type ReadField = Omit<Field, 'key'> & { schema: Schema }
export type ReadList = Omit<FieldList, 'entries'> & { entries: ReadEntry[] }
export type ReadEntry = ReadField | ReadList

const sizeOf = (schema: Schema, path: string[]) => ({
  ...{ min: number(schema, 'minItems', path) ?? 0, max: number(schema, 'maxItems', path) ?? Infinity },
  unique: schema.uniqueItems === true,
})

/** A place within the record: `all` are the names that lead to it from the outermost, `path` and `steps` from its own object. */
type Place = { all: string[]; path: string[]; steps: Step[]; lists: number }

/**
 * The fields of one record, and the lists of objects in it, in the order of the schema; `size` is that of a list of records,
 * null where the schema is of a single one. Throws `SchemaFault`.
 */
export function readSchema(given: Schema): { record: Schema; size: Size | null; entries: ReadEntry[] } {
  const looks = { left: mostLooks }
  const root: Root = { schema: given, refs: [], looks }
  const { record, size } = recordOf(root)
  let count = 0

  const walkObject = (schema: Schema, refs: string[], place: Place, into: ReadEntry[]) => {
    const { all, path, steps, lists } = place
    if (all.length >= deepest) throw new SchemaFault(`${at(all)} is nested too deeply: ${deepest} levels are the most.`)
    const properties = isObject(schema.properties) ? Object.entries(schema.properties) : []
    if (properties.length === 0)
      throw new SchemaFault(`${at(all)} is an object without properties. Name the fields that it has to have.`)
    const needed: unknown[] = Array.isArray(schema.required) ? schema.required : []
    const missing = needed.find((name) => !properties.some(([known]) => known === name))
    if (missing !== undefined)
      throw new SchemaFault(`${at(all)} requires “${String(missing).slice(0, 100)}”, which is none of its properties.`)
    for (const [name, inner] of properties)
      walk(inner, refs, { all: [...all, name], path: [...path, name], steps, lists }, needed.includes(name), into)
  }

  const walk = (value: unknown, refs: string[], place: Place, required: boolean, into: ReadEntry[]) => {
    const { all, path, lists } = place
    const here: Root = { ...root, refs: [...refs] }
    const { schema, nullable } = settle(demand(value, all), here, all)
    const steps = [...place.steps, { required, nullable }]
    if (isRecord(schema)) return walkObject(schema, here.refs, { ...place, steps }, into)
    if (++count > mostFields) throw new SchemaFault(`The schema has more than ${mostFields} fields.`)
    const own = { path, name: all.join('.'), steps }
    if (!isList(schema)) {
      into.push({ ...own, scalar: readScalar(schema, nullable, all), list: null, schema })
      return
    }
    const items = settle(demand(schema.items ?? {}, all), here, all)
    const size = sizeOf(schema, all)
    if (isRecord(items.schema)) {
      if (lists >= deepestLists)
        throw new SchemaFault(`${at(all)} is a list within too many lists: ${deepestLists} levels are the most.`)
      const entries: ReadEntry[] = []
      walkObject(items.schema, here.refs, { all, path: [], steps: [], lists: lists + 1 }, entries)
      into.push({ ...own, size, entries })
      return
    }
    if (isList(items.schema))
      throw new SchemaFault(
        `${at(all)} is a list of lists, for which a row has no place. Make its items objects with names for their values.`,
      )
    const { title, description } = schema
    const scalar = readScalar(items.schema, items.nullable, all)
    into.push({ ...own, scalar, list: size, schema: { title, description } })
  }

  if (!isRecord(record))
    throw new SchemaFault('The schema describes no record: it needs an object with properties, or a list of such.')
  const entries: ReadEntry[] = []
  walkObject(record, root.refs, { all: [], path: [], steps: [], lists: 0 }, entries)
  return { record, size, entries }
}
