// Holds the formulas of a fitted table against the policy: what may be written, what is shown first, what never is.
import { judgeFormula } from '../plan/formula-policy.ts'
import type { ColumnType } from '../table/table.ts'
import type { AskedFormula } from './fitted-table.ts'
import type { SettledColumn } from './settle-columns.ts'

type Named = { key: string; name: string; type: ColumnType }

/** What formulas may call columns by: the template's, and the table's own. */
export type NamedColumns = { template: Named[]; table: Named[] }

/**
 * Takes away the formulas that no person should be asked about, and tells the rest that has to be seen first. A formula
 * that is taken away leaves the values that the table has.
 */
export function judgeFormulas(
  columns: SettledColumn[],
  named: NamedColumns,
): { asked: AskedFormula[]; notes: string[] } {
  const asked: AskedFormula[] = []
  const notes: string[] = []
  const own = columns.map(({ key, header, type }) => ({ key, name: header, type }))
  for (const column of columns) {
    const { header, template, source } = column
    const proposed = column.formula ?? (source ? source.formula : template?.formula)
    if (proposed === undefined) continue
    const over = column.formula !== null ? own : source ? named.table : named.template
    const { verdict, reasons } = judgeFormula(proposed, { columns: over })
    if (verdict === 'allowed') continue
    if (column.formula !== null && verdict === 'ask') {
      asked.push({ header, formula: proposed, reasons })
      continue
    }
    // What is no row expression cannot be moved to where the rows stand.
    column.formula = null
    notes.push(`The formula of “${header}” is not written: ${shorten(proposed)} ${reasons.join(' ')}`)
  }
  return { asked, notes }
}

const shorten = (formula: string) => `“${formula.length > 200 ? `${formula.slice(0, 200)}…` : formula}”.`
