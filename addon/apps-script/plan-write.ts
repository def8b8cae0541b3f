// Plans a write over the spreadsheet as it is now.
import type { PreviewInput } from '../../shared/contract/write-rpc.ts'
import type { PlanPreview } from '../../shared/plan/plan-preview.ts'
import { PlanRefusal, type RefusalCode } from '../../shared/plan/plan-refusal.ts'
import { planTable } from '../../shared/plan/plan-table.ts'
import { fitTable } from '../../shared/template/fit-table.ts'
import type { FittedTable } from '../../shared/template/fitted-table.ts'
import { Failure } from './failure.ts'
import { placeUnread, readPlace } from './place/read-place.ts'
import { recallMapping } from './remembered-mapping.ts'

type Code = Failure['problem']['code']
const codes: Record<RefusalCode, Code> = {
  protected: 'protected',
  no_key: 'no_key',
  gone: 'invalid',
  too_large: 'too_large',
  invalid: 'invalid',
}

type Read = ReturnType<typeof readPlace>

function planOver(input: PreviewInput, operation_id: string, read: (fit: (locale: string) => FittedTable) => Read) {
  const { table, template, target, decisions, base, source } = input
  const remembered = recallMapping(template, table)
  try {
    const { place, fitted, sheet, spreadsheet } = read((locale) =>
      fitTable({ table, template, locale, decisions, remembered }),
    )
    const now = new Date().toISOString()
    const new_id = Utilities.getUuid()
    const planned = planTable({ fitted, template, target, decisions, base, source, place, operation_id, new_id, now })
    return { ...planned, fitted, place, sheet, spreadsheet, now }
  } catch (error) {
    if (error instanceof PlanRefusal) throw new Failure(codes[error.code], error.message, error.detail)
    throw error
  }
}

/** `unfinished` are sheets of this very write, of which a part was done before. */
export function planWrite(input: PreviewInput, operation_id: string, unfinished: number[] = []) {
  return planOver(input, operation_id, (fit) => readPlace(input.target, fit, unfinished))
}

/**
 * The plan that was previewed, for a new sheet found without reading the names of all sheets and ranges: the digest says whether
 * they matter. Any other is planned as usual.
 */
export function planAgreed(input: PreviewInput & { digest: string }, operation_id: string, unfinished: number[]) {
  if (input.target.kind === 'new_sheet' && unfinished.length === 0) {
    const planned = planOver(input, operation_id, placeUnread)
    const { preview, plan, spreadsheet } = planned
    const name = plan.edits.find((edit) => edit.kind === 'anchor')?.anchor.range_name
    if (preview.digest === input.digest && !(name && spreadsheet.getRangeByName(name))) return planned
  }
  return planWrite(input, operation_id, unfinished)
}

/** What the write would change, without changing anything. */
export function previewWrite(input: PreviewInput): PlanPreview {
  return planWrite(input, 'preview').preview
}
