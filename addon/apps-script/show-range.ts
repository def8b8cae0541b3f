// Takes the person to a range.
import type { RpcInput } from '../../shared/contract/rpc.ts'
import { Failure } from './failure.ts'
import { findSheet } from './sheets.ts'

/** Selects the range and scrolls to it. */
export function showRange({ sheet_id, a1 }: RpcInput<'show'>): Record<string, never> {
  const sheet = findSheet(sheet_id)
  if (!sheet) throw new Failure('invalid', 'The sheet is no longer there.', 'It may have been deleted since.')
  sheet.activate()
  sheet.getRange(a1).activate()
  return {}
}
