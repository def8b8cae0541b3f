// Fills the computed columns of a table row by row, each after the columns it stands on.

import { toCell, toValue } from './compute/cells.ts'
import { compile } from './compute/evaluate.ts'
import { parseExpression } from './compute/parse.ts'
import type { FormulaDialect } from './compute/render.ts'
import { isFault, type Value } from './compute/values.ts'
import { ExpressionError, expressionKeys } from './compute.ts'
import type { Cell, Column } from './table.ts'

/** A formula that cannot be used, with the reason as a sentence. */
type BrokenFormula = { at: number; why: string }

/** `faults` counts the rows in which a column has no value because the sheet would show an error, and says why once. */
export type RowFiller = {
  /** The places of the columns that are filled, in the order in which that is done. */
  computed: number[]
  broken: BrokenFormula[]
  /** Puts the values of all formulas into a row of the table. */
  fill(row: Cell[]): void
  faults(): { at: number; rows: number; why: string }[]
}

function inputsOf(column: Column, columns: readonly Column[]): { keys: string[] } | { why: string } {
  try {
    const keys = expressionKeys(column.formula ?? '')
    const missing = keys.find((key) => !columns.some((each) => each.key === key))
    return missing === undefined ? { keys } : { why: `There is no column “${missing}”.` }
  } catch (error) {
    if (error instanceof ExpressionError) return { why: error.message }
    throw error
  }
}

/** The formulas' order, and those that cannot be used: a circle leaves out its members and what stands on them. */
export function formulaOrder(columns: readonly Column[]): { order: number[]; broken: BrokenFormula[] } {
  const broken: BrokenFormula[] = []
  const open = new Map<number, string[]>()
  columns.forEach((column, at) => {
    if (column.formula === undefined) return
    const inputs = inputsOf(column, columns)
    if ('why' in inputs) broken.push({ at, why: inputs.why })
    else open.set(at, inputs.keys)
  })
  const order: number[] = []
  for (;;) {
    const waiting = new Set([...open.keys()].map((at) => columns[at]?.key))
    const ready = [...open].filter(([, keys]) => !keys.some((key) => waiting.has(key)))
    if (ready.length === 0) break
    for (const [at] of ready) {
      order.push(at)
      open.delete(at)
    }
  }
  for (const at of open.keys()) broken.push({ at, why: 'It stands on itself.' })
  return { order, broken }
}

/** `dialect` is that of the sheet: where decimals have a comma, texts join and read numbers so. */
export function createRowFiller(columns: readonly Column[], dialect?: FormulaDialect): RowFiller {
  const { order, broken } = formulaOrder(columns)
  const keys = columns.map(({ key }) => key)
  const settings = { decimalPoint: dialect?.decimalPoint ?? true }
  const steps = order.map((at) => ({
    at,
    evaluate: compile(parseExpression(columns[at]?.formula ?? ''), keys, settings),
  }))
  const used = new Set(order.flatMap((at) => expressionKeys(columns[at]?.formula ?? '')))
  const inputs = columns.flatMap(({ key, type }, at) => (used.has(key) && !order.includes(at) ? [{ at, type }] : []))
  const faults = new Map<number, { rows: number; why: string }>()
  const values: Value[] = columns.map(() => null)
  return {
    computed: order,
    broken,
    fill(row) {
      for (const { at, type } of inputs) values[at] = toValue(row[at] ?? null, type)
      for (const { at, evaluate } of steps) {
        // What stands on an error is an error, and what stands on 0.1 + 0.2 stands on all of its digits.
        const value = evaluate(values)
        values[at] = value
        row[at] = toCell(value, columns[at]!.type)
        if (!isFault(value)) continue
        const known = faults.get(at)
        if (known) known.rows += 1
        else faults.set(at, { rows: 1, why: value.why })
      }
    },
    faults: () => [...faults].map(([at, fault]) => ({ at, ...fault })),
  }
}
