// Gathers the tables of one answer from an engine's events, whole in memory.
import type { TableSource } from '../../shared/contract/schemas.ts'
import type { Evidence } from '../../shared/table/evidence.ts'
import type { Cell, Column, TableReceipt } from '../../shared/table/table.ts'
import type { EngineEvent, UnfinishedTable } from './engine.ts'

/** `evidence` stands beside `rows` when any of them has some. */
export type GatheredTable = {
  title: string
  source: TableSource | null
  columns: Column[]
  rows: Cell[][]
  evidence: Evidence[][] | null
  receipt: TableReceipt | null
}

/** Call `take` with each event; `unfinished` are tables of before that the engine may go on with. */
export function gatherTables(unfinished: UnfinishedTable[] = []) {
  const tables = new Map<number, GatheredTable>()
  const none = (columns: Column[]) => new Array<Evidence>(columns.length).fill(null)
  let cells = 0
  return {
    get tables(): GatheredTable[] {
      return [...tables.values()]
    },
    /** Of all rows so far. */
    get cells(): number {
      return cells
    },
    take(event: EngineEvent): void {
      if (event.type === 'table-start') {
        const before = event.continues === undefined ? undefined : unfinished[event.continues]
        tables.set(event.table, {
          ...{ title: before?.title ?? event.title, source: event.source ?? null },
          columns: before?.columns ?? event.columns,
          rows: [...(before?.rows ?? [])],
          evidence: before?.evidence ? [...before.evidence] : null,
          receipt: null,
        })
        return
      }
      if (event.type !== 'rows' && event.type !== 'table-end') return
      const table = tables.get(event.table)
      if (!table) return
      if (event.type === 'table-end') {
        table.receipt = event.receipt
        return
      }
      if (event.evidence && !table.evidence) table.evidence = table.rows.map(() => none(table.columns))
      for (const [at, row] of event.rows.entries()) {
        table.rows.push(row)
        table.evidence?.push(event.evidence?.[at] ?? none(table.columns))
        cells += row.length
      }
    },
  }
}
