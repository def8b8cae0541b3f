// Conditional formats as plain data, found again and put back.
import type { Block } from '../../../shared/plan/a1.ts'
import { shared } from '../edits/blocks.ts'
import { blockRange, rangeBlock, type Sheet } from '../sheets.ts'
import type { KeptCondition } from './undo-step.ts'

type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule

const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]'
const plain = (value: unknown) => (isDate(value) ? { date: value.getTime() } : value)
const lively = (value: unknown) =>
  typeof value === 'object' && value !== null && 'date' in value ? new Date(Number(value.date)) : value

export const ruleBlocks = (rule: Rule): Block[] => rule.getRanges().map(rangeBlock)

const sameBlocks = (a: Block[], b: Block[]) => JSON.stringify(a) === JSON.stringify(b)

function keepScale(rule: Rule): KeptCondition['scale'] {
  const gradient = rule.getGradientCondition()
  if (!gradient) return null
  const point = (color: string | null, type: unknown, value: string | null) =>
    color ? { color, type: String(type ?? ''), value: value ?? '' } : null
  return [
    point(gradient.getMinColor(), gradient.getMinType(), gradient.getMinValue()),
    point(gradient.getMidColor(), gradient.getMidType(), gradient.getMidValue()),
    point(gradient.getMaxColor(), gradient.getMaxType(), gradient.getMaxValue()),
  ]
}

function keepTest(rule: Rule): KeptCondition['test'] {
  const condition = rule.getBooleanCondition()
  if (!condition) return null
  return {
    type: String(condition.getCriteriaType()),
    values: condition.getCriteriaValues().map(plain),
    look: {
      background: condition.getBackground(),
      color: condition.getFontColor(),
      bold: condition.getBold(),
      italic: condition.getItalic(),
      strikethrough: condition.getStrikethrough(),
      underline: condition.getUnderline(),
    },
  }
}

export function keepCondition(rule: Rule): KeptCondition {
  const test = keepTest(rule)
  return { blocks: ruleBlocks(rule), test, scale: test ? null : keepScale(rule) }
}

const looksOf = ({ test, scale }: KeptCondition) => JSON.stringify([test, scale])

/** Whether a rule takes the place of another: the same condition and look, on some of the same cells. */
export function replacesRule(rule: Rule, other: Rule): boolean {
  const [one, two] = [keepCondition(rule), keepCondition(other)]
  return looksOf(one) === looksOf(two) && one.blocks.some((block) => two.blocks.some((each) => shared(block, each)))
}

/** Makes a rule from plain data; null where it can't be made. */
function rebuild(sheet: Sheet, { blocks, test, scale }: KeptCondition): Rule | null {
  const builder = SpreadsheetApp.newConditionalFormatRule().setRanges(blocks.map((block) => blockRange(sheet, block)))
  const criteria = Object.entries(SpreadsheetApp.BooleanCriteria).find(([name]) => name === test?.type)?.[1]
  if (test && criteria) {
    const { background, color, bold, italic, strikethrough, underline } = test.look
    builder.withCriteria(criteria as GoogleAppsScript.Spreadsheet.BooleanCriteria, test.values.map(lively))
    if (typeof background === 'string') builder.setBackground(background)
    if (typeof color === 'string') builder.setFontColor(color)
    if (typeof bold === 'boolean') builder.setBold(bold)
    if (typeof italic === 'boolean') builder.setItalic(italic)
    if (typeof strikethrough === 'boolean') builder.setStrikethrough(strikethrough)
    if (typeof underline === 'boolean') builder.setUnderline(underline)
    return builder.build()
  }
  const [min, mid, max] = scale ?? []
  if (!min || !max) return null
  const typeOf = (name: string) =>
    Object.entries(SpreadsheetApp.InterpolationType).find(([known]) => known === name)?.[1] as
      | GoogleAppsScript.Spreadsheet.InterpolationType
      | undefined
  const numbered = (name: string) => {
    const type = typeOf(name)
    return type && /NUMBER|PERCENT/.test(name) ? type : null
  }
  const [low, high] = [numbered(min.type), numbered(max.type)]
  if (low) builder.setGradientMinpointWithValue(min.color, low, min.value)
  else builder.setGradientMinpoint(min.color)
  const middle = mid ? numbered(mid.type) : null
  if (mid && middle) builder.setGradientMidpointWithValue(mid.color, middle, mid.value)
  if (high) builder.setGradientMaxpointWithValue(max.color, high, max.value)
  else builder.setGradientMaxpoint(max.color)
  return builder.build()
}

/** Takes away the rules on these blocks, the first ones that are on just them. */
export function removeConditions(sheet: Sheet, gone: Block[][]): void {
  if (gone.length === 0) return
  const wanted = [...gone]
  const rules = sheet.getConditionalFormatRules()
  const kept = rules.filter((rule) => {
    const at = wanted.findIndex((blocks) => sameBlocks(blocks, ruleBlocks(rule)))
    if (at >= 0) wanted.splice(at, 1)
    return at < 0
  })
  if (kept.length < rules.length) sheet.setConditionalFormatRules(kept)
}

/** Gives rules the blocks back that they had, and makes those anew that went with their rows; others come after them. */
export function restoreConditions(sheet: Sheet, kept: KeptCondition[]): void {
  const rules = [...sheet.getConditionalFormatRules()]
  const restored = kept.flatMap((condition) => {
    const at = rules.findIndex((rule) => looksOf(keepCondition(rule)) === looksOf(condition))
    const [rule] = at < 0 ? [rebuild(sheet, condition)] : rules.splice(at, 1)
    if (!rule) return []
    if (sameBlocks(ruleBlocks(rule), condition.blocks)) return [rule]
    return [
      rule
        .copy()
        .setRanges(condition.blocks.map((block) => blockRange(sheet, block)))
        .build(),
    ]
  })
  sheet.setConditionalFormatRules([...restored, ...rules])
}
