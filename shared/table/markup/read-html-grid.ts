// Lays cells with column and row spans out on a grid; a spanning cell is repeated where it reaches.

export type GridCell = {
  text: string
  head: boolean
  columns: number
  /** A row span of 0 reaches to the end of its group of rows. */
  rows: number
}

/** The grid's texts, row by row. `groupOf` names the group of a row that no cell spans out of. */
export function expandSpans(rows: GridCell[][], groupOf: (row: number) => number = () => 0): string[][] {
  const heights = reachable(rows, groupOf)
  let cells = 0
  let reach = 0
  for (const [index, row] of rows.entries()) {
    cells += row.length
    for (const cell of row) reach += Math.min(cell.columns, 1000) * heightOf(cell, heights[index]!)
  }
  // Spans that would blow a small table up beyond reason are ignored.
  const plain = reach > 20 * cells + 10_000
  const grid: string[][] = rows.map(() => [])
  for (const [index, row] of rows.entries()) {
    let column = 0
    for (const cell of row) {
      while (grid[index]![column] !== undefined) column++
      const width = plain ? 1 : Math.min(cell.columns, 1000)
      const height = plain ? 1 : heightOf(cell, heights[index]!)
      for (let down = 0; down < height; down++) {
        const target = grid[index + down]!
        // Where two cells claim one place, the one that came first keeps it.
        for (let right = 0; right < width; right++) target[column + right] ??= cell.text
      }
      column += width
    }
  }
  return grid.map((row) => Array.from(row, (text) => text ?? ''))
}

function heightOf(cell: GridCell, left: number): number {
  return cell.rows === 0 ? left : Math.min(cell.rows, left)
}

/** How many rows of the same group there are from each row on. */
function reachable(rows: GridCell[][], groupOf: (row: number) => number): number[] {
  const left = rows.map(() => 1)
  for (let index = rows.length - 2; index >= 0; index--) {
    if (groupOf(index) === groupOf(index + 1)) left[index] = left[index + 1]! + 1
  }
  return left
}
