// Spreadsheet.insertSheet in all of its forms.
import { touch } from '../../workbook/changes.ts'
import { activeSheet, addSheet, copySheet } from '../../workbook/sheets.ts'
import { instance, record } from '../arguments.ts'
import type { Execution } from '../execution.ts'
import { SheetKind, sheetHandle } from '../kinds.ts'
import { type Args, Handle } from '../service.ts'

/** `(name?, index?, {template}?)` in any of Google's combinations; without an index it comes after the active sheet. */
export function insertSheet(run: Execution, args: Args): Handle {
  const { workbook } = run
  const name = args.find((arg) => typeof arg === 'string')
  const index = args.find((arg) => typeof arg === 'number')
  const options = args.find((arg) => typeof arg === 'object' && arg !== null && !(arg instanceof Handle))
  const given = options && record([options], 0).template
  const template = given === undefined ? undefined : instance([given], 0, SheetKind).sheet
  const at = index ?? workbook.sheets.indexOf(activeSheet(workbook)) + 1
  if (at < 0 || at > workbook.sheets.length) throw new Error('Sheet index was out of bounds.')
  const sheet = addSheet(workbook, name, at)
  if (template) {
    const copy = copySheet(workbook, template)
    workbook.sheets.splice(workbook.sheets.indexOf(copy), 1)
    Object.assign(sheet, { ...copy, id: sheet.id, name: sheet.name })
  }
  workbook.activeSheetId = sheet.id
  touch(workbook)
  return sheetHandle(sheet)
}
