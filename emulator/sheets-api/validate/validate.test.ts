// What Google's servers refuse before a method is called, and in which words.
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SheetsApi, startSheetsApi } from '../start-sheets-api.ts'
import { type Ask, asker, newSpreadsheet } from '../testing/ask.ts'

let api: SheetsApi
let ask: Ask
let book: string
beforeAll(async () => {
  api = await startSheetsApi({ open: true, quota: false })
  ask = asker(api.url)
  book = await newSpreadsheet(ask)
})
afterAll(() => api.close())

const message = async (path: string, body: unknown, method = 'POST') => {
  const { status, body: answer } = await ask(method, book + path, body)
  expect(status).toBe(400)
  expect(answer.error).toMatchObject({ code: 400, status: 'INVALID_ARGUMENT' })
  return answer.error.message as string
}

describe('a body', () => {
  it('with unknown names is refused once for all of them', async () => {
    const { body } = await ask('POST', `${book}:batchUpdate`, {
      requests: [{ addSheet: { properties: { name: 'x' } } }, { frobnicate: {} }],
      dryRun: true,
    })
    const first = `Invalid JSON payload received. Unknown name "name" at 'requests[0].add_sheet.properties': Cannot find field.`
    const second = `Invalid JSON payload received. Unknown name "frobnicate" at 'requests[1]': Cannot find field.`
    const third = 'Invalid JSON payload received. Unknown name "dryRun": Cannot find field.'
    expect(body).toEqual({
      error: {
        code: 400,
        message: `${first}\n${second}\n${third}`,
        status: 'INVALID_ARGUMENT',
        details: [
          {
            '@type': 'type.googleapis.com/google.rpc.BadRequest',
            fieldViolations: [
              { field: 'requests[0].add_sheet.properties', description: first },
              { field: 'requests[1]', description: second },
              { description: third },
            ],
          },
        ],
      },
    })
  })

  it('that is one field of the request names places under it', async () => {
    expect(await message('/values/A1?valueInputOption=RAW', { data: [] }, 'PUT')).toBe(
      `Invalid JSON payload received. Unknown name "data" at 'data': Cannot find field.`,
    )
    const { body } = await ask('POST', '/v4/spreadsheets', { properties: { title: ['x'] } })
    expect(body.error.message).toBe(
      `Invalid JSON payload received. Unknown name "title" at 'spreadsheet.properties': Proto field is not repeating, cannot start list.`,
    )
  })

  it.each([
    [
      { addSheet: { properties: { sheetId: 'abc' } } },
      `'requests[0].add_sheet.properties.sheet_id' (TYPE_INT32), "abc"`,
    ],
    [{ addSheet: { properties: { sheetId: 1.5 } } }, `'requests[0].add_sheet.properties.sheet_id' (TYPE_INT32), 1.5`],
    [
      { addSheet: { properties: { sheetId: 3e9 } } },
      `'requests[0].add_sheet.properties.sheet_id' (TYPE_INT32), 3000000000`,
    ],
    [{ addSheet: { properties: { hidden: 'yes' } } }, `'requests[0].add_sheet.properties.hidden' (TYPE_BOOL), "yes"`],
    [{ addSheet: { properties: { title: 7 } } }, `'requests[0].add_sheet.properties.title' (TYPE_STRING), 7`],
    [{ addSheet: 'x' }, `'requests[0].add_sheet' (type.googleapis.com/google.apps.sheets.v4.AddSheetRequest), "x"`],
    [
      { addSheet: { properties: { title: {} } } },
      `'requests[0].add_sheet.properties' (title), Starting an object on a scalar field`,
    ],
    [
      { updateBorders: { top: { style: 'WAVY' } } },
      `'requests[0].update_borders.top.style' (type.googleapis.com/google.apps.sheets.v4.Style), "WAVY"`,
    ],
    [
      { addSheet: {}, deleteSheet: {} },
      `'requests[0]' (oneof), oneof field 'kind' is already set. Cannot set 'deleteSheet'`,
    ],
  ])('%j is an invalid value', async (request, expected) => {
    expect(await message(':batchUpdate', { requests: [request] })).toBe(`Invalid value at ${expected}`)
  })

  it('may be written in snake case, with numbers and enumerations as text or number, and with nulls', async () => {
    const { status, body } = await ask('PUT', `${book}/values/D1?value_input_option=RAW`, {
      major_dimension: 2,
      range: null,
      values: [['x', 'y']],
    })
    expect(status).toBe(200)
    expect(body.updatedRange).toBe('Sheet1!D1:D2')
  })

  it('that is no JSON is shown where it breaks', async () => {
    expect(await message(':batchUpdate', '{"requests": [}')).toBe(
      'Invalid JSON payload received. Unexpected token.\n{"requests": [}\n              ^',
    )
  })

  it('may come packed, and one that is not what it says it is breaks nothing', async () => {
    const packed = gzipSync(JSON.stringify({ values: [['packed']] }))
    const send = (body: Uint8Array<ArrayBuffer>, path = `${book}/values/H1?valueInputOption=RAW`) =>
      fetch(api.url + path, {
        method: path.startsWith('/v4') ? 'PUT' : 'POST',
        headers: { authorization: 'Bearer any', 'content-type': 'application/json', 'content-encoding': 'gzip' },
        body,
      })
    expect((await send(new Uint8Array(packed))).status).toBe(200)
    expect((await send(new TextEncoder().encode('no gzip'))).status).toBe(400)
    expect((await send(new Uint8Array(gzipSync('{')), '/emulator/faults')).status).toBe(400)
    expect((await ask('GET', `${book}/values/H1`)).body.values).toEqual([['packed']])
  })

  it('of values is a list of lists of scalars', async () => {
    const list = 'type.googleapis.com/google.protobuf.ListValue'
    const update = '/values/A1?valueInputOption=RAW'
    expect(await message(update, { values: 'X' }, 'PUT')).toBe(`Invalid value at 'data.values' (${list}), "X"`)
    expect(await message(update, { values: ['X', 1] }, 'PUT')).toBe(
      `Invalid value at 'data.values[0]' (${list}), "X"\nInvalid value at 'data.values[1]' (${list}), 1`,
    )
    expect(await message(update, { values: [['ok', [1]]] }, 'PUT')).toBe(
      'Invalid values[0][1]: list_value \t {\n  values {\n    number_value: 1.0\n  }\n}\n',
    )
  })
})

describe('a query', () => {
  it('takes what the method has, whatever the case of true and false, and refuses the rest', async () => {
    expect((await ask('GET', `${book}?includeGridData=False`)).status).toBe(200)
    expect(await message('?includeGridData=maybe', undefined, 'GET')).toBe(
      `Invalid value at 'include_grid_data' (TYPE_BOOL), "maybe"`,
    )
    expect(await message('?colour=red', undefined, 'GET')).toBe(
      `Invalid JSON payload received. Unknown name "colour": Cannot bind query parameter. Field 'colour' could not be found in request message.`,
    )
    expect(await message('/values/A1?valueInputOption=USER_ENTER', { values: [] }, 'PUT')).toBe(
      `Invalid value at 'value_input_option' (type.googleapis.com/google.apps.sheets.v4.ValueInputOption), "USER_ENTER"`,
    )
  })

  it('with a mask that fits nothing is refused with the path', async () => {
    const { status, body } = await ask('GET', `${book}?fields=sheets.sheetProperties`)
    expect(status).toBe(400)
    expect(body.error.message).toBe('Request contains an invalid argument.')
    expect(body.error.details[0].fieldViolations[0].description).toBe(
      "Error expanding 'fields' parameter. Cannot find matching fields for path 'sheets.sheetProperties'.",
    )
  })

  it.each([
    ['sheets.properties.title', { sheets: [{ properties: { title: 'Sheet1' } }] }],
    ['sheets(properties(title,index))', { sheets: [{ properties: { title: 'Sheet1', index: 0 } }] }],
    [
      'sheets/properties/sheetId,properties/title',
      { sheets: [{ properties: { sheetId: 0 } }], properties: { title: 'Book' } },
    ],
    ['sheets.properties.tabColorStyle', { sheets: [{ properties: {} }] }],
    ['namedRanges', {}],
  ])('fields=%s leaves only that', async (mask, expected) => {
    expect((await ask('GET', `${book}?fields=${encodeURIComponent(mask)}`)).body).toEqual(expected)
  })
})

describe('an address', () => {
  it('may end in slashes, escape its colons and name its method in a header', async () => {
    expect((await ask('GET', `${book}/`)).status).toBe(200)
    expect((await ask('POST', `${book}/:batchUpdate`, { requests: [] })).body.error.message).toBe(
      'Must specify at least one request.',
    )
    expect((await ask('GET', `${book}/values/Sheet1!A1:B2`)).body.range).toBe('Sheet1!A1:B2')
    expect((await ask('GET', `${book}/values/Sheet1%21A1%3AB2`)).body.range).toBe('Sheet1!A1:B2')
    const over = await ask(
      'POST',
      `${book}/values/F9?valueInputOption=RAW`,
      { values: [[1]] },
      { 'x-http-method-override': 'PUT' },
    )
    expect(over.body.updatedRange).toBe('Sheet1!F9')
  })

  it('that no method has is answered by a page', async () => {
    const { status, text } = await ask('GET', '/v4/nothing')
    expect(status).toBe(404)
    expect(text).toContain('was not found on this server')
  })

  it('with a number that is none is refused', async () => {
    expect(await message('/sheets/first:copyTo', {})).toBe(`Invalid value at 'sheet_id' (TYPE_INT32), "first"`)
  })

  it('of a spreadsheet that is not there is a 404', async () => {
    expect((await ask('GET', '/v4/spreadsheets/missing')).body).toEqual({
      error: { code: 404, message: 'Requested entity was not found.', status: 'NOT_FOUND' },
    })
  })
})
