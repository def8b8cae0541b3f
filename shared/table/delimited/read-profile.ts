// Learns what the cells of each column look like, to judge where a damaged record's cells belong.
import { exactShape, looseShape } from '../surroundings/read-cell-kind.ts'

export type ColumnProfile = {
  exact: Map<string, number>
  loose: Map<string, number>
  filled: number
  /** Shares of empty and of quoted cells. */
  empty: number
  quoted: number
  /** Whether nearly all cells share a few shapes with digits or the marks of addresses in them. */
  typed: boolean
  /** Whether some of its typed cells are over 60 characters long, as addresses are. */
  long: boolean
}

/** `rows` are sound records of one width, as cut; `marked` tells for each cell whether it was quoted. */
export function profileColumns(rows: string[][], marked: boolean[][], width: number): ColumnProfile[] {
  return Array.from({ length: width }, (_, index) => {
    const exact = new Map<string, number>()
    const loose = new Map<string, number>()
    let empty = 0
    let quoted = 0
    for (const [at, row] of rows.entries()) {
      const cell = row[index] ?? ''
      if (marked[at]?.[index]) quoted++
      if (cell.trim() === '') {
        empty++
        continue
      }
      const shape = exactShape(cell)
      exact.set(shape, (exact.get(shape) ?? 0) + 1)
      const rough = looseShape(cell)
      loose.set(rough, (loose.get(rough) ?? 0) + 1)
    }
    // One of them may be the name of the column.
    const filled = rows.length - empty
    const common = [...loose.entries()].filter(([shape, count]) => count >= filled * 0.1 && /[9@/]/.test(shape))
    const covered = common.reduce((sum, [, count]) => sum + count, 0)
    return {
      exact,
      loose,
      filled,
      empty: empty / Math.max(1, rows.length),
      quoted: quoted / Math.max(1, rows.length),
      long: rows.some((row) => (row[index]?.length ?? 0) > 60) && covered >= (filled - 1) * 0.85,
      typed: filled > 0 && covered >= (filled - 1) * 0.85,
    }
  })
}

/** How well a cell suits a column, from -2 (another kind of thing) to 2 (written like most of its cells). */
export function fitCell(column: ColumnProfile, cell: string, wrapped: boolean): number {
  const text = cell.trim()
  if (text === '') return column.empty >= 0.5 ? 1 : column.empty > 0.02 ? 0 : -1
  let fit: number
  // Long texts have no shape worth comparing.
  if (text.length > 60 && !column.long) fit = column.typed ? -2 : column.empty >= 0.95 ? -1 : 0.5
  else if (column.typed) {
    // What occurs once or twice may be the column's name, or a slip itself.
    const least = Math.max(2, column.filled * 0.05)
    if ((column.exact.get(exactShape(text)) ?? 0) >= least) fit = 2
    else fit = (column.loose.get(looseShape(text)) ?? 0) >= least ? 1.5 : -2
  } else if (column.empty >= 0.95) fit = -1
  else if (column.loose.has(looseShape(text))) fit = 0.7
  else fit = /\p{L}/u.test(text) ? 0.5 : -0.5
  if (column.quoted >= 0.9) fit += wrapped ? 0.6 : -0.4
  return fit
}
