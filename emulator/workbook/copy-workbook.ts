// Copies a whole spreadsheet, as File > Make a copy does.
import { randomBytes } from 'node:crypto'
import type { Workbook } from './workbook.ts'

/** A copy under another title and id; later changes of either do not reach the other. */
export function copyWorkbook(workbook: Workbook, title: string): Workbook {
  return { ...structuredClone(workbook), id: randomBytes(33).toString('base64url'), title, version: 0 }
}
