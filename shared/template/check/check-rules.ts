// Checks that validation rules name columns that they fit, and can be kept at all.
import type { ColumnType } from '../../table/table.ts'
import type { CheckedTemplate, TemplateFault } from '../check-template.ts'
import { patternFault } from '../re2.ts'
import { textOf } from '../sheet-cell.ts'
import type { TemplateColumn } from '../template.ts'
import type { ValidationRule } from '../validation-rule.ts'
import { expressionFault, expressionGives } from './check-formulas.ts'
import { asColumns, holds, isDay, isNumber, isText } from './kinds.ts'

const kinds: Record<ValidationRule['kind'], { takes: (type: ColumnType) => boolean; name: string }> = {
  list: { takes: (type) => isText(type) || isNumber(type) || type === 'boolean', name: 'a list of texts' },
  checkbox: { takes: (type) => type === 'boolean', name: 'checkboxes' },
  email: { takes: (type) => type === 'email' || type === 'text', name: 'a rule for e-mail addresses' },
  url: { takes: (type) => type === 'url' || type === 'text', name: 'a rule for web addresses' },
  date: { takes: isDay, name: 'a rule for days' },
  number: { takes: isNumber, name: 'a rule for numbers' },
  length: { takes: isText, name: 'a rule for the length of texts' },
  pattern: { takes: isText, name: 'a pattern for texts' },
  formula: { takes: () => true, name: 'a formula' },
}

function boundsFault(header: string, rule: ValidationRule): string | null {
  if (rule.kind !== 'number' && rule.kind !== 'date' && rule.kind !== 'length') return null
  const { min, max } = rule
  if (rule.kind === 'length' && min === undefined && max === undefined)
    return `The rule of “${header}” limits the length, but says neither the least nor the most. Give one of them.`
  return min !== undefined && max !== undefined && min > max
    ? `The rule of “${header}” goes from ${min} to ${max}, which nothing can keep. Swap them.`
    : null
}

function listFault(header: string, values: string[], type: ColumnType): string | null {
  const twice = values.find((value, at) => values.indexOf(value) !== at)
  if (twice !== undefined) return `The list of “${header}” has “${twice}” twice. Remove one of them.`
  const blank = values.find((value) => value.trim() !== value)
  if (blank !== undefined)
    return `“${blank}” in the list of “${header}” begins or ends with a space, which nobody sees. Remove it.`
  const stranger = isNumber(type) ? values.find((value) => textOf(Number(value)) !== value) : undefined
  return stranger === undefined
    ? null
    : `“${header}” holds ${holds[type]}, but its list has “${stranger}”. Make it a column of text, or the list one of plain numbers.`
}

function ruleSentence(column: TemplateColumn, rule: ValidationRule, columns: TemplateColumn[]): string | null {
  const { header, type } = column
  const { takes, name } = kinds[rule.kind]
  if (!takes(type)) return `“${header}” holds ${holds[type]}, but has ${name} as its rule. Change the type or the rule.`
  if (rule.kind === 'list') return listFault(header, rule.values, type)
  if (rule.kind === 'pattern') {
    const fault = patternFault(rule.pattern)
    return fault && `The pattern of “${header}” cannot be used: ${fault}.`
  }
  if (rule.kind === 'formula') {
    const fault = expressionFault(rule.formula, columns)
    if (fault) return `The rule of “${header}” cannot be used: ${fault}`
    return expressionGives(rule.formula, asColumns(columns)) === 'boolean'
      ? null
      : `The rule of “${header}” is a formula that is neither true nor false, such as a comparison. Compare something in it.`
  }
  return boundsFault(header, rule)
}

export function checkRules({ layout, validation_rules }: CheckedTemplate): TemplateFault[] {
  return validation_rules.flatMap(({ column: key, rule }, at): TemplateFault[] => {
    const path = `validation_rules.${at}`
    const column = layout.columns.find((each) => each.key === key)
    if (!column)
      return [
        {
          path: `${path}.column`,
          says: `A rule is for the column “${key}”, which the template does not have. Remove the rule.`,
        },
      ]
    if (validation_rules.findIndex((each) => each.column === key) < at)
      return [
        { path, says: `“${column.header}” has two rules, but a cell of the sheet can have one. Remove one of them.` },
      ]
    const says = ruleSentence(column, rule, layout.columns)
    return says === null ? [] : [{ path: `${path}.rule`, says }]
  })
}
