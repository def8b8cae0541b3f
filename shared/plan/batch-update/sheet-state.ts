// What a batch has to know of the sheet that it changes, and how the plan's own edits change it meanwhile.
import type { Block } from '../a1.ts'
import type { FilterSpec } from './request.ts'

/** The bands and filters of native tables (`tables`) are theirs: neither is among `bands`, nor is one the `filter`. */
export type SheetState = {
  id: number
  rows: number
  columns: number
  bands: { id: number; block: Block }[]
  tables: { id: string; block: Block }[]
  filter: { block: Block; specs: FilterSpec[] } | null
  /** The conditional formats in their order; `sign` is what `conditionSign` makes of them. */
  conditions: { sign: string; blocks: Block[] }[]
}

/** A sheet as Google makes it, 1000 by 26. */
export function freshSheet(id: number): SheetState {
  return { id, rows: 1000, columns: 26, bands: [], tables: [], filter: null, conditions: [] }
}

export function overlaps(one: Block, other: Block): boolean {
  return (
    one.row < other.row + other.rows &&
    other.row < one.row + one.rows &&
    one.column < other.column + other.columns &&
    other.column < one.column + one.columns
  )
}

/** Applies `move` to every block of the sheet; those for which it gives none are gone. */
function withBlocks(sheet: SheetState, move: (block: Block) => Block | null): SheetState {
  const moved = <T extends { block: Block }>(each: T): T[] => {
    const block = move(each.block)
    return block ? [{ ...each, block }] : []
  }
  const [filter = null] = sheet.filter ? moved(sheet.filter) : []
  const conditions = sheet.conditions.flatMap(({ sign, blocks }) => {
    const left = blocks.flatMap((block) => move(block) ?? [])
    return left.length > 0 ? [{ sign, blocks: left }] : []
  })
  return { ...sheet, bands: sheet.bands.flatMap(moved), tables: sheet.tables.flatMap(moved), filter, conditions }
}

/** After `count` rows came in before row `before`. */
export function withRowsInserted(sheet: SheetState, before: number, count: number): SheetState {
  const moved = withBlocks(sheet, (block) => {
    if (block.row >= before) return { ...block, row: block.row + count }
    return block.row + block.rows > before ? { ...block, rows: block.rows + count } : block
  })
  return { ...moved, rows: sheet.rows + count }
}

/** After `count` rows from `row` on went. */
export function withRowsDeleted(sheet: SheetState, row: number, count: number): SheetState {
  const place = (line: number) => (line < row ? line : Math.max(row, line - count))
  const moved = withBlocks(sheet, (block) => {
    const [start, end] = [place(block.row), place(block.row + block.rows)]
    return end > start ? { ...block, row: start, rows: end - start } : null
  })
  return { ...moved, rows: sheet.rows - count }
}
