// Rules and conditional formats of the sheet in the words of a plan; those that a plan has no word for are said.
import type { SheetCondition, SheetRule } from '../../../shared/plan/sheet-rule.ts'
import type { ConditionalLook, ScalePoint } from '../../../shared/template/conditional-format.ts'
import { isDate } from '../cell-kind.ts'
import type { KeptCondition } from '../undo/undo-step.ts'

type Serial = (date: Date) => number
type Other = { kind: 'other'; says: string }

const inWords = (type: string) => type.toLowerCase().replace(/_/g, ' ')

/** What the rule lists: its values, or what stands in the range that it names. */
function listed(values: unknown[]): string[] {
  const [first] = values
  if (Array.isArray(first)) return first.map(String)
  if (typeof first !== 'object' || first === null || !('getDisplayValues' in first)) return []
  const range = first as GoogleAppsScript.Spreadsheet.Range
  return [...new Set(range.getDisplayValues().flat().filter(Boolean))].slice(0, 500)
}

/** A rule of a cell. `serial` reads dates by the spreadsheet's clock. */
export function readRule(rule: GoogleAppsScript.Spreadsheet.DataValidation, serial: Serial): SheetRule | Other {
  const type = String(rule.getCriteriaType())
  const values: unknown[] = rule.getCriteriaValues()
  const help = rule.getHelpText()
  const manner = { strict: !rule.getAllowInvalid(), ...(help ? { help } : {}) }
  const numbers = values.map((value) => (isDate(value) ? serial(value) : Number(value)))
  const bounds = (from: number | undefined, to: number | undefined) => ({
    ...(from === undefined || Number.isNaN(from) ? {} : { min: from }),
    ...(to === undefined || Number.isNaN(to) ? {} : { max: to }),
  })
  switch (type) {
    case 'VALUE_IN_LIST':
    case 'VALUE_IN_RANGE':
      return { kind: 'list', values: listed(values), ...manner }
    case 'CHECKBOX':
      return { kind: 'checkbox' }
    case 'TEXT_IS_VALID_EMAIL':
      return { kind: 'email', ...manner }
    case 'TEXT_IS_VALID_URL':
      return { kind: 'url', ...manner }
    case 'DATE_IS_VALID_DATE':
      return { kind: 'date', ...manner }
    case 'DATE_BETWEEN':
      return { kind: 'date', ...bounds(numbers[0], numbers[1]), ...manner }
    case 'DATE_ON_OR_AFTER':
      return { kind: 'date', ...bounds(numbers[0], undefined), ...manner }
    case 'DATE_ON_OR_BEFORE':
      return { kind: 'date', ...bounds(undefined, numbers[0]), ...manner }
    case 'NUMBER_BETWEEN':
      return { kind: 'number', ...bounds(numbers[0], numbers[1]), ...manner }
    case 'NUMBER_GREATER_THAN_OR_EQUAL_TO':
      return { kind: 'number', ...bounds(numbers[0], undefined), ...manner }
    case 'NUMBER_LESS_THAN_OR_EQUAL_TO':
      return { kind: 'number', ...bounds(undefined, numbers[0]), ...manner }
    case 'CUSTOM_FORMULA':
      return { kind: 'formula', formula: String(values[0] ?? '='), ...manner }
    default:
      return { kind: 'other', says: `${inWords(type)} ${values.map(String).join(' and ')}`.trim().slice(0, 500) }
  }
}

type Test = Extract<SheetCondition, { kind: 'cell' }>['test']
const tests: Record<string, Test> = {
  NUMBER_EQUAL_TO: 'equals',
  TEXT_EQUAL_TO: 'equals',
  DATE_EQUAL_TO: 'equals',
  NUMBER_NOT_EQUAL_TO: 'not_equals',
  TEXT_CONTAINS: 'contains',
  TEXT_DOES_NOT_CONTAIN: 'not_contains',
  TEXT_STARTS_WITH: 'starts_with',
  TEXT_ENDS_WITH: 'ends_with',
  NUMBER_GREATER_THAN: 'greater',
  NUMBER_GREATER_THAN_OR_EQUAL_TO: 'at_least',
  NUMBER_LESS_THAN: 'less',
  NUMBER_LESS_THAN_OR_EQUAL_TO: 'at_most',
  NUMBER_BETWEEN: 'between',
  NUMBER_NOT_BETWEEN: 'not_between',
  DATE_BEFORE: 'before',
  DATE_AFTER: 'after',
  CELL_EMPTY: 'empty',
  CELL_NOT_EMPTY: 'not_empty',
}

const hex = /^#[0-9a-f]{6}$/

function lookOf(look: Record<string, unknown>): ConditionalLook | null {
  const { background, color, bold, italic, strikethrough } = look
  const found: ConditionalLook = {
    ...(typeof background === 'string' && hex.test(background) ? { background } : {}),
    ...(typeof color === 'string' && hex.test(color) ? { color } : {}),
    ...(typeof bold === 'boolean' ? { bold } : {}),
    ...(typeof italic === 'boolean' ? { italic } : {}),
    ...(typeof strikethrough === 'boolean' ? { strikethrough } : {}),
  }
  return Object.keys(found).length > 0 ? found : null
}

function pointOf(point: { color: string; type: string; value: string }, end: 'min' | 'max'): ScalePoint {
  const at = /^(number|percent|percentile)$/.exec(point.type.toLowerCase())?.[1] as ScalePoint['at'] | undefined
  return at ? { color: point.color, at, value: Number(point.value) } : { color: point.color, at: end }
}

/** A conditional format that was read from the sheet. */
export function readCondition({ test, scale }: KeptCondition, serial: Serial): SheetCondition | Other {
  if (!test) {
    const [min, mid, max] = scale ?? []
    if (!min || !max || ![min, mid, max].every((point) => !point || hex.test(point.color)))
      return { kind: 'other', says: 'a colour scale' }
    return { kind: 'scale', min: pointOf(min, 'min'), mid: mid ? pointOf(mid, 'min') : null, max: pointOf(max, 'max') }
  }
  const look = lookOf(test.look)
  const values = test.values.map((value) =>
    typeof value === 'object' && value !== null && 'date' in value
      ? serial(new Date(Number(value.date)))
      : typeof value === 'number'
        ? value
        : String(value),
  )
  const says = `${inWords(test.type)} ${values.join(' and ')}`.trim().slice(0, 500)
  if (!look) return { kind: 'other', says }
  if (test.type === 'CUSTOM_FORMULA') return { kind: 'formula', formula: String(values[0] ?? '='), look }
  const known = tests[test.type]
  const numeric = test.type.startsWith('NUMBER_') && values.some((value) => Number.isNaN(Number(value)))
  if (!known || numeric) return { kind: 'other', says }
  return { kind: 'cell', test: known, values: test.type.startsWith('NUMBER_') ? values.map(Number) : values, look }
}
