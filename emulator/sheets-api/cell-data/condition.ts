// Conditions of validations, conditional formats and filters between Google's REST names and the workbook's.
import { columnLetters, quoteSheetName, readAddress } from '../../workbook/address.ts'
import { sheetWithId } from '../../workbook/sheets.ts'
import { parseInput } from '../../workbook/typed-input.ts'
import type { Box, RuleArgument, Sheet, Workbook } from '../../workbook/workbook.ts'
import { badRequest } from '../api-error.ts'

export type Condition = {
  type?: string | null
  values?: { userEnteredValue?: string | null; relativeDate?: string | null }[] | null
}
/** A condition as a rule of the workbook keeps it. */
export type Criterion = { type: string; args: RuleArgument[]; texts?: string[] }
type Use = 'validation' | 'format' | 'filter'

/** REST name, workbook name, how many values (null: any number), and what it may be used for. */
const rows: [string, string, number | null, string][] = [
  ['NUMBER_GREATER', 'NUMBER_GREATER_THAN', 1, 'vcf'],
  ['NUMBER_GREATER_THAN_EQ', 'NUMBER_GREATER_THAN_OR_EQUAL_TO', 1, 'vcf'],
  ['NUMBER_LESS', 'NUMBER_LESS_THAN', 1, 'vcf'],
  ['NUMBER_LESS_THAN_EQ', 'NUMBER_LESS_THAN_OR_EQUAL_TO', 1, 'vcf'],
  ['NUMBER_EQ', 'NUMBER_EQUAL_TO', 1, 'vcf'],
  ['NUMBER_NOT_EQ', 'NUMBER_NOT_EQUAL_TO', 1, 'vcf'],
  ['NUMBER_BETWEEN', 'NUMBER_BETWEEN', 2, 'vcf'],
  ['NUMBER_NOT_BETWEEN', 'NUMBER_NOT_BETWEEN', 2, 'vcf'],
  ['TEXT_CONTAINS', 'TEXT_CONTAINS', 1, 'vcf'],
  ['TEXT_NOT_CONTAINS', 'TEXT_DOES_NOT_CONTAIN', 1, 'vcf'],
  ['TEXT_STARTS_WITH', 'TEXT_STARTS_WITH', 1, 'cf'],
  ['TEXT_ENDS_WITH', 'TEXT_ENDS_WITH', 1, 'cf'],
  ['TEXT_EQ', 'TEXT_EQUAL_TO', 1, 'vcf'],
  ['TEXT_NOT_EQ', 'TEXT_NOT_EQUAL_TO', 1, 'f'],
  ['TEXT_IS_EMAIL', 'TEXT_IS_VALID_EMAIL', 0, 'v'],
  ['TEXT_IS_URL', 'TEXT_IS_VALID_URL', 0, 'v'],
  ['DATE_EQ', 'DATE_EQUAL_TO', 1, 'vcf'],
  ['DATE_NOT_EQ', 'DATE_NOT_EQUAL_TO', 1, 'f'],
  ['DATE_BEFORE', 'DATE_BEFORE', 1, 'vcf'],
  ['DATE_AFTER', 'DATE_AFTER', 1, 'vcf'],
  ['DATE_ON_OR_BEFORE', 'DATE_ON_OR_BEFORE', 1, 'v'],
  ['DATE_ON_OR_AFTER', 'DATE_ON_OR_AFTER', 1, 'v'],
  ['DATE_BETWEEN', 'DATE_BETWEEN', 2, 'v'],
  ['DATE_NOT_BETWEEN', 'DATE_NOT_BETWEEN', 2, 'v'],
  ['DATE_IS_VALID', 'DATE_IS_VALID_DATE', 0, 'v'],
  ['ONE_OF_RANGE', 'VALUE_IN_RANGE', 1, 'v'],
  ['ONE_OF_LIST', 'VALUE_IN_LIST', null, 'v'],
  ['BLANK', 'CELL_EMPTY', 0, 'cf'],
  ['NOT_BLANK', 'CELL_NOT_EMPTY', 0, 'cf'],
  ['CUSTOM_FORMULA', 'CUSTOM_FORMULA', 1, 'vcf'],
  ['BOOLEAN', 'CHECKBOX', null, 'v'],
]
const byRest = new Map(rows.map((row) => [row[0], row]))
const byOurs = new Map(rows.map((row) => [row[1], row]))
const uses: Record<Use, [string, string]> = {
  validation: ['v', 'data validation'],
  format: ['c', 'conditional formatting'],
  filter: ['f', 'filters'],
}

/** Reads a condition as Google checks it; `holder` is the sheet that an address without a sheet means. */
export function readCondition(
  workbook: Workbook,
  holder: Sheet,
  condition: Condition | null | undefined,
  use: Use,
): Criterion {
  const type = condition?.type ?? 'CONDITION_TYPE_UNSPECIFIED'
  const row = byRest.get(type)
  if (!row) throw badRequest('BooleanCondition.type must be set.')
  const [, ours, count, usable] = row
  const [letter, name] = uses[use]
  if (!usable.includes(letter)) throw badRequest(`ConditionType '${type}' is not supported in ${name}.`)
  const values = condition?.values ?? []
  if (count !== null && values.length !== count)
    throw badRequest(
      `ConditionType '${type}' requires exactly ${count} ConditionValues, but ${values.length} values were provided.`,
    )
  const relative = values[0]?.relativeDate
  if (relative) {
    if (use === 'validation') throw badRequest('Relative dates are not supported in data validation.')
    return { type: `${ours}_RELATIVE`, args: [relative] }
  }
  const texts = values.map((value) => value.userEnteredValue ?? '')
  if (type === 'ONE_OF_LIST') return { type: ours, args: [texts] }
  if (type === 'BOOLEAN' && texts.length > 2)
    throw badRequest(`ConditionType 'BOOLEAN' requires at most 2 ConditionValues.`)
  const args = texts.map((text) => {
    const arg = readArgument(workbook, holder, ours, text)
    if (arg === undefined)
      throw badRequest(`Invalid ConditionValue.userEnteredValue: ${text} for ConditionType: ${type}`)
    return arg
  })
  return { type: ours, args, ...(texts.length > 0 ? { texts } : {}) }
}

function readArgument(workbook: Workbook, holder: Sheet, type: string, text: string): RuleArgument | undefined {
  if (type === 'VALUE_IN_RANGE')
    return text.startsWith('=') ? (readRange(workbook, holder, text) ?? undefined) : undefined
  if (type === 'CUSTOM_FORMULA') return text.startsWith('=') ? text : undefined
  if (!/^(NUMBER|DATE)_/.test(type) || text.startsWith('=')) return text
  const { value } = parseInput(text, workbook.locale)
  return typeof value === 'number' ? value : undefined
}

function readRange(workbook: Workbook, holder: Sheet, text: string): { sheetId: number; box: Box } | null {
  const address = text.slice(1).replaceAll('$', '')
  const place = readAddress(workbook, address, holder)
  if (place) return { sheetId: place.sheet.id, box: place.box }
  const named = workbook.namedRanges.find((one) => one.name.toLowerCase() === address.toLowerCase())
  return named ? { sheetId: named.sheetId, box: named.box } : null
}

/** The condition as Google answers it: values as they were entered, or written anew when they have changed since. */
export function condition(workbook: Workbook, holder: Sheet, { type, args, texts }: Criterion): Condition {
  if (type.endsWith('_RELATIVE')) {
    const rest = byOurs.get(type.slice(0, -'_RELATIVE'.length))?.[0] ?? type
    return { type: rest, values: [{ relativeDate: String(args[0]) }] }
  }
  const rest = byOurs.get(type)?.[0] ?? type
  const list = type === 'VALUE_IN_LIST' && Array.isArray(args[0]) ? args[0] : null
  const told = type === 'VALUE_IN_RANGE' ? args.slice(0, 1) : args
  const values = list ?? told.map((arg, index) => argumentText(workbook, holder, type, arg, texts?.[index]))
  return {
    type: rest,
    ...(values.length > 0 ? { values: values.map((userEnteredValue) => ({ userEnteredValue })) } : {}),
  }
}

function argumentText(workbook: Workbook, holder: Sheet, type: string, arg: RuleArgument, text?: string): string {
  if (text !== undefined) {
    const meant = readArgument(workbook, holder, type, text)
    if (JSON.stringify(meant) === JSON.stringify(arg)) return text
  }
  if (!arg || typeof arg !== 'object' || Array.isArray(arg))
    return typeof arg === 'boolean' ? String(arg).toUpperCase() : String(arg)
  const sheet = sheetWithId(workbook, arg.sheetId)
  const { row, column, rows: height, columns } = arg.box
  const corners = `$${columnLetters(column)}$${row}:$${columnLetters(column + columns - 1)}$${row + height - 1}`
  return sheet ? `=${quoteSheetName(sheet.name)}!${corners}` : '=#REF!'
}
