// Reads what a template is learned from: a header row or a range, with what its cells and columns look like.
import type { Block } from '../../../shared/plan/a1.ts'
import type { TableAnchor } from '../../../shared/plan/anchor.ts'
import type { LearnCell, LearnSource } from '../../../shared/template/learn-source.ts'
import { readBand } from '../edits/apply-bands.ts'
import { shared } from '../edits/blocks.ts'
import { blockRange, rangeBlock, type Sheet } from '../sheets.ts'
import { keepCondition } from '../undo/conditions.ts'
import { readCondition, readRule } from './read-rule.ts'
import { dateSerial, readWindow } from './read-window.ts'

/** A thousand rows tell enough. */
const mostRows = 1000
const mostColumns = 1000

const aligns: Record<string, LearnCell['align']> = { left: 'left', center: 'center', right: 'right' }
const wraps: Record<string, LearnCell['wrap']> = { WRAP: 'wrap', CLIP: 'clip' }
/** What an untouched cell has. */
const plain = { color: '#000000', background: '#ffffff' }

function readCells(sheet: Sheet, block: Block, timeZone: string): LearnCell[][] {
  const range = blockRange(sheet, block)
  const [notes, rules, sides] = [range.getNotes(), range.getDataValidations(), range.getHorizontalAlignments()]
  const [wrapped, weights] = [range.getWrapStrategies(), range.getFontWeights()]
  const [colors, backgrounds] = [range.getFontColors(), range.getBackgrounds()]
  const serial = dateSerial(timeZone)
  return notes.map((row, r) =>
    row.map((note, c): LearnCell => {
      const rule = rules[r]?.[c]
      const align = aligns[String(sides[r]?.[c])]
      const wrap = wraps[String(wrapped[r]?.[c])]
      const color = colors[r]?.[c]?.toLowerCase()
      const background = backgrounds[r]?.[c]?.toLowerCase()
      return {
        ...(note ? { note } : {}),
        ...(rule ? { rule: readRule(rule, serial) } : {}),
        ...(align ? { align } : {}),
        ...(wrap ? { wrap } : {}),
        ...(weights[r]?.[c] === 'bold' ? { bold: true } : {}),
        ...(color && color !== plain.color ? { color } : {}),
        ...(background && background !== plain.background ? { background } : {}),
      }
    }),
  )
}

function readBands(sheet: Sheet, block: Block): LearnSource['bands'] {
  const bands = sheet.getBandings().map(readBand)
  const band = bands.find((each) => !each.across && shared(each.block, block))
  if (!band?.first || !band.second) return null
  return { header: band.header, first: band.first, second: band.second, footer: band.footer }
}

/** `block` is on the grid; its first row is the header. */
export function readLearnSource(sheet: Sheet, whole: Block, name: string, anchor: TableAnchor | null): LearnSource {
  const spreadsheet = sheet.getParent()
  const zone = spreadsheet.getSpreadsheetTimeZone()
  const block = { ...whole, rows: Math.min(whole.rows, mostRows), columns: Math.min(whole.columns, mostColumns) }
  const { values, display, formulas, formats } = readWindow(sheet, block, zone)
  const filter = sheet.getFilter()
  const serial = dateSerial(zone)
  return {
    name,
    locale: spreadsheet.getSpreadsheetLocale(),
    row: block.row,
    column: block.column,
    ...{ values, display, formulas, formats },
    cells: readCells(sheet, block, zone),
    widths: Array.from({ length: block.columns }, (_, at) => sheet.getColumnWidth(block.column + at)),
    frozen_rows: sheet.getFrozenRows(),
    frozen_columns: sheet.getFrozenColumns(),
    filter: filter !== null && shared(rangeBlock(filter.getRange()), block) !== null,
    gridlines: !sheet.hasHiddenGridlines(),
    bands: readBands(sheet, block),
    conditions: sheet
      .getConditionalFormatRules()
      .map(keepCondition)
      .filter(({ blocks }) => blocks.some((each) => shared(each, block) !== null))
      .map((kept) => ({ blocks: kept.blocks, condition: readCondition(kept, serial) })),
    anchor,
  }
}
