// The values of a rectangle as `values.get` shows them: rendered, trimmed, by rows or by columns.
import { cellAt, usedSize } from '../../workbook/cells.ts'
import { showsDate, textAt, valueAt } from '../../workbook/display.ts'
import { computedSize } from '../../workbook/formula-engine.ts'
import { shownFormat } from '../../workbook/implied-format.ts'
import type { Box, CellValue, Sheet, Workbook } from '../../workbook/workbook.ts'
import { writeRange } from '../a1/read-range.ts'
import type { Json } from '../http/call.ts'

export type Rendering = { majorDimension: string; value: string; dateTime: string }

/** The rendering that a query or body asks for, with Google's defaults; `prefix` is `response` where answers have their own. */
export function renderingOf(options: Json, prefix: '' | 'response' = ''): Rendering {
  const name = (key: string) => (prefix === '' ? key : `response${key[0]!.toUpperCase()}${key.slice(1)}`)
  return {
    majorDimension: options.majorDimension === 'COLUMNS' ? 'COLUMNS' : 'ROWS',
    value: String(options[name('valueRenderOption')] ?? 'FORMATTED_VALUE'),
    dateTime: String(options[name('dateTimeRenderOption')] ?? 'SERIAL_NUMBER'),
  }
}

/** `ValueRange` of the API; without `values` where nothing stands in the box. */
export function valueRange(book: Workbook, sheet: Sheet, box: Box, rendering: Rendering): Json {
  const values = renderValues(book, sheet, box, rendering)
  return {
    range: writeRange(sheet, box),
    majorDimension: rendering.majorDimension,
    ...(values.length > 0 ? { values } : {}),
  }
}

function renderValues(book: Workbook, sheet: Sheet, box: Box, rendering: Rendering): (string | number | boolean)[][] {
  const used = usedSize(sheet)
  const computed = computedSize(book, sheet)
  const bottom = Math.min(box.row + box.rows - 1, Math.max(used.rows, computed.rows))
  const right = Math.min(box.column + box.columns - 1, Math.max(used.columns, computed.columns))
  const byColumns = rendering.majorDimension === 'COLUMNS'
  const lines: (string | number | boolean)[][] = []
  const [start, end] = byColumns ? [box.column, right] : [box.row, bottom]
  const [from, to] = byColumns ? [box.row, bottom] : [box.column, right]
  for (let major = start; major <= end; major++) {
    const line: (string | number | boolean)[] = []
    for (let minor = from; minor <= to; minor++) {
      const [row, column] = byColumns ? [minor, major] : [major, minor]
      const shown = renderCell(book, sheet, row, column, rendering)
      if (shown === null) continue
      while (line.length < minor - from) line.push('')
      line.push(shown)
    }
    if (line.length === 0) continue
    while (lines.length < major - start) lines.push([])
    lines.push(line)
  }
  return lines
}

/** A cell's value as asked for; null when it is empty. A formula that gives an empty text is not. */
function renderCell(
  book: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
  { value: option, dateTime }: Rendering,
): string | number | boolean | null {
  const cell = cellAt(sheet, row, column)
  if (option === 'FORMULA' && cell?.formula !== undefined) return cell.formula
  const value: CellValue = valueAt(book, sheet, row, column)
  if (value === null || (value === '' && cell?.formula === undefined)) return cell?.formula === undefined ? null : ''
  if (option === 'FORMATTED_VALUE') return textAt(book, sheet, row, column)
  if (typeof value === 'number' && dateTime === 'FORMATTED_STRING' && showsDate(shownFormat(book, sheet, cell)))
    return textAt(book, sheet, row, column)
  return value
}
