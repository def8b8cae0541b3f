// Seals what tables hold under the newest key, also what was stored before there was one.
import type { Sql } from '../platform/database/connect.ts'
import { textsOf } from '../platform/database/texts.ts'
import {
  replaceStoredChunk,
  replaceStoredHead,
  type StoredHead,
  type StoredRows,
  selectStoredChunks,
  selectStoredHeads,
} from './store.ts'

/** How a place is read in order, and how one row of it is renewed: whether it was changed. */
export type Renewal<Row> = [
  read: (after: Row | undefined, limit: number) => Promise<Row[]>,
  renew: (row: Row) => Promise<boolean>,
]

const asText = (stored: unknown) => (typeof stored === 'string' ? stored : JSON.stringify(stored))

export function renewTableRows(sql: Sql): Renewal<StoredRows> {
  return [
    (after, limit) => selectStoredChunks(sql, after, limit),
    async (row) => {
      const next = await textsOf(sql).renew(asText(row.rows), row.workspace_id)
      return next !== null && (await replaceStoredChunk(sql, row, next))
    },
  ]
}

/** Titles and columns. */
export function renewTableHeads(sql: Sql): Renewal<StoredHead> {
  const { renew } = textsOf(sql)
  return [
    (after, limit) => selectStoredHeads(sql, after, limit),
    async (row) => {
      const stored = asText(row.data)
      const [title, data] = [await renew(row.title, row.workspace_id), await renew(stored, row.workspace_id)]
      if (title === null && data === null) return false
      await replaceStoredHead(sql, row, { title: title ?? row.title, data: data ?? stored })
      return true
    },
  ]
}
