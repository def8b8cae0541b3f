// The main job, as a person does it: paste a table, look at it, put it in the sheet, take it back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { valueAt } from '../emulator/workbook/display.ts'
import { sheetNamed } from '../emulator/workbook/sheets.ts'
import { openProduct, type Product, send, startOver } from './support/open-product.ts'
import { makeOrders, markdownTable, ordersCsv } from './support/samples.ts'

let product: Product
beforeAll(async () => {
  product = await openProduct()
})
afterAll(() => product.close())

describe('a pasted table', () => {
  it('with a title line, mixed dates and ids with zeros lands exactly, and is undone exactly', async () => {
    const orders = makeOrders(200)
    const visit = await product.open()
    const { sidebar } = visit
    const before = product.snapshot()

    await send(visit, ordersCsv(orders))
    await sidebar.getByText('200 seen · 200 extracted').waitFor()
    expect(await sidebar.getByRole('columnheader').allInnerTexts()).toEqual([
      expect.stringContaining('Order'),
      expect.stringContaining('Date'),
      expect.stringContaining('Customer'),
      expect.stringContaining('Quantity'),
      expect.stringContaining('Unit price'),
    ])
    await sidebar.getByRole('button', { name: 'Put it in the sheet' }).click()
    await sidebar.getByLabel('Template').selectOption({ label: 'Sales analysis' })
    await sidebar.getByRole('button', { name: 'Insert 200 rows' }).click()
    await sidebar.getByText('200 seen · 200 extracted · 200 written.').waitFor()

    const { workbook } = product.stack.emulator
    const sheet = sheetNamed(workbook, 'Orders of the year 2026')
    if (!sheet) throw new Error('the sheet is missing')
    const epoch = Date.UTC(1899, 11, 30)
    for (const [index, order] of orders.entries()) {
      const row = index + 2
      const serial = (Date.parse(`${order.date}T00:00:00Z`) - epoch) / 86_400_000
      const cells = [1, 2, 3, 4, 5, 6].map((column) => valueAt(workbook, sheet, row, column))
      expect(cells).toEqual([
        order.id,
        serial,
        order.customer,
        order.quantity,
        order.price,
        order.quantity * order.price,
      ])
    }
    expect(product.shown('Orders of the year 2026')[0]).toEqual([
      'Order',
      'Date',
      'Customer',
      'Quantity',
      'Unit price',
      'Total',
    ])

    await sidebar.getByRole('button', { name: 'Undo', exact: true }).click()
    await sidebar.getByText('The sheet is as it was.').waitFor()
    expect(product.snapshot()).toBe(before)
    expect(visit.faults).toEqual([])
    await visit.context.close()
  })

  it('in Markdown, with escaped pipes, lands at the selected cell after a yes to what it overwrites', async () => {
    const visit = await product.open()
    const { sidebar, page } = visit
    await page.getByText('People', { exact: true }).click()
    await startOver(visit)
    const before = product.snapshot()

    await send(visit, markdownTable)
    await sidebar.getByText('3 seen · 3 extracted').waitFor()
    await sidebar.getByRole('button', { name: 'Put it in the sheet' }).click()
    await sidebar.getByLabel('Template').selectOption({ label: 'Plain table' })
    await sidebar.getByLabel('Put it').selectOption({ index: 1 })
    const yes = sidebar.getByRole('checkbox', { name: /Overwrite \d+ filled cells/ })
    await yes.waitFor()
    const insert = sidebar.getByRole('button', { name: /^Insert 3 rows/ })
    expect(await insert.isDisabled()).toBe(true)
    expect(product.snapshot()).toBe(before)
    await yes.check()
    await insert.click()
    await sidebar.getByText('3 seen · 3 extracted · 3 written.').waitFor()
    expect(
      product
        .shown('People')
        .slice(0, 4)
        .map((row) => row.slice(0, 2)),
    ).toEqual([
      ['Task', 'Owner'],
      ['Book the room', 'Ada'],
      ['Send the | agenda', 'Grace'],
      ['Order lunch', 'Alan'],
    ])

    await sidebar.getByRole('button', { name: 'Undo', exact: true }).click()
    await sidebar.getByText('The sheet is as it was.').waitFor()
    expect(product.snapshot()).toBe(before)
    expect(visit.faults).toEqual([])
    await visit.context.close()
  })
})
