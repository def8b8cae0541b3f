// Answers what inserting a table would change, without changing anything.
import type { PlanInput } from '../../shared/contract/rpc.ts'
import type { PlanPreview } from '../../shared/plan/plan.ts'
import { preparePlan } from './prepare-plan.ts'

/** The preview that the person decides on; its digest goes into `apply`. */
export function planTable(input: PlanInput): PlanPreview {
  return preparePlan(input).preview
}
