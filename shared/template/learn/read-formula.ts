// Reads a formula of the sheet back into a row expression over column keys.
import { ExpressionError, expressionKeys, rekeyExpression } from '../../table/compute.ts'
import { formulaDialect } from '../formula-dialect.ts'

/** `keys` has the key of each column of the sheet by its letters; a formula of `row` may name cells of that row only. */
export type FormulaPlace = { keys: ReadonlyMap<string, string>; row: number; locale: string }

const piece =
  /"(?:[^"]|"")*"|\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?(?![\w(!.])|\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?|(TRUE|FALSE)\(\)|[\p{L}_][\p{L}\p{N}_.]*(?=\()|[\p{L}_][\p{L}\p{N}_.]*|[;,]|[-+*/^&=<>()%\s]/giuy

const letterValue = (letters: string) =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

/** The columns from one to another as arguments: `B2:D2` sums what stands in three columns. */
function across(from: string, to: string, keys: ReadonlyMap<string, string>): string | null {
  const [first, last] = [letterValue(from), letterValue(to)].sort((a, b) => a - b) as [number, number]
  const found = [...keys].filter(([letters]) => letterValue(letters) >= first && letterValue(letters) <= last)
  return found.length === last - first + 1 ? found.map(([, key]) => `[${key}]`).join(', ') : null
}

/**
 * The expression that gives a formula in its row, in the writing in which templates keep them, or null when it is none:
 * it names other rows, other sheets or what no row expression knows.
 */
export function readFormula(formula: string, { keys, row, locale }: FormulaPlace): string | null {
  const { separator } = formulaDialect(locale)
  const text = formula.replace(/^=\s*/, '')
  let written = ''
  piece.lastIndex = 0
  while (piece.lastIndex < text.length) {
    const match = piece.exec(text)
    if (!match) return null
    const [found, column, at, toColumn, toAt, truth] = match
    if (column !== undefined) {
      if (Number(at) !== row || (toAt !== undefined && Number(toAt) !== row)) return null
      const key = keys.get(column.toUpperCase())
      const named = toColumn === undefined ? (key === undefined ? null : `[${key}]`) : across(column, toColumn, keys)
      if (named === null) return null
      written += named
    } else if (truth !== undefined) written += truth
    else if (found === ';' || found === ',') {
      if (found !== separator) return null
      written += ','
    } else written += /^\d/.test(found) ? found.replace(',', '.') : found
  }
  try {
    const known = new Set(keys.values())
    if (expressionKeys(written).some((key) => !known.has(key))) return null
    return rekeyExpression(written, (key) => key)
  } catch (error) {
    if (error instanceof ExpressionError) return null
    throw error
  }
}

/** The one row that all cells of a formula are in, or null. */
export function rowOfFormula(formula: string): number | null {
  const rows = new Set<number>()
  for (const [, , at, , toAt] of formula.replace(/"(?:[^"]|"")*"/g, '""').matchAll(new RegExp(piece.source, 'giu'))) {
    if (at !== undefined) rows.add(Number(at))
    if (toAt !== undefined) rows.add(Number(toAt))
  }
  return rows.size === 1 ? ([...rows][0] ?? null) : null
}
