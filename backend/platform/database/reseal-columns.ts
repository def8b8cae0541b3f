// Seals columns anew under the key that seals now, row by row, while the server may be running.
import type { Resealed } from '../secrets/reseal-rows.ts'
import { SecretError } from '../secrets/secret-box.ts'
import type { Sql } from './connect.ts'
import { textsOf } from './texts.ts'

/** Columns that are sealed each as a whole; `key` is the table's primary key, which begins with the workspace. */
export type SealedColumns = {
  /** For the person, such as “messages”. */
  name: string
  table: string
  key: string[]
  columns: Record<string, 'text' | 'json'>
}

const portion = 100

/** Goes over the rows of one place; `renew` says whether a row was changed. One that cannot be opened keeps no other from it. */
export async function renewAll<Row>(
  name: string,
  read: (after: Row | undefined, limit: number) => Promise<Row[]>,
  renew: (row: Row) => Promise<boolean>,
): Promise<Resealed> {
  const result: Resealed = { name, resealed: 0, kept: 0, unreadable: [] }
  for (let last: Row | undefined; ; ) {
    const rows = await read(last, portion)
    for (const row of rows) {
      try {
        if (await renew(row)) result.resealed++
        else result.kept++
      } catch (error) {
        if (!(error instanceof SecretError)) throw error
        result.unreadable.push(error.message)
      }
    }
    last = rows.at(-1)
    if (!last) return result
  }
}

type Key = Record<string, string | number>

/** Each row is locked while it is renewed, and only one is in memory: a row can hold what a request brought. */
export async function resealColumns(sql: Sql, { name, table, key, columns }: SealedColumns): Promise<Resealed> {
  const { renew, renewJson } = textsOf(sql)
  const keyList = key.join(', ')
  const places = (from: number) => key.map((_, index) => `$${from + index}`).join(', ')
  const valuesOf = (row: Key) => key.map((column) => row[column] ?? null)
  const isRow = `(${keyList}) = (${places(1)})`
  return await renewAll<Key>(
    name,
    (after, limit) =>
      sql.unsafe<Key[]>(
        `select ${keyList} from ${table} ${after ? `where (${keyList}) > (${places(1)})` : ''} order by ${keyList} limit ${limit}`,
        after ? valuesOf(after) : [],
      ),
    (place) =>
      sql.begin(async (tx) => {
        const [row] = await tx.unsafe<Record<string, unknown>[]>(
          `select ${Object.keys(columns).join(', ')} from ${table} where ${isRow} for no key update`,
          valuesOf(place),
        )
        const changed: [column: string, sealed: string][] = []
        for (const [column, kind] of Object.entries(columns)) {
          const stored = row?.[column]
          const workspace = String(place.workspace_id)
          const next =
            kind === 'json' ? await renewJson(stored, workspace) : await renew(String(stored ?? ''), workspace)
          if (next !== null) changed.push([column, next])
        }
        if (changed.length === 0) return false
        const set = changed.map(([column], index) => `${column} = $${key.length + 1 + index}`).join(', ')
        await tx.unsafe(`update ${table} set ${set} where ${isRow}`, [
          ...valuesOf(place),
          ...changed.map(([, sealed]) => sealed),
        ])
        return true
      }),
  )
}
