// Opens a cell to see where its value comes from, and fetches the sentence that it stands in, once for each cell.
import type { ResponseOf } from '../../../shared/contract/operations.ts'
import type { App } from '../app-context.ts'
import type { CellPlace } from '../evidence.ts'
import type { Looked } from '../state.ts'
import type { TableView } from '../transcript.ts'

export type FoundEvidence = ResponseOf<'getEvidence'>

export function lookAt(app: App, looked: Looked | null): void {
  app.store.set({ looked, cellFault: null })
}

const known = new WeakMap<App, Map<string, Promise<FoundEvidence>>>()

/** A failure is not remembered: the next look asks again. */
export function findEvidence(
  app: App,
  { id, version, columns }: Pick<TableView, 'id' | 'version' | 'columns'>,
  { row, column }: CellPlace,
): Promise<FoundEvidence> {
  const cache = known.get(app) ?? new Map<string, Promise<FoundEvidence>>()
  known.set(app, cache)
  const key = columns[column]?.key ?? ''
  const name = JSON.stringify([id, version, row, key])
  const found = cache.get(name)
  if (found !== undefined) return found
  const asked = app.api.call('getEvidence', { params: { table_id: id }, query: { row, column: key, version } })
  cache.set(name, asked)
  asked.catch(() => cache.delete(name))
  return asked
}
