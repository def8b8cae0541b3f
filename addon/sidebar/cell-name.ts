// Names the first cell of a selection as the sheet does.
import type { Selection } from '../../shared/contract/rpc.ts'
import { cellAddress } from '../../shared/plan/a1.ts'

export function cellName({ sheet_name, row, column }: Pick<Selection, 'sheet_name' | 'row' | 'column'>): string {
  return `${sheet_name}!${cellAddress(row, column)}`
}
