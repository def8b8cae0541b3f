// A table that is in the sheet is known there: rows are merged and added, conflicts settled, sources shown, writes undone.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { patchCell } from '../emulator/workbook/cells.ts'
import { sheetNamed } from '../emulator/workbook/sheets.ts'
import { openProduct, type Product, send, startOver, type Visit } from './support/open-product.ts'

let product: Product
let visit: Visit
beforeAll(async () => {
  product = await openProduct()
  visit = await product.open()
})
afterAll(() => product.close())

const first = 'Sku,Item,On hand,Reorder at\n00417,Backpack,42,20\n00418,Lamp,8,15\n00502,Rope,64,30'
const second = 'Sku,Item,On hand,Reorder at\n00417,Backpack,40,20\n00418,Lamp,9,15\n00999,Bottle,5,2'

/** A cell of the sheet as if somebody had typed there. */
function type(sheet: string, row: number, column: number, value: string | number) {
  const { workbook } = product.stack.emulator
  patchCell(workbook, sheetNamed(workbook, sheet)!, row, column, { value })
}

const insert = async (text: string) => {
  const cards = visit.sidebar.getByText('3 seen · 3 extracted')
  const before = await cards.count()
  await send(visit, text)
  await cards.nth(before).waitFor()
  await visit.sidebar.getByRole('button', { name: 'Put it in the sheet' }).last().click()
}
const column = (rows: string[][], header: string) => {
  const at = rows[0]?.indexOf(header) ?? -1
  return rows.slice(1).map((row) => row[at] ?? '')
}

it('new rows are merged by key: cells of known rows change, others stay, and one step takes it back', async () => {
  const { sidebar, page } = visit
  await startOver(visit)
  await insert(first)
  await sidebar.getByLabel('Template').selectOption({ label: 'Inventory' })
  await sidebar.getByLabel('Name of the sheet').fill('Stock')
  await sidebar.getByRole('button', { name: 'Insert 3 rows', exact: true }).click()
  await sidebar.getByText('3 rows are in “Stock”.').waitFor({ timeout: 30_000 })
  // Somebody sorts nothing, but counts again by hand.
  type('Stock', 4, product.shown('Stock')[0]!.indexOf('On hand') + 1, 60)
  const before = product.snapshot()

  await insert(second)
  await sidebar.getByLabel('Template').selectOption({ label: 'Inventory' })
  await sidebar.getByLabel('Put it').selectOption({ label: 'In “Stock”, merge by SKU' })
  await sidebar.getByText('2 cells updated').waitFor()
  for (const yes of await sidebar.getByRole('checkbox').all()) await yes.check()
  await sidebar.getByRole('button', { name: 'Insert 1 row, update 2 cells' }).click()
  await sidebar.getByText('1 row added, 2 cells updated in “Stock”.').waitFor({ timeout: 30_000 })
  const stock = product.shown('Stock')
  expect(column(stock, 'SKU').slice(0, 4)).toEqual(['00417', '00418', '00502', '00999'])
  expect(column(stock, 'On hand').slice(0, 4)).toEqual(['40', '9', '60', '5'])

  await sidebar.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await sidebar.getByText('The sheet is as it was.').last().waitFor()
  expect(product.snapshot()).toBe(before)

  // The cell that is selected says where its value stands.
  await page.getByText('Stock', { exact: true }).click()
  const name = page.getByLabel('Selected range')
  await name.fill('A2')
  await name.press('Enter')
  await sidebar.getByText(/A2 · SKU/).waitFor()
  expect(visit.faults).toEqual([])
}, 90_000)
