// Looks that a cell gets while a condition holds, as a template states them.
import * as z from 'zod'

export const Color = z.string().regex(/^#[0-9a-f]{6}$/)

/** What a condition changes; at least one of them. */
export const ConditionalLook = z
  .object({
    background: Color.optional(),
    color: Color.optional(),
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strikethrough: z.boolean().optional(),
  })
  .refine((look) => Object.values(look).some((value) => value !== undefined), 'A look changes something.')
export type ConditionalLook = z.infer<typeof ConditionalLook>

/** Tests of a cell's own value, with how many values each takes. Days are ISO texts, compared as days. */
export const conditionTests = {
  equals: 1,
  not_equals: 1,
  contains: 1,
  not_contains: 1,
  starts_with: 1,
  ends_with: 1,
  greater: 1,
  at_least: 1,
  less: 1,
  at_most: 1,
  between: 2,
  not_between: 2,
  before: 1,
  after: 1,
  empty: 0,
  not_empty: 0,
} as const

const Test = z.enum(Object.keys(conditionTests) as [keyof typeof conditionTests])

/** A point of a colour scale: the least or greatest number of the column, or a number, percent or percentile. */
export const ScalePoint = z.object({
  color: Color,
  at: z.enum(['min', 'max', 'number', 'percent', 'percentile']),
  value: z.number().optional(),
})
export type ScalePoint = z.infer<typeof ScalePoint>

const Columns = z.array(z.string()).max(100)

/**
 * `columns` are the keys of the columns that change their look; none means all of them. A `cell` test asks each cell for
 * its own value; a `formula` is a row expression over column keys, true where the look applies; a `scale` colours numbers.
 */
export const ConditionalFormat = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('cell'),
    columns: Columns.min(1),
    test: Test,
    values: z.array(z.union([z.string().max(500), z.number()])).max(2),
    look: ConditionalLook,
  }),
  z.object({
    kind: z.literal('formula'),
    columns: Columns,
    formula: z.string().min(1).max(2000),
    look: ConditionalLook,
  }),
  z.object({
    kind: z.literal('scale'),
    columns: Columns.min(1),
    min: ScalePoint,
    mid: ScalePoint.nullable(),
    max: ScalePoint,
  }),
])
export type ConditionalFormat = z.infer<typeof ConditionalFormat>
