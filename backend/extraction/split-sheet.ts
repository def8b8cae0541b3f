// Finds the blocks of cells on a worksheet that belong together: blank rows and columns lie between tables.
import { type Box, kinds, type SheetGrid } from './sheet-grid.ts'

export type SheetBlocks = {
  /** What is tabular, from the top down; `name` is one that the workbook gives. */
  tables: { box: Box; name: string | null }[]
  /** Single lines and cells beside the tables: titles, notes. */
  lines: { box: Box; text: string }[]
}

/** Columns, rows, and both once more: a table beside another may stand above a third. */
const cuts = [cutColumns, cutRows, cutColumns, cutRows]

/** Every cell that is not empty is in a table or a line. Takes time in proportion to the cells. */
export function splitSheet(grid: SheetGrid): SheetBlocks {
  const blocks: SheetBlocks = { tables: [], lines: [] }
  const free = { ...grid, kinds: grid.kinds }
  for (const { name, box } of grid.tables.slice(0, 200)) {
    const own = trim(free, clip(box, grid))
    if (!own) continue
    blocks.tables.push({ box: own, name })
    free.kinds = free.kinds.map((row, index) => {
      if (index < own.top || index > own.bottom) return row
      return row.map((kind, column) => (column >= own.left && column <= own.right ? kinds.empty : kind))
    })
  }
  const width = grid.kinds.reduce((most, row) => Math.max(most, row.length), 0)
  const whole = trim(free, { top: 0, left: 0, bottom: grid.kinds.length - 1, right: width - 1 })
  let boxes = whole ? [whole] : []
  for (const cut of cuts) boxes = boxes.flatMap((box) => cut(free, box))
  const tabular = new Set(boxes.filter((box) => box.bottom > box.top && box.right > box.left))
  // A list in one column is a table when it is all that the sheet has.
  const alone = tabular.size === 0 && blocks.tables.length === 0 && boxes.length === 1
  for (const box of boxes) {
    if (tabular.has(box) || (alone && box.bottom > box.top)) blocks.tables.push({ box, name: null })
    else blocks.lines.push({ box, text: textOf(grid, box) })
  }
  const inOrder = (a: { box: Box }, b: { box: Box }) => a.box.top - b.box.top || a.box.left - b.box.left
  blocks.tables.sort(inOrder)
  blocks.lines.sort(inOrder)
  return blocks
}

type Kinds = Pick<SheetGrid, 'kinds'>

const filled = (grid: Kinds, row: number, column: number) => (grid.kinds[row]?.[column] ?? kinds.empty) !== kinds.empty

const clip = (box: Box, grid: SheetGrid): Box => ({ ...box, bottom: Math.min(box.bottom, grid.kinds.length - 1) })

/** The box without blank edges, or null when nothing is in it. */
function trim(grid: Kinds, box: Box): Box | null {
  let [top, bottom, left, right] = [-1, -1, Number.POSITIVE_INFINITY, -1]
  for (let row = box.top; row <= box.bottom; row++) {
    const end = Math.min(box.right, (grid.kinds[row]?.length ?? 0) - 1)
    for (let column = box.left; column <= end; column++) {
      if (!filled(grid, row, column)) continue
      if (top < 0) top = row
      bottom = row
      left = Math.min(left, column)
      right = Math.max(right, column)
    }
  }
  return top < 0 ? null : { top, left, bottom, right }
}

function cutColumns(grid: SheetGrid, box: Box): Box[] {
  const used = new Array<boolean>(box.right - box.left + 1).fill(false)
  for (let row = box.top; row <= box.bottom; row++) {
    for (let column = box.left; column <= box.right; column++)
      if (filled(grid, row, column)) used[column - box.left] = true
  }
  const bands: [number, number][] = []
  for (const [index, isUsed] of used.entries()) {
    if (!isUsed) continue
    if (index > 0 && used[index - 1]) bands.at(-1)![1] = index + box.left
    else bands.push([index + box.left, index + box.left])
  }
  const pieces = bands.flatMap(([left, right]) => trim(grid, { ...box, left, right }) ?? [])
  // A lone column beside a blank one is a column of the same table, which was spaced out.
  const stand = pieces.every((piece) => piece.right > piece.left && piece.bottom > piece.top)
  return pieces.length > 1 && stand ? pieces : [box]
}

function cutRows(grid: SheetGrid, box: Box): Box[] {
  const pieces: Box[] = []
  let start = -1
  for (let row = box.top; row <= box.bottom + 1; row++) {
    const blank = row > box.bottom || !hasCell(grid, row, box)
    if (!blank && start < 0) start = row
    if (!blank || start < 0) continue
    const piece = trim(grid, { ...box, top: start, bottom: row - 1 })
    const last = pieces.at(-1)
    if (piece && last && goesOn(grid, last, piece)) last.bottom = piece.bottom
    else if (piece) pieces.push(piece)
    start = -1
  }
  return pieces
}

function hasCell(grid: SheetGrid, row: number, box: Box): boolean {
  for (let column = box.left; column <= box.right; column++) if (filled(grid, row, column)) return true
  return false
}

/** Whether a block goes on with the table above it, as after a line left blank for the eye: same kinds of cells, no header. */
function goesOn(grid: SheetGrid, above: Box, below: Box): boolean {
  if (below.top - above.bottom > 3 || above.bottom - above.top < 1) return false
  if (below.left < above.left || below.right > above.right || below.right === below.left) return false
  const [last, first] = [grid.kinds[above.bottom]!, grid.kinds[below.top]!]
  let typed = 0
  for (let column = above.left; column <= above.right; column++) {
    const [one, other] = [last[column] ?? kinds.empty, first[column] ?? kinds.empty]
    if (one === kinds.empty || other === kinds.empty) continue
    if (one !== other) return false
    if (one !== kinds.text) typed++
  }
  // Words alone go on after one blank line over the same columns, unless the header comes again.
  const same = below.left === above.left && below.right === above.right && below.top - above.bottom === 2
  return (
    typed > 0 ||
    (same && textOf(grid, { ...above, bottom: above.top }) !== textOf(grid, { ...below, bottom: below.top }))
  )
}

function textOf(grid: SheetGrid, box: Box): string {
  const lines: string[] = []
  for (let row = box.top; row <= box.bottom; row++) {
    const cells = (grid.texts[row] ?? []).slice(box.left, box.right + 1).filter((text) => text !== '')
    // Merged cells repeat their text.
    lines.push([...new Set(cells)].join(' '))
  }
  return lines.filter((line) => line !== '').join('\n')
}
