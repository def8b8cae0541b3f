// Rewrites what a workbook says about cells when they go elsewhere: formulas of cells and of rules, and lists taken from cells.
import { lineForWriting } from './snapshot.ts'
import type { Box, Cell, FilterCriteria, RuleArgument, Sheet, Validation, Workbook } from './workbook.ts'

/** `formula` gets a formula and the sheet it stands in, `place` a rectangle that a rule takes its choices from. */
export type Rewriting = {
  formula: (text: string, holder: Sheet) => string
  place: (sheetId: number, box: Box) => { sheetId: number; box: Box }
}
type Rule = { args: RuleArgument[]; texts?: string[] }

/** Rewrites every formula of the workbook and every rectangle a validation names; what stays as it was is not written. */
export function rewriteFormulas(workbook: Workbook, rewriting: Rewriting): void {
  for (const holder of workbook.sheets) {
    const known = new Map<Validation, Validation>()
    for (const [row, line] of [...holder.rows])
      for (const [column, cell] of line) {
        const changed = rewrittenCell(cell, holder, rewriting, known)
        if (changed !== cell) lineForWriting(holder, row).set(column, changed)
      }
    holder.conditionalRules = holder.conditionalRules.map((rule) =>
      rule.kind === 'boolean' ? rewrittenRule(rule, holder, rewriting) : rule,
    )
    if (holder.filter) holder.filter.criteria = rewrittenCriteria(holder.filter.criteria, holder, rewriting)
  }
}

function rewrittenCell(cell: Cell, holder: Sheet, rewriting: Rewriting, known: Map<Validation, Validation>): Cell {
  const formula = cell.formula && rewriting.formula(cell.formula, holder)
  const { validation } = cell
  // Cells under one rule keep sharing it.
  if (validation && !known.has(validation)) known.set(validation, rewrittenRule(validation, holder, rewriting))
  const rule = validation && known.get(validation)
  if (formula === cell.formula && rule === validation) return cell
  return { ...cell, ...(formula ? { formula } : {}), ...(rule ? { validation: rule } : {}) }
}

function rewrittenCriteria(
  criteria: Record<number, FilterCriteria>,
  holder: Sheet,
  rewriting: Rewriting,
): Record<number, FilterCriteria> {
  return Object.fromEntries(
    Object.entries(criteria).map(([column, one]) => [column, rewrittenRule(one, holder, rewriting)]),
  )
}

function rewrittenRule<R extends Rule>(rule: R, holder: Sheet, { formula, place }: Rewriting): R {
  const text = (one: string) => (one.startsWith('=') ? formula(one, holder) : one)
  const args = rule.args.map((arg): RuleArgument => {
    if (typeof arg === 'string') return text(arg)
    if (!arg || typeof arg !== 'object' || Array.isArray(arg)) return arg
    const at = place(arg.sheetId, arg.box)
    return at.sheetId === arg.sheetId && at.box === arg.box ? arg : at
  })
  if (args.every((arg, index) => arg === rule.args[index])) return rule
  // A range is written anew; its text as it was typed no longer means it.
  const texts = rule.texts?.map((one, index) => (typeof rule.args[index] === 'string' ? text(one) : one))
  return { ...rule, args, ...(texts ? { texts } : {}) }
}
