// Gives cells their looks, one kind of it after the other, with as few calls as the blocks allow.
import type { Block } from '../../../shared/plan/a1.ts'
import type { CellLook, PlanEdit } from '../../../shared/plan/plan-edit.ts'
import { automatic } from '../../../shared/template/number-format.ts'
import { blockRange, type Range } from '../sheets.ts'
import { aroundAll, covers, shared, totalArea } from './blocks.ts'
import { type LookCells, mostInGrid, onBlocks, type WritePlace } from './write-place.ts'

type LookEdit = Extract<PlanEdit, { kind: 'look' }>

/** A block and the value that one kind of look gets there, as the sheet's methods take it. */
export type Paint<T> = { block: Block; value: T }

/** One kind of look: how it is set for one value, and for a value of each cell. `none` leaves a cell as a new sheet has it. */
type Facet = {
  value: (look: CellLook) => string | null | undefined
  one: (cells: LookCells, value: string | null) => unknown
  each: (range: Range, values: (string | null)[][]) => unknown
  none: string | null
}

const wraps = { overflow: 'OVERFLOW', wrap: 'WRAP', clip: 'CLIP' } as const
const facets: Facet[] = [
  {
    value: ({ number_format }) => number_format,
    one: (cells, value) => cells.setNumberFormat(value ?? automatic),
    each: (range, values) => range.setNumberFormats(values.map((row) => row.map((value) => value ?? automatic))),
    none: automatic,
  },
  {
    value: ({ align }) => align,
    one: (cells, value) => cells.setHorizontalAlignment(value as 'left'),
    each: (range, values) => range.setHorizontalAlignments(values as 'left'[][]),
    none: null,
  },
  {
    value: ({ vertical }) => vertical,
    one: (cells, value) => cells.setVerticalAlignment(value as 'top'),
    each: (range, values) => range.setVerticalAlignments(values as 'top'[][]),
    none: null,
  },
  {
    value: ({ background }) => background,
    one: (cells, value) => cells.setBackground(value),
    each: (range, values) => range.setBackgrounds(values as string[][]),
    none: null,
  },
]

/** Without what a later paint covers wholly. */
function visible<T>(paints: Paint<T>[]): Paint<T>[] {
  if (paints.length > 500) return paints
  return paints.filter(({ block }, at) => !paints.slice(at + 1).some((later) => covers(later.block, block)))
}

function disjoint(paints: Paint<unknown>[]): boolean {
  if (paints.length > 500) return false
  return paints.every(({ block }, at) => !paints.slice(at + 1).some((other) => shared(block, other.block)))
}

/** Paints with the same value in one group. Where they overlap only neighbours are, so that the last still wins. */
function grouped<T>(paints: Paint<T>[], anyOrder: boolean): { value: T; blocks: Block[] }[] {
  const groups: { value: T; blocks: Block[] }[] = []
  for (const { block, value } of paints) {
    const known = anyOrder ? groups.find((group) => group.value === value) : groups.at(-1)
    if (known && known.value === value) known.blocks.push(block)
    else groups.push({ value, blocks: [block] })
  }
  return groups
}

/** The value of each cell of a block, the last one painted there. */
export function paintGrid<T>(paints: Paint<T>[], whole: Block, none: T): T[][] {
  const grid = Array.from({ length: whole.rows }, () => Array.from({ length: whole.columns }, () => none))
  for (const { block, value } of paints)
    for (let r = 0; r < block.rows; r++)
      grid[block.row - whole.row + r]?.fill(
        value,
        block.column - whole.column,
        block.column - whole.column + block.columns,
      )
  return grid
}

/** Makes the paints: all in one grid, or group by group, whichever takes fewer calls. */
export function applyPaints<T>(
  place: WritePlace,
  given: Paint<T>[],
  none: T,
  one: (blocks: Block[], value: T) => void,
  each: (whole: Block, grid: T[][]) => void,
): void {
  const paints = visible(given)
  if (paints.length === 0) return
  const apart = disjoint(paints)
  const groups = grouped(paints, apart)
  const whole = aroundAll(paints.map(({ block }) => block))
  const full = apart && totalArea(paints.map(({ block }) => block)) === whole.rows * whole.columns
  const small = whole.rows * whole.columns <= mostInGrid
  if (groups.length > 1 && small && (full || place.blank)) each(whole, paintGrid(paints, whole, none))
  else for (const { value, blocks } of groups) one(blocks, value)
}

function paintsOf<T>(edits: LookEdit[], read: (look: CellLook) => T | undefined): Paint<T>[] {
  return edits.flatMap(({ block, look }) => {
    const value = read(look)
    return value === undefined ? [] : [{ block, value }]
  })
}

/** Number formats only: they have to stand before values come. */
export function applyFormats(place: WritePlace, edits: LookEdit[]): void {
  applyFacet(place, edits, facets[0]!)
}

function applyFacet(place: WritePlace, edits: LookEdit[], { value, one, each, none }: Facet): void {
  applyPaints<string | null>(
    place,
    paintsOf(edits, value),
    none,
    (blocks, said) => onBlocks(place, blocks, (cells) => one(cells, said)),
    (whole, grid) => each(blockRange(place.sheet, whole), grid),
  )
}

/** Weight and colour of the letters: together in one call where nothing else is on the sheet, else one after the other. */
function applyLetters(place: WritePlace, edits: LookEdit[]): void {
  const [weights, colors] = [paintsOf(edits, ({ bold }) => bold), paintsOf(edits, ({ color }) => color)]
  const both = [...weights, ...colors].map(({ block }) => block)
  const whole = both.length > 0 ? aroundAll(both) : null
  if (place.blank && whole && weights.length > 0 && colors.length > 0 && whole.rows * whole.columns <= mostInGrid) {
    const bold = paintGrid<boolean | null>(weights, whole, null)
    const color = paintGrid<string | null>(colors, whole, null)
    const styles = new Map<string, GoogleAppsScript.Spreadsheet.TextStyle>()
    const styleAt = (row: number, column: number) => {
      const [isBold, said] = [bold[row]?.[column] ?? null, color[row]?.[column] ?? null]
      const known = styles.get(`${isBold} ${said}`)
      if (known) return known
      const builder = SpreadsheetApp.newTextStyle()
      if (isBold !== null) builder.setBold(isBold)
      if (said !== null) builder.setForegroundColor(said)
      const style = builder.build()
      styles.set(`${isBold} ${said}`, style)
      return style
    }
    blockRange(place.sheet, whole).setTextStyles(bold.map((row, r) => row.map((_, c) => styleAt(r, c))))
    return
  }
  applyPaints(
    place,
    weights,
    false,
    (blocks, bold) => onBlocks(place, blocks, (cells) => cells.setFontWeight(bold ? 'bold' : 'normal')),
    (block, grid) =>
      blockRange(place.sheet, block).setFontWeights(grid.map((row) => row.map((bold) => (bold ? 'bold' : 'normal')))),
  )
  applyPaints<string | null>(
    place,
    colors,
    null,
    (blocks, color) => onBlocks(place, blocks, (cells) => cells.setFontColor(color)),
    (block, grid) => blockRange(place.sheet, block).setFontColors(grid as string[][]),
  )
}

/** Everything but number formats. */
export function applyLooks(place: WritePlace, edits: LookEdit[]): void {
  for (const facet of facets.slice(1)) applyFacet(place, edits, facet)
  applyLetters(place, edits)
  applyPaints(
    { ...place, blank: false },
    paintsOf(edits, ({ wrap }) => wrap),
    'overflow',
    (blocks, wrap) =>
      onBlocks(place, blocks, (cells) => cells.setWrapStrategy(SpreadsheetApp.WrapStrategy[wraps[wrap]])),
    (whole, grid) =>
      blockRange(place.sheet, whole).setWrapStrategies(
        grid.map((row) => row.map((wrap) => SpreadsheetApp.WrapStrategy[wraps[wrap]])),
      ),
  )
  for (const { block, value } of paintsOf(edits, ({ border_top }) => border_top)) {
    const range = blockRange(place.sheet, block)
    if (value === null) range.setBorder(false, null, null, null, null, null)
    else range.setBorder(true, null, null, null, null, null, value, SpreadsheetApp.BorderStyle.SOLID)
  }
}
