// Names what stands in a place, to notice later whether somebody changed or moved it.
import * as z from 'zod'
import type { Block } from '../../shared/plan/a1.ts'
import { digestOf } from '../../shared/plan/digest.ts'
import { blockOnGrid, blockRange, type Sheet } from './sheets.ts'

/** Digests of the place with all in it, of the values in its first and last row, and of its rows in any order. */
export const WrittenDigest = z.object({ all: z.string(), first: z.string(), last: z.string(), rows: z.string() })
export type WrittenDigest = z.infer<typeof WrittenDigest>

/** Reads the block as far as it is on the sheet, or all cells in use where the whole sheet was written. */
export function digestWritten(sheet: Sheet, written: Block, wholeSheet: boolean): WrittenDigest {
  const block = wholeSheet ? null : blockOnGrid(sheet, written)
  const range = block ? blockRange(sheet, block) : sheet.getDataRange()
  const values: unknown[][] = range.getValues()
  const rows = values.map((row) => JSON.stringify(row))
  return {
    all: digestOf([range.getRow(), range.getColumn(), range.getFormulas(), values]),
    first: digestOf(rows[0]),
    last: digestOf(rows.at(-1)),
    rows: digestOf([rows.length, ...rows.sort()]),
  }
}

/**
 * Whether the table is where it was: header in place, and below it the same last row or the same rows in another order.
 * Anything else may mean that rows or columns came or went, and that cells of somebody else stand in the place now.
 */
export function isInPlace(now: WrittenDigest, then: WrittenDigest): boolean {
  return now.first === then.first && (now.last === then.last || now.rows === then.rows)
}
