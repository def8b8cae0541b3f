// Workbooks become tables with the types that their cells state, sheet by sheet.
import fc from 'fast-check'
import { type WriteSheet, writeOds, writeXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from './read-workbook.ts'
import { makeOds, makeXlsx, makeZip } from './testing/make-zip.ts'
import { typeWorkbook } from './type-workbook.ts'

const typed = (bytes: Uint8Array, fileName = 'book.xlsx', locale?: string) => typeWorkbook({ bytes, fileName, locale })
const only = async (bytes: Uint8Array) => {
  const { tables } = await readWorkbook(bytes)
  expect(tables).toHaveLength(1)
  return tables[0]!
}

/** Rows as the cells of a sheet, numbers and text by themselves; `{ v, s }` is a number in the s-th format. */
type Written = string | number | null | { v: number; s: number } | { xml: string }
function sheetRows(rows: Written[][]): string {
  const address = (row: number, column: number) => `${String.fromCharCode(65 + column)}${row + 1}`
  return rows
    .map((cells, row) => {
      const written = cells.map((cell, column) => {
        const r = address(row, column)
        if (cell === null) return ''
        if (typeof cell === 'number') return `<c r="${r}"><v>${cell}</v></c>`
        if (typeof cell === 'string') return `<c r="${r}" t="inlineStr"><is><t>${cell}</t></is></c>`
        return 'xml' in cell ? cell.xml.replace('<c', `<c r="${r}"`) : `<c r="${r}" s="${cell.s}"><v>${cell.v}</v></c>`
      })
      return `<row r="${row + 1}">${written.join('')}</row>`
    })
    .join('')
}

describe('the cells of an Excel workbook', () => {
  it('have the types that their formats state, in every locale', async () => {
    const formats = [
      'dd.mm.yyyy',
      'h:mm',
      'yyyy-mm-dd hh:mm',
      '0.0%',
      '#,##0.00 [$€-407]',
      '[$-409]$#,##0.00',
      '"CHF" 0.00',
      '00000',
      '@',
      '[h]:mm',
    ]
    const head = ['Day', 'At', 'Moment', 'Share', 'Euro', 'Dollar', 'Franc', 'Code', 'Text', 'Span']
    const row = (n: number): Written[] =>
      [46_082 + n, 0.5, 46_082.25, 0.155, 1.234, 2.5, 3, 42, 7, 1.5].map((v, s) => ({ v, s: s + 1 }))
    const { tables } = await typed(makeXlsx(sheetRows([head, row(0), row(1)]), { formats }), 'b.xlsx', 'de-DE')
    expect(tables[0]!.table.columns.map(({ type, currency }) => (currency ? `${type} ${currency}` : type))).toEqual([
      'date',
      'time',
      'datetime',
      'percent',
      'currency EUR',
      'currency USD',
      'currency CHF',
      'text',
      'text',
      'text',
    ])
    expect(tables[0]!.table.rows[0]).toEqual([
      '2026-03-01',
      '12:00:00',
      '2026-03-01T06:00:00',
      0.155,
      1.234,
      2.5,
      3,
      '00042',
      '7',
      '36:00:00',
    ])
  })

  it('count their days from 1904 when the workbook does', async () => {
    const rows = sheetRows([
      ['Day', 'Name'],
      [{ v: 44_620, s: 1 }, 'a'],
      [{ v: 44_621, s: 1 }, 'b'],
    ])
    const { table } = await only(makeXlsx(rows, { formats: ['yyyy-mm-dd'], date1904: true }))
    expect(table.rows.map((row) => row[0])).toEqual(['2026-03-01', '2026-03-02'])
  })

  it('keep text as text, and numbers as a sheet shows them', async () => {
    const rows = [
      ['Id', 'Long', 'Sum', 'Mixed'],
      ['0042', '12345678901234567890', 0.1 + 0.2, 'n/a'],
      ['0043', '1', 1e-7, 5],
      ['0044', '2', 1.5e21, 7],
    ]
    const { table } = await only(makeXlsx(sheetRows(rows as Written[][])))
    expect(table.rows).toEqual([
      ['0042', '12345678901234567890', '0.3', 'n/a'],
      ['0043', '1', '0.0000001', '5'],
      ['0044', '2', '1500000000000000000000', '7'],
    ])
    expect(table.stated).toEqual([{ type: 'text' }, { type: 'text' }, { type: 'number' }, { type: 'number' }])
  })

  it('that are errors or formulas without a result are empty, and it is said', async () => {
    const rows: Written[][] = [
      ['Name', 'Sum'],
      ['a', { xml: '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>' }],
      ['b', { xml: '<c><f>A1+1</f></c>' }],
      ['c', { xml: '<c><f>1+1</f><v>2</v></c>' }],
    ]
    const { table, notes } = await only(makeXlsx(sheetRows(rows)))
    expect(table.rows.map((row) => row[1])).toEqual(['', '', '2'])
    expect(notes.join(' ')).toMatch(/error such as #N\/A.*no stored result/s)
  })

  it('are filled where they are merged, and hidden ones are read and told', async () => {
    const rows = sheetRows([
      ['Region', 'City', 'Count'],
      ['North', 'Oslo', 1],
      [null, 'Bergen', 2],
      ['South', 'Rome', 3],
    ])
    const hidden = rows.replace('<row r="3">', '<row r="3" hidden="1">')
    const { table, notes } = await only(
      makeXlsx(hidden, { extra: '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>' }),
    )
    expect(table.rows.map((row) => row[0])).toEqual(['North', 'North', 'South'])
    expect(notes).toEqual([expect.stringContaining('hidden')])
  })
})

describe('a sheet', () => {
  const sheets = (...all: WriteSheet[]) => writeXlsx({ sheets: all })

  it('with several blocks gives several tables, with their titles', async () => {
    const rows = [
      ['Orders of March', null, null, null, null, 'Staff', null],
      ['Order', 'Price', 'Paid', null, null, 'Name', 'Age'],
      ['A-1', 12.5, true, null, null, 'Ada', 36],
      ['A-2', 7, false, null, null, 'Alan', 41],
      [],
      ['A-3', 9, true],
      ['Total', 28.5, null],
      [],
      ['City', 'Count'],
      ['Rome', 3],
      ['Oslo', 4],
      [],
      ['Written by hand, not checked by anybody'],
    ]
    const { tables, lines } = await readWorkbook(await sheets({ name: 'S', rows }))
    expect(tables.map(({ table }) => [table.title, table.header, table.rows.length])).toEqual([
      ['Orders of March', ['Order', 'Price', 'Paid'], 4],
      ['Staff', ['Name', 'Age'], 2],
      [undefined, ['City', 'Count'], 2],
    ])
    expect(tables[0]!.table.totals).toEqual([3])
    expect(lines).toEqual([{ sheet: 'S', text: 'Written by hand, not checked by anybody' }])
  })

  it('with two header rows joins them under their merged groups', async () => {
    const rows = [
      ['Shop', '2025', null, '2026', null],
      [null, 'Sold', 'Returned', 'Sold', 'Returned'],
      ['Rome', 5, 1, 6, 0],
      ['Oslo', 7, 2, 8, 1],
    ]
    const merges = [
      { startRow: 0, startCol: 1, endRow: 0, endCol: 2 },
      { startRow: 0, startCol: 3, endRow: 0, endCol: 4 },
    ]
    const { tables } = await readWorkbook(await sheets({ name: 'S', rows, merges }))
    expect(tables[0]!.table.header).toEqual(['Shop', '2025 Sold', '2025 Returned', '2026 Sold', '2026 Returned'])
    expect(tables[0]!.table.rows).toHaveLength(2)
  })

  it('has headers of years, of groups without merged cells, and of units', async () => {
    const headers = async (rows: (string | number | null)[][]) =>
      (await readWorkbook(await sheets({ name: 'S', rows }))).tables.map(({ table }) => [
        table.header,
        table.rows.length,
      ])
    expect(
      await headers([
        ['Region', 2024, 2025],
        ['North', 5, 6],
        ['South', 7, 8],
      ]),
    ).toEqual([[['Region', '2024', '2025'], 2]])
    const groups = [
      [null, 'Q1', null, 'Q2', null],
      ['Region', 'Sold', 'Back', 'Sold', 'Back'],
      ['N', 1, 2, 3, 4],
      ['S', 5, 6, 7, 8],
    ]
    expect(await headers(groups)).toEqual([[['Region', 'Q1 Sold', 'Q1 Back', 'Q2 Sold', 'Q2 Back'], 2]])
    const units = [
      ['Name', 'Weight', 'Price'],
      [null, 'kg', 'EUR'],
      ['A', 1.5, 2],
      ['B', 2, 3],
    ]
    expect(await headers(units)).toEqual([[['Name', 'Weight kg', 'Price EUR'], 2]])
    const numbers = [
      ['Ada', 36, 5],
      ['Bo', 21, 6],
      ['Cy', 4, 7],
    ]
    expect(await headers(numbers)).toEqual([[null, 3]])
  })

  it('keeps to the range that the workbook calls a table, with its name', async () => {
    const rows = [
      ['x', 'y'],
      ['a', 1],
      ['b', 2],
      ['left over', 9],
    ]
    const tables = [{ name: 'T1', displayName: 'Sales', range: 'A1:B3', columns: [{ name: 'x' }, { name: 'y' }] }]
    const read = await readWorkbook(await sheets({ name: 'S', rows, tables }))
    expect(read.tables.map(({ table }) => table.rows)).toEqual([
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ])
    expect(read.lines).toEqual([{ sheet: 'S', text: 'left over 9' }])
  })

  it('goes on after a line left blank for the eye', async () => {
    const rows = [['Name', 'City'], ['Ada', 'London'], [], ['Bo', 'Rome'], ['Cy', 'Oslo']]
    const { tables } = await readWorkbook(await sheets({ name: 'S', rows }))
    expect(tables.map(({ table }) => table.rows.length)).toEqual([3])
  })

  it('gives its name to a table that has none, unless it is a program’s', async () => {
    const rows = [
      ['a', 'b'],
      ['x', 1],
      ['y', 2],
    ]
    const titles = async (...names: string[]) =>
      (await typed(await sheets(...names.map((name) => ({ name, rows }))), 'March_report.xlsx')).tables.map(
        ({ table }) => table.title,
      )
    expect(await titles('Orders', 'Returns')).toEqual(['Orders', 'Returns'])
    expect(await titles('Sheet1')).toEqual(['March report'])
  })

  it('that is a chart does not keep the others from being read', async () => {
    const rows = sheetRows([
      ['a', 'b'],
      ['x', 1],
      ['y', 2],
    ])
    const { tables, lines } = await readWorkbook(
      makeXlsx(rows, { sheets: '<sheet name="Chart &quot;1&quot;" sheetId="2" r:id="rId9"/>' }),
    )
    expect(tables).toHaveLength(1)
    expect(lines).toEqual([{ sheet: 'Chart "1"', text: '(a chart, without cells)' }])
  })

  it('without a cell gives nothing', async () => {
    expect(await readWorkbook(await sheets({ name: 'Empty', rows: [] }))).toEqual({ tables: [], lines: [] })
  })
})

describe('an OpenDocument spreadsheet', () => {
  const cell = (attributes: string, text = '') =>
    `<table:table-cell ${attributes}>${text && `<text:p>${text}</text:p>`}</table:table-cell>`
  const text = (value: string) => cell('office:value-type="string"', value)

  it('is read by the values of its cells, header rows and groups included', async () => {
    const head = ['Id', 'Day', 'At', 'Share', 'Price', 'Paid'].map(text).join('')
    const row = (id: string, price: number) =>
      `<table:table-row>${text(id)}${cell('office:value-type="date" office:date-value="2026-03-01"', '01.03.26')}${cell('office:value-type="time" office:time-value="PT14H30M00S"', '14:30')}${cell('office:value-type="percentage" office:value="0.15"', '15%')}${cell(`office:value-type="currency" office:currency="EUR" office:value="${price}"`, 'x')}${cell('office:value-type="boolean" office:boolean-value="true"', 'WAHR')}</table:table-row>`
    const bytes = makeOds(
      `<table:table-header-rows><table:table-row>${head}</table:table-row></table:table-header-rows><table:table-row-group>${row('0042', 1.5)}${row('0043', 2)}</table:table-row-group><table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`,
    )
    const { tables } = await typed(bytes, 'b.ods', 'de-DE')
    expect(tables[0]!.format).toBe('ods')
    expect(tables[0]!.table.columns.map(({ type }) => type)).toEqual([
      'text',
      'date',
      'time',
      'percent',
      'currency',
      'boolean',
    ])
    expect(tables[0]!.table.rows[0]).toEqual(['0042', '2026-03-01', '14:30:00', 0.15, 1.5, true])
  })

  it('keeps spaces, lines and repeated cells, and leaves remarks out', async () => {
    const remark = '<office:annotation><text:p>a remark</text:p></office:annotation>'
    const rich = `<table:table-cell office:value-type="string">${remark}<text:p>two<text:s text:c="2"/>words</text:p><text:p>next &amp; last</text:p></table:table-cell>`
    const rows = `<table:table-row>${text('a')}${text('b')}${text('c')}</table:table-row><table:table-row>${rich}${cell('office:value-type="float" office:value="5" table:number-columns-repeated="2"', '5')}</table:table-row><table:table-row table:number-rows-repeated="2">${text('x')}${cell('office:value-type="float" office:value="6"', '6')}${cell('office:value-type="float" office:value="7"', '7')}</table:table-row>`
    const { table } = await only(makeOds(rows))
    expect(table.rows).toEqual([
      ['two  words\nnext & last', '5', '5'],
      ['x', '6', '7'],
      ['x', '6', '7'],
    ])
  })
})

describe('what would do harm', () => {
  it('is refused: a sheet with two far corners, repeated cells without end, merges without end, a lie about the size', async () => {
    const corners = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    await expect(readWorkbook(makeXlsx(corners))).rejects.toMatchObject({ code: 'table_too_large' })
    const value = '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/>'
    const endless = makeOds(`<table:table-row table:number-rows-repeated="1048576">${value}</table:table-row>`)
    await expect(readWorkbook(endless)).rejects.toMatchObject({ code: 'table_too_large' })
    const rows = sheetRows(Array.from({ length: 1000 }, (_, row) => ['x', row, row]))
    const merges = `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(2000)}</mergeCells>`
    const began = performance.now()
    expect((await readWorkbook(makeXlsx(rows, { extra: merges }))).tables[0]?.notes.join()).toContain('merged')
    expect(performance.now() - began).toBeLessThan(5000)
    const lie = makeXlsx(sheetRows(Array.from({ length: 5000 }, (_, row) => ['x', row])), { declared: 500 })
    await expect(readWorkbook(lie)).rejects.toMatchObject({ code: 'file_unreadable' })
  })

  it('is said of damage: half a file, other XML, no sheet', async () => {
    const whole = makeXlsx(
      sheetRows([
        ['a', 'b'],
        ['x', 1],
        ['y', 2],
      ]),
    )
    for (const bytes of [
      whole.subarray(0, whole.length / 2),
      makeZip([{ name: 'xl/workbook.xml', content: '<nothing/>' }]),
    ]) {
      await expect(readWorkbook(bytes)).rejects.toMatchObject({
        code: 'file_unreadable',
        detail: expect.stringMatching(/save/i),
      })
    }
  })
})

describe('a table that was written as a workbook', () => {
  const name = fc.stringMatching(/^[a-z]{3,8}$/)
  const values: Record<string, fc.Arbitrary<string | number | boolean | Date>> = {
    text: fc
      .stringMatching(/^[A-Z][a-z]{2,9}( [0-9]{1,3})?$/)
      .filter((text) => !/^(?:True|False|Total|Sum|Yes|No)/i.test(text)),
    number: fc
      .double({ min: -1e9, max: 1e9, noNaN: true })
      .map((value) => (Math.abs(value) < 1e-6 ? 1 : Number(value.toPrecision(12)))),
    boolean: fc.boolean(),
    date: fc.integer({ min: 1000, max: 60_000 }).map((days) => new Date(Date.UTC(1900, 0, 1) + days * 86_400_000)),
  }
  const column = fc.constantFrom('text', 'number', 'boolean', 'date')

  it('reads back the same', async () => {
    const tables = fc.array(column, { minLength: 2, maxLength: 6 }).chain((types) =>
      fc.record({
        types: fc.constant(types),
        header: fc.uniqueArray(name, { minLength: types.length, maxLength: types.length }),
        rows: fc.array(fc.tuple(...types.map((type) => values[type]!)), { minLength: 2, maxLength: 12 }),
      }),
    )
    const expected = (cell: unknown) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)
    await fc.assert(
      fc.asyncProperty(tables, fc.constantFrom(writeXlsx, writeOds), async ({ types, header, rows }, write) => {
        // A table of text alone does not say that its first row is a header.
        fc.pre(types.some((type) => type !== 'text') && types[0] !== 'boolean')
        const columns = types.map((type) => (type === 'date' ? { numFmt: 'yyyy-mm-dd' } : {}))
        const bytes = await write({ sheets: [{ name: 'Data', columns, rows: [header, ...rows] }] })
        const { tables: read } = await typed(bytes)
        expect(read).toHaveLength(1)
        expect(read[0]!.table.columns.map((own) => own.name)).toEqual(header)
        expect(read[0]!.table.rows).toEqual(rows.map((row) => row.map(expected)))
      }),
      { numRuns: 60 },
    )
  })
})
