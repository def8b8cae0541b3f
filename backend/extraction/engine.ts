// The one port that both engines implement: a conversation and the tables found in it go in, text and tables come out.
import type { Usage } from '../../shared/contract/stream-events.ts'
import type { Cell, Column, EndState, TableReceipt } from '../../shared/table/table.ts'
import type { Template } from '../../shared/template/template.ts'
import type { Problem } from '../platform/problem.ts'

/**
 * A table that exists already and needs no retyping: found in the message, a file or the sheet, or made earlier in the
 * conversation. `where` names its place for people. `rows` yields all of it in order, in chunks.
 */
export type SourceTable = {
  id: string
  origin: 'message' | 'file' | 'range' | 'earlier'
  where: string
  format: string
  title: string
  columns: Column[]
  row_count: number
  sample: Cell[][]
  receipt: TableReceipt
  rows(): AsyncIterable<Cell[][]>
}

/** A text with the places of the tables that were found in it (offsets in UTF-16 code units, in order). */
export type SourceText = { label: string; text: string; tables: { id: string; start: number; end: number }[] }

export type EngineInput = {
  /** Earlier messages, the oldest first. */
  history: { role: 'user' | 'assistant'; text: string }[]
  message: SourceText
  files: SourceText[]
  /** Tables of this message (`t1`, `t2`, …). */
  found: SourceTable[]
  /** Tables of earlier replies (`k1`, `k2`, …), the newest first. */
  known: SourceTable[]
  template: Template | null
  locale: string | undefined
}

/**
 * `table` numbers the tables of one reply from 0. Rows are whole and typed. `end` comes last, exactly once, after every
 * table had its `table-end`; in every state but `complete` and `stopped` a problem says why.
 */
export type EngineEvent =
  | { type: 'text'; text: string }
  | { type: 'table-start'; table: number; title: string; columns: Column[] }
  | { type: 'rows'; table: number; rows: Cell[][] }
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
