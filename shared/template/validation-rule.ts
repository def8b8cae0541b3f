// Rules for the cells of a column, as a template states them.
import * as z from 'zod'

/** `strict` refuses other input in the sheet; otherwise it only warns. `help` is shown beside the cell. */
const manner = { strict: z.boolean(), help: z.string().max(200).optional() }

const Day = z.iso.date()

/**
 * A rule for the cells of one column. An empty cell breaks none. `number` and `date` bounds are included, dates are ISO
 * days; `length` counts characters; `pattern` is an RE2 expression that the whole text has to match; `formula` is a
 * row expression over column keys, such as `end >= start`, that has to be true.
 */
export const ValidationRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('list'), values: z.array(z.string().min(1).max(500)).min(1).max(500), ...manner }),
  z.object({ kind: z.literal('checkbox') }),
  z.object({ kind: z.literal('email'), ...manner }),
  z.object({ kind: z.literal('url'), ...manner }),
  z.object({ kind: z.literal('date'), min: Day.optional(), max: Day.optional(), ...manner }),
  z.object({ kind: z.literal('number'), min: z.number().optional(), max: z.number().optional(), ...manner }),
  z.object({
    kind: z.literal('length'),
    min: z.int().nonnegative().optional(),
    max: z.int().nonnegative().optional(),
    ...manner,
  }),
  z.object({ kind: z.literal('pattern'), pattern: z.string().min(1).max(500), ...manner }),
  z.object({ kind: z.literal('formula'), formula: z.string().min(1).max(2000), ...manner }),
])
export type ValidationRule = z.infer<typeof ValidationRule>
