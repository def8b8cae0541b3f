// Computes the columns of a written table that have a formula; what a formula may be is for the policy to say.
import { judgeFormula } from '../../shared/plan/formula-policy.ts'
import { expressionKeys, rowEvaluator } from '../../shared/table/compute.ts'
import type { Cell, Column } from '../../shared/table/table.ts'

type Computed = { at: number; evaluate: (row: readonly Cell[]) => Cell }

export type Formulas = {
  columns: Column[]
  notes: string[]
  /** Fills the computed cells of a row; answers which of its cells a formula gave. */
  fill(cells: Cell[], row: number): Set<number>
  /** What is to be said of the rows at the end. */
  told(): string[]
}

/** Those of `wanted` that can be computed, each after those it stands on; a circle leaves its members out. */
function inOrder(wanted: Map<number, string[]>, columns: Column[]): number[] {
  const order: number[] = []
  const open = new Map(wanted)
  const isOpen = (key: string) => [...open.keys()].some((at) => columns[at]!.key === key)
  for (;;) {
    const ready = [...open].filter(([, keys]) => !keys.some(isOpen)).map(([at]) => at)
    if (ready.length === 0) return order
    for (const at of ready) {
      order.push(at)
      open.delete(at)
    }
  }
}

const nearly = (a: Cell, b: Cell): boolean =>
  typeof a === 'number' && typeof b === 'number'
    ? Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b))
    : a === b

/** `formulas` by the column's place, as they were written. One that cannot be used is refused with a note. */
export function createFormulas(columns: Column[], formulas: Map<number, string>): Formulas {
  const notes: string[] = []
  const wanted = new Map<number, string[]>()
  const bound = new Map<number, string>()
  for (const [at, formula] of formulas) {
    const { name } = columns[at]!
    const verdict = judgeFormula(formula, { columns })
    if (verdict.verdict !== 'allowed') {
      notes.push([`The formula for “${name}” was not taken.`, ...verdict.reasons].join(' '))
      continue
    }
    wanted.set(at, expressionKeys(verdict.expression))
    bound.set(at, verdict.expression)
  }
  const order = inOrder(wanted, columns)
  for (const at of wanted.keys()) {
    if (!order.includes(at)) notes.push(`The formula for “${columns[at]!.name}” was not taken. It stands on itself.`)
  }
  const computed: Computed[] = order.map((at) => {
    const evaluate = rowEvaluator(bound.get(at)!, columns, columns[at]!)
    return { at, evaluate: (row) => evaluate(row).value }
  })
  const differing: string[] = []

  return {
    columns: columns.map((column, at) => (order.includes(at) ? { ...column, formula: bound.get(at)! } : column)),
    notes,
    fill(cells, row) {
      const given = new Set<number>()
      for (const { at, evaluate } of computed) {
        const value = evaluate(cells)
        const stated = cells[at] ?? null
        // A stated value that no formula can give stays; one that differs gives way, and that is said.
        if (value === null) continue
        if (stated !== null && !nearly(stated, value)) {
          differing.push(`row ${row + 1} states ${JSON.stringify(stated)} for “${columns[at]!.name}”`)
        }
        cells[at] = value
        given.add(at)
      }
      return given
    },
    told: () =>
      differing.length === 0
        ? []
        : [
            `The text and the formula disagree: ${differing.slice(0, 5).join(', ')}${differing.length > 5 ? ` and ${differing.length - 5} more` : ''}; the formula’s value stands in the table.`,
          ],
  }
}
