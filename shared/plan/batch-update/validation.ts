// Validation rules of a plan as the Sheets API takes them.
import type { SheetRule } from '../sheet-rule.ts'
import type { BooleanCondition, DataValidationRule } from './request.ts'
import { typedDay, typedItem, typedNumber } from './typed-value.ts'

const given = (type: string, ...values: string[]): BooleanCondition =>
  values.length > 0 ? { type, values: values.map((userEnteredValue) => ({ userEnteredValue })) } : { type }

/** What a cell has to be. Bounds are included. */
export function ruleCondition(rule: SheetRule, locale: string): BooleanCondition {
  switch (rule.kind) {
    case 'list':
      return given('ONE_OF_LIST', ...rule.values.map(typedItem))
    case 'checkbox':
      return given('BOOLEAN')
    case 'email':
      return given('TEXT_IS_EMAIL')
    case 'url':
      return given('TEXT_IS_URL')
    case 'formula':
      return given('CUSTOM_FORMULA', rule.formula)
    case 'date': {
      const [min, max] = [rule.min, rule.max].map((day) => (day === undefined ? undefined : typedDay(day, locale)))
      if (min !== undefined && max !== undefined) return given('DATE_BETWEEN', min, max)
      if (min !== undefined) return given('DATE_ON_OR_AFTER', min)
      return max === undefined ? given('DATE_IS_VALID') : given('DATE_ON_OR_BEFORE', max)
    }
    case 'number': {
      const [min, max] = [rule.min, rule.max].map((n) => (n === undefined ? undefined : typedNumber(n, locale)))
      if (min !== undefined && max !== undefined) return given('NUMBER_BETWEEN', min, max)
      if (max !== undefined) return given('NUMBER_LESS_THAN_EQ', max)
      // Google has no rule for just any number.
      return given('NUMBER_GREATER_THAN_EQ', min ?? '-1E+300')
    }
  }
}

/** The whole rule: lists drop down, checkboxes are drawn. */
export function validationRule(rule: SheetRule, locale: string): DataValidationRule {
  const drawn = rule.kind === 'list' || rule.kind === 'checkbox'
  return {
    condition: ruleCondition(rule, locale),
    strict: rule.kind === 'checkbox' || rule.strict,
    showCustomUi: drawn,
    ...('help' in rule && rule.help ? { inputMessage: rule.help } : {}),
  }
}
