// The rows of a table with their types, a page of them at a time; every cell can be opened to see where it comes from.
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { lookAt } from '../actions/find-evidence.ts'
import { useApp } from '../app-context.ts'
import { drawnRows, focusCard, focusCell, gridId } from '../cell-focus.ts'
import { isNumber, typeBadge } from '../format-cell.ts'
import { moveInGrid } from '../move-in-grid.ts'
import type { Looked } from '../state.ts'
import type { TableView } from '../transcript.ts'
import { grouped } from '../words.ts'
import { GridRow } from './grid-row.tsx'

const drawnColumns = 40

/** Milliseconds that the pointer rests on a cell before it counts as looking at it. */
const rest = 350

type TableGridProps = { entryId: string; table: TableView; locale: string; looked: Looked | null }

export function TableGrid({ entryId, table, locale, looked }: TableGridProps) {
  const app = useApp()
  const hover = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(hover.current), [])
  const start = looked === null ? 0 : Math.floor(looked.row / drawnRows) * drawnRows
  const rows = table.rows.slice(start, start + drawnRows)
  const columns = useMemo(() => table.columns.slice(0, drawnColumns), [table.columns])
  const current = looked ?? { row: 0, column: 0 }

  const placeOf = (target: EventTarget | null) => {
    const cell = target instanceof Element ? target.closest('td') : null
    const row = cell?.closest('tr')
    return cell && row ? { row: start + row.sectionRowIndex, column: cell.cellIndex } : null
  }
  const look = (target: EventTarget | null, held: boolean) => {
    clearTimeout(hover.current)
    const place = placeOf(target)
    const now = app.store.get().looked
    if (place === null || (!held && now?.held)) return
    if (now?.tableId === table.id && now.row === place.row && now.column === place.column && now.held === held) return
    lookAt(app, { ...place, entryId, tableId: table.id, held })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const now = app.store.get().looked
    // A key that is held comes faster than the focus follows.
    const place = now?.held && now.tableId === table.id && now.entryId === entryId ? now : placeOf(event.target)
    if (place === null) return
    const { rows: all } = table
    const next = moveInGrid(event, place, { rows: all.length, columns: columns.length, page: drawnRows })
    if (next !== null) {
      event.preventDefault()
      lookAt(app, { ...next, entryId, tableId: table.id, held: true })
      // The cell may be on another page, which is drawn first.
      requestAnimationFrame(() => focusCell(entryId, table.id, next))
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      look(event.target, true)
      requestAnimationFrame(() => focusCard(entryId, table.id))
    }
  }
  return (
    <>
      <section class="grid tall" aria-label={`Rows of ${table.title || 'the table'}`}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: it is moved in by the arrow keys, as a grid is. */}
        <table role="grid" aria-rowcount={table.count + 1} aria-colcount={table.columns.length}>
          <thead>
            <tr>
              {columns.map((column) => {
                const badge = typeBadge(column)
                return (
                  <th key={column.key} scope="col" dir="auto" class={isNumber(column.type) ? 'n' : undefined}>
                    {column.formula !== undefined && <span title="Computed by a formula">{'\u0192'} </span>}
                    {column.name}
                    <i title={badge.words} aria-label={badge.words} role="img">
                      {badge.sign}
                    </i>
                  </th>
                )
              })}
            </tr>
          </thead>
          <tbody
            id={gridId(entryId, table.id)}
            onKeyDown={onKeyDown}
            onFocusIn={(event) => look(event.target, true)}
            onClick={(event) => look(event.target, true)}
            onPointerOver={({ target, pointerType }) => {
              clearTimeout(hover.current)
              // A finger does not hover: it taps.
              if (pointerType === 'touch') return
              hover.current = setTimeout(() => look(target, false), rest)
            }}
            onPointerLeave={() => clearTimeout(hover.current)}
          >
            {rows.map((row, at) => {
              const index = start + at
              return (
                <GridRow
                  key={index}
                  index={index}
                  cells={row}
                  marks={table.evidence[index] ?? null}
                  columns={columns}
                  locale={locale}
                  stop={current.row === index ? current.column : -1}
                  open={looked !== null && looked.row === index}
                />
              )
            })}
          </tbody>
        </table>
      </section>
      <RestLine
        table={table}
        start={start}
        drawn={rows.length}
        columns={columns.length}
        onFirst={() => lookAt(app, null)}
      />
    </>
  )
}

type RestLineProps = { table: TableView; start: number; drawn: number; columns: number; onFirst: () => void }

/** What the grid leaves out, in words. */
function RestLine({ table, start, drawn, columns, onFirst }: RestLineProps) {
  const rest = table.count - start - drawn
  const restColumns = table.columns.length - columns
  const parts = [
    start > 0 ? `Rows ${grouped(start + 1)}\u2013${grouped(start + drawn)} of ${grouped(table.count)}` : '',
    start === 0 && rest > 0 ? `and ${grouped(rest)} more ${rest === 1 ? 'row' : 'rows'}` : '',
    restColumns > 0 ? `${grouped(restColumns)} more columns` : '',
  ].filter((part) => part !== '')
  if (parts.length === 0 || drawn === 0) return null
  return (
    <p class="more">
      {parts.join(', ')}
      {start > 0 && (
        <>
          {' '}
          <button type="button" class="link" onClick={onFirst}>
            First rows
          </button>
        </>
      )}
    </p>
  )
}
