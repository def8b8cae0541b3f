// A validation rule of the sheet as a template states it.
import { columnLetter } from '../../plan/a1.ts'
import type { SheetRule } from '../../plan/sheet-rule.ts'
import { isoDate } from '../../table/compute/serial.ts'
import type { ValidationRule } from '../validation-rule.ts'
import { type FormulaPlace, readFormula, rowOfFormula } from './read-formula.ts'

type Manner = { strict: boolean; help?: string }

function mannerOf({ strict, help }: { strict: boolean; help?: string | undefined }): Manner {
  return { strict, ...(help ? { help: help.slice(0, 200) } : {}) }
}

const bounded = <T>(min: T | undefined | null, max: T | undefined | null) => ({
  ...(min == null ? {} : { min }),
  ...(max == null ? {} : { max }),
})

/** `LEN(A2)<=5` and its like. */
function lengthOf(formula: string): { min?: number; max?: number } | null {
  const least = /LEN\([^()]+\)>=(\d+)/i.exec(formula)?.[1]
  const most = /LEN\([^()]+\)<=(\d+)/i.exec(formula)?.[1]
  const whole = /^=(?:LEN\([^()]+\)[<>]=\d+|AND\(LEN\([^()]+\)>=\d+[;,]\s*LEN\([^()]+\)<=\d+\))$/i.test(formula)
  return whole ? (bounded(least && Number(least), most && Number(most)) as { min?: number; max?: number }) : null
}

/** The pattern of `REGEXMATCH(A2,"^(?:…)$")`; one without its ends matches within the text. */
function patternOf(formula: string): string | null {
  const found = /^=REGEXMATCH\((?:TO_TEXT\()?\$?[A-Z]{1,3}\$?\d+\)?[;,]\s*"((?:[^"]|"")*)"\)$/i.exec(formula)?.[1]
  if (found === undefined) return null
  const pattern = found.replaceAll('""', '"')
  const whole = /^\^\(\?:([\s\S]*)\)\$$/.exec(pattern)?.[1]
  if (whole !== undefined) return whole
  const open = `${pattern.startsWith('^') ? '' : '.*'}(?:${pattern.replace(/^\^/, '').replace(/([^\\])\$$/, '$1')})`
  return `${open}${/[^\\]\$$/.test(pattern) ? '' : '.*'}`
}

/**
 * The rule, or null for one that a template cannot say: a formula over other rows. `at` is the place of the ruled column in
 * the sheet.
 */
export function learnRule(rule: SheetRule, at: number, place: Omit<FormulaPlace, 'row'>): ValidationRule | null {
  switch (rule.kind) {
    case 'list': {
      const values = [...new Set(rule.values.map((value) => value.trim()).filter(Boolean))].slice(0, 500)
      return values.length > 0 ? { kind: 'list', values, ...mannerOf(rule) } : null
    }
    case 'checkbox':
      return { kind: 'checkbox' }
    case 'email':
    case 'url':
      return { kind: rule.kind, ...mannerOf(rule) }
    case 'number':
      return { kind: 'number', ...bounded(rule.min, rule.max), ...mannerOf(rule) }
    case 'date': {
      const [min, max] = [rule.min, rule.max].map((serial) => (serial === undefined ? null : isoDate(serial)))
      return { kind: 'date', ...bounded(min, max), ...mannerOf(rule) }
    }
    case 'formula': {
      const own = new RegExp(`\\$?${columnLetter(at)}\\$?\\d`, 'i').test(rule.formula)
      const length = own ? lengthOf(rule.formula) : null
      if (length) return { kind: 'length', ...length, ...mannerOf(rule) }
      const pattern = own ? patternOf(rule.formula) : null
      if (pattern) return { kind: 'pattern', pattern: pattern.slice(0, 500), ...mannerOf(rule) }
      const row = rowOfFormula(rule.formula)
      const formula = row === null ? null : readFormula(rule.formula, { ...place, row })
      return formula === null ? null : { kind: 'formula', formula, ...mannerOf(rule) }
    }
  }
}
