// Whatever a plan does to whatever sheet: only the cells it lists change, and undo leaves the workbook as it was.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from '../../shared/plan/a1.ts'
import type { PlanEdit } from '../../shared/plan/plan-edit.ts'
import { openEdits } from '../testing/open-edits.ts'
import { plainBook } from '../testing/plain-book.ts'
import { book } from '../testing/random-book.ts'
import { edits } from '../testing/random-edits.ts'
import { rowStep, traceEdits } from './edits/trace-cells.ts'

const runs = 40 * Number(process.env.STRESS ?? 1)

type Plain = ReturnType<typeof plainBook>

const inBlocks = (blocks: Block[], key: string) => {
  const [row = 0, column = 0] = key.split(' ').map(Number)
  return blocks.some(
    (block) =>
      row >= block.row &&
      row < block.row + block.rows &&
      column >= block.column &&
      column < block.column + block.columns,
  )
}

/** Everything that no edit names, where no rows moved. */
function untouched(plain: Plain, edits: PlanEdit[]) {
  const has = (...kinds: PlanEdit['kind'][]) => edits.some(({ kind }) => kinds.includes(kind))
  const [sheet, ...others] = plain.sheets.filter(({ hidden }: { hidden: boolean }) => !hidden)
  const touched = traceEdits(edits, sheet.maxColumns).after
  return {
    cells: Object.fromEntries(Object.entries(sheet.cells).filter(([key]) => !inBlocks(touched, key))),
    merges: has('separate') ? null : sheet.merges,
    bandings: has('band') ? null : sheet.bandings,
    conditions: has('condition') ? null : sheet.conditionalRules,
    filter: has('filter') ? null : sheet.filter,
    frozen: has('freeze') ? null : [sheet.frozenRows, sheet.frozenColumns],
    widths: has('width') ? null : sheet.columnWidths,
    gridlines: has('gridlines') ? null : sheet.hiddenGridlines,
    direction: has('right_to_left') ? null : sheet.rightToLeft,
    grid: has('grow') ? null : [sheet.maxRows, sheet.maxColumns],
    lines: [sheet.rowHeights, sheet.hiddenRows, sheet.hiddenColumns, sheet.protections],
    names: plain.namedRanges.filter(({ name }: { name: string }) => name.startsWith('mine')),
    others,
  }
}

test(`edits made and taken back, ${runs} times`, async () => {
  const { make, undo, become } = await openEdits()
  let made = 0
  fc.assert(
    fc.property(book, edits, (newBook, given) => {
      const workbook = become(newBook())
      const before = plainBook(workbook)
      const plan = given(workbook.sheets[0]!.merges)
      const { operation_id, answer } = make(plan)
      if (answer.problem) {
        // A strict rule of the sheet refuses a value: then nothing may be left of the attempt.
        expect(answer.text, JSON.stringify(plan)).toMatch(/rule/i)
        expect(plainBook(workbook)).toEqual(before)
        return
      }
      made++
      if (!plan.some(rowStep))
        expect(untouched(plainBook(workbook), plan), JSON.stringify(plan)).toEqual(untouched(before, plan))
      const answered = undo(operation_id)
      expect(answered.problem, `${answered.text} ${JSON.stringify(plan)}`).toBeUndefined()
      expect(plainBook(workbook), JSON.stringify(plan)).toEqual(before)
    }),
    { numRuns: runs, endOnFailure: true },
  )
  expect(made).toBeGreaterThan(runs / 2)
})
