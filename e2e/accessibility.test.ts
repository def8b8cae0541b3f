// Every view of the sidebar: no fault that axe can find, nothing cut off at 300 px, and a keyboard is enough.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fine, inspect } from './support/inspect.ts'
import { openProduct, type Product, send, startOver, type Visit } from './support/open-product.ts'
import { makeOrders, ordersCsv } from './support/samples.ts'

let product: Product
let visit: Visit
beforeAll(async () => {
  product = await openProduct()
  visit = await product.open()
})
afterAll(() => product.close())

it('the empty state, consent, transcript, insert view, receipt, list and settings are all sound', async () => {
  const { sidebar } = visit
  expect(await inspect(visit)).toEqual(fine)

  await sidebar.getByLabel('Message').fill(ordersCsv(makeOrders(30)))
  await sidebar.getByRole('button', { name: 'Send', exact: true }).click()
  await sidebar.getByRole('button', { name: 'Agree and send' }).waitFor()
  expect(await inspect(visit)).toEqual(fine)
  await sidebar.getByRole('button', { name: 'Agree and send' }).click()
  await sidebar.getByText('30 seen · 30 extracted').waitFor()
  expect(await inspect(visit)).toEqual(fine)

  await sidebar.getByRole('button', { name: 'Put it in the sheet' }).click()
  await sidebar.getByRole('button', { name: 'Insert 30 rows' }).waitFor()
  expect(await inspect(visit)).toEqual(fine)
  await sidebar.getByRole('button', { name: 'Insert 30 rows' }).click()
  await sidebar.getByText(/30 rows are in/).waitFor()
  expect(await inspect(visit)).toEqual(fine)

  await sidebar.getByRole('button', { name: 'Conversations' }).click()
  await sidebar.getByRole('button', { name: 'New conversation' }).waitFor()
  expect(await inspect(visit)).toEqual(fine)
  await sidebar.getByRole('button', { name: 'Back' }).click()
  await sidebar.getByRole('button', { name: 'Settings' }).click()
  await sidebar.getByText('What leaves the sheet').waitFor()
  expect(await inspect(visit)).toEqual(fine)
  await sidebar.getByRole('button', { name: 'Back' }).click()
})

it('errors are sound too, and are announced', async () => {
  await startOver(visit)
  await product.stack.stopBackend()
  await visit.sidebar.getByLabel('Message').fill('Name,Age\nAda,36')
  await visit.sidebar.getByRole('button', { name: 'Send', exact: true }).click()
  await visit.sidebar.getByRole('alert').filter({ hasText: 'The server can’t be reached.' }).first().waitFor()
  expect(await inspect(visit)).toEqual(fine)
  await product.stack.startBackend()
})

it('the whole way from message to receipt and back goes by keyboard alone', async () => {
  await startOver(visit)
  const { page, sidebar } = visit
  await send(visit, ordersCsv(makeOrders(5)))
  await sidebar.getByText('5 seen · 5 extracted').waitFor()
  const reach = async (name: RegExp, key: 'Tab' | 'Shift+Tab') => {
    for (let step = 0; step < 40; step += 1) {
      const frame = page.frames().find((candidate) => candidate.url().includes('127.0.0.1'))
      const label = await frame?.evaluate(() => document.activeElement?.textContent ?? '')
      if (label && name.test(label)) return
      await page.keyboard.press(key)
    }
    throw new Error(`${name} can’t be reached by the keyboard`)
  }
  await reach(/^Put it in the sheet$/, 'Shift+Tab')
  await page.keyboard.press('Enter')
  // The keyboard goes to the new view with the next frame, and the button is there before the plan.
  await sidebar.locator('[data-focus]:focus').waitFor()
  await sidebar.locator('button[aria-disabled=false]', { hasText: 'Insert 5 rows' }).waitFor()
  await reach(/^Insert 5 rows$/, 'Tab')
  await page.keyboard.press('Enter')
  await sidebar.getByText(/5 rows are in/).waitFor()
  await reach(/^Undo$/, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await sidebar.getByText('The sheet is as it was.').waitFor()
})
