// What an answer costs.
import { expect, it } from 'vitest'
import { priceOf } from './price.ts'
import { askModel, sse } from './testing/ask-model.ts'
import { done, end, say, used } from './testing/chat-chunks.ts'

const prices = {
  currency: 'USD',
  models: { luna: { input: 1, cached: 0.1, output: 6 }, plain: { input: 2, output: 4 } },
}
const usage = (model: string, input_tokens: number, cached_tokens: number, output_tokens: number) => ({
  ...{ model, input_tokens, cached_tokens, output_tokens },
})

it('is what whoever runs the server says it is, cached tokens apart', () => {
  expect(priceOf(usage('luna', 1_000_000, 400_000, 100_000), prices)).toEqual({ amount: 1.24, currency: 'USD' })
  expect(priceOf(usage('plain', 1000, 400, 0), prices)).toEqual({ amount: 0.002, currency: 'USD' })
  expect(priceOf(usage('luna', 3, 0, 0), prices)).toEqual({ amount: 0.000003, currency: 'USD' })
})

it('of a dated version is that of its name', () => {
  expect(priceOf(usage('luna-2026-10-01', 1_000_000, 0, 0), prices)?.amount).toBe(1)
})

it('is not known without prices, or of another model', () => {
  expect(priceOf(usage('luna', 10, 0, 1), null)).toBeNull()
  expect(priceOf(usage('toString', 10, 0, 1), prices)).toBeNull()
})

it('comes with the usage', async () => {
  const reply = { chunks: [sse([say('a'), end('stop', { usage: used(1_000_000, 0) }), done])] }
  const cost = async (options: { model: string }) =>
    (await askModel('chat', [reply], { prices, ...options })).events.find((event) => event.type === 'usage')?.usage.cost
  expect(await cost({ model: 'luna' })).toEqual({ amount: 1, currency: 'USD' })
  expect(await cost({ model: 'other' })).toBeNull()
})
