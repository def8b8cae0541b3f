// Validation rules of a template as rules of the sheet.
import type { SheetPlan } from '../../shared/plan/plan.ts'
import type { ValidationRule } from '../../shared/template/validation-rule.ts'
import type { Range } from './sheets.ts'

function buildRule(rule: ValidationRule): GoogleAppsScript.Spreadsheet.DataValidation | null {
  const builder = SpreadsheetApp.newDataValidation()
  switch (rule.kind) {
    case 'list':
      return builder.requireValueInList(rule.values, true).setAllowInvalid(!rule.strict).build()
    case 'checkbox':
      return builder.requireCheckbox().build()
    case 'email':
      return builder.requireTextIsEmail().setAllowInvalid(!rule.strict).build()
    case 'url':
      return builder.requireTextIsUrl().setAllowInvalid(!rule.strict).build()
    case 'date':
      return builder.requireDate().setAllowInvalid(!rule.strict).build()
    case 'length':
    case 'pattern':
    case 'formula':
      return null
    case 'number':
      if (rule.max === undefined) builder.requireNumberGreaterThanOrEqualTo(rule.min ?? -Number.MAX_VALUE)
      else if (rule.min === undefined) builder.requireNumberLessThanOrEqualTo(rule.max)
      else builder.requireNumberBetween(rule.min, rule.max)
      return builder.setAllowInvalid(!rule.strict).build()
  }
}

/** Sets the rule of each column that has one on its body; `range` is the whole range of the plan. */
export function writeRules(range: Range, plan: SheetPlan): void {
  const rows = plan.cells.length - 1 - (plan.totals ? 1 : 0)
  if (rows === 0) return
  plan.columns.forEach(({ validation }, at) => {
    if (validation) range.offset(1, at, rows, 1).setDataValidation(buildRule(validation))
  })
}
