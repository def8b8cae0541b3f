// Fetches rows of a table with their evidence: a few to look at, or all of them to write.
import type { RowsPage } from '../../../shared/contract/schemas.ts'
import type { Evidence } from '../../../shared/table/evidence.ts'
import type { Cell } from '../../../shared/table/table.ts'
import type { Api } from '../api.ts'
import type { App } from '../app-context.ts'
import { setEntry } from '../state.ts'
import { changeTable, rowsKept, type TableView } from '../transcript.ts'

/** Rows with the evidence of each beside it, null for one that was read as it stands. */
export type LoadedRows = { rows: Cell[][]; evidence: (Evidence[] | null)[] }

/**
 * The first rows of a table that came without any, for its card, or as many as the sidebar keeps. A failure leaves the
 * card with its counts.
 */
export async function loadPreview(app: App, entryId: string, table: TableView, limit = 50): Promise<void> {
  try {
    const { id, version } = table
    const page = await app.api.call('listRows', { params: { table_id: id }, query: { limit, version } })
    app.store.set((state) =>
      setEntry(state, entryId, (entry) =>
        changeTable(entry, id, (now) =>
          now.version === version && now.rows.length < page.items.length
            ? { ...now, rows: page.items, evidence: evidenceOf(page) }
            : now,
        ),
      ),
    )
  } catch {
    // The counts are shown without rows; writing the table fetches them again and says what is wrong.
  }
}

/** As many rows as the sidebar keeps, to find a cell that is not among the first. */
export async function loadKept(app: App, entryId: string, table: TableView): Promise<void> {
  await loadPreview(app, entryId, table, rowsKept)
}

function evidenceOf({ items, evidence }: Pick<RowsPage, 'items' | 'evidence'>): LoadedRows['evidence'] {
  return evidence ?? items.map(() => null)
}

/** All rows of the table, from memory when they are there. `onProgress` hears how many have come. */
export async function loadRows(
  api: Pick<Api, 'call'>,
  table: Pick<TableView, 'id' | 'version' | 'rows' | 'evidence' | 'count'>,
  onProgress: (rows: number) => void,
  signal: AbortSignal,
): Promise<LoadedRows> {
  if (table.rows.length === table.count) return { rows: table.rows, evidence: table.evidence }
  const all: LoadedRows = { rows: [], evidence: [] }
  let cursor: string | null = null
  do {
    const query: { limit: number; version: number; cursor?: string } = { limit: 5000, version: table.version }
    if (cursor !== null) query.cursor = cursor
    const page: RowsPage = await api.call('listRows', { params: { table_id: table.id }, query, signal })
    for (const row of page.items) all.rows.push(row)
    for (const marks of evidenceOf(page)) all.evidence.push(marks)
    cursor = page.next_cursor
    onProgress(all.rows.length)
  } while (cursor !== null)
  return all
}
