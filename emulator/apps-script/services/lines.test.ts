// Tests of Sheet: the lines it has, their sizes, and what it may not lose.
import { describe, expect, it } from 'vitest'
import { createRuntime } from '../runtime.ts'

function started() {
  const { evaluate } = createRuntime({ title: 'Book', user: 'ann@example.com' })
  evaluate('const ss = SpreadsheetApp.getActiveSpreadsheet(); const sh = ss.getActiveSheet()')
  return evaluate
}

describe('lines that a sheet does not have', () => {
  it.each([
    ['getColumnWidth(27)', 'columns'],
    ['setColumnWidths(26, 2, 50)', 'columns'],
    ['hideColumns(0)', 'columns'],
    ['isColumnHiddenByUser(27)', 'columns'],
    ['autoResizeColumn(27)', 'columns'],
    ['getRowHeight(1001)', 'rows'],
    ['setRowHeight(1001, 30)', 'rows'],
    ['showRows(1000, 2)', 'rows'],
    ['isRowHiddenByFilter(1001)', 'rows'],
    ['deleteRows(1000, 2)', 'rows'],
  ])('%s is refused', (call, lines) => {
    expect(() => started()(`sh.${call}`)).toThrow(`Those ${lines} are out of bounds.`)
  })
})

it('rows are never set lower than a line of text, unless that is forced', () => {
  const evaluate = started()
  expect(
    evaluate(
      '[sh.setRowHeight(1, 5), sh.setRowHeights(2, 2, 40), sh.setRowHeightsForced(4, 1, 5)].length && [1, 2, 3, 4, 5].map((row) => sh.getRowHeight(row))',
    ),
  ).toEqual([21, 40, 40, 5, 21])
})

it('the last sheet stays and is seen; a tab without a colour has none', () => {
  const evaluate = started()
  expect(() => evaluate('ss.deleteSheet(sh)')).toThrow("You can't remove all the sheets in a document.")
  expect(() => evaluate('sh.hideSheet()')).toThrow("You can't hide all the sheets in a document.")
  expect(
    evaluate("[sh.getTabColor(), sh.setTabColor('#F00').getTabColor(), sh.setTabColor(null).getTabColor()]"),
  ).toEqual([null, '#ff0000', null])
})

it('a copy whose kind is no kind is a plain one', () => {
  expect(
    started()("sh.getRange('A1').setValue(3).copyTo(sh.getRange('B1'), 'ALL'); sh.getRange('B1').getValue()"),
  ).toBe(3)
})
