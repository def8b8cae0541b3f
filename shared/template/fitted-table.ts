// A table as a template has it: columns in their order and with their looks, rows as the sheet will show them.
import type { SheetValue } from '../plan/place.ts'
import type { ColumnMatch, ReviewRow } from '../plan/plan-preview.ts'
import type { ColumnType } from '../table/table.ts'
import type { TemplateColumn } from './template.ts'
import type { ValidationRule } from './validation-rule.ts'

/**
 * A column of the fitted table. `values` are what the sheet will show, days as serial numbers; where `formula_rows` has
 * a 1, the sheet gets `formula` instead, a row expression over the keys of the fitted columns. `left_values` are those of the rows that
 * were decided to stay out. `type` decides the look. A `foreign` formula
 * is no row expression: what it gives is not known.
 */
export type FittedColumn = {
  key: string
  header: string
  from: string | null
  from_name: string | null
  how: ColumnMatch['how']
  sure: boolean
  type: ColumnType
  number_format: string
  align: 'left' | 'center' | 'right'
  wrap: TemplateColumn['wrap'] | undefined
  width: number
  rule: ValidationRule | null
  note: string | undefined
  total: TemplateColumn['total'] | undefined
  computed: boolean
  formula: string | null
  foreign: boolean
  formula_rows: Uint8Array | null
  values: SheetValue[]
  left_values: SheetValue[]
}

/** A formula that a person has to see before it is written, and why. */
export type AskedFormula = { header: string; formula: string; reasons: string[] }

/** A formula that is written only when a person agrees to this very text. */
export type OfferedFormula = AskedFormula & { key: string; agreed: boolean }

/** The faults of one row: which column, what it holds, what is wrong. */
export type RowFault = { column: number; says: string }

/** A row with faults, by its place in the table. */
export type FaultyRow = { row: number; faults: RowFault[]; must: boolean; decision: ReviewRow['decision'] }

/**
 * `rows` of the table go in, in this order; `source_rows` are their places in the table (from 0). `key` holds the keys
 * of the columns that name a row. `faulty` has all rows with faults, those that are left out too. `totals` is the label of the
 * totals row, null when there is none; with `own_total` it stands for the table's last row. `left_out` rows were decided to stay out.
 */
export type FittedTable = {
  title: string
  columns: FittedColumn[]
  rows: number
  source_rows: number[]
  key: string[]
  faulty: FaultyRow[]
  left_out: number
  totals: string | null
  own_total: boolean
  unused: { key: string; header: string }[]
  asked: AskedFormula[]
  offered: OfferedFormula[]
  notes: string[]
  /** The locale that formulas are written in. */
  locale: string
  /** A row of the table in words, to know it by. */
  describe: (row: number) => string[]
  /** What a faulty cell holds, in words. */
  shown: (row: number, column: number) => string
}
