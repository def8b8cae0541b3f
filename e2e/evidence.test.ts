// Every cell says where it comes from; what stands nowhere is marked, and never goes into the sheet unasked.
import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ReplayReply } from '../backend/platform/model/testing/replay-openai.ts'
import { groundedOrders } from './support/samples.ts'
import { sendGroundedMail, useScriptedProduct } from './support/scripted-product.ts'

// Each of these goes a long way, reloads included.
vi.setConfig({ testTimeout: 90_000 })

const whole: ReplayReply = { say: [{ call: 'write_table', arguments: groundedOrders }] }
const scripted = useScriptedProduct()

beforeEach(async () => {
  scripted.replies = [whole]
  await sendGroundedMail(scripted.visit)
})

/** The server has taken a choice; the sidebar shows it before that. */
const taken = (page: Page) => page.waitForResponse((answer) => answer.ok() && answer.request().method() === 'PATCH')

describe('orders pulled out of a mail', () => {
  it('a tap on a cell shows its sentence with the value marked, by keyboard too', async () => {
    const { visit } = scripted
    const { page, sidebar } = visit
    await sidebar.getByText('11 quoted').waitFor()
    await sidebar.getByRole('gridcell', { name: '512.50' }).click()
    await sidebar.getByText('Order 0043 · Unit price').waitFor()
    expect(await sidebar.locator('mark').innerText()).toContain('512.50')
    expect(await sidebar.locator('.cell').innerText()).toMatch(/pears at 512\.50 €? ?each/)
    await sidebar.getByText(/your message, line 4/).waitFor()

    await page.keyboard.press('ArrowLeft')
    await sidebar.getByText('Order 0043 · Quantity').waitFor()
    await sidebar.locator('mark', { hasText: /^4$/ }).waitFor()
    await page.keyboard.press('ArrowUp')
    await sidebar.getByText('Order 0042 · Quantity').waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await sidebar.locator('.cell').waitFor({ state: 'hidden' })
    expect(visit.faults).toEqual([])
  })

  it('resting on a cell shows it as well, and a reload keeps what is known of each', async () => {
    const { visit } = scripted
    const { page, sidebar } = visit
    await page.reload()
    await sidebar.getByText('11 quoted').waitFor()
    await sidebar.getByRole('gridcell', { name: '0042' }).hover()
    await sidebar.locator('mark', { hasText: '0042' }).waitFor()
    expect(await sidebar.getByRole('gridcell', { name: /77\.70.+not in the text/ }).count()).toBe(1)
  })

  it('an invented value is marked, stays out of the sheet, and the receipt says so', async () => {
    const { product, visit } = scripted
    const { sidebar } = visit
    const before = product.snapshot()
    await sidebar.getByRole('button', { name: 'Put it in the sheet' }).click()
    await sidebar.getByText('1 value not in the text.').waitFor()
    await sidebar.getByText('Order 0047 · Unit price: 77.70').waitFor()
    await sidebar.getByLabel('Template').selectOption({ label: 'Plain table' })
    await sidebar.getByRole('button', { name: 'Insert 3 rows, leave 1 cell empty' }).click()
    await sidebar.getByText('1 cell left empty: its value is not in the text.').waitFor()
    const shown = product.shown('Orders from a mail')
    expect(shown[2]?.[3]).toMatch(/512\.50/)
    expect(shown[3]).toEqual(['0047', 'Alan', '30', ''])
    await sidebar.getByRole('button', { name: 'Undo', exact: true }).click()
    await sidebar.getByText('The sheet is as it was.').waitFor()
    expect(product.snapshot()).toBe(before)
  })

  it('kept, it is written; the choice outlives a reload', async () => {
    const { product, visit } = scripted
    const { page, sidebar } = visit
    await sidebar.getByRole('button', { name: '1 not in the text' }).click()
    await sidebar.getByText('“77.70” is not in the text.').waitFor()
    const saved = taken(page)
    await sidebar.getByRole('button', { name: 'Keep', exact: true }).click()
    await sidebar.getByText('12 quoted').waitFor()
    await saved
    await page.reload()
    await sidebar.getByText('12 quoted').waitFor()
    expect(await sidebar.getByText('not in the text').count()).toBe(0)
    await sidebar.getByRole('button', { name: 'Put it in the sheet' }).click()
    await sidebar.getByLabel('Template').selectOption({ label: 'Plain table' })
    await sidebar.getByRole('button', { name: 'Insert 3 rows', exact: true }).click()
    await sidebar.getByText(/3 rows are in/).waitFor()
    expect(product.shown('Orders from a mail')[3]?.[3]).toMatch(/77\.70/)
    await sidebar.getByRole('button', { name: 'Undo', exact: true }).click()
    await sidebar.getByText('The sheet is as it was.').waitFor()
  })

  it('removed, it is gone; a server that is away takes nothing', async () => {
    const { product, visit } = scripted
    const { page, sidebar } = visit
    await sidebar.getByRole('button', { name: '1 not in the text' }).click()
    await product.stack.stopBackend()
    await sidebar.getByRole('button', { name: 'Remove', exact: true }).click()
    await sidebar.getByText('The server can’t be reached. It is as it was.').waitFor()
    await product.stack.startBackend()
    const saved = taken(page)
    await sidebar.getByRole('button', { name: 'Remove', exact: true }).click()
    await sidebar.getByText('This cell is empty.').waitFor()
    await saved
    await page.reload()
    await sidebar.getByText('11 quoted').waitFor()
    expect(await sidebar.getByText('77.70').count()).toBe(0)
  })

  it('asked again, the model changes the table, and the older version steps back', async () => {
    const { visit } = scripted
    const { sidebar } = visit
    const row = { column: 'Order', value: '0047', number: null }
    const operations = [{ do: 'set_cells', row, column: 'Unit price', value: null }]
    scripted.replies = [
      {
        say: [{ call: 'edit_table', arguments: { table: 'k1', title: null, operations } }, { text: 'Left it empty.' }],
      },
    ]
    await sidebar.getByRole('button', { name: '1 not in the text' }).click()
    await sidebar.getByRole('button', { name: 'Ask again' }).click()
    await sidebar.getByText('Left it empty.').waitFor()
    await sidebar.getByText('Version 1, changed below').waitFor()
    expect(await sidebar.getByRole('grid').count()).toBe(1)
    expect(await sidebar.getByRole('button', { name: 'Put it in the sheet' }).count()).toBe(1)
    expect(await sidebar.getByText('77.70').count()).toBe(1)
    expect(visit.faults).toEqual([])
  })
})
