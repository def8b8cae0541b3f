// What goes with deleted rows and moved filters comes back with undo: heights, hidden rows, groups, colours.
import { expect, test } from 'vitest'
import { newWorkbook } from '../../emulator/workbook/workbook.ts'
import type { PlanEdit } from '../../shared/plan/plan-edit.ts'
import { openEdits } from '../testing/open-edits.ts'
import { plainBook } from '../testing/plain-book.ts'

async function madeAndUndone(
  fill: (sheet: ReturnType<typeof newWorkbook>['sheets'][number]) => void,
  edits: PlanEdit[],
) {
  const { make, undo, become } = await openEdits()
  const book = newWorkbook({ locale: 'en_US' })
  fill(book.sheets[0]!)
  const workbook = become(book)
  const before = plainBook(workbook)
  const { operation_id, answer } = make(edits)
  expect(answer.problem).toBeUndefined()
  const between = plainBook(workbook)
  expect(between).not.toEqual(before)
  expect(undo(operation_id).problem).toBeUndefined()
  return { before, after: plainBook(workbook), between }
}

test('heights, hidden rows and folded groups of two thousand rows', async () => {
  const { before, after } = await madeAndUndone(
    (sheet) => {
      sheet.maxRows = 3000
      sheet.rowHeights = new Map([3, 700, 1500, 1501].map((row) => [row, 40 + row]))
      sheet.hiddenRows = new Set([10, 11, 900, 1200, 1201])
      sheet.rowGroups = [
        { start: 100, count: 20, depth: 1, collapsed: false },
        { start: 105, count: 5, depth: 2, collapsed: false },
        { start: 1200, count: 2, depth: 1, collapsed: true },
        { start: 1990, count: 30, depth: 1, collapsed: false },
      ]
    },
    [{ kind: 'delete_rows', row: 3, count: 2000 }],
  )
  expect(after).toEqual(before)
})

test('a filter by colours and values that the table took elsewhere', async () => {
  const { before, after, between } = await madeAndUndone(
    (sheet) => {
      sheet.filter = {
        box: { row: 1, column: 1, rows: 9, columns: 4 },
        criteria: {
          1: { hiddenValues: ['x'], type: null, args: [] },
          2: { hiddenValues: [], type: null, args: [], visibleBackground: '#ff0000' },
          3: { hiddenValues: [], type: null, args: [], visibleFontColor: '#00ff00' },
        },
      }
    },
    [{ kind: 'filter', block: { row: 1, column: 1, rows: 20, columns: 2 } }],
  )
  expect(Object.keys(between.sheets[0].filter.criteria)).toEqual(['1', '2'])
  expect(after).toEqual(before)
})
