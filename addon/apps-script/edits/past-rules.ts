// Writes what rules of the sheet refuse, where a person said so: the rules step aside and come back.
import type { Block } from '../../../shared/plan/a1.ts'
import type { PlanEdit } from '../../../shared/plan/plan-edit.ts'
import { blockRange } from '../sheets.ts'
import { fewBlocks } from './blocks.ts'
import type { WritePlace } from './write-place.ts'

type PastRules = Extract<PlanEdit, { kind: 'past_rules' }>

/** Each takes three calls. */
const mostBlocks = 12

/** Does the work while the cells have no rules; they get them back whatever happens. */
export function pastRules<T>({ sheet }: WritePlace, edits: PastRules[], work: () => T): T {
  const columns = new Map<number, Block[]>()
  for (const block of edits.flatMap(({ blocks }) => blocks))
    columns.set(block.column, [...(columns.get(block.column) ?? []), block])
  // Columns apart: a neighbour has a rule of its own.
  const most = Math.max(1, Math.floor(mostBlocks / Math.max(1, columns.size)))
  const lifted = [...columns.values()]
    .flatMap((blocks) => fewBlocks(blocks, most))
    .map((block) => {
      const range = blockRange(sheet, block)
      const rules = range.getDataValidations()
      range.clearDataValidations()
      return { range, rules }
    })
  try {
    return work()
  } finally {
    for (const { range, rules } of lifted) range.setDataValidations(rules)
  }
}
