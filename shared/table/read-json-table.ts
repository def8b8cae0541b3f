// Lays a JSON value out as a table with raw text cells, if it is one.
import { type ReadTable, squareUp } from './read-table.ts'

// No real document has this key.
const rawMark = '\ue000raw'

export type Json = string | number | boolean | null | RawNumber | Json[] | { [key: string]: Json }

/** A number as it was written: 1.10 and twenty digits survive. */
type RawNumber = { [rawMark]: string }

/** The parsed value with numbers as written, or undefined when the text is no JSON. */
export function parseJson(source: string): Json | undefined {
  try {
    // Where the runtime tells a number's source text, keep it; elsewhere the number itself is the best there is.
    return JSON.parse(source, (_key, value: unknown, context?: { source?: string }) =>
      typeof value === 'number' && context?.source ? { [rawMark]: context.source } : value,
    )
  } catch {
    return undefined
  }
}

type Laid = Pick<ReadTable, 'header' | 'rows' | 'ragged'>

/** An array of objects, an array of arrays, or an object of equally long columns; null for anything else. */
export function jsonTable(value: Json): Laid | null {
  if (Array.isArray(value)) {
    if (value.length === 0) return null
    if (value.every(isRecord)) return fromRecords(value)
    if (value.every((row) => Array.isArray(row))) return fromArrays(value)
    return null
  }
  return isRecord(value) ? fromColumns(value) : null
}

/** Whether a value is an object with members. */
export function isRecord(value: Json): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isRawNumber(value)
}

function isRawNumber(value: Json): value is RawNumber {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    typeof value[rawMark] === 'string' &&
    Object.keys(value).length === 1
  )
}

function fromRecords(records: { [key: string]: Json }[]): Laid | null {
  const columns = new Map<string, number>()
  const rows = records.map((record) => {
    const row: string[] = []
    for (const [name, value] of flatten(record, '', 0)) {
      if (!columns.has(name)) columns.set(name, columns.size)
      row[columns.get(name)!] = cellText(value)
    }
    return row
  })
  if (columns.size === 0) return null
  return {
    header: [...columns.keys()],
    rows: rows.map((row) => Array.from({ length: columns.size }, (_, i) => row[i] ?? '')),
  }
}

// {"customer": {"name": "Ada"}} becomes the column customer.name; deeper than three levels stays JSON.
function* flatten(record: { [key: string]: Json }, prefix: string, depth: number): Generator<[string, Json]> {
  for (const [key, value] of Object.entries(record)) {
    if (isRecord(value) && depth < 3 && Object.keys(value).length > 0)
      yield* flatten(value, `${prefix}${key}.`, depth + 1)
    else yield [prefix + key, value]
  }
}

function fromArrays(arrays: Json[][]): Laid | null {
  const [first = [], ...body] = arrays
  const width = Math.max(...[first, ...body.slice(0, 100)].map((row) => row.length))
  if (width < 2 || arrays.length < 2) return null
  const named = first.every((cell) => typeof cell === 'string' && cell !== '') && new Set(first).size === first.length
  const rows = (named ? body : arrays).map((row) => row.map(cellText))
  return squareUp(named ? first.map(cellText) : null, rows)
}

function fromColumns(record: { [key: string]: Json }): Laid | null {
  const columns = Object.values(record)
  const [first] = columns
  if (columns.length < 2 || !Array.isArray(first) || first.length === 0) return null
  const flat = columns.every(
    (column) =>
      Array.isArray(column) &&
      column.length === first.length &&
      !column.some((cell) => isRecord(cell) || Array.isArray(cell)),
  )
  if (!flat) return null
  const rows = first.map((_, index) =>
    columns.map((column) => (Array.isArray(column) ? cellText(column[index] ?? null) : '')),
  )
  return { header: Object.keys(record), rows }
}

function cellText(value: Json): string {
  if (value === null) return ''
  if (typeof value !== 'object') return String(value)
  if (isRawNumber(value)) return value[rawMark]
  if (Array.isArray(value) && value.every((item) => !Array.isArray(item) && !isRecord(item)))
    return value.map(cellText).join(', ')
  return JSON.stringify(plain(value))
}

function plain(value: Json): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  if (isRawNumber(value)) return Number(value[rawMark])
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]))
}
