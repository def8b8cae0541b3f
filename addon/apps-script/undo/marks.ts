// Names what stands in cells, to notice later which of them somebody changed.
import { type Block, cellAddress } from '../../../shared/plan/a1.ts'
import { isDate } from '../cell-kind.ts'
import type { FoundCells } from '../edits/apply-cells.ts'
import { covers, shared, totalArea } from '../edits/blocks.ts'
import { blockOnGrid, blockRange, type Sheet } from '../sheets.ts'
import type { Marks } from './undo-step.ts'

/** Up to so many cells get a mark of their own, and so many rows, so that five writes fit into the document's properties. */
const mostCells = 30_000
const mostRows = 10_000
/** What is read in one call. */
const mostRead = 100_000
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

function hashOf(text: string): number {
  let hash = 2166136261
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 16777619)
  return (hash ^ (hash >>> 15)) >>> 0
}

/** Two letters: 4,096 names. */
export const nameOf = (text: string) => {
  const hash = hashOf(text)
  return `${letters[hash & 63]}${letters[(hash >>> 6) & 63]}`
}

/** What a person put into a cell: its formula, not what that shows today; else its value; and its note. */
function contentOf(value: unknown, formula: string, note: string): string {
  // An empty checkbox reads as false.
  const empty = value === '' || value === false
  const own = formula || (isDate(value) ? `date ${value.getTime()}` : empty ? '' : `${typeof value} ${String(value)}`)
  return note ? `${own}\n${note}` : own
}

/** A formula however it is spaced and spelled: the sheet may write it its own way. */
function plainFormula(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[^"']+/g, (part) =>
    /^["']/.test(part) ? part : part.replace(/\s+/g, '').toUpperCase(),
  )
}

const cut = <T>(grid: T[][], from: Block, part: Block): T[][] =>
  grid
    .slice(part.row - from.row, part.row - from.row + part.rows)
    .map((row) => row.slice(part.column - from.column, part.column - from.column + part.columns))

/** Cells as texts, row by row; null for a block that is off the grid. Notes are read where they matter. */
function readContents(sheet: Sheet, block: Block, withNotes: boolean, known: FoundCells[]): string[][] | null {
  const [found, more] = known.filter((each) => shared(each.block, block))
  // Cells that were written twice hold what was written last: those are read anew.
  const whole = found && !more && covers(found.block, block) ? found : null
  const onGrid = whole ? block : blockOnGrid(sheet, block)
  if (!onGrid) return null
  const range = blockRange(sheet, onGrid)
  const values: unknown[][] = whole ? cut(whole.values, whole.block, onGrid) : range.getValues()
  const formulas = whole ? cut(whole.formulas, whole.block, onGrid) : range.getFormulas()
  const notes = withNotes ? range.getNotes() : null
  return values.map((row, r) =>
    row.map((value, c) => contentOf(value, plainFormula(formulas[r]?.[c] ?? ''), notes?.[r]?.[c] ?? '')),
  )
}

/** Parts of a block of whole groups of rows, each small enough to be read at once. */
function slices(block: Block, group: number): Block[] {
  const rows = Math.max(1, Math.floor(mostRead / block.columns / group)) * group
  return Array.from({ length: Math.ceil(block.rows / rows) }, (_, at) => ({
    ...block,
    row: block.row + at * rows,
    rows: Math.min(rows, block.rows - at * rows),
  }))
}

function markRows(contents: string[][], rowsEach: number): string {
  if (rowsEach === 0) return contents.map((row) => row.map(nameOf).join('')).join('')
  let marks = ''
  for (let row = 0; row < contents.length; row += rowsEach)
    marks += nameOf(JSON.stringify(contents.slice(row, row + rowsEach)))
  return marks
}

function markWith(sheet: Sheet, blocks: Block[], rowsEach: number, withNotes: boolean, known: FoundCells[]): string[] {
  return blocks.map((block) =>
    slices(block, Math.max(1, rowsEach))
      .map((slice) => markRows(readContents(sheet, slice, withNotes, known) ?? [], rowsEach))
      .join(''),
  )
}

/** `known` are cells that were just read. Without notes, changes of notes go unnoticed. */
export function markBlocks(sheet: Sheet, blocks: Block[], withNotes: boolean, known: FoundCells[] = []): Marks {
  const rows = blocks.reduce((sum, each) => sum + each.rows, 0)
  const rows_each = totalArea(blocks) <= mostCells ? 0 : Math.ceil(rows / mostRows)
  return { blocks, rows_each, marks: markWith(sheet, blocks, rows_each, withNotes, known) }
}

/** How cells changed: their addresses (rows as `5:9` where only those are known), and of how many places in all. */
export type Changes = { addresses: string[]; of: number }

/** Compares what stands there now with the marks. */
export function findChanges(sheet: Sheet, { blocks, rows_each, marks }: Marks, withNotes: boolean): Changes {
  const now = markWith(sheet, blocks, rows_each, withNotes, [])
  const addresses = new Set<string>()
  let of = 0
  blocks.forEach((block, at) => {
    const [before = '', after = ''] = [marks[at], now[at]]
    const count = Math.max(before.length, after.length) / 2
    of += count
    for (let place = 0; place < count; place++) {
      if (before.slice(place * 2, place * 2 + 2) === after.slice(place * 2, place * 2 + 2)) continue
      const row = block.row + (rows_each === 0 ? Math.floor(place / block.columns) : place * rows_each)
      const last = Math.min(row + rows_each, block.row + block.rows) - 1
      addresses.add(rows_each === 0 ? cellAddress(row, block.column + (place % block.columns)) : `${row}:${last}`)
    }
  })
  return { addresses: [...addresses], of }
}

/** Addresses of the cells of a block that hold something, outside of the given blocks. */
export function filledOutside(sheet: Sheet, block: Block, known: Block[]): string[] {
  const contents = readContents(sheet, block, false, []) ?? []
  const addresses: string[] = []
  contents.forEach((row, r) => {
    row.forEach((content, c) => {
      const cell = { row: block.row + r, column: block.column + c, rows: 1, columns: 1 }
      if (content !== '' && !known.some((each) => covers(each, cell)))
        addresses.push(cellAddress(cell.row, cell.column))
    })
  })
  return addresses
}
