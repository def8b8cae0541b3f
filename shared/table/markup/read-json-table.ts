// Lays a JSON value out as a table with raw text cells, if it is one.

import { dottedMembers } from '../flatten.ts'
import { type ReadTable, squareUp } from '../read-table.ts'
import { cellText, isRecord, isScalar, type Json, type JsonRecord } from './read-json-value.ts'

type Laid = Pick<ReadTable, 'header' | 'rows' | 'ragged'>

/**
 * An array of objects or of arrays, an object of equally long columns, of columns by row number, of records by id, or
 * with its columns and data apart; null for anything else.
 */
export function jsonTable(value: Json): Laid | null {
  if (Array.isArray(value)) return fromList(value)
  return isRecord(value) ? (fromSplit(value) ?? fromColumns(value) ?? fromIndexed(value) ?? fromKeyed(value)) : null
}

/** One object with its members as the columns of one row. */
export function singleRow(record: JsonRecord): Laid | null {
  return fromRecords([record])
}

function fromList(list: Json[]): Laid | null {
  if (list.length === 0) return null
  const filled = list.filter((item) => item !== null)
  if (filled.length > 0 && filled.every(isRecord)) return fromRecords(list.map((item) => (isRecord(item) ? item : {})))
  return list.every((row) => Array.isArray(row)) ? fromArrays(list) : null
}

function fromRecords(records: JsonRecord[]): Laid | null {
  const columns = new Map<string, number>()
  const rows = records.map((record) => {
    const row: string[] = []
    for (const [name, value] of dottedMembers(record)) {
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

function fromArrays(arrays: Json[][]): Laid | null {
  const [first = [], ...body] = arrays
  const width = Math.max(...[first, ...body.slice(0, 100)].map((row) => row.length))
  if (width < 2 || arrays.length < 2) return null
  const named = first.every((cell) => typeof cell === 'string' && cell !== '') && new Set(first).size === first.length
  const rows = (named ? body : arrays).map((row) => row.map(cellText))
  return squareUp(named ? first.map(cellText) : null, rows)
}

function fromColumns(record: JsonRecord): Laid | null {
  const columns = Object.values(record)
  const [first] = columns
  if (columns.length < 2 || !Array.isArray(first) || first.length === 0) return null
  const flat = columns.every(
    (column) => Array.isArray(column) && column.length === first.length && column.every(isScalar),
  )
  if (!flat) return null
  const rows = first.map((_, index) =>
    columns.map((column) => (Array.isArray(column) ? cellText(column[index] ?? null) : '')),
  )
  return { header: Object.keys(record), rows }
}

// {"columns": ["a", "b"], "data": [[1, 2], [3, 4]]}, as data frames and query tools write it.
function fromSplit(record: JsonRecord): Laid | null {
  const names = record.columns ?? record.header ?? record.headers ?? record.fields
  const data = record.data ?? record.rows ?? record.values
  if (!Array.isArray(names) || !Array.isArray(data) || data.length === 0) return null
  const header = names.map(nameOf)
  if (!header.every((name) => typeof name === 'string') || header.length === 0) return null
  if (!data.every((row) => Array.isArray(row) && row.length <= header.length)) return null
  return squareUp(
    header.map(cellText),
    data.map((row) => (Array.isArray(row) ? row.map(cellText) : [])),
  )
}

// A column's name is a word, or an object that has one.
function nameOf(column: Json): Json {
  if (!isRecord(column)) return column
  const named = new Map(Object.entries(column))
  return named.get('name') ?? named.get('label') ?? named.get('title') ?? null
}

// {"a": {"0": 1, "1": 2}, "b": {"0": 3, "1": 4}}: columns whose members are numbered from zero.
function fromIndexed(record: JsonRecord): Laid | null {
  const columns = Object.values(record)
  if (columns.length === 0 || !columns.every(isRecord)) return null
  const keys = Object.keys(columns[0]!)
  if (keys.length < 2 || keys.some((key, index) => key !== String(index))) return null
  if (!columns.every((column) => Object.keys(column).length === keys.length && keys.every((key) => key in column)))
    return null
  if (!columns.every((column) => Object.values(column).every(isScalar))) return null
  return { header: Object.keys(record), rows: keys.map((key) => columns.map((column) => cellText(column[key]!))) }
}

// {"u1": {…}, "u2": {…}}: records of one shape under their ids, which become the first column.
function fromKeyed(record: JsonRecord): Laid | null {
  const entries = Object.entries(record)
  const records = Object.values(record)
  if (entries.length < 2 || !records.every(isRecord)) return null
  const names = Object.keys(records[0]!)
  if (names.length < 2 || !names.some((name) => isScalar(records[0]![name]!))) return null
  const alike = records.filter((one) => {
    const own = Object.keys(one)
    const shared = own.filter((name) => names.includes(name)).length
    return (
      shared >= Math.max(own.length, names.length) * 0.6 &&
      Object.values(one).filter(isScalar).length >= own.length * 0.6
    )
  })
  if (alike.length < records.length) return null
  const laid = fromRecords(records)
  if (!laid?.header) return null
  const key = laid.header.includes('key') ? 'id' : 'key'
  return { header: [key, ...laid.header], rows: laid.rows.map((row, index) => [entries[index]![0], ...row]) }
}
