// Drive's files over HTTP: search, folders, properties, and Drive's own errors.
import { readXlsx } from 'hucre'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SheetsApi, startSheetsApi } from '../start-sheets-api.ts'
import { type Ask, asker, newSpreadsheet } from '../testing/ask.ts'

let api: SheetsApi
let ask: Ask
beforeAll(async () => {
  api = await startSheetsApi({ open: true, quota: false })
  ask = asker(api.url)
})
afterAll(() => api.close())

const make = async (body: object) => (await ask('POST', '/drive/v3/files', body)).body.id as string
const names = async (q: string, more = '') => {
  const { body } = await ask('GET', `/drive/v3/files?fields=files(name)&q=${encodeURIComponent(q)}${more}`)
  return (body.files as { name: string }[]).map(({ name }) => name)
}
const folder = 'application/vnd.google-apps.folder'
const sheet = 'application/vnd.google-apps.spreadsheet'

describe('a search', () => {
  it('reads names, types, folders, times and properties, with and, or and not', async () => {
    const inbox = await make({ name: 'Inbox', mimeType: folder })
    await make({ name: 'Budget 2026', mimeType: sheet, parents: [inbox], properties: { kind: 'money' } })
    await make({ name: "Ann's budget", mimeType: sheet, parents: [inbox], appProperties: { op: '7' } })
    await make({ name: 'Trip', mimeType: sheet })
    expect(await names(`'${inbox}' in parents`, '&orderBy=name')).toEqual(["Ann's budget", 'Budget 2026'])
    expect(await names(`name contains 'bud' and mimeType = "${sheet}"`, '&orderBy=name desc')).toEqual([
      'Budget 2026',
      "Ann's budget",
    ])
    expect(await names("name = 'Ann\\'s budget'")).toEqual(["Ann's budget"])
    expect(
      await names(
        "properties has { key='kind' and value='money' } or appProperties has { key='op' and value='7' }",
        '&orderBy=name',
      ),
    ).toEqual(["Ann's budget", 'Budget 2026'])
    expect(
      await names(
        `not name contains 'budget' and 'root' in parents and (mimeType = '${folder}' or name = 'Trip')`,
        '&orderBy=folder,name',
      ),
    ).toEqual(['Inbox', 'Trip'])
    expect(await names("createdTime > '2100-01-01T00:00:00' or trashed = true")).toEqual([])
  })

  it('that cannot be read, or sorts by what there is not, is refused', async () => {
    for (const query of ['q=name%20is%20x', "q=name%3D'x'%20and", 'orderBy=colour', 'pageToken=zzz']) {
      const { status, body } = await ask('GET', `/drive/v3/files?${query}`)
      expect([status, body.error.message]).toEqual([400, 'Invalid Value'])
    }
  })

  it('comes in pages', async () => {
    for (const number of [1, 2, 3]) await make({ name: `page ${number}`, mimeType: sheet })
    const q = encodeURIComponent("name contains 'page'")
    const first = await ask('GET', `/drive/v3/files?q=${q}&pageSize=2&orderBy=name`)
    expect(first.body.files).toHaveLength(2)
    const second = await ask(
      'GET',
      `/drive/v3/files?q=${q}&pageSize=2&orderBy=name&pageToken=${first.body.nextPageToken}`,
    )
    expect(second.body).toEqual({
      kind: 'drive#fileList',
      incompleteSearch: false,
      files: [expect.objectContaining({ name: 'page 3' })],
    })
  })
})

describe('a file', () => {
  it('is shown short without a mask, and whole with a star', async () => {
    const id = (await newSpreadsheet(ask, 'Short')).split('/').at(-1)
    expect((await ask('GET', `/drive/v3/files/${id}`)).body).toEqual({
      kind: 'drive#file',
      id,
      name: 'Short',
      mimeType: sheet,
    })
    const whole = (await ask('GET', `/drive/v3/files/${id}?fields=*`)).body
    expect(whole).toMatchObject({
      trashed: false,
      ownedByMe: true,
      version: expect.stringMatching(/^\d+$/),
      capabilities: { canEdit: true },
    })
    const root = (await ask('GET', '/drive/v3/files/root')).body
    expect(root).toMatchObject({ name: 'My Drive', mimeType: folder })
    expect(whole.parents).toEqual([root.id])
  })

  it('changes its version with every change of its name, properties and contents', async () => {
    const book = await newSpreadsheet(ask, 'Counted')
    const path = `/drive/v3/files/${book.split('/').at(-1)}`
    const version = async () => Number((await ask('GET', `${path}?fields=version`)).body.version)
    const seen = [await version()]
    const changes: [string, string, object][] = [
      ['PATCH', path, { name: 'Recounted' }],
      ['PATCH', path, { appProperties: { a: '1', b: '2' } }],
      ['PUT', `${book}/values/A1?valueInputOption=RAW`, { values: [['x']] }],
      ['POST', `${book}:batchUpdate`, { requests: [{ addSheet: {} }] }],
      ['POST', `${path}/permissions`, { type: 'anyone', role: 'reader' }],
    ]
    for (const [method, at, body] of changes) {
      expect((await ask(method, at, body)).status).toBe(200)
      seen.push(await version())
    }
    expect(seen).toEqual([...new Set(seen)].toSorted((one, other) => one - other))
    await ask('PATCH', path, { appProperties: { a: null } })
    expect((await ask('GET', `${path}?fields=appProperties`)).body).toEqual({ appProperties: { b: '2' } })
  })

  it('is exported as a workbook with its formulas and formats', async () => {
    const book = await newSpreadsheet(ask, 'Whole')
    await ask('PUT', `${book}/values/A1?valueInputOption=USER_ENTERED`, {
      values: [
        ['Day', 'Sum'],
        ['2026-01-31', '=2+3'],
        ['', '12.5%'],
      ],
    })
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    const answer = await fetch(`${api.url}/drive/v3/files/${book.split('/').at(-1)}/export?mimeType=${type}`, {
      headers: { authorization: 'Bearer any' },
    })
    expect(answer.headers.get('content-type')).toBe(type)
    const read = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
    expect(read.sheets[0]!.name).toBe('Sheet1')
    expect(read.sheets[0]!.rows[1]).toEqual([new Date('2026-01-31'), 5])
    expect(read.sheets[0]!.rows[2]![1]).toBe(0.125)
  })

  it('goes with the folder it is in, and is exported only where it can be', async () => {
    const inside = await make({ name: 'inside', mimeType: folder })
    const id = await make({ name: 'gone', mimeType: sheet, parents: [inside] })
    expect((await ask('GET', `/drive/v3/files/${id}?alt=media`)).body.error.errors[0].reason).toBe(
      'fileNotDownloadable',
    )
    expect((await ask('GET', `/drive/v3/files/${id}/export?mimeType=application/zip`)).body.error.message).toBe(
      'The requested conversion is not supported.',
    )
    expect((await ask('DELETE', `/drive/v3/files/${inside}`)).status).toBe(204)
    expect((await ask('GET', `/drive/v3/files/${id}?fields=id`)).body.error).toMatchObject({
      code: 404,
      message: `File not found: ${id}.`,
    })
    expect((await ask('GET', '/drive/v3/files?fields=colour')).body.error.message).toBe(
      'Invalid field selection colour',
    )
    expect((await ask('POST', '/drive/v3/files', { name: 'x', parents: ['nowhere'] })).status).toBe(404)
  })
})
