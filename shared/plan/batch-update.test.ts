import { describe, expect, it } from 'vitest'
import { conditionSign } from './batch-update/condition-sign.ts'
import type { Request } from './batch-update/request.ts'
import { anchor, block, compile, planOf, range, standing } from './batch-update/testing/compile.ts'
import { type BatchContext, batchUpdateRequests } from './batch-update.ts'
import type { PlanEdit } from './plan-edit.ts'

describe('cells', () => {
  it('are typed, so that text stays text and an empty cell empties', () => {
    const cells = [['0042', '=x', 3.5, true, null, { formula: '=A1*2' }]]
    expect(compile([{ kind: 'cells', row: 2, column: 3, cells }])).toEqual([
      {
        updateCells: {
          start: { sheetId: 7, rowIndex: 1, columnIndex: 2 },
          fields: 'userEnteredValue',
          rows: [
            {
              values: [
                { userEnteredValue: { stringValue: '0042' } },
                { userEnteredValue: { stringValue: '=x' } },
                { userEnteredValue: { numberValue: 3.5 } },
                { userEnteredValue: { boolValue: true } },
                {},
                { userEnteredValue: { formulaValue: '=A1*2' } },
              ],
            },
          ],
        },
      },
    ])
  })

  it('with half a character are still text that JSON can carry', () => {
    const [request] = compile([{ kind: 'cells', row: 1, column: 1, cells: [['a\ud83d', 'b\ud83d\ude00']] }])
    expect(JSON.stringify(request)).toContain('a\ufffd')
    expect(JSON.stringify(request)).toContain('b\ud83d\ude00')
  })
})

describe('looks, rules and notes', () => {
  it('name in their mask nothing but what changes', () => {
    const look = { number_format: '#,##0.00 "€"', bold: true, background: null }
    expect(compile([{ kind: 'look', block, look }])).toEqual([
      {
        repeatCell: {
          range,
          cell: {
            userEnteredFormat: {
              numberFormat: { type: 'CURRENCY', pattern: '#,##0.00 "€"' },
              textFormat: { bold: true },
            },
          },
          fields:
            'userEnteredFormat.numberFormat,userEnteredFormat.backgroundColorStyle,userEnteredFormat.textFormat.bold',
        },
      },
    ])
  })

  it('clear a number format for the automatic one', () => {
    expect(compile([{ kind: 'look', block, look: { number_format: 'General' } }])).toEqual([
      { repeatCell: { range, cell: {}, fields: 'userEnteredFormat.numberFormat' } },
    ])
  })

  it('draw a line above the block, not above each of its rows', () => {
    expect(compile([{ kind: 'look', block, look: { border_top: '#ff0000' } }])).toEqual([
      { updateBorders: { range, top: { style: 'SOLID', colorStyle: { rgbColor: { red: 1 } } } } },
    ])
    expect(compile([{ kind: 'look', block, look: { border_top: null } }])).toEqual([
      { updateBorders: { range, top: { style: 'NONE' } } },
    ])
  })

  it('write notes that stand beside each other at once', () => {
    const note = (column: number, text: string): PlanEdit => ({ kind: 'note', row: 1, column, note: text })
    expect(compile([note(1, 'one'), note(2, ''), note(4, 'four')])).toEqual([
      {
        updateCells: {
          start: { sheetId: 7, rowIndex: 0, columnIndex: 0 },
          rows: [{ values: [{ note: 'one' }, {}] }],
          fields: 'note',
        },
      },
      {
        updateCells: {
          start: { sheetId: 7, rowIndex: 0, columnIndex: 3 },
          rows: [{ values: [{ note: 'four' }] }],
          fields: 'note',
        },
      },
    ])
  })

  it('reach rows that a filter hides', () => {
    expect(compile([{ kind: 'rule', block, rule: null }])).toEqual([
      { setDataValidation: { range, filteredRowsIncluded: true } },
    ])
  })

  it.each([
    ['en_US', '1.5'],
    ['de_DE', '1,5'],
    ['ar_EG', '=15/1E1'],
  ])('state bounds as %s types them', (locale, typed) => {
    const rule = { kind: 'number', min: 1.5, strict: true } as const
    const [request] = compile([{ kind: 'rule', block, rule }], { locale })
    expect(request).toMatchObject({
      setDataValidation: {
        rule: { condition: { type: 'NUMBER_GREATER_THAN_EQ', values: [{ userEnteredValue: typed }] }, strict: true },
      },
    })
  })

  it('state days as every locale reads them', () => {
    const rule = { kind: 'date', min: 46023, max: 46387, strict: false, help: 'A day of 2026' } as const
    const [request] = compile([{ kind: 'rule', block, rule }], { locale: 'ja_JP' })
    expect(request).toMatchObject({
      setDataValidation: {
        rule: {
          condition: {
            type: 'DATE_BETWEEN',
            values: [{ userEnteredValue: '2026-01-01' }, { userEnteredValue: '2026-12-31' }],
          },
          strict: false,
          showCustomUi: false,
          inputMessage: 'A day of 2026',
        },
      },
    })
  })

  it('never offer a formula in a list', () => {
    const rule = { kind: 'list' as const, values: ['Open', '=IMPORTXML("a";"b")', '+1'], strict: true }
    const [request] = compile([{ kind: 'rule', block, rule }])
    expect(JSON.stringify(request)).toContain(`"'=IMPORTXML(`)
    expect(JSON.stringify(request)).toContain(`"'+1"`)
    expect(JSON.stringify(request)).toContain(`"Open"`)
  })
})

describe('conditional formats', () => {
  const look = { background: '#ff0000' }
  const condition = (test: 'equals' | 'not_equals' | 'before' | 'contains', value: string | number): PlanEdit => ({
    kind: 'condition',
    blocks: [block],
    condition: { kind: 'cell', test, values: [value], look },
  })
  const typed = (request: Request | undefined) => {
    if (!request || !('addConditionalFormatRule' in request)) throw new Error('no conditional format')
    const { rule, index } = request.addConditionalFormatRule
    return 'booleanRule' in rule ? { index, ...rule.booleanRule.condition } : { index }
  }

  it('go before those of the sheet, each before the one that came before it', () => {
    expect(compile([condition('equals', 3), condition('equals', 'x')]).map(typed)).toEqual([
      { index: 0, type: 'NUMBER_EQ', values: [{ userEnteredValue: '3' }] },
      { index: 0, type: 'TEXT_EQ', values: [{ userEnteredValue: 'x' }] },
    ])
  })

  it('take the place of their like', () => {
    const [added] = compile([condition('before', 46023)])
    if (!added || !('addConditionalFormatRule' in added)) throw new Error('no conditional format')
    // As Google answers it: each colour twice, every sheet but the first by its id.
    const answered = {
      ranges: [{ sheetId: 7, startRowIndex: 3, endRowIndex: 9, startColumnIndex: 3, endColumnIndex: 4 }],
      booleanRule: {
        condition: { type: 'DATE_BEFORE', values: [{ userEnteredValue: '46023' }] },
        format: { backgroundColor: { red: 1 }, backgroundColorStyle: { rgbColor: { red: 1 } } },
      },
    }
    const like = { sign: conditionSign(answered), blocks: [{ row: 4, column: 4, rows: 6, columns: 1 }] }
    const elsewhere = { ...like, blocks: [{ row: 4, column: 9, rows: 6, columns: 1 }] }
    const other = { sign: 'other', blocks: like.blocks }
    const sheet = { ...standing.sheet!, conditions: [other, like, elsewhere, like] }
    expect(compile([condition('before', 46023)], { sheet })).toEqual([
      { deleteConditionalFormatRule: { sheetId: 7, index: 3 } },
      { deleteConditionalFormatRule: { sheetId: 7, index: 1 } },
      added,
    ])
  })

  it('ask by formula where Google has no such condition, and never by a formula of the data', () => {
    const asked = compile([condition('not_equals', 'a "b"'), condition('before', 46023), condition('contains', '=x')])
    expect(asked.map(typed)).toEqual([
      { index: 0, type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=C2<>"a ""b"""' }] },
      { index: 0, type: 'DATE_BEFORE', values: [{ userEnteredValue: '2026-01-01' }] },
      { index: 0, type: 'TEXT_CONTAINS', values: [{ userEnteredValue: '="=x"' }] },
    ])
  })
})

describe('the structure of a sheet', () => {
  it('is followed through the plan: bands and filters are replaced where they stand by then', () => {
    const specs = [{ columnIndex: 2, filterCriteria: { hiddenValues: ['x'] } }, { columnIndex: 9 }]
    const sheet = {
      id: 7,
      rows: 20,
      columns: 10,
      tables: [],
      conditions: [],
      bands: [
        { id: 1, block: { row: 5, column: 3, rows: 3, columns: 2 } },
        { id: 2, block: { row: 15, column: 1, rows: 2, columns: 9 } },
      ],
      filter: { block: { row: 5, column: 3, rows: 3, columns: 8 }, specs },
    }
    const grown = { row: 8, column: 3, rows: 6, columns: 2 }
    const done = compile(
      [
        { kind: 'insert_rows', before: 2, count: 3 },
        { kind: 'band', block: grown, header: null, first: '#ffffff', second: '#eeeeee' },
        { kind: 'filter', block: grown },
      ],
      { sheet },
    )
    expect(done.map((request) => Object.keys(request)[0])).toEqual([
      'insertDimension',
      'deleteBanding',
      'addBanding',
      'setBasicFilter',
    ])
    expect(done[1]).toEqual({ deleteBanding: { bandedRangeId: 1 } })
    expect(done[3]).toMatchObject({ setBasicFilter: { filter: { filterSpecs: [specs[0]] } } })
  })

  it('leaves a filter alone that covers the block already', () => {
    const sheet = { ...standing.sheet!, filter: { block, specs: [] } }
    expect(compile([{ kind: 'filter', block }], { sheet })).toEqual([])
  })

  it('takes rows only from where they are', () => {
    const done = compile([
      { kind: 'delete_rows', row: 4, count: 2 },
      { kind: 'grow', rows: 19, columns: 10 },
      { kind: 'insert_rows', before: 20, count: 3 },
    ])
    expect(done).toEqual([
      { deleteDimension: { range: { sheetId: 7, dimension: 'ROWS', startIndex: 3, endIndex: 5 } } },
      {
        insertDimension: {
          range: { sheetId: 7, dimension: 'ROWS', startIndex: 18, endIndex: 19 },
          inheritFromBefore: true,
        },
      },
      {
        insertDimension: {
          range: { sheetId: 7, dimension: 'ROWS', startIndex: 19, endIndex: 22 },
          inheritFromBefore: true,
        },
      },
    ])
  })

  it('sets the properties of the sheet in one go', () => {
    expect(
      compile([
        { kind: 'freeze', rows: 1, columns: 0 },
        { kind: 'gridlines', shown: false },
        { kind: 'right_to_left' },
      ]),
    ).toEqual([
      {
        updateSheetProperties: {
          properties: {
            sheetId: 7,
            rightToLeft: true,
            gridProperties: { frozenRowCount: 1, frozenColumnCount: 0, hideGridlines: true },
          },
          fields:
            'rightToLeft,gridProperties.frozenRowCount,gridProperties.frozenColumnCount,gridProperties.hideGridlines',
        },
      },
    ])
  })

  it('comes with a new sheet', () => {
    const plan = planOf(
      [
        { kind: 'grow', rows: 5001, columns: 4 },
        { kind: 'freeze', rows: 1, columns: 0 },
      ],
      { sheet_id: null, target: { kind: 'new_sheet' } },
    )
    const [first, second] = batchUpdateRequests(plan, { ...standing, sheet: null })
    expect(first).toMatchObject({
      addSheet: {
        properties: {
          title: 'Orders',
          gridProperties: { rowCount: 5001, columnCount: 26, frozenRowCount: 1, frozenColumnCount: 0 },
        },
      },
    })
    expect(second).toHaveProperty('createDeveloperMetadata')
  })
})

describe('what the spreadsheet remembers', () => {
  const edits: PlanEdit[] = [{ kind: 'anchor', block, anchor }]

  it('is made once and then changed', () => {
    const kinds = (context: Partial<BatchContext>) => compile(edits, context).map((request) => Object.keys(request)[0])
    expect(kinds({})).toEqual(['addNamedRange', 'createDeveloperMetadata'])
    const known = { named_range_id: '12', metadata_id: 34 }
    expect(kinds({ anchor: known })).toEqual(['updateNamedRange', 'updateDeveloperMetadata'])
  })

  it('has ids that are the same for the same operation and for no other', () => {
    const ids = (operation_id: string) =>
      JSON.stringify(batchUpdateRequests(planOf(edits), { ...standing, operation_id }))
    expect(ids('operation-1')).toBe(ids('operation-1'))
    expect(ids('operation-1')).not.toBe(ids('operation-2'))
    const entries = Array.from({ length: 2000 }, (_, at) => {
      const last = batchUpdateRequests(planOf([]), { ...standing, operation_id: `operation-${at}` }).at(-1)
      if (!last || !('createDeveloperMetadata' in last)) throw new Error('no entry')
      return last.createDeveloperMetadata.developerMetadata.metadataId
    })
    expect(new Set(entries).size).toBe(2000)
    expect(entries.every((id) => Number.isInteger(id) && id > 0 && id < 2 ** 31)).toBe(true)
  })

  it('forgets operations that are long past', () => {
    const done = Array.from({ length: 82 }, (_, at) => ({ id: at + 1, at: `2026-01-01T00:00:${10 + at}Z` }))
    const removed = compile([], { done }).map((request) => JSON.stringify(request))
    expect(removed).toHaveLength(3)
    expect(removed.join()).toContain('"metadataId":1}')
  })
})
