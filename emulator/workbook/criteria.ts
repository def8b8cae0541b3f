// Decides whether a value meets a criterion of a data validation, a conditional format or a filter.
import { valueAt } from './display.ts'
import { sheetWithId } from './sheets.ts'
import type { CellValue, RuleArgument, Validation, Workbook } from './workbook.ts'

/** The choices a list validation offers, as text; null when it is no list. */
export function listChoices(workbook: Workbook, { type, args }: Validation): string[] | null {
  const first = args[0]
  if (type === 'VALUE_IN_LIST') return Array.isArray(first) ? first : []
  if (type !== 'VALUE_IN_RANGE' || !first || typeof first !== 'object' || Array.isArray(first)) return null
  const sheet = sheetWithId(workbook, first.sheetId)
  if (!sheet) return []
  const choices = new Set<string>()
  for (let row = first.box.row; row < first.box.row + first.box.rows; row++)
    for (let column = first.box.column; column < first.box.column + first.box.columns; column++) {
      const value = valueAt(workbook, sheet, row, column)
      if (value !== null && value !== '') choices.add(textOf(value))
    }
  return [...choices]
}

/** True when the value may stand in a cell with this rule; empty always may. */
export function allows(workbook: Workbook, rule: Validation, value: CellValue): boolean {
  if (value === null || value === '') return true
  const choices = listChoices(workbook, rule)
  if (choices) return choices.includes(textOf(value))
  if (rule.type === 'CHECKBOX') {
    const states = rule.args.length > 0 ? rule.args : [true, false]
    return states.some((state) => state === value || (typeof state === 'string' && state === textOf(value)))
  }
  return meets(rule.type, rule.args, value) ?? true
}

/** Whether a value meets a criterion by Google's name; null when only a formula engine could tell. */
export function meets(type: string, args: RuleArgument[], value: CellValue): boolean | null {
  const text = textOf(value)
  const lower = text.toLowerCase()
  const wanted = String(args[0] ?? '')
  switch (type) {
    case 'CELL_EMPTY':
      return text === ''
    case 'CELL_NOT_EMPTY':
      return text !== ''
    case 'TEXT_CONTAINS':
      return lower.includes(wanted.toLowerCase())
    case 'TEXT_DOES_NOT_CONTAIN':
      return !lower.includes(wanted.toLowerCase())
    case 'TEXT_EQUAL_TO':
      return lower === wanted.toLowerCase()
    case 'TEXT_NOT_EQUAL_TO':
      return lower !== wanted.toLowerCase()
    case 'TEXT_STARTS_WITH':
      return lower.startsWith(wanted.toLowerCase())
    case 'TEXT_ENDS_WITH':
      return lower.endsWith(wanted.toLowerCase())
    case 'TEXT_IS_VALID_EMAIL':
      return /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text)
    case 'TEXT_IS_VALID_URL':
      return /^(https?:\/\/|ftp:\/\/)?[^\s/]+\.[^\s/]{2,}(\/\S*)?$/i.test(text)
    case 'DATE_IS_VALID_DATE':
      return typeof value === 'number'
  }
  if (type.startsWith('NUMBER_') || type.startsWith('DATE_'))
    return typeof value === 'number' && compares(type, args, value)
  return null
}

function compares(type: string, args: RuleArgument[], value: number): boolean | null {
  const [first, second] = [Number(args[0]), Number(args[1])]
  switch (type.replace(/^(NUMBER|DATE)_/, '')) {
    case 'GREATER_THAN':
    case 'AFTER':
      return value > first
    case 'GREATER_THAN_OR_EQUAL_TO':
    case 'ON_OR_AFTER':
      return value >= first
    case 'LESS_THAN':
    case 'BEFORE':
      return value < first
    case 'LESS_THAN_OR_EQUAL_TO':
    case 'ON_OR_BEFORE':
      return value <= first
    case 'EQUAL_TO':
      return value === first
    case 'NOT_EQUAL_TO':
      return value !== first
    case 'BETWEEN':
      return value >= first && value <= second
    case 'NOT_BETWEEN':
      return value < first || value > second
    default:
      return null
  }
}

function textOf(value: CellValue): string {
  if (value === null) return ''
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value)
}
