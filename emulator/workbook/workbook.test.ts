// Tests of the workbook model: typed input, formulas, display text, moving lines, copying and storing.
import { describe, expect, it } from 'vitest'
import { cellAt, patchCell, putCell, usedSize } from './cells.ts'
import { onChange } from './changes.ts'
import { copyBox } from './copy.ts'
import { textAt, valueAt } from './display.ts'
import { effectiveStyle } from './effective-style.ts'
import { fromJson, toJson } from './json.ts'
import { deleteLines, insertLines } from './lines.ts'
import { addSheet, removeSheet, renameSheet } from './sheets.ts'
import { parseInput, withInput } from './typed-input.ts'
import { newWorkbook, type Sheet, type Workbook } from './workbook.ts'

function start(): { book: Workbook; sheet: Sheet; type: (row: number, column: number, text: string) => void } {
  const book = newWorkbook({ timeZone: 'Etc/UTC' })
  const sheet = book.sheets[0]!
  const type = (row: number, column: number, text: string) => {
    const cell = cellAt(sheet, row, column)
    putCell(book, sheet, row, column, withInput(cell, parseInput(text, book.locale, cell?.format)))
  }
  return { book, sheet, type }
}

describe('formulas in the writing of the locale', () => {
  it.each([
    ['de_DE', '=ROUND(SUM(A1;1,5);1)', '=ROUND(SUM(A1;1,5);1)', 3.8],
    ['de_DE', '=ROUND(A1,1)', '=ROUND(A1,1)', '#ERROR!'],
    ['de_DE', '=SUM({1\\2;3\\4})', '=SUM({1\\2;3\\4})', 10],
    ['de_DE', '=IF(A1>1;"a,b";"c;d")', '=IF(A1>1;"a,b";"c;d")', 'a,b'],
    ['en_US', '=ROUND(SUM(A1;1.5);1)', '=ROUND(SUM(A1,1.5),1)', 3.8],
    ['en_US', '=SUM({1,2;3,4})', '=SUM({1,2;3,4})', 10],
  ])('%s: %s', (locale, typed, shown, value) => {
    const { book, sheet } = start()
    book.locale = locale
    putCell(book, sheet, 1, 1, { value: 2.25 })
    putCell(book, sheet, 2, 1, withInput(undefined, parseInput(typed, locale)))
    expect(cellAt(sheet, 2, 1)?.formula).toBe(shown)
    expect(valueAt(book, sheet, 2, 1)).toBe(value)
  })
})

describe('typed input', () => {
  it.each([
    ['0042', 42, undefined],
    ['1,234.5', 1234.5, '#,##0.00'],
    ['12%', 0.12, '0%'],
    ['$1,200.50', 1200.5, '"$"#,##0.00'],
    ['3/5/2024', 45356, 'm/d/yyyy'],
    ['TRUE', true, undefined],
    ["'0042", '0042', undefined],
    ['25:30', 1.0625, '[h]:mm:ss'],
    ['-£5.50', -5.5, '"£"#,##0.00'],
    ['2024-05', 45_413, 'yyyy-mm'],
    ['2024-13', '2024-13', undefined],
    ['hello', 'hello', undefined],
    ['+49 170 1', '+49 170 1', undefined],
  ])('reads %s', (text, value, format) => {
    const input = parseInput(text, 'en_US')
    expect(input.value).toBe(value)
    expect(input.format).toBe(format)
  })

  it('keeps text in a cell with text format, and makes a formula of a leading equals sign elsewhere', () => {
    expect(parseInput('0042', 'en_US', '@')).toEqual({ value: '0042' })
    expect(parseInput('=A1', 'en_US', '@')).toEqual({ value: '=A1' })
    expect(parseInput('=A1', 'en_US')).toEqual({ value: null, formula: '=A1' })
  })

  it('reads 3-5 as a date, as Google does', () => {
    expect(typeof parseInput('3-5', 'en_US').value).toBe('number')
  })
})

describe('formulas', () => {
  it('works out sums, text and errors, and follows changes', () => {
    const { book, sheet, type } = start()
    type(1, 1, '2')
    type(2, 1, '3')
    type(3, 1, '=SUM(A1:A2)')
    type(4, 1, '=A1/0')
    type(5, 1, '=SUM(A1:A)')
    expect(valueAt(book, sheet, 3, 1)).toBe(5)
    expect(valueAt(book, sheet, 4, 1)).toBe('#DIV/0!')
    type(1, 1, '10.5')
    expect(valueAt(book, sheet, 3, 1)).toBe(13.5)
  })

  it('spills', () => {
    const { book, sheet, type } = start()
    type(1, 2, '=SEQUENCE(3)')
    expect([1, 2, 3].map((row) => valueAt(book, sheet, row, 2))).toEqual([1, 2, 3])
  })

  it('reaches other sheets and survives a rename', () => {
    const { book, sheet, type } = start()
    const other = addSheet(book, 'Data set')
    putCell(book, other, 1, 1, { value: 7 })
    type(1, 1, "='Data set'!A1*2")
    expect(valueAt(book, sheet, 1, 1)).toBe(14)
    renameSheet(book, other, 'Raw')
    expect(cellAt(sheet, 1, 1)?.formula).toBe('=Raw!A1*2')
    expect(valueAt(book, sheet, 1, 1)).toBe(14)
  })
})

describe('lines', () => {
  it('moves cells, merges, frozen rows and references with inserted rows', () => {
    const { book, sheet, type } = start()
    type(1, 1, '1')
    type(2, 1, '2')
    type(3, 1, '=SUM(A1:A2)&" of $A$2"')
    sheet.merges.push({ row: 3, column: 2, rows: 2, columns: 1 })
    sheet.frozenRows = 1
    insertLines(book, sheet, 'row', 2, 3)
    expect(cellAt(sheet, 6, 1)?.formula).toBe('=SUM(A1:A5)&" of $A$2"')
    expect(sheet.merges[0]).toEqual({ row: 6, column: 2, rows: 2, columns: 1 })
    expect(sheet.frozenRows).toBe(1)
    expect(sheet.maxRows).toBe(1003)
  })

  it('marks references to deleted lines and shrinks ranges', () => {
    const { book, sheet, type } = start()
    type(1, 4, '=SUM(A1:C1)+B1')
    deleteLines(book, sheet, 'column', 2, 1)
    expect(cellAt(sheet, 1, 3)?.formula).toBe('=SUM(A1:B1)+#REF!')
  })
})

describe('copying', () => {
  it('shifts relative references and brings looks, notes and validation', () => {
    const { book, sheet, type } = start()
    type(1, 1, '4')
    type(1, 2, '=A1*2')
    patchCell(book, sheet, 1, 2, { style: { bold: true }, note: 'twice', format: '0.0' })
    const other = addSheet(book, 'Copy')
    copyBox(
      book,
      { sheet, box: { row: 1, column: 1, rows: 1, columns: 2 } },
      { sheet: other, box: { row: 3, column: 2, rows: 1, columns: 2 } },
      'PASTE_NORMAL',
      false,
    )
    expect(cellAt(other, 3, 3)).toEqual({
      value: null,
      formula: '=B3*2',
      style: { bold: true },
      note: 'twice',
      format: '0.0',
    })
    expect(textAt(book, other, 3, 3)).toBe('8.0')
  })
})

describe('the workbook', () => {
  it('shows numbers through their format', () => {
    const { book, sheet } = start()
    putCell(book, sheet, 1, 1, { value: 45356, format: 'yyyy-mm-dd' })
    putCell(book, sheet, 1, 2, { value: 0.1 + 0.2 })
    putCell(book, sheet, 1, 3, { value: 123456789012 })
    expect([1, 2, 3].map((column) => textAt(book, sheet, 1, column))).toEqual(['2024-03-05', '0.3', '123456789012'])
  })

  it('draws banding under own fills and conditional formats over them', () => {
    const { book, sheet } = start()
    sheet.bandings.push({
      id: 1,
      box: { row: 1, column: 1, rows: 3, columns: 2 },
      rows: { header: '#111111', first: '#222222', second: '#333333', footer: null },
      columns: null,
    })
    sheet.conditionalRules.push({
      ranges: [{ row: 2, column: 2, rows: 2, columns: 1 }],
      kind: 'boolean',
      type: 'NUMBER_GREATER_THAN',
      args: [5],
      style: { background: '#ff0000' },
    })
    putCell(book, sheet, 3, 2, { value: 6 })
    const fills = [1, 2, 3].map((row) => effectiveStyle(book, sheet, row, 2).background)
    expect(fills).toEqual(['#111111', '#222222', '#ff0000'])
  })

  it('refuses to remove the last visible sheet and a name twice', () => {
    const { book, sheet } = start()
    expect(() => removeSheet(book, sheet)).toThrow("You can't remove all the visible sheets in a document.")
    expect(() => addSheet(book, 'sheet1')).toThrow(
      'A sheet with the name "sheet1" already exists. Please enter another name.',
    )
  })

  it('comes back whole from JSON, and tells of changes once a turn', async () => {
    const { book, sheet, type } = start()
    let heard = 0
    onChange(book, () => heard++)
    type(2, 3, 'x')
    sheet.columnWidths.set(3, 180)
    patchCell(book, sheet, 2, 3, { note: 'n' })
    await Promise.resolve()
    expect(heard).toBe(1)
    expect(fromJson(JSON.parse(JSON.stringify(toJson(book))))).toEqual(book)
    expect(usedSize(sheet)).toEqual({ rows: 2, columns: 3 })
  })

  it('holds and works out 50,000 cells quickly', () => {
    const { book, sheet } = start()
    for (let row = 1; row <= 5000; row++)
      for (let column = 1; column <= 10; column++) putCell(book, sheet, row, column, { value: row })
    putCell(book, sheet, 1, 12, { value: null, formula: '=SUM(A1:J5000)' })
    expect(valueAt(book, sheet, 1, 12)).toBe(125025000)
  })
})
