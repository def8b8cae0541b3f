// The arguments of a use_table call as they come from a model: what is odd in them is named later, never passed over.
import * as z from 'zod'
import { comparisons } from './table-tool-parts.ts'

const Text = z
  .union([z.string(), z.number(), z.boolean()])
  .transform(String)
  .nullish()
  .catch(null)
  .transform((text) => text ?? null)

/** Null is an empty list, and a thing alone a list of one. */
const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess((given) => (given == null ? [] : Array.isArray(given) ? given : [given]), z.array(item))

const Name = z.string().catch('')

/** How a condition compares; `null` is a comparison that does not exist. */
const Comparison = z.enum(comparisons)
export type Comparison = z.infer<typeof Comparison>

export const Condition = z
  .object({ column: Name, is: Comparison.nullable().catch(null), value: Text, values: listOf(z.coerce.string()) })
  .catch({ column: '', is: null, value: null, values: [] })
export type Condition = z.infer<typeof Condition>

export const Order = z
  .object({ column: Name, order: z.enum(['ascending', 'descending']).catch('ascending') })
  .catch({ column: '', order: 'ascending' })
export type Order = z.infer<typeof Order>

export const Match = z.enum(['all', 'any']).catch('all')

const Measure = z
  .object({
    name: Name,
    function: z.enum(['count', 'sum', 'average', 'min', 'max']).nullable().catch(null),
    column: Text,
  })
  .catch({ name: '', function: null, column: null })
export type Measure = z.infer<typeof Measure>

const TakenColumn = z.object({ from: Text, name: Name, formula: Text }).catch({ from: null, name: '', formula: null })
export type TakenColumn = z.infer<typeof TakenColumn>

const Group = z.object({ by: listOf(Name), measures: listOf(Measure) })
export type Group = z.infer<typeof Group>

/** Columns, conditions and orders that the call does not name are empty lists. */
const UseTableArguments = z.object({
  source: z.string(),
  title: Name,
  columns: listOf(TakenColumn),
  where: listOf(Condition),
  match: Match,
  sort: listOf(Order),
  distinct: listOf(Name),
  group: Group.nullish().catch(null),
  limit: z.int().positive().nullish().catch(null),
})
export type UseTableArguments = z.infer<typeof UseTableArguments>

/** The arguments, or null when they are no such call. */
export function readUseTable(json: string): UseTableArguments | null {
  try {
    return UseTableArguments.safeParse(JSON.parse(json)).data ?? null
  } catch {
    return null
  }
}
