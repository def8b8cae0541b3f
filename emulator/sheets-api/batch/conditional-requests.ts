// Requests about conditional formats.
import type { sheets_v4 as v4 } from '@googleapis/sheets'
import { touch } from '../../workbook/changes.ts'
import { parseInput } from '../../workbook/typed-input.ts'
import type { ConditionalRule, GradientPoint, Sheet, Workbook } from '../../workbook/workbook.ts'
import { badRequest } from '../api-error.ts'
import { readCellFormat } from '../cell-data/cell-format.ts'
import { foldedObject, readColorStyle, twinColors } from '../cell-data/color.ts'
import { readCondition } from '../cell-data/condition.ts'
import { gridWithId, readGridRange } from '../cell-data/grid-range.ts'
import { conditionalFormat } from '../cell-data/sheet-rules.ts'
import type { Handlers } from './request.ts'

function readPoint(book: Workbook, point: v4.Schema$InterpolationPoint | undefined): GradientPoint {
  const type = point?.type
  if (!type || type === 'INTERPOLATION_POINT_TYPE_UNSPECIFIED') throw badRequest('No interpolationPointType specified.')
  const isEnd = type === 'MIN' || type === 'MAX'
  const value = point.value ?? ''
  if (!isEnd && value === '') throw badRequest('InterpolationPoint.value is required.')
  if (!isEnd && !value.startsWith('=') && typeof parseInput(value, book.locale).value !== 'number')
    throw badRequest(`Invalid InterpolationPoint.value: ${value}`)
  const color = readColorStyle(book, foldedObject(point).colorStyle as v4.Schema$ColorStyle | undefined)
  return {
    color: color?.hex ?? '#000000',
    type,
    value: isEnd ? '' : value,
    ...(color?.theme ? { theme: color.theme } : {}),
  }
}

/** Reads a rule and the sheet it stands on. Throws Google's errors. */
function readRule(
  book: Workbook,
  rule: v4.Schema$ConditionalFormatRule | undefined,
): { sheet: Sheet; rule: ConditionalRule } {
  const places = (rule?.ranges ?? []).map((range) => readGridRange(book, range))
  const sheet = places[0]?.sheet
  if (!sheet) throw badRequest('At least one range must be specified.')
  if (places.some((place) => place.sheet !== sheet))
    throw badRequest('All ranges of a conditional format must be on the same sheet.')
  const ranges = places.map(({ box }) => box)
  if (rule?.gradientRule) {
    const { minpoint, midpoint, maxpoint } = rule.gradientRule
    const min = readPoint(book, minpoint)
    const max = readPoint(book, maxpoint)
    return { sheet, rule: { ranges, kind: 'gradient', min, mid: midpoint ? readPoint(book, midpoint) : null, max } }
  }
  if (!rule?.booleanRule) throw badRequest('Either booleanRule or gradientRule must be specified.')
  const { condition, format } = rule.booleanRule
  const { style = {} } = readCellFormat(book, foldedObject(format))
  return { sheet, rule: { ranges, kind: 'boolean', ...readCondition(book, sheet, condition, 'format'), style } }
}

function ruleAt(sheet: Sheet, index: number): ConditionalRule {
  const rule = sheet.conditionalRules[index]
  if (!rule) throw badRequest(`No conditional format on sheet: ${sheet.id} at index: ${index}`)
  return rule
}

export const conditionalRequests: Handlers = {
  addConditionalFormatRule: ({ book }, request) => {
    const { sheet, rule } = readRule(book, request.rule)
    const index = request.index ?? 0
    if (index < 0 || index > sheet.conditionalRules.length)
      throw badRequest(`Invalid conditional format index: ${index}`)
    sheet.conditionalRules = sheet.conditionalRules.toSpliced(index, 0, rule)
    touch(book)
    return undefined
  },

  updateConditionalFormatRule: ({ book }, request) => {
    const index = request.index ?? 0
    const { newIndex } = request
    if ((request.rule === undefined) === (newIndex == null))
      throw badRequest('Exactly one of rule or newIndex must be set.')
    if (request.rule) {
      const { sheet, rule } = readRule(book, request.rule)
      const old = ruleAt(sheet, index)
      sheet.conditionalRules = sheet.conditionalRules.with(index, rule)
      touch(book)
      return replied(book, sheet, old, rule, index, index)
    }
    const sheet = gridWithId(book, request.sheetId)
    const rule = ruleAt(sheet, index)
    const to = newIndex ?? 0
    if (to < 0 || to >= sheet.conditionalRules.length) throw badRequest(`Invalid conditional format index: ${to}`)
    sheet.conditionalRules = sheet.conditionalRules.toSpliced(index, 1).toSpliced(to, 0, rule)
    touch(book)
    return replied(book, sheet, rule, rule, index, to)
  },

  deleteConditionalFormatRule: ({ book }, request) => {
    const sheet = gridWithId(book, request.sheetId)
    const index = request.index ?? 0
    const rule = ruleAt(sheet, index)
    const answer = twinColors(book, conditionalFormat(book, sheet, rule))
    sheet.conditionalRules = sheet.conditionalRules.toSpliced(index, 1)
    touch(book)
    return { rule: answer }
  },
}

function replied(book: Workbook, sheet: Sheet, old: ConditionalRule, rule: ConditionalRule, from: number, to: number) {
  return {
    oldRule: twinColors(book, conditionalFormat(book, sheet, old)),
    ...(from ? { oldIndex: from } : {}),
    newRule: twinColors(book, conditionalFormat(book, sheet, rule)),
    ...(to ? { newIndex: to } : {}),
  }
}
