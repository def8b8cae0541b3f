// Formulas in R1C1 notation: references by row and column number, relative ones counted from the formula's own cell.
import { columnLetters, quoteSheetName } from './address.ts'
import { type Corner, mapReferences } from './formula-references.ts'

const part = (letter: string, fixed: boolean, line: number, own: number): string => {
  if (fixed) return `${letter}${line}`
  return line === own ? `${letter}[0]` : `${letter}[${line - own}]`
}

/** The formula of the cell at a row and column as R1C1. */
export function toR1C1(formula: string, row: number, column: number): string {
  const corner = (one: Corner) =>
    `${one.row === 0 ? '' : part('R', one.fixedRow, one.row, row)}${part('C', one.fixedColumn, one.column, column)}`
  return mapReferences(formula, ({ sheet, from, to }) => {
    const prefix = sheet === null ? '' : `${quoteSheetName(sheet)}!`
    return `${prefix}${corner(from)}${to ? `:${corner(to)}` : ''}`
  })
}

const token =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\p{N}_.])R(\[-?\d+\]|\d+)?(?:C(\[-?\d+\]|\d+)?)(?![\p{L}\p{N}_(.])/giu

/** An R1C1 formula as the cell at a row and column holds it. */
export function fromR1C1(formula: string, row: number, column: number): string {
  return formula.replaceAll(token, (text, rowPart?: string, columnPart?: string) => {
    if (/^["']/.test(text)) return text
    const [down, right] = [line(rowPart, row), line(columnPart, column)]
    if (down.line < 1 || right.line < 1) return '#REF!'
    return `${right.fixed ? '$' : ''}${columnLetters(right.line)}${down.fixed ? '$' : ''}${down.line}`
  })
}

function line(text: string | undefined, own: number): { line: number; fixed: boolean } {
  if (!text) return { line: own, fixed: false }
  return text.startsWith('[')
    ? { line: own + Number(text.slice(1, -1)), fixed: false }
    : { line: Number(text), fixed: true }
}
