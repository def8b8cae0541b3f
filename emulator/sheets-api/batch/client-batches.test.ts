// The npm client google-spreadsheet sends each of its kinds of request, as published, and sees what came of it.
import { GoogleSpreadsheet, type GoogleSpreadsheetWorksheet } from 'google-spreadsheet'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type SheetsApi, startSheetsApi } from '../start-sheets-api.ts'

let api: SheetsApi
let doc: GoogleSpreadsheet
let sheet: GoogleSpreadsheetWorksheet
beforeAll(async () => {
  api = await startSheetsApi({ open: true, quota: false })
  // The client knows no other address than Google's, so its requests are led here on their way out.
  const own = globalThis.fetch
  vi.stubGlobal('fetch', (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init)
    const { pathname, search } = new URL(request.url)
    return own(new Request(api.url + pathname + search, request))
  })
  doc = await GoogleSpreadsheet.createNewSpreadsheetDocument({ token: 'any' }, { title: 'Batches' })
  sheet = await doc.addSheet({ title: 'Data', gridProperties: { rowCount: 30, columnCount: 10 } })
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await api.close()
})

const area = (startRowIndex: number, endRowIndex: number, startColumnIndex: number, endColumnIndex: number) => ({
  sheetId: sheet.sheetId,
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
})
const entered = (...texts: (string | number)[]) => ({
  values: texts.map((one) => ({
    userEnteredValue: typeof one === 'number' ? { numberValue: one } : { stringValue: one },
  })),
})
const book = () => api.files.get(doc.spreadsheetId)?.book?.sheets[1]

describe('google-spreadsheet', () => {
  it('writes, repeats, fills, copies, cuts, pastes and sorts', async () => {
    await sheet.appendCells([entered('name', 'n'), entered('b', 1), entered('a', 2)], 'userEnteredValue')
    await sheet.repeatCell(area(0, 1, 0, 2), { userEnteredFormat: { textFormat: { bold: true } } }, 'userEnteredFormat')
    await sheet.sortRange(area(1, 3, 0, 2), [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }])
    await sheet.autoFill({ source: area(1, 3, 1, 2), dimension: 'ROWS', fillLength: 2 })
    await sheet.copyPaste(area(0, 3, 0, 2), area(0, 3, 3, 5))
    await sheet.cutPaste(area(0, 3, 3, 5), { rowIndex: 0, columnIndex: 5 })
    await sheet.pasteData({ rowIndex: 10, columnIndex: 0 }, 'x;y\nz;1', ';')
    await sheet.textToColumns(area(10, 11, 0, 1), 'COMMA')
    await sheet.findReplace('x', 'ex', { matchEntireCell: true })
    await sheet.trimWhitespace(area(0, 12, 0, 2))
    await sheet.randomizeRange(area(10, 12, 0, 2))
    await sheet.deleteDuplicates(area(10, 12, 0, 2))
    expect(await sheet.getCellsInRange('A1:G5')).toEqual([
      ['name', 'n', '', '', '', 'name', 'n'],
      ['a', '2', '', '', '', 'a', '2'],
      ['b', '1', '', '', '', 'b', '1'],
      ['', '0'],
      ['', '-1'],
    ])
    const pasted = await sheet.getCellsInRange('A11:B12')
    expect(pasted?.map((row: string[]) => row.join()).sort()).toEqual(['ex,y', 'z,1'])
  })

  it('inserts, appends, moves, deletes and fits lines and parts of them', async () => {
    await sheet.appendDimension('COLUMNS', 2)
    await sheet.insertDimension('ROWS', { startIndex: 1, endIndex: 2 })
    await sheet.moveDimension('ROWS', { startIndex: 1, endIndex: 2 }, 9)
    await sheet.insertRange(area(1, 2, 0, 1), 'ROWS')
    await sheet.deleteRange(area(1, 2, 0, 1), 'ROWS')
    await sheet.deleteDimension('ROWS', { startIndex: 8, endIndex: 9 })
    await sheet.autoResizeDimensions('COLUMNS', { startIndex: 0, endIndex: 2 })
    await sheet.updateDimensionProperties('ROWS', { pixelSize: 44 } as never, { startIndex: 0, endIndex: 1 })
    expect([sheet.rowCount, sheet.columnCount]).toEqual([30, 12])
    expect(await sheet.getCellsInRange('A2:A3')).toEqual([['a'], ['b']])
    expect(book()?.rowHeights.get(1)).toBe(44)
  })

  it('merges, draws borders, validates, bands, protects, filters and formats by condition', async () => {
    const solid = {
      style: 'SOLID' as const,
      width: 1,
      color: { red: 1, green: 0, blue: 0, alpha: 1 },
      colorStyle: { rgbColor: { red: 1, green: 0, blue: 0, alpha: 1 } },
    }
    await sheet.mergeCells(area(15, 17, 0, 2))
    await sheet.updateBorders(area(0, 2, 0, 2), { top: solid, innerHorizontal: solid } as never)
    await sheet.unmergeCells(area(15, 17, 0, 2))
    await sheet.setDataValidation(area(1, 3, 2, 3), {
      condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'q' }] },
      strict: true,
      showCustomUi: true,
    } as never)
    await sheet.addConditionalFormatRule(
      {
        ranges: [area(1, 3, 1, 2)],
        booleanRule: { condition: { type: 'NOT_BLANK' }, format: { textFormat: { italic: true } } },
      } as never,
      0,
    )
    await sheet.updateConditionalFormatRule({ index: 0, sheetId: sheet.sheetId, newIndex: 0 } as never)
    await sheet.deleteConditionalFormatRule(0)
    const banded = await sheet.addBanding({
      range: area(0, 3, 0, 2),
      rowProperties: { firstBandColor: { red: 1 }, secondBandColor: { blue: 1 } },
    } as never)
    await sheet.updateBanding(
      { bandedRangeId: banded.bandedRange.bandedRangeId, rowProperties: { headerColor: { green: 1 } } } as never,
      'rowProperties.headerColor',
    )
    await sheet.deleteBanding(banded.bandedRange.bandedRangeId)
    const { protectedRange } = await sheet.addProtectedRange({ range: area(0, 1, 0, 2), warningOnly: true } as never)
    await sheet.updateProtectedRange(protectedRange.protectedRangeId, { description: 'head' } as never)
    expect(sheet.protectedRanges?.map(({ description }) => description)).toEqual(['head'])
    await sheet.deleteProtectedRange(protectedRange.protectedRangeId)
    await sheet.setBasicFilter({ range: area(0, 3, 0, 2) } as never)
    await sheet.clearBasicFilter()
    const { filter } = await sheet.addFilterView({ title: 'V', range: area(0, 3, 0, 2) } as never)
    await sheet.updateFilterView({ filterViewId: filter.filterViewId, title: 'W' } as never, 'title')
    await sheet.duplicateFilterView(filter.filterViewId)
    await sheet.deleteFilterView(filter.filterViewId)
    expect(book()).toMatchObject({
      merges: [],
      bandings: [],
      protections: [],
      conditionalRules: [],
      filter: null,
      filterViews: [{ title: 'Copy of W' }],
    })
    expect(book()?.rows.get(2)?.get(3)?.validation?.type).toBe('VALUE_IN_LIST')
  })

  it('names ranges, keeps metadata and duplicates sheets', async () => {
    const { namedRange } = await sheet.addNamedRange('Named', area(0, 1, 0, 1))
    await sheet.updateNamedRange(namedRange.namedRangeId, { name: 'Renamed' }, 'name')
    await sheet.deleteNamedRange(namedRange.namedRangeId)
    const location = { sheetId: sheet.sheetId }
    await sheet.createDeveloperMetadata({
      metadataKey: 'k',
      metadataValue: '1',
      visibility: 'DOCUMENT',
      location,
    } as never)
    const dataFilter = { developerMetadataLookup: { metadataKey: 'k' } }
    await sheet.updateDeveloperMetadata([dataFilter] as never, { metadataValue: '2' } as never, 'metadataValue')
    await sheet.deleteDeveloperMetadata(dataFilter as never)
    const twin = await sheet.duplicate({ title: 'Twin', index: 2 })
    expect([twin?.title, twin?.index, twin?.rowCount]).toEqual(['Twin', 2, 30])
    await doc.updateProperties({ locale: 'de_DE' } as never)
    expect(doc.locale).toBe('de_DE')
  })
})
