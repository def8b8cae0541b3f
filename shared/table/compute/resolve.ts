// Finds the column that a row expression, or a tool of the model, means by a name.
import type { ColumnType } from '../table.ts'

/** What a column is known by, and what it holds where that is known. */
export type NamedColumn = { key: string; name: string; type?: ColumnType }

const plain = (name: string) => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
const bare = (name: string) => plain(name).replace(/[^\p{L}\p{M}\p{N}]+/gu, '')

/**
 * The place of the column, or -1: the same name or key first, then the same but for case and spaces, then the same
 * letters and digits where that leaves one column only.
 */
export function findColumn(written: string, columns: readonly NamedColumn[]): number {
  const exact = columns.findIndex(({ name }) => name === written)
  if (exact >= 0) return exact
  const byKey = columns.findIndex(({ key }) => key === written)
  if (byKey >= 0) return byKey
  const loose = plain(written)
  const near = columns.findIndex(({ name, key }) => plain(name) === loose || key === loose)
  if (near >= 0) return near
  const letters = bare(written)
  if (letters === '') return -1
  const alike = columns.flatMap(({ name }, index) => (bare(name) === letters ? [index] : []))
  return alike.length === 1 ? alike[0]! : -1
}

/** The key of the column that an expression names: its key first, since that is what stored expressions use. */
export function findColumnKey(written: string, columns: readonly NamedColumn[]): string | null {
  if (columns.some(({ key }) => key === written)) return written
  return columns[findColumn(written, columns)]?.key ?? null
}
