// Validation rules of a template as the sheet holds them.
import { serialOfDate } from '../table/compute/serial.ts'
import { ExpressionError, formulaRenderer } from '../table/compute.ts'
import { formulaDialect } from '../template/formula-dialect.ts'
import type { ValidationRule } from '../template/validation-rule.ts'
import { columnLetter } from './a1.ts'
import type { SheetRule } from './sheet-rule.ts'

/** Where a rule goes: the column and first row of its cells, and the letters that formulas may name. */
export type RulePlace = { column: number; row: number; letters: Record<string, string>; locale: string }

/** A text as a formula writes it. */
export const textLiteral = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** A row expression as the formula of a rule, true or false for each row; null when the sheet can't say it. */
export function ruleFormula(expression: string, { letters, row, locale }: Omit<RulePlace, 'column'>): string | null {
  try {
    return formulaRenderer(expression, formulaDialect(locale))(letters, row)
  } catch (error) {
    if (error instanceof ExpressionError) return null
    throw error
  }
}

function lengthFormula(
  cell: string,
  { min, max }: { min?: number | undefined; max?: number | undefined },
  separator: string,
): string {
  const length = `LEN(${cell})`
  if (min === undefined && max === undefined) return '=TRUE()'
  if (min === undefined) return `=${length}<=${max}`
  return max === undefined ? `=${length}>=${min}` : `=AND(${length}>=${min}${separator}${length}<=${max})`
}

/**
 * Whether Sheets would read a value of a rule or a conditional format as a formula: it takes them as if somebody typed
 * them.
 */
export const readsAsFormula = (value: string | number): boolean =>
  typeof value === 'string' && /^[\s\p{C}]*[=+＝＋]/u.test(value) && !/^[-+]?[\d.,]+%?$/.test(value.trim())

/** The rule for cells from its place on; null when the spreadsheet cannot hold it as it is meant. */
export function renderRule(rule: ValidationRule, place: RulePlace): SheetRule | null {
  const { separator } = formulaDialect(place.locale)
  const cell = `$${columnLetter(place.column)}${place.row}`
  switch (rule.kind) {
    case 'list':
      return rule.values.some(readsAsFormula) ? null : rule
    case 'checkbox':
    case 'email':
    case 'url':
    case 'number':
      return rule
    case 'date': {
      const { min, max, ...rest } = rule
      const [from, to] = [min, max].map((day) => (day === undefined ? null : serialOfDate(day)))
      return { ...rest, ...(from != null ? { min: from } : {}), ...(to != null ? { max: to } : {}) }
    }
    case 'length': {
      const { min, max, kind: _, ...manner } = rule
      return { kind: 'formula', formula: lengthFormula(cell, { min, max }, separator), ...manner }
    }
    case 'pattern': {
      const { pattern, kind: _, ...manner } = rule
      // Numbers are matched as they are shown; the whole text has to match.
      const formula = `=REGEXMATCH(TO_TEXT(${cell})${separator}${textLiteral(`^(?:${pattern})$`)})`
      return { kind: 'formula', formula, ...manner }
    }
    case 'formula': {
      const formula = ruleFormula(rule.formula, place)
      const { formula: _, ...rest } = rule
      return formula === null ? null : { ...rest, formula }
    }
  }
}
