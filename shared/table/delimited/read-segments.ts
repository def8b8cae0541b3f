// Parts the records of one delimited text where one table ends and the next begins.
import { cellKind } from '../surroundings/read-cell-kind.ts'
import { isHeaderLike } from '../surroundings/read-header.ts'
import type { Cut } from './read-cut.ts'

const pageLine =
  /^[\s\f"*=-]*(?:page|seite|página|pagina|pag\.?|strona|sayfa|sida|side|str\.?|страница|стр\.?|第|頁|页|ページ|الصفحة|صفحة)\s*[:#]?\s*\d+|^\f/iu

export type Segment = { from: number; to: number; width: number }

/** The stretches of records that are tables of their own, in order, with their usual widths. */
export function findSegments({ rows, widths }: Cut): Segment[] {
  if (widths.size === 1) return [{ from: 0, to: rows.length, width: rows[0]!.length }]
  const bounds = [0]
  let open = 0
  for (let index = 1; index < rows.length; index++) {
    const row = rows[index]!
    if (row.length === 0) continue
    const apart = rows[index - 1]!.length === 0
    if (!apart && row.length === rows[index - 1]!.length) continue
    const head = headBelow(rows, index)
    if (head < 0 || !isNewTable(rows, open, index, head, apart)) continue
    bounds.push(index)
    open = index
    index = head
  }
  return bounds.map((from, at) => {
    const to = bounds[at + 1] ?? rows.length
    return { from, to, width: widthOf(rows, from, to) }
  })
}

/** Whether a record is what a printer puts between two pages: `Page 2 of 7`. */
export function isPageLine(row: string[]): boolean {
  return row.length === 1 && pageLine.test(row[0]!)
}

// The record that could name the columns of a new table: the next of two cells and more, titles passed over.
function headBelow(rows: string[][], index: number): number {
  for (let at = index; at < Math.min(rows.length - 1, index + 5); at++) if (rows[at]!.length > 1) return at
  return -1
}

function isNewTable(rows: string[][], open: number, index: number, head: number, apart: boolean): boolean {
  const names = rows[head]!
  if (!isHeaderLike(names) || rows.slice(index, head).some(isPageLine)) return false
  const next = following(rows, head + 1, 3)
  const even = next.length > 0 && next.every((row) => row.length === names.length)
  if (!even) return false
  const before = preceding(rows, open, index, 3)
  if (before.length < 2) return false
  const width = before[0]!.length
  const steady = before.every((row) => row.length === width)
  const valued = next.some((row, at) => at < 2 && row.some((cell) => cellKind(cell) === 'value'))
  const valuedBefore = before.some((row) => row.some((cell) => cellKind(cell) === 'value'))
  if (!apart) return steady && names.length !== width && names.length > 1 && next.length >= 2 && valued && valuedBefore
  if (names.length !== width) return steady && (next.length >= 2 || valued)
  return valued && valuedBefore
}

function following(rows: string[][], from: number, count: number): string[][] {
  const found: string[][] = []
  for (let at = from; at < rows.length && found.length < count; at++) {
    if (rows[at]!.length === 0) break
    found.push(rows[at]!)
  }
  return found
}

function preceding(rows: string[][], open: number, index: number, count: number): string[][] {
  const found: string[][] = []
  for (let at = index - 1; at >= open && found.length < count && index - at < 10; at--) {
    if (rows[at]!.length > 1) found.push(rows[at]!)
  }
  return found
}

/** Whether the first record is all names and the longest, so that the others may have their empty last cells cut off. */
export function isCutShort(rows: string[][], from: number, to: number): boolean {
  const names = rows[from]
  if (!names || names.length < 3 || to - from < 3 || !isHeaderLike(names) || names.some((name) => name.trim() === ''))
    return false
  let shorter = 0
  for (let index = from + 1; index < to; index++) {
    if (rows[index]!.length > names.length) return false
    if (rows[index]!.length < names.length) shorter++
  }
  return shorter > 0
}

/**
 * Whether the first record is all names and no other is shorter: the delimiter also stands inside of cells, and the
 * records that are as wide as the names show what belongs where.
 */
export function isOverfull(rows: string[][], from: number, to: number): boolean {
  const names = rows[from]
  if (!names || names.length < 4 || !isHeaderLike(names) || names.some((name) => name.trim() === '')) return false
  let exact = 0
  let values = 0
  for (let index = from + 1; index < to; index++) {
    const row = rows[index]!
    if (row.length > 0 && row.length < names.length) return false
    if (row.length !== names.length) continue
    exact++
    if (exact <= 20) values += row.filter((cell) => cellKind(cell) === 'value').length
  }
  return exact >= 5 && exact < to - from - 1 && values >= Math.min(exact, 20) * names.length * 0.3
}

/** The most common number of cells of a record, given how many records have each; of two as common the greater. */
export function usualWidth(widths: Map<number, number>): number {
  let width = 1
  let best = 0
  for (const [cells, count] of widths) {
    const own = cells > 0 ? count * (1 - 1 / (cells + 0.5)) : 0
    if (own > best) [width, best] = [cells, own]
  }
  return width
}

function widthOf(rows: string[][], from: number, to: number): number {
  if (isCutShort(rows, from, to) || isOverfull(rows, from, to)) return rows[from]!.length
  const widths = new Map<number, number>()
  for (let index = from; index < to; index++) {
    const cells = rows[index]!.length
    widths.set(cells, (widths.get(cells) ?? 0) + 1)
  }
  return usualWidth(widths)
}
