// Reads a JSON message by the API's table: every unknown name and every wrong value is noted, and names become camelCase.
import type { Api, Fields, FieldType } from '../discovery/api-table.ts'
import { camelCase, oneofs, snakeCase, typeName } from './proto-names.ts'
import { readScalar } from './read-scalar.ts'
import { invalidValue, unknownName, type Violation } from './violations.ts'

type Json = Record<string, unknown>
type Reader = { api: Api; violations: Violation[] }

/**
 * The message of type `name` in `value`: camelCase names, enumerations by name, numbers as numbers, nothing where null
 * stood. `where` is the place said in violations ('' at the root).
 */
export function readMessage(api: Api, name: string, value: unknown, where: string, violations: Violation[]): Json {
  if (isObject(value)) return readObject({ api, violations }, name, value, where)
  violations.push(unknownName(where, '', 'Root element must be a message.'))
  return {}
}

function readObject(reader: Reader, name: string, value: Json, where: string): Json {
  const fields = reader.api.schemas.get(name) ?? new Map()
  const taken: string[] = []
  const result: Json = {}
  for (const [given, content] of Object.entries(value)) {
    const [field, type] = fieldOf(fields, given)
    if (!type) reader.violations.push(unknownName(where, given, 'Cannot find field.'))
    else if (content !== null && !clashes(reader, name, field, given, where, taken)) {
      const read = readField(reader, type, content, where, field, given)
      if (read !== undefined) result[field] = read
    }
  }
  return result
}

export function fieldOf(fields: Fields, given: string): [string, FieldType | undefined] {
  const name = fields.has(given) ? given : camelCase(given)
  return [name, fields.get(name)]
}

/** A message that takes one of several fields was given a second. */
function clashes(
  { violations }: Reader,
  message: string,
  field: string,
  given: string,
  where: string,
  taken: string[],
): boolean {
  const oneof = oneofs[message]
  if (!oneof || (oneof.members.length > 0 && !oneof.members.includes(field))) return false
  taken.push(field)
  if (taken.length < 2) return false
  violations.push(invalidValue(where, 'oneof', `oneof field '${oneof.name}' is already set. Cannot set '${given}'`))
  return true
}

function readField(
  reader: Reader,
  type: FieldType,
  value: unknown,
  where: string,
  field: string,
  given: string,
): unknown {
  const place = where === '' ? snakeCase(field) : `${where}.${snakeCase(field)}`
  if (type.map) return readMap(reader, type, value, place)
  if (!type.repeated) {
    if (Array.isArray(value) && type.kind !== 'any') {
      reader.violations.push(unknownName(where, given, 'Proto field is not repeating, cannot start list.'))
      return undefined
    }
    return readOne(reader, type, value, place, where, field)
  }
  // One value stands for a list of one, as protocol buffers have it.
  if (!Array.isArray(value)) {
    const one = readOne(reader, type, value, place, where, field)
    return one === undefined ? undefined : [one]
  }
  return value.flatMap((item, index) => {
    const read = readOne(reader, type, item, `${place}[${index}]`, where, field)
    return read === undefined ? [] : [read]
  })
}

function readMap(reader: Reader, type: FieldType, value: unknown, place: string): unknown {
  if (Array.isArray(value)) {
    reader.violations.push(invalidValue(place, 'Map', 'Cannot bind a list to map.'))
    return undefined
  }
  if (!isObject(value)) {
    reader.violations.push(invalidValue(place, typeName(type), JSON.stringify(value)))
    return undefined
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item], index) => [
      key,
      readOne(
        reader,
        { kind: type.kind, ...(type.name ? { name: type.name } : {}) },
        item,
        `${place}[${index}].value`,
        `${place}[${index}]`,
        'value',
      ),
    ]),
  )
}

function readOne(
  reader: Reader,
  type: FieldType,
  value: unknown,
  place: string,
  where: string,
  field: string,
): unknown {
  if (type.listed) return readList(reader, type, value, place)
  if (type.kind === 'any' || type.kind === 'object') return value
  if (type.kind === 'message') {
    if (isObject(value)) return readObject(reader, type.name ?? '', value, place)
    if (value !== null) reader.violations.push(invalidValue(place, typeName(type), shown(value)))
    return undefined
  }
  if (isObject(value)) {
    reader.violations.push(invalidValue(where, snakeCase(field), 'Starting an object on a scalar field'))
    return undefined
  }
  const values = type.kind === 'enum' ? reader.api.enums.get(type.name ?? '') : undefined
  const read = value === null ? undefined : readScalar(type, value, values)
  if (read === undefined && value !== null)
    reader.violations.push(invalidValue(place, typeName(type, values), shown(value)))
  return read
}

/** A row of values: anything JSON has, null included. */
function readList(reader: Reader, type: FieldType, value: unknown, place: string): unknown {
  if (Array.isArray(value)) return value
  if (isObject(value)) {
    for (const name of Object.keys(value)) reader.violations.push(unknownName(place, name, 'Cannot find field.'))
    return []
  }
  if (value !== null) reader.violations.push(invalidValue(place, typeName(type), shown(value)))
  return []
}

function shown(value: unknown): string {
  return JSON.stringify(value)
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
