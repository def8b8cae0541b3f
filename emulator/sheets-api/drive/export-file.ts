// `files.export`: the first sheet as comma- or tab-separated text, or the whole spreadsheet as an Excel workbook.
import { usedSize } from '../../workbook/cells.ts'
import { textAt } from '../../workbook/display.ts'
import { computedSize } from '../../workbook/formula-engine.ts'
import type { Workbook } from '../../workbook/workbook.ts'
import { type Call, Raw } from '../http/call.ts'
import { fileOf } from './drive-access.ts'
import { DriveError } from './drive-error.ts'
import { exportWorkbook } from './export-workbook.ts'

const separators: Record<string, string> = { 'text/csv': ',', 'text/tab-separated-values': '\t' }

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export async function exportFile(call: Call): Promise<Raw> {
  const { book } = fileOf(call, 'read')
  if (!book) throw new DriveError(403, 'fileNotExportable', 'Export only supports Docs Editors files.')
  const type = String(call.query.mimeType ?? '')
  if (type === excel) return new Raw(200, type, await exportWorkbook(book))
  const separator = separators[type]
  if (separator === undefined)
    throw new DriveError(400, 'badRequest', 'The requested conversion is not supported.', 'convertTo')
  return new Raw(200, type, sheetText(book, separator))
}

/** The shown texts of the first sheet up to its last filled cell, lines parted by CR LF, none at the end. */
function sheetText(book: Workbook, separator: string): string {
  const sheet = book.sheets[0]!
  const [used, computed] = [usedSize(sheet), computedSize(book, sheet)]
  const rows = Math.max(used.rows, computed.rows)
  const columns = Math.max(used.columns, computed.columns)
  const lines = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => quoted(textAt(book, sheet, row + 1, column + 1), separator)).join(
      separator,
    ),
  )
  return lines.join('\r\n')
}

function quoted(text: string, separator: string): string {
  if (separator === '\t') return text.replaceAll(/[\t\r\n]+/g, ' ')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
