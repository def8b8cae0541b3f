// Alternating colours that follow later rows, and those that were there before.
import type { Block } from '../../../shared/plan/a1.ts'
import { blockRange, rangeBlock, type Sheet } from '../sheets.ts'
import { shared } from './blocks.ts'

type Banding = GoogleAppsScript.Spreadsheet.Banding

/** Colours of a band; null where a band has no such part. `across` bands alternate by column. */
export type Band = {
  block: Block
  across: boolean
  header: string | null
  first: string | null
  second: string | null
  footer: string | null
}

const colorsOf = (banding: Banding, across: boolean) =>
  across
    ? [
        banding.getHeaderColumnColor(),
        banding.getFirstColumnColor(),
        banding.getSecondColumnColor(),
        banding.getFooterColumnColor(),
      ]
    : [
        banding.getHeaderRowColor(),
        banding.getFirstRowColor(),
        banding.getSecondRowColor(),
        banding.getFooterRowColor(),
      ]

/** Reads a band. Bands by row and by column at once are read as bands by row. */
export function readBand(banding: Banding): Band {
  const block = rangeBlock(banding.getRange())
  const byRow = colorsOf(banding, false)
  const across = byRow.every((color) => !color)
  const [header = null, first = null, second = null, footer = null] = across ? colorsOf(banding, true) : byRow
  return { block, across, header, first, second, footer }
}

/** Makes a band; no other may be there. The theme's own first row is white. */
export function addBand(sheet: Sheet, { block, across, header, first, second, footer }: Band): void {
  const range = blockRange(sheet, block)
  const theme = SpreadsheetApp.BandingTheme.LIGHT_GREY
  if (across) {
    const banding = range.applyColumnBanding(theme, header !== null, footer !== null)
    if (header !== null) banding.setHeaderColumnColor(header)
    banding.setFirstColumnColor(first).setSecondColumnColor(second)
    if (footer !== null) banding.setFooterColumnColor(footer)
    return
  }
  const banding = range.applyRowBanding(theme, header !== null, footer !== null)
  if (header !== null) banding.setHeaderRowColor(header)
  if (first !== '#ffffff') banding.setFirstRowColor(first)
  banding.setSecondRowColor(second)
  if (footer !== null) banding.setFooterRowColor(footer)
}

/** Takes away the bands that touch a block. */
export function removeBands(sheet: Sheet, block: Block): void {
  for (const banding of sheet.getBandings()) if (shared(rangeBlock(banding.getRange()), block)) banding.remove()
}
