// Counts the values of a column that its validation rule will mark.
import type { SheetCell } from '../plan/sheet-cell.ts'
import type { ValidationRule } from './validation-rule.ts'

const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

function keepsRule(cell: SheetCell, rule: ValidationRule): boolean {
  switch (rule.kind) {
    case 'list':
      return rule.values.includes(String(cell))
    case 'checkbox':
      return typeof cell === 'boolean'
    case 'email':
      return typeof cell === 'string' && emailPattern.test(cell)
    case 'url':
      return typeof cell === 'string' && /^https?:\/\/\S+$/i.test(cell)
    case 'date':
      return typeof cell === 'number'
    case 'length':
      return String(cell).length >= (rule.min ?? 0) && String(cell).length <= (rule.max ?? Infinity)
    case 'pattern':
    case 'formula':
      return true
    case 'number':
      return typeof cell === 'number' && cell >= (rule.min ?? -Infinity) && cell <= (rule.max ?? Infinity)
  }
}

const wrong: Record<ValidationRule['kind'], [one: string, many: string]> = {
  list: ['is not in the list', 'are not in the list'],
  checkbox: ['is not yes or no', 'are not yes or no'],
  email: ['is not an e-mail address', 'are not e-mail addresses'],
  url: ['is not a web address', 'are not web addresses'],
  date: ['is not a date', 'are not dates'],
  length: ['is too short or too long', 'are too short or too long'],
  pattern: ['is not written as it should be', 'are not written as they should be'],
  formula: ['breaks its rule', 'break their rule'],
  number: ['is outside the allowed numbers', 'are outside the allowed numbers'],
}

/** A sentence about the values that break the rule, or null when all keep it. Empty cells and formulas break nothing. */
export function ruleNote(header: string, cells: SheetCell[], rule: ValidationRule): string | null {
  const count = cells.filter((cell) => cell !== null && typeof cell !== 'object' && !keepsRule(cell, rule)).length
  if (count === 0) return null
  const [one, many] = wrong[rule.kind]
  return count === 1
    ? `1 value in “${header}” ${one}; it is kept and marked.`
    : `${count} values in “${header}” ${many}; they are kept and marked.`
}
