// Holds the formulas of a fitted table against the policy: what may be written, what is shown first, what never is.
import { judgeFormula } from '../plan/formula-policy.ts'
import type { ColumnType } from '../table/table.ts'
import type { AskedFormula, OfferedFormula } from './fitted-table.ts'
import { readForeign, rekeyForeign } from './foreign-formula.ts'
import type { SettledColumn } from './settle-columns.ts'
import type { TemplateColumn } from './template.ts'

type Named = { key: string; name: string; type: ColumnType }

/**
 * What formulas may call columns by: the template's, and the table's own. `unused` are the template's columns that get nothing, `agreed` the
 * formulas, by their column's key, that a person wants although no row expression can say them.
 */
export type FormulaContext = {
  template: Named[]
  table: Named[]
  unused: TemplateColumn[]
  agreed: Record<string, string>
}

export type JudgedFormulas = { asked: AskedFormula[]; offered: OfferedFormula[]; notes: string[] }

/**
 * Takes away the formulas that no person should be asked about, offers those that one may want, and tells the rest that has to be seen
 * first. A formula that is taken away, or not agreed to, leaves the values that the table has.
 */
export function judgeFormulas(columns: SettledColumn[], context: FormulaContext): JudgedFormulas {
  const { template: named, table, agreed } = context
  const judged: JudgedFormulas = { asked: [], offered: [], notes: [] }
  const own = columns.map(({ key, header, type }) => ({ key, name: header, type }))
  const inTemplate = (key: string) => columns.find((each) => each.key === key)?.key
  const inTable = (key: string) => columns.find(({ source }) => source?.key === key)?.key
  const offer = (
    key: string,
    header: string,
    formula: string,
    reasons: string[],
    keyOf: typeof inTable,
    over: Named[],
  ) => {
    const foreign = readForeign(formula, over)
    const onItself = foreign?.keys.some((each) => keyOf(each) === key)
    const rekeyed = foreign && !onItself ? rekeyForeign(foreign, keyOf) : null
    const isAgreed = rekeyed !== null && agreed[key] === formula
    if (rekeyed !== null) judged.offered.push({ key, header, formula, reasons, agreed: isAgreed })
    if (!isAgreed)
      judged.notes.push(`The formula of “${header}” is not written: ${shorten(formula)} ${reasons.join(' ')}`)
    return isAgreed ? rekeyed : null
  }
  for (const column of columns) {
    const { key, header, template, source } = column
    const proposed = column.formula ?? (source ? source.formula : template?.formula)
    if (proposed === undefined) continue
    const over = column.formula !== null ? own : source ? table : named
    const { verdict, reasons } = judgeFormula(proposed, { columns: over })
    if (verdict === 'allowed') continue
    if (column.formula !== null && verdict === 'ask') {
      judged.asked.push({ header, formula: proposed, reasons })
      continue
    }
    column.formula = offer(key, header, proposed, reasons, source ? inTable : inTemplate, over)
    column.foreign = column.formula !== null
  }
  for (const { key, header, formula } of context.unused) {
    const verdict = formula === undefined ? null : judgeFormula(formula, { columns: named })
    if (formula !== undefined && verdict && verdict.verdict !== 'allowed')
      offer(key, header, formula, verdict.reasons, inTemplate, named)
  }
  return judged
}

const shorten = (formula: string) => `“${formula.length > 200 ? `${formula.slice(0, 200)}…` : formula}”.`
