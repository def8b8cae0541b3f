// The workbook a first visitor finds: an empty sheet to fill and a list of contacts in need of tidying.
import { putCell } from '../workbook/cells.ts'
import { addSheet } from '../workbook/sheets.ts'
import { newWorkbook, type Workbook } from '../workbook/workbook.ts'

const people = [
  ['Name', 'E-mail', 'Phone', 'Company', 'City', 'Last contact'],
  [
    'Dana Whitfield',
    'dana.whitfield@northbeam.example',
    '+1 415 555 0142',
    'Northbeam Labs',
    'San Francisco',
    '2026-09-14',
  ],
  [
    'OKONKWO, Chidi',
    'chidi@okonkwo-partners.example',
    '+234 803 555 0119',
    'Okonkwo & Partners',
    'Lagos',
    '3 Oct 2026',
  ],
  ['Márta Szabó', 'marta.szabo@dunapress.example', '+36 30 555 0177', 'Duna Press Kft.', 'Budapest', '21.08.2026'],
  ['  Priya Raman', 'PRIYA.RAMAN@KESTREL.EXAMPLE', '080 5550 0163', 'Kestrel Analytics', 'Bengaluru', '10/02/2026'],
  ['Jonas Albrecht', 'j.albrecht@albrecht-bau.example', '0151 5550 0188', 'Albrecht Bau GmbH', 'Leipzig', '2026-10-27'],
  ['Sofía Hernández-Ruiz', 'sofia.hr@puertoverde.example', '+34 600 555 012', 'Puerto Verde', 'Valencia', ''],
  ['tom becker', 'tom.becker@harrow.example', '0044 20 5550 0101', 'Harrow Freight', 'london', 'Nov 4, 2026'],
  ['Aiko Tanaka', 'aiko.tanaka@minato.example', '+81 3 5550 0134', 'Minato Design', 'Tokyo', '2026/07/30'],
  ['Dana Whitfield', 'dana.whitfield@northbeam.example', '(415) 555-0142', 'Northbeam', 'San Francisco', '2026-11-02'],
  ['Lars Nygård', 'lars(at)fjordline.example', '+47 405 55 012', 'Fjordline AS', 'Bergen', '12 Sept 2026'],
  ['Amélie Rousseau', 'amelie.rousseau@atelier-r.example', '06 55 50 01 22', 'Atelier R', 'Lyon', '05/11/2026'],
  ['Grace Mwangi', 'grace.mwangi@savannahtea.example', '+254 700 555 019', 'Savannah Tea Co.', 'Nairobi', '2026-10-09'],
  ['Ben O’Leary', '', '+353 85 555 0108', 'O’Leary Marine', 'Cork', 'last week'],
  ['Wei Chen', 'wei.chen@lotusgrid.example', '0086 10 5550 0155', 'LotusGrid', 'Beijing', '2026-06-18'],
]

/** "Quarterly planning": Sheet1 empty and in front, People with contacts kept as the text they were typed in. */
export function demoWorkbook(): Workbook {
  const workbook = newWorkbook({ title: 'Quarterly planning' })
  const sheet = addSheet(workbook, 'People')
  people.forEach((line, down) => {
    line.forEach((value, right) => {
      if (value) putCell(workbook, sheet, down + 1, right + 1, { value, format: '@' })
    })
  })
  for (const [index, width] of [160, 260, 150, 160, 120, 120].entries()) sheet.columnWidths.set(index + 1, width)
  return workbook
}
