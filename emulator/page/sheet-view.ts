// Describes a sheet for the page: texts, looks and rules of its cells, with looks kept once each.
import { cellAt, usedSize } from '../workbook/cells.ts'
import { allows, listChoices } from '../workbook/criteria.ts'
import { displayText, showsDate, valueAt } from '../workbook/display.ts'
import { effectiveStyle } from '../workbook/effective-style.ts'
import { parseInput } from '../workbook/typed-input.ts'
import type { Cell, CellStyle, CellValue, Edge, Sheet, Workbook } from '../workbook/workbook.ts'
import { choseByScript } from './user-edits.ts'
import type { CellExtra, CellView, SheetView } from './view.ts'

const leastRows = 100
const spareRows = 20
const mostColumns = 200

/** The sheet as the page draws it: at least 100 rows, always some beyond the last used one. */
export function sheetView(workbook: Workbook, sheet: Sheet): SheetView {
  const used = usedSize(sheet)
  const selection = sheet.selection[0] ?? { row: 1, column: 1, rows: 1, columns: 1 }
  const rows = Math.min(sheet.maxRows, Math.max(leastRows, used.rows + spareRows))
  const columns = Math.min(sheet.maxColumns, Math.max(26, used.columns + 3), mostColumns)
  const styles = new Map<string, number>()
  const cells: CellView[] = []
  const draw = (row: number, column: number) => {
    const view = cellView(workbook, sheet, row, column, styles)
    if (view) cells.push(view)
  }
  const painted = paintedBottom(sheet, rows)
  for (let row = 1; row <= rows; row++) {
    if (row <= painted) for (let column = 1; column <= columns; column++) draw(row, column)
    else for (const column of sheet.rows.get(row)?.keys() ?? []) if (column <= columns) draw(row, column)
  }
  return {
    id: sheet.id,
    name: sheet.name,
    version: workbook.version,
    rows,
    columns,
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
    rightToLeft: sheet.rightToLeft,
    gridlines: !sheet.hiddenGridlines,
    widths: Array.from({ length: columns }, (_, index) =>
      sheet.hiddenColumns.has(index + 1) ? 0 : (sheet.columnWidths.get(index + 1) ?? 100),
    ),
    hiddenRows: [...sheet.hiddenRows],
    heights: [...sheet.rowHeights],
    merges: sheet.merges,
    selection,
    scripted: choseByScript(selection),
    styles: [...styles.keys()],
    cells,
  }
}

/** The last row that banding, conditional formats or a spilling formula may paint though no cell is stored there. */
function paintedBottom(sheet: Sheet, rows: number): number {
  let bottom = 0
  for (const { box } of sheet.bandings) bottom = Math.max(bottom, box.row + box.rows - 1)
  for (const rule of sheet.conditionalRules)
    for (const box of rule.ranges) bottom = Math.max(bottom, box.row + box.rows - 1)
  for (const line of sheet.rows.values()) for (const cell of line.values()) if (cell.formula !== undefined) return rows
  return bottom
}

function cellView(
  workbook: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
  styles: Map<string, number>,
): CellView | null {
  const cell = cellAt(sheet, row, column)
  const value = valueAt(workbook, sheet, row, column)
  const css = cssOf(effectiveStyle(workbook, sheet, row, column), value)
  const text = displayText(value, cell?.format, workbook.locale)
  const extra = cell && extraOf(workbook, cell, value, text)
  if (!text && !css && !extra) return null
  let style = -1
  if (css) {
    style = styles.get(css) ?? styles.size
    styles.set(css, style)
  }
  return extra ? [row, column, text, style, extra] : [row, column, text, style]
}

function extraOf(workbook: Workbook, cell: Cell, value: CellValue, text: string): CellExtra | undefined {
  const extra: CellExtra = {}
  const edit = editText(workbook, cell, text)
  if (edit !== text) extra.edit = edit
  if (cell.note) extra.note = cell.note
  if (cell.style?.wrap === 'WRAP') extra.wide = false
  if (cell.validation) {
    const choices = listChoices(workbook, cell.validation)
    if (choices) extra.choices = choices
    if (cell.validation.type === 'CHECKBOX')
      extra.checked = value === (cell.validation.args[0] ?? true) || value === true
    else if (!allows(workbook, cell.validation, value)) extra.invalid = true
  }
  return Object.keys(extra).length > 0 ? extra : undefined
}

/** Texts that could be something else when typed; telling the rest apart early saves parsing most of a sheet. */
const mayParse =
  /^[\s(]*[-+=.,$€£¥₹'\d]|^\s*(true|false|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)/i

/** What editing a cell starts from: typing it back unchanged leaves the cell as it was. */
function editText(workbook: Workbook, { formula, value, format }: Cell, text: string): string {
  if (formula !== undefined) return formula
  if (typeof value === 'number')
    return showsDate(format)
      ? text
      : format?.includes('%')
        ? `${Number((value * 100).toPrecision(15))}%`
        : String(value)
  if (typeof value === 'string' && mayParse.test(value) && parseInput(value, workbook.locale, format).value !== value)
    return `'${value}`
  return text
}

function cssOf(style: CellStyle, value: CellValue): string {
  const align =
    style.horizontalAlignment ?? (typeof value === 'number' ? 'right' : typeof value === 'boolean' ? 'center' : '')
  const lines = [style.underline && 'underline', style.strikethrough && 'line-through'].filter(Boolean).join(' ')
  const rules: [string, string | number | undefined | false][] = [
    ['font-weight', style.bold && 'bold'],
    ['font-style', style.italic && 'italic'],
    ['text-decoration', lines],
    ['color', style.fontColor],
    ['background', style.background],
    ['font-size', style.fontSize && `${style.fontSize}pt`],
    ['font-family', style.fontFamily && `'${style.fontFamily.replaceAll(/[^\w -]/g, '')}', Arial, sans-serif`],
    // Left and right are those of the screen, also in a sheet that is read from the right.
    ['justify-content', align],
    ['text-align', align],
    [
      'align-items',
      style.verticalAlignment === 'top' ? 'flex-start' : style.verticalAlignment === 'middle' ? 'center' : '',
    ],
    ['white-space', style.wrap === 'WRAP' && 'pre-wrap'],
    ...Object.entries(style.borders ?? {}).map(([side, edge]): [string, string] => [`border-${side}`, borderCss(edge)]),
  ]
  return rules
    .filter(([, one]) => one)
    .map(([name, one]) => `${name}:${one}`)
    .join(';')
}

function borderCss({ style, color }: Edge): string {
  const widths: Record<string, string> = {
    SOLID_MEDIUM: '2px solid',
    SOLID_THICK: '3px solid',
    DASHED: '1px dashed',
    DOTTED: '1px dotted',
    DOUBLE: '3px double',
  }
  return `${widths[style] ?? '1px solid'} ${color}`
}
