// Tests of requests that write cells.
import { describe, expect, it } from 'vitest'
import { newBook, range } from '../testing/book.ts'

const text = (stringValue: string) => ({ userEnteredValue: { stringValue } })

describe('updateCells', () => {
  it('writes values, formats, notes and rules under one mask', () => {
    const { run, cells } = newBook()
    const rule = {
      condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'a' }, { userEnteredValue: '0042' }] },
      strict: true,
      showCustomUi: true,
    }
    run({
      updateCells: {
        start: { sheetId: 0, rowIndex: 1, columnIndex: 1 },
        rows: [
          {
            values: [
              {
                ...text('0042'),
                note: 'look',
                dataValidation: rule,
                userEnteredFormat: { textFormat: { bold: true } },
              },
            ],
          },
        ],
        fields: 'userEnteredValue,note,dataValidation,userEnteredFormat',
      },
    })
    expect(cells('B2')[0]?.[0]).toMatchObject({
      userEnteredValue: { stringValue: '0042' },
      effectiveValue: { stringValue: '0042' },
      formattedValue: '0042',
      userEnteredFormat: { textFormat: { bold: true } },
      note: 'look',
      dataValidation: rule,
    })
  })

  it('clears what a range covers and rows do not, but only the masked fields', () => {
    const { run, cells, values, write } = newBook()
    write(1, 1, [
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ])
    run(
      { repeatCell: { range: range('A1:B3'), cell: { note: 'n' }, fields: 'note' } },
      { updateCells: { range: range('A1:B2'), rows: [{ values: [text('x')] }], fields: 'userEnteredValue' } },
    )
    expect(values('A1:B3')).toEqual([
      ['x', null],
      [null, null],
      ['e', 'f'],
    ])
    expect(
      cells('A1:B3')
        .flat()
        .map(({ note }) => note),
    ).toEqual(Array(6).fill('n'))
    run({ updateCells: { range: range('A1:B3'), fields: '*' } })
    expect(cells('A1:B3')).toEqual([])
  })

  it('refuses rows that reach past the range or the grid', () => {
    const { refusal } = newBook({ rows: 3, columns: 2 })
    const rows = [{ values: [text('a'), text('b'), text('c')] }]
    const at = (rowIndex: number, columnIndex: number) => ({
      start: { sheetId: 0, rowIndex, columnIndex },
      fields: 'userEnteredValue',
    })
    expect(refusal({ updateCells: { ...at(0, 0), rows } })).toBe(
      'Invalid requests[0].updateCells: Attempting to write column: 2, beyond the last requested column of: 1',
    )
    expect(refusal({ updateCells: { ...at(2, 0), rows: [{}, {}] } })).toBe(
      'Invalid requests[0].updateCells: Attempting to write row: 3, beyond the last requested row of: 2',
    )
    expect(refusal({ updateCells: { range: range('A1:C1'), rows, fields: 'note' } })).toBe(
      'Invalid requests[0].updateCells: Range (Sheet1!A1:C1) exceeds grid limits. Max rows: 3, max columns: 2',
    )
    expect(refusal({ updateCells: { ...at(0, 0), rows: [{ values: [text('x'.repeat(50_001))] }] } })).toBe(
      'Invalid requests[0].updateCells: Your input contains more than the maximum of 50000 characters in a single cell.',
    )
  })

  it('keeps text runs with the text, and drops them with it', () => {
    const { run, cells } = newBook()
    const textFormatRuns = [
      { format: { bold: true } },
      { startIndex: 2, format: { link: { uri: 'https://example.com' } } },
    ]
    const put = (cell: object, fields: string) =>
      run({ updateCells: { start: { sheetId: 0 }, rows: [{ values: [cell] }], fields } })
    put({ ...text('rich'), textFormatRuns }, 'userEnteredValue,textFormatRuns')
    // A link is drawn as one.
    const blue = { red: 0.06666667, green: 0.33333334, blue: 0.8 }
    const drawn = { underline: true, foregroundColor: blue, foregroundColorStyle: { rgbColor: blue } }
    const [bold, link] = textFormatRuns
    const runs = [bold, { ...link, format: { ...link!.format, ...drawn } }]
    expect(cells('A1')[0]?.[0]?.textFormatRuns).toEqual(runs)
    put(text('plain'), 'userEnteredValue')
    expect(cells('A1')[0]?.[0]?.textFormatRuns).toBeUndefined()
  })
})

describe('masks of formats', () => {
  it('change one property and leave the others', () => {
    const { run, cells } = newBook()
    const style = (userEnteredFormat: object, fields: string) =>
      run({ repeatCell: { range: range('A1'), cell: { userEnteredFormat }, fields } })
    style({ backgroundColor: { red: 0.5 }, textFormat: { bold: true, italic: true } }, 'userEnteredFormat')
    style({ textFormat: { fontSize: 14 } }, 'userEnteredFormat.textFormat.fontSize')
    style({}, 'userEnteredFormat/textFormat/italic')
    style({ horizontalAlignment: 'RIGHT' }, 'user_entered_format.horizontal_alignment')
    expect(cells('A1')[0]?.[0]?.userEnteredFormat).toEqual({
      backgroundColor: { red: 0.49803922 },
      backgroundColorStyle: { rgbColor: { red: 0.49803922 } },
      horizontalAlignment: 'RIGHT',
      textFormat: { bold: true, fontSize: 14 },
    })
    style({ backgroundColorStyle: { themeColor: 'ACCENT2' } }, 'userEnteredFormat.backgroundColorStyle')
    expect(cells('A1')[0]?.[0]?.userEnteredFormat?.backgroundColorStyle).toEqual({ themeColor: 'ACCENT2' })
    style({ backgroundColor: { blue: 1 } }, 'userEnteredFormat(backgroundColor,textFormat)')
    expect(cells('A1')[0]?.[0]?.userEnteredFormat).toEqual({
      backgroundColor: { blue: 1 },
      backgroundColorStyle: { rgbColor: { blue: 1 } },
      horizontalAlignment: 'RIGHT',
    })
    style({}, 'userEnteredFormat')
    expect(cells('A1')).toEqual([])
  })

  it('refuse a field that there is not', () => {
    const { refusal } = newBook()
    expect(refusal({ repeatCell: { range: range('A1'), cell: {}, fields: 'colour' } })).toMatch(/colour/)
  })
})

describe('repeatCell', () => {
  it('moves the relative references of a formula along', () => {
    const { run, values, write, book } = newBook()
    write(1, 1, [[1], [2], [3]])
    run({
      repeatCell: {
        range: range('B1:B3'),
        cell: { userEnteredValue: { formulaValue: '=A1*$A$1+1' } },
        fields: 'userEnteredValue',
      },
    })
    expect(book.sheets[0]!.rows.get(3)?.get(2)?.formula).toBe('=A3*$A$1+1')
    expect(values('B1:B3')).toEqual([[2], [3], [4]])
  })
})

describe('appendCells', () => {
  it('writes below the last row with data and grows the grid', () => {
    const { run, sheet, values, write } = newBook({ rows: 3, columns: 2 })
    write(2, 1, [['last']])
    run({
      repeatCell: {
        range: range('A3:B3'),
        cell: { userEnteredFormat: { textFormat: { bold: true } } },
        fields: 'userEnteredFormat',
      },
    })
    run({
      appendCells: {
        sheetId: 0,
        rows: [{ values: [text('a')] }, { values: [text('b'), text('c')] }],
        fields: 'userEnteredValue',
      },
    })
    expect(values('A3:B4')).toEqual([
      ['a', null],
      ['b', 'c'],
    ])
    expect(sheet().properties?.gridProperties?.rowCount).toBe(4)
  })
})

describe('setDataValidation', () => {
  const rule = (type: string, ...texts: string[]) => ({
    condition: {
      type,
      ...(texts.length > 0 ? { values: texts.map((userEnteredValue) => ({ userEnteredValue })) } : {}),
    },
    strict: true,
  })

  it.each([
    ['NUMBER_BETWEEN', '1', '2.5'],
    ['DATE_ON_OR_AFTER', '2026-01-31'],
    ['TEXT_IS_EMAIL'],
    ['CUSTOM_FORMULA', '=A1>B1'],
    ['ONE_OF_RANGE', '=Sheet1!$C$1:$C$5'],
    ['BOOLEAN', 'yes', 'no'],
    ['ONE_OF_LIST', 'a', '1', '0042'],
    ['TEXT_CONTAINS', '12'],
  ])('%s reads back as it was set', (type, ...texts) => {
    const { run, cells } = newBook()
    run({
      setDataValidation: {
        range: range('A1'),
        rule: { ...rule(type, ...texts), inputMessage: 'please', showCustomUi: true },
      },
    })
    expect(cells('A1')[0]?.[0]?.dataValidation).toEqual({
      ...rule(type, ...texts),
      inputMessage: 'please',
      showCustomUi: true,
    })
  })

  it('makes empty cells of a checkbox unchecked, and is cleared without a rule', () => {
    const { run, cells, values } = newBook()
    run({ setDataValidation: { range: range('A1:A2'), rule: rule('BOOLEAN') } })
    expect(values('A1:A2')).toEqual([[false], [false]])
    run({ setDataValidation: { range: range('A1:A2') } })
    expect(cells('A1')[0]?.[0]?.dataValidation).toBeUndefined()
  })

  it('follows a range that moves, and writes its address anew', () => {
    const { run, cells } = newBook()
    run(
      { setDataValidation: { range: range('A5'), rule: rule('ONE_OF_RANGE', '=C1:C5') } },
      { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 2 } } },
    )
    expect(cells('A7')[0]?.[0]?.dataValidation?.condition?.values).toEqual([{ userEnteredValue: '=Sheet1!$C$3:$C$7' }])
  })

  it.each([
    [rule('ONE_OF_RANGE', 'C1:C5'), 'Invalid ConditionValue.userEnteredValue: C1:C5 for ConditionType: ONE_OF_RANGE'],
    [rule('NUMBER_EQ', 'seven'), 'Invalid ConditionValue.userEnteredValue: seven for ConditionType: NUMBER_EQ'],
    [rule('BLANK'), "ConditionType 'BLANK' is not supported in data validation."],
    [
      rule('NUMBER_BETWEEN', '1'),
      "ConditionType 'NUMBER_BETWEEN' requires exactly 2 ConditionValues, but 1 values were provided.",
    ],
  ])('refuses %o', (wrong, message) => {
    const { refusal } = newBook()
    expect(refusal({ setDataValidation: { range: range('A1'), rule: wrong } })).toBe(
      `Invalid requests[0].setDataValidation: ${message}`,
    )
  })
})
