// Row expressions such as `quantity * unit_price`: parsed once, rendered to A1 formulas, evaluated for previews.
import { toCell, toValue } from './compute/cells.ts'
import { compile } from './compute/evaluate.ts'
import { typeOfNode, type ValueType } from './compute/infer-type.ts'
import { withLiteralDays } from './compute/literal-days.ts'
import { ExpressionError, type Node, visit } from './compute/node.ts'
import { parseExpression } from './compute/parse.ts'
import { type FormulaDialect, writeExpression, writeKey } from './compute/render.ts'
import type { NamedColumn } from './compute/resolve.ts'
import { isFault } from './compute/values.ts'
import type { Cell, Column } from './table.ts'

export { ExpressionError } from './compute/node.ts'
export type { FormulaDialect } from './compute/render.ts'

const plainDialect: FormulaDialect = { separator: ',', decimalPoint: true }

function keysOf(root: Node): string[] {
  const keys = new Set<string>()
  visit(root, (node) => {
    if (node.kind === 'column') keys.add(node.key)
  })
  return [...keys]
}

/** The column keys an expression stands on. Throws `ExpressionError`. */
export function expressionKeys(expression: string): string[] {
  return keysOf(parseExpression(expression))
}

/** Tables keep the values of their formulas, which must not be others tomorrow; a template's rules may ask for the day. */
function refuseToday(root: Node): void {
  visit(root, (node) => {
    if (node.kind === 'call' && node.name === 'TODAY')
      throw new ExpressionError(
        'TODAY changes whenever the sheet is opened; compare with a day such as DATE(2026,1,31).',
        0,
      )
  })
}

/**
 * An expression that names columns by key or by name, as it is stored: over their keys, and with days for the texts that
 * days are compared with. Throws `ExpressionError`, also
 * for a column that is not one of `columns`, and for what gives another value on another day.
 */
export function storedExpression(expression: string, columns: readonly NamedColumn[]): string {
  const root = parseExpression(expression, columns)
  refuseToday(root)
  return writeExpression(withLiteralDays(root, columns), writeKey, plainDialect)
}

/** An expression over other keys; null when one of its keys has no other. Throws `ExpressionError`. */
export function rekeyExpression(expression: string, keyOf: (key: string) => string | undefined): string | null {
  const root = parseExpression(expression)
  const keys = new Map(keysOf(root).map((key) => [key, keyOf(key)]))
  if ([...keys.values()].includes(undefined)) return null
  return writeExpression(root, (key) => writeKey(keys.get(key) ?? key), plainDialect)
}

/** An expression over keys with the names of the columns in brackets, for people. Throws `ExpressionError`. */
export function namedExpression(expression: string, columns: readonly NamedColumn[]): string {
  const nameOf = (key: string) => columns.find((column) => column.key === key)?.name || key
  return writeExpression(
    parseExpression(expression, columns),
    (key) => `[${nameOf(key).replaceAll(']', ']]')}]`,
    plainDialect,
  )
}

/**
 * What an expression says by itself, for who has to judge it: its texts one after the other as they are written, and
 * each of its parts as it comes out where every column is empty. Throws `ExpressionError`.
 */
export function expressionTexts(expression: string): string[] {
  const root = parseExpression(expression)
  const written: string[] = []
  const results: string[] = []
  visit(root, (node) => {
    if (node.kind === 'text') written.push(node.value)
    if (node.kind !== 'call' && node.kind !== 'binary') return
    const result = compile(node, [], plainDialect)([])
    if (typeof result === 'string') results.push(result)
  })
  return [written.join(''), ...results]
}

/** What kind of values an expression gives. Throws `ExpressionError`. */
export function expressionType(expression: string, columns: readonly Column[]): ValueType {
  return typeOfNode(parseExpression(expression, columns), columns)
}

/**
 * Makes the renderer of one expression, so that a column of many rows parses it once. The renderer takes the column
 * letters by key and the row (1-based) and answers with the formula, starting with `=`. Throws `ExpressionError` when
 * the expression cannot be read, names a key that has no letter, or says what the dialect cannot.
 */
export function formulaRenderer(expression: string, dialect = plainDialect) {
  const root = parseExpression(expression)
  return (letters: Record<string, string>, row: number): string => {
    const column = (key: string) => {
      const letter: unknown = Object.hasOwn(letters, key) ? letters[key] : undefined
      if (typeof letter !== 'string') throw new ExpressionError(`The column “${key}” is not in the table.`, 0)
      return `${letter}${row}`
    }
    return `=${writeExpression(root, column, dialect)}`
  }
}

/** What a formula gives in one row: `why` says in words why the sheet would show an error, and is null otherwise. */
export type Computed = { value: Cell; why: string | null }

/**
 * Makes the evaluator of one expression over keys. It takes a row of the table and answers with what the sheet would
 * show, as a cell of the column type `of`. Throws `ExpressionError` when the expression cannot be read.
 */
export function rowEvaluator(
  expression: string,
  columns: readonly Column[],
  of: ValueType,
  { decimalPoint } = plainDialect,
): (row: readonly Cell[]) => Computed {
  const root = parseExpression(expression, columns)
  const keys = keysOf(root)
  const places = keys.map((key) => columns.findIndex((column) => column.key === key))
  const evaluate = compile(root, keys, { decimalPoint })
  return (row) => {
    const result = evaluate(places.map((at) => toValue(row[at] ?? null, columns[at]!.type)))
    return { value: toCell(result, of.type), why: isFault(result) ? result.why : null }
  }
}

/**
 * Like `rowEvaluator`, for values by column key that are as the sheet holds them (dates as serial numbers): the result
 * is too. Null is an empty cell, or one where the sheet would show an error; `onFault` is told of the latter.
 */
export function expressionEvaluator(expression: string, { decimalPoint } = plainDialect, onFault?: () => void) {
  const root = parseExpression(expression)
  const keys = keysOf(root)
  const evaluate = compile(root, keys, { decimalPoint })
  return (values: Record<string, Cell | undefined>): Cell => {
    const result = evaluate(keys.map((key) => (Object.hasOwn(values, key) ? (values[key] ?? null) : null)))
    if (!isFault(result)) return result
    onFault?.()
    return null
  }
}
