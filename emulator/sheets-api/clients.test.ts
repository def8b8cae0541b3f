// The npm clients as they are published do their ordinary work against the local APIs.
import { generateKeyPairSync } from 'node:crypto'
import { drive as driveClient } from '@googleapis/drive'
import { sheets as sheetsClient } from '@googleapis/sheets'
import { JWT, OAuth2Client } from 'google-auth-library'
import { GoogleSpreadsheet, type GoogleSpreadsheetWorksheet } from 'google-spreadsheet'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type SheetsApi, startSheetsApi } from './start-sheets-api.ts'

let api: SheetsApi
beforeAll(async () => {
  api = await startSheetsApi({ open: true, quota: false })
})
afterAll(() => api.close())

describe('@googleapis/sheets and @googleapis/drive', () => {
  const clients = () => {
    const auth = new OAuth2Client()
    auth.setCredentials({ access_token: 'any' })
    return {
      sheets: sheetsClient({ version: 'v4', auth, rootUrl: api.url }),
      drive: driveClient({ version: 'v3', auth, rootUrl: api.url }),
    }
  }

  it('make, fill, read and change a spreadsheet', async () => {
    const { sheets } = clients()
    const made = await sheets.spreadsheets.create({
      requestBody: {
        properties: { title: 'By a client', locale: 'de_DE', timeZone: 'Europe/Berlin' },
        sheets: [
          {
            properties: { title: 'Daten', gridProperties: { rowCount: 20, columnCount: 5, frozenRowCount: 1 } },
            data: [
              {
                rowData: [
                  {
                    values: [{ userEnteredValue: { stringValue: 'Kopf' } }, { userEnteredValue: { numberValue: 1.5 } }],
                  },
                ],
              },
            ],
          },
          { properties: { title: 'Zweites', sheetId: 7 } },
        ],
      },
    })
    const spreadsheetId = made.data.spreadsheetId!
    expect(made.data.properties).toMatchObject({ title: 'By a client', locale: 'de_DE', timeZone: 'Europe/Berlin' })
    expect(made.data.sheets?.map(({ properties }) => [properties?.title, properties?.index])).toEqual([
      ['Daten', 0],
      ['Zweites', 1],
    ])
    expect(made.data.sheets?.[0]?.properties?.gridProperties).toEqual({
      rowCount: 20,
      columnCount: 5,
      frozenRowCount: 1,
    })

    const values = await sheets.spreadsheets.values.get({ spreadsheetId, range: 'Daten!A1:B2' })
    expect(values.data.values).toEqual([['Kopf', '1,5']])
    const appended = await sheets.spreadsheets.values.append({
      spreadsheetId,
      range: 'Daten!A:B',
      valueInputOption: 'USER_ENTERED',
      insertDataOption: 'INSERT_ROWS',
      includeValuesInResponse: true,
      requestBody: { values: [['Zeile', '2,5']] },
    })
    expect(appended.data.updates?.updatedData?.values).toEqual([['Zeile', '2,5']])
    const batch = await sheets.spreadsheets.batchUpdate({
      spreadsheetId,
      requestBody: {
        requests: [{ updateSheetProperties: { properties: { sheetId: 7, title: 'Umbenannt' }, fields: 'title' } }],
        includeSpreadsheetInResponse: true,
      },
    })
    expect(batch.data.updatedSpreadsheet?.sheets?.[1]?.properties?.title).toBe('Umbenannt')
    const copied = await sheets.spreadsheets.sheets.copyTo({
      spreadsheetId,
      sheetId: 7,
      requestBody: { destinationSpreadsheetId: spreadsheetId },
    })
    expect(copied.data).toMatchObject({ title: expect.stringContaining('Umbenannt'), index: 2 })
    const partial = await sheets.spreadsheets.getByDataFilter({
      spreadsheetId,
      requestBody: { dataFilters: [{ a1Range: 'Daten!A1:B1' }], includeGridData: true },
    })
    expect(partial.data.sheets).toHaveLength(1)
    expect(partial.data.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[1]?.effectiveValue).toEqual({ numberValue: 1.5 })
    await expect(sheets.spreadsheets.values.get({ spreadsheetId, range: 'Nirgends!A1' })).rejects.toMatchObject({
      status: 400,
      message: 'Unable to parse range: Nirgends!A1',
    })
  })

  it('keep files with properties, search, share, copy and export them', async () => {
    const { drive, sheets } = clients()
    const spreadsheet = 'application/vnd.google-apps.spreadsheet'
    const folder = await drive.files.create({
      requestBody: { name: 'Exports', mimeType: 'application/vnd.google-apps.folder' },
    })
    const made = await drive.files.create({
      requestBody: {
        name: "Ann's list",
        mimeType: spreadsheet,
        parents: [folder.data.id!],
        appProperties: { operation: 'op-1' },
      },
      fields: 'id,version,appProperties,parents',
    })
    const fileId = made.data.id!
    expect(made.data).toMatchObject({ appProperties: { operation: 'op-1' }, parents: [folder.data.id] })
    const q = `appProperties has { key='operation' and value='op-1' } and trashed = false and name = 'Ann\\'s list'`
    const found = await drive.files.list({ q, fields: 'files(id,name)' })
    expect(found.data).toEqual({ files: [{ id: fileId, name: "Ann's list" }] })

    await sheets.spreadsheets.values.update({
      spreadsheetId: fileId,
      range: 'A1',
      valueInputOption: 'RAW',
      requestBody: { values: [['a', 'say "b", please'], ['c']] },
    })
    const after = await drive.files.get({ fileId, fields: 'version,modifiedTime' })
    expect(Number(after.data.version)).toBeGreaterThan(Number(made.data.version))
    const csv = await drive.files.export({ fileId, mimeType: 'text/csv' }, { responseType: 'text' })
    expect(csv.data).toBe('a,"say ""b"", please"\r\nc,')

    const permission = await drive.permissions.create({
      fileId,
      sendNotificationEmail: false,
      requestBody: { type: 'user', role: 'reader', emailAddress: 'reader@example.com' },
    })
    const listed = await drive.permissions.list({ fileId, fields: 'permissions(id,role,emailAddress)' })
    expect(listed.data.permissions).toHaveLength(2)
    await drive.permissions.delete({ fileId, permissionId: permission.data.id! })

    await drive.files.update({
      fileId,
      requestBody: { name: 'Renamed', trashed: true },
      removeParents: folder.data.id!,
    })
    expect((await sheets.spreadsheets.get({ spreadsheetId: fileId })).data.properties?.title).toBe('Renamed')
    const copy = await drive.files.copy({ fileId })
    expect(copy.data.name).toBe('Copy of Renamed')
    expect((await drive.revisions.list({ fileId })).data.revisions).toHaveLength(1)
    await drive.files.delete({ fileId })
    await expect(drive.files.get({ fileId })).rejects.toMatchObject({
      status: 404,
      message: `File not found: ${fileId}.`,
    })
  })
})

describe('google-spreadsheet', () => {
  afterEach(() => vi.unstubAllGlobals())
  /** The client knows no other address than Google's, so its requests are led here on their way out. */
  const leadHere = () => {
    const own = globalThis.fetch
    vi.stubGlobal('fetch', (input: RequestInfo | URL, init?: RequestInit) => {
      const request = new Request(input, init)
      const { pathname, search } = new URL(request.url)
      return own(new Request(api.url + pathname + search, request))
    })
  }
  const headed = async (): Promise<[GoogleSpreadsheet, GoogleSpreadsheetWorksheet]> => {
    leadHere()
    const doc = await GoogleSpreadsheet.createNewSpreadsheetDocument({ token: 'any' }, { title: 'Rows' })
    const sheet = await doc.addSheet({ title: 'People: all', headerValues: ['name', 'age', 'joined'] })
    return [doc, sheet]
  }

  it('adds, reads, changes and deletes rows', async () => {
    const [doc, sheet] = await headed()
    await sheet.updateProperties({ title: 'People' })
    await sheet.addRows([
      { name: 'Ann', age: 41, joined: '2024-05-06' },
      { name: 'Bo', age: '=20+2', joined: '' },
    ])
    await sheet.addRow(['Cy', 33], { insert: true, raw: true })
    const rows = await sheet.getRows()
    expect(rows.map((row) => row.toObject())).toEqual([
      { name: 'Ann', age: '41', joined: '2024-05-06' },
      { name: 'Bo', age: '22', joined: '' },
      { name: 'Cy', age: '33', joined: '' },
    ])
    rows[0]!.set('age', 42)
    await rows[0]!.save()
    await rows[1]!.delete()
    expect((await sheet.getRows({ offset: 0, limit: 5 })).map((row) => row.get('name'))).toEqual(['Ann', 'Cy'])
    await sheet.clearRows()
    expect(await sheet.getRows()).toEqual([])
    await doc.loadInfo(true)
    expect(doc.title).toBe('Rows')
    expect(doc.sheetsByTitle.People!.rowCount).toBe(1001)
  })

  it('loads and saves cells with values, formulas, formats and notes', async () => {
    const [doc, sheet] = await headed()
    await sheet.loadCells('A1:C5')
    const [number, formula, date] = [sheet.getCell(1, 0), sheet.getCellByA1('B2'), sheet.getCell(1, 2)]
    number.value = 12.5
    number.numberFormat = { type: 'CURRENCY', pattern: '"$"#,##0.00' }
    number.textFormat = { bold: true }
    number.note = 'in dollars'
    formula.formula = '=A2*2'
    date.value = true
    await sheet.saveUpdatedCells()
    await doc.loadInfo()
    sheet.resetLocalCache(true)
    await sheet.loadCells(['A1:C2'])
    expect(sheet.getCell(1, 0)).toMatchObject({ value: 12.5, formattedValue: '$12.50', note: 'in dollars' })
    expect(sheet.getCell(1, 0).textFormat).toMatchObject({ bold: true })
    expect(sheet.getCell(1, 1)).toMatchObject({ value: 25, formula: '=A2*2' })
    expect(sheet.getCell(1, 2).value).toBe(true)
    expect(await sheet.getCellsInRange('A1:C2')).toEqual([
      ['name', 'age', 'joined'],
      ['$12.50', '$25.00', 'TRUE'],
    ])
  })

  it('changes sheets: resizes, merges, moves, duplicates, protects and deletes', async () => {
    const [doc, sheet] = await headed()
    await sheet.resize({ rowCount: 50, columnCount: 8 })
    await sheet.mergeCells({
      startRowIndex: 2,
      endRowIndex: 4,
      startColumnIndex: 0,
      endColumnIndex: 2,
      sheetId: sheet.sheetId,
    })
    await sheet.updateDimensionProperties(
      'COLUMNS',
      { pixelSize: 200, hiddenByUser: false, developerMetadata: [] },
      { startIndex: 0, endIndex: 1 },
    )
    await sheet.insertDimension('ROWS', { startIndex: 5, endIndex: 7 }, false)
    await doc.addNamedRange('everyone', {
      sheetId: sheet.sheetId,
      startRowIndex: 0,
      endRowIndex: 5,
      startColumnIndex: 0,
      endColumnIndex: 2,
    })
    const copy = await sheet.duplicate({ title: 'Twin' })
    await doc.loadInfo()
    expect(doc.sheetsByIndex.map(({ title, rowCount, columnCount }) => [title, rowCount, columnCount])).toEqual(
      [
        ['Sheet1', 1000, 26],
        ['People: all', 52, 8],
        ['Twin', 52, 8],
      ].toSorted((one, other) => doc.sheetsByTitle[one[0]!]!.index - doc.sheetsByTitle[other[0]!]!.index),
    )
    await copy.delete()
    await doc.sheetsByIndex[0]!.clear()
    await doc.setPublicAccessLevel('reader')
    expect((await doc.listPermissions()).map(({ type, role }) => [type, role])).toEqual([
      ['user', 'owner'],
      ['anyone', 'reader'],
    ])
    await doc.delete()
    await expect(doc.loadInfo()).rejects.toThrow('Requested entity was not found.')
  })

  it('signs in as a service account with its own library', async () => {
    leadHere()
    const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' })
    const auth = new JWT({
      email: 'robot@project.iam.gserviceaccount.com',
      key: String(key),
      transporterOptions: { fetchImplementation: globalThis.fetch },
      scopes: ['https://www.googleapis.com/auth/spreadsheets'],
    })
    const doc = await GoogleSpreadsheet.createNewSpreadsheetDocument(auth, { title: 'Of a robot' })
    await doc.loadInfo()
    expect(doc.title).toBe('Of a robot')
    expect(api.files.get(doc.spreadsheetId)?.owner).toBe('robot@project.iam.gserviceaccount.com')
  })
})
