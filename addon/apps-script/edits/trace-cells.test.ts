// Cells are followed through inserted and deleted rows as if each were looked for one by one.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from '../../../shared/plan/a1.ts'
import { aroundAll, fewBlocks, without } from './blocks.ts'
import { carryBack, carryForward, type RowStep } from './trace-cells.ts'

const step = fc.record({
  kind: fc.constantFrom('insert' as const, 'delete' as const),
  row: fc.integer({ min: 1, max: 12 }),
  count: fc.integer({ min: 1, max: 5 }),
})
const block = fc.record({
  row: fc.integer({ min: 1, max: 15 }),
  column: fc.integer({ min: 1, max: 4 }),
  rows: fc.integer({ min: 1, max: 9 }),
  columns: fc.integer({ min: 1, max: 4 }),
})

const cellsOf = (blocks: Block[]) =>
  new Set(
    blocks.flatMap(({ row, column, rows, columns }) =>
      Array.from({ length: rows * columns }, (_, at) => `${row + Math.floor(at / columns)} ${column + (at % columns)}`),
    ),
  )

/** Rows of a sheet by their number before; null for one that came. */
function rowsAfter(steps: RowStep[]): (number | null)[] {
  const rows: (number | null)[] = Array.from({ length: 60 }, (_, at) => at + 1)
  for (const { kind, row, count } of steps) {
    if (kind === 'insert') rows.splice(row - 1, 0, ...Array.from({ length: count }, () => null))
    else rows.splice(row - 1, count)
  }
  return rows
}

test('forward and back are what happens to each row', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 5 }), block, (steps, given) => {
      const rows = rowsAfter(steps)
      const columns = Array.from({ length: given.columns }, (_, at) => given.column + at)
      const forward = rows.flatMap((before, at) =>
        before !== null && before >= given.row && before < given.row + given.rows
          ? columns.map((column) => `${at + 1} ${column}`)
          : [],
      )
      expect([...cellsOf(carryForward([given], steps))].sort()).toEqual(forward.sort())
      const back = rows
        .slice(given.row - 1, given.row - 1 + given.rows)
        .flatMap((before) => (before === null ? [] : columns.map((column) => `${before} ${column}`)))
      expect([...cellsOf(carryBack([given], steps))].sort()).toEqual(back.sort())
    }),
    { numRuns: 300 },
  )
})

test('few blocks cover all of many', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 4 }), (blocks, most) => {
      const few = fewBlocks(blocks, most)
      expect(few.length).toBeLessThanOrEqual(most)
      const covered = cellsOf(few)
      for (const cell of cellsOf(blocks)) expect(covered).toContain(cell)
      expect(few.every((one) => aroundAll([one, aroundAll(blocks)]).rows === aroundAll(blocks).rows)).toBe(true)
    }),
  )
})

test('a block without another has its other cells, each once', () => {
  fc.assert(
    fc.property(block, block, (one, hole) => {
      const left = without(one, hole)
      const expected = [...cellsOf([one])].filter((cell) => !cellsOf([hole]).has(cell))
      expect([...cellsOf(left)].sort()).toEqual(expected.sort())
      expect(left.reduce((sum, { rows, columns }) => sum + rows * columns, 0)).toBe(expected.length)
    }),
  )
})
