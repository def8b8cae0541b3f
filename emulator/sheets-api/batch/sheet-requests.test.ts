// Tests of requests about whole sheets and the spreadsheet.
import { describe, expect, it } from 'vitest'
import { spreadsheetProperties } from '../cell-data/spreadsheet-properties.ts'
import { newBook, range } from '../testing/book.ts'

const titles = (book: { sheets: { name: string }[] }) => book.sheets.map(({ name }) => name)

describe('sheets', () => {
  it('are added with what was asked and answered in full', () => {
    const { book, run, refusal } = newBook()
    const properties = {
      title: 'Plan',
      index: 0,
      hidden: true,
      rightToLeft: true,
      tabColorStyle: { themeColor: 'ACCENT1' },
      gridProperties: { rowCount: 5, columnCount: 3, frozenRowCount: 1, hideGridlines: true },
    }
    const [reply] = run({ addSheet: { properties } })
    expect(reply?.addSheet?.properties).toEqual({
      ...properties,
      sheetId: book.sheets[0]!.id,
      sheetType: 'GRID',
      tabColor: { red: 0.25882354, green: 0.52156866, blue: 0.95686275 },
    })
    const [plain] = run({ addSheet: {} })
    expect(plain?.addSheet?.properties).toMatchObject({
      title: 'Sheet3',
      gridProperties: { rowCount: 1000, columnCount: 26 },
    })
    expect(refusal({ addSheet: { properties: { title: 'plan' } } })).toBe(
      'Invalid requests[0].addSheet: A sheet with the name "plan" already exists. Please enter another name.',
    )
    expect(refusal({ addSheet: { properties: { gridProperties: { rowCount: 10_000_000, columnCount: 2 } } } })).toBe(
      'Invalid requests[0].addSheet: This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    )
  })

  it('move to an index counted before the move', () => {
    const { book, run } = newBook()
    run(
      { addSheet: { properties: { sheetId: 1, title: 'B' } } },
      { addSheet: { properties: { sheetId: 2, title: 'C' } } },
    )
    const move = (sheetId: number, index: number) =>
      run({ updateSheetProperties: { properties: { sheetId, index }, fields: 'index' } })
    move(0, 2)
    expect(titles(book)).toEqual(['B', 'Sheet1', 'C'])
    move(0, 2)
    expect(titles(book)).toEqual(['B', 'Sheet1', 'C'])
    move(2, 0)
    expect(titles(book)).toEqual(['C', 'B', 'Sheet1'])
    move(2, 3)
    expect(titles(book)).toEqual(['B', 'Sheet1', 'C'])
  })

  it('grow, shrink and freeze within reason', () => {
    const { run, refusal, sheet, write } = newBook({ rows: 10, columns: 5 })
    write(9, 1, [['kept'], ['lost']])
    const grid = (gridProperties: object, fields: string) => ({
      updateSheetProperties: { properties: { sheetId: 0, gridProperties }, fields },
    })
    run(
      grid(
        { rowCount: 9, columnCount: 8, frozenRowCount: 2, frozenColumnCount: 1 },
        'gridProperties(rowCount,columnCount,frozenRowCount,frozenColumnCount)',
      ),
    )
    expect(sheet().properties?.gridProperties).toEqual({
      rowCount: 9,
      columnCount: 8,
      frozenRowCount: 2,
      frozenColumnCount: 1,
    })
    expect(refusal(grid({ frozenRowCount: 9 }, 'gridProperties.frozenRowCount'))).toBe(
      "Invalid requests[0].updateSheetProperties: You can't freeze all visible rows on the sheet.",
    )
    expect(refusal(grid({ rowCount: 2 }, 'gridProperties.rowCount'))).toBe(
      'Invalid requests[0].updateSheetProperties: Sorry, it is not possible to delete all non-frozen rows.',
    )
    expect(refusal(grid({ columnCount: 18_279 }, 'gridProperties.columnCount'))).toMatch(/18278 columns/)
    run(grid({}, 'gridProperties/frozenRowCount,gridProperties/frozenColumnCount'))
    expect(sheet().properties?.gridProperties).toEqual({ rowCount: 9, columnCount: 8 })
  })

  it('are not all hidden or deleted', () => {
    const { run, refusal } = newBook()
    expect(refusal({ deleteSheet: { sheetId: 0 } })).toBe(
      "Invalid requests[0].deleteSheet: You can't remove all the sheets in a document.",
    )
    expect(refusal({ updateSheetProperties: { properties: { sheetId: 0, hidden: true }, fields: 'hidden' } })).toBe(
      "Invalid requests[0].updateSheetProperties: You can't hide all the sheets in a document.",
    )
    run({ addSheet: { properties: { sheetId: 1, hidden: true } } })
    expect(refusal({ deleteSheet: { sheetId: 0 } })).toMatch(/remove all the visible sheets/)
    expect(refusal({ updateSheetProperties: { properties: { sheetId: 0, title: '' }, fields: 'title' } })).toBe(
      'Invalid requests[0].updateSheetProperties: The sheet name cannot be empty.',
    )
  })

  it('leave broken references behind when deleted, and take names and metadata along', () => {
    const { book, run, values, write } = newBook()
    run(
      { addSheet: { properties: { sheetId: 1, title: 'Old' } } },
      { addNamedRange: { namedRange: { name: 'Gone', range: { sheetId: 1 } } } },
      {
        createDeveloperMetadata: {
          developerMetadata: { metadataKey: 'k', visibility: 'PROJECT', location: { sheetId: 1 } },
        },
      },
    )
    write(1, 1, [['=Old!A1+1']])
    run({ deleteSheet: { sheetId: 1 } })
    expect(values('A1')).toEqual([['#REF!']])
    expect([book.namedRanges, book.metadata]).toEqual([[], []])
  })

  it('are duplicated with everything on them under ids of their own', () => {
    const { book, run, sheet } = newBook()
    run(
      {
        addBanding: {
          bandedRange: { range: range('A1:B4'), rowProperties: { firstBandColor: {}, secondBandColor: { red: 1 } } },
        },
      },
      { addTable: { table: { name: 'Items', range: range('D1:E4') } } },
      { mergeCells: { range: range('G1:H2') } },
    )
    const [reply] = run({
      duplicateSheet: { sourceSheetId: 0, insertSheetIndex: 1, newSheetId: 9, newSheetName: 'Twin' },
    })
    expect(reply?.duplicateSheet?.properties).toMatchObject({ sheetId: 9, title: 'Twin', index: 1 })
    const [first, twin] = [sheet(0), sheet(1)]
    expect(twin.merges).toEqual([{ ...first.merges?.[0], sheetId: 9 }])
    expect(twin.bandedRanges?.[0]?.bandedRangeId).not.toBe(first.bandedRanges?.[0]?.bandedRangeId)
    expect(book.sheets[1]!.tables[0]!.name).not.toBe('Items')
    run({ duplicateSheet: { sourceSheetId: 0 } })
    expect(titles(book)).toEqual(['Copy of Sheet1', 'Sheet1', 'Twin'])
  })
})

describe('the spreadsheet', () => {
  it('takes a title, locale, time zone, recalculation and iteration', () => {
    const { book, run, refusal } = newBook()
    const properties = {
      title: 'Neu',
      locale: 'de_DE',
      timeZone: 'Europe/Berlin',
      autoRecalc: 'HOUR',
      iterativeCalculationSettings: { maxIterations: 5, convergenceThreshold: 0.1 },
    }
    run({ updateSpreadsheetProperties: { properties, fields: Object.keys(properties).join(',') } })
    expect(spreadsheetProperties(book)).toMatchObject(properties)
    const change = (wrong: object, fields: string) =>
      refusal({ updateSpreadsheetProperties: { properties: wrong, fields } })
    expect(change({ timeZone: 'Mars/Base' }, 'timeZone')).toMatch(/Invalid time zone: Mars\/Base/)
    expect(change({ locale: 'xx-yy-zz' }, 'locale')).toMatch(/Unsupported locale/)
    expect(change({ title: '' }, 'title')).toMatch(/title/)
  })
})
