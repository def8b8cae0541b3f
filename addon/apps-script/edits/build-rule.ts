// Validation rules of a plan as rules of the sheet.
import type { SheetRule } from '../../../shared/plan/sheet-rule.ts'

type Builder = GoogleAppsScript.Spreadsheet.DataValidationBuilder
type Rule = GoogleAppsScript.Spreadsheet.DataValidation

type Dates = () => (serial: number) => Date

function requireDays(builder: Builder, min: number | undefined, max: number | undefined, dates: Dates): Builder {
  if (min === undefined && max === undefined) return builder.requireDate()
  const date = dates()
  if (max === undefined) return builder.requireDateOnOrAfter(date(min ?? 0))
  return min === undefined ? builder.requireDateOnOrBefore(date(max)) : builder.requireDateBetween(date(min), date(max))
}

function requireNumbers(builder: Builder, min: number | undefined, max: number | undefined): Builder {
  if (max === undefined) return builder.requireNumberGreaterThanOrEqualTo(min ?? -1e300)
  return min === undefined ? builder.requireNumberLessThanOrEqualTo(max) : builder.requireNumberBetween(min, max)
}

function required(builder: Builder, rule: SheetRule, dates: Dates): Builder {
  switch (rule.kind) {
    case 'list':
      return builder.requireValueInList(rule.values, true)
    case 'checkbox':
      return builder.requireCheckbox()
    case 'email':
      return builder.requireTextIsEmail()
    case 'url':
      return builder.requireTextIsUrl()
    case 'date':
      return requireDays(builder, rule.min, rule.max, dates)
    case 'number':
      return requireNumbers(builder, rule.min, rule.max)
    case 'formula':
      return builder.requireFormulaSatisfied(rule.formula)
  }
}

/** The rule; one that is not strict warns only. `dates` gives the reader of serial numbers when one is needed. */
export function buildRule(rule: SheetRule, dates: Dates): Rule {
  const builder = required(SpreadsheetApp.newDataValidation(), rule, dates)
  builder.setAllowInvalid(rule.kind !== 'checkbox' && !rule.strict)
  if (rule.kind !== 'checkbox' && rule.help) builder.setHelpText(rule.help)
  return builder.build()
}
