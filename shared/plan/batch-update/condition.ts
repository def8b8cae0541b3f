// Conditional formats of a plan as the Sheets API takes them.
import type { ConditionalLook, ScalePoint } from '../../template/conditional-format.ts'
import { type Block, cellAddress } from '../a1.ts'
import type { SheetCondition } from '../sheet-rule.ts'
import { colorStyle, gridRange } from './grid-range.ts'
import type { BooleanCondition, CellFormat, ConditionalFormatRule, GradientPoint } from './request.ts'
import { typedDay, typedNumber, typedText } from './typed-value.ts'

type CellCondition = Extract<SheetCondition, { kind: 'cell' }>
type Value = CellCondition['values'][number]

/** By test: the condition for numbers, and the one for texts. */
const types: Record<CellCondition['test'], [number: string, text: string]> = {
  equals: ['NUMBER_EQ', 'TEXT_EQ'],
  not_equals: ['NUMBER_NOT_EQ', 'CUSTOM_FORMULA'],
  contains: ['TEXT_CONTAINS', 'TEXT_CONTAINS'],
  not_contains: ['TEXT_NOT_CONTAINS', 'TEXT_NOT_CONTAINS'],
  starts_with: ['TEXT_STARTS_WITH', 'TEXT_STARTS_WITH'],
  ends_with: ['TEXT_ENDS_WITH', 'TEXT_ENDS_WITH'],
  greater: ['NUMBER_GREATER', 'NUMBER_GREATER'],
  at_least: ['NUMBER_GREATER_THAN_EQ', 'NUMBER_GREATER_THAN_EQ'],
  less: ['NUMBER_LESS', 'NUMBER_LESS'],
  at_most: ['NUMBER_LESS_THAN_EQ', 'NUMBER_LESS_THAN_EQ'],
  between: ['NUMBER_BETWEEN', 'NUMBER_BETWEEN'],
  not_between: ['NUMBER_NOT_BETWEEN', 'NUMBER_NOT_BETWEEN'],
  before: ['DATE_BEFORE', 'DATE_BEFORE'],
  after: ['DATE_AFTER', 'DATE_AFTER'],
  empty: ['BLANK', 'BLANK'],
  not_empty: ['NOT_BLANK', 'NOT_BLANK'],
}

function typed(value: Value, type: string, locale: string): string {
  if (typeof value === 'string') return type.startsWith('TEXT_') ? typedText(value) : value
  return type.startsWith('DATE_') ? typedDay(value, locale) : typedNumber(value, locale)
}

function cellCondition({ test, values }: CellCondition, first: Block, locale: string): BooleanCondition {
  const [first_value] = values
  const type = types[test][typeof first_value === 'string' ? 1 : 0]
  if (type === 'CUSTOM_FORMULA') {
    // Google knows "is not exactly" for numbers only.
    const text = String(first_value).replaceAll('"', '""')
    return { type, values: [{ userEnteredValue: `=${cellAddress(first.row, first.column)}<>"${text}"` }] }
  }
  if (values.length === 0) return { type }
  return { type, values: values.map((value) => ({ userEnteredValue: typed(value, type, locale) })) }
}

function lookFormat(look: ConditionalLook): Pick<CellFormat, 'backgroundColorStyle' | 'textFormat'> {
  const { background, color, bold, italic, strikethrough } = look
  const textFormat = {
    ...(bold === undefined ? {} : { bold }),
    ...(italic === undefined ? {} : { italic }),
    ...(strikethrough === undefined ? {} : { strikethrough }),
    ...(color === undefined ? {} : { foregroundColorStyle: colorStyle(color) }),
  }
  return {
    ...(background === undefined ? {} : { backgroundColorStyle: colorStyle(background) }),
    ...(Object.keys(textFormat).length > 0 ? { textFormat } : {}),
  }
}

function gradientPoint({ color, at, value }: ScalePoint, locale: string): GradientPoint {
  const point = { colorStyle: colorStyle(color), type: at.toUpperCase() }
  return value === undefined || at === 'min' || at === 'max' ? point : { ...point, value: typedNumber(value, locale) }
}

/** The rule for blocks of a sheet; formulas in it are relative to the first block's first cell. */
export function conditionalFormatRule(
  sheetId: number,
  blocks: Block[],
  condition: SheetCondition,
  locale: string,
): ConditionalFormatRule {
  const ranges = blocks.map((block) => gridRange(sheetId, block))
  if (condition.kind === 'scale') {
    const { min, mid, max } = condition
    return {
      ranges,
      gradientRule: {
        minpoint: gradientPoint(min, locale),
        ...(mid ? { midpoint: gradientPoint(mid, locale) } : {}),
        maxpoint: gradientPoint(max, locale),
      },
    }
  }
  const [first = { row: 1, column: 1, rows: 1, columns: 1 }] = blocks
  const asked: BooleanCondition =
    condition.kind === 'cell'
      ? cellCondition(condition, first, locale)
      : { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: condition.formula }] }
  return { ranges, booleanRule: { condition: asked, format: lookFormat(condition.look) } }
}
