// Recognises a last row in which a table sums up its own rows, so that a template's totals do not count it again.
import { isTotalLabel } from '../table/surroundings/read-totals.ts'
import type { Table } from '../table/table.ts'

/** `sums` are the places of the columns whose number is the sum of the rows above; null when not all of the row is that. */
export type OwnTotal = { label: string; sums: number[] | null }

/** Half a cent, and the dust that adding up leaves. */
function isSum(stated: number, summed: number): boolean {
  return Math.abs(stated - summed) <= 0.005 + Math.abs(summed) * 1e-9
}

/** The table's own total, or null when its last row is a row like the others. */
export function findOwnTotal({ rows }: Table): OwnTotal | null {
  const last = rows.at(-1)
  if (!last || rows.length < 2) return null
  const filled = last.flatMap((value, at) => (value === null || value === '' ? [] : [{ value, at }]))
  const [first, ...others] = filled
  if (typeof first?.value !== 'string' || !isTotalLabel(first.value)) return null
  if (!others.some(({ value }) => /\d/.test(String(value)))) return null
  const above = rows.slice(0, -1)
  const agrees = others.every(({ value, at }) => {
    const numbers = above.map((row) => row[at]).filter((cell) => typeof cell === 'number')
    return (
      typeof value === 'number' &&
      numbers.length > 0 &&
      isSum(
        value,
        numbers.reduce((sum, each) => sum + each, 0),
      )
    )
  })
  return { label: first.value.trim(), sums: agrees ? others.map(({ at }) => at) : null }
}
