// What still has to be decided before a plan may be written.
import type { NeedKind, PlanPreview } from './plan-preview.ts'

/** `says` is a sentence for the person; `kind` names the need, or the list, that waits for them. */
export type Block = { kind: NeedKind | 'review' | 'conflicts'; says: string }

/** Nothing when the plan may be written. `allow` are the kinds of needs that were agreed to. */
export function whyBlocked({ needs, review, conflicts }: PlanPreview, allow: readonly NeedKind[]): Block[] {
  const blocks: Block[] = needs.filter(({ kind }) => !allow.includes(kind)).map(({ kind, says }) => ({ kind, says }))
  const [rows, cells] = [review.undecided, conflicts.undecided]
  if (rows > 0)
    blocks.push({
      kind: 'review',
      says:
        rows === 1
          ? '1 row has to be looked at: put it in, or leave it out.'
          : `${rows} rows have to be looked at: put them in, or leave them out.`,
    })
  if (cells > 0)
    blocks.push({
      kind: 'conflicts',
      says: cells === 1 ? '1 conflict has to be settled.' : `${cells} conflicts have to be settled.`,
    })
  return blocks
}
