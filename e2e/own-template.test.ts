// A person makes a template from a table in the sheet, saves it, and writes another table with it.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openProduct, type Product, send, startOver, type Visit } from './support/open-product.ts'

let product: Product
let visit: Visit
beforeAll(async () => {
  product = await openProduct()
  visit = await product.open()
})
afterAll(() => product.close())

it('is learned from the selection, saved, chosen for a table, and changed later', async () => {
  const { sidebar, page } = visit
  await startOver(visit)
  await page.getByText('People', { exact: true }).click()
  const people = product.shown('People')
  const last = `${String.fromCharCode(64 + (people[0]?.length ?? 1))}${people.length}`
  const name = page.getByLabel('Selected range')
  await name.fill(`A1:${last}`)
  await name.press('Enter')
  await sidebar.getByRole('button', { name: /^Use .*A1/ }).waitFor()

  await sidebar.getByRole('button', { name: 'Settings' }).click()
  await sidebar.getByRole('button', { name: 'See and change templates' }).click()
  await sidebar.getByRole('button', { name: 'Learn from the selection' }).click()
  await sidebar.getByLabel('Name', { exact: true }).fill('Our people')
  await sidebar.getByRole('button', { name: 'Save the template' }).click()
  await sidebar.getByText('Our people').waitFor()

  await sidebar.getByRole('button', { name: 'Back' }).click()
  const [header = [], ...rows] = people
  await send(visit, [header, ...rows.slice(0, 2)].map((row) => row.join('\t')).join('\n'))
  await sidebar.getByText('2 seen · 2 extracted').waitFor()
  await sidebar.getByRole('button', { name: 'Put it in the sheet' }).click()
  await sidebar.getByLabel('Template').selectOption({ label: 'Our people' })
  await sidebar.getByLabel('Name of the sheet').fill('Copied people')
  await sidebar.getByRole('button', { name: /^Insert 2 rows/ }).click()
  await sidebar.getByText('2 rows are in “Copied people”.').waitFor({ timeout: 30_000 })
  const names = (sheet: string[][]) => sheet.slice(0, 3).map((row) => row.slice(0, 5))
  expect(names(product.shown('Copied people'))).toEqual(names(people))
  expect(visit.faults).toEqual([])
}, 90_000)
