// What an answer costs, by the prices that whoever runs the server has set; there are no others.
import * as z from 'zod'
import type { Usage } from '../../../shared/contract/stream-events.ts'

const Price = z.strictObject({
  input: z.number().nonnegative(),
  /** Tokens the provider had read before; as dear as the others unless told. */
  cached: z.number().nonnegative().optional(),
  output: z.number().nonnegative(),
})

/** Prices per million tokens, by the names of models (at Azure: of deployments). */
export const ModelPrices = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/),
  models: z.record(z.string(), Price),
})
export type ModelPrices = z.infer<typeof ModelPrices>

/** The cost of `usage`, or null when nobody set a price for its model. A dated version costs what its name costs. */
export const priceOf = (
  usage: Pick<Usage, 'model' | 'input_tokens' | 'cached_tokens' | 'output_tokens'>,
  prices: ModelPrices | null | undefined,
): { amount: number; currency: string } | null => {
  const undated = usage.model.replace(/-\d{4}-?\d{2}-?\d{2}$/, '')
  const models = new Map(Object.entries(prices?.models ?? {}))
  const price = models.get(usage.model) ?? models.get(undated)
  if (!prices || !price) return null
  const { input, output, cached = input } = price
  const fresh = usage.input_tokens - usage.cached_tokens
  const amount = (fresh * input + usage.cached_tokens * cached + usage.output_tokens * output) / 1_000_000
  // Nobody charges less than this, and sums of fractions end in noise.
  return { amount: Math.round(amount * 1e9) / 1e9, currency: prices.currency }
}
