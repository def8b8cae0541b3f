// Frozen rows in the selection: the grid library leaves them out, so picking, painting and stepping through them is done here.
import { contains } from '../../workbook/cells.ts'
import type { Box } from '../../workbook/workbook.ts'
import type { Grid } from './grid.ts'

type Position = { row: number; column: number }

const frozenRows = (holder: HTMLElement) => holder.querySelectorAll('.tabulator-frozen-rows-holder .tabulator-row')

function positionOf(cell: Element): Position | null {
  const row = Number(cell.closest('.tabulator-row')?.querySelector('.row-number')?.textContent)
  const column = Number(cell.getAttribute('tabulator-field')?.slice(1))
  return row > 0 && column > 0 ? { row, column } : null
}

/** Marks the frozen cells of the selection, and hides the library's own frame when nothing else is selected. */
export function paintFrozen(holder: HTMLElement, selection: Box, frozen: number): void {
  for (const row of frozenRows(holder))
    for (const cell of row.querySelectorAll('.tabulator-cell')) {
      const position = positionOf(cell)
      cell.classList.toggle('picked', position !== null && contains(selection, position.row, position.column))
    }
  holder.classList.toggle('only-frozen', frozen > 0 && selection.row + selection.rows - 1 <= frozen)
}

function spanning(one: Position, other: Position): Box {
  const [row, column] = [Math.min(one.row, other.row), Math.min(one.column, other.column)]
  return { row, column, rows: Math.abs(one.row - other.row) + 1, columns: Math.abs(one.column - other.column) + 1 }
}

/** Lets the pointer pick frozen cells and drag from them down into the rest. */
export function listenToFrozen(holder: HTMLElement, grid: Grid): void {
  let anchor: Position | null = null
  const cellUnder = (event: Event) => (event.target as Element).closest?.('.tabulator-cell')
  holder.addEventListener(
    'mousedown',
    (event) => {
      const cell = cellUnder(event)
      if (!cell?.closest('.tabulator-frozen-rows-holder') || cell.querySelector('.cell-editor')) return
      const at = positionOf(cell)
      if (!at || event.button !== 0) return
      const from = event.shiftKey ? grid.selection() : at
      anchor = { row: from.row, column: from.column }
      grid.select(spanning(anchor, at))
      grid.focus()
      event.stopPropagation()
      event.preventDefault()
    },
    true,
  )
  holder.addEventListener('mousemove', (event) => {
    const cell = anchor && cellUnder(event)
    const at = cell && positionOf(cell)
    if (anchor && at) grid.select(spanning(anchor, at))
  })
  document.addEventListener('mouseup', () => {
    anchor = null
  })
}

/** Steps with the arrow keys where frozen rows are involved. Returns whether it did. */
export function stepThroughFrozen(event: KeyboardEvent, grid: Grid): boolean {
  const view = grid.model()?.view
  const steps: Record<string, [number, number]> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
  }
  const step = steps[event.key]
  if (!view || !step || view.frozenRows === 0) return false
  const { row, column, rows, columns } = grid.selection()
  const entering = row === view.frozenRows + 1 && step[0] < 0
  if (row > view.frozenRows && !entering) return false
  if (event.shiftKey) {
    if (entering) grid.select({ row: row - 1, column, rows: rows + 1, columns })
    else grid.select({ row, column, rows: Math.max(1, rows + step[0]), columns: Math.max(1, columns + step[1]) })
  } else {
    const next = { row: Math.max(1, row + step[0]), column: Math.min(view.columns, Math.max(1, column + step[1])) }
    grid.select({ ...next, rows: 1, columns: 1 }, true)
  }
  return true
}
