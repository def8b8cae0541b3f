// Tests of requests that copy, cut, paste, fill, sort and rewrite what cells hold.
import { describe, expect, it } from 'vitest'
import { newBook, range } from '../testing/book.ts'

describe('copyPaste', () => {
  it('repeats the source over a multiple of it, and takes along only what is asked', () => {
    const { run, cells, values, write, book } = newBook()
    write(1, 1, [
      [1, '=A1+1'],
      [2, '=A2+1'],
    ])
    run({
      repeatCell: {
        range: range('A1:B2'),
        cell: { userEnteredFormat: { textFormat: { bold: true } }, note: 'n' },
        fields: 'userEnteredFormat,note',
      },
    })
    const copy = (destination: string, pasteType: string, pasteOrientation = 'NORMAL') =>
      run({ copyPaste: { source: range('A1:B2'), destination: range(destination), pasteType, pasteOrientation } })
    copy('D1:E4', 'PASTE_NORMAL')
    expect(values('D1:E4')).toEqual([
      [1, 2],
      [2, 3],
      [1, 2],
      [2, 3],
    ])
    expect(book.sheets[0]!.rows.get(4)?.get(5)?.formula).toBe('=D4+1')
    copy('G1', 'PASTE_VALUES')
    expect(
      cells('G1:H2')
        .flat()
        .map((cell) => [cell.userEnteredValue?.numberValue, cell.note]),
    ).toEqual([
      [1, undefined],
      [2, undefined],
      [2, undefined],
      [3, undefined],
    ])
    copy('G5', 'PASTE_FORMAT')
    expect(cells('G5')[0]?.[0]?.userEnteredFormat).toEqual({ textFormat: { bold: true } })
    copy('G8', 'PASTE_VALUES', 'TRANSPOSE')
    expect(values('G8:H9')).toEqual([
      [1, 2],
      [2, 3],
    ])
  })
})

describe('cutPaste', () => {
  it('moves cells, and formulas follow them', () => {
    const { run, refusal, values, write, book } = newBook({ rows: 6, columns: 5 })
    write(1, 1, [
      [1, '=A1*2'],
      [2, '=SUM(A1:A2)'],
    ])
    run({
      cutPaste: {
        source: range('A1:A2'),
        destination: { sheetId: 0, rowIndex: 3, columnIndex: 3 },
        pasteType: 'PASTE_NORMAL',
      },
    })
    expect(values('A1:B2')).toEqual([
      [null, 2],
      [null, 3],
    ])
    expect(book.sheets[0]!.rows.get(2)?.get(2)?.formula).toBe('=SUM(D4:D5)')
    expect(
      refusal({ cutPaste: { source: range('A1:C3'), destination: { sheetId: 0, rowIndex: 5, columnIndex: 0 } } }),
    ).toMatch(/exceeds grid limits/)
  })
})

describe('pasteData', () => {
  it('reads delimited text as a person would type it, and tables of HTML', () => {
    const { run, refusal, values } = newBook({ rows: 3, columns: 3 })
    const at = (rowIndex: number) => ({ coordinate: { sheetId: 0, rowIndex, columnIndex: 0 } })
    run({ pasteData: { ...at(0), data: 'a,"b, ""c"""\n1,=A1&"!"\r\n', delimiter: ',' } })
    expect(values('A1:B3')).toEqual([
      ['a', 'b, "c"'],
      [1, 'a!'],
      [null, null],
    ])
    run({ pasteData: { ...at(2), data: '<table><tr><td>x<td>2</tr><tr><td>y</table>', html: true } })
    expect(values('A3:B4')).toEqual([
      ['x', 2],
      ['y', null],
    ])
    expect(refusal({ pasteData: { ...at(0), data: 'x' } })).toMatch(/pasteData: /)
  })
})

describe('autoFill', () => {
  it.each([
    [
      [1, 3],
      [5, 7, 9],
    ],
    [[4], [4, 4, 4]],
    [['Mon'], ['Tue', 'Wed', 'Thu']],
    [['Item 9'], ['Item 10', 'Item 11', 'Item 12']],
    [
      ['a', 'b'],
      ['a', 'b', 'a'],
    ],
  ])('goes on from %j with %j', (source, expected) => {
    const { run, values, write } = newBook()
    write(
      1,
      1,
      source.map((value) => [value]),
    )
    run({
      autoFill: {
        sourceAndDestination: {
          source: { ...range('A1'), endRowIndex: source.length },
          dimension: 'ROWS',
          fillLength: 3,
        },
      },
    })
    const filled = values('A1:A9').flat()
    expect(filled.slice(source.length, source.length + 3)).toEqual(expected)
  })

  it('finds the part with data by itself, moves formulas, and goes backwards', () => {
    const { run, values, write } = newBook()
    write(5, 2, [
      [10, '=B5+1'],
      [20, '=B6+1'],
    ])
    run({ autoFill: { range: range('B5:C8') } })
    expect(values('B7:C8')).toEqual([
      [30, 31],
      [40, 41],
    ])
    run({ autoFill: { sourceAndDestination: { source: range('B5:B6'), dimension: 'ROWS', fillLength: -2 } } })
    expect(values('B3:B4')).toEqual([[-10], [0]])
    run({
      autoFill: {
        sourceAndDestination: { source: range('B5:B5'), dimension: 'COLUMNS', fillLength: -1 },
        useAlternateSeries: true,
      },
    })
    expect(values('A5')).toEqual([[9]])
  })
})

describe('sortRange', () => {
  it('sorts by several columns, empty cells last, and by colour', () => {
    const { run, refusal, values, write } = newBook()
    write(1, 1, [
      ['b', 1],
      ['a', 2],
      [null, 0],
      ['a', 1],
      [5, 9],
    ])
    const sort = (...sortSpecs: object[]) => run({ sortRange: { range: range('A1:B5'), sortSpecs } })
    sort({ dimensionIndex: 0 }, { dimensionIndex: 1, sortOrder: 'DESCENDING' })
    expect(values('A1:B5')).toEqual([
      [5, 9],
      ['a', 2],
      ['a', 1],
      ['b', 1],
      [null, 0],
    ])
    run({
      repeatCell: {
        range: range('A4'),
        cell: { userEnteredFormat: { backgroundColor: { red: 1 } } },
        fields: 'userEnteredFormat',
      },
    })
    sort({ dimensionIndex: 0, backgroundColor: { red: 1 } })
    expect(values('A1')).toEqual([['b']])
    expect(refusal({ sortRange: { range: range('A1:B5'), sortSpecs: [{ dimensionIndex: 7 }] } })).toMatch(
      /dimensionIndex/,
    )
    run({ mergeCells: { range: range('A2:A3') } })
    expect(refusal({ sortRange: { range: range('A1:B5'), sortSpecs: [{}] } })).toBe(
      "Invalid requests[0].sortRange: You can't sort a range containing vertical merges. There is a vertical merge at A2:A3",
    )
  })
})

describe('rows', () => {
  it('are shuffled without loss, and duplicates are dropped whatever their case', () => {
    const { run, values, write } = newBook()
    const data = [
      ['a', 1],
      ['A', 1],
      ['b', 2],
      ['a', 3],
      ['b', 2],
    ]
    write(1, 1, data)
    run({ randomizeRange: { range: range('A1:B5') } })
    const key = (rows: unknown[][]) => rows.map((row) => row.join()).sort()
    expect(key(values('A1:B5'))).toEqual(key(data))
    write(1, 1, data)
    write(6, 1, [['below']])
    const [reply] = run({ deleteDuplicates: { range: range('A1:B5') } })
    expect(reply).toEqual({ deleteDuplicates: { duplicatesRemovedCount: 2 } })
    expect(values('A1:B6')).toEqual([
      ['a', 1],
      ['b', 2],
      ['a', 3],
      [null, null],
      [null, null],
      ['below', null],
    ])
    const columns = [{ sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 }]
    const [more] = run({ deleteDuplicates: { range: range('A1:B3'), comparisonColumns: columns } })
    expect(more).toEqual({ deleteDuplicates: { duplicatesRemovedCount: 1 } })
  })
})

describe('findReplace', () => {
  it('counts what it changes, in values and on request in formulas', () => {
    const { run, values, write, refusal } = newBook()
    write(1, 1, [
      ['cat', 'Cat cat'],
      [12, '=CONCATENATE("cat", A1)'],
    ])
    const [plain] = run({ findReplace: { find: 'cat', replacement: 'dog', allSheets: true } })
    expect(plain?.findReplace).toEqual({ valuesChanged: 2, rowsChanged: 1, sheetsChanged: 1, occurrencesChanged: 3 })
    const [all] = run({
      findReplace: { find: 'cat', replacement: '$', sheetId: 0, includeFormulas: true, matchCase: true },
    })
    expect(all?.findReplace).toEqual({ formulasChanged: 1, rowsChanged: 1, sheetsChanged: 1, occurrencesChanged: 1 })
    expect(values('A1:B2')).toEqual([
      ['dog', 'dog dog'],
      [12, '$dog'],
    ])
    run({ findReplace: { find: '(\\d)(\\d)', replacement: '$2$1', searchByRegex: true, range: range('A2') } })
    expect(values('A2')).toEqual([[21]])
    const [none] = run({ findReplace: { find: 'do', replacement: '', matchEntireCell: true, allSheets: true } })
    expect(none).toEqual({ findReplace: {} })
    expect(refusal({ findReplace: { find: 'x' } })).toMatch(/findReplace: /)
  })
})

describe('text', () => {
  it('is split into columns and trimmed', () => {
    const { run, values, write } = newBook()
    write(1, 1, [['a; b;3'], ['x;y']])
    run({ textToColumns: { source: range('A1:A2'), delimiterType: 'AUTODETECT' } })
    expect(values('A1:C2')).toEqual([
      ['a', 'b', 3],
      ['x', 'y', null],
    ])
    write(5, 1, [['  two   words \n'], ['fine']])
    const [reply] = run({ trimWhitespace: { range: range('A5:A6') } })
    expect(reply).toEqual({ trimWhitespace: { cellsChangedCount: 1 } })
    expect(values('A5')).toEqual([['two words']])
  })
})
