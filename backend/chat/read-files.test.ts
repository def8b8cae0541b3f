// Uploaded files become tables over real HTTP and a real database: workbooks, and text in any encoding.
import { writeOds, writeXlsx } from 'hucre'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeXlsx, makeZip } from '../extraction/testing/make-zip.ts'
import { createTestApp, type TestApp } from '../platform/testing/test-app.ts'
import { type Client, createClient } from './testing/client.ts'

let app: TestApp
let ada: Client
beforeAll(async () => {
  app = await createTestApp()
  ada = await createClient(app)
})
afterAll(() => app.close())

const upload = async (name: string, content: string | Uint8Array) => {
  const answer = await ada.upload(name, typeof content === 'string' ? content : Buffer.from(content))
  if (answer.status !== 201) throw new Error(await answer.text())
  return ((await answer.json()) as { id: string }).id
}

/** What a message with the file alone makes: its tables, and the end. */
const send = async (name: string, content: string | Uint8Array, locale?: string) => {
  const file_id = await upload(name, content)
  const id = await ada.converse()
  const attachments = [{ kind: 'file', file_id }]
  const { events } = await ada.send(id, { content: '', attachments, ...(locale ? { locale } : {}) })
  const starts = events.flatMap((event) => (event.type === 'table-start' ? [event] : []))
  const tables = starts.map(({ table_id, title, columns }) => ({
    title,
    columns: columns.map((column) => `${column.name}: ${column.type}`),
    rows: events.flatMap((event) => (event.type === 'rows-add' && event.table_id === table_id ? event.rows : [])),
    notes: events.flatMap((event) =>
      event.type === 'table-end' && event.table_id === table_id ? event.receipt.notes : [],
    ),
  }))
  const text = events.flatMap((event) => (event.type === 'text-delta' ? [event.text] : [])).join('')
  return { tables, text, events }
}

const refusal = async (name: string, content: Uint8Array) => {
  const answer = await ada.upload(name, Buffer.from(content))
  return [answer.status, await answer.json()]
}
const refusedWith = (words: RegExp) => [
  422,
  expect.objectContaining({ code: 'file_unreadable', detail: expect.stringMatching(words) }),
]

describe('a workbook', () => {
  const orders = [
    ['Order', 'Day', 'Price', 'Paid'],
    ['0042', new Date(Date.UTC(2026, 2, 1)), 19.9, true],
    ['0043', new Date(Date.UTC(2026, 2, 2)), 4.5, false],
  ]
  const columns = [{}, { numFmt: 'dd.mm.yyyy' }, { numFmt: '#,##0.00 [$€-407]' }, {}]
  const people = [
    ['Name', 'Age'],
    ['Ada', 36],
    ['Alan', 41],
  ]

  it('of Excel gives the tables of its sheets, typed by its formats', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Orders', rows: orders, columns },
        { name: 'People', rows: people },
      ],
    })
    const { tables, text } = await send('March.xlsx', bytes, 'de-DE')
    expect(tables).toEqual([
      {
        title: 'Orders',
        columns: ['Order: text', 'Day: date', 'Price: currency', 'Paid: boolean'],
        rows: [
          ['0042', '2026-03-01', 19.9, true],
          ['0043', '2026-03-02', 4.5, false],
        ],
        notes: [],
      },
      {
        title: 'People',
        columns: ['Name: text', 'Age: number'],
        rows: [
          ['Ada', 36],
          ['Alan', 41],
        ],
        notes: [],
      },
    ])
    expect(text).toContain('March.xlsx, sheet “People”')
  })

  it('of LibreOffice is read as well, whatever its name says', async () => {
    const { tables } = await send('numbers.csv', await writeOds({ sheets: [{ name: 'Sheet1', rows: people }] }))
    expect(tables).toEqual([
      {
        title: 'numbers',
        columns: ['Name: text', 'Age: number'],
        rows: [
          ['Ada', 36],
          ['Alan', 41],
        ],
        notes: [],
      },
    ])
  })

  it('with 20,000 rows gives them all', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [`Item ${index}`, index])
    const { tables } = await send(
      'long.xlsx',
      await writeXlsx({ sheets: [{ name: 'Items', rows: [['Item', 'Count'], ...rows] }] }),
    )
    expect(tables[0]?.rows).toEqual(rows)
  })

  it('that was made to do harm is refused, or ends the reply with a problem', async () => {
    const bomb = makeXlsx(`<row r="1"><c r="A1"><v>${'1'.repeat(30_000_000)}</v></c></row>`)
    expect(bomb.length).toBeLessThan(100_000)
    expect(await refusal('bomb.xlsx', bomb)).toEqual(refusedWith(/times as large/))
    const liar = makeXlsx(`<row r="1"><c r="A1"><v>${'1'.repeat(9_000_000)}</v></c></row>`, { declared: 900 })
    const { events } = await send('liar.xlsx', liar)
    expect(events.at(-2)).toMatchObject({ type: 'problem', problem: { code: 'file_unreadable' } })
    const corners = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    const wide = await send('wide.xlsx', makeXlsx(corners))
    expect(wide.events.at(-2)).toMatchObject({ type: 'problem', problem: { code: 'table_too_large' } })
  })

  it('that is locked, broken, old or none at all is refused with what to do', async () => {
    const compound = (word: string) =>
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.alloc(504),
        Buffer.from(word, 'utf16le'),
      ])
    const whole = makeXlsx('<row r="1"><c r="A1"><v>1</v></c></row>')
    const cases: [string, Uint8Array, RegExp][] = [
      ['locked.xlsx', compound('EncryptedPackage'), /password/],
      ['old.xls', compound('Workbook'), /\.xlsx or CSV/],
      ['broken.xlsx', whole.subarray(0, 300), /damaged.*save it again/],
      ['binary.xlsb', makeZip([{ name: 'xl/workbook.bin', content: 'x' }]), /\.xlsx or CSV/],
      ['letter.docx', makeZip([{ name: 'word/document.xml', content: '<w/>' }]), /Word/],
      ['slides.pptx', makeZip([{ name: 'ppt/presentation.xml', content: '<p/>' }]), /presentation/],
      ['files.zip', makeZip([{ name: 'a.csv', content: 'a,b' }]), /Unpack/],
    ]
    for (const [name, content, words] of cases)
      expect([name, await refusal(name, content)]).toEqual([name, refusedWith(words)])
  })
})

describe('text in an old encoding', () => {
  it('is read without a word when there is no doubt', async () => {
    // "名前,値段" and two rows in Shift_JIS; names and towns in Windows-1251, by tabs.
    const japanese = Buffer.from('96bc914f2c926c92690a82e882f182b22c3132300a82ad82e882cc8ec02c3334300a', 'hex')
    expect((await send('kudamono.csv', japanese)).tables).toMatchObject([
      {
        columns: ['名前: text', '値段: number'],
        rows: [
          ['りんご', 120],
          ['くりの実', 340],
        ],
        notes: [],
      },
    ])
    const russian = ['Город\tЖителей', 'Москва\t13150000', 'Новосибирск\t1630000', 'Казань\t1320000'].join('\r\n')
    const bytes = Buffer.from(
      [...russian].map((char) => (char < '\u0080' ? char.charCodeAt(0) : char.charCodeAt(0) - 0x350)),
    )
    expect((await send('goroda.tsv', bytes)).tables).toMatchObject([
      {
        columns: ['Город: text', 'Жителей: number'],
        rows: [
          ['Москва', 13150000],
          ['Новосибирск', 1630000],
          ['Казань', 1320000],
        ],
        notes: [],
      },
    ])
  })

  it('that is a guess says which, and what to do about it', async () => {
    const bytes = Buffer.from('Name,Age\nBo\xf1a,5\nAl,7\n', 'latin1')
    const [table] = (await send('short.csv', bytes, 'es-ES')).tables
    expect(table).toMatchObject({
      rows: [
        ['Boña', 5],
        ['Al', 7],
      ],
    })
    expect(table?.notes[0]).toBe(
      'The file was read as Windows-1252. If letters look wrong, save it as UTF-8 and attach it again.',
    )
  })
})
