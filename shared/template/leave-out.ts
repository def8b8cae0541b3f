// A fitted table without rows that were decided to stay out once their place was known.
import type { FittedTable } from './fitted-table.ts'

/** `out` are rows by their places in the table; those that are not in it count for nothing. */
export function leaveOut(fitted: FittedTable, out: ReadonlySet<number>): FittedTable {
  if (out.size === 0) return fitted
  const kept = fitted.source_rows.flatMap((row, index) => (out.has(row) ? [] : [index]))
  if (kept.length === fitted.rows) return fitted
  return {
    ...fitted,
    rows: kept.length,
    source_rows: kept.map((index) => fitted.source_rows[index]!),
    left_out: fitted.left_out + fitted.rows - kept.length,
    totals: kept.length > 0 ? fitted.totals : null,
    columns: fitted.columns.map((column) => ({
      ...column,
      values: kept.map((index) => column.values[index]!),
      formula_rows: column.formula_rows && Uint8Array.from(kept, (index) => column.formula_rows?.[index] ?? 0),
    })),
  }
}
