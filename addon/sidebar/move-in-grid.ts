// Where the arrow keys lead in a grid of cells.
import type { CellPlace } from './evidence.ts'

type Size = { rows: number; columns: number; page: number }

/** The cell that a key leads to; null for keys that lead nowhere. At an edge it stays where it is. */
export function moveInGrid(
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  { row, column }: CellPlace,
  { rows, columns, page }: Size,
): CellPlace | null {
  const all = ctrlKey || metaKey
  const to = (nextRow: number, nextColumn: number) => ({
    row: Math.min(Math.max(nextRow, 0), rows - 1),
    column: Math.min(Math.max(nextColumn, 0), columns - 1),
  })
  switch (key) {
    case 'ArrowUp':
      return to(all ? 0 : row - 1, column)
    case 'ArrowDown':
      return to(all ? rows - 1 : row + 1, column)
    case 'ArrowLeft':
      return to(row, all ? 0 : column - 1)
    case 'ArrowRight':
      return to(row, all ? columns - 1 : column + 1)
    case 'Home':
      return to(all ? 0 : row, 0)
    case 'End':
      return to(all ? rows - 1 : row, columns - 1)
    case 'PageUp':
      return to(row - page, column)
    case 'PageDown':
      return to(row + page, column)
    default:
      return null
  }
}
