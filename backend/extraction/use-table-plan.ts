// Turns the arguments of a use_table call into a plan over its source, and names what in them could not be understood.
import { findColumn } from '../../shared/table/compute/resolve.ts'
import type { Column } from '../../shared/table/table.ts'
import type { SourceTable } from './engine.ts'
import { type ReadyCondition, readConditions } from './table-conditions.ts'
import type { SortKey } from './table-order.ts'
import type { Condition, UseTableArguments } from './use-table-call.ts'
import { type ColumnPlan, finishColumns, type OutColumn, planColumns } from './use-table-columns.ts'
import { createGrouper, createTotalWatch, planGroup } from './use-table-group.ts'

type Where = { conditions: ReadyCondition[]; match: 'all' | 'any' }

export type UsePlan = {
  /** The columns before any grouping, and the same after it. */
  columns: ColumnPlan
  after: ColumnPlan
  out: OutColumn[]
  result: Column[]
  where: Where
  having: Where
  group: { create(): ReturnType<typeof createGrouper>; watch: ReturnType<typeof createTotalWatch> } | null
  distinct: number[]
  sort: SortKey[]
  limit: number | null
  locale: string | undefined
  notes: string[]
}

type Named = Column & { at: number }

/** Columns as a call may name them: by their names in the new table first, or in the source first. */
function namesOf({ wide, out }: ColumnPlan, first: 'new' | 'source'): Named[] {
  const own = wide.map((column, at) => ({ ...column, at }))
  const renamed = out.map(({ at, name }) => ({ ...wide[at]!, name, at }))
  return first === 'new' ? [...renamed, ...own] : [...own, ...renamed]
}

function planWhere(conditions: Condition[], match: 'all' | 'any', names: Named[], locale: string | undefined) {
  const { conditions: ready, problems } = readConditions(conditions, names, locale)
  const placed = ready.map((condition) => ({ ...condition, at: names[condition.at]?.at ?? -1 }))
  return { where: { conditions: placed, match }, problems }
}

/** After grouping, entries that the source did not know are tried again: new names, and formulas over sums. */
function planAfter(grouped: Column[], before: ColumnPlan): ColumnPlan {
  const { failed } = before
  const names = grouped.map(({ name }) => name)
  const unknown: ColumnPlan['failed'] = []
  for (const each of failed) {
    if (each.entry.formula !== null) continue
    const at = findColumn(each.entry.from ?? each.entry.name, grouped)
    if (at < 0) unknown.push(each)
  }
  const formulas = failed.filter(({ entry }) => entry.formula !== null).map(({ entry }) => entry)
  const taken = grouped.map((_, at) => ({ from: names[at] ?? '', name: names[at] ?? '', formula: null }))
  const plan = planColumns(grouped, formulas.length > 0 ? [...taken, ...formulas] : [])
  return { ...plan, failed: [...unknown, ...plan.failed] }
}

const noWhere: Where = { conditions: [], match: 'all' }

/** The plan, or a sentence about why there is nothing to make. */
export function planUse(call: UseTableArguments, source: SourceTable, locale: string | undefined): UsePlan | string {
  const notes: string[] = []
  const columns = planColumns(source.columns, call.columns)
  const planned = call.group ? planGroup(call.group, namesOf(columns, 'new'), locale) : null
  const group = planned && planned.columns.length > 0 ? planned : null
  notes.push(...(planned?.problems ?? []))
  const after = group ? planAfter(group.columns, columns) : columns
  if (after.out.length === 0) {
    const [first] = after.failed
    return first?.entry.formula != null
      ? `The model’s formula for “${first.entry.name}” could not be used: ${first.why}`
      : `The model asked for columns that “${source.title}” does not have.`
  }
  for (const { entry, why } of after.failed) {
    notes.push(
      entry.formula === null && entry.from !== null
        ? `The source has no column “${entry.from}”; it was left out.`
        : `“${entry.name}” was left out: ${why}`,
    )
  }

  const before = namesOf(columns, 'source')
  // A condition on a sum can only be about the groups.
  const isLate = ({ column }: Condition) => group !== null && findColumn(column, before) < 0
  const early = planWhere(
    call.where.filter((each) => !isLate(each)),
    call.match,
    before,
    locale,
  )
  const late = group ? planWhere(call.where.filter(isLate), call.match, namesOf(after, 'new'), locale) : null
  notes.push(...early.problems, ...(late?.problems ?? []))

  const names = namesOf(after, 'new')
  const placeOf = (written: string, what: string): number[] => {
    const found = names[findColumn(written, names)]
    if (!found) notes.push(`The rows could not be ${what} “${written}”: there is no such column.`)
    return found ? [found.at] : []
  }
  const distinct = call.distinct.flatMap((name) => placeOf(name, 'made distinct by'))
  const sort = call.sort.flatMap(({ column, order }) =>
    placeOf(column, 'sorted by').map((at) => ({ at, descending: order === 'descending' })),
  )
  const { columns: result, loose } = finishColumns(after, group ? [] : source.columns)
  for (const name of loose)
    notes.push(`“${name}” holds values and no formula, because the columns it is computed from are not in the table.`)
  return {
    columns,
    after,
    out: after.out,
    result,
    where: early.where,
    having: late?.where ?? noWhere,
    group: group && { create: () => createGrouper(group), watch: createTotalWatch(source.columns) },
    distinct,
    sort,
    limit: call.limit ?? null,
    locale,
    notes,
  }
}
