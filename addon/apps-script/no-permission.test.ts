// Who may only look at a spreadsheet is told so: nothing is changed, and what needs no change still works.
import { expect, test } from 'vitest'
import { newWorkbook } from '../../emulator/workbook/workbook.ts'
import type { Target } from '../../shared/plan/target.ts'
import { fullTemplate, ordersOf } from '../testing/full-template.ts'
import { openScript } from '../testing/open-script.ts'
import { previewInput, writeInput, writeWhole } from '../testing/write.ts'

const said = { code: 'no_permission', title: 'Google did not let the add-on do this.' }
const table = ordersOf(5)

/** The same spreadsheet as somebody sees it who may not edit it; `fill` ran before, by its owner. */
async function openAsViewer(fill = '') {
  const workbook = newWorkbook({ title: 'Book' })
  const owner = await openScript({ workbook, user: { email: 'owner@example.com' } })
  owner.run(`const sheet = SpreadsheetApp.getActiveSheet(); ${fill}`)
  return { owner, viewer: await openScript({ workbook, user: { email: 'viewer@example.com' }, role: 'viewer' }) }
}

const places: [string, Target, string][] = [
  ['a new sheet', { kind: 'new_sheet' }, ''],
  ['empty cells', { kind: 'at_cell', sheet_id: 0, row: 2, column: 2 }, ''],
  ['cells in use', { kind: 'at_cell', sheet_id: 0, row: 1, column: 1 }, `sheet.getRange('A1:B9').setValue('was')`],
]
test.each(places)('a viewer writes nothing to %s', async (_, target, fill) => {
  const { viewer } = await openAsViewer(fill)
  const before = viewer.snapshot()
  const problem = viewer.refuse('write', writeInput(viewer, previewInput(table, fullTemplate, target)))
  expect(problem).toMatchObject(said)
  expect(problem.detail).toContain('view access')
  expect(viewer.snapshot()).toBe(before)
  expect(viewer.ask('history', {}).entries).toEqual([])
})

test('a viewer sees the selection and the tables that are known, and takes nothing back', async () => {
  const { owner, viewer } = await openAsViewer()
  const { operation_id } = writeWhole(owner, previewInput(table, fullTemplate, { kind: 'new_sheet' }))
  for (const [key, value] of owner.runtime.stores.properties.document)
    viewer.runtime.stores.properties.document.set(key, value)
  const before = viewer.snapshot()
  expect(viewer.ask('known_tables', {}).tables).toHaveLength(1)
  viewer.run(`SpreadsheetApp.getActive().getSheetByName('Orders').getRange('A1:C6').activate()`)
  expect(viewer.ask('read_selection', {}).table.rows).toHaveLength(5)
  expect(viewer.refuse('undo', { operation_id, force: false })).toMatchObject(said)
  expect(viewer.snapshot()).toBe(before)
})
