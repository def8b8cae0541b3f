// Plans the columns of a new table over an existing one: which are taken, under which names, and which are computed.
import { judgeFormula } from '../../shared/plan/formula-policy.ts'
import { columnKeys } from '../../shared/table/build-table.ts'
import { findColumn, type NamedColumn } from '../../shared/table/compute/resolve.ts'
import { expressionType, rekeyExpression } from '../../shared/table/compute.ts'
import { formulaOrder } from '../../shared/table/compute-columns.ts'
import type { Column } from '../../shared/table/table.ts'
import type { TakenColumn } from './use-table-call.ts'

/** A column of the new table: its place among the wide columns, and its name. */
export type OutColumn = { at: number; name: string }

/**
 * `wide` are all columns of the source, then those that formulas compute (their formulas name wide keys); `out` are
 * those of the new table. `failed` are the entries that could not be done, with a sentence each.
 */
export type ColumnPlan = { wide: Column[]; out: OutColumn[]; failed: { entry: TakenColumn; why: string }[] }

type Entry = { entry: TakenColumn; name: string; at: number; why: string | null }

const withoutFormula = ({ formula: _formula, ...column }: Column): Column => column

function freshKey(taken: Set<string>): string {
  for (let count = 1; ; count += 1) {
    const key = `computed_${count}`
    if (taken.has(key)) continue
    taken.add(key)
    return key
  }
}

/** Judges the formulas until each of them stands on columns that are there. */
function judgeFormulas(entries: Entry[], columns: readonly Column[]): { entry: Entry; key: string; formula: string }[] {
  const taken = new Set(columns.map(({ key }) => key))
  let open = entries.filter(({ entry }) => entry.formula !== null).map((entry) => ({ entry, key: freshKey(taken) }))
  const renamed = entries.flatMap(({ entry, name, at }): NamedColumn[] =>
    entry.formula === null && at >= 0 ? [{ key: columns[at]!.key, name, type: columns[at]!.type }] : [],
  )
  for (;;) {
    const own = open.map(({ entry, key }) => ({ key, name: entry.name }))
    const names = [...columns.map(({ key, name, type }) => ({ key, name, type })), ...renamed, ...own]
    const judged = open.map((each) => ({
      ...each,
      ...judgeFormula(each.entry.entry.formula ?? '', { columns: names }),
    }))
    const good = judged.flatMap(({ entry, key, ...verdict }) =>
      verdict.verdict === 'allowed' ? [{ entry, key, formula: verdict.expression }] : [],
    )
    for (const { entry, verdict, reasons } of judged) if (verdict !== 'allowed') entry.why = reasons.join(' ')
    if (good.length === open.length) return good
    open = good
  }
}

/** Plans the columns; without `taken`, all columns are taken as they are. */
export function planColumns(columns: readonly Column[], taken: TakenColumn[]): ColumnPlan {
  const wide = columns.map(withoutFormula)
  if (taken.length === 0) return { wide, out: columns.map(({ name }, at) => ({ at, name })), failed: [] }
  const entries = taken.map((entry): Entry => {
    const bare = entry.formula?.trim() ? entry : { ...entry, formula: null }
    const at = bare.from === null ? -1 : findColumn(bare.from, columns)
    const name = (entry.name.trim() || (columns[at]?.name ?? entry.from ?? '').trim()).slice(0, 1000)
    const missing = bare.from === null ? 'It has neither a source nor a formula.' : 'The source has no such column.'
    return { entry: bare, name: name || 'Column', at, why: bare.formula === null && at < 0 ? missing : null }
  })
  const places = new Map<Entry, number>()
  for (const { entry, key, formula } of judgeFormulas(entries, columns)) {
    places.set(entry, wide.length)
    wide.push({ key, name: entry.name, type: 'text', formula })
  }
  const { order, broken } = formulaOrder(wide)
  for (const at of order) {
    const column = wide[at]!
    wide[at] = { ...column, ...expressionType(column.formula ?? '', wide) }
  }
  for (const [entry, at] of places) entry.why = broken.find((each) => each.at === at)?.why ?? null
  for (const { at } of broken) wide[at] = withoutFormula(wide[at]!)
  const out = entries.flatMap((entry) =>
    entry.why === null ? [{ at: places.get(entry) ?? entry.at, name: entry.name }] : [],
  )
  const failed = entries.flatMap(({ entry, name, why }) =>
    why === null ? [] : [{ entry: { ...entry, name: entry.from ?? name }, why }],
  )
  return { wide, out, failed }
}

/**
 * The new table's columns. A formula stays with its column when all that it stands on is in the table too; `loose`
 * names the columns whose formula does not.
 */
export function finishColumns(plan: ColumnPlan, source: readonly Column[]): { columns: Column[]; loose: string[] } {
  const { wide, out } = plan
  // A table that is taken as it is keeps its keys: what stands on them goes on.
  const asItIs =
    out.length === source.length && out.every(({ at, name }, index) => at === index && name === source[at]?.name)
  const keys = asItIs ? source.map(({ key }) => key) : columnKeys(out.map(({ name }) => name))
  const keyOf = new Map<string, string>()
  out.forEach(({ at }, index) => {
    const { key } = wide[at]!
    if (!keyOf.has(key)) keyOf.set(key, keys[index]!)
  })
  const loose: string[] = []
  const columns = out.map(({ at, name }, index) => {
    const column: Column = { ...withoutFormula(wide[at]!), key: keys[index]!, name }
    const own = wide[at]!.formula ?? source[at]?.formula
    if (own === undefined) return column
    const formula = rekeyExpression(own, (key) => keyOf.get(key))
    if (formula !== null) return { ...column, formula }
    loose.push(name)
    return column
  })
  return { columns, loose }
}
