// The order in which a template wants its rows.
import type { SheetValue } from '../plan/place.ts'

type SortKey = { values: readonly SheetValue[]; descending: boolean }

const rank = (value: SheetValue) => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2)

/**
 * Sorts rows as a sheet does: numbers and days, then texts, then FALSE and TRUE, and empty cells last whichever way it goes.
 * Rows that are alike stay as they were. `rows` is sorted in place.
 */
export function orderRows(rows: number[], keys: SortKey[], locale: string): void {
  const collator = collatorOf(locale)
  const compare = (a: SheetValue, b: SheetValue): number => {
    if (typeof a === 'number' && typeof b === 'number') return a - b
    if (typeof a === 'string' && typeof b === 'string') return a === b ? 0 : collator.compare(a, b)
    return rank(a) - rank(b) || Number(a) - Number(b)
  }
  rows.sort((one, other) => {
    for (const { values, descending } of keys) {
      const [a, b] = [values[one] ?? null, values[other] ?? null]
      if (a === null || b === null) {
        if (a !== b) return a === null ? 1 : -1
        continue
      }
      const order = compare(a, b)
      if (order !== 0) return descending ? -order : order
    }
    return 0
  })
}

function collatorOf(locale: string): Intl.Collator {
  try {
    return new Intl.Collator(locale.replace(/_/g, '-'))
  } catch {
    return new Intl.Collator('en')
  }
}
