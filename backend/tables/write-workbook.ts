// Writes a table as an Excel workbook: text stays text, days and amounts are values with formats.
import { Readable } from 'node:stream'
import { type CellValue, writeXlsxStream } from 'hucre'
import type { TableHead } from '../../shared/contract/schemas.ts'
import type { Cell, Column } from '../../shared/table/table.ts'
import { numberFormat } from '../../shared/template/number-format.ts'
import { toSheetCell } from '../../shared/template/sheet-cell.ts'

const asText = ({ type }: Column) => type === 'text' || type === 'email' || type === 'url'

/** The locale of whoever opens the file is not known: days are written the one way that everybody reads alike. */
const locale = 'sv-SE'

const widthOf = (column: Column) => Math.min(60, Math.max(column.name.length + 4, asText(column) ? 24 : 14))

const toValue = (cell: Cell, column: Column): CellValue => {
  const value = toSheetCell(cell, column.type, asText(column))
  return typeof value === 'object' ? null : value
}

/** The names that Excel allows for a sheet. */
const sheetName = (title: string) =>
  title
    .replace(/[\p{Cc}\s[\]*?:/\\']+/gu, ' ')
    .trim()
    .slice(0, 31)
    .trim() || 'Table'

/** The bytes of the workbook, made while they are read. */
export function writeWorkbook({ title, columns }: TableHead, chunks: AsyncIterable<Cell[][]>): Readable {
  const rows = async function* () {
    for await (const chunk of chunks)
      for (const row of chunk) yield columns.map((column, at) => toValue(row[at] ?? null, column))
  }
  const stream = writeXlsxStream(rows(), {
    name: sheetName(title),
    freezePane: { rows: 1 },
    columns: columns.map((column) => ({
      header: column.name || column.key,
      width: widthOf(column),
      numFmt: numberFormat({ ...column, currency: column.currency, locale }, []),
    })),
  })
  return Readable.fromWeb(stream as Parameters<typeof Readable.fromWeb>[0])
}
