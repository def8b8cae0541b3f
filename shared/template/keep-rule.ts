// Says whether a value keeps a validation rule, and if not, in words, why.
import type { SheetCell } from '../plan/sheet-cell.ts'
import { isoDate, serialOfDate } from '../table/compute/serial.ts'
import { ExpressionError, expressionEvaluator, expressionKeys } from '../table/compute.ts'
import { isWholeMatch } from './re2.ts'
import { textOf } from './sheet-cell.ts'
import type { ValidationRule } from './validation-rule.ts'

const emailPattern = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/
/** With its scheme, or as people write it: `www.example.com`, `example.com/shop`. */
const urlPattern =
  /^(?:(?:https?|ftp):\/\/[^\s/]\S*|mailto:\S+@\S+|(?:[\p{L}\p{N}_-]+\.)+\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?)$/iu

const listed = 3

type Value = Exclude<SheetCell, { formula: string }>
type Row = (key: string) => SheetCell

/** A sentence part for a value outside of bounds; null inside. Bounds are included. */
function boundsFault(
  value: number,
  { min, max }: { min?: number | undefined; max?: number | undefined },
  show: (n: number) => string,
) {
  if (value >= (min ?? -Infinity) && value <= (max ?? Infinity)) return null
  if (min !== undefined && max !== undefined) return `is not between ${show(min)} and ${show(max)}`
  return min !== undefined ? `is less than ${show(min)}` : `is more than ${show(max ?? 0)}`
}

function dayFault(value: Value, min: string | undefined, max: string | undefined): string | null {
  if (typeof value !== 'number' || isoDate(value) === null) return 'is not a date'
  const day = Math.floor(value)
  const from = min === undefined ? null : serialOfDate(min)
  const to = max === undefined ? null : serialOfDate(max)
  if (day >= (from ?? -Infinity) && day <= (to ?? Infinity)) return null
  if (from !== null && to !== null) return `is not between ${min} and ${max}`
  return from !== null ? `is before ${min}` : `is after ${max}`
}

function lengthFault(length: number, min: number | undefined, max: number | undefined): string | null {
  if (length < (min ?? 0)) return `has fewer than ${min} characters`
  return length > (max ?? Infinity) ? `has more than ${max} characters` : null
}

function listFault(value: Value, values: string[]): string | null {
  if (values.includes(textOf(value))) return null
  return `is not in the list (${values.slice(0, listed).join(', ')}${values.length > listed ? ', …' : ''})`
}

/** The value of a formula is not known. */
const knownValue = (cell: SheetCell): Value => (typeof cell === 'object' ? null : cell)

/** A formula that cannot be read or gives an error counts as broken, as in the sheet. */
function formulaCheck(formula: string): (row: Row) => boolean {
  try {
    const keys = expressionKeys(formula)
    const evaluate = expressionEvaluator(formula)
    return (row) => {
      const result = evaluate(Object.fromEntries(keys.map((key) => [key, knownValue(row(key))])))
      return result === true || (typeof result === 'number' && result !== 0)
    }
  } catch (error) {
    if (error instanceof ExpressionError) return () => false
    throw error
  }
}

type Check = (value: Value, row: Row) => string | null

function checkOf(rule: ValidationRule): Check {
  switch (rule.kind) {
    case 'list':
      return (value) => listFault(value, rule.values)
    case 'checkbox':
      return (value) => (typeof value === 'boolean' ? null : 'is neither yes nor no')
    case 'email':
      return (value) => (emailPattern.test(textOf(value)) ? null : 'is not an e-mail address')
    case 'url':
      return (value) => (urlPattern.test(textOf(value)) ? null : 'is not a web address')
    case 'date':
      return (value) => dayFault(value, rule.min, rule.max)
    case 'number':
      return (value) => (typeof value === 'number' ? boundsFault(value, rule, String) : 'is not a number')
    case 'length':
      return (value) => lengthFault(textOf(value).length, rule.min, rule.max)
    case 'pattern':
      return (value) => (isWholeMatch(rule.pattern, textOf(value)) ? null : 'is not written as it should be')
    case 'formula': {
      const keeps = formulaCheck(rule.formula)
      return (_, row) => (keeps(row) ? null : `breaks the rule ${rule.formula.slice(0, 80)}`)
    }
  }
}

const checks = new WeakMap<ValidationRule, Check>()

/**
 * Why a value breaks a rule, as the part of a sentence that follows the column's name, such as “is not in the list
 * (Open, Shipped, Paid, …)”; null when it keeps it. Values are as the sheet holds them: days as serial numbers. `row` gives
 * the other values of the row by column key, for rules that are formulas. Empty cells and formulas break nothing.
 */
export function ruleFault(value: SheetCell, rule: ValidationRule, row: Row): string | null {
  if (value === null || value === '' || typeof value === 'object') return null
  let check = checks.get(rule)
  if (!check) {
    check = checkOf(rule)
    checks.set(rule, check)
  }
  return check(value, row)
}
