// A spreadsheet as an Excel workbook: values, number formats and formulas of every sheet.
import { type WriteSheet, writeXlsx } from 'hucre'
import { usedSize } from '../../workbook/cells.ts'
import { valueAt } from '../../workbook/display.ts'
import { inEnglish } from '../../workbook/formula-locale.ts'
import type { Sheet, Workbook } from '../../workbook/workbook.ts'

/** The bytes of an xlsx file. Sheets' names that Excel does not take are cut and cleaned. */
export async function exportWorkbook(book: Workbook): Promise<Uint8Array> {
  const written = await writeXlsx({ sheets: book.sheets.map((sheet, index) => writeSheet(book, sheet, index)) })
  return new Uint8Array(written)
}

function writeSheet(book: Workbook, sheet: Sheet, index: number): WriteSheet {
  const used = usedSize(sheet)
  const rows = Array.from({ length: used.rows }, (_, row) =>
    Array.from({ length: used.columns }, (_, column) => valueAt(book, sheet, row + 1, column + 1)),
  )
  const cells: NonNullable<WriteSheet['cells']> = new Map()
  for (const [row, line] of sheet.rows)
    for (const [column, { formula, format }] of line) {
      if (formula === undefined && !format) continue
      const english = formula === undefined ? null : inEnglish(formula, book.locale)
      cells.set(`${row - 1},${column - 1}`, {
        value: rows[row - 1]?.[column - 1] ?? null,
        ...(english === null ? {} : { formula: english.slice(1), formulaResult: rows[row - 1]?.[column - 1] ?? null }),
        ...(format ? { style: { numFmt: format } } : {}),
      })
    }
  const name = sheet.name
    .replaceAll(/[:\\/?*[\]']/g, ' ')
    .slice(0, 31)
    .trim()
  return { name: name || `Sheet${index + 1}`, rows, cells, ...(sheet.hidden ? { hidden: true } : {}) }
}
