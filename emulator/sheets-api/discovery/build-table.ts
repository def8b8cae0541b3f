// Turns a Google API discovery document into the compact table beside it: node build-table.ts DOCUMENT > sheets.json
import { readFileSync } from 'node:fs'
import type { ApiTable, MethodRow } from './api-table.ts'

type Property = {
  $ref?: string
  type?: string
  format?: string
  enum?: string[]
  repeated?: boolean
  location?: string
  items?: Property
  properties?: Record<string, Property>
  additionalProperties?: Property
}
type Method = {
  id: string
  httpMethod: string
  path: string
  parameters?: Record<string, Property>
  request?: { $ref: string }
  response?: { $ref: string }
  scopes?: string[]
}
type Resource = { methods?: Record<string, Method>; resources?: Record<string, Resource> }
export type Discovery = Resource & { servicePath: string; schemas: Record<string, Property> }

/** Formats whose names say more than the JSON type. */
const scalars: Record<string, string> = {
  int32: 'int32',
  int64: 'int64',
  uint32: 'int32',
  uint64: 'int64',
  float: 'float',
  double: 'double',
  'google-fieldmask': 'mask',
  'google-datetime': 'datetime',
  'date-time': 'datetime',
}

/** The facts of a discovery document: names, types, enumerations and scopes, without a sentence of it. */
export function buildTable(document: Discovery): ApiTable {
  const table: ApiTable = { methods: {}, enums: {}, schemas: {} }
  const enumName = (values: string[]): string => {
    const text = values.join(' ')
    const known = Object.keys(table.enums).find((name) => table.enums[name] === text)
    if (known) return known
    const name = `E${Object.keys(table.enums).length + 1}`
    table.enums[name] = text
    return name
  }
  const typeOf = (property: Property, owner: string): string => {
    if (property.$ref) return `@${property.$ref}`
    if (property.enum) return `#${enumName(property.enum)}`
    if (property.repeated) return `*${typeOf({ ...property, repeated: false }, owner)}`
    if (property.type === 'array' && property.items) return `*${typeOf(property.items, owner)}`
    if (property.additionalProperties) return `%${typeOf(property.additionalProperties, owner)}`
    if (property.properties) {
      table.schemas[owner] = fieldsOf(property.properties, owner)
      return `@${owner}`
    }
    if (property.type === 'boolean') return 'bool'
    return scalars[property.format ?? ''] ?? property.type ?? 'any'
  }
  const fieldsOf = (properties: Record<string, Property>, owner: string): string =>
    Object.entries(properties)
      .map(([name, property]) => `${name}:${typeOf(property, `${owner}.${name}`)}`)
      .join(' ')
  for (const [name, schema] of Object.entries(document.schemas))
    table.schemas[name] = fieldsOf(schema.properties ?? {}, name)
  const walk = (resource: Resource) => {
    for (const method of Object.values(resource.methods ?? {})) {
      const parameters = Object.entries(method.parameters ?? {})
      const row: MethodRow = {
        http: method.httpMethod,
        path: `/${document.servicePath}${method.path}`,
        query: fieldsOf(Object.fromEntries(parameters.filter(([, one]) => one.location === 'query')), method.id),
        scopes: (method.scopes ?? []).map((scope) => scope.split('/').at(-1)).join(' '),
      }
      if (method.request) row.body = method.request.$ref
      if (method.response) row.answer = method.response.$ref
      table.methods[method.id] = row
    }
    Object.values(resource.resources ?? {}).forEach(walk)
  }
  walk(document)
  return table
}

if (import.meta.main) {
  const path = process.argv[2]
  if (!path) throw new Error('Give the path of a discovery document.')
  console.log(JSON.stringify(buildTable(JSON.parse(readFileSync(path, 'utf8')) as Discovery), null, 2))
}
