// Names what rows of cells look like, to notice later which of them somebody has formatted anew.
import type { Block } from '../../../shared/plan/a1.ts'
import { totalArea } from '../edits/blocks.ts'
import { blockOnGrid, blockRange, type Sheet } from '../sheets.ts'
import { nameOf } from './marks.ts'

/** Four values of so many cells are read well, and so many rows have room among the document's properties. */
const mostCells = 100_000
const mostRows = 10_000

/** A name of two letters for each row of a block: its number formats, colours and weights. */
function lookRows(sheet: Sheet, block: Block): string {
  const onGrid = blockOnGrid(sheet, block)
  if (!onGrid) return ''
  const range = blockRange(sheet, onGrid)
  const looks: unknown[][][] = [
    range.getNumberFormats(),
    range.getBackgrounds(),
    range.getFontColors(),
    range.getFontWeights(),
  ]
  return Array.from({ length: onGrid.rows }, (_, row) => nameOf(JSON.stringify(looks.map((of) => of[row])))).join('')
}

/** The names of all rows, block by block; null where there are too many to watch. */
export function markLooks(sheet: Sheet, blocks: Block[]): string[] | null {
  const rows = blocks.reduce((sum, block) => sum + block.rows, 0)
  if (rows > mostRows || totalArea(blocks) > mostCells) return null
  return blocks.map((block) => lookRows(sheet, block))
}

/** The rows that look otherwise than they did, as `5:9`. */
export function findRestyled(sheet: Sheet, blocks: Block[], looks: string[]): string[] {
  return blocks.flatMap((block, at) => {
    const [before = '', now] = [looks[at], lookRows(sheet, block)]
    const runs: { first: number; last: number }[] = []
    for (let row = 0; row * 2 < Math.max(before.length, now.length); row++) {
      if (before.slice(row * 2, row * 2 + 2) === now.slice(row * 2, row * 2 + 2)) continue
      const last = runs.at(-1)
      if (last && last.last === block.row + row - 1) last.last++
      else runs.push({ first: block.row + row, last: block.row + row })
    }
    return runs.map(({ first, last }) => `${first}:${last}`)
  })
}
