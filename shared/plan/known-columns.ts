// Puts the columns of a fitted table to those of a table in the sheet.
import type { FittedColumn, FittedTable } from '../template/fitted-table.ts'
import { normaliseHeader } from '../template/header-name.ts'
import { lostNote, planColumn } from './draft.ts'
import type { KnownNow } from './find-known.ts'
import { type PlacedColumn, placeColumns } from './placed-column.ts'
import type { PlanColumn } from './sheet-plan.ts'
import { isBlockFilled, windowEnd } from './sheet-window.ts'

/**
 * `added` are new columns, right of the table; `width` is that of the table with them. `columns` describes the table
 * afterwards, `key` the columns that name its rows.
 */
export type KnownPlaces = {
  placed: PlacedColumn[]
  added: PlacedColumn[]
  width: number
  columns: PlanColumn[]
  notes: string[]
}

const quoted = (names: string[]) => names.map((name) => `“${name}”`).join(', ')

/** The sheet's column for each fitted one: by key, by the table's column it showed, by header. */
function matchKnown(fitted: FittedColumn[], { anchor, columns, gone }: KnownNow) {
  const places = new Map<FittedColumn, number>()
  const taken = new Set<number>()
  const put = (each: FittedColumn, column: number | undefined) => {
    if (column === undefined || places.has(each) || taken.has(column)) return
    places.set(each, column)
    taken.add(column)
  }
  for (const each of fitted) put(each, columns.find(({ key }) => key === each.key)?.column)
  const missing = new Set(gone.map(({ key }) => key))
  for (const each of fitted) {
    if (places.has(each) || missing.has(each.key) || each.from === null) continue
    const key = anchor.columns.find(({ from }) => from === each.from)?.key
    if (key !== undefined) put(each, columns.find((column) => column.key === key)?.column)
  }
  for (const each of fitted) {
    if (places.has(each) || missing.has(each.key)) continue
    const name = normaliseHeader(each.header)
    if (name === '') continue
    put(each, columns.find(({ header, column }) => !taken.has(column) && normaliseHeader(header) === name)?.column)
  }
  return { places, lost: fitted.filter((each) => !places.has(each) && missing.has(each.key)) }
}

/** Columns right of the table that are free down to row `last`; the ones right beside it when none that were read are. */
function freeColumns({ sheet, left, width, header }: KnownNow, count: number, last: number): number[] {
  const read = windowEnd(sheet.window).column
  const isRead = (column: number) => column < read || column > sheet.columns
  const run = (column: number) => Array.from({ length: count }, (_, at) => column + at)
  for (let column = left + width; run(column).every(isRead) && column <= read; column++) {
    const block = { row: header, column, rows: last - header + 1, columns: count }
    if (!isBlockFilled(sheet.window, block)) return run(column)
  }
  return run(left + width)
}

/** `last` is the last row that the table may have afterwards. */
export function placeInKnown(fitted: FittedTable, known: KnownNow, last: number): KnownPlaces {
  const { places, lost } = matchKnown(fitted.columns, known)
  const fresh = fitted.columns.filter((each) => !places.has(each) && !lost.includes(each))
  const free = fresh.length > 0 ? freeColumns(known, fresh.length, last) : []
  fresh.forEach((each, at) => {
    places.set(each, free[at]!)
  })
  const list = fitted.columns.flatMap((each) => {
    const column = places.get(each)
    return column === undefined ? [] : [{ fitted: each, column }]
  })
  const { placed, lost: unwritable } = placeColumns(fitted, list)
  const added = placed.filter((each) => fresh.includes(each.fitted))
  const width = Math.max(known.width, ...added.map(({ column }) => column - known.left + 1))

  const notes = [...known.notes, ...lostNote(unwritable)]
  if (lost.length > 0)
    notes.push(`No longer in the sheet, so not written: ${quoted(lost.map(({ header }) => header))}.`)
  if (added.length > 0) notes.push(`New at the right of the table: ${quoted(added.map((each) => each.fitted.header))}.`)
  const own = new Set(placed.map(({ column }) => column))
  const kept = known.columns.filter(({ column, header }) => !own.has(column) && header !== '')
  if (kept.length > 0) notes.push(`Columns that stay as they are: ${quoted(kept.map(({ header }) => header))}.`)
  return { placed, added, width, columns: columnsAfter(known, placed), notes }
}

/** The columns of the table in the sheet's order: those that were known, and those that are written now. */
function columnsAfter(known: KnownNow, placed: PlacedColumn[]): PlanColumn[] {
  const byColumn = new Map<number, PlanColumn>()
  for (const { key, header, column } of known.columns) {
    const was = key === null ? undefined : known.anchor.columns.find((each) => each.key === key)
    if (was) byColumn.set(column, { key: was.key, header, from: was.from, computed: false })
  }
  for (const each of placed) {
    const was = byColumn.get(each.column)
    const { key, header, ...rest } = planColumn(each)
    byColumn.set(each.column, { ...rest, key: was?.key ?? key, header: was?.header ?? header })
  }
  return [...byColumn].sort(([a], [b]) => a - b).map(([, column]) => column)
}
