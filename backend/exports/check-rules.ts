// Heeds the rules that a sheet has for its cells: Google's API would write over them without a word.
import { cellAddress } from '../../shared/plan/a1.ts'
import { overlaps } from '../../shared/plan/batch-update/sheet-state.ts'
import type { SheetCell } from '../../shared/plan/sheet-cell.ts'
import type { SheetPlan } from '../../shared/plan/sheet-plan.ts'
import { Problem } from '../platform/problem.ts'

/** A rule that refuses other input: its condition, as Google names it. */
export type StrictRule = { type: string; values: string[] }
/** By row and column of the sheet, for the cells that were read. */
export type StrictRules = (row: number, column: number) => StrictRule | undefined

const numberOf = (text = '') => Number(text.replace(',', '.'))
const textOf = (cell: string | number | boolean) =>
  typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell)

const comparisons: Record<string, (value: number, first: number, second: number) => boolean> = {
  NUMBER_GREATER: (value, first) => value > first,
  NUMBER_GREATER_THAN_EQ: (value, first) => value >= first,
  NUMBER_LESS: (value, first) => value < first,
  NUMBER_LESS_THAN_EQ: (value, first) => value <= first,
  NUMBER_EQ: (value, first) => value === first,
  NUMBER_NOT_EQ: (value, first) => value !== first,
  NUMBER_BETWEEN: (value, first, second) => value >= first && value <= second,
  NUMBER_NOT_BETWEEN: (value, first, second) => value < first || value > second,
}

/** What cannot be told without the sheet (formulas, ranges, days) is let through. */
function allows({ type, values }: StrictRule, cell: SheetCell): boolean {
  if (cell === null || cell === '' || typeof cell === 'object') return true
  if (type === 'ONE_OF_LIST') return values.includes(textOf(cell))
  if (type === 'BOOLEAN') return values.length === 0 ? typeof cell === 'boolean' : values.includes(textOf(cell))
  if (type === 'DATE_IS_VALID') return typeof cell === 'number'
  if (type === 'TEXT_IS_EMAIL') return typeof cell === 'string' && cell.includes('@')
  const compare = comparisons[type]
  if (!compare) return true
  const [first, second] = [numberOf(values[0]), numberOf(values[1])]
  if (Number.isNaN(first)) return true
  return typeof cell === 'number' && compare(cell, first, Number.isNaN(second) ? first : second)
}

/** Throws for the first value that a strict rule of the place refuses. Where rows move, rules move with them: nothing is said then. */
export function checkRules({ edits }: SheetPlan, rules: StrictRules): void {
  if (edits.some(({ kind }) => kind === 'insert_rows' || kind === 'delete_rows')) return
  const replaced = edits.flatMap((edit) => (edit.kind === 'rule' || edit.kind === 'clear' ? [edit.block] : []))
  for (const edit of edits) {
    if (edit.kind !== 'cells') continue
    edit.cells.forEach((cells, r) => {
      cells.forEach((cell, c) => {
        const [row, column] = [edit.row + r, edit.column + c]
        const rule = rules(row, column)
        if (!rule || allows(rule, cell)) return
        if (replaced.some((block) => overlaps(block, { row, column, rows: 1, columns: 1 }))) return
        throw new Problem(
          'plan_refused',
          `Nothing was written. The rule of ${cellAddress(row, column)} refuses what would stand there. Choose another place, or change the rule under Data > Data validation.`,
        )
      })
    })
  }
}
