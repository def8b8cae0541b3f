import fc from 'fast-check'
import { expect, it } from 'vitest'
import { assumeBase } from './assume-base.ts'
import { cellOf } from './keyed.ts'
import { mergeTables } from './merge.ts'
import { sameValue } from './same-value.ts'
import { anyTable } from './testing/any-table.ts'
import { keyed, linesOf } from './testing/keyed-table.ts'

it('lets theirs change and add, and keeps what only ours has', () => {
  const ours = keyed('id name note', ['1', 'bolt', 'mine'], ['2', 'nut', null], ['4', 'pin', 'x'])
  const theirs = keyed('id name qty', ['3', 'nail', 30], ['1', 'Bolt', 10], ['4', null, 40])
  const { merged, conflicts } = mergeTables({ base: assumeBase(ours, theirs), ours, theirs })
  expect(conflicts).toEqual([])
  expect(merged.columns).toEqual(['id', 'name', 'note', 'qty'])
  expect(linesOf(merged)).toEqual([
    ['3', 'nail', null, 30],
    ['1', 'Bolt', 'mine', 10],
    ['2', 'nut', null, null],
    ['4', 'pin', 'x', 40],
  ])
})

it('never asks, and loses no row, no column and no filled cell that theirs leaves empty', () => {
  fc.assert(
    fc.property(anyTable, anyTable, (ours, theirs) => {
      const { merged, conflicts, dropped } = mergeTables({ base: assumeBase(ours, theirs), ours, theirs })
      expect(conflicts).toEqual([])
      expect(dropped).toBeUndefined()
      expect(new Set(merged.rows.keys())).toEqual(new Set([...ours.rows.keys(), ...theirs.rows.keys()]))
      expect(new Set(merged.columns)).toEqual(new Set([...ours.columns, ...theirs.columns]))
      for (const [key, row] of ours.rows) {
        for (const column of ours.columns) {
          const their = cellOf(theirs.rows.get(key) ?? {}, column) ?? null
          if (their === null)
            expect(sameValue(cellOf(merged.rows.get(key) ?? {}, column), cellOf(row, column))).toBe(true)
        }
      }
    }),
    { numRuns: 500 * Number(process.env.STRESS ?? 1) },
  )
})
