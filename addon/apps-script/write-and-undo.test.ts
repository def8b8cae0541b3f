// Plan, apply and undo through the built script: right cells, written once, taken back exactly.
import { describe, expect, test } from 'vitest'
import { PlanPreview } from '../../shared/plan/plan-preview.ts'
import { Receipt } from '../../shared/plan/receipt.ts'
import { plainTable } from '../../shared/template/built-in/plain-table.ts'
import { salesAnalysis } from '../../shared/template/built-in/sales-analysis.ts'
import { openScript } from '../testing/open-script.ts'
import { orders } from '../testing/orders.ts'
import { newOperation, previewInput, writeInput, writeWhole } from '../testing/write.ts'

const onNewSheet = previewInput(orders, salesAnalysis, { kind: 'new_sheet' })
const at = (row: number, column: number, template = salesAnalysis) =>
  previewInput(orders, template, { kind: 'at_cell', sheet_id: 0, row, column })

/** A sheet with everything that undo has to bring back. */
const furnish = `
  const sheet = SpreadsheetApp.getActiveSheet()
  sheet.getRange('A1:D4').setValues([['a', 1, '=B1*2', "'007"], [true, 0.5, '', 'x'], ['', '', '=B2', ''], ['m', '', '', 'z']])
  sheet.getRange('B1:B2').setNumberFormat('0.00%').setBackground('#ff0000').setFontWeight('bold')
  sheet.getRange('D2').setNote('a note')
  sheet.getRange('A4:C4').merge()
  sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenCellEmpty().setBackground('#00ff00').setRanges([sheet.getRange('A1:C9')]).build()])
  sheet.getRange('D4').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['z', 'q']).build())
  SpreadsheetApp.flush()`

describe('on a new sheet', () => {
  test('the table is there, text as text, and the receipt says so', async () => {
    const script = await openScript()
    const input = writeInput(script, onNewSheet)
    const receipt = script.ask('write', input).receipt
    expect(Receipt.parse(receipt)).toMatchObject({
      sheet_name: 'Orders',
      new_sheet: true,
      range: 'A1:H5',
      rows_written: 3,
      cells_overwritten: 0,
      operation_id: input.operation_id,
    })
    const read = (method: string) =>
      script.run(`return SpreadsheetApp.getActive().getSheetByName('Orders').getDataRange().${method}()`)
    expect(read('getDisplayValues')).toEqual([
      ['Order', 'Date', 'Customer', 'Quantity', 'Unit price', 'Total', 'Status', 'Paid'],
      ['0042', '03/12/2026', '=x', '3', '€12.50', '€37.50', 'Open', 'TRUE'],
      ['3-5', '3-5', "'Ada", '1', '€2.00', '€2.00', 'Shipped', 'FALSE'],
      ['1e5', '', '+1', '0', '€1.50', '€0.00', 'later', ''],
      ['Total', '', '', '4', '', '€39.50', '', ''],
    ])
    const formulas = (read('getFormulas') as string[][]).flat().filter(Boolean)
    expect(formulas).toEqual(['=D2*E2', '=D3*E3', '=D4*E4', '=SUM(D2:D4)', '=SUM(F2:F4)'])
  })

  test('it has its look: frozen header, filter, bands, and a list that warns', async () => {
    const script = await openScript()
    writeWhole(script, onNewSheet)
    expect(
      script.run(`
        const sheet = SpreadsheetApp.getActive().getSheetByName('Orders')
        const rule = sheet.getRange('G2').getDataValidation()
        return [sheet.getFrozenRows(), sheet.getFilter().getRange().getA1Notation(), sheet.getBandings().length,
          sheet.getRange('A1').getFontWeight(), rule.getCriteriaValues()[0], rule.getAllowInvalid(),
          sheet.getRange('A2').getDataValidation(), sheet.getRange('G5').getDataValidation()]`),
    ).toEqual([1, 'A1:H4', 1, 'bold', ['Open', 'Shipped', 'Paid', 'Cancelled'], true, null, null])
  })

  test('undo deletes it and nothing remains', async () => {
    const script = await openScript()
    script.run(furnish)
    const before = script.snapshot()
    const { operation_id } = writeWhole(script, onNewSheet)
    expect(script.ask('hello', {}).last_write?.operation_id).toBe(operation_id)
    expect(script.ask('undo', { operation_id, force: false })).toEqual({ undone: operation_id })
    expect(script.snapshot()).toBe(before)
    expect(script.ask('hello', {}).last_write).toBeNull()
    expect(script.refuse('undo', { operation_id, force: false }).code).toBe('nothing_to_undo')
  })

  test('a taken name gets a number, and a sheet that is deleted by hand leaves nothing to undo', async () => {
    const script = await openScript()
    writeWhole(script, onNewSheet)
    const second = writeWhole(script, onNewSheet)
    expect(second.sheet_name).toBe('Orders 2')
    script.run(`SpreadsheetApp.getActive().deleteSheet(SpreadsheetApp.getActive().getSheetByName('Orders 2'))`)
    expect(script.refuse('undo', { operation_id: second.operation_id, force: false }).detail).toContain('Orders 2')
  })

  test('a table without rows is its header', async () => {
    const script = await openScript()
    const receipt = writeWhole(script, { ...onNewSheet, table: { ...orders, rows: [] } })
    expect(receipt).toMatchObject({ range: 'A1:H1', rows_written: 0 })
    expect(script.send('undo', { operation_id: receipt.operation_id, force: false }).ok).toBe(true)
  })

  test('it cannot be undone while it is the only sheet', async () => {
    const script = await openScript()
    const { operation_id } = writeWhole(script, onNewSheet)
    script.run(`SpreadsheetApp.getActive().deleteSheet(SpreadsheetApp.getActive().getSheetByName('Sheet1'))`)
    expect(script.refuse('undo', { operation_id, force: false }).title).toBe('The sheet is the only one left.')
  })

  test('1,000 rows of 10 columns take few calls', async () => {
    const script = await openScript()
    const columns = Array.from(
      { length: 10 },
      (_, at) => ({ key: `c${at}`, name: `Column ${at}`, type: at % 2 ? 'number' : 'text' }) as const,
    )
    const rows = Array.from({ length: 1000 }, (_, row) =>
      columns.map(({ type }, at) => (type === 'text' ? `0${row}` : row * at)),
    )
    const input = writeInput(script, previewInput({ title: 'Large', columns, rows }, plainTable, { kind: 'new_sheet' }))
    expect(script.ask('write', input).receipt.rows_written).toBe(1000)
    expect(script.runtime.lastCallCount).toBeLessThanOrEqual(30)
  })
})

describe('at a cell', () => {
  test.each([
    ['over cells, formulas, formats, notes, rules and merges', 1, 1],
    ['half over a merged cell', 4, 2],
    ['at the end of the sheet', 999, 24],
    ['beyond it', 1001, 1],
  ])('undo is exact: %s', async (_, row, column) => {
    const script = await openScript()
    script.run(furnish)
    const before = script.snapshot()
    const receipt = writeWhole(script, at(row, column))
    expect(receipt.new_sheet).toBe(false)
    expect(script.snapshot()).not.toBe(before)
    script.ask('undo', { operation_id: receipt.operation_id, force: false })
    expect(script.snapshot()).toBe(before)
  })

  test('nothing is overwritten without a yes', async () => {
    const script = await openScript()
    script.run(furnish)
    const before = script.snapshot()
    const preview = script.ask('preview', at(1, 1))
    expect(PlanPreview.parse(preview).changes).toMatchObject({
      count: 10,
      first: expect.arrayContaining([{ a1: 'B1', was: '100.00%', now: 'Date' }]),
    })
    const problem = script.refuse('write', {
      ...at(1, 1),
      digest: preview.digest,
      operation_id: newOperation(),
      allow: [],
    })
    expect(problem.code).toBe('overwrite')
    expect(problem.title).toContain('10 ')
    expect(script.snapshot()).toBe(before)
  })

  test('rules that are there stay', async () => {
    const script = await openScript()
    script.run(
      `SpreadsheetApp.getActiveSheet().getRange('G7').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['Open', 'Shipped', 'later']).build())`,
    )
    expect(script.ask('preview', at(5, 1)).notes).toContain('The rules that are already in the place stay: “Status”.')
    writeWhole(script, at(5, 1))
    expect(
      script.run(
        `const r = SpreadsheetApp.getActiveSheet().getRange('G6:G7').getDataValidations(); return [r[0][0], r[1][0].getCriteriaValues()[0]]`,
      ),
    ).toEqual([null, ['Open', 'Shipped', 'later']])
  })

  test('cells around it, the frozen rows and the widths stay as they were', async () => {
    const script = await openScript()
    script.run(furnish)
    writeWhole(script, at(10, 2))
    expect(
      script.run(
        `const s = SpreadsheetApp.getActiveSheet(); return [s.getFrozenRows(), s.getFilter(), s.getColumnWidth(2), s.getRange('A1:D1').getDisplayValues()[0]]`,
      ),
    ).toEqual([0, null, 100, ['a', '100.00%', '200.00%', '007']])
  })

  test('what somebody changed since is not lost without a yes', async () => {
    const script = await openScript()
    script.run(furnish)
    const before = script.snapshot()
    const { operation_id } = writeWhole(script, at(1, 1))
    script.run(`SpreadsheetApp.getActiveSheet().getRange('C2').setValue('by hand')`)
    expect(script.refuse('undo', { operation_id, force: false }).code).toBe('changed_since')
    script.ask('undo', { operation_id, force: true })
    expect(script.snapshot()).toBe(before)
  })

  test.each([
    ['setNumberFormat("0.0")'],
    ['setBackground("#ff0000")'],
    ['setFontColor("#ff0000")'],
    ['setFontWeight("bold")'],
  ])('cells that somebody formatted since are not lost without a yes: %s', async (change) => {
    const script = await openScript()
    script.run(furnish)
    const before = script.snapshot()
    const { operation_id } = writeWhole(script, at(1, 1))
    script.run(`SpreadsheetApp.getActiveSheet().getRange('D3:D4').${change}`)
    const problem = script.refuse('undo', { operation_id, force: false })
    expect(problem).toMatchObject({ code: 'changed_since', detail: expect.stringContaining('Changed since: 3:4. ') })
    script.ask('undo', { operation_id, force: true })
    expect(script.snapshot()).toBe(before)
  })

  test.each([
    ['rows above came', `sheet.insertRowsBefore(1, 3)`],
    ['a row of it went', `sheet.deleteRow(7)`],
    ['a column before it came', `sheet.insertColumnsBefore(1, 1)`],
    ['a column of it went', `sheet.deleteColumn(4)`],
    ['the sheet ends within it', `sheet.deleteRows(7, sheet.getMaxRows() - 6)`],
  ])('undo does not touch what stands there now: %s', async (_, change) => {
    const script = await openScript()
    script.run(`SpreadsheetApp.getActiveSheet().getRange('A1:J12').setValues(Array.from({ length: 12 },
      (_, row) => Array.from({ length: 10 }, (_, column) => row < 4 || row > 8 ? 'mine ' + row + ' ' + column : '')))`)
    const { operation_id } = writeWhole(script, at(5, 1))
    script.run(`const sheet = SpreadsheetApp.getActiveSheet(); ${change}`)
    const moved = script.snapshot()
    for (const force of [false, true]) {
      const problem = script.refuse('undo', { operation_id, force })
      expect(problem).toMatchObject({ code: 'invalid', title: 'The table is no longer where it was written.' })
    }
    expect(script.snapshot()).toBe(moved)
  })

  test('rows that were sorted since are its own, and undo after a yes is exact', async () => {
    const script = await openScript()
    script.run(furnish)
    const before = script.snapshot()
    const table = { ...orders, rows: orders.rows.map(([id]) => [id ?? null, null, 'x', null, null, null, null]) }
    const input = { ...at(1, 1, plainTable), table }
    const { operation_id } = writeWhole(script, input)
    script.run(`SpreadsheetApp.getActiveSheet().getRange('A2:G4').sort({ column: 1, ascending: false })`)
    expect(script.refuse('undo', { operation_id, force: false }).code).toBe('changed_since')
    script.ask('undo', { operation_id, force: true })
    expect(script.snapshot()).toBe(before)
  })

  test('a header that was renamed since does not stand in the way', async () => {
    const script = await openScript()
    script.run(furnish)
    const before = script.snapshot()
    const { operation_id } = writeWhole(script, at(1, 1))
    script.run(`SpreadsheetApp.getActiveSheet().getRange('B1').setValue('When')`)
    expect(script.refuse('undo', { operation_id, force: false }).code).toBe('changed_since')
    script.ask('undo', { operation_id, force: true })
    expect(script.snapshot()).toBe(before)
  })

  test('a sheet that was renamed or moved since is found', async () => {
    const script = await openScript()
    const { operation_id } = writeWhole(script, at(1, 1))
    script.run(
      `const book = SpreadsheetApp.getActive(); book.insertSheet('First', 0); book.getSheets()[1].setName('Renamed')`,
    )
    expect(script.ask('undo', { operation_id, force: false })).toEqual({ undone: operation_id })
  })

  test('the last ten writes are kept, and no hidden sheet outlives them', async () => {
    const script = await openScript()
    const table = { title: 'T', columns: [{ key: 'a', name: 'A', type: 'text' as const }], rows: [['x']] }
    const receipts = Array.from({ length: 11 }, (_, step) =>
      writeWhole(
        script,
        previewInput(table, plainTable, { kind: 'at_cell', sheet_id: 0, row: 1 + step * 4, column: 1 }),
      ),
    )
    const hidden = () =>
      script.run(`return SpreadsheetApp.getActive().getSheets().filter((sheet) => sheet.isSheetHidden()).length`)
    expect(hidden()).toBe(10)
    expect(script.ask('history', {}).entries.map(({ undoable }) => undoable)).toEqual(receipts.slice(1).map(() => true))
    const undo = (receipt = receipts[0]) =>
      script.send('undo', { operation_id: receipt?.operation_id ?? '', force: false }).ok
    expect([undo(receipts[0]), undo(receipts[10]), undo(receipts[1])]).toEqual([false, true, true])
    expect(hidden()).toBe(8)
  })
})

describe('a write that Google cut off', () => {
  /** The state that a run leaves which ended between its first cell and its last word. */
  const cutOff = `
    const properties = PropertiesService.getDocumentProperties()
    const joined = (name) => { let json = ''; for (let part = 0; properties.getProperty(name(part)) !== null; part++) json += properties.getProperty(name(part)); return json }
    const stored = (name, value) => { let json = JSON.stringify(value); for (let part = 0; json; part++) { properties.setProperty(name(part), json.slice(0, 8000)); json = json.slice(8000) } }
    const index = JSON.parse(joined((part) => 'undo ' + part))
    const receipt = { ...index[0].receipt, rows_written: 0, unfinished: true }
    const stepPart = (part) => 'undo ' + receipt.operation_id + ' ' + part
    stored(stepPart, { ...JSON.parse(joined(stepPart)), receipt, state: 'writing', marks: null })
    stored((part) => 'undo ' + part, [{ ...index[0], receipt, state: 'writing' }, ...index.slice(1)])
    SpreadsheetApp.getActive().getSheetById(receipt.sheet_id).getRange(receipt.range).offset(2, 1, 2, 3).clear()`

  test.each([
    ['on a new sheet', onNewSheet],
    ['at a cell', at(1, 1)],
  ])('is said by hello, and what stood there comes back: %s', async (_, plan) => {
    const script = await openScript()
    script.run(furnish)
    const before = script.snapshot()
    const { operation_id } = writeWhole(script, plan)
    script.run(cutOff)
    expect(script.ask('hello', {}).last_write).toMatchObject({ operation_id, unfinished: true, rows_written: 0 })
    expect(script.refuse('undo', { operation_id, force: false })).toMatchObject({
      code: 'changed_since',
      title: 'The table was not written to its end.',
    })
    script.ask('undo', { operation_id, force: true })
    expect(script.snapshot()).toBe(before)
  })

  test('is taken back and written anew when the same operation comes again', async () => {
    const script = await openScript()
    script.run(furnish)
    const before = script.snapshot()
    const input = writeInput(script, at(1, 1))
    script.ask('write', input).receipt
    script.run(cutOff)
    expect(script.ask('write', input).receipt).toMatchObject({ rows_written: 3, range: 'A1:H5' })
    expect(script.ask('hello', {}).last_write).not.toHaveProperty('unfinished')
    script.ask('undo', { operation_id: input.operation_id, force: false })
    expect(script.snapshot()).toBe(before)
  })
})

describe('when something is in the way', () => {
  test('a spreadsheet that changed since the preview is not written', async () => {
    const script = await openScript()
    const input = writeInput(script, at(1, 1))
    script.run(`SpreadsheetApp.getActiveSheet().getRange('B2').setValue('new')`)
    expect(script.refuse('write', { ...input, allow: ['overwrite'] }).code).toBe('plan_changed')
  })

  test('the same operation twice writes once', async () => {
    const script = await openScript()
    const input = writeInput(script, onNewSheet)
    const first = script.ask('write', input).receipt
    const after = script.snapshot()
    expect(script.ask('write', input).receipt).toEqual(first)
    expect(script.snapshot()).toBe(after)
  })

  test('another change at the same time is waited for, then said', async () => {
    const script = await openScript()
    const input = writeInput(script, onNewSheet)
    const before = script.snapshot()
    const release = script.runtime.holdLock('document')
    expect(script.refuse('write', input).code).toBe('busy')
    expect(script.snapshot()).toBe(before)
    release()
    expect(script.send('write', input).ok).toBe(true)
  })

  test('a rule that nobody saw, because it came since the preview, leaves everything as it was', async () => {
    const script = await openScript()
    const input = writeInput(script, at(1, 1))
    script.run(
      `SpreadsheetApp.getActiveSheet().getRange('C3:C4').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['only']).setAllowInvalid(false).build())`,
    )
    const before = script.snapshot()
    expect(script.refuse('write', input).code).toBe('plan_changed')
    expect(script.snapshot()).toBe(before)
    expect(script.ask('hello', {}).last_write).toBeNull()
  })

  test.each([
    ['a row that is too long', { ...orders, rows: [[...(orders.rows[0] ?? []), 'more']] }],
    ['two columns with one key', { ...orders, columns: orders.columns.map((each) => ({ ...each, key: 'same' })) }],
  ])('%s is refused, because cells would be lost', async (_, table) => {
    const script = await openScript()
    expect(script.refuse('preview', { ...onNewSheet, table }).title).toBe('The table is not whole.')
  })

  test('a sheet that is gone, and a text that fits in no cell, are said before anything is done', async () => {
    const script = await openScript()
    const gone = previewInput(orders, salesAnalysis, { kind: 'at_cell', sheet_id: 12345, row: 1, column: 1 })
    expect(script.refuse('preview', gone).title).toBe('The chosen sheet is no longer there.')
    const long = { title: 'T', columns: [{ key: 'a', name: 'A', type: 'text' as const }], rows: [['x'.repeat(50_001)]] }
    expect(script.refuse('preview', previewInput(long, plainTable, { kind: 'new_sheet' })).code).toBe('too_large')
  })
})
