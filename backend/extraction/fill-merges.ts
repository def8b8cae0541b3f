// Repeats the content of merged cells in every cell that they cover, as a reader of the sheet sees it.
import { kinds, type SheetGrid } from './sheet-grid.ts'

/** A workbook can say of a few bytes that they cover the whole sheet, as often as it likes. */
const mostFilled = 2_000_000

/** Changes the grid; covers only what is in use. Tells whether all of them were filled. */
export function fillMerges(grid: SheetGrid): boolean {
  const width = grid.kinds.reduce((most, row) => Math.max(most, row.length), 0)
  let left = mostFilled
  for (const box of grid.merges) {
    const kind = grid.kinds[box.top]?.[box.left] ?? kinds.empty
    if (kind === kinds.empty) continue
    const text = grid.texts[box.top]![box.left]!
    const bottom = Math.min(box.bottom, grid.kinds.length - 1)
    const right = Math.min(box.right, width - 1)
    left -= (bottom - box.top + 1) * (right - box.left + 1)
    if (left < 0) return false
    for (let row = box.top; row <= bottom; row++) {
      const [texts, rowKinds] = [grid.texts[row]!, grid.kinds[row]!]
      while (texts.length <= right) {
        texts.push('')
        rowKinds.push(kinds.empty)
      }
      for (let column = box.left; column <= right; column++) {
        texts[column] = text
        rowKinds[column] = kind
      }
    }
  }
  return true
}
