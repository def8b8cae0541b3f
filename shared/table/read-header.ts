// Decides whether the first row of a table names the columns or is data already.
import { readCell } from './parse-cell.ts'
import type { ColumnType } from './table.ts'

// Enough rows to know a column; reading more would not change the answer.
const sampleSize = 60

/** True when the first of `rows` reads as column names against the rows below it. */
export function hasHeader(rows: string[][]): boolean {
  const [first, ...body] = rows.slice(0, sampleSize + 1)
  if (!first || body.length === 0) return false
  if (first.every((cell) => cell.trim() === '') || first.some((cell) => cell.length > 200)) return false
  let score = 0
  let values = 0
  for (const [index, cell] of first.entries()) {
    const own = typeOf(cell)
    const year = /^(?:19|20)\d\d$/.test(cell.trim())
    if (own && !year) values++
    const column = body.map((row) => row[index] ?? '').filter((other) => other.trim() !== '')
    score += compare(cell.trim(), year ? null : own, column)
  }
  if (score !== 0) return score > 0
  if (values > 0) return false
  return !first.some((cell, index) => cell.trim() !== '' && body.some((row) => row[index] === cell))
}

// +1 when the cell stands out from its column like a name, -1 when it is one of its values.
function compare(cell: string, own: ColumnType | null, column: string[]): number {
  if (column.length === 0 || cell === '') return 0
  const types = column.map(typeOf)
  const typed = types.filter((type) => type !== null).length
  if (typed >= column.length * 0.8) {
    if (own === null) return 1
    return types.includes(own) ? -1 : 0
  }
  const shape = shapeOf(cell)
  if (!column.every((other) => shapeOf(other) === shapeOf(column[0]!))) return 0
  // Codes such as SO-1041 share a shape with digits in it; a name above them does not.
  if (!/9/.test(shapeOf(column[0]!))) return 0
  return shape === shapeOf(column[0]!) ? -1 : 1
}

function typeOf(cell: string): ColumnType | null {
  if (/^\s*[\d(+-][\d\s().:/+-]*\d\)?\s*$/.test(cell)) return 'number'
  const type = readCell(cell, {})?.type
  return type === undefined || type === 'text' ? null : type
}

function shapeOf(cell: string): string {
  return cell
    .trim()
    .slice(0, 60)
    .replace(/\d+/g, '9')
    .replace(/\p{L}+/gu, 'a')
}
