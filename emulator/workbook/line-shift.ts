// Where rows or columns go when lines are inserted, deleted or moved.
import type { Corner, Reference } from './formula-references.ts'
import { mapReferences } from './formula-references.ts'
import type { Json } from './sheet-objects.ts'
import type { Box, Sheet } from './workbook.ts'

export type Axis = 'row' | 'column'

/** `line` says where one line goes (null: deleted), `span` where a stretch from its first to its last line goes. */
export type Shift = {
  axis: Axis
  line: (line: number) => number | null
  span: (first: number, last: number) => [number, number] | null
}

/** `count` new lines before `start`. */
export function insertion(axis: Axis, start: number, count: number): Shift {
  const line = (at: number) => (at < start ? at : at + count)
  return { axis, line, span: (first, last) => [line(first), line(last)] }
}

/** `count` lines gone, from `start` on. */
export function deletion(axis: Axis, start: number, count: number): Shift {
  const line = (at: number) => (at < start ? at : at < start + count ? null : at - count)
  return {
    axis,
    line,
    span: (first, last) =>
      first >= start && last < start + count ? null : [line(first) ?? start, line(last) ?? start - 1],
  }
}

/** `count` lines from `start` on go to stand before the line that now is `destination`. */
export function move(axis: Axis, start: number, count: number, destination: number): Shift {
  const to = destination > start ? destination - count : destination
  const out = deletion(axis, start, count)
  const into = insertion(axis, to, count)
  return {
    axis,
    line: (at) => (at >= start && at < start + count ? at - start + to : into.line(out.line(at)!)),
    span: (first, last) => {
      if (first >= start && last < start + count) return [first - start + to, last - start + to]
      const left = out.span(first, last)
      return left && into.span(left[0], left[1])
    },
  }
}

export function shiftBox(box: Box, { axis, span }: Shift): Box | null {
  const [from, size] = axis === 'row' ? [box.row, box.rows] : [box.column, box.columns]
  const to = span(from, from + size - 1)
  if (!to) return null
  const length = to[1] - to[0] + 1
  return axis === 'row' ? { ...box, row: to[0], rows: length } : { ...box, column: to[0], columns: length }
}

export function shiftBoxes(boxes: Box[], shift: Shift): Box[] {
  return boxes.map((box) => shiftBox(box, shift)).filter((box) => box !== null)
}

export function shiftKeys<T>(lines: Map<number, T>, { line }: Shift): Map<number, T> {
  const result = new Map<number, T>()
  for (const [at, value] of lines) {
    const to = line(at)
    if (to !== null) result.set(to, value)
  }
  return result
}

/** A formula that stands in `holder`, after the lines of `sheet` went elsewhere. */
export function shiftReferences(formula: string, holder: Sheet, sheet: Sheet, { axis, line, span }: Shift): string {
  const at = (corner: Corner) => (axis === 'row' ? corner.row : corner.column)
  const placed = (corner: Corner, to: number): Corner =>
    axis === 'row' ? { ...corner, row: to } : { ...corner, column: to }
  return mapReferences(formula, (reference): Reference | null => {
    const aims = reference.sheet === null ? holder === sheet : reference.sheet === sheet.name
    const { from, to } = reference
    if (!aims || at(from) === 0) return reference
    if (!to || at(to) === 0) {
      const single = line(at(from))
      return single === null ? null : { ...reference, from: placed(from, single) }
    }
    const stretch = span(at(from), at(to))
    return stretch && { ...reference, from: placed(from, stretch[0]), to: placed(to, stretch[1]) }
  })
}

/** Grid ranges (counted from 0) within a chart's or slicer's spec, shifted; a deleted one is taken out of its list. */
export function shiftGridRanges(json: Json, sheetId: number, shift: Shift): Json | undefined {
  if (Array.isArray(json))
    return json.map((one) => shiftGridRanges(one, sheetId, shift)).filter((one) => one !== undefined)
  if (json === null || typeof json !== 'object') return json
  const [startKey, endKey] =
    shift.axis === 'row' ? ['startRowIndex', 'endRowIndex'] : ['startColumnIndex', 'endColumnIndex']
  const isRange = 'startRowIndex' in json || 'endRowIndex' in json || 'startColumnIndex' in json
  if (!isRange)
    return Object.fromEntries(
      Object.entries(json).flatMap(([key, value]) => {
        const shifted = shiftGridRanges(value, sheetId, shift)
        return shifted === undefined ? [] : [[key, shifted]]
      }),
    )
  if (Number(json.sheetId ?? 0) !== sheetId || json[endKey] === undefined) return json
  const span = shift.span(Number(json[startKey] ?? 0) + 1, Number(json[endKey]))
  return span ? { ...json, [startKey]: span[0] - 1, [endKey]: span[1] } : undefined
}
