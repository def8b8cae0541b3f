// Who may not change what: viewers, and editors whom a protection shuts out.
import { describe, expect, test } from 'vitest'
import { createRuntime } from './runtime.ts'

const refused = 'You are trying to edit a protected cell or object.'

describe('someone who may only look', () => {
  const { evaluate } = createRuntime({ user: 'vic@example.com', role: 'viewer' })
  evaluate('const sheet = SpreadsheetApp.getActiveSheet(); const at = (a1) => sheet.getRange(a1)')

  test.each([
    "at('A1').setValue(1)",
    "at('A1:B2').clear()",
    "sheet.getRangeList(['A1', 'B2']).setValue(1)",
    "sheet.setName('mine')",
    'sheet.insertRowBefore(1)',
    "SpreadsheetApp.getActive().insertSheet('new')",
    "at('A1').protect()",
    "at('A1').copyTo(at('B1'))",
    "sheet.addDeveloperMetadata('key')",
    "SpreadsheetApp.getActive().rename('mine')",
  ])('may not %s', (code) => {
    expect(() => evaluate(code)).toThrow('You do not have permission to perform that action.')
  })

  test('reads, selects and searches, and writes what is their own', () => {
    expect(evaluate("at('B2').activate(); sheet.getActiveCell().getA1Notation()")).toBe('B2')
    expect(evaluate("sheet.createTextFinder('x').matchCase(true).findAll().length")).toBe(0)
    expect(evaluate('SpreadsheetApp.getActive().getOwner().getEmail()')).toBe('owner@example.com')
    expect(
      evaluate(
        "const own = SpreadsheetApp.create('own'); at('A1').copyTo(own.getRange('A1')); own.getRange('A1').setValue(3).getValue()",
      ),
    ).toBe(3)
  })
})

describe('an editor whom a protection shuts out', () => {
  const book = createRuntime({ user: 'ann@example.com' })
  book.evaluate(`
    const sheet = SpreadsheetApp.getActiveSheet()
    sheet.getRange('A1:C6').setValues(Array.from({ length: 6 }, (_, row) => [row, 'text', row * 2]))
    const closed = (range) => { const protection = range.protect(); protection.removeEditors(protection.getEditors()) }
    closed(sheet.getRange('B3:B4'))
    closed(SpreadsheetApp.getActive().insertSheet('Closed'))`)
  const { evaluate } = createRuntime({ user: 'ben@example.com', workbook: book.workbook })
  evaluate(
    "const sheet = SpreadsheetApp.getActive().getSheets()[0]; const closed = SpreadsheetApp.getActive().getSheetByName('Closed')",
  )

  test.each([
    'sheet.deleteRow(3)',
    'sheet.deleteRows(1, 3)',
    'sheet.deleteColumn(2)',
    'sheet.insertRowAfter(3)',
    "sheet.moveRows(sheet.getRange('A4'), 1)",
    'sheet.clear()',
    'sheet.sort(1)',
    "sheet.getRange('A1:C6').sort(1)",
    "sheet.getRange('A3:C3').merge()",
    "sheet.getRangeList(['A1', 'B4']).setValue(1)",
    "sheet.createTextFinder('text').replaceAllWith('other')",
    'sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].remove()',
    'SpreadsheetApp.getActive().deleteSheet(sheet)',
    "closed.setName('Open')",
    "closed.getRange('A1').setValue(1)",
    'closed.insertRowBefore(1)',
    'SpreadsheetApp.getActive().deleteSheet(closed)',
  ])('may not %s', (code) => {
    expect(() => evaluate(code)).toThrow(refused)
  })

  test.each([
    'sheet.insertRowBefore(6); sheet.deleteRow(6)',
    "sheet.appendRow(['more'])",
    "sheet.getRange('A3').setValue('open')",
    "sheet.setName('Renamed')",
    'sheet.setFrozenRows(1)',
    'sheet.deleteColumn(5)',
  ])('may %s', (code) => {
    expect(() => evaluate(code)).not.toThrow()
  })

  test('the owner may do all of it', () => {
    expect(() => book.evaluate('sheet.deleteRow(3)')).not.toThrow()
  })
})
