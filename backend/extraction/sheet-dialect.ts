// How the formulas of the person's sheet write decimals, as far as the locale says.
import type { FormulaDialect } from '../../shared/table/compute.ts'
import { hasDecimalPoint } from '../../shared/template/number-format.ts'

/** Undefined where decimals have a point, or nobody knows. */
export const dialectOf = (locale: string | undefined): FormulaDialect | undefined =>
  locale && !hasDecimalPoint(locale) ? { separator: ';', decimalPoint: false } : undefined
