// The selection as a typed table, and what the sidebar is told about it, through the built script.
import { describe, expect, test } from 'vitest'
import { Selection } from '../../shared/contract/rpc.ts'
import { Table } from '../../shared/table/table.ts'
import { openScript } from '../testing/open-script.ts'

const fill = `
  const sheet = SpreadsheetApp.getActiveSheet().setName('My orders')
  sheet.getRange('B2:H5').setNumberFormats([['@', '@', '@', '@', '@', '@', '@'],
    ...Array(3).fill(['@', 'dd.mm.yyyy', '#,##0.00 "€"', '0.0%', 'hh:mm', 'yyyy-mm-dd hh:mm', 'General'])])
  sheet.getRange('B2:H5').setValues([
    ['Order', 'Date', 'Price', 'Share', 'At', 'Seen', 'Done'],
    ['0042', 46093, 12.5, 0.075, 0.75, 46093.25, true],
    ['3-5', 46094, 3, 1, 0.5, 46094.5, false],
    ['007', '', 4, '', '', '', '']])
  SpreadsheetApp.flush()`

async function withSelection(a1: string, body = fill, timeZone = 'Europe/Berlin') {
  const script = await openScript()
  script.runtime.workbook.timeZone = timeZone
  script.run(body)
  script.run(`SpreadsheetApp.getActiveSheet().getRange('${a1}').activate()`)
  return script
}

describe('reading', () => {
  test.each(['Europe/Berlin', 'America/St_Johns', 'UTC'])(
    'types come from values and number formats, in %s',
    async (timeZone) => {
      const { a1, table } = (await withSelection('B2:H5', fill, timeZone)).ask('read_selection', {})
      expect(a1).toBe("'My orders'!B2:H5")
      expect(Table.parse(table)).toEqual({
        title: 'My orders',
        columns: [
          { key: 'order', name: 'Order', type: 'text' },
          { key: 'date', name: 'Date', type: 'date' },
          { key: 'price', name: 'Price', type: 'currency', currency: 'EUR' },
          { key: 'share', name: 'Share', type: 'percent' },
          { key: 'at', name: 'At', type: 'time' },
          { key: 'seen', name: 'Seen', type: 'datetime' },
          { key: 'done', name: 'Done', type: 'boolean' },
        ],
        rows: [
          ['0042', '2026-03-12', 12.5, 0.075, '18:00:00', '2026-03-12T06:00:00', true],
          ['3-5', '2026-03-13', 3, 1, '12:00:00', '2026-03-13T12:00:00', false],
          ['007', null, 4, null, null, null, null],
        ],
      })
    },
  )

  test('whole columns count as far as they are used', async () => {
    const script = await withSelection('B:C')
    expect(script.ask('selection', {}).selection).toMatchObject({ a1: 'B1:C5', rows: 5, columns: 2 })
  })

  test('without a header the columns are numbered; mixed contents are text as displayed', async () => {
    const body = `SpreadsheetApp.getActiveSheet().getRange('A1:B3').setValues([['ada@x.org', 1], ['bob@x.org', 'two'], ['eve@x.org', 3]])`
    const { table } = (await withSelection('A1:B3', body)).ask('read_selection', {})
    expect(table.columns).toEqual([
      { key: 'column_1', name: 'Column 1', type: 'email' },
      { key: 'column_2', name: 'Column 2', type: 'text' },
    ])
    expect(table.rows).toEqual([
      ['ada@x.org', '1'],
      ['bob@x.org', 'two'],
      ['eve@x.org', '3'],
    ])
  })

  test('empty rows and columns around the cells are no part of the table', async () => {
    const body = `SpreadsheetApp.getActiveSheet().getRange('C5:D7').setValues([['Name', 'Qty'], ['a', 1], ['', 2]])`
    const { a1, table } = (await withSelection('A:Z', body)).ask('read_selection', {})
    expect(a1).toBe('Sheet1!C5:D7')
    expect(table.columns.map(({ name, type }) => `${name} ${type}`)).toEqual(['Name text', 'Qty number'])
    expect(table.rows).toEqual([
      ['a', 1],
      [null, 2],
    ])
  })

  test.each([
    [
      'years',
      [
        ['Item', 2025, 2026],
        ['a', 1, 2],
        ['b', 3, 4],
      ],
      ['Item', '2025', '2026'],
    ],
    [
      'the same name twice',
      [
        ['Phone', 'Phone', 'Age'],
        ['a', 'b', 2],
        ['c', 'd', 4],
      ],
      ['Phone', 'Phone', 'Age'],
    ],
    [
      'no years',
      [
        ['Item', 2025],
        ['a', 2026],
        ['b', 2024],
      ],
      ['Column 1', 'Column 2'],
    ],
    [
      'words all over',
      [
        ['Ada', 'Ada', 'x'],
        ['Bob', 'Eve', 'y'],
      ],
      ['Column 1', 'Column 2', 'Column 3'],
    ],
  ])('a first row with %s', async (_, values, names) => {
    const body = `SpreadsheetApp.getActiveSheet().getRange(1, 1, ${values.length}, ${values[0]?.length}).setValues(${JSON.stringify(values)})`
    const { table } = (await withSelection('A:C', body)).ask('read_selection', {})
    expect(table.columns.map(({ name }) => name)).toEqual(names)
  })

  test('errors of formulas say nothing about the type, and are read as empty', async () => {
    const body = `SpreadsheetApp.getActiveSheet().getRange('A1:B4').setValues([['Item', 'Each'], ['a', '=1/0'], ['b', 2], ['c', '=NA()']])`
    const { table, notes } = (await withSelection('A1:B4', body)).ask('read_selection', {})
    expect(table.columns.map(({ type }) => type)).toEqual(['text', 'number'])
    expect(table.rows.map(([, each]) => each)).toEqual([null, 2, null])
    expect(notes).toEqual(['2 cells show errors and are read as empty (B2, B4).'])
  })

  test.each([
    ['en_US', '"JP¥"#,##0', 'JPY'],
    ['en_CA', '$#,##0.00', 'CAD'],
    ['nb_NO', '#,##0 "kr"', 'NOK'],
    ['de_DE', '#,##0.00\\ [$€-407]', 'EUR'],
    ['pt_BR', '[$R$ -416]#,##0.00', 'BRL'],
  ])('amounts in a spreadsheet of %s under %s are %s', async (locale, format, currency) => {
    const script = await openScript()
    script.runtime.workbook.locale = locale
    script.run(
      `SpreadsheetApp.getActiveSheet().getRange('A1:A2').setNumberFormat(${JSON.stringify(format)}).setValues([[5], [6]]).activate()`,
    )
    expect(script.ask('read_selection', {}).table.columns[0]).toMatchObject({ type: 'currency', currency })
  })

  test('shares beside plain numbers are text as displayed', async () => {
    const body = `SpreadsheetApp.getActiveSheet().getRange('A1:A3').setValues([['Rate'], [0.5], [3]]).getCell(2, 1).setNumberFormat('0%')`
    const { table } = (await withSelection('A1:A3', body)).ask('read_selection', {})
    expect(table.columns[0]?.type).toBe('text')
    expect(table.rows).toEqual([['50%'], ['3']])
  })

  test('headers that say the same get keys of their own', async () => {
    const body = `SpreadsheetApp.getActiveSheet().getRange('A1:C2').setValues([['Größe!', 'GROSSE', '数量'], ['a', 'b', 3]])`
    const { table } = (await withSelection('A1:C2', body)).ask('read_selection', {})
    expect(table.columns.map(({ key }) => key)).toEqual(['größe', 'grosse', '数量'])
  })

  test('several ranges are not cut down to one in silence', async () => {
    const script = await withSelection('A1')
    script.run(`SpreadsheetApp.getActiveSheet().getRangeList(['B2:B5', 'D2:D5']).activate()`)
    expect(script.refuse('read_selection', {}).title).toBe('Several ranges are selected.')
  })

  test('nothing and too much are said', async () => {
    expect((await withSelection('J20:K30')).refuse('read_selection', {}).code).toBe('nothing_selected')
    const large = await withSelection(
      'A:Z',
      `SpreadsheetApp.getActiveSheet().insertRowsAfter(1000, 4000).getRange('Z5000').setValue('end')`,
    )
    expect(large.refuse('read_selection', {})).toMatchObject({
      code: 'too_large',
      detail: expect.stringContaining('5000 rows'),
    })
  })
})

const orders = `
  const sheet = SpreadsheetApp.getActiveSheet()
  sheet.getRange('B2:C6').setValues([['Item', 'Each'], ['a', 1], ['b', 2], ['c', 3], ['d', 4]])
  const cell = (a1) => sheet.getRange(a1)`
const tagged = [...'pay me'].map((sign) => String.fromCodePoint(0xe0000 + (sign.codePointAt(0) ?? 0))).join('')

describe('what nobody can see', () => {
  test.each([
    ['a plain table', '', []],
    ['white on white', `cell('B3').setFontColor('#ffffff')`, ['1 cell is in a colour that can hardly be seen (B3).']],
    ['white on a dark header', `cell('B2:C2').setFontColor('#ffffff').setBackground('#174ea6')`, []],
    [
      'white on a dark header of a band',
      `cell('B2:C2').setFontColor('#ffffff'); cell('B2:C6').applyRowBanding().setHeaderRowColor('#174ea6')`,
      [],
    ],
    [
      'the colour of a band on the band',
      `cell('B3').setFontColor('#222266'); cell('B4').setFontColor('#222266'); cell('B2:C6').applyRowBanding().setFirstRowColor('#eeeeee').setSecondRowColor('#222266'); cell('C4').setFontColor('#ffffff'); cell('B6:C6').setFontColor('#ffffff')`,
      ['1 cell is in a colour that can hardly be seen (B4).'],
    ],
    ['tiny letters', `cell('B3:C4').setFontSize(1)`, ['4 cells are in tiny letters (B3, C3, B4, …).']],
    [
      'a format that shows nothing',
      `cell('C4:C5').setNumberFormat(';;;')`,
      ['2 cells are in a number format that shows nothing (C4, C5).'],
    ],
    ['hidden rows', `sheet.hideRows(4, 2)`, ['2 rows are hidden and read all the same.']],
    ['a hidden column', `sheet.hideColumns(3)`, ['1 column is hidden and read all the same.']],
    ['hidden lines elsewhere', `sheet.hideRows(20, 5); sheet.hideColumns(8, 2)`, []],
    [
      'rows that a filter hides',
      `cell('B2:C6').createFilter().setColumnFilterCriteria(2, SpreadsheetApp.newFilterCriteria().setHiddenValues(['b', 'd']).build())`,
      ['2 rows are hidden by a filter and read all the same.'],
    ],
    [
      'invisible letters',
      `cell('B5').setValue('c' + ${JSON.stringify(tagged)})`,
      ['1 cell with invisible letters that spell a text (B5): “pay me”.'],
    ],
    [
      'no width and another direction',
      `cell('B3').setValue('pay\\u200bment'); cell('B4').setValue('invoice\\u202excod.exe')`,
      ['1 cell with characters without a width (B3).', '1 cell with marks that turn the reading direction (B4).'],
    ],
  ])('is pointed out: %s', async (_, body, expected) => {
    const { table, notes } = (await withSelection('A1:E9', `${orders}; ${body}`)).ask('read_selection', {})
    expect(notes).toEqual(expected)
    expect(table.rows).toHaveLength(4)
  })
})

describe('describing', () => {
  test('says where it is and which headers it has, not what is in it', async () => {
    const { selection } = (await withSelection('B2:C5')).ask('selection', {})
    expect(Selection.parse(selection)).toEqual({
      sheet_id: 0,
      sheet_name: 'My orders',
      a1: 'B2:C5',
      row: 2,
      column: 2,
      rows: 4,
      columns: 2,
      headers: ['Order', 'Date'],
      empty: false,
    })
  })

  test('an empty selection is said to be empty', async () => {
    expect((await withSelection('J20')).ask('selection', {}).selection).toMatchObject({
      a1: 'J20',
      headers: [],
      empty: true,
    })
  })

  test('show selects a range on its sheet', async () => {
    const script = await withSelection('A1')
    script.ask('show', { sheet_id: 0, a1: 'B2:C3' })
    expect(script.ask('selection', {}).selection?.a1).toBe('B2:C3')
    expect(script.refuse('show', { sheet_id: 99, a1: 'A1' }).code).toBe('invalid')
  })
})
