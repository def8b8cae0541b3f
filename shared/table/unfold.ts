// Gives the lists of objects in the cells of a table that was read as JSON tables of their own.
import { flattenRecords } from './flatten.ts'
import { isRecord, type Json, parseJson } from './markup/read-json-value.ts'
import type { ReadTable } from './read-table.ts'

/** The list of records that a cell holds, or null. */
function listIn(cell: string): Json[] | null {
  if (!/^\[\s*\{/.test(cell)) return null
  const value = parseJson(cell)
  return Array.isArray(value) && value.some(isRecord) ? value : null
}

/** The lists of a column where every filled cell holds one; null for any other. */
function listsOf(rows: string[][], at: number): (Json[] | null)[] | null {
  const lists: (Json[] | null)[] = []
  for (const row of rows) {
    const cell = (row[at] ?? '').trim()
    const list = cell === '' ? null : listIn(cell)
    if (cell !== '' && list === null) return null
    lists.push(list)
  }
  return lists.some((list) => list !== null) ? lists : null
}

const text = (cell: string | number | boolean | null): string => (cell === null ? '' : String(cell))

/** The table without its lists, and a table for each of them right after it, at the same place in the text. */
export function unfoldTable(table: ReadTable): ReadTable[] {
  const { header, rows, format } = table
  if (!header || (format !== 'json' && format !== 'jsonl')) return [table]
  const nested = new Map<number, (Json[] | null)[]>()
  header.forEach((_, at) => {
    const lists = listsOf(rows, at)
    if (lists) nested.set(at, lists)
  })
  if (nested.size === 0) return [table]
  const plain = header.map((_, at) => at).filter((at) => !nested.has(at))
  const records = rows.map((row, index) => {
    const cells = plain.map((at): [string, Json] => [header[at]!, row[at] ?? ''])
    const lists = [...nested].map(([at, values]): [string, Json] => [header[at]!, values[index] ?? []])
    return Object.fromEntries([...cells, ...lists])
  })
  const { children } = flattenRecords(records)
  const place = { format, start: table.start, end: table.end }
  const tables = children.map(
    ({ path, columns, rows: items }): ReadTable => ({
      ...place,
      title: path,
      header: columns,
      rows: items.map((row) => row.map(text)),
    }),
  )
  const { stated, ...rest } = table
  const parent: ReadTable = {
    ...rest,
    header: plain.map((at) => header[at]!),
    rows: rows.map((row) => plain.map((at) => row[at] ?? '')),
    ...(stated ? { stated: plain.map((at) => stated[at] ?? null) } : {}),
  }
  return plain.length > 0 ? [parent, ...tables] : tables
}
