// Finds column names that are written unlike the records below them: in a comment line, or with another delimiter.
import { cellKind } from '../surroundings/read-cell-kind.ts'
import { hasHeader, isHeaderLike } from '../surroundings/read-header.ts'
import { type Cut, cutRecords } from './read-cut.ts'
import type { Dialect } from './read-dialect.ts'

const delimiters = ['\t', ';', ',', '|', ':', '~', ' ']

/** The names in the comment line right above the record at `first`, or null. */
export function namesInComment(
  cut: Cut,
  from: number,
  first: number,
  width: number,
  dialect: Dialect,
): string[] | null {
  let index = first - 1
  while (index >= from && cut.rows[index]!.length === 0) index--
  const row = index >= from ? cut.rows[index]! : []
  const stripped = (row[0] ?? '').replace(/^\s*(?:#+|\/\/|--|%+|;)\s*/, '')
  if (row.length === 0 || stripped === row[0]) return null
  const rest = row.slice(1)
  const names =
    row.length > 1
      ? stripped === ''
        ? rest
        : [stripped, ...rest]
      : (cutLine(stripped, { ...dialect, repeated: dialect.delimiter === ' ' }) ?? [])
  return names.length === width && isHeaderLike(names) ? names.map((name) => name.trim()) : null
}

/** The names in a line above the first record of `width` cells, cut at whichever other delimiter makes as many. */
export function namesOtherwiseCut(
  text: string,
  cut: Cut,
  index: number,
  width: number,
  dialect: Dialect,
): string[] | null {
  const { rows, starts, ends } = cut
  if (width < 3 || rows[index]!.length === width || rows[index + 1]?.length !== width) return null
  const source = text.slice(starts[index]!, ends[index]!)
  if (source.length > 20_000 || !rows[index + 1]!.some((cell) => cellKind(cell) === 'value')) return null
  if (hasHeader(rows.slice(index + 1, index + 30).filter((row) => row.length === width))) return null
  for (const delimiter of delimiters) {
    if (delimiter === dialect.delimiter || !source.includes(delimiter)) continue
    const names = cutLine(source, { ...dialect, delimiter, spaced: delimiter !== ' ' })
    if (names?.length === width && isHeaderLike(names)) return names
  }
  return null
}

function cutLine(source: string, dialect: Dialect): string[] | null {
  return cutRecords(source, 0, source.length, dialect, 1).rows[0] ?? null
}
