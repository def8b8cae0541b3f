// The compact description of an API: which methods, fields, types and enumerations there are.
import drive from './drive.json' with { type: 'json' }
import sheets from './sheets.json' with { type: 'json' }

/** `query` and each schema are `name:type` parted by spaces; see `readType` for what a type may be. */
export type MethodRow = { http: string; path: string; query: string; body?: string; answer?: string; scopes: string }
export type ApiTable = {
  methods: Record<string, MethodRow>
  enums: Record<string, string>
  schemas: Record<string, string>
}

export type Fields = Map<string, FieldType>
/** A field's type: `kind` is a scalar's name, `enum`, `message` or `any`; `name` names the enumeration or message. */
export type FieldType = { kind: string; name?: string; repeated?: true; listed?: true; map?: true }
export type Method = {
  id: string
  http: string
  path: string
  query: Fields
  /** The message that a body is, and the one that answers. */
  body: string | null
  answer: string | null
  scopes: string[]
}
export type Api = { methods: Method[]; schemas: Map<string, Fields>; enums: Map<string, string[]> }

/** `string`, `int32`, `#Enum`, `@Message`, `*` before what repeats (`**` for a list of lists), `%` before a map's values. */
function readType(text: string): FieldType {
  const [, prefix = '', sign, name = ''] = /^([*%]*)([#@]?)(.+)$/.exec(text) ?? []
  const type: FieldType = { kind: sign === '#' ? 'enum' : sign === '@' ? 'message' : name }
  if (sign) type.name = name
  if (prefix.startsWith('*')) type.repeated = true
  if (prefix.startsWith('**')) type.listed = true
  if (prefix.startsWith('%')) type.map = true
  return type
}

function readFields(text: string): Fields {
  const pairs = text === '' ? [] : text.split(' ').map((pair) => pair.split(':') as [string, string])
  return new Map(pairs.map(([name, type]) => [name, readType(type)]))
}

function readTable(table: ApiTable): Api {
  return {
    methods: Object.entries(table.methods).map(([id, row]) => ({
      id,
      http: row.http,
      path: row.path,
      query: readFields(row.query),
      body: row.body ?? null,
      answer: row.answer ?? null,
      scopes: row.scopes.split(' '),
    })),
    schemas: new Map(Object.entries(table.schemas).map(([name, fields]) => [name, readFields(fields)])),
    enums: new Map(Object.entries(table.enums).map(([name, values]) => [name, values.split(' ')])),
  }
}

export const sheetsApi: Api = readTable(sheets)
export const driveApi: Api = readTable(drive)
