// Nothing is lost: not by closing the sidebar, not by a server that stops in the middle, not by a restart of everything.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startReplayServer } from '../backend/platform/model/testing/replay-openai.ts'
import { openProduct, type Product, send, startOver } from './support/open-product.ts'
import { makeOrders, ordersCsv } from './support/samples.ts'

let model: Awaited<ReturnType<typeof startReplayServer>>
let product: Product

beforeAll(async () => {
  model = await startReplayServer([
    { say: [{ text: 'A slow answer, word by word, and on and on. '.repeat(40) }], delay_ms: 50 },
  ])
  product = await openProduct({ OPENAI_API_KEY: 'test', OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'scripted-model' })
})
afterAll(async () => {
  await product.close()
  await model.close()
})

describe('coming back', () => {
  it('the conversation says honestly that the server stopped in the middle', async () => {
    const visit = await product.open()
    const { sidebar } = visit
    await send(visit, 'Tell me a long story.')
    await sidebar.getByText(/A slow answer/).waitFor()
    await product.stack.stopBackend()
    await product.stack.startBackend()
    await sidebar
      .getByText(/server stopped/i)
      .first()
      .waitFor()
    await visit.page.reload()
    await sidebar
      .getByText(/server stopped/i)
      .first()
      .waitFor()
    await sidebar.getByText('Tell me a long story.').waitFor()
    await sidebar.getByRole('button', { name: 'Try again' }).waitFor()
    await visit.context.close()
  })

  it('a draft and its conversation outlive the sidebar', async () => {
    const visit = await product.open()
    const kept = visit.page.waitForResponse((answer) => !!answer.request().postData()?.includes('half a thought'))
    await visit.sidebar.getByLabel('Message').fill('half a thought')
    await kept
    await visit.page.getByRole('button', { name: /close/i }).click()
    await visit.context.close()
    const again = await product.open()
    await again.sidebar.getByText('Tell me a long story.').waitFor()
    expect(await again.sidebar.getByLabel('Message').inputValue()).toBe('half a thought')
    await again.context.close()
  })

  it('conversation, table, sheet and undo are there after everything was restarted', async () => {
    const empty = product.snapshot()
    await product.restart({ OPENAI_API_KEY: '', OPENAI_BASE_URL: '' })
    const first = await product.open()
    await startOver(first)
    await send(first, ordersCsv(makeOrders(20)))
    await first.sidebar.getByRole('button', { name: 'Put it in the sheet' }).click()
    await first.sidebar.getByRole('button', { name: 'Insert 20 rows' }).click()
    await first.sidebar.getByText(/20 rows are in/).waitFor()
    await first.context.close()
    await product.restart({ OPENAI_API_KEY: '', OPENAI_BASE_URL: '' })
    const visit = await product.open()
    await visit.sidebar.getByText('20 seen · 20 extracted').first().waitFor()
    expect(product.shown('Orders of the year 2026')).toHaveLength(22)
    await visit.sidebar.getByRole('button', { name: 'Undo', exact: true }).click()
    await visit.sidebar.getByText('The sheet is as it was.').waitFor()
    expect(product.snapshot()).toBe(empty)
    await visit.context.close()
  }, 90_000)
})
