// Tests of batches as a whole: all or nothing, replies in order, refusals that name their request.
import { describe, expect, it } from 'vitest'
import { toJson } from '../../workbook/json.ts'
import { newBook, range } from '../testing/book.ts'

describe('a batch', () => {
  it('answers each request in its place, with an empty reply where a kind has none', () => {
    const { run } = newBook()
    const replies = run(
      { addSheet: { properties: { sheetId: 7, title: 'Data' } } },
      { updateCells: { start: { sheetId: 7 }, rows: [{ values: [{ note: 'n' }] }], fields: 'note' } },
      { addNamedRange: { namedRange: { namedRangeId: 'mine', name: 'Top', range: { sheetId: 7, endRowIndex: 1 } } } },
    )
    expect(replies).toHaveLength(3)
    expect(replies[0]?.addSheet?.properties).toMatchObject({ sheetId: 7, title: 'Data', index: 1 })
    expect(replies[1]).toEqual({})
    expect(replies[2]?.addNamedRange?.namedRange?.namedRangeId).toBe('mine')
  })

  it('changes nothing when one of its requests fails, whatever the others did before', () => {
    const { book, run, refusal, write } = newBook()
    write(1, 1, [
      ['name', 'n'],
      ['b', 2],
      ['a', '=B2*2'],
    ])
    run(
      { mergeCells: { range: range('E1:F2'), mergeType: 'MERGE_ALL' } },
      { addBanding: { bandedRange: { bandedRangeId: 5, range: range('A1:B3'), rowProperties: banded } } },
      { setBasicFilter: { filter: { range: range('A1:B3') } } },
      { addTable: { table: { name: 'T', range: range('G1:H3') } } },
    )
    const { version: _before, ...before } = structuredClone(toJson(book))
    const sheets = [...book.sheets]
    const message = refusal(
      {
        updateSheetProperties: {
          properties: { sheetId: 0, title: 'Other', gridProperties: { frozenRowCount: 2 } },
          fields: 'title,gridProperties.frozenRowCount',
        },
      },
      { addSheet: { properties: { title: 'More' } } },
      { sortRange: { range: range('A2:B3'), sortSpecs: [{ dimensionIndex: 0 }] } },
      { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 3 } } },
      { deleteDimension: { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 } } },
      { repeatCell: { range: range('A1:H20'), cell: { note: 'x' }, fields: 'note' } },
      {
        updateDimensionProperties: {
          range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 3 },
          properties: { pixelSize: 50, hiddenByUser: true },
          fields: '*',
        },
      },
      { unmergeCells: { range: { sheetId: 0 } } },
      { deleteBanding: { bandedRangeId: 5 } },
      { clearBasicFilter: { sheetId: 0 } },
      {
        createDeveloperMetadata: {
          developerMetadata: { metadataKey: 'k', visibility: 'DOCUMENT', location: { spreadsheet: true } },
        },
      },
      { updateSpreadsheetProperties: { properties: { title: 'New', locale: 'de_DE' }, fields: 'title,locale' } },
      { deleteSheet: { sheetId: 99 } },
    )
    expect(message).toBe('Invalid requests[12].deleteSheet: No sheet with id: 99')
    const { version: _after, ...after } = toJson(book)
    expect(after).toEqual(before)
    expect(book.sheets.every((sheet, index) => sheet === sheets[index])).toBe(true)
  })

  it('says which request is wrong and refuses an empty batch', () => {
    const { refusal } = newBook()
    expect(refusal({ repeatCell: { range: { sheetId: 3 }, cell: {}, fields: 'note' } })).toBe(
      'Invalid requests[0].repeatCell: No grid with id: 3',
    )
    expect(refusal({ repeatCell: { range: range('A1'), cell: {} } })).toBe(
      "Invalid requests[0].repeatCell: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
    )
    expect(refusal({ repeatCell: { range: range('A1:B30'), cell: {}, fields: 'note' } })).toBe(
      'Invalid requests[0].repeatCell: Range (Sheet1!A1:B30) exceeds grid limits. Max rows: 20, max columns: 10',
    )
    expect(refusal()).toBe('Must specify at least one request.')
    expect(refusal({})).toBe('Invalid requests[0]: No request set.')
  })

  it('respects ids that the caller chose and refuses those that are taken', () => {
    const { run, refusal } = newBook()
    const chosen = [
      { addSheet: { properties: { sheetId: 4, title: 'Four' } } },
      { addBanding: { bandedRange: { bandedRangeId: 11, range: { sheetId: 4 }, rowProperties: banded } } },
      { addProtectedRange: { protectedRange: { protectedRangeId: 12, range: { sheetId: 4 } } } },
      { addFilterView: { filter: { filterViewId: 13, title: 'F', range: { sheetId: 4 } } } },
      {
        createDeveloperMetadata: {
          developerMetadata: { metadataId: 14, metadataKey: 'k', visibility: 'DOCUMENT', location: { sheetId: 4 } },
        },
      },
      { addNamedRange: { namedRange: { namedRangeId: 'n1', name: 'One', range: { sheetId: 4 } } } },
    ]
    expect(JSON.stringify(run(...chosen))).toMatch(/"sheetId":4.*:11.*:12.*:13.*:14.*n1/)
    const again = chosen.map((request) => refusal({ ...request }))
    expect(again.every((message) => /already/.test(message ?? ''))).toBe(true)
    expect(again[4]).toBe(
      'Invalid requests[0].createDeveloperMetadata: Cannot add developer metadata with ID [14] because developer metadata with that ID already exists.',
    )
  })

  it('takes a large batch on a large sheet without copying it', () => {
    const { book, run, refusal } = newBook({ rows: 20_000, columns: 4 })
    const line = { values: [1, 2, 3, 4].map((numberValue) => ({ userEnteredValue: { numberValue } })) }
    run({ updateCells: { start: { sheetId: 0 }, rows: Array.from({ length: 20_000 }, () => line), fields: '*' } })
    const untouched = book.sheets[0]!.rows.get(15_000)
    refusal(
      { updateCells: { start: { sheetId: 0 }, rows: [{ values: [{ note: 'x' }] }], fields: 'note' } },
      { deleteSheet: { sheetId: 99 } },
    )
    expect(book.sheets[0]!.rows.get(15_000)).toBe(untouched)
    expect(book.sheets[0]!.rows.get(1)?.get(1)?.note).toBeUndefined()
  })

  it('refuses connected data and comments', () => {
    const { refusal } = newBook()
    expect(refusal({ deleteDataSource: { dataSourceId: 'x' } })).toMatch(/^Invalid requests\[0\]\.deleteDataSource: /)
  })
})

const banded = { firstBandColor: { red: 1 }, secondBandColor: { green: 1 } }
