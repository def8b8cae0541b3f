// The calls between the sidebar and the add-on's script that plan, write, take back and recognise tables.
import * as z from 'zod'
import { TableAnchor, TableSource } from '../plan/anchor.ts'
import { KnownTable, SheetValue } from '../plan/place.ts'
import { NeedKind, PlanPreview } from '../plan/plan-preview.ts'
import { Receipt } from '../plan/receipt.ts'
import { Decisions, Target } from '../plan/target.ts'
import { Table } from '../table/table.ts'
import { Template } from '../template/template.ts'

/**
 * What is to be written where. `source` is the table of the conversation; `base` is the version of it that the sheet
 * got last, for a merge: without it, what differs counts as changed by the table.
 */
export const PreviewInput = z.object({
  table: Table,
  template: Template,
  target: Target,
  decisions: Decisions,
  source: TableSource.nullable(),
  base: Table.nullable(),
})
export type PreviewInput = z.infer<typeof PreviewInput>

/** `operation_id` is made once for each press of the button: the same id twice writes once. `allow` are the needs that were agreed to. */
export const WriteInput = PreviewInput.extend({
  operation_id: z.string().min(8).max(64),
  digest: z.string(),
  allow: z.array(NeedKind),
})
export type WriteInput = z.infer<typeof WriteInput>

/**
 * One call writes as much as Google's time allows: while `done` is false the same call is made again, and goes on.
 * `rows` of `of` are written.
 */
export const WriteProgress = z.object({
  done: z.boolean(),
  rows: z.int().nonnegative(),
  of: z.int().nonnegative(),
  receipt: Receipt,
})
export type WriteProgress = z.infer<typeof WriteProgress>

/**
 * The table under the selected cell, the selected row's values by column key, and the column's key (null beside them).
 * `header` and `totals` say that the cell is in the header or the totals row.
 */
export const CellSource = z.object({
  anchor: TableAnchor,
  a1: z.string(),
  part: z.enum(['header', 'body', 'totals']),
  column: z.string().nullable(),
  row: z.record(z.string(), SheetValue),
  formula: z.string(),
})
export type CellSource = z.infer<typeof CellSource>

/** A write that can be taken back; `undoable` is false where it can't be any more. */
export const UndoEntry = z.object({ receipt: Receipt, undoable: z.boolean() })
export type UndoEntry = z.infer<typeof UndoEntry>

const Nothing = z.object({})

/** Every call, with what goes in and what comes out. */
export const writeOperations = {
  /** The tables of this spreadsheet that were written before. */
  known_tables: { input: Nothing, output: z.object({ tables: z.array(KnownTable) }) },
  preview: { input: PreviewInput, output: PlanPreview },
  write: { input: WriteInput, output: WriteProgress },
  /** The last writes, the latest first. */
  history: { input: Nothing, output: z.object({ entries: z.array(UndoEntry) }) },
  undo: { input: z.object({ operation_id: z.string(), force: z.boolean() }), output: z.object({ undone: z.string() }) },
  /** Where the value of the selected cell comes from; null when no known table is there. */
  cell_source: { input: Nothing, output: z.object({ source: CellSource.nullable() }) },
  /** A draft of a template, made from the selected range or header row, or from a known table. */
  learn: {
    input: z.object({ name: z.string().max(200).optional(), anchor_id: z.string().optional() }),
    output: z.object({ template: Template, notes: z.array(z.string()) }),
  },
} as const
