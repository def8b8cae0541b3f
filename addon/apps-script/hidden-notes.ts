// Says in words what a block of cells holds that nobody can see.
import { type Block, cellAddress } from '../../shared/plan/a1.ts'
import { findHiddenCells, type HiddenCell } from '../../shared/plan/find-hidden-cells.ts'
import { findHiddenText, type HiddenText } from '../../shared/plan/find-hidden-text.ts'
import { isErrorText } from './cell-kind.ts'
import { type Band, readBand } from './edits/apply-bands.ts'
import { covers } from './edits/blocks.ts'
import { blockRange, type Sheet } from './sheets.ts'

/** Rows and columns are asked one by one whether they are hidden; more would take long. */
const mostAsked = 500
const mostNamed = 3
const mostSpelled = 80

type Seen = { values: unknown[][]; formats: string[][] }

const reasons: [HiddenCell['why'], string][] = [
  ['color', 'in a colour that can hardly be seen'],
  ['size', 'in tiny letters'],
  ['format', 'in a number format that shows nothing'],
]

const kinds: [HiddenText['kind'], string][] = [
  ['spelled', 'with invisible letters that spell a text'],
  ['no-width', 'with characters without a width'],
  ['direction', 'with marks that turn the reading direction'],
  ['control', 'with control characters'],
  ['private', 'with characters that only some fonts show'],
]

type Cell = { row: number; column: number }

const counted = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`
const are = (count: number) => (count === 1 ? 'is' : 'are')

/** Up to three addresses, and that there are more. */
function named(cells: Cell[], block: Block): string {
  const addresses = cells
    .slice(0, mostNamed)
    .map(({ row, column }) => cellAddress(block.row + row, block.column + column))
  return cells.length > mostNamed ? `${addresses.join(', ')}, …` : addresses.join(', ')
}

/** A sentence for each way in which rows or columns of the block are hidden. */
function lineNotes(sheet: Sheet, { row, column, rows, columns }: Block): string[] {
  const asked = (count: number, first: number) =>
    Array.from({ length: Math.min(count, mostAsked) }, (_, at) => first + at)
  const filtered = sheet.getFilter() !== null
  const kind = (line: number) => {
    if (filtered && sheet.isRowHiddenByFilter(line)) return 'hidden by a filter'
    return sheet.isRowHiddenByUser(line) ? 'hidden' : null
  }
  const kinds = asked(rows, row).map(kind)
  const across = asked(columns, column).filter((line) => sheet.isColumnHiddenByUser(line))
  const note = (count: number, of: number, what: string, how: string) => {
    if (count === 0) return []
    const part = of > mostAsked ? ` of the first ${mostAsked}` : ''
    return [`${counted(count, what)}${part} ${are(count)} ${how} and read all the same.`]
  }
  return [
    ...['hidden by a filter', 'hidden'].flatMap((how) =>
      note(kinds.filter((it) => it === how).length, rows, 'row', how),
    ),
    ...note(across.length, columns, 'column', 'hidden'),
  ]
}

/** The colour that a band gives a cell of it. */
function bandColor({ block, across, header, first, second, footer }: Band, { row, column }: Cell): string | null {
  const line = across ? column - block.column : row - block.row
  if (header !== null && line === 0) return header
  if (footer !== null && line === (across ? block.columns : block.rows) - 1) return footer
  return (line - (header === null ? 0 : 1)) % 2 === 0 ? first : second
}

/** What is behind the letters: the colour of a band where the cell has none of its own. */
function behind(sheet: Sheet, block: Block): string[][] {
  const bands = sheet.getBandings().map(readBand)
  const colorOf = (own: string, cell: Cell): string => {
    const band = bands.find((each) => covers(each.block, { ...cell, rows: 1, columns: 1 }))
    return (band ? bandColor(band, cell) : null) ?? own
  }
  return blockRange(sheet, block)
    .getBackgrounds()
    .map((line, r) =>
      line.map((own, c) => (own === '#ffffff' ? colorOf(own, { row: block.row + r, column: block.column + c }) : own)),
    )
}

/** Cells whose look hides what they hold. */
function lookNotes(sheet: Sheet, block: Block, { values, formats }: Seen): string[] {
  const range = blockRange(sheet, block)
  const hidden = findHiddenCells({
    ...{ values, formats, colors: range.getFontColors(), backgrounds: behind(sheet, block) },
    ...{ sizes: range.getFontSizes(), hidden_rows: new Set<number>(), hidden_columns: new Set<number>() },
  })
  return reasons.flatMap(([why, words]) => {
    const cells = hidden.filter((cell) => cell.why === why)
    return cells.length > 0
      ? [`${counted(cells.length, 'cell')} ${are(cells.length)} ${words} (${named(cells, block)}).`]
      : []
  })
}

/** What invisible letters spell, made visible. */
function spelled(texts: HiddenText[]): string {
  const read = texts.map(({ reads }) => reads).find((text) => text !== null && text.trim() !== '')
  return read ? `: “${read.slice(0, mostSpelled)}${read.length > mostSpelled ? '…' : ''}”` : ''
}

function textNotes(values: unknown[][], block: Block): string[] {
  const found: (Cell & { texts: HiddenText[] })[] = []
  values.forEach((cells, row) => {
    cells.forEach((value, column) => {
      const texts = typeof value === 'string' ? findHiddenText(value) : []
      if (texts.length > 0) found.push({ row, column, texts })
    })
  })
  return kinds.flatMap(([kind, words]) => {
    const cells = found.filter(({ texts }) => texts.some((text) => text.kind === kind))
    if (cells.length === 0) return []
    const what = kind === 'spelled' ? spelled(cells.flatMap(({ texts }) => texts)) : ''
    return [`${counted(cells.length, 'cell')} ${words} (${named(cells, block)})${what}.`]
  })
}

function errorNotes(values: unknown[][], block: Block): string[] {
  const cells = values.flatMap((row, r) =>
    row.flatMap((value, column) => (isErrorText(value) ? [{ row: r, column }] : [])),
  )
  if (cells.length === 0) return []
  const show = cells.length === 1 ? 'shows an error and is' : 'show errors and are'
  return [`${counted(cells.length, 'cell')} ${show} read as empty (${named(cells, block)}).`]
}

/** What the block holds that cannot be seen, or is not read: a sentence for each kind; none where all is plain. */
export function hiddenNotes(sheet: Sheet, block: Block, seen: Seen): string[] {
  return [
    ...lineNotes(sheet, block),
    ...lookNotes(sheet, block, seen),
    ...textNotes(seen.values, block),
    ...errorNotes(seen.values, block),
  ]
}
