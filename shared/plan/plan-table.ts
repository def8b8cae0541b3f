// Plans a write: what will change where, and what a person has to see and decide before it does.
import type { Table } from '../table/table.ts'
import type { FittedTable } from '../template/fitted-table.ts'
import type { Template } from '../template/template.ts'
import type { TableSource } from './anchor.ts'
import { planAppend } from './append-rows.ts'
import { finishPlan } from './finish-plan.ts'
import { planMerge } from './merge-rows.ts'
import { planNewTable } from './new-table.ts'
import type { Place } from './place.ts'
import type { PlanPreview } from './plan-preview.ts'
import { PlanRefusal } from './plan-refusal.ts'
import { planReplace } from './replace-rows.ts'
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

/**
 * Pure: the same input gives the same plan, and the digest depends on neither the ids nor the time. Throws `PlanRefusal`
 * where nothing can be planned.
 */
export function planTable(input: PlanInput): { plan: SheetPlan; preview: PlanPreview } {
  const { target, fitted } = input
  if (fitted.columns.length === 0)
    throw new PlanRefusal('invalid', 'The table has no columns.', 'Ask for the table again.')
  switch (target.kind) {
    case 'new_sheet':
    case 'at_cell':
      return finishPlan(planNewTable(input), input)
    case 'append':
      return finishPlan(planAppend(input), input)
    case 'replace':
      return finishPlan(planReplace(input), input)
    case 'merge':
      return finishPlan(planMerge(input), input)
  }
}
