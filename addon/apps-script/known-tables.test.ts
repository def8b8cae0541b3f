// Tables are known afterwards, whatever happens around them, and more can be written into them.
import { describe, expect, test } from 'vitest'
import { accessOf } from '../../emulator/apps-script/access.ts'
import { newWorkbook } from '../../emulator/workbook/workbook.ts'
import { fullTemplate, ordersOf } from '../testing/full-template.ts'
import { openScript } from '../testing/open-script.ts'
import { previewInput, writeInput, writeWhole } from '../testing/write.ts'

const written = async () => {
  const script = await openScript()
  const receipt = writeWhole(script, previewInput(ordersOf(4), fullTemplate, { kind: 'new_sheet' }))
  return { script, receipt, tables: () => script.ask('known_tables', {}).tables }
}

const sheet = `const book = SpreadsheetApp.getActive(); const sheet = book.getSheetByName('Orders')`

describe('a table is known', () => {
  test.each([
    ['as it was written', '', { row: 1, column: 1, rows: 6, columns: 10 }],
    ['after its sheet was renamed', `sheet.setName('Renamed')`, { row: 1, column: 1, rows: 6, columns: 10 }],
    [
      'after rows and columns came before it',
      `sheet.insertRowsBefore(1, 3); sheet.insertColumnsBefore(1, 2)`,
      { row: 4, column: 3, rows: 6, columns: 10 },
    ],
    ['after its sheet was copied', `sheet.copyTo(book).setName('Copy')`, { row: 1, column: 1, rows: 6, columns: 10 }],
    ['after rows came into it', `sheet.insertRowsBefore(3, 2)`, { row: 1, column: 1, rows: 8, columns: 10 }],
  ])('%s', async (_, change, block) => {
    const { script, receipt, tables } = await written()
    script.run(`${sheet}; ${change}`)
    expect(tables()).toMatchObject([
      { sheet_id: receipt.sheet_id, block, anchor: { id: receipt.anchor_id, title: 'Orders' } },
    ])
  })

  test.each([
    ['its sheet', `book.deleteSheet(sheet)`],
    ['its cells', `sheet.deleteRows(1, 10)`],
  ])('no more once %s went', async (_, change) => {
    const { script, tables } = await written()
    script.run(`${sheet}; ${change}`)
    expect(tables()).toEqual([])
  })
})

test('the selected cell says which column and row of the table it is', async () => {
  const { script } = await written()
  script.run(`${sheet}; sheet.getRange('G3').activate()`)
  expect(script.ask('cell_source', {}).source).toMatchObject({
    a1: 'G3',
    part: 'body',
    column: 'amount',
    formula: '=E3*F3',
    row: { order: '001', day: 46024, quantity: 1, price: 2.25, amount: 2.25 },
  })
  script.run(`${sheet}; sheet.getRange('A1').activate()`)
  expect(script.ask('cell_source', {}).source).toMatchObject({ part: 'header', column: 'order' })
  script.run(`SpreadsheetApp.getActive().getSheetByName('Sheet1').getRange('A1').activate()`)
  expect(script.ask('cell_source', {}).source).toBeNull()
})

test('rows are added under a table that was moved and sorted since, and taken away again', async () => {
  const { script, receipt } = await written()
  script.run(`${sheet}; sheet.insertRowsBefore(1, 2); sheet.getRange('A4:J7').sort({ column: 1, ascending: false })`)
  const before = script.snapshot()
  const input = previewInput(ordersOf(3, 10), fullTemplate, { kind: 'append', anchor_id: receipt.anchor_id })
  const added = writeWhole(script, input)
  expect(added.counts.rows_new).toBe(3)
  expect(script.run(`${sheet}; return sheet.getRange('A4:A10').getValues().flat()`)).toEqual([
    '003',
    '002',
    '001',
    '000',
    '0010',
    '0011',
    '0012',
  ])
  script.ask('undo', { operation_id: added.operation_id, force: false })
  expect(script.snapshot()).toBe(before)
})

test('the first of two writes into one table is not taken back before the second', async () => {
  const { script, receipt } = await written()
  const added = writeWhole(
    script,
    previewInput(ordersOf(2, 10), fullTemplate, { kind: 'append', anchor_id: receipt.anchor_id }),
  )
  expect(script.ask('history', {}).entries.map(({ undoable }) => undoable)).toEqual([true, false])
  for (const force of [false, true])
    expect(script.refuse('undo', { operation_id: receipt.operation_id, force }).title).toBe(
      'Something was written there later.',
    )
  script.ask('undo', { operation_id: added.operation_id, force: false })
  script.ask('undo', { operation_id: receipt.operation_id, force: false })
})

test('rows that were sorted between preview and write land right', async () => {
  const { script, receipt } = await written()
  const changed = ordersOf(4)
  changed.rows[2]![4] = 77
  const merge = previewInput(changed, fullTemplate, { kind: 'merge', anchor_id: receipt.anchor_id })
  const stale = writeInput(script, { ...merge, base: ordersOf(4) })
  script.run(`${sheet}; sheet.getRange('A2:J5').sort({ column: 1, ascending: false })`)
  expect(script.refuse('write', stale).code).toBe('plan_changed')
  writeWhole(script, { ...merge, base: ordersOf(4) })
  expect(script.run(`${sheet}; return sheet.getRange('A2:E5').getValues().map((row) => [row[0], row[4]])`)).toEqual([
    ['003', 3],
    ['002', 77],
    ['001', 1],
    ['000', 0],
  ])
})

test('two people who write at once both get what they asked for, or are told', async () => {
  const { script, receipt } = await written()
  const append = (from: number) =>
    writeInput(script, previewInput(ordersOf(2, from), fullTemplate, { kind: 'append', anchor_id: receipt.anchor_id }))
  const [first, second] = [append(10), append(20)]
  script.ask('write', first)
  expect(script.refuse('write', second).code).toBe('plan_changed')
  script.ask('write', append(20))
  expect(script.run(`${sheet}; return sheet.getRange('A2:A9').getValues().flat()`)).toEqual([
    ...['000', '001', '002', '003', '0010', '0011', '0020', '0021'],
  ])
  const release = script.runtime.holdLock('document')
  expect(script.refuse('write', first).code).toBe('busy')
  release()
})

test('a template is learned from a table that was written and from the selected cells', async () => {
  const { script, receipt } = await written()
  const known = script.ask('learn', { anchor_id: receipt.anchor_id, name: 'Mine' }).template
  expect(known).toMatchObject({ name: 'Mine', layout: { frozen_rows: 1, filter: true } })
  expect(known.layout.columns.map(({ header, type }) => [header, type])).toEqual(
    fullTemplate.layout.columns.map(({ header, type }) => [header, type]),
  )
  script.run(`${sheet}; sheet.getRange('A1:J1').activate()`)
  expect(script.ask('learn', {}).template.layout.columns.map(({ header }) => header)).toEqual(
    fullTemplate.layout.columns.map(({ header }) => header),
  )
})

test('what the person may not edit is not written, and says so', async () => {
  const workbook = newWorkbook()
  accessOf(workbook, 'owner@example.com')
  const script = await openScript({ workbook, user: 'guest@example.com' })
  script.runtime.workbook.sheets[0]!.protections.push({
    ...{ id: 77, box: { row: 2, column: 1, rows: 2, columns: 3 }, description: '', warningOnly: false },
    ...{ editors: ['owner@example.com'], domainEdit: false, unprotected: [] },
  })
  const before = script.snapshot()
  const input = previewInput(ordersOf(2), fullTemplate, { kind: 'at_cell', sheet_id: 0, row: 1, column: 1 })
  const response = script.send('preview', input)
  if (response.ok) expect(script.refuse('write', writeInput(script, input)).code).toBe('protected')
  else expect(response.problem.code).toBe('protected')
  expect(script.snapshot()).toBe(before)
})
