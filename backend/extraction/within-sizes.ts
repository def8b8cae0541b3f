// Keeps an engine's tables within what this server takes, where that is less than the product can.
import { limits } from '../../shared/contract/limits.ts'
import type { Engine, EngineEvent, EngineInput } from './engine.ts'
import { checkSize, type TableSizes } from './read-text.ts'

async function* bounded(engine: Engine, sizes: TableSizes, input: EngineInput, signal: AbortSignal) {
  for (const { title, columns, row_count } of input.found)
    checkSize({ title, columns: columns.length, rows: row_count }, sizes)
  const tables = new Map<number, { title: string; columns: number; rows: number }>()
  const see = (event: EngineEvent): void => {
    if (event.type !== 'table-start' && event.type !== 'rows') return
    if (event.type === 'table-start') {
      const before = event.continues === undefined ? undefined : input.continuing?.tables[event.continues]
      const { title, columns } = before ?? event
      tables.set(event.table, { title, columns: columns.length, rows: before?.rows.length ?? 0 })
    }
    const table = tables.get(event.table)
    if (!table) return
    if (event.type === 'rows') table.rows += event.rows.length
    checkSize(table, sizes)
  }
  for await (const event of engine.run(input, signal)) {
    see(event)
    yield event
  }
}

/** The engine throws `Problem('table_too_large')` for a table that is found, or made, beyond the sizes. */
export function withinSizes(engine: Engine, sizes: TableSizes): Engine {
  const { tableRows, tableColumns, tableCells } = sizes
  // The readers keep to the contract by themselves, and no model writes that much.
  if (tableRows >= limits.tableRows && tableColumns >= limits.tableColumns && tableCells >= limits.tableCells)
    return engine
  return { ...engine, run: (input, signal) => bounded(engine, sizes, input, signal) }
}
