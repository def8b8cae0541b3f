// Puts rows in order by typed columns, and tells which of them say the same.
import type { Cell } from '../../shared/table/table.ts'

/** A text as it is compared: width, case and spaces do not count. */
export const foldText = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

const isEmpty = (cell: Cell) => cell === null || cell === ''
const rank = (cell: Cell) => (typeof cell === 'number' ? 0 : typeof cell === 'boolean' ? 2 : 1)

/** Compares filled cells: numbers, then texts as people sort them (2 before 10), then no before yes; ISO dates are texts. */
export function cellComparer(locale: string | undefined): (a: Cell, b: Cell) => number {
  let collator: Intl.Collator
  try {
    collator = new Intl.Collator(locale?.replace('_', '-'), { numeric: true, sensitivity: 'base' })
  } catch {
    collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
  }
  const isIso = /^\d{4}-\d\d-\d\d|^\d\d:\d\d/
  return (a, b) => {
    if (typeof a === 'string' && typeof b === 'string') {
      if (isIso.test(a) && isIso.test(b)) return a < b ? -1 : a > b ? 1 : 0
      return collator.compare(a, b)
    }
    return rank(a) - rank(b) || Number(a) - Number(b)
  }
}

export type SortKey = { at: number; descending: boolean }

/** The rows in order; equal ones stay as they were, empty cells come last either way. */
export function sortRows<T>(rows: T[], cellsOf: (row: T) => Cell[], keys: SortKey[], locale: string | undefined): T[] {
  const compare = cellComparer(locale)
  return rows.toSorted((left, right) => {
    for (const { at, descending } of keys) {
      const [a, b] = [cellsOf(left)[at] ?? null, cellsOf(right)[at] ?? null]
      if (isEmpty(a) || isEmpty(b)) {
        if (isEmpty(a) && isEmpty(b)) continue
        return isEmpty(a) ? 1 : -1
      }
      const order = compare(a, b)
      if (order !== 0) return descending ? -order : order
    }
    return 0
  })
}

/** What rows have in common when they say the same in these columns. */
export function sameKey(cells: Cell[], places: number[]): string {
  const parts = places.map((at) => {
    const cell = cells[at] ?? null
    if (isEmpty(cell)) return ''
    return typeof cell === 'string' ? `t${foldText(cell)}` : `${typeof cell} ${cell}`
  })
  return parts.length === 1 ? (parts[0] ?? '') : JSON.stringify(parts)
}
