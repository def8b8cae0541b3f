// The arguments of an edit_table call as they come from a model; an operation that is none stands there as `null`.
import * as z from 'zod'
import { ColumnType } from '../../shared/table/table.ts'
import { Condition, Match, Order } from './use-table-call.ts'

const Text = z
  .union([z.string(), z.number(), z.boolean()])
  .transform(String)
  .nullish()
  .transform((text) => text ?? null)

const RowName = z.object({
  column: Text,
  value: Text,
  number: z
    .int()
    .nullish()
    .transform((at) => at ?? null),
})
/** A row by a value that only it has in a column, or by its number from 1. */
export type RowName = z.infer<typeof RowName>

const Type = ColumnType.nullish().catch(null)

const Operation = z.discriminatedUnion('do', [
  z.object({ do: z.literal('set_cells'), row: RowName, column: z.string(), value: Text }),
  z.object({ do: z.literal('add_rows'), rows: z.array(z.array(Text)) }),
  z.object({ do: z.literal('delete_rows'), where: z.array(Condition), match: Match }),
  z.object({
    do: z.literal('add_column'),
    name: z.string(),
    type: Type,
    currency: Text,
    formula: Text,
    after: Text,
    values: z.array(z.object({ row: RowName, value: Text })).nullish(),
  }),
  z.object({
    do: z.literal('change_column'),
    column: z.string(),
    name: Text,
    type: Type,
    currency: Text,
    formula: Text,
  }),
  z.object({ do: z.literal('remove_column'), column: z.string() }),
  z.object({ do: z.literal('move_column'), column: z.string(), after: Text }),
  z.object({ do: z.literal('sort'), by: z.array(Order) }),
])
export type Operation = z.infer<typeof Operation>
export type OperationOf<Kind extends Operation['do']> = Extract<Operation, { do: Kind }>

const EditTableArguments = z.object({
  table: z.string(),
  title: Text,
  operations: z.array(Operation.nullable().catch(null)),
})
type EditTableArguments = z.infer<typeof EditTableArguments>

/** The arguments, or null when they are no such call. */
export function readEditTable(json: string): EditTableArguments | null {
  try {
    return EditTableArguments.safeParse(JSON.parse(json)).data ?? null
  } catch {
    return null
  }
}
