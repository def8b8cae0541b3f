// Puts rows in order by typed columns, and tells which of them say the same.
import type { Cell } from '../../shared/table/table.ts'

/** A text as it is compared: width, case and spaces do not count. */
export const foldText = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

const nine = '9'.charCodeAt(0)
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
      // Most texts begin with no digit, and a look costs less than a pattern.
      if (a.charCodeAt(0) <= nine && isIso.test(a) && isIso.test(b)) return a < b ? -1 : a > b ? 1 : 0
      return collator.compare(a, b)
    }
    return rank(a) - rank(b) || Number(a) - Number(b)
  }
}

export type SortKey = { at: number; descending: boolean }

/** So many rows are sorted or merged before other work gets its turn. */
const runRows = 5000

const othersFirst = () => new Promise(setImmediate)

/** The rows in order; equal ones stay as they were, empty cells come last either way. A million take a while: others go on. */
export async function sortRows<T>(
  rows: T[],
  cellsOf: (row: T) => Cell[],
  keys: SortKey[],
  locale: string | undefined,
): Promise<T[]> {
  const compareCells = cellComparer(locale)
  const compare = (left: T, right: T): number => {
    for (const { at, descending } of keys) {
      const [a, b] = [cellsOf(left)[at] ?? null, cellsOf(right)[at] ?? null]
      if (isEmpty(a) || isEmpty(b)) {
        if (isEmpty(a) && isEmpty(b)) continue
        return isEmpty(a) ? 1 : -1
      }
      const order = compareCells(a, b)
      if (order !== 0) return descending ? -order : order
    }
    return 0
  }
  let runs: T[][] = []
  for (let at = 0; at < rows.length; at += runRows) {
    runs.push(rows.slice(at, at + runRows).sort(compare))
    await othersFirst()
  }
  while (runs.length > 1) {
    const merged: T[][] = []
    for (let at = 0; at < runs.length; at += 2) merged.push(await merge(runs[at]!, runs[at + 1] ?? [], compare))
    runs = merged
  }
  return runs[0] ?? []
}

/** Of equal rows the left one goes first. */
async function merge<T>(left: T[], right: T[], compare: (a: T, b: T) => number): Promise<T[]> {
  if (right.length === 0) return left
  const merged: T[] = []
  let [at, beside] = [0, 0]
  while (at < left.length || beside < right.length) {
    const takeLeft = beside >= right.length || (at < left.length && compare(left[at]!, right[beside]!) <= 0)
    merged.push(takeLeft ? left[at++]! : right[beside++]!)
    if (merged.length % runRows === 0) await othersFirst()
  }
  return merged
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
