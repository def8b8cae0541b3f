// Sets column widths with as few calls as their pattern allows.
import type { PlanEdit } from '../../../shared/plan/plan-edit.ts'
import type { Sheet } from '../sheets.ts'

type WidthEdit = Extract<PlanEdit, { kind: 'width' }>
type Stroke = { from: number; to: number; pixels: number }

/** Longer runs of columns are set one by one: looking for the best strokes takes time by the cube of their number. */
const mostToPlan = 60
/** What a column of a new sheet has. */
const usual = 100

/** The fewest strokes that give a row of columns their widths, where a later stroke may go over an earlier one. */
function strokes(widths: number[]): Stroke[] {
  const best = new Map<string, Stroke[]>()
  const plan = (from: number, to: number): Stroke[] => {
    if (from > to) return []
    const key = `${from} ${to}`
    const known = best.get(key)
    if (known) return known
    const pixels = widths[from]!
    let found = [{ from, to: from, pixels }, ...plan(from + 1, to)]
    for (let last = from + 1; last <= to; last++) {
      if (widths[last] !== pixels) continue
      // One stroke from the first to here, the columns between painted over it.
      const inner = plan(from + 1, last - 1)
      const [, ...rest] = plan(last, to)
      const head = plan(last, to)[0]
      if (head?.from !== last || head.pixels !== pixels) continue
      const joined = [{ from, to: head.to, pixels }, ...inner, ...rest]
      if (joined.length < found.length) found = joined
    }
    best.set(key, found)
    return found
  }
  return plan(0, widths.length - 1)
}

/** The widths of columns beside each other, in runs that have one each. */
function runsOf(widths: Map<number, number>): { start: number; widths: number[] }[] {
  const runs: { start: number; widths: number[] }[] = []
  for (const column of [...widths.keys()].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last.start + last.widths.length === column) last.widths.push(widths.get(column) ?? usual)
    else runs.push({ start: column, widths: [widths.get(column) ?? usual] })
  }
  return runs
}

export function applyWidths(sheet: Sheet, edits: WidthEdit[], blank: boolean): void {
  const widths = new Map<number, number>()
  for (const { column, count, pixels } of edits)
    for (let each = column; each < column + count; each++) widths.set(each, pixels)
  // The outermost columns of a new sheet that keep their width need no call.
  const columns = [...widths.keys()].sort((a, b) => a - b)
  const changed = blank ? columns.filter((column) => widths.get(column) !== usual) : columns
  for (const column of columns)
    if (changed.length === 0 || column < changed[0]! || column > changed.at(-1)!) widths.delete(column)
  for (const run of runsOf(widths)) {
    const planned =
      run.widths.length > mostToPlan
        ? run.widths.map((pixels, at) => ({ from: at, to: at, pixels }))
        : strokes(run.widths)
    for (const { from, to, pixels } of planned) sheet.setColumnWidths(run.start + from, to - from + 1, pixels)
  }
}
