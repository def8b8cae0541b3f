// A batch that fails leaves no trace, whatever it did before it failed: random batches over a sheet with everything on it.
import type { sheets_v4 as v4 } from '@googleapis/sheets'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromJson, toJson } from '../../workbook/json.ts'
import type { Workbook } from '../../workbook/workbook.ts'
import { newBook } from '../testing/book.ts'

const sheetId = 0
const rangeOf = fc
  .tuple(fc.nat(7), fc.nat(5), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
  .map(([row, column, rows, columns]) => ({
    sheetId,
    startRowIndex: row,
    endRowIndex: row + rows,
    startColumnIndex: column,
    endColumnIndex: column + columns,
  }))
const linesOf = fc
  .tuple(fc.constantFrom('ROWS', 'COLUMNS'), fc.nat(6), fc.integer({ min: 1, max: 3 }))
  .map(([dimension, startIndex, count]) => ({ sheetId, dimension, startIndex, endIndex: startIndex + count }))
const enteredValue = fc.constantFrom<v4.Schema$ExtendedValue>(
  { numberValue: 3 },
  { stringValue: 'a,b ' },
  { boolValue: true },
  { formulaValue: '=SUM(A1:B4)' },
)
const axis = fc.constantFrom('ROWS', 'COLUMNS')
const id = fc.integer({ min: 1, max: 3 })
const paste = fc.constantFrom('PASTE_NORMAL', 'PASTE_VALUES', 'PASTE_FORMAT', 'PASTE_CONDITIONAL_FORMATTING')
const bands = { firstBandColor: {}, secondBandColor: { red: 1 } }
const condition = { type: 'NOT_BLANK' }
const format = { textFormat: { bold: true } }

const requestOf: fc.Arbitrary<v4.Schema$Request> = fc.oneof(
  fc.tuple(rangeOf, enteredValue).map(([range, userEnteredValue]) => ({
    repeatCell: { range, cell: { userEnteredValue, note: 'n' }, fields: '*' },
  })),
  rangeOf.map((range) => ({ updateCells: { range, fields: 'userEnteredValue' } })),
  rangeOf.map((range) => ({ setDataValidation: { range, rule: { condition: { type: 'BOOLEAN' } } } })),
  rangeOf.map((range) => ({ mergeCells: { range, mergeType: 'MERGE_ROWS' } })),
  rangeOf.map((range) => ({ unmergeCells: { range } })),
  rangeOf.map((range) => ({ updateBorders: { range, top: { style: 'SOLID' }, innerVertical: { style: 'DOTTED' } } })),
  rangeOf.map((range) => ({
    addConditionalFormatRule: { rule: { ranges: [range], booleanRule: { condition, format } } },
  })),
  rangeOf.map((range) => ({ sortRange: { range, sortSpecs: [{ dimensionIndex: range.startColumnIndex }] } })),
  rangeOf.map((range) => ({ randomizeRange: { range } })),
  rangeOf.map((range) => ({ deleteDuplicates: { range } })),
  rangeOf.map((range) => ({ setBasicFilter: { filter: { range } } })),
  rangeOf.map((range) => ({ autoFill: { range } })),
  fc
    .tuple(rangeOf, rangeOf, paste)
    .map(([source, destination, pasteType]) => ({ copyPaste: { source, destination, pasteType } })),
  fc
    .tuple(rangeOf, paste)
    .map(([source, pasteType]) => ({ cutPaste: { source, destination: { sheetId, rowIndex: 4 }, pasteType } })),
  fc.tuple(rangeOf, axis).map(([range, shiftDimension]) => ({ insertRange: { range, shiftDimension } })),
  fc.tuple(rangeOf, axis).map(([range, shiftDimension]) => ({ deleteRange: { range, shiftDimension } })),
  linesOf.map((range) => ({ insertDimension: { range } })),
  linesOf.map((range) => ({ deleteDimension: { range } })),
  linesOf.map((source) => ({ moveDimension: { source, destinationIndex: 8 } })),
  linesOf.map((range) => ({ addDimensionGroup: { range } })),
  linesOf.map((range) => ({
    updateDimensionProperties: { range, properties: { pixelSize: 9, hiddenByUser: true }, fields: '*' },
  })),
  linesOf.map((dimensions) => ({ autoResizeDimensions: { dimensions } })),
  fc
    .tuple(rangeOf, id)
    .map(([range, bandedRangeId]) => ({ addBanding: { bandedRange: { bandedRangeId, range, rowProperties: bands } } })),
  fc
    .tuple(rangeOf, id)
    .map(([range, number]) => ({ addNamedRange: { namedRange: { name: `Name_${number}`, range } } })),
  fc
    .tuple(rangeOf, id)
    .map(([range, protectedRangeId]) => ({ addProtectedRange: { protectedRange: { protectedRangeId, range } } })),
  fc.tuple(rangeOf, id).map(([range, filterViewId]) => ({ addFilterView: { filter: { filterViewId, range } } })),
  fc.tuple(rangeOf, id).map(([range, number]) => ({ addTable: { table: { name: `Table_${number}`, range } } })),
  fc.constant({ findReplace: { find: 'a', replacement: 'c', allSheets: true } }),
  fc.constant({ addSheet: {} }),
  fc.constant({ duplicateSheet: { sourceSheetId: sheetId } }),
  fc.constant({ clearBasicFilter: { sheetId } }),
  fc.constant({
    updateSheetProperties: {
      properties: { sheetId, title: 'New', gridProperties: { rowCount: 13 } },
      fields: 'title,gridProperties.rowCount',
    },
  }),
)

const stateOf = (book: Workbook) => {
  const { version: _version, nextId: _nextId, ...state } = structuredClone(toJson(book))
  return state
}

describe('a failing batch', () => {
  it('leaves no trace, and a state that was reached survives storing', () => {
    const runs = 25 * Number(process.env.STRESS ?? 1)
    fc.assert(
      fc.property(fc.array(requestOf, { maxLength: 12 }), fc.array(requestOf, { maxLength: 6 }), (made, failing) => {
        const { book, refusal, write } = newBook({ rows: 14, columns: 10 })
        write(1, 1, [
          ['a', 1, '=B1*2'],
          ['a', 2, '=SUM(B1:B2)'],
          ['b', 1, null],
        ])
        for (const request of made) refusal(request)
        const before = stateOf(book)
        expect(refusal(...failing, { deleteSheet: { sheetId: 999 } })).toMatch(/^Invalid requests\[\d+\]\.\w+: /)
        expect(stateOf(book)).toEqual(before)
        expect(stateOf(fromJson(JSON.parse(JSON.stringify(toJson(book)))))).toEqual(JSON.parse(JSON.stringify(before)))
      }),
      { numRuns: runs },
    )
  })
})
