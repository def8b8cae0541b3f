// Tests of requests about rows, columns, groups, parts of lines, merges and borders.
import { describe, expect, it } from 'vitest'
import { newBook, range } from '../testing/book.ts'

const lines = (dimension: 'ROWS' | 'COLUMNS', startIndex: number, endIndex: number) => ({
  sheetId: 0,
  dimension,
  startIndex,
  endIndex,
})

/** A sheet with one of everything that hangs on rows 3 to 5 and columns B to D. */
function furnished() {
  const made = newBook({ rows: 20, columns: 10 })
  made.write(3, 2, [
    ['h1', 'h2', 'h3'],
    ['a', 1, '=C4*2'],
    ['b', 2, '=C5*2'],
  ])
  made.run(
    { addNamedRange: { namedRange: { name: 'Body', range: range('B4:D5') } } },
    { addProtectedRange: { protectedRange: { range: range('B3:D3') } } },
    {
      addConditionalFormatRule: {
        rule: {
          ranges: [range('C4:C5')],
          booleanRule: { condition: { type: 'NOT_BLANK' }, format: { textFormat: { bold: true } } },
        },
      },
    },
    {
      addBanding: {
        bandedRange: { range: range('B3:D5'), rowProperties: { firstBandColor: {}, secondBandColor: { red: 1 } } },
      },
    },
    { setBasicFilter: { filter: { range: range('B3:D5'), criteria: { 2: { hiddenValues: ['1'] } } } } },
    { addFilterView: { filter: { title: 'V', range: range('B3:D5'), sortSpecs: [{ dimensionIndex: 2 }] } } },
    {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataKey: 'row',
          visibility: 'DOCUMENT',
          location: { dimensionRange: lines('ROWS', 3, 4) },
        },
      },
    },
    {
      addChart: {
        chart: {
          spec: {
            title: 'c',
            basicChart: { chartType: 'COLUMN', series: [{ series: { sourceRange: { sources: [range('C4:C5')] } } }] },
          },
          position: { overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 6, columnIndex: 5 } } },
        },
      },
    },
    { addDimensionGroup: { range: lines('ROWS', 3, 5) } },
    { mergeCells: { range: range('G3:G5') } },
    {
      updateDimensionProperties: {
        range: lines('ROWS', 3, 4),
        properties: { pixelSize: 40, hiddenByUser: true },
        fields: 'pixelSize,hiddenByUser',
      },
    },
  )
  return made
}

/** Where everything of a furnished sheet is now: rows, then columns. */
function whereabouts({ book, sheet }: ReturnType<typeof furnished>) {
  const shown = sheet()
  const rows = (one?: object | null) => {
    const { startRowIndex: from, endRowIndex: to } = (one ?? {}) as { startRowIndex?: number; endRowIndex?: number }
    return `${from}-${to}`
  }
  return {
    named: rows(
      shown &&
        book.namedRanges[0] && {
          startRowIndex: book.namedRanges[0].box.row - 1,
          endRowIndex: book.namedRanges[0].box.row - 1 + book.namedRanges[0].box.rows,
        },
    ),
    protected: rows(shown.protectedRanges?.[0]?.range),
    conditional: rows(shown.conditionalFormats?.[0]?.ranges?.[0]),
    banded: rows(shown.bandedRanges?.[0]?.range),
    filter: rows(shown.basicFilter?.range),
    view: rows(shown.filterViews?.[0]?.range),
    chart: rows(shown.charts?.[0]?.spec?.basicChart?.series?.[0]?.series?.sourceRange?.sources?.[0]),
    anchor: shown.charts?.[0]?.position?.overlayPosition?.anchorCell?.rowIndex,
    group: shown.rowGroups?.map(({ range: one }) => `${one?.startIndex}-${one?.endIndex}`).join(),
    merge: rows(shown.merges?.[0]),
    metadata: book.metadata.map(({ at }) => ('start' in at ? at.start - 1 : null)).join(),
    hidden: [...book.sheets[0]!.hiddenRows].map((row) => row - 1).join(),
  }
}

describe('rows and columns', () => {
  it('take everything on them along when others are inserted above', () => {
    const made = furnished()
    made.run({ insertDimension: { range: lines('ROWS', 1, 3) } })
    expect(whereabouts(made)).toEqual({
      named: '5-7',
      protected: '4-5',
      conditional: '5-7',
      banded: '4-7',
      filter: '4-7',
      view: '4-7',
      chart: '5-7',
      anchor: 8,
      group: '5-7',
      merge: '4-7',
      metadata: '5',
      hidden: '5',
    })
    expect(made.values('C6:D7')).toEqual([
      [1, 2],
      [2, 4],
    ])
  })

  it('take everything along when they move, and what is deleted takes its own along', () => {
    const made = furnished()
    made.run(
      { unmergeCells: { range: range('G3:G5') } },
      { moveDimension: { source: lines('ROWS', 2, 5), destinationIndex: 9 } },
    )
    expect(whereabouts(made)).toMatchObject({
      named: '7-9',
      protected: '6-7',
      banded: '6-9',
      filter: '6-9',
      chart: '7-9',
      group: '7-9',
      metadata: '7',
      hidden: '7',
    })
    expect(made.values('B7:D9')).toEqual([
      ['h1', 'h2', 'h3'],
      ['a', 1, 2],
      ['b', 2, 4],
    ])
    made.run({ deleteDimension: { range: lines('ROWS', 7, 8) } })
    expect(whereabouts(made)).toMatchObject({ named: '7-8', metadata: '', hidden: '', group: '7-8' })
    made.run({ deleteDimension: { range: lines('COLUMNS', 1, 4) } })
    const shown = made.sheet()
    expect([shown.bandedRanges, shown.basicFilter, shown.conditionalFormats, shown.filterViews]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('move filters by columns', () => {
    const made = furnished()
    made.run({ insertDimension: { range: lines('COLUMNS', 0, 1) } })
    expect(made.sheet().basicFilter?.criteria).toEqual({ 3: { hiddenValues: ['1'] } })
    expect(made.sheet().filterViews?.[0]?.sortSpecs).toEqual([{ dimensionIndex: 3, sortOrder: 'ASCENDING' }])
  })

  it('inherit looks, sizes and rules from the neighbour that is named', () => {
    const { run, cells, book } = newBook()
    run(
      {
        repeatCell: {
          range: range('A1:B1'),
          cell: { userEnteredFormat: { textFormat: { bold: true } } },
          fields: 'userEnteredFormat',
        },
      },
      { updateDimensionProperties: { range: lines('ROWS', 0, 1), properties: { pixelSize: 60 }, fields: 'pixelSize' } },
      { insertDimension: { range: lines('ROWS', 1, 2), inheritFromBefore: true } },
      { insertDimension: { range: lines('ROWS', 3, 4) } },
    )
    expect(cells('A1:A4').map(([cell]) => cell?.userEnteredFormat?.textFormat?.bold ?? false)).toEqual([true, true])
    expect(book.sheets[0]!.rowHeights.get(2)).toBe(60)
  })

  it.each([
    [
      { insertDimension: { range: lines('ROWS', 20, 21) } },
      'insertDimension: range.startIndex must be less than the grid size (20) if inheritFromBefore is false.',
    ],
    [
      { insertDimension: { range: lines('ROWS', 21, 22) } },
      'insertDimension: range.startIndex is larger than current grid size (20)',
    ],
    [{ insertDimension: { range: lines('ROWS', -1, 2) } }, 'insertDimension: DimensionRange indexes must be >= 0'],
    [
      { deleteDimension: { range: lines('ROWS', 19, 25) } },
      "deleteDimension: Cannot delete a row that doesn't exist. Tried to delete row index 20 but there are only 20 rows.",
    ],
    [
      { deleteDimension: { range: lines('COLUMNS', 0, 10) } },
      "deleteDimension: You can't delete all the columns on the sheet.",
    ],
    [
      { appendDimension: { sheetId: 0, dimension: 'ROWS', length: 10_000_000 } },
      'appendDimension: This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    ],
  ])('refuse %o', (request, message) => {
    expect(newBook().refusal(request)).toBe(`Invalid requests[0].${message}`)
  })

  it('are not all deleted but for the frozen ones, and no merge is torn by a move', () => {
    const { run, refusal } = newBook({ rows: 4 })
    run({
      updateSheetProperties: {
        properties: { sheetId: 0, gridProperties: { frozenRowCount: 1 } },
        fields: 'gridProperties.frozenRowCount',
      },
    })
    expect(refusal({ deleteDimension: { range: lines('ROWS', 1, 4) } })).toMatch(
      /not possible to delete all non-frozen rows\.$/,
    )
    run({ mergeCells: { range: range('A2:A3') } })
    expect(refusal({ moveDimension: { source: lines('ROWS', 3, 4), destinationIndex: 2 } })).toMatch(
      /crosses a merged cell\. Please unmerge and try again\.$/,
    )
    run({ deleteDimension: { range: lines('ROWS', 1, 3) } })
  })
})

describe('groups', () => {
  const group = (from: number, to: number) => ({ range: lines('COLUMNS', from, to) })
  const shown = (groups?: { range?: object; depth?: number | null }[]) =>
    groups?.map(({ range: one, depth }) => {
      const { startIndex, endIndex } = one as { startIndex: number; endIndex: number }
      return `${startIndex}-${endIndex}:${depth}`
    })

  it.each([
    [
      [1, 5],
      [2, 4],
      ['1-5:1', '2-4:2'],
    ],
    [
      [2, 4],
      [1, 5],
      ['1-5:1', '2-4:2'],
    ],
    [
      [1, 4],
      [2, 5],
      ['1-5:1', '2-4:2'],
    ],
    [
      [1, 3],
      [5, 7],
      ['1-3:1', '5-7:1'],
    ],
  ])('%j and %j nest as %j', (one, other, expected) => {
    const { run } = newBook()
    const replies = run(
      { addDimensionGroup: group(one[0]!, one[1]!) },
      { addDimensionGroup: group(other[0]!, other[1]!) },
    )
    expect(shown(replies[1]?.addDimensionGroup?.dimensionGroups)).toEqual(expected)
  })

  it('become shallower where they are deleted, and collapse their lines', () => {
    const { run, refusal, book } = newBook()
    run({ addDimensionGroup: group(1, 5) }, { addDimensionGroup: group(2, 4) })
    const [reply] = run({ deleteDimensionGroup: group(3, 5) })
    expect(shown(reply?.deleteDimensionGroup?.dimensionGroups)).toEqual(['1-4:1', '2-3:2'])
    run({
      updateDimensionGroup: { dimensionGroup: { ...group(2, 3), depth: 2, collapsed: true }, fields: 'collapsed' },
    })
    expect([...book.sheets[0]!.hiddenColumns]).toEqual([3])
    expect(refusal({ deleteDimensionGroup: group(7, 8) })).toMatch(/deleteDimensionGroup: No dimension group/)
  })
})

describe('parts of lines', () => {
  it('shift along, and formulas follow what they refer to', () => {
    const { run, values, write, book } = newBook({ rows: 5, columns: 4 })
    write(1, 1, [
      ['a', 1],
      ['b', 2],
      ['c', 3],
      ['=B2', '=SUM(B1:B3)'],
    ])
    run({ insertRange: { range: range('B2:B3'), shiftDimension: 'ROWS' } })
    expect(values('A1:B6')).toEqual([
      ['a', 1],
      ['b', null],
      ['c', null],
      [2, 2],
      [null, 3],
      [null, 6],
    ])
    expect(book.sheets[0]!.maxRows).toBe(6)
    run({ deleteRange: { range: range('B2:B3'), shiftDimension: 'ROWS' } })
    expect(values('A1:B4')).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
      [2, 6],
    ])
    run({ deleteRange: { range: range('A1:A2'), shiftDimension: 'COLUMNS' } })
    expect(values('A1:B2')).toEqual([
      [1, null],
      [2, null],
    ])
    expect(book.sheets[0]!.rows.get(4)?.get(1)?.formula).toBe('=A2')
  })
})

describe('merges', () => {
  it('keep one value, and come whole', () => {
    const { run, refusal, sheet, values, write } = newBook()
    write(1, 2, [['x'], ['y']])
    run({ mergeCells: { range: range('A1:B2'), mergeType: 'MERGE_ALL' } })
    expect(values('A1:B2')).toEqual([
      ['x', null],
      [null, null],
    ])
    expect(refusal({ unmergeCells: { range: range('A1:A2') } })).toBe(
      'Invalid requests[0].unmergeCells: You must select all cells in a merged range to merge or unmerge them.',
    )
    run({ mergeCells: { range: range('A1:C3'), mergeType: 'MERGE_ROWS' } })
    expect(sheet().merges).toHaveLength(3)
    run({ unmergeCells: { range: { sheetId: 0 } } })
    expect(sheet().merges).toBeUndefined()
  })

  it('do not cross the edge of what is frozen', () => {
    const { run, refusal } = newBook()
    run({
      updateSheetProperties: {
        properties: { sheetId: 0, gridProperties: { frozenColumnCount: 1 } },
        fields: 'gridProperties.frozenColumnCount',
      },
    })
    expect(refusal({ mergeCells: { range: range('A1:B1') } })).toBe(
      "Invalid requests[0].mergeCells: You can't merge frozen and non-frozen columns.",
    )
  })
})

describe('updateBorders', () => {
  it('draws outer and inner lines, and takes away with NONE', () => {
    const { run, cells } = newBook()
    const solid = { style: 'SOLID', color: { red: 1 } }
    run({ updateBorders: { range: range('A1:B2'), top: solid, bottom: solid, innerVertical: { style: 'DOTTED' } } })
    const drawn = { style: 'SOLID', width: 1, color: { red: 1 }, colorStyle: { rgbColor: { red: 1 } } }
    const dotted = { style: 'DOTTED', width: 1, color: {}, colorStyle: { rgbColor: {} } }
    expect(
      cells('A1:B2')
        .flat()
        .map((cell) => cell.userEnteredFormat?.borders),
    ).toEqual([
      { top: drawn, right: dotted },
      { top: drawn, left: dotted },
      { bottom: drawn, right: dotted },
      { bottom: drawn, left: dotted },
    ])
    run({
      updateBorders: {
        range: range('A1:B2'),
        top: { style: 'NONE' },
        bottom: { style: 'NONE' },
        innerVertical: { style: 'NONE' },
      },
    })
    expect(cells('A1:B2')).toEqual([])
  })
})
