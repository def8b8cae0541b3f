// A file as offices send them: an old encoding, lines above and below, units, a damaged record. Uploaded, looked at, put in the sheet.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openProduct, type Product } from './support/open-product.ts'

let product: Product
beforeAll(async () => {
  product = await openProduct()
})
afterAll(() => product.close())

const lines = [
  'Lagerliste März 2026',
  'Quelle: Werk Süd; Halle 3',
  '',
  'Nummer;Artikel;Gewicht;Preis;Geprüft am',
  ';;(kg);(EUR);',
  '0041;Schraube, groß;1,25;1.204,50;03.03.2026',
  '0042;Mutter;0,50;99,00;04.03.2026',
  '0043;Dübel 0,75;12,40;05.03.2026',
  '0044;;Öse;0,10;7,95;06.03.2026',
  '0045;Haken;2,00;15,00;07.03.2026',
  '0046;Kette;8,75;310,00;08.03.2026',
  '0047;Nagel;0,20;3,10;09.03.2026',
  '0048;Feder, klein;0,05;1,90;10.03.2026',
  '0049;Bolzen;1,10;22,40;11.03.2026',
  '',
  'Stand: 12.03.2026',
]

it('a messy file becomes a clean table, and the receipt says what was done', async () => {
  const visit = await product.open()
  const { sidebar } = visit
  const latin1 = Buffer.from(lines.join('\r\n'), 'latin1')
  await sidebar.locator('input[type=file]').setInputFiles({ name: 'lager.csv', mimeType: 'text/csv', buffer: latin1 })
  await sidebar.getByRole('button', { name: 'Send', exact: true }).click()
  const agree = sidebar.getByRole('button', { name: 'Agree and send' })
  await agree.or(sidebar.getByText('You:').first()).first().waitFor()
  if (await agree.isVisible()) await agree.click()
  await sidebar.getByText('9 seen · 9 extracted').waitFor()
  // What tells of a cell that was read as it stands is a sentence, and covers no more than that.
  await sidebar.getByRole('gridcell', { name: '0041' }).click()
  await sidebar.getByText('Read as it stands from lager.csv.').waitFor()
  expect((await sidebar.locator('.cell').boundingBox())?.height).toBeLessThan(60)
  await sidebar.getByRole('button', { name: 'Close' }).click()

  await sidebar.getByRole('button', { name: 'Put it in the sheet' }).click()
  await sidebar.getByRole('button', { name: 'Insert 9 rows' }).click()
  await sidebar.getByText('9 seen · 9 extracted · 9 written.').waitFor()
  const [names, ...rows] = product.shown('Lagerliste März 2026')
  expect(names).toEqual(['Nummer', 'Artikel', 'Gewicht (kg)', 'Preis (EUR)', 'Geprüft am'])
  expect(rows).toHaveLength(9)
  expect(rows.slice(0, 4)).toEqual([
    ['0041', 'Schraube, groß', '1.25', '€1,204.50', '03/03/2026'],
    ['0042', 'Mutter', '0.50', '€99.00', '03/04/2026'],
    ['0043', 'Dübel', '0.75', '€12.40', '03/05/2026'],
    ['0044', 'Öse', '0.10', '€7.95', '03/06/2026'],
  ])
  for (const note of [
    'Rows 3, 4 were cut unlike the others; the cells were lined up with the columns.',
    'Left out: 2 lines above the table.',
    'Left out: a line below the table.',
  ]) {
    await sidebar.getByText(note).waitFor()
  }
  expect(visit.faults).toEqual([])
  await visit.context.close()
})
