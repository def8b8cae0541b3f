// Where the value of one cell comes from.
import * as z from 'zod'

/** The place that states a value: offsets in UTF-16 code units of the source's text. */
export const Span = z.object({ source: z.string(), start: z.int().nonnegative(), end: z.int().nonnegative() })
export type Span = z.infer<typeof Span>

/**
 * A span quotes the value; `computed` comes from the column's formula or from counting rows; `unsupported` stands in no
 * source; `confirmed` stood in none and a person said to keep it. Null belongs to an empty cell. Rows without any
 * evidence came from the reader as they are: each of their cells is quoted from the table's source.
 */
export const Evidence = z.union([Span, z.enum(['computed', 'unsupported', 'confirmed']), z.null()])
export type Evidence = z.infer<typeof Evidence>
