// The grid: builds the table for a sheet, keeps it in step with the model, and knows the selected range.
import type { Box } from '../../workbook/workbook.ts'
import type { SheetView } from '../view.ts'
import { drawCell, type Tick } from './cell.ts'
import { cellEditor } from './editor.ts'
import { paintFrozen } from './frozen.ts'
import { columnLetters, type Model, modelOf, needsRebuild } from './model.ts'
import { type CellComponent, type ColumnDefinition, newTable, type RowComponent, type Table } from './tabulator.ts'

export type Grid = {
  show: (view: SheetView) => void
  model: () => Model | null
  selection: () => Box
  select: (box: Box, reveal?: boolean) => void
  edit: (first?: string) => void
  focus: () => void
}

export type GridHooks = {
  selected: (box: Box) => void
  typed: (row: number, column: number, text: string) => void
  tick: Tick
}

const start: Box = { row: 1, column: 1, rows: 1, columns: 1 }

export function createGrid(holder: HTMLElement, hooks: GridHooks): Grid {
  let model: Model | null = null
  let table: Table | null = null
  let built = false
  let selection = start
  let first: string | undefined
  let quiet = false
  let lines = { rows: [] as number[], columns: [] as number[] }

  const place = (cell: CellComponent) => ({
    row: cell.getRow().getData().r,
    column: Number(cell.getColumn().getField().slice(1)),
  })
  const cellOf = (row: number, column: number): CellComponent | null => {
    const found = table?.getRow(row) as (RowComponent & { getCell: (field: string) => CellComponent | false }) | false
    return (found || undefined)?.getCell(`c${column}`) || null
  }

  let editing = false
  let waiting: SheetView | null = null
  const editor = cellEditor({
    editing: (active) => {
      editing = active
      if (active || !waiting) return
      const view = waiting
      waiting = null
      setTimeout(() => grid.show(view))
    },
    model: () => model!,
    place,
    takeFirst: () => {
      const taken = first
      first = undefined
      return taken
    },
    commit: (row, column, text, move) => {
      hooks.typed(row, column, text)
      const next = {
        row: Math.max(1, row + move.rows),
        column: Math.max(1, column + move.columns),
        rows: 1,
        columns: 1,
      }
      if (move.rows !== 0 || move.columns !== 0) select(next, true)
      grid.focus()
    },
  })

  /** The library counts rows without the frozen and hidden ones, and columns with the row numbers as the first. */
  const rangeMoved = () => {
    const range = table?.getRanges()[0]
    if (quiet || !built || !range || !model) return
    const { frozenRows } = model.view
    const [top, bottom] = [lines.rows[range.getTopEdge()], lines.rows[range.getBottomEdge()]]
    const [left, right] = [lines.columns[range.getLeftEdge() - 1], lines.columns[range.getRightEdge() - 1]]
    if (!top || !bottom || !left || !right) return
    const whole = frozenRows > 0 && top === lines.rows[0] && bottom === lines.rows.at(-1)
    const row = whole ? 1 : top
    const box = { row, column: left, rows: bottom - row + 1, columns: right - left + 1 }
    // The library tells late, and without the frozen rows, of a range that was set from here.
    if (JSON.stringify(box) !== JSON.stringify(belowFrozen(selection, frozenRows))) changed(box)
  }

  const changed = (box: Box) => {
    const same = JSON.stringify(box) === JSON.stringify(selection)
    selection = box
    if (model) paintFrozen(holder, box, model.view.frozenRows)
    if (!same) hooks.selected(box)
  }

  const select = (box: Box, reveal = false) => {
    if (!model || !table || !built) return
    const { rows, columns, frozenRows } = model.view
    if (box.row > rows || box.column > columns) return
    const row = Math.max(box.row, frozenRows + 1)
    const bottom = Math.min(rows, box.row + box.rows - 1)
    const from = row <= bottom ? cellOf(row, box.column) : null
    const to = cellOf(bottom, Math.min(columns, box.column + box.columns - 1))
    if (from && to) {
      quiet = true
      table.getRanges()[0]?.setBounds(from, to)
      quiet = false
    }
    changed(box)
    if (!reveal) return
    if (from) table.scrollToRow(row, 'nearest', false).catch(() => {})
    if (box.column > model.view.frozenColumns) revealColumn(holder, from)
  }

  const build = (view: SheetView) => {
    table?.destroy()
    built = false
    holder.classList.toggle('plain', !view.gridlines)
    const hidden = new Set(view.hiddenRows)
    const data = Array.from({ length: view.rows }, (_, index) => ({ id: index + 1, r: index + 1 })).filter(
      ({ r }) => !hidden.has(r),
    )
    lines = {
      rows: data.map(({ r }) => r).filter((r) => r > view.frozenRows),
      columns: view.widths.flatMap((width, index) => (width > 0 ? [index + 1] : [])),
    }
    const columns = view.widths.map(
      (width, index): ColumnDefinition => ({
        title: columnLetters(index + 1),
        field: `c${index + 1}`,
        width: Math.max(1, width),
        visible: width > 0,
        frozen: index < view.frozenColumns,
        headerSort: false,
        resizable: false,
        formatter: (cell) => drawCell(model!, cell.getRow().getData().r, index + 1, hooks.tick),
        editor,
      }),
    )
    const made = newTable(holder, {
      data,
      columns,
      index: 'id',
      height: '100%',
      layout: 'fitData',
      renderHorizontal: 'basic',
      rowHeight: 22,
      frozenRows: view.frozenRows,
      textDirection: view.rightToLeft ? 'rtl' : 'ltr',
      selectableRange: 1,
      selectableRangeColumns: true,
      selectableRangeRows: true,
      selectableRangeClearCells: false,
      selectableRangeAutoFocus: false,
      editTriggerEvent: 'dblclick',
      clipboard: false,
      rowHeader: {
        title: '',
        field: 'r',
        width: 46,
        resizable: false,
        frozen: true,
        headerSort: false,
        hozAlign: 'center',
        cssClass: 'row-number',
      },
      rowFormatter: (row: RowComponent) => {
        const height = new Map(view.heights).get(row.getData().r)
        if (height) row.getElement().style.minHeight = `${height}px`
      },
      columnDefaults: { headerSort: false },
    })
    table = made
    made.on('tableBuilt', () => {
      if (table !== made) return
      built = true
      select(view.selection)
      label(holder)
    })
    made.on('rangeChanged', rangeMoved)
    made.on('rangeAdded', rangeMoved)
  }

  const grid: Grid = {
    show: (view) => {
      if (editing && view.id === model?.view.id) {
        waiting = view
        return
      }
      const before = model?.view
      model = modelOf(view)
      if (!before || !table || needsRebuild(before, view)) {
        selection = start
        build(view)
        return
      }
      redraw(table, before, model)
      const asked = JSON.stringify(view.selection)
      if (view.scripted && asked !== JSON.stringify(before.selection) && asked !== JSON.stringify(selection))
        select(view.selection, true)
    },
    model: () => model,
    selection: () => selection,
    select,
    edit: (typed) => {
      first = typed
      const cell = cellOf(selection.row, selection.column)
      if (cell) cell.edit(true)
      first = undefined
    },
    focus: () => holder.querySelector<HTMLElement>('.tabulator-tableholder')?.focus({ preventScroll: true }),
  }
  return grid
}

function belowFrozen(box: Box, frozenRows: number): Box {
  const row = Math.max(box.row, frozenRows + 1)
  return { ...box, row, rows: box.row + box.rows - row }
}

/** Draws again only the rows whose cells differ. */
function redraw(table: Table, before: SheetView, after: Model): void {
  const lines = (view: SheetView) => {
    const texts = new Map<number, string>()
    for (const [row, column, text, style, extra] of view.cells)
      texts.set(
        row,
        `${texts.get(row) ?? ''}|${column} ${text} ${view.styles[style] ?? ''} ${extra ? JSON.stringify(extra) : ''}`,
      )
    return texts
  }
  const merged = JSON.stringify(before.merges) !== JSON.stringify(after.view.merges)
  const [old, now] = [lines(before), lines(after.view)]
  for (const row of table.getRows()) {
    const { r } = row.getData()
    if (merged || old.get(r) !== now.get(r)) row.reformat()
  }
}

/** Names what the library leaves unnamed for assistive technology, and mends the roles of its inner boxes. */
function label(holder: HTMLElement): void {
  holder.setAttribute('aria-label', 'Cells')
  holder.removeAttribute('aria-owns')
  const scroller = holder.querySelector('.tabulator-tableholder')
  scroller?.setAttribute('role', 'rowgroup')
  scroller?.setAttribute('aria-label', 'Cells')
  holder.querySelector('.tabulator-table')?.setAttribute('role', 'presentation')
  const corner = holder.querySelector('.tabulator-col.row-number')
  corner?.setAttribute('role', 'presentation')
  corner?.removeAttribute('aria-sort')
}

/** Brings a cell into view sideways, clear of the row numbers. */
function revealColumn(holder: HTMLElement, cell: CellComponent | null): void {
  const scroller = holder.querySelector('.tabulator-tableholder')
  const element = cell?.getElement()
  if (!scroller || !element) return
  const [room, box] = [scroller.getBoundingClientRect(), element.getBoundingClientRect()]
  if (box.left < room.left + 46) scroller.scrollLeft -= room.left + 46 - box.left
  else if (box.right > room.right) scroller.scrollLeft += box.right - room.right + 16
}
