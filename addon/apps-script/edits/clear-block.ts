// Empties a block: contents, looks, rules and notes go, and nothing else.
import type { Block } from '../../../shared/plan/a1.ts'
import { blockRange, rangeBlock, type Sheet, sameBlock } from '../sheets.ts'
import { addBand, readBand } from './apply-bands.ts'
import { shared } from './blocks.ts'

/** Google takes conditional formats and bands along when it clears formats: they are put back. */
export function clearBlock(sheet: Sheet, block: Block): void {
  const conditions = sheet.getConditionalFormatRules()
  const bands = sheet
    .getBandings()
    .filter((banding) => shared(rangeBlock(banding.getRange()), block))
    .map(readBand)
  blockRange(sheet, block).clear({ contentsOnly: true, formatOnly: true, validationsOnly: true, commentsOnly: true })
  if (conditions.length > 0) sheet.setConditionalFormatRules(conditions)
  if (bands.length === 0) return
  const left = sheet.getBandings().map((banding) => rangeBlock(banding.getRange()))
  for (const band of bands) if (!left.some((one) => sameBlock(one, band.block))) addBand(sheet, band)
}
