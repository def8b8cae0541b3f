// Whether what is to be written stands in the sheet already.
import { sameValue } from '../merge/same-value.ts'
import type { SheetCell } from './sheet-cell.ts'

/** Formulas as they are compared: Google writes names in capitals, and spaces say nothing outside of texts. */
export function comparedFormula(formula: string): string {
  if (!formula.includes('"') && !formula.includes("'")) return formula.replace(/\s+/g, '').toUpperCase()
  return formula
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(/\s+/g, '').toUpperCase()))
    .join('')
}

/** Numbers and days by value, formulas by what they say; an empty text is an empty cell. */
export function sameCell(one: SheetCell, other: SheetCell): boolean {
  if (one === other) return true
  if (typeof one === 'object' && one !== null)
    return (
      typeof other === 'object' && other !== null && comparedFormula(one.formula) === comparedFormula(other.formula)
    )
  if (typeof other === 'object' && other !== null) return false
  return sameValue(one === '' ? null : one, other === '' ? null : other)
}
