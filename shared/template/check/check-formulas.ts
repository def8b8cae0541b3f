// Checks that the formulas of columns can be read and worked out, and give what their columns hold.

import { isKnownToReach } from '../../plan/formula-policy.ts'
import { ExpressionError, expressionKeys, expressionType } from '../../table/compute.ts'
import { formulaOrder } from '../../table/compute-columns.ts'
import type { Column, ColumnType } from '../../table/table.ts'
import type { CheckedTemplate, TemplateFault } from '../check-template.ts'
import { readForeign } from '../foreign-formula.ts'
import type { TemplateColumn } from '../template.ts'
import { asColumns, holds, isDay, isNumber, isText } from './kinds.ts'

/** Why an expression over the keys of columns cannot be read, as a sentence; null when it can. */
export function expressionFault(expression: string, columns: readonly TemplateColumn[]): string | null {
  try {
    const missing = expressionKeys(expression).find((key) => !columns.some((each) => each.key === key))
    return missing === undefined ? null : `There is no column with the key “${missing}”.`
  } catch (error) {
    if (error instanceof ExpressionError) return error.message
    throw error
  }
}

/** What a readable expression gives. Values of text columns may be anything, so what is made of them counts as text. */
export const expressionGives = (expression: string, columns: readonly Column[]): ColumnType =>
  expressionType(expression, columns).type

/** Whether values of one type can stand in a column of another. A plain number may be a share, an amount or a length of time. */
function canHold(column: ColumnType, given: ColumnType): boolean {
  if (column === given) return true
  if (isNumber(column) || column === 'time') return isNumber(given) || given === 'time'
  if (isDay(column)) return isDay(given)
  return isText(column) && isText(given)
}

/** Columns whose formula stands on itself, by way of others or directly. */
function inCircles(columns: Column[]): Set<string> {
  const readable = columns.map(({ formula, ...rest }) => {
    try {
      if (formula !== undefined) expressionKeys(formula)
      return formula === undefined ? rest : { ...rest, formula }
    } catch {
      return rest
    }
  })
  const { broken } = formulaOrder(readable)
  return new Set(broken.flatMap(({ at, why }) => (why === 'It stands on itself.' ? (columns[at]?.key ?? []) : [])))
}

export function checkFormulas({ layout }: CheckedTemplate): TemplateFault[] {
  const columns = asColumns(layout.columns)
  const circles = inCircles(columns)
  return layout.columns.flatMap(({ key, header, type, formula }, at): TemplateFault[] => {
    if (formula === undefined) return []
    const path = `layout.columns.${at}.formula`
    const fault = expressionFault(formula, layout.columns)
    // One that reaches further is never written without a yes of its own, each time.
    if (fault && isKnownToReach(formula) && readForeign(formula, columns)) return []
    if (fault) return [{ path, says: `The formula of “${header}” cannot be used: ${fault}` }]
    if (circles.has(key))
      return [
        {
          path,
          says: `The formula of “${header}” stands on “${header}” itself, directly or by way of others. Change one of them.`,
        },
      ]
    const given = expressionGives(formula, columns)
    return canHold(type, given)
      ? []
      : [
          {
            path,
            says: `The formula of “${header}” gives ${holds[given]}, but the column holds ${holds[type]}. Change the type or the formula.`,
          },
        ]
  })
}
