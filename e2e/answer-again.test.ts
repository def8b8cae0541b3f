// A reply that stopped early goes on; any reply can be had anew, and any question be asked in other words.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ReplayReply } from '../backend/platform/model/testing/replay-openai.ts'
import { paste, send, startOver } from './support/open-product.ts'
import { groundedMail, groundedOrders } from './support/samples.ts'
import { useScriptedProduct } from './support/scripted-product.ts'

const whole: ReplayReply = { say: [{ text: 'Here they are.' }, { call: 'write_table', arguments: groundedOrders }] }
/** Two of the three rows, and half of the third. */
const half = JSON.stringify(groundedOrders).replace(/"30".*$/, '"3')
const rest = { ...groundedOrders, rows_announced: 1, rows: groundedOrders.rows.slice(2) }

// Each of these goes a long way, reloads included.
vi.setConfig({ testTimeout: 90_000 })

const scripted = useScriptedProduct({
  MODEL_PRICES: JSON.stringify({
    currency: 'USD',
    models: { 'scripted-model': { input: 1, cached: 0.1, output: 6 } },
  }),
})
beforeEach(async () => {
  await startOver(scripted.visit)
})

describe('a reply that stopped early', () => {
  it('says what is missing, and goes on into the same table', async () => {
    const { visit } = scripted
    const { sidebar, page } = visit
    scripted.replies = [
      { say: [{ call: 'write_table', arguments: half }], end: 'max_output_tokens' },
      { say: [{ call: 'write_table', arguments: rest }] },
    ]
    await send(visit, groundedMail)
    await sidebar.getByText('2 whole rows kept').waitFor()
    await sidebar.getByText('about 1 missing').waitFor()
    await sidebar.getByRole('button', { name: 'Use 2 rows' }).waitFor()
    await sidebar.getByRole('button', { name: 'Continue' }).click()
    await sidebar.getByText('3 seen · 3 extracted').waitFor()
    expect(await sidebar.getByRole('gridcell', { name: 'Alan' }).count()).toBe(1)
    expect(await sidebar.getByRole('grid').count()).toBe(1)
    expect(await sidebar.getByRole('row').count()).toBe(4)
    expect(await sidebar.getByRole('button', { name: 'Continue' }).count()).toBe(0)
    await page.reload()
    await sidebar.getByText('3 seen · 3 extracted').waitFor()
    await sidebar.getByRole('gridcell', { name: 'Alan' }).waitFor()
    await sidebar.getByRole('button', { name: 'Put it in the sheet' }).waitFor()
    expect(visit.faults).toEqual([])
  })

  it('shows how far it is while it is written', async () => {
    const { visit } = scripted
    const { sidebar } = visit
    scripted.replies = [{ say: [{ call: 'write_table', arguments: groundedOrders }], piece: 12, delay_ms: 150 }]
    await send(visit, groundedMail)
    await sidebar
      .getByText(/^[12] of about 3 rows$/)
      .first()
      .waitFor()
    await sidebar.getByText('3 seen · 3 extracted').waitFor()
  })
})

describe('a reply that is there', () => {
  it('can be had anew, in its place', async () => {
    const { visit } = scripted
    const { sidebar, page } = visit
    scripted.replies = [{ say: [{ text: 'The first answer.' }] }]
    await send(visit, 'What can you do?')
    await sidebar.getByText('The first answer.').waitFor()
    await sidebar.getByText(/tokens/).waitFor()
    scripted.replies = [{ say: [{ text: 'The second answer.' }] }]
    await sidebar.getByRole('button', { name: 'Try again' }).click()
    await sidebar.getByText('The second answer.').waitFor()
    expect(await sidebar.getByText('The first answer.').count()).toBe(0)
    await page.reload()
    await sidebar.getByText('The second answer.').waitFor()
    expect(await sidebar.getByText('The first answer.').count()).toBe(0)
    expect(await sidebar.getByText('You:').count()).toBe(1)
  })

  it('makes room when its question is asked in other words', async () => {
    const { visit } = scripted
    const { sidebar, page } = visit
    scripted.replies = [{ say: [{ text: 'I see no table.' }] }]
    await send(visit, 'Make a table of the mail.')
    await sidebar.getByText('I see no table.').waitFor()
    await sidebar.getByLabel('Message').fill('half a thought')
    await sidebar.getByRole('button', { name: 'Edit and send again' }).click()
    await sidebar.getByText('Editing your message.').waitFor()
    expect(await sidebar.getByLabel('Message').inputValue()).toBe('Make a table of the mail.')
    scripted.replies = [whole]
    await sidebar.getByLabel('Message').fill(groundedMail)
    await sidebar.getByRole('button', { name: 'Send', exact: true }).click()
    await sidebar.getByText('3 seen · 3 extracted').waitFor()
    expect(await sidebar.getByText('I see no table.').count()).toBe(0)
    expect(await sidebar.getByLabel('Message').inputValue()).toBe('half a thought')
    await page.reload()
    await sidebar.getByText('Here they are.').waitFor()
    expect(await sidebar.getByText('You:').count()).toBe(1)
    expect(await sidebar.getByText('I see no table.').count()).toBe(0)
    await sidebar.getByLabel('Message').fill('')
    expect(visit.faults).toEqual([])
  })
})

describe('what a reply costs', () => {
  it('is said of a long message before it is sent, and stands in nobody’s way', async () => {
    const { visit } = scripted
    const { sidebar } = visit
    scripted.replies = [{ say: [{ text: 'A long story.' }] }]
    await paste(visit, 'It was a dark and stormy night, and nobody had counted the rows. '.repeat(1500))
    await sidebar
      .getByText(/^This is a long one\. About [\d,]+ tokens, about \$\d+\.\d\d\.$/)
      .waitFor({ timeout: 25_000 })
    await sidebar.getByRole('button', { name: 'Send', exact: true }).click()
    await sidebar.getByText('A long story.').waitFor()
    await sidebar.getByText(/^[\d,]+ tokens, under \$0\.01$/).waitFor()
    await visit.page.reload()
    await sidebar.getByText('A long story.').waitFor()
    await sidebar.getByText(/^[\d,]+ tokens, under \$0\.01$/).waitFor()
  })

  it('stands in the settings as the day’s use', async () => {
    const { visit } = scripted
    const { sidebar } = visit
    scripted.replies = [{ say: [{ text: 'An answer.' }] }]
    await send(visit, 'Hello?')
    await sidebar.getByText('An answer.').waitFor()
    await sidebar.getByRole('button', { name: 'Settings' }).click()
    await sidebar.getByText(/^\d+ requests?, [\d,]+ tokens/).waitFor()
    await sidebar.getByText(/no limit for a day/).waitFor()
    await sidebar.getByRole('button', { name: 'Back' }).click()
  })
})
