// Reading and writing values over HTTP, as recorded clients do it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type SheetsApi, startSheetsApi } from '../start-sheets-api.ts'
import { type Ask, asker, newSpreadsheet } from '../testing/ask.ts'

let api: SheetsApi
let ask: Ask
let book: string
beforeAll(async () => {
  api = await startSheetsApi({ open: true, quota: false })
  ask = asker(api.url)
})
beforeEach(async () => {
  book = await newSpreadsheet(ask)
})
afterAll(() => api.close())

const at = (range: string) => `${book}/values/${encodeURIComponent(range)}`
const put = (range: string, values: unknown, option = 'RAW', more: object = {}) =>
  ask('PUT', `${at(range)}?valueInputOption=${option}`, { values, ...more })
const get = async (range: string, query = '') => (await ask('GET', `${at(range)}${query}`)).body
const append = (range: string, values: unknown, query = '') =>
  ask('POST', `${at(range)}:append?valueInputOption=RAW${query}`, { values })
const refusal = (answer: { status: number; body: { error: { message: string } } }) => {
  expect(answer.status).toBe(400)
  return answer.body.error.message
}

describe('ranges', () => {
  it.each([
    ['A1', 'Sheet1!A1'],
    ["'Sheet1'!A1:B2", 'Sheet1!A1:B2'],
    ['sheet1!b2:a1', 'Sheet1!A1:B2'],
    ['Sheet1', 'Sheet1!A1:Z1000'],
    ['Sheet1!A:A', 'Sheet1!A1:A1000'],
    ['Sheet1!2:2', 'Sheet1!A2:Z2'],
    ['Sheet1!A2:2', 'Sheet1!A2:Z2'],
    ['A5:A', 'Sheet1!A5:A1000'],
    ['$A$1:$C$3', 'Sheet1!A1:C3'],
    ['R2C3', 'Sheet1!C2'],
    ['Sheet1!R1C1:R2C2', 'Sheet1!A1:B2'],
    ['Sheet1!A1:ZZ5', 'Sheet1!A1:Z5'],
  ])('%s is read as %s', async (text, range) => {
    expect((await get(text)).range).toBe(range)
  })

  it.each(['Nowhere!A1', 'A1:B2:C3', 'Sheet1!', 'Sheet1!A0', 'Sheet1!nothing', "'Funnel'!'Funnel'!A1", 'A'])(
    '%s cannot be read',
    async (text) => {
      expect(refusal(await ask('GET', at(text)))).toBe(`Unable to parse range: ${text}`)
    },
  )

  it('that begin outside the grid are refused, whatever asks for them', async () => {
    const limits = 'exceeds grid limits. Max rows: 1000, max columns: 26'
    expect(refusal(await ask('GET', at('AA1')))).toBe(`Range (Sheet1!AA1) ${limits}`)
    expect(refusal(await ask('GET', at('A1001:B')))).toBe(`Range (Sheet1!A1001:B) ${limits}`)
    const cleared = await ask('POST', `${book}/values:batchClear`, { ranges: ['A1', 'Sheet1!A1001:ZZ'] })
    expect(refusal(cleared)).toBe(`Invalid range[1]: Range (Sheet1!A1001:ZZ) ${limits}`)
    const written = await ask('POST', `${book}/values:batchUpdate`, {
      valueInputOption: 'RAW',
      data: [
        { range: 'A1', values: [['kept?']] },
        { range: 'No!A1', values: [] },
      ],
    })
    expect(refusal(written)).toBe('Invalid data[1]: Unable to parse range: No!A1')
    expect(await get('A1')).toEqual({ range: 'Sheet1!A1', majorDimension: 'ROWS' })
  })

  it('of oddly named sheets are quoted when shown, and named ranges are found', async () => {
    for (const title of ['two words', "O'Hara", 'D3', 'Лист1', 'Plain_2'])
      await ask('POST', `${book}:batchUpdate`, { requests: [{ addSheet: { properties: { title } } }] })
    expect((await get("'two words'!A1")).range).toBe("'two words'!A1")
    expect((await get('two words!A1')).range).toBe("'two words'!A1")
    expect((await get("'O''Hara'!A1")).range).toBe("'O''Hara'!A1")
    expect((await get("'D3'!A1")).range).toBe("'D3'!A1")
    expect((await get('D3')).range).toBe('Sheet1!D3')
    expect((await get('Лист1!A1')).range).toBe("'Лист1'!A1")
    expect((await get('Plain_2!A1')).range).toBe('Plain_2!A1')
    const range = { sheetId: 0, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 1, endColumnIndex: 2 }
    await ask('POST', `${book}:batchUpdate`, {
      requests: [{ addNamedRange: { namedRange: { name: 'Costs', range } } }],
    })
    expect((await get('Costs')).range).toBe('Sheet1!B2:B3')
  })
})

describe('values', () => {
  it('are written, counted, trimmed and read back', async () => {
    const values = [
      ['A1', 'B1', '', 'D1'],
      ['', 'b2', '', ''],
      ['', '', '', ''],
      ['A4', 4, true, 'd4'],
    ]
    expect((await put('Sheet1!A1:D4', values)).body).toEqual({
      spreadsheetId: book.split('/').at(-1),
      updatedRange: 'Sheet1!A1:D4',
      updatedRows: 4,
      updatedColumns: 4,
      updatedCells: 16,
    })
    expect(await get('Sheet1!A1:F6')).toEqual({
      range: 'Sheet1!A1:F6',
      majorDimension: 'ROWS',
      values: [['A1', 'B1', '', 'D1'], ['', 'b2'], [], ['A4', '4', 'TRUE', 'd4']],
    })
    expect((await get('A1:D4', '?majorDimension=COLUMNS')).values).toEqual([
      ['A1', '', '', 'A4'],
      ['B1', 'b2', '', '4'],
      ['', '', '', 'TRUE'],
      ['D1', '', '', 'd4'],
    ])
    expect((await get('A4:D4', '?valueRenderOption=UNFORMATTED_VALUE')).values).toEqual([['A4', 4, true, 'd4']])
  })

  it('that are null leave their cells, empty texts empty them', async () => {
    await put('A1:C2', [
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ])
    const { body } = await put('A1:C2', [
      ['x', null, null],
      [null, null, ''],
    ])
    expect(body).toMatchObject({ updatedRange: 'Sheet1!A1:C2', updatedRows: 2, updatedColumns: 2, updatedCells: 2 })
    expect((await get('A1:C2')).values).toEqual([
      ['x', 'b', 'c'],
      ['d', 'e'],
    ])
    expect((await put('A1:C2', [[null]])).body).toEqual({
      spreadsheetId: body.spreadsheetId,
      updatedRange: 'Sheet1!A1',
    })
    const { body: ends } = await put('A1:C2', [[null, 'y', null], [null]])
    expect(ends).toMatchObject({ updatedRange: 'Sheet1!A1:B1', updatedRows: 1, updatedColumns: 1, updatedCells: 1 })
  })

  it('are taken as typed or as they are', async () => {
    const typed = [['0042', '=1+1', 'TRUE', '2020-01-01', "'7", '50%']]
    await put('A1', typed, 'USER_ENTERED')
    await put('A2', typed)
    expect((await get('A1:F1', '?valueRenderOption=UNFORMATTED_VALUE')).values).toEqual([
      [42, 2, true, 43831, '7', 0.5],
    ])
    expect((await get('A1:F1', '?valueRenderOption=FORMULA')).values[0][1]).toBe('=1+1')
    expect(
      (await get('D1', '?valueRenderOption=UNFORMATTED_VALUE&dateTimeRenderOption=FORMATTED_STRING')).values,
    ).toEqual([['2020-01-01']])
    expect((await get('A2:F2', '?valueRenderOption=UNFORMATTED_VALUE')).values).toEqual(typed)
  })

  it('of formulas reach sheets whose names no other program takes', async () => {
    const title = "It's 3/4: a name of more than thirty-one characters [2026]?"
    await ask('POST', `${book}:batchUpdate`, { requests: [{ addSheet: { properties: { title } } }] })
    const quoted = `'${title.replace("'", "''")}'`
    await put(`${quoted}!A1`, [[20]])
    await put('A1', [[`=${quoted}!A1*2+2`, `=SUM(${quoted}!A:A)`]], 'USER_ENTERED')
    expect((await get('A1:B1')).values).toEqual([['42', '20']])
  })

  it('of formulas are exact, and of functions that Google alone has', async () => {
    const formulas = [
      '=PI()',
      '=1/3',
      '=0.1+0.2',
      '=4.35*100',
      '=HYPERLINK("https://a.example/?x=(1,2)","link")',
      '=ARRAYFORMULA({1,2}*1.1)',
    ]
    await put('A1', [formulas], 'USER_ENTERED')
    expect((await get('A1:G1', '?valueRenderOption=UNFORMATTED_VALUE')).values).toEqual([
      [Math.PI, 1 / 3, 0.1 + 0.2, 4.35 * 100, 'link', 1.1, 2.2],
    ])
    expect((await get('A1:C1')).values).toEqual([['3.141592654', '0.3333333333', '0.3']])
  })

  it('of formulas are shown as dates, or in the format of the cells that they name', async () => {
    await put('A1', [['$5.00', '12.5%', '2020-01-31', '2020-02-01']], 'USER_ENTERED')
    await put('A2', [['=A1*2', '=B1', '=C1+1', '=D1-C1', '=DATE(2020,3,4)', '=SUM(A1:A1)', '=A1&"!"']], 'USER_ENTERED')
    expect((await get('A2:G2')).values).toEqual([['$10.00', '12.50%', '2020-02-01', '1', '3/4/2020', '$5.00', '5!']])
  })

  it('go on from a single cell, and stay within a range', async () => {
    expect((await put('Y1', [[1, 2]])).body.updatedRange).toBe('Sheet1!Y1:Z1')
    expect(refusal(await put('A1:B1', [[1, 2, 3]]))).toBe(
      'Requested writing within range [Sheet1!A1:B1], but tried writing to column [C]',
    )
    expect(refusal(await put('A1:B1', [[1], [2]]))).toBe(
      'Requested writing within range [Sheet1!A1:B1], but tried writing to row [2]',
    )
    expect(refusal(await put('A1:B1', [[1]], 'RAW', { range: 'A1:B2' }))).toBe(
      "Request range[A1:B1] does not match value's range[A1:B2]",
    )
    expect(refusal(await ask('PUT', at('A1'), { values: [[1]] }))).toBe(
      "'valueInputOption' is required but not specified",
    )
    expect(refusal(await put('A1', [['x'.repeat(50_001)]]))).toBe(
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    )
    expect((await get('A1:B1')).values).toBeUndefined()
  })

  it('come back with the answer when asked for', async () => {
    const { body } = await ask(
      'PUT',
      `${at('B2:C3')}?valueInputOption=USER_ENTERED&includeValuesInResponse=true&responseValueRenderOption=FORMULA`,
      { values: [['=1+1']] },
    )
    expect(body.updatedData).toEqual({ range: 'Sheet1!B2', majorDimension: 'ROWS', values: [['=1+1']] })
  })

  it('are written to many ranges at once, all or none', async () => {
    const { body } = await ask('POST', `${book}/values:batchUpdate`, {
      valueInputOption: 'RAW',
      data: [
        { range: 'Sheet1!A1:D1', values: [['A1', 'B1', '', 'D1']] },
        { range: 'Sheet1!A4:D4', values: [['A4', 'B4', '', 'D4']] },
      ],
    })
    expect(body).toMatchObject({
      totalUpdatedRows: 2,
      totalUpdatedColumns: 4,
      totalUpdatedCells: 8,
      totalUpdatedSheets: 1,
      responses: [{ updatedRange: 'Sheet1!A1:D1', updatedCells: 4 }, { updatedRange: 'Sheet1!A4:D4' }],
    })
    const read = await ask('GET', `${book}/values:batchGet?ranges=A1:B1&ranges=A4:B9&ranges=Z1`)
    expect(read.body.valueRanges).toEqual([
      { range: 'Sheet1!A1:B1', majorDimension: 'ROWS', values: [['A1', 'B1']] },
      { range: 'Sheet1!A4:B9', majorDimension: 'ROWS', values: [['A4', 'B4']] },
      { range: 'Sheet1!Z1', majorDimension: 'ROWS' },
    ])
  })

  it('are cleared, and their formats kept', async () => {
    await put('A1:B1', [['5%', 'x']], 'USER_ENTERED')
    expect((await ask('POST', `${at('A1:B1')}:clear`)).body.clearedRange).toBe('Sheet1!A1:B1')
    expect((await get('A1:B1')).values).toBeUndefined()
    await put('A1', [[0.25]])
    expect((await get('A1')).values).toEqual([['25%']])
    expect((await ask('POST', `${book}/values:batchClear`, { ranges: ['A1', 'B:B'] })).body.clearedRanges).toEqual([
      'Sheet1!A1',
      'Sheet1!B1:B1000',
    ])
  })
})

describe('append', () => {
  /** The two tables of Google's guide: A1:C2 and B4:D6. */
  const twoTables = async () => {
    await put('A1:C2', [
      ['x', 'y', 'z'],
      ['x', 'y', 'z'],
    ])
    await put('B4:D6', [
      ['x', 'y', 'z'],
      ['x', 'y', 'z'],
      ['x', 'y', 'z'],
    ])
  }
  it.each([
    ['Sheet1', 'B7:C7', 'B4:D6'],
    ['C5:D5', 'B7:C7', 'B4:D6'],
    ['B2:D4', 'B7:C7', 'B4:D6'],
    ['A3:G10', 'B7:C7', 'B4:D6'],
    ['A1', 'A3:B3', 'A1:C2'],
    ['E4', 'E4:F4', undefined],
  ])('to %s goes to %s', async (range, written, table) => {
    await twoTables()
    const { body } = await append(range, [[1, 2]])
    expect(body.updates.updatedRange).toBe(`Sheet1!${written}`)
    expect(body.tableRange).toBe(table && `Sheet1!${table}`)
  })

  it('finds the last of two blocks that an empty cell parts', async () => {
    expect((await append('Sheet1', [['x', '', 'z']])).body).toMatchObject({
      updates: { updatedRange: 'Sheet1!A1:C1', updatedCells: 3 },
    })
    const { body } = await append('Sheet1', [['x', '', 'z']])
    expect(body).toMatchObject({ tableRange: 'Sheet1!C1', updates: { updatedRange: 'Sheet1!C2:E2' } })
  })

  it('fills the row that was made empty for it', async () => {
    await put('A1:B3', [
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ])
    const range = { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 }
    await ask('POST', `${book}:batchUpdate`, { requests: [{ insertDimension: { range } }] })
    const { body } = await append('A2', [['new', 'row']])
    expect(body).not.toHaveProperty('tableRange')
    expect((await get('A1:B4')).values).toEqual([
      ['a', 'b'],
      ['new', 'row'],
      ['c', 'd'],
      ['e', 'f'],
    ])
  })

  it('takes an empty cell within a table for a part of it', async () => {
    await put('A1:C3', [
      ['a', 'b', 'c'],
      ['d', '', 'f'],
      ['g', 'h', 'i'],
    ])
    expect((await append('B2', [['new']])).body).toMatchObject({
      tableRange: 'Sheet1!A1:C3',
      updates: { updatedRange: 'Sheet1!A4' },
    })
  })

  it('grows the grid downwards, or moves what is below when rows are to be inserted', async () => {
    await put('A1000', [['last']])
    expect((await append('A1000', [['one'], ['more']])).body.updates.updatedRange).toBe('Sheet1!A1001:A1002')
    expect((await ask('GET', `${book}?fields=sheets.properties.gridProperties.rowCount`)).body).toEqual({
      sheets: [{ properties: { gridProperties: { rowCount: 1002 } } }],
    })
    await put('C1:C3', [['head'], [''], ['below']])
    const { body } = await append('C1', [['new']], '&insertDataOption=INSERT_ROWS')
    expect(body).toMatchObject({ tableRange: 'Sheet1!C1', updates: { updatedRange: 'Sheet1!C2' } })
    expect((await get('C1:C4')).values).toEqual([['head'], ['new'], [], ['below']])
  })
})

describe('data filters', () => {
  it('name ranges by grid, by A1 notation and by the metadata on them', async () => {
    const metadata = { metadataKey: 'row', metadataValue: 'r7', visibility: 'DOCUMENT' }
    const dimensionRange = { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 }
    const made = await ask('POST', `${book}:batchUpdate`, {
      requests: [{ createDeveloperMetadata: { developerMetadata: { ...metadata, location: { dimensionRange } } } }],
    })
    const id = made.body.replies[0].createDeveloperMetadata.developerMetadata.metadataId
    const lookup = { developerMetadataLookup: { metadataKey: 'row' } }
    const written = await ask('POST', `${book}/values:batchUpdateByDataFilter`, {
      valueInputOption: 'RAW',
      data: [{ dataFilter: lookup, majorDimension: 'ROWS', values: [['by', 'metadata']] }],
    })
    expect(written.body).toMatchObject({
      totalUpdatedCells: 2,
      responses: [{ updatedRange: 'Sheet1!A2:B2', dataFilter: lookup }],
    })
    const read = await ask('POST', `${book}/values:batchGetByDataFilter`, {
      dataFilters: [lookup, { a1Range: 'A1:A2' }, { gridRange: { endRowIndex: 2, endColumnIndex: 1 } }],
    })
    expect(read.body.valueRanges).toEqual([
      {
        valueRange: { range: 'Sheet1!A2:Z2', majorDimension: 'ROWS', values: [['by', 'metadata']] },
        dataFilters: [lookup],
      },
      {
        valueRange: { range: 'Sheet1!A1:A2', majorDimension: 'ROWS', values: [[], ['by']] },
        dataFilters: [{ a1Range: 'A1:A2' }, { gridRange: { endRowIndex: 2, endColumnIndex: 1 } }],
      },
    ])
    const entry = {
      metadataId: id,
      ...metadata,
      location: { locationType: 'ROW', dimensionRange: { dimension: 'ROWS', startIndex: 1, endIndex: 2 } },
    }
    expect((await ask('GET', `${book}/developerMetadata/${id}`)).body).toEqual(entry)
    expect((await ask('POST', `${book}/developerMetadata:search`, { dataFilters: [lookup] })).body).toEqual({
      matchedDeveloperMetadata: [{ developerMetadata: entry, dataFilters: [lookup] }],
    })
    expect(
      (
        await ask('POST', `${book}/developerMetadata:search`, {
          dataFilters: [{ developerMetadataLookup: { metadataKey: 'no' } }],
        })
      ).body,
    ).toEqual({})
    const cleared = await ask('POST', `${book}/values:batchClearByDataFilter`, { dataFilters: [lookup] })
    expect(cleared.body.clearedRanges).toEqual(['Sheet1!A2:Z2'])
  })
})
