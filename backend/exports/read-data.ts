// Reads the rows that come with a request into typed tables: the records themselves, and the lists within them.
import type { ExportUpdateBody } from '../../shared/contract/export-schemas.ts'
import { columnKeys } from '../../shared/table/build-table.ts'
import type { Cell, Column } from '../../shared/table/table.ts'
import { normaliseHeader } from '../../shared/template/header-name.ts'
import type { Template } from '../../shared/template/template.ts'
import { flattenRows } from '../extraction/write-nested.ts'
import { Problem } from '../platform/problem.ts'
import { readValue } from '../tables/convert-cell.ts'
import type { Source } from './operation-input.ts'

type Data = NonNullable<ExportUpdateBody['data']>
type Known = { columns: Column[]; template: Template; title: string }

/** The column that a name means: by its key, its name, or what the template says of it. */
function findColumn(name: string, { columns, template }: Known): Column | undefined {
  const normal = normaliseHeader(name)
  const isIt = (column: { key: string; name: string }) => column.key === name || normaliseHeader(column.name) === normal
  const named = columns.find(isIt)
  if (named) return named
  const planned = template.layout.columns.find(
    ({ key, header, aliases }) =>
      isIt({ key, name: header }) || aliases.some((alias) => normaliseHeader(alias) === normal),
  )
  if (!planned) return undefined
  const { key, header, type, currency } = planned
  return { key, name: header, type, ...(currency === undefined ? {} : { currency }) }
}

function typed(columns: Column[], rows: readonly (readonly unknown[])[]): Cell[][] {
  return rows.map((row) =>
    columns.map((column, at) => {
      const value = row[at] ?? null
      const plain = typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as Cell)
      return readValue(plain, column)
    }),
  )
}

function readRecords(records: Record<string, unknown>[], known: Known): Source[] {
  return flattenRows(records, null, undefined).map(({ path, declared, rows }): Source => {
    const found = declared.map(({ name }) => (path === null ? findColumn(name, known) : undefined))
    if (path === null && known.columns.length > 0 && found.every((column) => column === undefined))
      throw new Problem(
        'invalid_request',
        `None of these is a column of the table: ${declared
          .map(({ name }) => name)
          .slice(0, 5)
          .join(', ')}. It has: ${known.columns
          .map(({ name, key }) => name || key)
          .slice(0, 20)
          .join(', ')}.`,
      )
    const keys = columnKeys(declared.map(({ name }) => name))
    const taken = new Set<string>()
    const columns = declared.map(({ name, type, currency }, at): Column => {
      const column = found[at] ?? {
        key: keys[at] ?? `column_${at + 1}`,
        name,
        type: type ?? 'text',
        ...(currency ? { currency } : {}),
      }
      if (taken.has(column.key))
        throw new Problem('invalid_request', `Two of the names mean the column ${column.name}.`)
      taken.add(column.key)
      return column
    })
    const title = path === null ? known.title : `${known.title}: ${path}`.slice(0, 200)
    return { path, title, table: { title, columns, rows: typed(columns, rows) } }
  })
}

/** Throws `invalid_request` where the rows are none of this table. */
export function readData(data: Data, known: Known): Source[] {
  if (Array.isArray(data)) return readRecords(data, known)
  const { columns, rows } = data
  if (new Set(columns.map(({ key }) => key)).size < columns.length)
    throw new Problem('invalid_request', 'Two columns of data have the same key.')
  const uneven = rows.findIndex((row) => row.length !== columns.length)
  if (uneven >= 0)
    throw new Problem(
      'invalid_request',
      `Row ${uneven + 1} of data has ${rows[uneven]?.length} cells, and there are ${columns.length} columns.`,
    )
  return [{ path: null, title: known.title, table: { title: known.title, columns, rows } }]
}
