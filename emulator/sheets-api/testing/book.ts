// A workbook for tests of batches: requests go in, Google's resources come out.
import type { sheets_v4 as v4 } from '@googleapis/sheets'
import { readBox } from '../../workbook/address.ts'
import { valueAt } from '../../workbook/display.ts'
import { type CellValue, newWorkbook, type Workbook } from '../../workbook/workbook.ts'
import { applyBatch } from '../batch/apply-batch.ts'
import { gridData } from '../cell-data/grid-data.ts'
import { sheetResource } from '../cell-data/sheet-resource.ts'

export type Book = {
  book: Workbook
  /** Sends one batch; gives the replies. */
  run: (...requests: v4.Schema$Request[]) => v4.Schema$Response[]
  /** The message of the refusal of a batch; null when it was taken. */
  refusal: (...requests: v4.Schema$Request[]) => string | null
  /** A sheet as the API shows it, by its place among the tabs. */
  sheet: (index?: number) => v4.Schema$Sheet
  /** The cells of an address of the first sheet. */
  cells: (address: string) => v4.Schema$CellData[][]
  /** The values of an address, formulas worked out. */
  values: (address: string, index?: number) => CellValue[][]
  /** Writes typed values (a text that begins with = is a formula) from a corner of the first sheet on. */
  write: (row: number, column: number, values: CellValue[][]) => void
}

/** A workbook with one sheet of the given size. */
export function newBook(options: { rows?: number; columns?: number; locale?: string } = {}): Book {
  const book = newWorkbook({ title: 'Book', timeZone: 'Etc/GMT', locale: options.locale ?? 'en_US' })
  const first = book.sheets[0]!
  Object.assign(first, { maxRows: options.rows ?? 20, maxColumns: options.columns ?? 10 })
  const run: Book['run'] = (...requests) => applyBatch(book, requests, { user: 'owner@example.com' })
  const boxOf = (address: string, index: number) => readBox(address, book.sheets[index]!)!
  return {
    book,
    run,
    refusal: (...requests) => {
      try {
        run(...requests)
        return null
      } catch (error) {
        return (error as Error).message
      }
    },
    sheet: (index = 0) => sheetResource(book, book.sheets[index]!) as v4.Schema$Sheet,
    cells: (address) => {
      const { rowData = [] } = gridData(book, first, boxOf(address, 0)) as v4.Schema$GridData
      return rowData.map(({ values = [] }) => values)
    },
    values: (address, index = 0) => {
      const box = boxOf(address, index)
      return Array.from({ length: box.rows }, (_, down) =>
        Array.from({ length: box.columns }, (_, right) =>
          valueAt(book, book.sheets[index]!, box.row + down, box.column + right),
        ),
      )
    },
    write: (row, column, values) => {
      const rows = values.map((line) => ({ values: line.map((value) => ({ userEnteredValue: entered(value) })) }))
      run({
        updateCells: {
          start: { sheetId: 0, rowIndex: row - 1, columnIndex: column - 1 },
          rows,
          fields: 'userEnteredValue',
        },
      })
    },
  }
}

function entered(value: CellValue): v4.Schema$ExtendedValue {
  if (typeof value === 'number') return { numberValue: value }
  if (typeof value === 'boolean') return { boolValue: value }
  return value?.startsWith('=') ? { formulaValue: value } : { stringValue: value ?? '' }
}

/** A grid range of the first sheet from an address such as `A1:B2`. */
export function range(address: string): v4.Schema$GridRange {
  const box = readBox(address, { maxRows: 1000, maxColumns: 26 })!
  return {
    sheetId: 0,
    startRowIndex: box.row - 1,
    endRowIndex: box.row - 1 + box.rows,
    startColumnIndex: box.column - 1,
    endColumnIndex: box.column - 1 + box.columns,
  }
}
