// The tables that this spreadsheet got from here before, and what it got then.
import type { RowsPage } from '../../../shared/contract/schemas.ts'
import type { KnownTable } from '../../../shared/plan/place.ts'
import type { Cell, Table } from '../../../shared/table/table.ts'
import type { App } from '../app-context.ts'

/** None where the script can't tell: then the table goes into a new place. */
export async function findKnown(app: App): Promise<KnownTable[]> {
  try {
    return (await app.rpc('known_tables', {})).tables
  } catch {
    return []
  }
}

/** The version of the table that the sheet got last, whole; null when its rows came from somewhere else. */
export async function loadBase(app: App, { anchor }: KnownTable): Promise<Table | null> {
  if (anchor.source === null) return null
  const { table_id, version } = anchor.source
  const params = { table_id }
  const { title, columns } = await app.api.call('getTable', { params, query: { version } })
  const rows: Cell[][] = []
  let cursor: string | null = null
  do {
    const query: { limit: number; version: number; cursor?: string } = { limit: 5000, version }
    if (cursor !== null) query.cursor = cursor
    const page: RowsPage = await app.api.call('listRows', { params, query })
    rows.push(...withoutUnsupported(page))
    cursor = page.next_cursor
  } while (cursor !== null)
  return { title, columns, rows }
}

/** As it was written: what stood in no source stayed out. */
const withoutUnsupported = ({ items, evidence }: RowsPage): Cell[][] =>
  evidence === undefined
    ? items
    : items.map((row, r) => row.map((cell, c) => (evidence[r]?.[c] === 'unsupported' ? null : cell)))
