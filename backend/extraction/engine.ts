// The one port that both engines implement: a conversation and the tables found in it go in, text and tables come out.
import type { TableSource } from '../../shared/contract/schemas.ts'
import type { Usage } from '../../shared/contract/stream-events.ts'
import type { Evidence } from '../../shared/table/evidence.ts'
import type { Cell, Column, EndState, TableReceipt } from '../../shared/table/table.ts'
import type { Template } from '../../shared/template/template.ts'
import type { Problem } from '../platform/problem.ts'

/**
 * A table that exists already and needs no retyping: found in the message, a file or the sheet, or made earlier in the
 * conversation. `where` names its place for people. `rows` yields all of it in order, in chunks; `cells` yields the same
 * with the evidence of each cell, for a table that has any.
 */
export type SourceTable = {
  id: string
  /** The stored table that this is, of those made earlier. */
  table_id?: string
  origin: 'message' | 'file' | 'range' | 'earlier'
  where: string
  format: string
  title: string
  columns: Column[]
  row_count: number
  sample: Cell[][]
  receipt: TableReceipt
  rows(): AsyncIterable<Cell[][]>
  cells?(): AsyncIterable<{ rows: Cell[][]; evidence?: Evidence[][] }>
}

/**
 * A text with the places of the tables that were found in it (offsets in UTF-16 code units, in order). `id` is what the
 * spans of evidence name: `message:<uuid>` or `file:<uuid>`.
 */
export type SourceText = {
  id: string
  label: string
  text: string
  tables: { id: string; start: number; end: number }[]
}

/** A table of a reply that ended early and is to go on: what is there of it. `evidence` stands beside `rows`. */
export type UnfinishedTable = { title: string; columns: Column[]; rows: Cell[][]; evidence: Evidence[][] | null }

export type EngineInput = {
  /** Earlier messages, the oldest first; those that people sent are sources of values too. */
  history: { id: string; role: 'user' | 'assistant'; text: string }[]
  message: SourceText
  files: SourceText[]
  /** Tables of this message (`t1`, `t2`, …). */
  found: SourceTable[]
  /** Tables of earlier replies (`k1`, `k2`, …), the newest first. */
  known: SourceTable[]
  template: Template | null
  /** Where rows stand for records with lists in them: the keys of the columns of each object, whose values stand together. */
  groups?: string[][]
  /** The person's own templates, which a message may mean without choosing one. */
  ownTemplates?: Template[]
  locale: string | undefined
  /** Tells a model's provider one person from another without saying who. */
  pseudonym?: string
  /** The reply so far, when it ended early and its rest is asked for. */
  continuing: { text: string; tables: UnfinishedTable[] } | null
}

/**
 * `table` numbers the tables of one reply from 0. A `table-start` with `edits` makes the next version of that known
 * table; one with `continues` goes on with that unfinished table of the input, whose rows are there already. Rows are
 * whole and typed; `evidence` stands beside them, and is left out for rows from a reader. `end` comes last, exactly
 * once, after every table had its `table-end`; in every state but `complete` and `stopped` a problem says why.
 */
export type EngineEvent =
  | { type: 'text'; text: string }
  | {
      type: 'table-start'
      table: number
      title: string
      columns: Column[]
      source?: TableSource | null
      rows_expected?: number | null
      edits?: string
      continues?: number
    }
  | { type: 'rows'; table: number; rows: Cell[][]; evidence?: Evidence[][] }
  | { type: 'table-end'; table: number; receipt: TableReceipt }
  | { type: 'usage'; usage: Usage }
  | { type: 'end'; state: EndState; problem?: Problem }

/** `model` and `host` are null for the built-in engine. `run` may throw a `Problem` instead of ending. */
export type Engine = {
  kind: 'built-in' | 'gpt'
  model: string | null
  host: string | null
  run(input: EngineInput, signal: AbortSignal): AsyncIterable<EngineEvent>
}
