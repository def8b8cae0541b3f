// Plans a write: what will change where, and what a person has to see and decide before it does.
import type { Table } from '../table/table.ts'
import type { FaultyRow, FittedTable } from '../template/fitted-table.ts'
import { leaveOut } from '../template/leave-out.ts'
import type { Template } from '../template/template.ts'
import type { TableSource } from './anchor.ts'
import { planAppend } from './append-rows.ts'
import type { Draft } from './draft.ts'
import { finishPlan } from './finish-plan.ts'
import { planMerge } from './merge-rows.ts'
import { planNewTable } from './new-table.ts'
import type { Place } from './place.ts'
import type { PlanPreview } from './plan-preview.ts'
import { PlanRefusal } from './plan-refusal.ts'
import { planReplace } from './replace-rows.ts'
import { reviewPlace, withPast } from './review-place.ts'
import type { SheetPlan } from './sheet-plan.ts'
import type { Decisions, Target } from './target.ts'

/**
 * `fitted` is the table in the template (`fitTable`), for the locale and with the decisions that are given here. `base` is the version of the
 * table that the sheet got last, for a merge. `place` is what was read of the spreadsheet (`areaToRead`). `new_id` is the id of the
 * table's anchor when it has none yet; `now` is ISO 8601 UTC.
 */
export type PlanInput = {
  fitted: FittedTable
  template: Template
  target: Target
  decisions: Decisions
  base: Table | null
  source: TableSource | null
  place: Place
  operation_id: string
  new_id: string
  now: string
}

function draftOf(input: PlanInput, out: ReadonlySet<number>): Draft {
  switch (input.target.kind) {
    case 'new_sheet':
    case 'at_cell':
      return planNewTable(input)
    case 'append':
      return planAppend(input)
    case 'replace':
      return planReplace(input)
    case 'merge':
      return planMerge(input, out)
  }
}

/** The draft over the rules that the place has: rows that break one and were decided to stay out are not in it. */
function reviewedDraft(input: PlanInput): { draft: Draft; input: PlanInput } {
  const { fitted, target, place, decisions } = input
  const broken = new Map<number, FaultyRow>()
  const out = new Set<number>()
  for (;;) {
    // In a merge a row that is not in the table is a row that was deleted: there it stays, and changes nothing.
    const left = target.kind === 'merge' ? input : { ...input, fitted: leaveOut(fitted, out) }
    const draft = draftOf(left, out)
    const { faulty, need, past, notes } = reviewPlace(draft, left.fitted, place.sheet, decisions.review)
    const before = out.size
    for (const each of faulty) {
      broken.set(each.row, each)
      if (each.decision === 'out') out.add(each.row)
    }
    // Rows that stay out let the others move up, where other rules may be.
    if (out.size > before) continue
    draft.review.push(...broken.values())
    draft.notes.push(...notes)
    if (need) draft.needs.push(need)
    return { draft: { ...draft, edits: withPast(draft.edits, past) }, input: left }
  }
}

/**
 * Pure: the same input gives the same plan, and the digest depends on neither the ids nor the time. Throws `PlanRefusal`
 * where nothing can be planned.
 */
export function planTable(input: PlanInput): { plan: SheetPlan; preview: PlanPreview } {
  if (input.fitted.columns.length === 0)
    throw new PlanRefusal('invalid', 'The table has no columns.', 'Ask for the table again.')
  const reviewed = reviewedDraft(input)
  return finishPlan(reviewed.draft, reviewed.input)
}
