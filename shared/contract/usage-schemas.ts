// What people used of the model, what is left of the day, and what a message would take, as the API tells it.
import * as z from 'zod'
import { MessageBody } from './schemas.ts'

export const Money = z.object({ amount: z.number().nonnegative(), currency: z.string().length(3) })
export type Money = z.infer<typeof Money>

/** `cached_tokens` are part of `input_tokens`. `cost` is null when no price is known. */
const counts = {
  requests: z.int().nonnegative(),
  input_tokens: z.int().nonnegative(),
  cached_tokens: z.int().nonnegative(),
  output_tokens: z.int().nonnegative(),
  cost: Money.nullable(),
}
export const UsageCounts = z.object(counts)
export type UsageCounts = z.infer<typeof UsageCounts>

/** A part that is null is not capped. */
const Amounts = z.object({ tokens: z.int().nonnegative().nullable(), cost: Money.nullable() })

/** `days` are the last 30, of UTC, the newest first, those without use left out; `total` is of all of them. */
export const UsageReport = z
  .object({
    today: UsageCounts,
    days: z.array(z.object({ day: z.iso.date(), model: z.string(), ...counts })),
    total: UsageCounts,
    cap: Amounts.nullable(),
    remaining: Amounts.nullable(),
    resets_at: z.iso.datetime(),
  })
  .meta({ id: 'Usage', description: 'What a person used; `cap` and `remaining` are of today, null without a cap.' })
export type UsageReport = z.infer<typeof UsageReport>

export const EstimateBody = MessageBody.extend({ conversation_id: z.uuid().optional() })
export type EstimateBody = z.infer<typeof EstimateBody>

/**
 * What a message would take before it is sent. Rows that the reader finds cost nothing, however many there are. `large`
 * is a reason to ask the person first. `remaining_today` is null without a cap.
 */
export const Estimate = z
  .object({
    engine: z.enum(['built-in', 'gpt']),
    model: z.string().nullable(),
    input_tokens: z.int().nonnegative(),
    output_tokens: z.int().nonnegative(),
    cost: Money.nullable(),
    rows_read_without_model: z.int().nonnegative(),
    remaining_today: Amounts.nullable(),
    large: z.boolean(),
  })
  .meta({ id: 'Estimate' })
export type Estimate = z.infer<typeof Estimate>
