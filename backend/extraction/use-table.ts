// Carries out a use_table call: the rows come from the source itself, chosen, ordered and computed over by us.
import { limits } from '../../shared/contract/limits.ts'
import { countUnread } from '../../shared/table/build-table.ts'
import type { Column, EndState } from '../../shared/table/table.ts'
import type { EngineEvent, SourceTable } from './engine.ts'
import { dialectOf } from './sheet-dialect.ts'
import type { TableCall } from './table-call.ts'
import { type CellCounts, countInto, toChunk } from './table-rows.ts'
import { readUseTable } from './use-table-call.ts'
import { changesRows, rowNotes } from './use-table-notes.ts'
import { planUse, type UsePlan } from './use-table-plan.ts'
import { type RowCounts, useRows } from './use-table-rows.ts'

type Started = { source: SourceTable; plan: UsePlan; columns: Column[] }

/** `table` is the table's number in the reply; `sources` are all tables the model was shown. */
export const createUseTable = (
  table: number,
  sources: SourceTable[],
  signal: AbortSignal,
  locale?: string,
): TableCall => {
  const pieces: string[] = []
  let started: Started | null = null
  let ended = false
  let told = 0
  let unread = 0
  const cells: CellCounts = { cells_quoted: 0, cells_computed: 0, cells_unsupported: 0 }
  const counts: RowCounts = {
    seen: 0,
    unfit: [],
    kept: 0,
    repeated: 0,
    grouped: 0,
    beyond: 0,
    total: null,
    fillers: [],
  }

  const tableEnd = ({ source, plan }: Started, state: EndState): EngineEvent => {
    ended = true
    const changed = changesRows(plan)
    const of = source.receipt.notes.map((note) => (changed ? `In the source: ${note}` : note))
    const notes = [...plan.notes, ...rowNotes(plan, counts), ...of]
    const rows = { rows_seen: source.row_count, rows_extracted: told }
    return { type: 'table-end', table, receipt: { state, ...rows, cells_unread: unread, ...cells, notes } }
  }

  return {
    // Rows are told at the end: what they are is only known from the whole call.
    feed(json) {
      pieces.push(json)
      return []
    },
    async *end() {
      const call = readUseTable(pieces.join(''))
      if (!call) return 'The model’s order to take over a table could not be read.'
      const source = sources.find((candidate) => candidate.id === call.source.trim().toLowerCase())
      if (!source) return 'The model pointed to a table that does not exist.'
      const plan = planUse(call, source, locale)
      if (typeof plan === 'string') return plan
      const columns = plan.result
      if (columns.length > limits.tableColumns || source.row_count * columns.length > limits.tableCells)
        return `“${source.title}” would become larger than a table can be.`
      started = { source, plan, columns }
      const { origin, where, format } = source
      yield {
        type: 'table-start',
        table,
        title: (call.title.trim() || source.title).slice(0, 200),
        columns,
        source: { origin, where, format },
        rows_expected: changesRows(plan) ? null : source.row_count,
      }
      for await (const rows of useRows(source, plan, counts, dialectOf(locale))) {
        if (signal.aborted) return null
        const chunk = toChunk(rows)
        unread += countUnread(chunk.rows, columns)
        countInto(cells, rows)
        told += rows.length
        yield { type: 'rows', table, ...chunk }
      }
      if (signal.aborted) return null
      // A copy of a table that was cut lacks the same rows.
      yield tableEnd(started, source.receipt.state)
      return null
    },
    close: (state) => (started && !ended ? [tableEnd(started, state)] : []),
    rows: () => told,
  }
}
