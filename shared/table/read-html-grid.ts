// Lays HTML cells with their column and row spans out on a grid; a spanning cell is repeated where it reaches.

export type HtmlCell = { text: string; head: boolean; columns: number; rows: number }

/** The grid's texts, row by row. Spans that would blow a small table up beyond reason are ignored. */
export function expandSpans(rows: HtmlCell[][]): string[][] {
  let cells = 0
  let reach = 0
  for (const [index, row] of rows.entries()) {
    cells += row.length
    for (const cell of row) {
      cell.rows = Math.min(cell.rows, rows.length - index)
      reach += Math.min(cell.columns, 1000) * cell.rows
    }
  }
  const plain = reach > 20 * cells + 10_000
  const grid: string[][] = rows.map(() => [])
  const taken: Set<number>[] = rows.map(() => new Set())
  for (const [index, row] of rows.entries()) {
    let column = 0
    for (const cell of row) {
      while (taken[index]!.has(column)) column++
      const width = plain ? 1 : Math.min(cell.columns, 1000)
      const height = plain ? 1 : cell.rows
      for (let down = 0; down < height; down++) {
        for (let right = 0; right < width; right++) {
          grid[index + down]![column + right] = cell.text
          taken[index + down]!.add(column + right)
        }
      }
      column += width
    }
  }
  return grid.map((row) => Array.from(row, (text) => text ?? ''))
}
