// Rows with objects in them become flat tables: dotted columns, and a table of its own for each list of records.
import { flattenRecords } from '../../shared/table/flatten.ts'
import { normaliseHeader } from '../../shared/template/header-name.ts'
import { inferDeclared } from './write-infer.ts'
import type { Declared } from './write-layout.ts'

/** `path` says which list of the records a table comes from; null for the records themselves. */
export type FlatTable = { path: string | null; declared: Declared[]; rows: unknown[][] }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isDeep = (value: unknown): boolean => isRecord(value) || (Array.isArray(value) && value.some(isDeep))

/** Whether a row has an object, or a list of more than plain values, in one of its cells. */
export const isNested = (row: unknown): boolean => {
  if (Array.isArray(row)) return row.some(isDeep)
  if (!isRecord(row)) return false
  // A row may be an object around the list of its cells.
  const values = Object.values(row)
  return values.some(isDeep)
}

/** A table for the rows and one for each list in them; columns keep the types they were declared with. */
export function flattenRows(rows: unknown[], declared: Declared[] | null, locale: string | undefined): FlatTable[] {
  const nameOf = (at: number) => declared?.[at]?.name ?? `Column ${at + 1}`
  const records = rows.map((row) =>
    Array.isArray(row) ? Object.fromEntries(row.map((value, at) => [nameOf(at), value])) : row,
  )
  const flat = flattenRecords(records)
  const known = new Map(declared?.map((column) => [normaliseHeader(column.name), column]))
  const table = (path: string | null, columns: string[], cells: unknown[][]): FlatTable[] => {
    const wanted = columns.map((name): Declared => {
      const like = path === null ? known.get(normaliseHeader(name)) : undefined
      return like ? { ...like, name } : { name, type: null, currency: null, formula: null }
    })
    const typed = inferDeclared(wanted, cells, locale)
    return typed ? [{ path, declared: typed, rows: cells }] : []
  }
  return [
    ...table(null, flat.columns, flat.rows),
    ...flat.children.flatMap(({ path, columns, rows: cells }) => table(path, columns, cells)),
  ]
}
