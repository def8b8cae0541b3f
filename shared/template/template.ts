// A template: which columns a table gets in the sheet, and how they look, are checked and are summed.
import * as z from 'zod'
import { Cell, ColumnType } from '../table/table.ts'
import { Color, ConditionalFormat } from './conditional-format.ts'
import { ValidationRule } from './validation-rule.ts'

/** A column's key: what formulas, rules and other programs call it. */
export const ColumnKey = z
  .string()
  .max(64)
  .regex(/^[a-z][a-z0-9_]*$/)

/**
 * One column. `aliases` are other headers that mean the same. `formula` is a row expression over column keys, such as
 * `quantity * unit_price`, used when the table brings no such column; `default` fills cells that the table leaves empty.
 * `width` is in pixels, `currency` an ISO 4217 code for amounts that bring none, `note` stands on the header. A
 * `required` column is written even when the table has nothing for it, and its empty cells are pointed out. The `unique`
 * columns together name a row: no two rows share their values, and merging goes by them.
 */
export const TemplateColumn = z.object({
  key: ColumnKey,
  header: z.string().min(1).max(200),
  type: ColumnType,
  aliases: z.array(z.string().min(1).max(200)).max(200).default([]),
  width: z.int().min(20).max(2000).optional(),
  align: z.enum(['left', 'center', 'right']).optional(),
  wrap: z.enum(['overflow', 'wrap', 'clip']).optional(),
  number_format: z.string().min(1).max(200).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  formula: z.string().min(1).max(2000).optional(),
  default: Cell.optional(),
  required: z.boolean().default(false),
  unique: z.boolean().default(false),
  total: z.enum(['sum', 'average', 'count', 'min', 'max']).optional(),
  note: z.string().max(1000).optional(),
})
export type TemplateColumn = z.infer<typeof TemplateColumn>

/** A chart that suits the table: a suggestion, drawn only when the person asks for it. */
export const ChartSuggestion = z.object({
  kind: z.enum(['column', 'bar', 'line', 'area', 'pie']),
  title: z.string().max(200),
  labels: ColumnKey,
  series: z.array(ColumnKey).min(1).max(20),
})
export type ChartSuggestion = z.infer<typeof ChartSuggestion>

const Layout = z.object({
  columns: z.array(TemplateColumn).max(1000),
  frozen_rows: z.int().nonnegative().max(100),
  frozen_columns: z.int().nonnegative().max(100),
  filter: z.boolean(),
  totals_label: z.string().max(200).nullable(),
  sort: z
    .array(z.object({ column: ColumnKey, descending: z.boolean().default(false) }))
    .max(10)
    .default([]),
  chart: ChartSuggestion.nullable().default(null),
})

const Formatting = z.object({
  header: z.object({ background: Color, color: Color }),
  banding: z.object({ first: Color, second: Color }).nullable(),
  totals: z.object({ background: Color, color: Color }).nullable().default(null),
  conditional_formats: z.array(ConditionalFormat).max(100).default([]),
  gridlines: z.boolean().default(true),
})

/**
 * A template as it is stored and served. No `columns` means that it fits any table as it is. `locale` decides how days
 * and amounts are written where a column does not say it itself; null leaves that to the spreadsheet.
 */
export const Template = z.object({
  id: z.string().min(1).max(64),
  name: z.string().trim().min(1).max(200),
  description: z.string().max(2000),
  version: z.int().positive(),
  locale: z
    .string()
    .regex(/^[a-zA-Z]{2,3}([_-][a-zA-Z0-9]{2,8})*$/)
    .nullable()
    .default(null),
  layout: Layout,
  formatting: Formatting,
  validation_rules: z
    .array(z.object({ column: ColumnKey, rule: ValidationRule }))
    .max(1000)
    .default([]),
})
export type Template = z.infer<typeof Template>

/** A template as it is written by hand or sent, where what has a usual value may be left out. */
export type TemplateInput = z.input<typeof Template>
