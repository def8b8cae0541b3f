// One cell to be written into a sheet.
import * as z from 'zod'

/** A cell to write: a string is always text, never parsed; a date is its serial number; only `formula` is a formula. */
export const SheetCell = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.object({ formula: z.string().startsWith('=') }),
])
export type SheetCell = z.infer<typeof SheetCell>
