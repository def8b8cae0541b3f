// The views that say where values come from, for everybody: axe, dark, forced colours, Arabic, large type, keyboard alone.
import { beforeEach, expect, it, vi } from 'vitest'
import type { ReplayReply } from '../backend/platform/model/testing/replay-openai.ts'
import { fine, inspect } from './support/inspect.ts'
import { send, startOver } from './support/open-product.ts'
import { groundedOrders } from './support/samples.ts'
import { sendGroundedMail, useScriptedProduct } from './support/scripted-product.ts'

// Five states are looked through in each test, and axe takes its time on a busy machine.
vi.setConfig({ testTimeout: 90_000 })

const whole: ReplayReply = { say: [{ call: 'write_table', arguments: groundedOrders }] }
const scripted = useScriptedProduct()
beforeEach(() => {
  scripted.replies = [whole]
})

/** The same states in the look that is set. */
async function walk() {
  const { visit } = scripted
  const { sidebar } = visit
  await sendGroundedMail(visit)
  await sidebar.getByRole('gridcell', { name: '512.50' }).click()
  await sidebar.locator('mark').waitFor()
  expect(await inspect(visit)).toEqual(fine)
  await sidebar.getByRole('button', { name: '1 not in the text' }).click()
  await sidebar.getByText('is not in the text.').waitFor()
  expect(await inspect(visit)).toEqual(fine)
  await sidebar.getByRole('button', { name: 'Put it in the sheet' }).click()
  await sidebar.getByRole('button', { name: /^Insert 3 rows/ }).waitFor()
  expect(await inspect(visit)).toEqual(fine)
  await sidebar.getByRole('button', { name: 'Back' }).click()
  await sidebar.getByRole('button', { name: 'Edit and send again' }).click()
  await sidebar.getByText('Editing your message.').waitFor()
  expect(await inspect(visit)).toEqual(fine)
  await sidebar.getByRole('button', { name: 'Cancel' }).click()
  await sidebar.getByRole('button', { name: 'Settings' }).click()
  await sidebar.getByRole('heading', { name: 'Today' }).waitFor()
  await sidebar.getByText(/requests?,/).waitFor()
  expect(await inspect(visit)).toEqual(fine)
  await sidebar.getByRole('button', { name: 'Back' }).click()
}

it.each([
  ['as it is', {}],
  ['in the dark', { colorScheme: 'dark' as const }],
  ['with colours that the system chooses', { forcedColors: 'active' as const }],
])('the states are sound %s', async (_, media) => {
  const { visit } = scripted
  await visit.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...media })
  await walk()
  await visit.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
})

it('a reply that stopped early is sound, and so are words from right to left', async () => {
  const { visit } = scripted
  const { sidebar } = visit
  await startOver(visit)
  const columns = ['الطلب', 'العميل', 'الكمية'].map((name, at) => ({
    name,
    type: at === 2 ? 'number' : 'text',
    currency: null,
    formula: null,
  }))
  const orders = {
    title: 'الطلبات',
    rows_announced: 2,
    columns,
    rows: [
      ['0042', 'ليلى', '12'],
      ['0043', 'سمير', '7'],
    ],
  }
  const half = JSON.stringify(orders).replace(/"سمير".*$/, '"سم')
  scripted.replies = [{ say: [{ call: 'write_table', arguments: half }], end: 'max_output_tokens' }]
  await send(visit, 'الطلب 0042 من ليلى: 12 صندوقا.\nالطلب 0043 من سمير: 7 صناديق.')
  await sidebar.getByRole('button', { name: 'Continue' }).waitFor()
  await sidebar.getByRole('gridcell', { name: 'ليلى' }).click()
  await sidebar.locator('mark', { hasText: 'ليلى' }).waitFor()
  expect(await inspect(visit)).toEqual(fine)
})

it('at twice the size everything can still be reached', async () => {
  const { visit } = scripted
  const { page, sidebar } = visit
  // What a zoom of 200 % leaves of the window.
  await page.setViewportSize({ width: 640, height: 390 })
  await sendGroundedMail(visit)
  await sidebar.getByRole('button', { name: '1 not in the text' }).click()
  await sidebar.getByRole('button', { name: 'Keep', exact: true }).click()
  await sidebar.getByText('12 quoted').waitFor()
  expect((await inspect(visit)).faults).toEqual([])
  await page.setViewportSize({ width: 1280, height: 780 })
})

it('from the message to the choice and back goes by keyboard alone', async () => {
  const { visit } = scripted
  const { page, sidebar } = visit
  await sendGroundedMail(visit)
  const reach = async (what: RegExp) => {
    const frame = page.frames().find((candidate) => candidate.url().includes('127.0.0.1'))
    for (let step = 0; step < 40; step += 1) {
      const label = await frame?.evaluate(() => document.activeElement?.textContent ?? '')
      if (label && what.test(label)) return
      await page.keyboard.press('Shift+Tab')
    }
    throw new Error(`${what} can’t be reached by the keyboard`)
  }
  // Focus follows with the next frame, and later on a busy machine: each key waits for the one before it.
  await reach(/not in the text$/)
  await page.keyboard.press('Enter')
  await sidebar.getByText('Order 0047 · Unit price').waitFor()
  await sidebar.locator('td:focus', { hasText: '77.70' }).waitFor()
  await page.keyboard.press('Enter')
  await sidebar.locator('button:focus', { hasText: /^Remove$/ }).waitFor()
  await page.keyboard.press('Enter')
  await sidebar.getByText('This cell is empty.').waitFor()
  // The keyboard is back in the grid, where the arrows go on from there.
  await sidebar.locator('td:focus').waitFor()
  await page.keyboard.press('ArrowUp')
  await sidebar.locator('td:focus', { hasText: '512.50' }).waitFor()
  await sidebar.getByText('Order 0043 · Unit price').waitFor()
  await page.keyboard.press('Escape')
  await sidebar.locator('.cell').waitFor({ state: 'hidden' })
  expect(visit.faults).toEqual([])
})
