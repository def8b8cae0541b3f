// The colour that a gradient rule gives a number among the numbers of its ranges.
import { eachCell } from './cells.ts'
import { valueAt } from './display.ts'
import { parseInput } from './typed-input.ts'
import type { ConditionalRule, GradientPoint, Sheet, Workbook } from './workbook.ts'

type Gradient = Extract<ConditionalRule, { kind: 'gradient' }>
type Stop = { at: number; color: string }

/** Worked out once for each state of the workbook, not for each cell. */
const known = new WeakMap<Gradient, { version: number; stops: Stop[] }>()

/** The background for a value; colours run evenly between the rule's points and stay beyond the last. */
export function gradientColor(workbook: Workbook, sheet: Sheet, rule: Gradient, value: number): string {
  const stops = stopsOf(workbook, sheet, rule)
  const above = stops.findIndex((stop) => value <= stop.at)
  if (above <= 0) return (above === 0 ? stops[0] : stops.at(-1))?.color ?? '#ffffff'
  const [from, to] = [stops[above - 1]!, stops[above]!]
  return mix(from.color, to.color, (value - from.at) / (to.at - from.at || 1))
}

function stopsOf(workbook: Workbook, sheet: Sheet, rule: Gradient): Stop[] {
  const found = known.get(rule)
  if (found?.version === workbook.version) return found.stops
  const numbers: number[] = []
  for (const box of rule.ranges)
    eachCell(sheet, box, (_cell, row, column) => {
      const one = valueAt(workbook, sheet, row, column)
      if (typeof one === 'number') numbers.push(one)
    })
  numbers.sort((one, other) => one - other)
  const stops = [rule.min, rule.mid, rule.max]
    .filter((point) => point !== null)
    .map((point) => ({ at: placeOf(workbook, rule, point, numbers), color: point.color }))
  known.set(rule, { version: workbook.version, stops })
  return stops
}

function placeOf(workbook: Workbook, rule: Gradient, point: GradientPoint, numbers: number[]): number {
  const [low, high] = [numbers[0] ?? 0, numbers.at(-1) ?? 0]
  const { value } = parseInput(point.value, workbook.locale)
  const given = typeof value === 'number' ? value : 0
  if (point.type === 'NUMBER') return given
  if (point.type === 'PERCENT') return low + ((high - low) * given) / 100
  if (point.type === 'PERCENTILE') {
    const rank = ((numbers.length - 1) * given) / 100
    const [below, above] = [numbers[Math.floor(rank)] ?? low, numbers[Math.ceil(rank)] ?? high]
    return below + (above - below) * (rank - Math.floor(rank))
  }
  return point === rule.max ? high : low
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
