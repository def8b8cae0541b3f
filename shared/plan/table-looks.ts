// The looks of a written table, in as few edits as possible.
import type { Template } from '../template/template.ts'
import { columnRuns, type PlacedColumn } from './placed-column.ts'
import type { CellLook, PlanBlock, PlanEdit } from './plan-edit.ts'

/** What cells have that nobody has touched. */
export const plainLook: CellLook = {
  bold: false,
  color: '#000000',
  background: null,
  border_top: null,
  vertical: 'bottom',
}

const look = ({ block, what }: { block: PlanBlock; what: CellLook }): PlanEdit => ({ kind: 'look', block, look: what })

/** Header cells are text, whatever they say. */
export function headerLooks(placed: PlacedColumn[], row: number, { header }: Template['formatting']): PlanEdit[] {
  const style: CellLook = {
    ...{ number_format: '@', bold: true, color: header.color, background: header.background },
    wrap: 'wrap',
  }
  const rows = { row, rows: 1 }
  return [
    ...columnRuns(placed, rows, () => style).map(look),
    ...columnRuns(placed, rows, ({ fitted }) => ({ align: fitted.align })).map(look),
  ]
}

/** Number formats, alignment and wrapping of body cells. `format` may keep what stands there. */
export function bodyLooks(
  placed: PlacedColumn[],
  rows: { row: number; rows: number },
  format = (column: PlacedColumn) => column.fitted.number_format,
): PlanEdit[] {
  return columnRuns(placed, rows, (column): CellLook => {
    const { align, wrap } = column.fitted
    return { number_format: format(column), align, ...(wrap ? { wrap } : {}) }
  }).map(look)
}

/** The totals row: bold under a line, and whole numbers where rows are counted. */
export function totalsLooks(
  placed: PlacedColumn[],
  row: number,
  { header, totals }: Template['formatting'],
): PlanEdit[] {
  const style: CellLook = {
    ...{ bold: true, border_top: header.background },
    ...(totals ? { background: totals.background, color: totals.color } : {}),
  }
  const rows = { row, rows: 1 }
  const labelled = placed.find(({ fitted }) => !fitted.total)
  const start = placed.some(({ fitted }) => fitted.type === 'text' && fitted.align === 'right') ? 'right' : 'left'
  return [
    ...columnRuns(placed, rows, () => style).map(look),
    ...columnRuns(placed, rows, (column): CellLook | null => {
      const { fitted } = column
      // The label is a text, whatever stands above it.
      if (column === labelled) return fitted.align === start ? null : { align: start }
      if (fitted.total === 'count') return { number_format: '0', align: 'right' }
      return fitted.total === 'average' && fitted.number_format === '0' ? { number_format: '0.00' } : null
    }).map(look),
  ]
}
