// The style a cell is drawn with: its own, over its banding, under the conditional formats that apply.
import { cellAt, contains } from './cells.ts'
import { meets } from './criteria.ts'
import { formulaHolds } from './custom-formulas.ts'
import { valueAt } from './display.ts'
import { gradientColor } from './gradient.ts'
import { meetsRelative } from './relative-dates.ts'
import { tableColors } from './table-colors.ts'
import type { Banding, CellStyle, ConditionalRule, Sheet, Workbook } from './workbook.ts'

/** Own style, banding fill and conditional formats of one cell, merged as Google draws them. */
export function effectiveStyle(workbook: Workbook, sheet: Sheet, row: number, column: number): CellStyle {
  const own = cellAt(sheet, row, column)?.style ?? {}
  const band = own.background ? undefined : bandColor(sheet, row, column)
  const style: CellStyle = band ? { ...own, background: band } : { ...own }
  if (sheet.conditionalRules.length === 0) return style
  const won: CellStyle = {}
  for (const rule of sheet.conditionalRules) {
    if (!rule.ranges.some((box) => contains(box, row, column))) continue
    const look = ruleStyle(workbook, sheet, rule, row, column)
    for (const [key, value] of Object.entries(look)) if (!(key in won)) Object.assign(won, { [key]: value })
  }
  return { ...style, ...won }
}

function bandColor(sheet: Sheet, row: number, column: number): string | undefined {
  const banding = sheet.bandings.find(({ box }) => contains(box, row, column))
  if (banding) return lineColor(banding, row, column) ?? undefined
  const table = sheet.tables.find(({ box }) => contains(box, row, column))
  return table && (lineColor({ box: table.box, rows: tableColors(table), columns: null }, row, column) ?? undefined)
}

function lineColor(
  { box, rows, columns }: Pick<Banding, 'box' | 'rows' | 'columns'>,
  row: number,
  column: number,
): string | null {
  const colors = rows ?? columns
  if (!colors) return null
  const [line, count] = rows ? [row - box.row, box.rows] : [column - box.column, box.columns]
  if (colors.header && line === 0) return colors.header
  if (colors.footer && line === count - 1) return colors.footer
  return (line - (colors.header ? 1 : 0)) % 2 === 0 ? colors.first : colors.second
}

function ruleStyle(workbook: Workbook, sheet: Sheet, rule: ConditionalRule, row: number, column: number): CellStyle {
  if (rule.kind === 'boolean' && rule.type === 'CUSTOM_FORMULA')
    return formulaHolds(workbook, { sheet, formula: String(rule.args[0]), ranges: rule.ranges }, row, column)
      ? rule.style
      : {}
  const value = valueAt(workbook, sheet, row, column)
  if (rule.kind === 'gradient')
    return typeof value === 'number' ? { background: gradientColor(workbook, sheet, rule, value) } : {}
  const relative = meetsRelative(workbook, rule.type, String(rule.args[0]), value)
  return (relative ?? meets(rule.type, rule.args, value)) === true ? rule.style : {}
}
