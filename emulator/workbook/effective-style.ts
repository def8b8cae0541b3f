// The style a cell is drawn with: its own, over its banding, under the conditional formats that apply.
import { cellAt, contains } from './cells.ts'
import { meets } from './criteria.ts'
import { formulaHolds } from './custom-formulas.ts'
import { valueAt } from './display.ts'
import type { Banding, CellStyle, ConditionalRule, GradientPoint, Sheet, Workbook } from './workbook.ts'

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
  return (banding && lineColor(banding, row, column)) ?? undefined
}

function lineColor({ box, rows, columns }: Banding, row: number, column: number): string | null {
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
  if (rule.kind === 'boolean') return meets(rule.type, rule.args, value) === true ? rule.style : {}
  return typeof value === 'number' ? gradientStyle(workbook, sheet, rule, value) : {}
}

function gradientStyle(
  workbook: Workbook,
  sheet: Sheet,
  rule: Extract<ConditionalRule, { kind: 'gradient' }>,
  value: number,
): CellStyle {
  const numbers: number[] = []
  for (const box of rule.ranges)
    for (let row = box.row; row < box.row + box.rows && row <= sheet.maxRows; row++)
      for (let column = box.column; column < box.column + box.columns; column++) {
        const one = valueAt(workbook, sheet, row, column)
        if (typeof one === 'number') numbers.push(one)
      }
  const low = Math.min(...numbers)
  const high = Math.max(...numbers)
  const at = (point: GradientPoint) => {
    if (point.type === 'NUMBER') return Number(point.value)
    if (point.type === 'PERCENT' || point.type === 'PERCENTILE') return low + ((high - low) * Number(point.value)) / 100
    return point === rule.max ? high : low
  }
  const stops = [rule.min, rule.mid, rule.max]
    .filter((point) => point !== null)
    .map((point) => ({ at: at(point), color: point.color }))
  const above = stops.findIndex((stop) => value <= stop.at)
  if (above <= 0) return { background: (above === 0 ? stops[0] : stops.at(-1))?.color ?? '#ffffff' }
  const [from, to] = [stops[above - 1]!, stops[above]!]
  return { background: mix(from.color, to.color, (value - from.at) / (to.at - from.at || 1)) }
}

function mix(one: string, other: string, share: number): string {
  const parts = (color: string) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
  const ends = parts(other)
  return `#${parts(one)
    .map((part, index) =>
      Math.round(part + (ends[index]! - part) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}
