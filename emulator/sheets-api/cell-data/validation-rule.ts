// Data validation rules between Google's REST JSON and the workbook's.
import type { Sheet, Validation, Workbook } from '../../workbook/workbook.ts'
import { type Condition, condition, readCondition } from './condition.ts'

export type Rule = {
  condition?: Condition | null
  inputMessage?: string | null
  strict?: boolean | null
  showCustomUi?: boolean | null
}

/** Reads a rule for cells of `sheet`. Throws Google's errors. */
export function readRule(workbook: Workbook, sheet: Sheet, rule: Rule): Validation {
  const { type, args, texts } = readCondition(workbook, sheet, rule.condition, 'validation')
  const showDropdown = rule.showCustomUi ?? false
  const withDropdown = type === 'VALUE_IN_LIST' || type === 'VALUE_IN_RANGE'
  return {
    type,
    args: withDropdown ? [...args, showDropdown] : args,
    allowInvalid: !rule.strict,
    helpText: rule.inputMessage || null,
    ...(texts ? { texts } : {}),
    ...(showDropdown ? { showDropdown } : {}),
  }
}

/** The rule as Google answers it. */
export function validationRule(workbook: Workbook, sheet: Sheet, rule: Validation): Rule {
  const isList = rule.type === 'VALUE_IN_LIST' || rule.type === 'VALUE_IN_RANGE'
  const shows = isList ? rule.args[1] !== false : (rule.showDropdown ?? rule.type === 'CHECKBOX')
  return {
    condition: condition(workbook, sheet, rule),
    ...(rule.helpText ? { inputMessage: rule.helpText } : {}),
    ...(rule.allowInvalid ? {} : { strict: true }),
    ...(shows ? { showCustomUi: true } : {}),
  }
}
