import { describe, expect, it } from 'vitest'
import type { Request } from './batch-update/request.ts'
import { type BatchContext, batchUpdateRequests } from './batch-update.ts'
import type { PlanEdit } from './plan-edit.ts'
import type { SheetPlan } from './sheet-plan.ts'

const block = { row: 2, column: 3, rows: 4, columns: 2 }
const range = { sheetId: 7, startRowIndex: 1, endRowIndex: 5, startColumnIndex: 2, endColumnIndex: 4 }

function planOf(edits: PlanEdit[], more: Partial<SheetPlan> = {}): SheetPlan {
  return {
    target: { kind: 'at_cell', sheet_id: 7, row: 2, column: 3 },
    sheet_id: 7,
    sheet_name: 'Orders',
    block,
    columns: [],
    totals: false,
    own_total: false,
    counts: {
      rows_new: 0,
      rows_updated: 0,
      rows_unchanged: 0,
      rows_removed: 0,
      rows_left_out: 0,
      cells_updated: 0,
    },
    edits,
    ...more,
  }
}

const standing: BatchContext = {
  operation_id: 'operation-1',
  at: 0,
  locale: 'en_US',
  sheet: { id: 7, rows: 20, columns: 10, bands: [], tables: [], filter: null },
  anchor: { named_range_id: null, metadata_id: null },
  done: [],
  native_table: false,
}

/** The requests of edits without the entry that ends every batch. */
function compile(edits: PlanEdit[], context: Partial<BatchContext> = {}): Request[] {
  return batchUpdateRequests(planOf(edits), { ...standing, ...context }).slice(0, -1)
}

const anchor = {
  id: 'anchor-0001',
  range_name: 'orders',
  title: 'Orders',
  source: null,
  template: { id: 'plain_table', version: 1 },
  operation_id: 'operation-1',
  written_at: '2026-03-12T08:00:00.000Z',
  columns: [
    { key: 'a', header: 'A', from: 'a' },
    { key: 'b', header: 'B', from: 'b' },
  ],
  key: [],
  totals: false,
}

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

  it('go before those of the sheet, in the order of the plan', () => {
    expect(compile([condition('equals', 3), condition('equals', 'x')]).map(typed)).toEqual([
      { index: 0, type: 'NUMBER_EQ', values: [{ userEnteredValue: '3' }] },
      { index: 1, type: 'TEXT_EQ', values: [{ userEnteredValue: 'x' }] },
    ])
  })

  it('ask by formula where Google has no such condition, and never by a formula of the data', () => {
    const asked = compile([condition('not_equals', 'a "b"'), condition('before', 46023), condition('contains', '=x')])
    expect(asked.map(typed)).toEqual([
      { index: 0, type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=C2<>"a ""b"""' }] },
      { index: 1, type: 'DATE_BEFORE', values: [{ userEnteredValue: '2026-01-01' }] },
      { index: 2, type: 'TEXT_CONTAINS', values: [{ userEnteredValue: '="=x"' }] },
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
      { appendDimension: { sheetId: 7, dimension: 'ROWS', length: 1 } },
      { appendDimension: { sheetId: 7, dimension: 'ROWS', length: 3 } },
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
    const done = Array.from({ length: 102 }, (_, at) => ({ id: at + 1, at }))
    const removed = compile([], { done }).map((request) => JSON.stringify(request))
    expect(removed).toHaveLength(3)
    expect(removed.join()).toContain('"metadataId":1}')
  })
})

describe('a native table', () => {
  const table: PlanEdit[] = [
    { kind: 'band', block, header: '#112233', first: '#ffffff', second: '#eeeeee' },
    { kind: 'filter', block },
    {
      kind: 'rule',
      block: { row: 3, column: 4, rows: 3, columns: 1 },
      rule: { kind: 'list', values: ['x'], strict: true },
    },
    { kind: 'rule', block: { row: 3, column: 3, rows: 3, columns: 1 }, rule: { kind: 'email', strict: true } },
    { kind: 'anchor', block, anchor },
  ]

  it('takes the place of bands, filter and lists', () => {
    const made = compile(table, { native_table: true })
    expect(made.map((request) => Object.keys(request)[0])).toEqual([
      'setDataValidation',
      'addTable',
      'addNamedRange',
      'createDeveloperMetadata',
    ])
    expect(made[1]).toMatchObject({
      addTable: {
        table: {
          range,
          columnProperties: [
            { columnIndex: 0, columnName: 'A' },
            { columnIndex: 1, columnName: 'B', columnType: 'DROPDOWN' },
          ],
        },
      },
    })
  })

  it('is not made where two columns have the same name', () => {
    const columns = anchor.columns.map((column) => ({ ...column, header: 'Same' }))
    const edits: PlanEdit[] = [...table.slice(0, -1), { kind: 'anchor', block, anchor: { ...anchor, columns } }]
    expect(compile(edits, { native_table: true }).map((request) => Object.keys(request)[0])).toContain('addBanding')
  })

  it('grows where there is one already', () => {
    const sheet = { ...standing.sheet!, tables: [{ id: 't1', block: { ...block, rows: 2 } }] }
    expect(compile(table.slice(0, 2), { sheet })).toEqual([
      { updateTable: { table: { tableId: 't1', range }, fields: 'range' } },
    ])
  })
})
