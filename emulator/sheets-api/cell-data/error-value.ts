// What is wrong with a formula, in Google's words where it is known which words they are.
import { readBox } from '../../workbook/address.ts'
import { cellAt } from '../../workbook/cells.ts'
import { valueAt } from '../../workbook/display.ts'
import { mapReferences } from '../../workbook/formula-references.ts'
import type { JsonObject } from '../../workbook/sheet-objects.ts'
import type { CellValue, Sheet, Workbook } from '../../workbook/workbook.ts'

const errors: Record<string, [string, string]> = {
  '#ERROR!': ['ERROR', 'Formula parse error.'],
  '#NULL!': ['NULL_VALUE', 'The ranges do not intersect.'],
  '#DIV/0!': ['DIVIDE_BY_ZERO', 'Function DIVIDE parameter 2 cannot be zero.'],
  '#VALUE!': ['VALUE', 'A parameter is of the wrong type.'],
  '#REF!': ['REF', 'Reference does not exist.'],
  '#NAME?': ['NAME', 'Unknown function or range name.'],
  '#NUM!': ['NUM', 'A number is out of range.'],
  '#N/A': ['N_A', 'The value is not available.'],
}
const operators: Record<string, string> = { '+': 'ADD', '-': 'MINUS', '*': 'MULTIPLY', '/': 'DIVIDE' }
const operand = '("(?:[^"]|"")*"|[^\\s()+\\-*/&,"]+)'
const operation = new RegExp(`^=\\s*${operand}\\s*([-+*/])\\s*${operand}\\s*$`)
const lookup = /^=\s*(VLOOKUP|HLOOKUP|MATCH|LOOKUP)\(\s*("(?:[^"]|"")*"|[^,()"]+),/i

/** The `ErrorValue` of a formula's result; undefined for a value that is none. */
export function errorValue(
  book: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
  value: CellValue,
): JsonObject | undefined {
  const error = typeof value === 'string' ? errors[value] : undefined
  if (!error) return undefined
  const formula = cellAt(sheet, row, column)?.formula ?? ''
  const [type, general] = error
  const message = (messages[type] ?? (() => null))(formula, (term) => termValue(book, sheet, term), sheet) ?? general
  return { type, ...(message ? { message } : {}) }
}

type Asked = (formula: string, look: (term: string) => CellValue, sheet: Sheet) => string | null

const messages: Record<string, Asked> = {
  NAME: (formula) => {
    const plain = formula.replace(/"(?:[^"]|"")*"/g, '""')
    const calls = [...plain.matchAll(/([\p{L}_][\p{L}\p{N}_.]*)\(/gu)].map(([, name]) => name!)
    if (calls.length === 1) return `Unknown function: '${calls[0]}'.`
    const name = /^=\s*([\p{L}_][\p{L}\p{N}_.]*)\s*$/u.exec(mapReferences(plain, () => ''))?.[1]
    return calls.length === 0 && name ? `Unknown range name: '${name.toUpperCase()}'.` : null
  },
  N_A: (formula, look) => {
    if (/^=\s*NA\(\s*\)\s*$/i.test(formula)) return ''
    if (/^=\s*LAMBDA\(/i.test(formula))
      return 'Function LAMBDA should be followed by a call containing the actual values.'
    const [, name, term] = lookup.exec(formula) ?? []
    return name ? `Did not find value '${look(term!) ?? ''}' in ${name.toUpperCase()} evaluation.` : null
  },
  NUM: (formula, look) => {
    const inside = /^=\s*SQRT\(([^()]*)\)\s*$/i.exec(formula)?.[1]
    return inside && Number(look(inside)) < 0
      ? 'Function SQRT parameter 1 value is negative. It should be positive or zero.'
      : null
  },
  VALUE: (formula, look) => {
    const [, left, sign, right] = operation.exec(formula) ?? []
    for (const [index, term] of [left, right].entries()) {
      const value = term === undefined ? null : look(term)
      if (typeof value === 'string' && Number.isNaN(Number(value || 'no number')))
        return `Function ${operators[sign!]} parameter ${index + 1} expects number values. But '${value}' is a text and cannot be coerced to a number.`
    }
    return null
  },
}

/** The value of a text or number in quotes or digits, or of one cell of the sheet. */
function termValue(book: Workbook, sheet: Sheet, term: string): CellValue {
  const word = term.trim()
  if (word.startsWith('"')) return word.slice(1, -1).replaceAll('""', '"')
  if (/^-?[\d.]+$/.test(word)) return Number(word)
  const box = /^\$?[A-Z]{1,3}\$?\d+$/i.test(word) ? readBox(word.replaceAll('$', ''), sheet) : null
  return box ? valueAt(book, sheet, box.row, box.column) : null
}
