// Hands tables that were found on as they are, every row from the reader.
import type { EngineEvent, SourceTable } from './engine.ts'

/** Numbers the tables from `from`. After an abort the table at hand ends as stopped and the rest do not begin. */
export async function* handOnTables(found: SourceTable[], signal: AbortSignal, from = 0): AsyncGenerator<EngineEvent> {
  for (const [index, source] of found.entries()) {
    const table = from + index
    yield { type: 'table-start', table, title: source.title, columns: source.columns }
    let told = 0
    for await (const rows of source.rows()) {
      if (signal.aborted) break
      yield { type: 'rows', table, rows }
      told += rows.length
    }
    const state = signal.aborted ? 'stopped' : 'complete'
    yield { type: 'table-end', table, receipt: { ...source.receipt, state, rows_extracted: told } }
    if (signal.aborted) return
  }
}
