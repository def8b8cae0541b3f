// Names what stands in a place, to notice later whether somebody changed or moved it.
import * as z from 'zod'
import type { Block } from '../../shared/plan/a1.ts'
import { digestOf } from '../../shared/plan/digest.ts'
import { blockOnGrid, blockRange, type Sheet } from './sheets.ts'

/** Digests of the place with all in it, and of the values in its first row, its last, and below the first in any order. */
export const WrittenDigest = z.object({ all: z.string(), first: z.string(), last: z.string(), body: z.string() })
export type WrittenDigest = z.infer<typeof WrittenDigest>

/** Reads the block as far as it is on the sheet, or all cells in use where the whole sheet was written. */
export function digestWritten(sheet: Sheet, written: Block, wholeSheet: boolean): WrittenDigest {
  const block = wholeSheet ? null : blockOnGrid(sheet, written)
  const range = block ? blockRange(sheet, block) : sheet.getDataRange()
  const values: unknown[][] = range.getValues()
  const [first, ...body] = values.map((row) => JSON.stringify(row))
  const blank = values.slice(1).every((row) => row.every((value) => value === ''))
  return {
    all: digestOf([range.getRow(), range.getColumn(), range.getFormulas(), values]),
    first: digestOf(first),
    last: digestOf(body.at(-1) ?? first),
    body: blank ? '' : digestOf(body.sort()),
  }
}

/**
 * Whether the table is where it was: its header with its last row or with the same rows in another order, or all of its
 * rows under another header. Anything else may mean that rows or columns came or went, and that cells of somebody else
 * stand in the place now.
 */
export function isInPlace(now: WrittenDigest, then: WrittenDigest): boolean {
  const sameBody = now.body === then.body
  return now.first === then.first ? now.last === then.last || sameBody : sameBody && now.body !== ''
}
