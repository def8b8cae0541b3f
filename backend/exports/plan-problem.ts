// A write that cannot be planned, or that a person has to decide on first, as a problem.
import type { ProblemCode } from '../../shared/contract/problems.ts'
import type { NeedKind, PlanPreview } from '../../shared/plan/plan-preview.ts'
import { PlanRefusal, type RefusalCode } from '../../shared/plan/plan-refusal.ts'
import { whyBlocked } from '../../shared/plan/why-blocked.ts'
import { Problem } from '../platform/problem.ts'

const codes: Record<RefusalCode, ProblemCode> = {
  protected: 'spreadsheet_closed',
  no_key: 'plan_refused',
  gone: 'plan_refused',
  too_large: 'table_too_large',
  invalid: 'plan_refused',
}

/** Plans, with a refusal as a problem. */
export function plainly<T>(plan: () => T): T {
  try {
    return plan()
  } catch (error) {
    if (!(error instanceof PlanRefusal)) throw error
    throw new Problem(codes[error.code], `Nothing was written. ${error.message} ${error.detail}`, { cause: error })
  }
}

/** Throws when the place is another than the one that was agreed to, or when something is still to be decided. */
export function demandAgreed(
  preview: PlanPreview,
  agreed: { digest: string | null; allow: readonly NeedKind[] },
): void {
  if (agreed.digest !== null && agreed.digest !== preview.digest)
    throw new Problem(
      'plan_changed',
      'Nothing was written. It has changed since the preview: look at what will change now, then write.',
    )
  const blocks = whyBlocked(preview, agreed.allow)
  if (blocks.length === 0) return
  const needs = new Set(blocks.flatMap(({ kind }) => (kind === 'review' || kind === 'conflicts' ? [] : [kind])))
  const how = [
    ...(needs.size > 0 ? [`"allow": ${JSON.stringify([...new Set([...agreed.allow, ...needs])])}`] : []),
    ...(blocks.length > needs.size ? ['"decisions" on what is open'] : []),
  ]
  const says = blocks.map((block) => block.says).join(' ')
  throw new Problem('plan_refused', `Nothing was written. ${says} To agree, send it again with ${how.join(' and ')}.`)
}
