// Rules of a template as the sheet holds them: formulas rendered for their place, days as serial numbers.
import * as z from 'zod'
import { ConditionalLook, conditionTests, ScalePoint } from '../template/conditional-format.ts'

/** A formula of the sheet, in the spreadsheet's own separators, relative to the first cell of the block it is for. */
const SheetFormula = z.string().startsWith('=')

const manner = { strict: z.boolean(), help: z.string().optional() }

/** A validation rule of cells. `min` and `max` are included; for `date` they are serial numbers. */
export const SheetRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('list'), values: z.array(z.string()), ...manner }),
  z.object({ kind: z.literal('checkbox') }),
  z.object({ kind: z.literal('email'), ...manner }),
  z.object({ kind: z.literal('url'), ...manner }),
  z.object({ kind: z.literal('date'), min: z.number().optional(), max: z.number().optional(), ...manner }),
  z.object({ kind: z.literal('number'), min: z.number().optional(), max: z.number().optional(), ...manner }),
  z.object({ kind: z.literal('formula'), formula: SheetFormula, ...manner }),
])
export type SheetRule = z.infer<typeof SheetRule>

/** A conditional format. Days among `values` are serial numbers. */
export const SheetCondition = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('cell'),
    test: z.enum(Object.keys(conditionTests) as [keyof typeof conditionTests]),
    values: z.array(z.union([z.string(), z.number()])),
    look: ConditionalLook,
  }),
  z.object({ kind: z.literal('formula'), formula: SheetFormula, look: ConditionalLook }),
  z.object({ kind: z.literal('scale'), min: ScalePoint, mid: ScalePoint.nullable(), max: ScalePoint }),
])
export type SheetCondition = z.infer<typeof SheetCondition>
