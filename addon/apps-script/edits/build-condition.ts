// Conditional formats of a plan as rules of the sheet.
import { type Block, cellAddress } from '../../../shared/plan/a1.ts'
import type { SheetCondition } from '../../../shared/plan/sheet-rule.ts'
import type { ConditionalLook, ScalePoint } from '../../../shared/template/conditional-format.ts'
import { blockRange, type Sheet } from '../sheets.ts'
import { datesOf } from './sheet-date.ts'

type Builder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule
type CellTest = Extract<SheetCondition, { kind: 'cell' }>

/** Google compares numbers and texts by different tests, and knows no "is not" for texts: a formula says it. */
function whenCell(builder: Builder, { test, values }: CellTest, first: Block, sheet: Sheet): Builder {
  const [value = '', other = 0] = values
  const [number, last] = [Number(value), Number(other)]
  const date = () => datesOf(sheet)()(number)
  switch (test) {
    case 'equals':
      return typeof value === 'number' ? builder.whenNumberEqualTo(value) : builder.whenTextEqualTo(value)
    case 'not_equals':
      if (typeof value === 'number') return builder.whenNumberNotEqualTo(value)
      return builder.whenFormulaSatisfied(`=${cellAddress(first.row, first.column)}<>"${value.replace(/"/g, '""')}"`)
    case 'contains':
      return builder.whenTextContains(String(value))
    case 'not_contains':
      return builder.whenTextDoesNotContain(String(value))
    case 'starts_with':
      return builder.whenTextStartsWith(String(value))
    case 'ends_with':
      return builder.whenTextEndsWith(String(value))
    case 'greater':
      return builder.whenNumberGreaterThan(number)
    case 'at_least':
      return builder.whenNumberGreaterThanOrEqualTo(number)
    case 'less':
      return builder.whenNumberLessThan(number)
    case 'at_most':
      return builder.whenNumberLessThanOrEqualTo(number)
    case 'between':
      return builder.whenNumberBetween(number, last)
    case 'not_between':
      return builder.whenNumberNotBetween(number, last)
    case 'before':
      return builder.whenDateBefore(date())
    case 'after':
      return builder.whenDateAfter(date())
    case 'empty':
      return builder.whenCellEmpty()
    case 'not_empty':
      return builder.whenCellNotEmpty()
  }
}

function setLook(builder: Builder, { background, color, bold, italic, strikethrough }: ConditionalLook): void {
  if (background !== undefined) builder.setBackground(background)
  if (color !== undefined) builder.setFontColor(color)
  if (bold !== undefined) builder.setBold(bold)
  if (italic !== undefined) builder.setItalic(italic)
  if (strikethrough !== undefined) builder.setStrikethrough(strikethrough)
}

function setScale(builder: Builder, { min, mid, max }: Extract<SheetCondition, { kind: 'scale' }>): void {
  const { InterpolationType } = SpreadsheetApp
  const types = {
    number: InterpolationType.NUMBER,
    percent: InterpolationType.PERCENT,
    percentile: InterpolationType.PERCENTILE,
  }
  const typeOf = ({ at }: ScalePoint) => (at === 'min' || at === 'max' ? types.percentile : types[at])
  const text = ({ at, value }: ScalePoint) => String(at === 'min' ? 0 : at === 'max' ? 100 : (value ?? 0))
  if (min.at === 'min') builder.setGradientMinpoint(min.color)
  else builder.setGradientMinpointWithValue(min.color, typeOf(min), text(min))
  if (mid) builder.setGradientMidpointWithValue(mid.color, typeOf(mid), text(mid))
  if (max.at === 'max') builder.setGradientMaxpoint(max.color)
  else builder.setGradientMaxpointWithValue(max.color, typeOf(max), text(max))
}

/** The rule for these blocks of the sheet. */
export function buildCondition(sheet: Sheet, blocks: Block[], condition: SheetCondition): Rule {
  const builder = SpreadsheetApp.newConditionalFormatRule().setRanges(blocks.map((block) => blockRange(sheet, block)))
  if (condition.kind === 'scale') setScale(builder, condition)
  else {
    if (condition.kind === 'formula') builder.whenFormulaSatisfied(condition.formula)
    else whenCell(builder, condition, blocks[0]!, sheet)
    setLook(builder, condition.look)
  }
  return builder.build()
}
