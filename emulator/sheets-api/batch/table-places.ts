// Where the native tables of a workbook are, and room for more rows in them.
import { cellAt } from '../../workbook/cells.ts'
import { insertCells } from '../../workbook/move-cells.ts'
import type { Table } from '../../workbook/sheet-objects.ts'
import type { Box, Sheet, Workbook } from '../../workbook/workbook.ts'
import { badRequest } from '../api-error.ts'
import type { Place } from '../cell-data/grid-range.ts'
import { demandRoom } from './limits.ts'

type Found = { sheet: Sheet; table: Table }

export function allTables(book: Workbook): Found[] {
  return book.sheets.flatMap((sheet) => sheet.tables.map((table) => ({ sheet, table })))
}

/** The table of that id. Throws when there is none. */
export function tableWithId(book: Workbook, id: string | null | undefined): Found {
  const found = allTables(book).find(({ table }) => table.id === id)
  if (!found) throw badRequest(`No table with id: ${id ?? ''}`)
  return found
}

/** True when a box touches the body of a column that has a type; such a column sets its rule itself. */
export function typedColumnIn(sheet: Sheet, box: Box): boolean {
  return sheet.tables.some((table) =>
    table.columns.some(({ type }, index) => {
      const column = table.box.column + index
      const body = { from: table.box.row + 1, to: table.box.row + table.box.rows - 1 }
      return (
        type !== undefined &&
        column >= box.column &&
        column < box.column + box.columns &&
        box.row <= body.to &&
        box.row + box.rows - 1 >= body.from
      )
    }),
  )
}

function isRowEmpty(sheet: Sheet, box: Box, row: number): boolean {
  for (let column = box.column; column < box.column + box.columns; column++) {
    const cell = cellAt(sheet, row, column)
    if (cell && (cell.value !== null || cell.formula !== undefined)) return false
  }
  return true
}

/**
 * The rows behind the last row with data of a table's body, the table made longer where they do not fit. What stands
 * below the table moves down.
 */
export function roomInTable(book: Workbook, id: string, rows: number): Place {
  const { sheet, table } = tableWithId(book, id)
  const { box } = table
  const footer = table.colors.footer ? 1 : 0
  const end = box.row + box.rows - 1 - footer
  let last = end
  while (last > box.row && isRowEmpty(sheet, box, last)) last -= 1
  const missing = rows - (end - last)
  if (missing > 0) {
    const below = { row: end + 1, column: box.column, rows: missing, columns: box.columns }
    const free =
      footer === 0 &&
      Array.from({ length: missing }, (_, down) => end + 1 + down).every((row) => isRowEmpty(sheet, box, row))
    if (!free) insertCells(book, sheet, below, 'row')
    const short = end + missing + footer - sheet.maxRows
    if (short > 0) {
      demandRoom(book, short * sheet.maxColumns)
      sheet.maxRows += short
    }
    const longer = { ...box, rows: box.rows + missing }
    sheet.tables = sheet.tables.map((one) => (one.id === id ? { ...one, box: longer } : one))
  }
  return { sheet, box: { row: last + 1, column: box.column, rows, columns: box.columns } }
}
