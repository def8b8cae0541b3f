// The format of a cell that nothing was set on, and the format a cell is drawn with.
import { effectiveStyle } from '../../workbook/effective-style.ts'
import { dateFormat, shownFormat } from '../../workbook/implied-format.ts'
import type { JsonObject } from '../../workbook/sheet-objects.ts'
import type { Cell, CellStyle, CellValue, Sheet, Workbook } from '../../workbook/workbook.ts'
import { cellFormat } from './cell-format.ts'
import { typeOfPattern } from './number-format.ts'

const standardStyle: CellStyle = {
  background: '#ffffff',
  padding: { top: 2, right: 3, bottom: 2, left: 3 },
  verticalAlignment: 'bottom',
  wrap: 'OVERFLOW',
  fontColor: '#000000',
  fontFamily: 'arial,sans,sans-serif',
  fontSize: 10,
  bold: false,
  italic: false,
  strikethrough: false,
  underline: false,
}

/** How the text of a link looks where nothing else is said. */
export const linkStyle: CellStyle = { fontColor: '#1155cc', underline: true }

function defaultStyle(workbook: Workbook): CellStyle {
  return { ...standardStyle, ...workbook.defaultStyle }
}

/** `SpreadsheetProperties.defaultFormat`, each colour once. */
export function defaultFormat(workbook: Workbook): JsonObject {
  return cellFormat(workbook, { style: defaultStyle(workbook) }) ?? {}
}

/** Numbers stand right, text left, booleans and errors in the middle, unless the cell says otherwise. */
function naturalAlignment(value: CellValue, isError: boolean): string {
  if (typeof value === 'boolean' || isError) return 'center'
  return typeof value === 'number' ? 'right' : 'left'
}

/** The format a cell is drawn with: the default, its own, banding and conditional formats, and the alignment of its value. */
export function effectiveFormat(
  workbook: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
  cell: Cell | undefined,
  shown: { value: CellValue; isError: boolean; isEmpty: boolean; link: string | undefined },
): JsonObject {
  const drawn = effectiveStyle(workbook, sheet, row, column)
  const style: CellStyle = {
    ...defaultStyle(workbook),
    ...(shown.value === null ? {} : { horizontalAlignment: naturalAlignment(shown.value, shown.isError) }),
    ...(shown.link ? { ...linkStyle, link: shown.link } : {}),
    ...drawn,
    ...(shown.isEmpty
      ? {}
      : { hyperlinkDisplay: drawn.hyperlinkDisplay ?? (shown.link || drawn.link ? 'LINKED' : 'PLAIN_TEXT') }),
  }
  const format = shownFormat(workbook, sheet, cell)
  return cellFormat(workbook, { ...cell, format, ...impliedType(workbook, cell, format), style }) ?? {}
}

/** Of the date that a formula implies, the type alone is told. */
function impliedType(workbook: Workbook, cell: Cell | undefined, format: string | undefined): Pick<Cell, 'numberType'> {
  if (cell?.format || !format?.startsWith(dateFormat(workbook.locale))) return {}
  return { numberType: { type: typeOfPattern(format), pattern: format, implied: true } }
}
