// How formulas are written in a spreadsheet of some locale.
import type { FormulaDialect } from '../table/compute.ts'
import { hasDecimalPoint } from './number-format.ts'

/** Where decimals have a comma, arguments have a semicolon between them. */
export function formulaDialect(locale: string): FormulaDialect {
  const decimalPoint = hasDecimalPoint(locale)
  return { separator: decimalPoint ? ',' : ';', decimalPoint }
}
