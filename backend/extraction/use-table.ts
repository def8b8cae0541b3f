// Carries out a use_table call: the rows come from the source itself, columns chosen, ordered and renamed.
import * as z from 'zod'
import { columnKeys, countUnread } from '../../shared/table/build-table.ts'
import type { Column, EndState } from '../../shared/table/table.ts'
import type { EngineEvent, SourceTable } from './engine.ts'
import type { TableCall } from './table-call.ts'

const Arguments = z.object({
  source: z.string(),
  title: z.string(),
  columns: z.array(z.object({ from: z.string(), name: z.string() })).nullish(),
})

const parseArguments = (json: string) => {
  try {
    return Arguments.safeParse(JSON.parse(json)).data ?? null
  } catch {
    return null
  }
}

const plain = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase()

const findColumn = (columns: Column[], from: string): number => {
  const exact = columns.findIndex((column) => column.name === from)
  if (exact >= 0) return exact
  return columns.findIndex((column) => plain(column.name) === plain(from) || column.key === from)
}

type Choice = { indexes: number[]; columns: Column[]; missing: string[] }

/** Which columns of the source are taken, under which names; all of them when `wanted` names none. */
const chooseColumns = (source: SourceTable, wanted: { from: string; name: string }[]): Choice => {
  if (wanted.length === 0)
    return { indexes: source.columns.map((_, index) => index), columns: source.columns, missing: [] }
  const taken: { index: number; name: string }[] = []
  const missing: string[] = []
  for (const { from, name } of wanted) {
    const index = findColumn(source.columns, from)
    if (index < 0) missing.push(from)
    else taken.push({ index, name: (name.trim() || from).slice(0, 1000) })
  }
  const keys = columnKeys(taken.map((column) => column.name))
  return {
    indexes: taken.map((column) => column.index),
    columns: taken.map(({ index, name }, at) => ({ ...source.columns[index]!, key: keys[at]!, name })),
    missing,
  }
}

/** `table` is the table's number in the reply; `sources` are all tables the model was shown. */
export const createUseTable = (table: number, sources: SourceTable[], signal: AbortSignal): TableCall => {
  const pieces: string[] = []
  const notes: string[] = []
  let source: SourceTable | null = null
  let ended = false
  let told = 0
  let unread = 0

  const tableEnd = (from: SourceTable, state: EndState): EngineEvent => {
    ended = true
    const counts = { rows_seen: from.row_count, rows_extracted: told, cells_unread: unread }
    return { type: 'table-end', table, receipt: { state, ...counts, notes: [...from.receipt.notes, ...notes] } }
  }

  return {
    // Rows are told at the end: what they are is only known from the whole call.
    // biome-ignore lint/correctness/useYield: a generator by the port's type.
    async *feed(json) {
      pieces.push(json)
    },
    async *end() {
      const call = parseArguments(pieces.join(''))
      if (!call) return 'The model’s order to take over a table could not be read.'
      const named = sources.find((candidate) => candidate.id === call.source.trim().toLowerCase())
      if (!named) return 'The model pointed to a table that does not exist.'
      const { indexes, columns, missing } = chooseColumns(named, call.columns ?? [])
      if (columns.length === 0) return `The model asked for columns that “${named.title}” does not have.`
      for (const name of missing) notes.push(`The source has no column “${name}”; it was left out.`)
      source = named
      yield { type: 'table-start', table, title: (call.title.trim() || named.title).slice(0, 200), columns }
      for await (const chunk of named.rows()) {
        if (signal.aborted) return null
        const rows = chunk.map((row) => indexes.map((index) => row[index] ?? null))
        unread += countUnread(rows, columns)
        told += rows.length
        yield { type: 'rows', table, rows }
      }
      // A copy of a table that was cut lacks the same rows.
      yield tableEnd(named, named.receipt.state)
      return null
    },
    close: (state) => (source && !ended ? [tableEnd(source, state)] : []),
    rows: () => told,
  }
}
