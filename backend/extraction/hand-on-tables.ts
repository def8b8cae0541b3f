// Hands tables that were found on as they are, every row from the reader.
import type { EngineEvent, SourceTable } from './engine.ts'

/** `next` numbers the tables. After an abort the table at hand ends as stopped and the rest do not begin. */
export async function* handOnTables(
  found: SourceTable[],
  signal: AbortSignal,
  next: () => number,
): AsyncGenerator<EngineEvent> {
  for (const source of found) {
    const table = next()
    const { title, columns, origin, where, format, row_count: rows_expected } = source
    yield { type: 'table-start', table, title, columns, source: { origin, where, format }, rows_expected }
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
