// Tests of cells, lines and properties as Google's resources.
import { describe, expect, it } from 'vitest'
import { patchCell, patchStyle } from '../../workbook/cells.ts'
import { newBook, range } from '../testing/book.ts'
import { fractionsOf, hexOf } from './color.ts'
import { gridData } from './grid-data.ts'
import { spreadsheetProperties } from './spreadsheet-properties.ts'

describe('colours', () => {
  it('keep eight bits a part, rounded down, and every such colour', () => {
    expect(fractionsOf(hexOf({ red: 1, blue: 0.5 }))).toEqual({ red: 1, blue: 0.49803922 })
    for (let part = 0; part < 256; part++) {
      const hex = `#${part.toString(16).padStart(2, '0')}0000`
      expect(hexOf(fractionsOf(hex))).toBe(hex)
    }
  })
})

describe('a cell', () => {
  it('says what was entered, what it comes to and how it shows', () => {
    const { cells, write } = newBook()
    write(1, 1, [[1.5, 'text', true, '=A1*2', '=1/0', '=NOPE()', '=#REF!']])
    const [row] = cells('A1:G1')
    const shown = row?.map(({ userEnteredValue, effectiveValue, formattedValue }) => [
      userEnteredValue,
      effectiveValue,
      formattedValue,
    ])
    expect(shown?.slice(0, 4)).toEqual([
      [{ numberValue: 1.5 }, { numberValue: 1.5 }, '1.5'],
      [{ stringValue: 'text' }, { stringValue: 'text' }, 'text'],
      [{ boolValue: true }, { boolValue: true }, 'TRUE'],
      [{ formulaValue: '=A1*2' }, { numberValue: 3 }, '3'],
    ])
    expect(row?.slice(4).map(({ effectiveValue }) => effectiveValue?.errorValue?.type)).toEqual([
      'DIVIDE_BY_ZERO',
      'NAME',
      'REF',
    ])
  })

  it('is drawn with the default, its own format, its banding and its conditional formats', () => {
    const { run, cells, write } = newBook()
    write(1, 1, [[5], ['x'], [true]])
    run(
      {
        repeatCell: {
          range: range('A1'),
          cell: { userEnteredFormat: { textFormat: { fontSize: 12 } } },
          fields: 'userEnteredFormat',
        },
      },
      {
        addBanding: {
          bandedRange: {
            range: range('A1:A4'),
            rowProperties: { firstBandColor: { red: 1 }, secondBandColor: { green: 1 } },
          },
        },
      },
      {
        addConditionalFormatRule: {
          rule: {
            ranges: [range('A1')],
            booleanRule: {
              condition: { type: 'NUMBER_GREATER', values: [{ userEnteredValue: '4' }] },
              format: { textFormat: { bold: true } },
            },
          },
        },
      },
    )
    const drawn = cells('A1:A4').map(([cell]) => cell?.effectiveFormat)
    expect(drawn[0]).toEqual({
      backgroundColor: { red: 1 },
      backgroundColorStyle: { rgbColor: { red: 1 } },
      padding: { top: 2, right: 3, bottom: 2, left: 3 },
      horizontalAlignment: 'RIGHT',
      verticalAlignment: 'BOTTOM',
      wrapStrategy: 'OVERFLOW_CELL',
      textFormat: {
        foregroundColor: {},
        foregroundColorStyle: { rgbColor: {} },
        fontFamily: 'arial,sans,sans-serif',
        fontSize: 12,
        bold: true,
        italic: false,
        strikethrough: false,
        underline: false,
      },
      hyperlinkDisplayType: 'PLAIN_TEXT',
    })
    expect(drawn.map((format) => format?.horizontalAlignment)).toEqual(['RIGHT', 'LEFT', 'CENTER', undefined])
    expect(drawn[3]?.backgroundColor).toEqual({ green: 1 })
  })

  it('keeps every property of its format', () => {
    const { run, cells } = newBook()
    const side = { style: 'SOLID_MEDIUM', width: 2, colorStyle: { rgbColor: { blue: 1 } }, color: { blue: 1 } }
    const userEnteredFormat = {
      numberFormat: { type: 'DATE_TIME', pattern: 'yyyy-mm-dd hh:mm' },
      backgroundColor: { red: 1 },
      backgroundColorStyle: { rgbColor: { red: 1 } },
      borders: { top: side, bottom: side, left: side, right: side },
      padding: { top: 1, right: 2, bottom: 3, left: 4 },
      horizontalAlignment: 'CENTER',
      verticalAlignment: 'MIDDLE',
      wrapStrategy: 'WRAP',
      textDirection: 'RIGHT_TO_LEFT',
      textFormat: {
        foregroundColor: { red: 0.25882354, green: 0.52156866, blue: 0.95686275 },
        foregroundColorStyle: { themeColor: 'ACCENT1' },
        fontFamily: 'Roboto',
        fontSize: 11,
        bold: false,
        italic: true,
        strikethrough: true,
        underline: true,
        link: { uri: 'https://example.com/' },
      },
      hyperlinkDisplayType: 'LINKED',
      textRotation: { angle: 45 },
    }
    run({ repeatCell: { range: range('A1'), cell: { userEnteredFormat }, fields: 'userEnteredFormat' } })
    expect(cells('A1')[0]?.[0]?.userEnteredFormat).toEqual(userEnteredFormat)
    expect(cells('A1')[0]?.[0]?.hyperlink).toBe('https://example.com/')
  })

  it('tells a number format as it was asked for, and one that a script set by its pattern', () => {
    const { book, run, cells, write } = newBook()
    write(1, 1, [[0.5, 0.5, 45_000]])
    const set = (address: string, numberFormat: object) =>
      run({
        repeatCell: {
          range: range(address),
          cell: { userEnteredFormat: { numberFormat } },
          fields: 'userEnteredFormat.numberFormat',
        },
      })
    set('A1', { type: 'NUMBER', pattern: '0%' })
    set('C1', { type: 'DATE' })
    patchCell(book, book.sheets[0]!, 1, 2, { format: '0%' })
    const [row] = cells('A1:C1')
    expect(
      row?.map(({ userEnteredFormat, formattedValue }) => [userEnteredFormat?.numberFormat, formattedValue]),
    ).toEqual([
      [{ type: 'NUMBER', pattern: '0%' }, '50%'],
      [{ type: 'PERCENT', pattern: '0%' }, '50%'],
      [{ type: 'DATE' }, '3/15/2023'],
    ])
    patchCell(book, book.sheets[0]!, 1, 1, { format: '0.0' })
    expect(cells('A1')[0]?.[0]?.userEnteredFormat?.numberFormat).toEqual({ type: 'NUMBER', pattern: '0.0' })
  })

  it('takes the locale for a format without a pattern, and what a formula implies for one without a format', () => {
    const { run, cells, write } = newBook({ locale: 'fr_FR' })
    write(1, 1, [[45_000, 45_000.5, 1234.5, '=DATE(2023;3;15)', '=A1+1']])
    const types = ['DATE', 'DATE_TIME', 'CURRENCY']
    types.forEach((type, index) => {
      const at = { ...range('A1'), startColumnIndex: index, endColumnIndex: index + 1 }
      run({
        repeatCell: { range: at, cell: { userEnteredFormat: { numberFormat: { type } } }, fields: 'userEnteredFormat' },
      })
    })
    const [row] = cells('A1:E1')
    expect(row?.slice(0, 2).map(({ formattedValue }) => formattedValue)).toEqual(['15/03/2023', '15/03/2023 12:00:00'])
    expect(row?.[2]?.formattedValue).toMatch(/234,50 €$/)
    expect(
      row?.slice(3).map(({ userEnteredFormat, effectiveFormat }) => [userEnteredFormat, effectiveFormat?.numberFormat]),
    ).toEqual([
      [undefined, { type: 'DATE' }],
      [undefined, { type: 'DATE' }],
    ])
  })

  it('forgets a theme colour that another colour took the place of', () => {
    const { book, run, cells } = newBook()
    run({
      repeatCell: {
        range: range('A1'),
        cell: { userEnteredFormat: { backgroundColorStyle: { themeColor: 'ACCENT1' } } },
        fields: '*',
      },
    })
    patchStyle(book, book.sheets[0]!, 1, 1, { background: '#ff0000' })
    expect(cells('A1')[0]?.[0]?.userEnteredFormat?.backgroundColorStyle).toEqual({ rgbColor: { red: 1 } })
  })
})

describe('grid data', () => {
  it('leaves out what is empty at the ends and the starts that are 0', () => {
    const { book, run, write } = newBook({ rows: 6, columns: 4 })
    write(3, 2, [['a']])
    run(
      {
        updateDimensionProperties: {
          range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 },
          properties: { pixelSize: 50, hiddenByUser: true },
          fields: '*',
        },
      },
      {
        createDeveloperMetadata: {
          developerMetadata: {
            metadataId: 3,
            metadataKey: 'k',
            visibility: 'DOCUMENT',
            location: { dimensionRange: { sheetId: 0, dimension: 'ROWS', startIndex: 2, endIndex: 3 } },
          },
        },
      },
    )
    const whole = gridData(book, book.sheets[0]!, { row: 1, column: 1, rows: 6, columns: 4 })
    expect(whole.startRow).toBeUndefined()
    expect(whole.rowData).toEqual([{}, {}, { values: [{}, expect.objectContaining({ formattedValue: 'a' })] }])
    expect(whole.columnMetadata).toEqual([
      { pixelSize: 100 },
      { pixelSize: 50, hiddenByUser: true },
      { pixelSize: 100 },
      { pixelSize: 100 },
    ])
    expect(whole.rowMetadata).toHaveLength(6)
    const part = gridData(book, book.sheets[0]!, { row: 3, column: 2, rows: 2, columns: 1 })
    expect(part).toMatchObject({ startRow: 2, startColumn: 1, rowData: [{ values: [{ formattedValue: 'a' }] }] })
    expect(part.rowMetadata).toEqual([
      { pixelSize: 21, developerMetadata: [expect.objectContaining({ metadataId: 3, metadataKey: 'k' })] },
      { pixelSize: 21 },
    ])
    expect(gridData(book, book.sheets[0]!, { row: 5, column: 1, rows: 2, columns: 2 }).rowData).toBeUndefined()
  })
})

describe('a new spreadsheet', () => {
  it("has Google's default format and theme", () => {
    const { book } = newBook()
    expect(spreadsheetProperties(book)).toMatchObject({
      autoRecalc: 'ON_CHANGE',
      defaultFormat: {
        backgroundColor: { red: 1, green: 1, blue: 1 },
        textFormat: { foregroundColor: {}, fontSize: 10 },
      },
      spreadsheetTheme: {
        primaryFontFamily: 'Arial',
        themeColors: expect.arrayContaining([{ colorType: 'TEXT', color: { rgbColor: {} } }]),
      },
    })
  })
})
