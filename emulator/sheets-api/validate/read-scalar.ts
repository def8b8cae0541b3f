// Reads one value of a scalar or enumeration type as the JSON form of protocol buffers allows it.
import type { FieldType } from '../discovery/api-table.ts'

const int32Limit = 2 ** 31
const int64Limit = 2 ** 63

/** The value in the type's own form, or undefined when the type does not take it. Numbers may come as text. */
export function readScalar(type: FieldType, value: unknown, values: string[] | undefined): unknown {
  switch (type.kind) {
    case 'string':
    case 'mask':
    case 'datetime':
      return typeof value === 'string' ? value : undefined
    case 'bool':
      if (typeof value === 'boolean') return value
      return value === 'true' ? true : value === 'false' ? false : undefined
    case 'int32':
      return within(wholeNumber(value), int32Limit)
    case 'int64': {
      const number = within(wholeNumber(value), int64Limit)
      return number === undefined ? undefined : String(value)
    }
    case 'float':
    case 'double':
      return realNumber(value)
    case 'enum':
      return readEnum(value, values ?? [])
    default:
      return value
  }
}

function within(number: number | undefined, limit: number): number | undefined {
  return number !== undefined && number >= -limit && number < limit ? number : undefined
}

function wholeNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^-?\d+(\.0*)?$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isInteger(number) ? number : undefined
}

function realNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value !== 'string' || value.trim() === '') return undefined
  if (value === 'Infinity' || value === '-Infinity' || value === 'NaN') return Number(value)
  const number = Number(value)
  return Number.isNaN(number) ? undefined : number
}

/** By name, whatever its case and dashes, or by number. */
function readEnum(value: unknown, values: string[]): string | undefined {
  if (typeof value === 'number') return values[value]
  if (typeof value !== 'string') return undefined
  const name = value.toUpperCase().replaceAll('-', '_')
  return values.find((one) => one === name) ?? (/^\d+$/.test(value) ? values[Number(value)] : undefined)
}
