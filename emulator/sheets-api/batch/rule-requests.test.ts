// Tests of requests about conditional formats, bandings, names, protections, filters and metadata.
import { describe, expect, it } from 'vitest'
import { gridData } from '../cell-data/grid-data.ts'
import { newBook, range } from '../testing/book.ts'

const bold = { textFormat: { bold: true } }
const when = (type: string, ...texts: string[]) => ({
  type,
  ...(texts.length > 0 ? { values: texts.map((userEnteredValue) => ({ userEnteredValue })) } : {}),
})

describe('conditional formats', () => {
  const rule = (text: string) => ({
    ranges: [range('A1:A5')],
    booleanRule: { condition: when('TEXT_CONTAINS', text), format: bold },
  })

  it('are added, moved, replaced and deleted by index, and told as they were', () => {
    const { run, sheet, refusal } = newBook()
    run(
      { addConditionalFormatRule: { rule: rule('a') } },
      { addConditionalFormatRule: { rule: rule('b'), index: 1 } },
      { addConditionalFormatRule: { rule: rule('c'), index: 0 } },
    )
    const order = () =>
      sheet()
        .conditionalFormats?.map((one) => one.booleanRule?.condition?.values?.[0]?.userEnteredValue)
        .join('')
    expect(order()).toBe('cab')
    const [moved] = run({ updateConditionalFormatRule: { sheetId: 0, index: 0, newIndex: 2 } })
    expect(moved?.updateConditionalFormatRule).toMatchObject({
      newIndex: 2,
      newRule: { booleanRule: { condition: when('TEXT_CONTAINS', 'c') } },
    })
    expect(order()).toBe('abc')
    const [replaced] = run({ updateConditionalFormatRule: { index: 1, rule: rule('d') } })
    expect(replaced?.updateConditionalFormatRule?.oldRule?.booleanRule?.condition).toEqual(when('TEXT_CONTAINS', 'b'))
    const [gone] = run({ deleteConditionalFormatRule: { sheetId: 0, index: 0 } })
    expect(gone?.deleteConditionalFormatRule?.rule?.booleanRule?.condition).toEqual(when('TEXT_CONTAINS', 'a'))
    expect(order()).toBe('dc')
    expect(refusal({ deleteConditionalFormatRule: { sheetId: 0, index: 2 } })).toBe(
      'Invalid requests[0].deleteConditionalFormatRule: No conditional format on sheet: 0 at index: 2',
    )
  })

  it('keep a gradient, without the values of its ends', () => {
    const { run, refusal, sheet } = newBook()
    const add = (minpoint: object, midpoint?: object) => ({
      addConditionalFormatRule: {
        rule: {
          ranges: [range('B1:B9')],
          gradientRule: { minpoint, ...(midpoint ? { midpoint } : {}), maxpoint: { type: 'MAX', color: { green: 1 } } },
        },
      },
    })
    run(
      add(
        { type: 'MIN', value: '3', colorStyle: { rgbColor: { red: 1 } } },
        { type: 'PERCENTILE', value: '50', color: {} },
      ),
    )
    expect(sheet().conditionalFormats?.[0]?.gradientRule).toEqual({
      minpoint: { type: 'MIN', color: { red: 1 }, colorStyle: { rgbColor: { red: 1 } } },
      midpoint: { type: 'PERCENTILE', value: '50', color: {}, colorStyle: { rgbColor: {} } },
      maxpoint: { type: 'MAX', color: { green: 1 }, colorStyle: { rgbColor: { green: 1 } } },
    })
    const prefix = 'Invalid requests[0].addConditionalFormatRule: '
    expect(refusal(add({ color: {} }))).toBe(`${prefix}No interpolationPointType specified.`)
    expect(refusal(add({ type: 'NUMBER' }))).toBe(`${prefix}InterpolationPoint.value is required.`)
    expect(refusal(add({ type: 'NUMBER', value: 'x' }))).toBe(`${prefix}Invalid InterpolationPoint.value: x`)
  })

  it('take numbers as the locale writes them, and relative dates', () => {
    const { run, refusal, sheet } = newBook({ locale: 'de_DE' })
    const add = (condition: object) => ({
      addConditionalFormatRule: { rule: { ranges: [range('A1')], booleanRule: { condition, format: bold } } },
    })
    run(add(when('NUMBER_GREATER', '1,5')), add({ type: 'DATE_BEFORE', values: [{ relativeDate: 'TODAY' }] }))
    expect(sheet().conditionalFormats?.map((one) => one.booleanRule?.condition)).toEqual([
      { type: 'DATE_BEFORE', values: [{ relativeDate: 'TODAY' }] },
      when('NUMBER_GREATER', '1,5'),
    ])
    expect(refusal(add(when('CUSTOM_FORMULA', 'A1>1')))).toMatch(
      /Invalid ConditionValue\.userEnteredValue: A1>1 for ConditionType: CUSTOM_FORMULA$/,
    )
    expect(refusal(add(when('ONE_OF_LIST', 'a')))).toMatch(/ConditionType 'ONE_OF_LIST' is not supported/)
  })
})

describe('bandings', () => {
  it('are added once per range, changed by mask and deleted', () => {
    const { run, refusal, sheet } = newBook()
    const rowProperties = {
      headerColor: { red: 1 },
      firstBandColor: { red: 1, green: 1, blue: 1 },
      secondBandColorStyle: { themeColor: 'ACCENT4' },
    }
    const [added] = run({ addBanding: { bandedRange: { range: range('A1:C9'), rowProperties } } })
    const bandedRangeId = added?.addBanding?.bandedRange?.bandedRangeId
    expect(sheet().bandedRanges?.[0]).toMatchObject({
      bandedRangeId,
      rowProperties: {
        headerColorStyle: { rgbColor: { red: 1 } },
        secondBandColor: { red: 0.20392157 },
        secondBandColorStyle: { themeColor: 'ACCENT4' },
      },
    })
    expect(refusal({ addBanding: { bandedRange: { range: range('B2:D4'), rowProperties } } })).toBe(
      'Invalid requests[0].addBanding: You cannot add alternating background colors to a range that already has alternating background colors.',
    )
    run({
      updateBanding: {
        bandedRange: { bandedRangeId, rowProperties: { footerColor: { blue: 1 } }, range: range('A1:C5') },
        fields: 'rowProperties.footerColor,range',
      },
    })
    const changed = sheet().bandedRanges?.[0]
    expect(changed?.range).toMatchObject({ endRowIndex: 5 })
    expect([changed?.rowProperties?.footerColor, changed?.rowProperties?.headerColor]).toEqual([
      { blue: 1 },
      { red: 1 },
    ])
    run({ deleteBanding: { bandedRangeId } })
    expect(sheet().bandedRanges).toBeUndefined()
  })
})

describe('named ranges', () => {
  it('have names of their own, and formulas follow them', () => {
    const { book, run, refusal, values, write } = newBook()
    write(1, 1, [[2], [3]])
    const [added] = run({ addNamedRange: { namedRange: { name: 'Data', range: range('A1:A2') } } })
    const { namedRangeId } = added?.addNamedRange?.namedRange ?? {}
    expect(refusal({ addNamedRange: { namedRange: { name: 'data', range: range('B1') } } })).toBe(
      'Invalid requests[0].addNamedRange: Cannot add named range with name data, a named range with that name already exists.',
    )
    for (const name of ['A1', '1st', 'with space', ''])
      expect(refusal({ addNamedRange: { namedRange: { name, range: range('B1') } } })).toMatch(/Invalid name/)
    write(1, 2, [['=SUM(Data)']])
    run({ updateNamedRange: { namedRange: { namedRangeId, name: 'Facts' }, fields: 'name' } })
    expect(book.sheets[0]!.rows.get(1)?.get(2)?.formula).toBe('=SUM(Facts)')
    expect(values('B1')).toEqual([[5]])
    run({ deleteNamedRange: { namedRangeId } })
    expect(book.namedRanges).toEqual([])
  })
})

describe('protections', () => {
  it('tell in the reply what was asked, and always keep the owner as an editor', () => {
    const { run, sheet, refusal } = newBook()
    const [warned, whole] = run(
      { addProtectedRange: { protectedRange: { range: range('A1:B2'), warningOnly: true } } },
      {
        addProtectedRange: {
          protectedRange: {
            range: { sheetId: 0 },
            description: 'all',
            unprotectedRanges: [range('C1')],
            editors: { users: ['x@example.com'], groups: ['g@example.com'] },
          },
        },
      },
    )
    expect(warned?.addProtectedRange?.protectedRange).toMatchObject({
      warningOnly: true,
      requestingUserCanEdit: true,
      editors: {},
    })
    expect(whole?.addProtectedRange?.protectedRange).toMatchObject({
      range: {},
      description: 'all',
      editors: { users: ['x@example.com'] },
    })
    expect(sheet().protectedRanges?.map((one) => one.editors?.users)).toEqual([
      ['owner@example.com'],
      ['x@example.com', 'owner@example.com'],
    ])
    expect(
      refusal({
        addProtectedRange: {
          protectedRange: { range: range('A1'), warningOnly: true, editors: { users: ['x@example.com'] } },
        },
      }),
    ).toBe('Invalid requests[0].addProtectedRange: ProtectedRange is warningOnly. Editors cannot be set on it.')
    const { protectedRangeId } = whole?.addProtectedRange?.protectedRange ?? {}
    run({
      updateProtectedRange: {
        protectedRange: { protectedRangeId, description: '', range: range('A1:C3') },
        fields: 'description,range,unprotectedRanges',
      },
    })
    expect(sheet().protectedRanges?.[1]).toEqual({
      protectedRangeId,
      range: { startRowIndex: 0, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 3 },
      requestingUserCanEdit: true,
      editors: { users: ['x@example.com', 'owner@example.com'], groups: ['g@example.com'] },
    })
    run({ deleteProtectedRange: { protectedRangeId } })
    expect(sheet().protectedRanges).toHaveLength(1)
  })
})

describe('filters', () => {
  it('hide rows, sort them, and answer their criteria in both forms', () => {
    const { book, run, sheet, values, write } = newBook()
    write(1, 1, [
      ['name', 'n'],
      ['a', 3],
      ['b', 1],
      ['c', 2],
    ])
    const filterSpecs = [
      { columnIndex: 1, filterCriteria: { condition: when('NUMBER_GREATER', '1') } },
      { filterCriteria: { hiddenValues: ['a'] } },
    ]
    run({
      setBasicFilter: {
        filter: { range: range('A1:B4'), filterSpecs, sortSpecs: [{ dimensionIndex: 1, sortOrder: 'DESCENDING' }] },
      },
    })
    expect(values('B2:B4')).toEqual([[3], [2], [1]])
    const { rowMetadata } = gridData(book, book.sheets[0]!, { row: 1, column: 1, rows: 4, columns: 1 })
    expect((rowMetadata as { hiddenByFilter?: boolean }[]).map((row) => row.hiddenByFilter ?? false)).toEqual([
      false,
      true,
      false,
      true,
    ])
    expect(sheet().basicFilter).toMatchObject({
      criteria: { 0: { hiddenValues: ['a'] }, 1: { condition: when('NUMBER_GREATER', '1') } },
      filterSpecs: [{ filterCriteria: { hiddenValues: ['a'] } }, { columnIndex: 1 }],
      sortSpecs: [{ dimensionIndex: 1, sortOrder: 'DESCENDING' }],
    })
    run({ clearBasicFilter: { sheetId: 0 } })
    expect(sheet().basicFilter).toBeUndefined()
  })

  it('are kept as views, named when nobody named them', () => {
    const { run, refusal, sheet } = newBook()
    const [added] = run({
      addFilterView: { filter: { range: range('A1:C9'), criteria: { 0: { hiddenValues: ['x'] } } } },
    })
    const view = added?.addFilterView?.filter
    expect(view).toMatchObject({ title: 'Filter 1', filterSpecs: [{ filterCriteria: { hiddenValues: ['x'] } }] })
    run({ updateFilterView: { filter: { filterViewId: view?.filterViewId, title: 'Mine' }, fields: 'title,criteria' } })
    const [copied] = run({ duplicateFilterView: { filterId: view?.filterViewId } })
    expect(copied?.duplicateFilterView?.filter?.title).toBe('Copy of Mine')
    expect(copied?.duplicateFilterView?.filter?.criteria).toBeUndefined()
    run({ deleteFilterView: { filterId: view?.filterViewId } })
    expect(sheet().filterViews).toHaveLength(1)
    expect(
      refusal({
        setBasicFilter: { filter: { range: range('A1:B2'), criteria: { 0: { condition: when('ONE_OF_LIST', 'a') } } } },
      }),
    ).toBe("Invalid requests[0].setBasicFilter: ConditionType 'ONE_OF_LIST' is not supported in filters.")
  })
})

describe('developer metadata', () => {
  const entry = (metadataKey: string, location: object, metadataValue?: string) => ({
    createDeveloperMetadata: {
      developerMetadata: { metadataKey, location, visibility: 'DOCUMENT', ...(metadataValue ? { metadataValue } : {}) },
    },
  })
  const row = (startIndex: number) => ({
    dimensionRange: { sheetId: 0, dimension: 'ROWS', startIndex, endIndex: startIndex + 1 },
  })

  it('is found again to be changed and deleted', () => {
    const { run, book } = newBook()
    run(entry('a', row(3), '1'), entry('b', { spreadsheet: true }), entry('a', { sheetId: 0 }))
    const lookup = (metadataKey: string) => ({ developerMetadataLookup: { metadataKey } })
    const [changed] = run({
      updateDeveloperMetadata: {
        dataFilters: [lookup('a')],
        developerMetadata: { metadataValue: '2' },
        fields: 'metadataValue',
      },
    })
    expect(
      changed?.updateDeveloperMetadata?.developerMetadata?.map((one) => [
        one.metadataValue,
        one.location?.locationType,
      ]),
    ).toEqual([
      ['2', 'ROW'],
      ['2', 'SHEET'],
    ])
    const [gone] = run({ deleteDeveloperMetadata: { dataFilter: lookup('a') } })
    expect(gone?.deleteDeveloperMetadata?.deletedDeveloperMetadata).toHaveLength(2)
    expect(book.metadata.map(({ key }) => key)).toEqual(['b'])
  })

  it('is refused where it is incomplete or too long', () => {
    const { run, refusal } = newBook()
    const prefix = 'Invalid requests[0].createDeveloperMetadata: '
    expect(refusal(entry('', row(0)))).toBe(`${prefix}Developer metadata must always have a key specified.`)
    expect(refusal({ createDeveloperMetadata: { developerMetadata: { metadataKey: 'k', location: row(0) } } })).toBe(
      `${prefix}Developer metadata must always have visibility specified.`,
    )
    expect(
      refusal({ createDeveloperMetadata: { developerMetadata: { metadataKey: 'k', visibility: 'DOCUMENT' } } }),
    ).toBe(`${prefix}Developer metadata must always have a location specified.`)
    expect(refusal(entry('k', { dimensionRange: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 2 } }))).toBe(
      `${prefix}DimensionRange must represent a single row or column.`,
    )
    run(entry('k', { sheetId: 0 }, 'x'.repeat(29_999)))
    expect(refusal(entry('k', row(1)))).toMatch(/30000 characters/)
    run(entry('k', { spreadsheet: true }, 'x'.repeat(29_999)))
  })
})
