// Finds a table that was written before as it stands in the sheet now: people rename, move, sort, add and delete.
import { normaliseHeader } from '../template/header-name.ts'
import type { TableAnchor } from './anchor.ts'
import type { Place, PlaceSheet, SheetWindow } from './place.ts'
import type { PlanBlock } from './plan-edit.ts'
import { PlanRefusal } from './plan-refusal.ts'
import { formulaAt, isFilled, shownAt, windowEnd } from './sheet-window.ts'
import { isTotalsRow } from './table-totals.ts'

/** A column of the table in the sheet; `key` is null for one that a person has put there. */
export type KnownColumn = { key: string | null; header: string; column: number }

/**
 * The rows of the body go from `first` to `last`, the last in which anything stands (`first - 1` when there is none); up to
 * `end` they are free. `totals` is the totals row. `gone` are columns that nobody finds in the sheet any more.
 */
export type KnownNow = {
  anchor: TableAnchor
  sheet: PlaceSheet
  header: number
  first: number
  last: number
  end: number
  totals: number | null
  left: number
  width: number
  columns: KnownColumn[]
  gone: { key: string; header: string }[]
  notes: string[]
}

const plain = (header: string) => normaliseHeader(header) || header.trim()

function headersIn(window: SheetWindow, row: number, { column, columns }: PlanBlock): string[] {
  return Array.from({ length: columns }, (_, at) => shownAt(window, row, column + at))
}

/** How many of the table's headers stand in a row. */
function hits(headers: string[], wanted: Set<string>): number {
  return new Set(headers.map(plain).filter((header) => wanted.has(header))).size
}

/** The row of the block that names the columns: the first, unless somebody has sorted or moved it away. */
function headerRow(window: SheetWindow, block: PlanBlock, anchor: TableAnchor): number | null {
  const wanted = new Set(anchor.columns.map(({ header }) => plain(header)))
  const enough = Math.max(1, wanted.size / 2)
  let [best, most] = [block.row, hits(headersIn(window, block.row, block), wanted)]
  if (most >= enough) return best
  for (let row = block.row + 1; row < block.row + block.rows; row++) {
    const found = hits(headersIn(window, row, block), wanted)
    if (found > most && found >= enough) [best, most] = [row, found]
  }
  // All headers may have been renamed; a first row that is empty names nothing.
  return most > 0 || headersIn(window, best, block).some((header) => header !== '') ? best : null
}

/** The anchor's columns by header, the same place first; then those between two that were found, in their order. */
function findColumns(headers: string[], anchor: TableAnchor): (number | null)[] {
  const names = headers.map(plain)
  const taken = new Set<number>()
  const found: (number | null)[] = anchor.columns.map(({ header }, at) => {
    if (names[at] !== plain(header)) return null
    taken.add(at)
    return at
  })
  anchor.columns.forEach(({ header }, at) => {
    if (found[at] !== null) return
    const place = names.findIndex((name, index) => name === plain(header) && !taken.has(index))
    if (place < 0) return
    taken.add(place)
    found[at] = place
  })
  const places = found.filter((place) => place !== null)
  if (places.some((place, at) => at > 0 && place < places[at - 1]!)) {
    // Columns were moved: one that stands where it stood, or between the same neighbours, has got another name.
    found.forEach((place, at) => {
      if (place !== null) return
      const [before, after] = [found[at - 1], found[at + 1]]
      const between = before != null && after != null && after - before === 2 ? before + 1 : at
      if (between >= headers.length || taken.has(between)) return
      taken.add(between)
      found[at] = between
    })
    return found
  }
  let from = 0
  let after = -1
  for (let at = 0; at <= found.length; at++) {
    const place = at === found.length ? headers.length : found[at]
    if (place === null || place === undefined) continue
    const lost = Array.from({ length: at - from }, (_, index) => from + index)
    const open = Array.from({ length: place - after - 1 }, (_, index) => after + 1 + index)
    if (lost.length === open.length)
      lost.forEach((index, nth) => {
        found[index] = open[nth] ?? null
      })
    from = at + 1
    after = place
  }
  return found
}

/** Whether a row below the table looks like one of its rows that somebody typed: no note, no heading. */
function looksLikeRow(window: SheetWindow, row: number, columns: number[]): boolean {
  const filled = columns.filter((column) => isFilled(window, row, column)).length
  return filled >= 2 && filled * 3 >= columns.length
}

/** The last row of the body with rows typed right below it; only where all that stands there was read. */
function withTypedRows(sheet: PlaceSheet, end: number, columns: number[]): number {
  const { window } = sheet
  const stop = windowEnd(window).row
  let last = end
  while (last + 1 < stop && looksLikeRow(window, last + 1, columns)) last++
  return last + 1 >= stop && sheet.below ? end : last
}

/** The table that the target names; rows `typed` right below it are its own, if that is wanted. Throws when it is gone. */
export function findKnown({ known, sheet }: Place, { typed }: { typed: boolean }): KnownNow {
  const lost = () =>
    new PlanRefusal(
      'gone',
      'The table is no longer in the spreadsheet.',
      'Its sheet, its range or its header was deleted. Write it to a new sheet or to a cell instead.',
    )
  if (!known || !sheet) throw lost()
  const { anchor, block } = known
  const { window } = sheet
  const header = headerRow(window, block, anchor)
  if (header === null) throw lost()
  const headers = headersIn(window, header, block)
  const found = findColumns(headers, anchor)
  const columns = headers.map((name, at): KnownColumn => {
    const index = found.indexOf(at)
    return { key: index < 0 ? null : (anchor.columns[index]?.key ?? null), header: name, column: block.column + at }
  })
  const own = columns.filter(({ key }) => key !== null).map(({ column }) => column)
  if (own.length === 0) throw lost()
  const bottom = block.row + block.rows - 1
  const formulas = columns.map(({ column }) => formulaAt(window, bottom, column))
  const totals = anchor.totals && bottom > header && isTotalsRow(formulas) ? bottom : null
  let end = totals === null ? bottom : bottom - 1
  if (totals === null && typed) end = withTypedRows(sheet, end, own)
  let last = end
  while (last > header && !columns.some(({ column }) => isFilled(window, last, column))) last--

  const notes: string[] = []
  const gone = anchor.columns
    .filter((_, at) => found[at] === null)
    .map(({ key, header: name }) => ({ key, header: name }))
  anchor.columns.forEach((column, at) => {
    const place = found[at]
    const now = place == null ? null : headers[place]
    if (now != null && plain(now) !== plain(column.header))
      notes.push(`“${column.header}” is called “${now}” in the sheet.`)
  })
  if (end > bottom && last > bottom) {
    const more = last - bottom
    notes.push(
      more === 1
        ? '1 row typed below the table counts as its own.'
        : `${more} rows typed below the table count as its own.`,
    )
  }
  return {
    ...{ anchor, sheet, header, first: header + 1, last, end: Math.max(end, header), totals },
    ...{ left: block.column, width: block.columns, columns, gone, notes },
  }
}
