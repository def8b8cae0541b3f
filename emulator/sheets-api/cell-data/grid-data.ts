// The cells of a rectangle as the API shows them, with the rows' and columns' metadata.
import type { Box, Sheet, Workbook } from '../../workbook/workbook.ts'

/** `GridData` of the API: rows and columns up to the last that holds anything, and every row's and column's metadata. */
export function gridData(_book: Workbook, _sheet: Sheet, _box: Box): object {
  return {}
}
