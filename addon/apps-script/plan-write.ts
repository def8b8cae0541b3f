// Plans a write over the spreadsheet as it is now.
import type { PreviewInput } from '../../shared/contract/write-rpc.ts'
import type { PlanPreview } from '../../shared/plan/plan-preview.ts'
import { PlanRefusal, type RefusalCode } from '../../shared/plan/plan-refusal.ts'
import { planTable } from '../../shared/plan/plan-table.ts'
import { fitTable } from '../../shared/template/fit-table.ts'
import { Failure } from './failure.ts'
import { readPlace } from './place/read-place.ts'
import { recallMapping } from './remembered-mapping.ts'

type Code = Failure['problem']['code']
const codes: Record<RefusalCode, Code> = {
  protected: 'protected',
  no_key: 'no_key',
  gone: 'invalid',
  too_large: 'too_large',
  invalid: 'invalid',
}

/** `unfinished` are sheets of this very write, of which a part was done before. */
export function planWrite(input: PreviewInput, operation_id: string, unfinished: number[] = []) {
  const { table, template, target, decisions, base, source } = input
  const remembered = recallMapping(template, table)
  try {
    const { place, fitted, sheet, spreadsheet, sheets } = readPlace(
      target,
      (locale) => fitTable({ table, template, locale, decisions, remembered }),
      unfinished,
    )
    const now = new Date().toISOString()
    const new_id = Utilities.getUuid()
    const planned = planTable({ fitted, template, target, decisions, base, source, place, operation_id, new_id, now })
    return { ...planned, fitted, place, sheet, spreadsheet, sheets, now }
  } catch (error) {
    if (error instanceof PlanRefusal) throw new Failure(codes[error.code], error.message, error.detail)
    throw error
  }
}

/** What the write would change, without changing anything. */
export function previewWrite(input: PreviewInput): PlanPreview {
  return planWrite(input, 'preview').preview
}
