// A template: which columns a table gets in the sheet, and how they look, are checked and are summed.
import * as z from 'zod'
import { ColumnType } from '../table/table.ts'

/** A rule for the cells of one column. `strict` refuses other input in the sheet; otherwise it only warns. */
export const ValidationRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('list'), values: z.array(z.string().min(1)).min(1).max(500), strict: z.boolean() }),
  z.object({ kind: z.literal('checkbox') }),
  z.object({ kind: z.literal('email'), strict: z.boolean() }),
  z.object({ kind: z.literal('url'), strict: z.boolean() }),
  z.object({ kind: z.literal('date'), strict: z.boolean() }),
  z.object({
    kind: z.literal('number'),
    min: z.number().optional(),
    max: z.number().optional(),
    strict: z.boolean(),
  }),
])
export type ValidationRule = z.infer<typeof ValidationRule>

/**
 * One column. `aliases` are other headers that mean the same. `formula` is a row expression over column keys, such as
 * `quantity * unit_price`, used when the table brings no such column. `width` is in pixels. A `required` column is
 * written even when the table has nothing for it.
 */
export const TemplateColumn = z.object({
  key: z.string().regex(/^[a-z][a-z0-9_]*$/),
  header: z.string().min(1).max(200),
  type: ColumnType,
  aliases: z.array(z.string()).default([]),
  width: z.int().min(20).max(2000).optional(),
  align: z.enum(['left', 'center', 'right']).optional(),
  number_format: z.string().optional(),
  formula: z.string().optional(),
  required: z.boolean().default(false),
  total: z.enum(['sum', 'count']).optional(),
})
export type TemplateColumn = z.infer<typeof TemplateColumn>

const Color = z.string().regex(/^#[0-9a-f]{6}$/)

/** A template as it is stored and served. No `columns` means that it fits any table as it is. */
export const Template = z.object({
  id: z.string().min(1),
  name: z.string().min(1).max(200),
  description: z.string().max(2000),
  version: z.int().positive(),
  layout: z.object({
    columns: z.array(TemplateColumn).max(1000),
    frozen_rows: z.int().nonnegative(),
    frozen_columns: z.int().nonnegative(),
    filter: z.boolean(),
    totals_label: z.string().nullable(),
  }),
  formatting: z.object({
    header: z.object({ background: Color, color: Color }),
    banding: z.object({ first: Color, second: Color }).nullable(),
  }),
  validation_rules: z.array(z.object({ column: z.string(), rule: ValidationRule })),
})
export type Template = z.infer<typeof Template>
