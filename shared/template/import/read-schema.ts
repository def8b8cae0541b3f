// Reads the records that a JSON Schema describes, as columns.
import type { ColumnType } from '../../table/table.ts'
import type { TemplateInput } from '../template.ts'
import type { ValidationRule } from '../validation-rule.ts'

/** As much of a JSON Schema (draft 4 to 2020-12) as says something about columns. */
export type JsonSchema = Record<string, unknown>

/** One value of a record: `path` are the names of properties that lead to it. */
export type SchemaField = { path: string[]; schema: JsonSchema; required: boolean }

type ColumnInput = Omit<TemplateInput['layout']['columns'][number], 'key'>

const isObject = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A member that should be a text, when it is one. */
export const textAt = (schema: JsonSchema, name: string): string | undefined =>
  typeof schema[name] === 'string' ? (schema[name] as string) : undefined
const numberAt = (schema: JsonSchema, name: string): number | undefined =>
  typeof schema[name] === 'number' ? (schema[name] as number) : undefined

/** What a `$ref` within the schema points to; nothing is fetched. */
function resolve(schema: JsonSchema, root: JsonSchema, depth = 0): JsonSchema {
  const ref = textAt(schema, '$ref')
  if (ref === undefined || depth > 20) return schema
  if (ref === '#' || !ref.startsWith('#/')) return {}
  let found: unknown = root
  for (const step of ref.slice(2).split('/')) {
    const name = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')
    found = isObject(found) && Object.hasOwn(found, name) ? found[name] : undefined
  }
  const { $ref: _, ...beside } = schema
  return isObject(found) ? { ...resolve(found, root, depth + 1), ...beside } : {}
}

/** Parts that hold all together are one schema; of alternatives, the first that is not null. */
function settle(schema: JsonSchema, root: JsonSchema, depth = 0): JsonSchema {
  const own = resolve(schema, root)
  if (depth > 10) return own
  const all = Array.isArray(own.allOf) ? own.allOf.filter(isObject).map((part) => settle(part, root, depth + 1)) : []
  const options = [own.anyOf, own.oneOf].flatMap((list) => (Array.isArray(list) ? list.filter(isObject) : []))
  const option = options.map((part) => settle(part, root, depth + 1)).find(({ type }) => type !== 'null')
  const parts = [...all, ...(option ? [option] : [])]
  if (parts.length === 0) return own
  const merged: JsonSchema = Object.assign({}, ...parts, own)
  const properties = [...parts, own].map((part) => part.properties).filter(isObject)
  if (properties.length > 0) merged.properties = Object.assign({}, ...properties)
  merged.required = [...parts, own].flatMap((part) => (Array.isArray(part.required) ? part.required : []))
  return merged
}

const typesOf = ({ type }: JsonSchema): unknown[] => (Array.isArray(type) ? type : type === undefined ? [] : [type])

/** Objects in objects become columns of their own, to this depth. */
const deepest = 5
const mostFields = 1000

/** The values of a record, also where the schema is of a list of records; lists of records within it are left out. */
export function recordSchema(root: JsonSchema): { fields: SchemaField[]; notes: string[] } {
  const fields: SchemaField[] = []
  const notes: string[] = []
  const walk = (schema: JsonSchema, path: string[], required: boolean) => {
    const own = settle(schema, root)
    if (isObject(own.properties) && path.length < deepest) {
      const needed = new Set(Array.isArray(own.required) ? own.required : [])
      for (const [name, inner] of Object.entries(own.properties))
        if (isObject(inner) && fields.length < mostFields)
          walk(inner, [...path, name], needed.has(name) && (required || path.length === 0))
      return
    }
    if (path.length === 0) {
      if (isObject(own.items)) walk(own.items, [], false)
      return
    }
    const items = isObject(own.items) ? settle(own.items, root) : null
    if (items && (isObject(items.properties) || typesOf(items).includes('object')))
      notes.push(`“${path.join(' ')}” is a list of records of its own, for which a row has no place. It was left out.`)
    else fields.push({ path, schema: own, required })
  }
  walk(root, [], false)
  return { fields, notes }
}

const byFormat: Record<string, ColumnType> = {
  date: 'date',
  'date-time': 'datetime',
  time: 'time',
  email: 'email',
  'idn-email': 'email',
  uri: 'url',
  url: 'url',
  iri: 'url',
}

function typeOf(schema: JsonSchema): ColumnType {
  const types = typesOf(schema).filter((type) => type !== 'null')
  if (types.length === 1 && types[0] === 'boolean') return 'boolean'
  if (types.length > 0 && types.every((type) => type === 'integer' || type === 'number')) return 'number'
  return types.includes('string') || types.length === 0 ? (byFormat[textAt(schema, 'format') ?? ''] ?? 'text') : 'text'
}

/** JSON Schema looks for a pattern anywhere in the text. */
function wholePattern(pattern: string): string {
  const open = pattern.startsWith('^') ? '' : '.*'
  const end = /(^|[^\\])(\\\\)*\$$/.test(pattern) ? '' : '.*'
  return `${open}(?:${pattern.replace(/^\^/, '').replace(end === '' ? /\$$/ : /$^/, '')})${end}`
}

const manner = { strict: true }
const scalars = new Set(['string', 'number', 'boolean'])

function ruleOf(schema: JsonSchema, type: ColumnType): ValidationRule | null {
  if (type === 'boolean') return { kind: 'checkbox' }
  const listed = 'const' in schema ? [schema.const] : Array.isArray(schema.enum) ? schema.enum : []
  const values = [
    ...new Set(listed.flatMap((value) => (scalars.has(typeof value) ? [String(value).trim().slice(0, 500)] : []))),
  ].filter(Boolean)
  if (values.length > 0 && values.length <= 500 && (type === 'text' || type === 'number'))
    return { kind: 'list', values, ...manner }
  if (type === 'email' || type === 'url') return { kind: type, ...manner }
  const whole = typesOf(schema).includes('integer') ? 1 : 0
  const above = numberAt(schema, 'exclusiveMinimum')
  const below = numberAt(schema, 'exclusiveMaximum')
  const min = numberAt(schema, 'minimum') ?? (above === undefined ? undefined : above + whole)
  const max = numberAt(schema, 'maximum') ?? (below === undefined ? undefined : below - whole)
  if (type === 'number' && (min !== undefined || max !== undefined))
    return { kind: 'number', ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }), ...manner }
  if (type !== 'text') return null
  const pattern = textAt(schema, 'pattern')
  if (pattern) return { kind: 'pattern', pattern: wholePattern(pattern).slice(0, 500), ...manner }
  const [least, most] = [numberAt(schema, 'minLength'), numberAt(schema, 'maxLength')]
  if (least === undefined && most === undefined) return null
  return {
    kind: 'length',
    ...(least === undefined ? {} : { min: Math.round(least) }),
    ...(most === undefined ? {} : { max: Math.round(most) }),
    ...manner,
  }
}

/** `unit_price` and `unitPrice` as people read it. */
const readable = (name: string): string => {
  const words = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim()
  const text = /\p{Ll}/u.test(words) ? words.toLowerCase() : words
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The column of a field, but for its key, and its rule. */
export function columnOfSchema({ path, schema, required }: SchemaField): {
  column: ColumnInput
  rule: ValidationRule | null
  notes: string[]
} {
  const type = typeOf(schema)
  const rule = ruleOf(schema, type)
  const name = path.at(-1) ?? ''
  const header = ((path.length === 1 ? textAt(schema, 'title') : undefined) ?? path.map(readable).join(': '))
    .slice(0, 190)
    .trim()
  const value = schema.default
  const note = textAt(schema, 'description')
  const usual = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined
  const notes = typesOf(schema).includes('array')
    ? [`“${header}” is a list; its values are written into one cell.`]
    : []
  return {
    column: {
      ...{ header: header || name || 'Column', type, required },
      ...(header === name ? {} : { aliases: [name.slice(0, 200)].filter(Boolean) }),
      ...(typesOf(schema).includes('integer') ? { number_format: '0' } : {}),
      ...(usual === undefined ? {} : { default: usual }),
      ...(note ? { note: note.slice(0, 1000) } : {}),
    },
    rule,
    notes,
  }
}
