// Says in sentences what became of the rows and formulas of a table that was taken over.
import type { UsePlan } from './use-table-plan.ts'
import type { RowCounts } from './use-table-rows.ts'

const number = (count: number) => count.toLocaleString('en-US')
const rows = (count: number) => `${number(count)} ${count === 1 ? 'row' : 'rows'}`
const were = (count: number) => (count === 1 ? 'was' : 'were')

function whereNote({ where, having }: UsePlan, counts: RowCounts): string[] {
  const conditions = [...where.conditions, ...having.conditions]
  if (conditions.length === 0) return []
  const out = counts.unfit.reduce((sum, each) => sum + each, 0)
  const says =
    where.match === 'any'
      ? conditions.map((condition) => condition.says).join(' or ')
      : conditions
          .map((condition, at) => {
            const left = conditions.length > 1 ? ` (${number(counts.unfit[at] ?? 0)} left out)` : ''
            return `${condition.says}${left}`
          })
          .join(' and ')
  const what = having.conditions.length > 0 && where.conditions.length === 0 ? 'groups' : 'rows'
  const of = what === 'groups' ? counts.grouped : counts.seen
  return [`Only ${what} where ${says}: ${number(out)} of ${number(of)} ${were(out)} left out.`]
}

/** What is to be said of the rows, in the order in which it was done to them. */
export function rowNotes(plan: UsePlan, counts: RowCounts): string[] {
  const notes = whereNote(plan, counts)
  if (counts.total !== null)
    notes.push(`The last row, “${counts.total}”, sums up the others and was not counted again.`)
  if (plan.group) notes.push(`${rows(counts.kept)} ${were(counts.kept)} summed up in ${number(counts.grouped)}.`)
  if (counts.repeated > 0) {
    const by = plan.distinct.map((at) => `“${nameAt(plan, at)}”`).join(', ')
    notes.push(`${rows(counts.repeated)} ${were(counts.repeated)} left out because they repeat another row in ${by}.`)
  }
  if (counts.beyond > 0)
    notes.push(
      `Only the first ${rows(plan.limit ?? 0)} ${were(plan.limit ?? 0)} taken; ${number(counts.beyond)} more ${were(counts.beyond)} left out.`,
    )
  for (const { filler, names } of counts.fillers)
    for (const { at, rows: count, why } of filler.faults())
      notes.push(`“${names[at]}” stays empty in ${rows(count)}: ${why}.`)
  return notes
}

const nameAt = ({ after, out }: UsePlan, at: number) =>
  out.find((column) => column.at === at)?.name ?? after.wide[at]?.name ?? ''

/** Whether the rows are not all of the source's any more, in its order. */
export const changesRows = ({ where, having, group, distinct, sort, limit }: UsePlan): boolean =>
  where.conditions.length + having.conditions.length + distinct.length + sort.length > 0 ||
  group !== null ||
  limit !== null
