// Whatever a plan does to whatever sheet: only the cells it lists change, and undo leaves the workbook as it was.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PreviewInput } from '../../shared/contract/write-rpc.ts'
import type { Block } from '../../shared/plan/a1.ts'
import type { PlanEdit } from '../../shared/plan/plan-edit.ts'
import type { Target } from '../../shared/plan/target.ts'
import { plainTable } from '../../shared/template/built-in/plain-table.ts'
import { salesAnalysis } from '../../shared/template/built-in/sales-analysis.ts'
import { fullTemplate, ordersOf } from '../testing/full-template.ts'
import { openDoor } from '../testing/open-door.ts'
import { openEdits } from '../testing/open-edits.ts'
import { orders } from '../testing/orders.ts'
import { plainBook } from '../testing/plain-book.ts'
import { book, size } from '../testing/random-book.ts'
import { edits } from '../testing/random-edits.ts'
import { newOperation, previewInput } from '../testing/write.ts'
import { rowStep, traceEdits } from './edits/trace-cells.ts'

/** Ten thousand sheets in a stress run, some twenty minutes of it, on edits and on whole writes by turns. */
const runs = Number(process.env.STRESS ?? 1) > 1 ? 5000 : 40
const longest = 60 * 60_000

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

const within = (lines: [number, number][], last: number) => lines.filter(([line]) => line <= last)

/** Everything that no edit names, where no rows moved, on the grid as it was: new lines look like the ones before them. */
function untouched(plain: Plain, edits: PlanEdit[]) {
  const has = (...kinds: PlanEdit['kind'][]) => edits.some(({ kind }) => kinds.includes(kind))
  const [sheet, ...others] = plain.sheets.filter(({ hidden }: { hidden: boolean }) => !hidden)
  const grid = { row: 1, column: 1, ...size }
  const touched = traceEdits(edits, sheet.maxColumns).after
  return {
    cells: Object.fromEntries(
      Object.entries(sheet.cells).filter(([key]) => inBlocks([grid], key) && !inBlocks(touched, key)),
    ),
    merges: has('separate') ? null : sheet.merges,
    bandings: has('band') ? null : sheet.bandings,
    conditions: has('condition') ? null : sheet.conditionalRules,
    filter: has('filter') ? null : sheet.filter,
    frozen: has('freeze') ? null : [sheet.frozenRows, sheet.frozenColumns],
    widths: has('width') ? null : within(sheet.columnWidths, size.columns),
    gridlines: has('gridlines') ? null : sheet.hiddenGridlines,
    direction: has('right_to_left') ? null : sheet.rightToLeft,
    grid: has('grow') ? null : [sheet.maxRows, sheet.maxColumns],
    lines: [within(sheet.rowHeights, size.rows), sheet.hiddenRows, sheet.hiddenColumns, sheet.protections],
    names: plain.namedRanges.filter(({ name }: { name: string }) => name.startsWith('mine')),
    others,
  }
}

test(
  `edits made and taken back, ${runs} times`,
  async () => {
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
  },
  longest,
)

const places = fc.record({
  template: fc.constantFrom(fullTemplate, plainTable, salesAnalysis),
  rows: fc.integer({ min: 0, max: 12 }),
  at: fc.option(fc.record({ row: fc.integer({ min: 1, max: 18 }), column: fc.integer({ min: 1, max: 9 }) }), {
    freq: 4,
  }),
  next: fc.constantFrom('append' as const, 'replace' as const, 'merge' as const, null),
  more: fc.integer({ min: 0, max: 14 }),
})

test(
  `tables written, written on and taken back through the door, ${runs} times`,
  async () => {
    const { become, answer } = await openDoor()
    let written = 0
    let again = 0
    fc.assert(
      fc.property(book, places, (newBook, { template, rows, at, next: kind, more }) => {
        const workbook = become(newBook())
        const table = template === salesAnalysis ? { ...orders, rows: orders.rows.slice(0, rows) } : ordersOf(rows)
        const target: Target = at ? { kind: 'at_cell', sheet_id: 0, ...at } : { kind: 'new_sheet' }
        const write = (input: PreviewInput) => {
          const preview = answer('preview', input)
          if (!preview.ok) return null
          const { digest, needs } = preview.value
          const allow = needs.map(({ kind }) => kind)
          const response = answer('write', { ...input, digest, allow, operation_id: newOperation() })
          return response.ok && response.value.receipt
        }
        const before = plainBook(workbook)
        const receipt = write(previewInput(table, template, target))
        if (!receipt) {
          expect(plainBook(workbook)).toEqual(before)
          return
        }
        written++
        const between = plainBook(workbook)
        const next = { ...table, rows: ordersOf(more, Math.floor(rows / 2)).rows }
        if (kind !== null && template !== salesAnalysis) {
          const second = write(previewInput(next, template, { kind, anchor_id: receipt.anchor_id }))
          if (second && JSON.stringify(plainBook(workbook)) !== JSON.stringify(between)) {
            again++
            const undone = answer('undo', { operation_id: second.operation_id, force: false })
            expect(undone, `${kind} ${JSON.stringify(undone)}`).toMatchObject({ ok: true })
          }
          expect(plainBook(workbook), `${kind} ${rows} ${more} ${JSON.stringify(target)}`).toEqual(between)
        }
        expect(answer('undo', { operation_id: receipt.operation_id, force: false })).toMatchObject({ ok: true })
        expect(plainBook(workbook)).toEqual(before)
      }),
      { numRuns: runs, endOnFailure: true },
    )
    expect(written).toBeGreaterThan(runs / 2)
    expect(again).toBeGreaterThan(runs / 10)
  },
  longest,
)
