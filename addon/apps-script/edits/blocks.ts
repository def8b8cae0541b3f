// Arithmetic of blocks of cells: what they share, what covers them, and few that cover many.
import type { Block } from '../../../shared/plan/a1.ts'

const areaOf = ({ rows, columns }: Block) => rows * columns

/** Cells of all blocks together, those in two of them twice. */
export function totalArea(blocks: Block[]): number {
  return blocks.reduce((sum, block) => sum + areaOf(block), 0)
}

/** The smallest block around both. */
export function around(a: Block, b: Block): Block {
  const row = Math.min(a.row, b.row)
  const column = Math.min(a.column, b.column)
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  }
}

/** The smallest block around all of them; there has to be one. */
export function aroundAll(blocks: Block[]): Block {
  return blocks.reduce(around)
}

/** The cells that both have, or null. */
export function shared(a: Block, b: Block): Block | null {
  const row = Math.max(a.row, b.row)
  const column = Math.max(a.column, b.column)
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null
}

/** Whether every cell of the second is in the first. */
export function covers(a: Block, b: Block): boolean {
  const both = shared(a, b)
  return both !== null && areaOf(both) === areaOf(b)
}

/** What is left of a block without the cells of another: up to four blocks. */
export function without(block: Block, hole: Block): Block[] {
  const both = shared(block, hole)
  if (!both) return [block]
  const { row, column, rows, columns } = block
  const [below, right] = [both.row + both.rows, both.column + both.columns]
  return [
    { row, column, rows: both.row - row, columns },
    { row: below, column, rows: row + rows - below, columns },
    { row: both.row, column, rows: both.rows, columns: both.column - column },
    { row: both.row, column: right, rows: both.rows, columns: column + columns - right },
  ].filter((left) => left.rows > 0 && left.columns > 0)
}

/** One pass over blocks from top to bottom: neighbours become one where that adds no more than `waste` cells. */
function joined(blocks: Block[], waste: number): Block[] {
  const result: Block[] = []
  for (const block of blocks) {
    const last = result.at(-1)
    const both = last && around(last, block)
    if (last && both && areaOf(both) - areaOf(last) - areaOf(block) <= waste) result[result.length - 1] = both
    else result.push(block)
  }
  return result
}

/** At most `most` blocks that cover all of these, with little else. */
export function fewBlocks(blocks: Block[], most: number): Block[] {
  let few = [...blocks].sort((a, b) => a.row - b.row || a.column - b.column)
  for (let waste = 0; ; waste = waste * 2 + 1) {
    const before = few.length
    few = joined(few, waste)
    if (waste === 0 && few.length < before) few = joined(few, 0)
    if (few.length <= most) return few
  }
}
