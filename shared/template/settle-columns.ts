// Decides which columns a fitted table has, in which order, and where each takes its values from.
import type { ColumnMatch } from '../plan/plan-preview.ts'
import { ExpressionError, expressionKeys, rekeyExpression } from '../table/compute.ts'
import { formulaOrder } from '../table/compute-columns.ts'
import type { Column, ColumnType, Table } from '../table/table.ts'
import { readForeign } from './foreign-formula.ts'
import { type Finding, isCompatible } from './map-columns.ts'
import type { Template, TemplateColumn } from './template.ts'

type Matches = Map<string, Finding>

/**
 * A column to be: `index` is its place in the table's rows (-1: the table has none), `formula` a row expression over the keys of the
 * settled columns. With both, the table has the values of the formula already. A `foreign` formula is no row expression, and was agreed to.
 */
export type SettledColumn = {
  key: string
  header: string
  template: TemplateColumn | null
  source: Column | null
  index: number
  type: ColumnType
  formula: string | null
  foreign: boolean
  how: ColumnMatch['how']
  sure: boolean
}

export type SettledColumns = { columns: SettledColumn[]; unused: { key: string; header: string }[] }

/** The keys a formula stands on, or null when it cannot be read. */
function inputsOf(formula: string): string[] | null {
  try {
    return expressionKeys(formula)
  } catch (error) {
    if (error instanceof ExpressionError) return null
    throw error
  }
}

/** Keys of template columns that will hold something: data, a default, or a formula whose inputs hold something. */
function findWritten(columns: TemplateColumn[], matches: Matches): Set<string> {
  const written = new Set(
    columns.filter((each) => matches.get(each.key)?.from != null || each.default != null).map(({ key }) => key),
  )
  for (;;) {
    const before = written.size
    for (const { key, formula } of columns) {
      const inputs = formula === undefined ? null : inputsOf(formula)
      if (inputs?.every((input) => input !== key && written.has(input))) written.add(key)
    }
    if (written.size === before) return written
  }
}

/** A key that no other column has; the same table and template always give the same. */
function freeKey(wanted: string, taken: Set<string>): string {
  let key = wanted
  for (let copy = 2; taken.has(key); copy++) key = `${wanted}_${copy}`
  taken.add(key)
  return key
}

/**
 * The template's columns that the table has data or inputs for, and those that are required, then the table's own that
 * the template does not know: nothing of the table is dropped. `agreed` are formulas, by the template column's key, that no row expression
 * can say and a person wants all the same.
 */
export function settleColumns(
  table: Table,
  template: Template,
  matches: Matches,
  agreed: Record<string, string> = {},
): SettledColumns {
  const wanted = template.layout.columns
  const written = findWritten(wanted, matches)
  const places = new Map(table.columns.map(({ key }, index) => [key, index]))
  const taken = new Set(wanted.map(({ key }) => key))
  const keyOf = new Map<string, string>()
  const columns: SettledColumn[] = []
  const unused: SettledColumns['unused'] = []
  for (const each of wanted) {
    const match = matches.get(each.key)
    if (!written.has(each.key) && !each.required && !isAgreed(each, wanted, agreed)) {
      unused.push({ key: each.key, header: each.header })
      continue
    }
    const index = places.get(match?.from ?? '') ?? -1
    const source = table.columns[index] ?? null
    if (source) keyOf.set(source.key, each.key)
    const fits = !source || source.type === 'text' || isCompatible(each.type, source.type)
    const formula = source === null && written.has(each.key) ? usable(each, written) : null
    columns.push({
      ...{ key: each.key, header: each.header, template: each, source, index, formula, foreign: false },
      type: fits ? each.type : source.type,
      how: match?.how ?? 'none',
      sure: match?.sure ?? true,
    })
  }
  table.columns.forEach((source, index) => {
    if (keyOf.has(source.key)) return
    const key = freeKey(source.key, taken)
    keyOf.set(source.key, key)
    const header = source.name || source.key
    columns.push({
      ...{ key, header, template: null, source, index, type: source.type, formula: null, foreign: false, sure: true },
      how: wanted.length > 0 ? 'added' : 'header',
    })
  })
  const computable = new Set(formulaOrder(table.columns).order)
  for (const column of columns) {
    const expression = computable.has(column.index) ? table.columns[column.index]?.formula : undefined
    if (expression !== undefined) column.formula = rekeyExpression(expression, (key) => keyOf.get(key))
  }
  return { columns, unused }
}

/** Whether a person wants the column's formula, which is none of ours but can be written. */
const isAgreed = ({ key, formula }: TemplateColumn, columns: TemplateColumn[], agreed: Record<string, string>) =>
  formula !== undefined &&
  agreed[key] === formula &&
  inputsOf(formula) === null &&
  readForeign(
    formula,
    columns.map(({ key: own, header }) => ({ key: own, name: header })),
  ) !== null

/** A template's formula, when every column that it stands on holds something. */
function usable({ key, formula }: TemplateColumn, written: Set<string>): string | null {
  const inputs = formula === undefined ? null : inputsOf(formula)
  return inputs?.every((input) => input !== key && written.has(input)) ? (formula ?? null) : null
}
