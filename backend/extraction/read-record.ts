// Reads a text that is one JSON object as one record with lists in it, where a format asks for such: else it is taken for the envelope of its lists.
import { flattenRecords } from '../../shared/table/flatten.ts'
import { isRecord, type Json, parseJson } from '../../shared/table/markup/read-json-value.ts'
import type { ReadTable } from '../../shared/table/read-table.ts'

const isList = (value: Json | undefined): boolean => Array.isArray(value) && value.some(isRecord)

/** The record itself, or within the only object that holds it. */
function recordIn(value: Json | undefined, lists: string[]) {
  if (value === undefined || !isRecord(value)) return null
  const holds = (record: { [name: string]: Json }) =>
    lists.some((name) => Object.hasOwn(record, name) && (isList(record[name]) || isRecord(record[name] ?? null)))
  if (holds(value)) return value
  const [only, ...others] = Object.values(value)
  return only !== undefined && others.length === 0 && isRecord(only) && holds(only) ? only : null
}

/**
 * The record's own values as a table of one row, then a table for each list in it, called by the path to it; null when the
 * text is nothing like it. `lists` are the names in the record that lead to the lists which the format asks for.
 */
export function readRecord(text: string, lists: string[]): ReadTable[] | null {
  const start = text.indexOf('{')
  const end = text.lastIndexOf('}') + 1
  if (start < 0 || end <= start) return null
  const record = recordIn(parseJson(text.slice(start, end)), lists)
  if (!record) return null
  const { columns, rows, children } = flattenRecords([record])
  if (columns.length === 0) return null
  const cells = (row: unknown[]) => row.map((cell) => (cell === null ? '' : String(cell)))
  const place = { format: 'json', start, end }
  return [
    { ...place, header: columns, rows: rows.map(cells) },
    ...children.map((child) => ({ ...place, title: child.path, header: child.columns, rows: child.rows.map(cells) })),
  ]
}
