// Writes a row expression down again: as a formula of a sheet, or as an expression over keys.
import { isPlainPattern } from './format-value.ts'
import { ExpressionError, levels, type Node } from './node.ts'

/** What separates arguments, and whether `.` is the decimal sign, in the formulas of a spreadsheet. */
export type FormulaDialect = { separator: ',' | ';'; decimalPoint: boolean }

const signLevel = levels.length
const valueLevel = signLevel + 1

function precedence(node: Node): number {
  if (node.kind === 'negate') return signLevel
  if (node.kind !== 'binary') return valueLevel
  return levels.findIndex((operators) => operators.includes(node.operator))
}

/** A decimal as a quotient of whole numbers, which reads the same in every locale. */
function quotient(text: string): string {
  const [whole = '', decimals = ''] = text.split('.')
  return `(${`${whole}${decimals}`.replace(/^0+(?=\d)/, '')}/1${'0'.repeat(decimals.length)})`
}

const withZero = (text: string) => (text.startsWith('.') ? `0${text}` : text)

/** The expression with `column` naming its columns. Throws `ExpressionError` for what a dialect cannot say. */
export function writeExpression(root: Node, column: (key: string) => string, dialect: FormulaDialect): string {
  const { decimalPoint, separator } = dialect
  const wrap = (node: Node, least: number) => (precedence(node) < least ? `(${write(node)})` : write(node))
  const write = (node: Node): string => {
    switch (node.kind) {
      case 'number':
        return decimalPoint || !node.text.includes('.') ? withZero(node.text) : quotient(node.text)
      case 'text':
        return `"${node.value.replaceAll('"', '""')}"`
      case 'boolean': {
        const word = node.value ? 'TRUE' : 'FALSE'
        // The bare words are others in other languages; the functions have one name everywhere.
        return decimalPoint ? word : `${word}()`
      }
      case 'column':
        return column(node.key)
      case 'negate':
        return `-${wrap(node.of, valueLevel)}`
      case 'percent':
        return `${wrap(node.of, valueLevel)}%`
      case 'binary': {
        const own = precedence(node)
        return `${wrap(node.left, own)}${node.operator}${wrap(node.right, own + 1)}`
      }
      case 'call': {
        const [, pattern] = node.args
        if (node.name === 'TEXT' && !decimalPoint && pattern?.kind === 'text' && !isPlainPattern(pattern.value))
          throw new ExpressionError('TEXT with decimals is written in another way where decimals have a comma.', 0)
        return `${node.name}(${node.args.map(write).join(separator)})`
      }
    }
  }
  return write(root)
}

const plainKey = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u

/** A key as an expression writes it: in brackets where it is no plain word. */
export const writeKey = (key: string): string =>
  plainKey.test(key) && !/^(?:true|false)$/i.test(key) ? key : `[${key.replaceAll(']', ']]')}]`
