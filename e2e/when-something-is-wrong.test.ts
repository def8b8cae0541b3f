// Every way it can go wrong ends in a clear sentence with a remedy, and never in a lost draft.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openProduct, type Product, paste, send, startOver, type Visit } from './support/open-product.ts'

let product: Product
let visit: Visit
beforeAll(async () => {
  product = await openProduct()
  visit = await product.open()
})
afterAll(() => product.close())
beforeEach(async () => {
  await startOver(visit)
})

describe('when something is wrong', () => {
  it('without a model, prose is answered with what to do', async () => {
    await send(visit, 'Please make me a table of the planets.')
    await visit.sidebar.getByText(/No model is configured/).waitFor()
    await visit.sidebar
      .getByText(/OPENAI_API_KEY/)
      .first()
      .waitFor()
  })

  it('an empty message can’t be sent, and says why', async () => {
    const button = visit.sidebar.getByRole('button', { name: 'Send', exact: true })
    expect(await button.getAttribute('aria-disabled')).toBe('true')
    // A person can still press it; only the browser driver thinks otherwise.
    await button.click({ force: true })
    expect(await visit.sidebar.getByText('You:').count()).toBe(0)
    await visit.sidebar.getByText('Write or paste something first').first().waitFor({ state: 'attached' })
  })

  it('hostile HTML is shown as the text it is', async () => {
    const hostile = '<img src=x onerror="window.hit=1"><script>window.hit=1</script> [a](javascript:window.hit=1)'
    await send(visit, `Name,Note\nAda,"${hostile.replaceAll('"', '""')}"\nGrace,fine\nAlan,<b>bold</b>`)
    await visit.sidebar.getByRole('gridcell', { name: '<b>bold</b>' }).waitFor()
    const frame = visit.page.frames().find((candidate) => candidate.url().includes('127.0.0.1'))
    expect(await frame?.evaluate(() => 'hit' in window)).toBe(false)
    expect(await visit.sidebar.locator('img, .ai script, a[href^="javascript"]').count()).toBe(0)
  })

  it('a message over the limit is offered as a file, and sent as one', async () => {
    const line = (index: number) => `${index},Customer number ${index},some text that makes the line long enough`
    const big = `Id,Name,Note\n${Array.from({ length: 16_000 }, (_, index) => line(index)).join('\n')}`
    await paste(visit, big)
    await visit.sidebar.getByRole('button', { name: 'Send', exact: true }).click()
    await visit.sidebar.getByRole('button', { name: 'Send it as a file instead' }).click()
    await visit.sidebar.getByText('message.txt').first().waitFor()
    await visit.sidebar
      .getByRole('button', { name: 'Send', exact: true })
      .and(visit.sidebar.locator('[aria-disabled=false]'))
      .click()
    await visit.sidebar.getByText('16,000 seen · 16,000 extracted').waitFor()
  })

  it('a server that is down costs no word of the draft', async () => {
    await product.stack.stopBackend()
    await visit.sidebar.getByLabel('Message').fill('Name,Age\nAda,36\nGrace,85\nAlan,41')
    await visit.sidebar.getByRole('button', { name: 'Send', exact: true }).click()
    await visit.sidebar.getByText('The server can’t be reached.').first().waitFor()
    expect(await visit.sidebar.getByLabel('Message').inputValue()).toContain('Grace,85')
    await product.stack.startBackend()
    await visit.sidebar.getByRole('button', { name: 'Try again' }).first().click()
    await visit.sidebar.getByText('3 seen · 3 extracted').waitFor()
    expect(visit.faults).toEqual([])
  })

  it('a sidebar that opens while the server is down says so and recovers', async () => {
    await product.stack.stopBackend()
    const late = await product.open()
    await late.sidebar.getByText('The server can’t be reached.').first().waitFor()
    await product.stack.startBackend()
    await late.sidebar.getByRole('button', { name: 'Try again' }).first().click()
    await late.sidebar.getByText('The server can’t be reached.').waitFor({ state: 'hidden' })
    await send(late, 'Name,Age\nAda,36\nGrace,85\nAlan,41')
    await late.sidebar.getByText('3 seen · 3 extracted').last().waitFor()
    await late.context.close()
  })
})
