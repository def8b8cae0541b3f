// One record of a CSV file (RFC 4180), safe to open in a spreadsheet program.
import type { Cell } from '../../shared/table/table.ts'

/** Signs, digits and what stands between them in telephone numbers: harmless after a plus or a minus. */
const number = /^[+-]?[\d\s().,/-]*$/

/**
 * Whether a spreadsheet program would take the text for a formula: the list of OWASP without what is only a number, so
 * that no telephone number is changed.
 */
export const looksLikeFormula = (text: string): boolean => /^[=@+\-\t\r]/.test(text.trimStart()) && !number.test(text)

function field(cell: Cell, exact: boolean): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return typeof cell === 'boolean' ? (cell ? 'TRUE' : 'FALSE') : String(cell)
  const text = !exact && looksLikeFormula(cell) ? `'${cell}` : cell
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** With its line end. Texts that look like formulas get an apostrophe unless `exact`. */
export const csvLine = (cells: Cell[], exact: boolean): string =>
  // A record of one empty field would be an empty line, which readers skip.
  cells.length === 1 && field(cells[0] ?? null, exact) === ''
    ? '""\r\n'
    : `${cells.map((cell) => field(cell, exact)).join(',')}\r\n`
