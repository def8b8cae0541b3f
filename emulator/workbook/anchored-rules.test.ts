// A custom formula of a conditional format stays with the cells it is drawn on, also when its first line is deleted.
import { expect, test } from 'vitest'
import { deleteLines } from './lines.ts'
import { newWorkbook } from './workbook.ts'

function rulesAfter(axis: 'row' | 'column', start: number, formula: string) {
  const workbook = newWorkbook()
  const sheet = workbook.sheets[0]!
  sheet.conditionalRules = [
    {
      kind: 'boolean',
      type: 'CUSTOM_FORMULA',
      args: [formula],
      style: { bold: true },
      ranges: [{ row: 2, column: 1, rows: 5, columns: 3 }],
    },
  ]
  deleteLines(workbook, sheet, axis, start, 1)
  return sheet.conditionalRules.map((rule) => [rule.kind === 'boolean' ? rule.args[0] : null, rule.ranges[0]])
}

test.each([
  ['row', 2, '=$E2>0', '=$E2>0', { row: 2, column: 1, rows: 4, columns: 3 }],
  ['row', 1, '=$E2>0', '=$E1>0', { row: 1, column: 1, rows: 5, columns: 3 }],
  ['row', 3, '=$E2>0', '=$E2>0', { row: 2, column: 1, rows: 4, columns: 3 }],
  ['column', 1, '=A2>E$1', '=A2>E$1', { row: 2, column: 1, rows: 5, columns: 2 }],
  ['column', 5, '=$E2>0', '=#REF!>0', { row: 2, column: 1, rows: 5, columns: 3 }],
] as const)('deleting %s %i turns %s into %s', (axis, start, before, after, range) => {
  expect(rulesAfter(axis, start, before)).toEqual([[after, range]])
})
