// What is selected in the sheet becomes a table, here a contact list, without a model.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openProduct, type Product, type Visit } from './support/open-product.ts'

let product: Product
let visit: Visit
beforeAll(async () => {
  product = await openProduct()
  visit = await product.open()
})
afterAll(() => product.close())

it('the selected range becomes a contact list, phone numbers intact, and is undone exactly', async () => {
  const { page, sidebar } = visit
  await page.getByText('People', { exact: true }).click()
  const people = product.shown('People')
  const last = `${String.fromCharCode(64 + (people[0]?.length ?? 1))}${people.length}`
  const name = page.getByLabel('Selected range')
  await name.fill(`A1:${last}`)
  await name.press('Enter')
  const before = product.snapshot()

  await sidebar.getByRole('button', { name: /Turn the selection into a contact list/ }).click()
  await sidebar.getByRole('button', { name: 'Send', exact: true }).click()
  await sidebar.getByText(`People!A1:${last}`).first().waitFor()
  await sidebar.getByRole('button', { name: 'Agree and send' }).click()
  await sidebar.getByText(`${people.length - 1} seen · ${people.length - 1} extracted`).waitFor()
  await sidebar.getByRole('button', { name: 'Put it in the sheet' }).click()
  await sidebar.getByLabel('Template').selectOption({ label: 'Contact list' })
  await sidebar.getByRole('button', { name: `Insert ${people.length - 1} rows` }).click()
  await sidebar.getByText(/rows are in/).waitFor()

  const made = product.stack.emulator.workbook.sheets
    .map((sheet) => sheet.name)
    .find((sheet) => /^People.+/.test(sheet))
  const contacts = product.shown(made ?? '')
  const column = (rows: string[][], header: RegExp) => {
    const at = rows[0]?.findIndex((text) => header.test(text)) ?? -1
    return rows.slice(1).map((row) => row[at] ?? '')
  }
  expect(column(contacts, /phone/i)).toEqual(column(people, /phone/i))
  expect(column(contacts, /mail/i)).toEqual(column(people, /mail/i))

  // The new sheet's header row is frozen; a selection keeps it all the same.
  await name.fill('A1:C4')
  await name.press('Enter')
  await sidebar.getByRole('button', { name: /^Use .*A1:C4$/ }).waitFor()

  await sidebar.getByRole('button', { name: 'Undo', exact: true }).click()
  await sidebar.getByText('The sheet is as it was.').waitFor()
  expect(product.snapshot()).toBe(before)
  expect(visit.faults).toEqual([])
})
