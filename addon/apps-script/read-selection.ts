// The selected cells as a typed table.
import type { RpcOutput } from '../../shared/contract/rpc.ts'
import { addressInSheet, type Block, blockAddress } from '../../shared/plan/a1.ts'
import { columnKeys } from '../../shared/table/build-table.ts'
import { Failure } from './failure.ts'
import { looksLikeHeader } from './header.ts'
import { hiddenNotes } from './hidden-notes.ts'
import { readColumn } from './read-column.ts'
import { selectedBlock } from './selection.ts'
import { blockRange } from './sheets.ts'
import { wallClock } from './wall-clock.ts'

/** What one call can read and hand over within Google's time, with room to spare. */
const mostCells = 100_000
const mostColumns = 1000
const longestName = 1000

/** The part without the empty rows and columns around it, or null when all is empty; counted from 0. */
function filledPart(values: unknown[][]): Block | null {
  const filled = values.map((row) => row.some((value) => value !== ''))
  const [row, last] = [filled.indexOf(true), filled.lastIndexOf(true)]
  if (row < 0) return null
  const used = (values[0] ?? []).map((_, at) => values.some((cells) => cells[at] !== ''))
  const column = used.indexOf(true)
  return { row, column, rows: last - row + 1, columns: used.lastIndexOf(true) - column + 1 }
}

/** Reads the selection: types from values and number formats, the first row as header when it looks like one. */
export function readSelection(): RpcOutput<'read_selection'> {
  const selected = selectedBlock()
  if (!selected)
    throw new Failure('nothing_selected', 'Nothing is selected.', 'Select the cells to use, then try again.')
  if ((SpreadsheetApp.getActiveRangeList()?.getRanges().length ?? 1) > 1) {
    throw new Failure('invalid', 'Several ranges are selected.', 'Select one block of cells, then try again.')
  }
  const { sheet, block: whole } = selected
  if (whole.rows * whole.columns > mostCells || whole.columns > mostColumns) {
    throw new Failure(
      'too_large',
      'The selection is too large.',
      `It has ${whole.rows} rows and ${whole.columns} columns; up to ${mostCells} cells and ${mostColumns} columns can be read at once. Select fewer rows.`,
    )
  }
  const everything: unknown[][] = blockRange(sheet, whole).getValues()
  const part = filledPart(everything)
  if (!part) {
    throw new Failure(
      'nothing_selected',
      'The selected cells are empty.',
      'Select cells with contents, then try again.',
    )
  }
  const { row, column, rows, columns: width } = part
  const values = everything.slice(row, row + rows).map((cells) => cells.slice(column, column + width))
  const block = { row: whole.row + row, column: whole.column + column, rows, columns: width }
  const range = blockRange(sheet, block)
  const [formats, shown] = [range.getNumberFormats(), range.getDisplayValues()]
  const header = looksLikeHeader(values)
  const first = header ? 1 : 0
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  const reading = { locale: spreadsheet.getSpreadsheetLocale(), clock: wallClock(spreadsheet.getSpreadsheetTimeZone()) }
  const names = Array.from({ length: block.columns }, (_, at) => {
    const name = header ? (shown[0]?.[at] ?? '').trim().slice(0, longestName) : ''
    return name || `Column ${at + 1}`
  })
  const keys = columnKeys(names)
  const columns = names.map((name, at) => {
    const cells = values.slice(first).map((row, index) => ({
      value: row[at],
      format: String(formats[index + first]?.[at] ?? ''),
      shown: shown[index + first]?.[at] ?? '',
    }))
    return { key: keys[at]!, name, ...readColumn(cells, reading) }
  })
  return {
    a1: addressInSheet(sheet.getName(), blockAddress(block)),
    table: {
      title: sheet.getName(),
      columns: columns.map(({ cells: _cells, ...column }) => column),
      rows: values.slice(first).map((_, index) => columns.map(({ cells }) => cells[index] ?? null)),
    },
    notes: hiddenNotes(sheet, block, { values, formats }),
  }
}
