// Fetches rows of a table: a few to look at, or all of them to write.
import type { Cell } from '../../../shared/table/table.ts'
import type { Api } from '../api.ts'
import type { App } from '../app-context.ts'
import { setEntry } from '../state.ts'
import { changeTable, type TableView } from '../transcript.ts'

/** The first rows of a table that came without any, for its card. A failure leaves the card with its counts. */
export async function loadPreview(app: App, entryId: string, tableId: string): Promise<void> {
  try {
    const page = await app.api.call('listRows', { params: { table_id: tableId }, query: { limit: 50 } })
    app.store.set((state) =>
      setEntry(state, entryId, (entry) =>
        changeTable(entry, tableId, (table) => (table.rows.length === 0 ? { ...table, rows: page.items } : table)),
      ),
    )
  } catch {
    // The counts are shown without rows; writing the table fetches them again and says what is wrong.
  }
}

/** All rows of the table, from memory when they are there. `onProgress` hears how many have come. */
export async function loadRows(
  api: Pick<Api, 'call'>,
  table: Pick<TableView, 'id' | 'rows' | 'count'>,
  onProgress: (rows: number) => void,
  signal: AbortSignal,
): Promise<Cell[][]> {
  if (table.rows.length === table.count) return table.rows
  const all: Cell[][] = []
  let cursor: string | null = null
  do {
    const query: { limit: number; cursor?: string } = { limit: 5000 }
    if (cursor !== null) query.cursor = cursor
    const page: { items: Cell[][]; next_cursor: string | null } = await api.call('listRows', {
      params: { table_id: table.id },
      query,
      signal,
    })
    for (const row of page.items) all.push(row)
    cursor = page.next_cursor
    onProgress(all.length)
  } while (cursor !== null)
  return all
}
