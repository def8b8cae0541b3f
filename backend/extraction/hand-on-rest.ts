// Hands on what is missing of tables that were found when a reply ended early: their other rows, then the other tables.
import type { EngineEvent, SourceTable, UnfinishedTable } from './engine.ts'
import { handOnTables } from './hand-on-tables.ts'

const isOf = (source: SourceTable, { title, columns, rows }: UnfinishedTable): boolean =>
  source.title === title &&
  source.row_count >= rows.length &&
  source.columns.length === columns.length &&
  source.columns.every(({ key, type }, at) => key === columns[at]?.key && type === columns[at]?.type)

/** The reader reads the same rows in the same order again: those that are there are passed over. */
async function* handOnRows(
  source: SourceTable,
  there: number,
  continues: number,
  signal: AbortSignal,
  table: number,
): AsyncGenerator<EngineEvent> {
  yield { type: 'table-start', table, title: source.title, columns: source.columns, continues }
  let seen = 0
  for await (const chunk of source.rows()) {
    if (signal.aborted) break
    const rows = chunk.slice(Math.max(0, there - seen))
    seen += chunk.length
    if (rows.length > 0) yield { type: 'rows', table, rows }
  }
  const state = signal.aborted ? 'stopped' : 'complete'
  yield { type: 'table-end', table, receipt: { ...source.receipt, state, rows_extracted: Math.max(seen, there) } }
}

/** `next` numbers the tables. Each unfinished table goes on once. */
export async function* handOnRest(
  found: SourceTable[],
  unfinished: UnfinishedTable[],
  signal: AbortSignal,
  next: () => number,
): AsyncGenerator<EngineEvent> {
  const taken = new Set<number>()
  for (const source of found) {
    const index = unfinished.findIndex((table, at) => !taken.has(at) && isOf(source, table))
    taken.add(index)
    if (index < 0) yield* handOnTables([source], signal, next)
    else yield* handOnRows(source, unfinished[index]!.rows.length, index, signal, next())
    if (signal.aborted) return
  }
}
