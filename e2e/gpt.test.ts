// Prose becomes a table through a model; the model's answers are scripted on a local server in its real wire format.
import { beforeEach, describe, expect, it } from 'vitest'
import type { ReplayReply } from '../backend/platform/model/testing/replay-openai.ts'
import { send, startOver } from './support/open-product.ts'
import { orderMail } from './support/samples.ts'
import { useScriptedProduct } from './support/scripted-product.ts'

const columns = [
  { name: 'Customer', type: 'text', currency: null },
  { name: 'Product', type: 'text', currency: null },
  { name: 'Quantity', type: 'number', currency: null },
  { name: 'Unit price', type: 'currency', currency: 'EUR' },
]
const rows = [
  ['Ada', 'apples', '2', '12.50 €'],
  ['Grace', 'pears', '10', '4.20 €'],
  ['Alan', 'plums', '1', '310 €'],
  ['Edsger', 'nuts', '3', '18 €'],
  ['Barbara', 'honey', '7', '6.90 €'],
]
const orders = { call: 'write_table', arguments: { title: 'Orders from a mail', columns, rows } }

const scripted = useScriptedProduct()
beforeEach(async () => {
  await startOver(scripted.visit)
})

describe('a mail with five orders in prose', () => {
  it('becomes five typed rows in the sheet', async () => {
    const { product, visit } = scripted
    const { sidebar } = visit
    scripted.replies = [{ say: [{ text: 'I found **five orders** in the mail.' }, orders], piece: 5 }]
    await sidebar.getByLabel('Message').fill(`Pull every order out of this mail.\n\n${orderMail}`)
    await sidebar.getByRole('button', { name: 'Send', exact: true }).click()
    // The first time it says where the message goes and who reads it.
    await sidebar.getByText(/scripted-model/).waitFor()
    await sidebar
      .getByText(/127\.0\.0\.1/)
      .first()
      .waitFor()
    await sidebar.getByRole('button', { name: 'Agree and send' }).click()

    await sidebar.getByText('5 extracted').waitFor()
    await sidebar.getByRole('button', { name: 'Put it in the sheet' }).click()
    await sidebar.getByLabel('Template').selectOption({ label: 'Sales analysis' })
    await sidebar.getByRole('button', { name: 'Insert 5 rows' }).click()
    await sidebar.getByText(/5 rows are in/).waitFor()
    const shown = product.shown('Orders from a mail')
    expect(shown[0]).toEqual(['Customer', 'Product', 'Quantity', 'Unit price', 'Total'])
    expect(shown[1]?.slice(0, 3)).toEqual(['Ada', 'apples', '2'])
    expect(shown[1]?.[3]).toMatch(/12\.50/)
    expect(shown[5]?.[4]).toMatch(/48\.30/)
    await sidebar.getByRole('button', { name: 'Undo', exact: true }).click()
    await sidebar.getByText('The sheet is as it was.').waitFor()
  })

  it('goes on when the page is reloaded in the middle', async () => {
    const { visit } = scripted
    const { sidebar, page } = visit
    scripted.replies = [
      { say: [{ text: 'One moment. ' }, { wait: 300 }, orders, { text: ' Done.' }], piece: 6, delay_ms: 25 },
    ]
    await send(visit, orderMail)
    await sidebar.getByRole('gridcell', { name: 'Grace' }).waitFor()
    await page.reload()
    await sidebar.getByRole('gridcell', { name: 'Barbara' }).waitFor()
    await sidebar.getByText('5 extracted').waitFor()
    expect(await sidebar.getByRole('row').count()).toBe(6)
    expect(await sidebar.getByText('You:').count()).toBe(1)
  })

  it('keeps the whole rows when the person stops it', async () => {
    const { visit } = scripted
    const { sidebar } = visit
    scripted.replies = [{ say: [orders], piece: 4, delay_ms: 60 }]
    await send(visit, orderMail)
    await sidebar.getByRole('gridcell', { name: 'Ada' }).waitFor()
    await sidebar.getByRole('button', { name: 'Stop' }).click()
    await sidebar.getByRole('button', { name: /^Use \d rows?$/ }).waitFor()
    expect(await sidebar.getByText('5 extracted').count()).toBe(0)
  })

  it.each([
    ['the answer is cut by the length limit', { say: [orders], end: 'max_output_tokens' }, /longest answer/],
    ['the model refuses', { say: [{ refusal: 'I can’t help with that.' }] }, /declined/],
    ['the key is wrong', { status: 401 }, /OPENAI_API_KEY/],
    ['the connection breaks', { say: [{ text: 'Let me' }], end: 'cut' }, /broke/],
    ['the model is overrun', { status: 429, headers: { 'retry-after-ms': '10' } }, /busy/],
  ] as [string, ReplayReply, RegExp][])('says so when %s', async (_, reply, words) => {
    const { visit } = scripted
    scripted.replies = [reply]
    await send(visit, orderMail)
    await visit.sidebar.getByText(words).first().waitFor()
    await visit.sidebar.getByRole('button', { name: 'Try again' }).first().waitFor()
    expect(visit.faults).toEqual([])
  })

  it('says so when the model’s server is away, and still reads what is a table', async () => {
    const { model, visit } = scripted
    await model.close()
    await send(visit, `${orderMail}\n\nName,Age\nAda,36\nGrace,85\nAlan,41`)
    await visit.sidebar
      .getByText(/can’t be reached/)
      .first()
      .waitFor()
    await visit.sidebar.getByText('3 seen · 3 extracted').waitFor()
    await visit.sidebar.getByRole('button', { name: 'Try again' }).first().waitFor()
  })
})
