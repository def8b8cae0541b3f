// What one write into an exported spreadsheet was asked to do, as it is stored until a worker takes it up.
import type { NeedKind } from '../../shared/plan/plan-preview.ts'
import type { Decisions } from '../../shared/plan/target.ts'
import type { Table } from '../../shared/table/table.ts'
import type { Template } from '../../shared/template/template.ts'

/** A version of a stored table; with `new_rows`, only those that came after the version that the spreadsheet has. */
export type StoredSource = { conversation_id: string; table_id: string; version: number; new_rows: boolean }

/**
 * A table to be written: one that is stored, or rows that came with the request. `path` names the list within the records that it is, null
 * for the records themselves.
 */
export type Source = { path: string | null; title: string } & ({ stored: StoredSource } | { table: Table })

/**
 * The template is kept whole: what is written is what was asked for, whatever becomes of the template. `table_id` is the stored table
 * that the export is of.
 */
export type OperationInput = {
  template: Template
  table_id: string
  decisions: Decisions
  allow: NeedKind[]
  by: string[]
}
