// Finds the references in a formula's text and rewrites them when cells move or a formula is copied.
import { columnLetters, columnNumber, quoteSheetName } from './address.ts'

const token =
  /"(?:[^"]|"")*"|((?:'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?:(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?::(\$?)([A-Za-z]{1,3})(?:(\$?)(\d{1,7}))?)?|(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3}))(?![\p{L}\p{N}_(.!])/gu

/** One end of a reference; row 0 means a whole column. */
export type Corner = { column: number; row: number; fixedColumn: boolean; fixedRow: boolean }
export type Reference = { sheet: string | null; from: Corner; to: Corner | null }

function corner(fixedColumn = '', letters = '', fixedRow = '', row = '0'): Corner {
  return {
    column: columnNumber(letters),
    row: Number(row),
    fixedColumn: fixedColumn === '$',
    fixedRow: fixedRow === '$',
  }
}

/** Rewrites every reference of a formula; `change` returns the new one, its text, or null for `#REF!`. */
export function mapReferences(formula: string, change: (reference: Reference) => Reference | string | null): string {
  return formula.replaceAll(token, (text, ...parts: (string | number | undefined)[]) => {
    if (text.startsWith('"')) return text
    const offset = Number(parts.at(-2))
    if (/[\p{L}\p{N}_.$!']/u.test(formula[offset - 1] ?? '')) return text
    const [sheetPart, c1, l1, r1, n1, c2, l2, r2, n2, c3, l3, c4, l4] = parts.map((part) =>
      typeof part === 'string' ? part : undefined,
    )
    const sheet = sheetPart ? sheetPart.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'") : null
    const reference: Reference =
      l3 === undefined
        ? { sheet, from: corner(c1, l1, r1, n1), to: l2 === undefined ? null : corner(c2, l2, r2, n2) }
        : { sheet, from: corner(c3, l3), to: corner(c4, l4) }
    const changed = change(reference)
    if (typeof changed === 'string') return changed
    return changed ? writeReference(changed) : '#REF!'
  })
}

function writeReference({ sheet, from, to }: Reference): string {
  const prefix = sheet === null ? '' : `${quoteSheetName(sheet)}!`
  return `${prefix}${writeCorner(from)}${to ? `:${writeCorner(to)}` : ''}`
}

function writeCorner({ column, row, fixedColumn, fixedRow }: Corner): string {
  return `${fixedColumn ? '$' : ''}${columnLetters(column)}${row ? `${fixedRow ? '$' : ''}${row}` : ''}`
}

/** The formula as it reads when copied `rows` down and `columns` right; fixed parts stay. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula
  const shift = (one: Corner): Corner | null => {
    const row = one.row === 0 || one.fixedRow ? one.row : one.row + rows
    const column = one.fixedColumn ? one.column : one.column + columns
    return column < 1 || (one.row !== 0 && row < 1) ? null : { ...one, row, column }
  }
  return mapReferences(formula, ({ sheet, from, to }) => {
    const start = shift(from)
    const end = to && shift(to)
    return start && (!to || end) ? { sheet, from: start, to: end } : null
  })
}

/** The formula after a sheet was renamed. */
export function renameInFormula(formula: string, before: string, after: string): string {
  return mapReferences(formula, (reference) =>
    reference.sheet === before ? { ...reference, sheet: after } : reference,
  )
}
