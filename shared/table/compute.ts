// Row expressions such as `quantity * unit_price`: parsed once, rendered to A1 formulas, evaluated for previews.
import type { Cell } from './table.ts'

type Operator = '+' | '-' | '*' | '/' | '=' | '<>' | '<' | '<=' | '>' | '>='

type Node =
  | { kind: 'number'; value: number; text: string }
  | { kind: 'column'; key: string }
  | { kind: 'negate'; of: Node }
  | { kind: 'binary'; operator: Operator; left: Node; right: Node }
  | { kind: 'call'; name: FunctionName; args: Node[] }

/** The functions a row expression may use, with the least and the most arguments they take. */
const functions = { IF: [3, 3], ROUND: [1, 2] } as const
type FunctionName = keyof typeof functions

/** A row expression that cannot be read; `at` is the offset of the place that could not. */
export class ExpressionError extends Error {
  readonly at: number
  constructor(message: string, at: number) {
    super(message)
    this.name = 'ExpressionError'
    this.at = at
  }
}

type Token = { text: string; at: number }

const tokenPattern = /\s*(?:(\d+(?:\.\d+)?)|([A-Za-z_][A-Za-z0-9_]*)|(<=|>=|<>|[-+*/=<>(),]))/y

function tokenize(expression: string): Token[] {
  const tokens: Token[] = []
  const end = expression.trimEnd().length
  tokenPattern.lastIndex = 0
  while (tokenPattern.lastIndex < end) {
    const from = tokenPattern.lastIndex
    const match = tokenPattern.exec(expression)
    if (!match) throw new ExpressionError(`“${expression.slice(from).trim()}” is not part of a row expression.`, from)
    const text = match[1] ?? match[2] ?? match[3] ?? ''
    tokens.push({ text, at: tokenPattern.lastIndex - text.length })
  }
  return tokens
}

const levels: Operator[][] = [
  ['=', '<>', '<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/'],
]

/** How long and how deep an expression may be: far above any real one, far below the end of the stack. */
const longest = 500
const deepest = 100

function parse(expression: string): Node {
  const tokens = tokenize(expression)
  if (tokens.length > longest) throw new ExpressionError('The expression is too long.', tokens[longest]?.at ?? 0)
  let position = 0
  let depth = 0
  const peek = () => tokens[position]?.text
  const fail = (what: string): never => {
    throw new ExpressionError(what, tokens[position]?.at ?? expression.length)
  }
  const expect = (text: string) => {
    if (peek() !== text) fail(`“${text}” is missing.`)
    position++
  }

  function parseLevel(level: number): Node {
    const operators = levels[level]
    if (!operators) return parseSign()
    let left = parseLevel(level + 1)
    for (;;) {
      const operator = operators.find((each) => each === peek())
      if (!operator) return left
      position++
      left = { kind: 'binary', operator, left, right: parseLevel(level + 1) }
    }
  }

  function parseSign(): Node {
    if (++depth > deepest) fail('The expression is nested too deeply.')
    const sign = peek()
    const isSign = sign === '-' || sign === '+'
    if (isSign) position++
    const inner = isSign ? parseSign() : parseOne()
    depth--
    return sign === '-' ? { kind: 'negate', of: inner } : inner
  }

  function parseOne(): Node {
    const text = peek() ?? fail('The expression ends too early.')
    if (text === '(') {
      position++
      const inner = parseLevel(0)
      expect(')')
      return inner
    }
    if (/^\d/.test(text)) {
      position++
      return { kind: 'number', value: Number(text), text }
    }
    if (!/^[A-Za-z_]/.test(text)) return fail(`“${text}” stands where a value is expected.`)
    if (tokens[position + 1]?.text === '(') return parseCall(text)
    position++
    return { kind: 'column', key: text }
  }

  function parseCall(written: string): Node {
    const name = written.toUpperCase()
    if (!(name in functions)) fail(`The function “${written}” is not allowed; use IF or ROUND.`)
    const known = name as FunctionName
    position += 2
    const args = [parseLevel(0)]
    while (peek() === ',') {
      position++
      args.push(parseLevel(0))
    }
    const [least, most] = functions[known]
    if (args.length < least || args.length > most) fail(`${name} has the wrong number of arguments.`)
    expect(')')
    return { kind: 'call', name: known, args }
  }

  const node = parseLevel(0)
  if (position < tokens.length) fail(`“${peek()}” is one part too many.`)
  return node
}

function collectKeys(node: Node, into: Set<string>): Set<string> {
  if (node.kind === 'column') into.add(node.key)
  else if (node.kind === 'negate') collectKeys(node.of, into)
  else if (node.kind === 'binary') collectKeys(node.right, collectKeys(node.left, into))
  else if (node.kind === 'call') for (const arg of node.args) collectKeys(arg, into)
  return into
}

/** The column keys an expression stands on. Throws `ExpressionError`. */
export function expressionKeys(expression: string): string[] {
  return [...collectKeys(parse(expression), new Set())]
}

/** What separates arguments, and whether `.` is the decimal sign, in the formulas of a spreadsheet. */
export type FormulaDialect = { separator: ',' | ';'; decimalPoint: boolean }

const plainDialect: FormulaDialect = { separator: ',', decimalPoint: true }

function precedence(node: Node): number {
  if (node.kind !== 'binary') return node.kind === 'negate' ? 3 : 4
  return levels.findIndex((operators) => operators.includes(node.operator))
}

/** A decimal as a quotient of whole numbers, which reads the same in every locale. */
function quotient(text: string): string {
  const [whole = '', decimals = ''] = text.split('.')
  return `(${`${whole}${decimals}`.replace(/^0+(?=\d)/, '')}/1${'0'.repeat(decimals.length)})`
}

/**
 * Makes the renderer of one expression, so that a column of many rows parses it once. The renderer takes the column
 * letters by key and the row (1-based) and answers with the formula, starting with `=`. Throws `ExpressionError` when
 * the expression cannot be read or names a key that has no letter.
 */
export function formulaRenderer(expression: string, dialect = plainDialect) {
  const root = parse(expression)
  return (letters: Record<string, string>, row: number): string => {
    const wrap = (node: Node, least: number) => (precedence(node) < least ? `(${render(node)})` : render(node))
    const render = (node: Node): string => {
      if (node.kind === 'number')
        return dialect.decimalPoint || !node.text.includes('.') ? node.text : quotient(node.text)
      if (node.kind === 'negate') return `-${wrap(node.of, 4)}`
      if (node.kind === 'call') return `${node.name}(${node.args.map(render).join(dialect.separator)})`
      if (node.kind === 'binary') {
        const own = precedence(node)
        return `${wrap(node.left, own)}${node.operator}${wrap(node.right, own + 1)}`
      }
      const letter: unknown = letters[node.key]
      if (typeof letter !== 'string') throw new ExpressionError(`The column “${node.key}” is not in the table.`, 0)
      return `${letter}${row}`
    }
    return `=${render(root)}`
  }
}

type Value = number | boolean | null

const arithmetic: Record<Operator, (a: number, b: number) => Value> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '=': (a, b) => a === b,
  '<>': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
}

/** Rounds half away from zero, as the sheet does; the exponent form keeps 1.005 from becoming 1. */
function round(value: number, digits: number): number {
  const shifted = Number(`${Math.abs(value)}e${digits}`)
  const rounded = Number(`${Math.round(shifted)}e${-digits}`)
  return Number.isNaN(rounded) ? value : Math.sign(value) * rounded
}

/**
 * Makes the evaluator of one expression. It takes the row's values by column key and answers with what the sheet would
 * show; an empty cell counts as 0. Null means that the sheet would show an error: text among the values, a division by
 * zero. Throws `ExpressionError` when the expression cannot be read.
 */
export function expressionEvaluator(expression: string) {
  const root = parse(expression)
  return (values: Record<string, Cell | undefined>): Value => {
    const number = (node: Node): number => {
      const value = evaluate(node)
      return value === null ? Number.NaN : Number(value)
    }
    const evaluate = (node: Node): Value => {
      if (node.kind === 'number') return node.value
      if (node.kind === 'negate') return -number(node.of)
      if (node.kind === 'binary') {
        const [left, right] = [number(node.left), number(node.right)]
        const result = Number.isNaN(left) || Number.isNaN(right) ? null : arithmetic[node.operator](left, right)
        return typeof result === 'number' && !Number.isFinite(result) ? null : result
      }
      if (node.kind === 'call') {
        const [first, second, third] = node.args
        if (node.name === 'ROUND') return round(number(first!), second ? number(second) : 0)
        const condition = evaluate(first!)
        return condition === null ? null : evaluate(condition ? second! : third!)
      }
      const value: unknown = values[node.key]
      if (typeof value === 'string') return null
      return typeof value === 'number' || typeof value === 'boolean' ? value : 0
    }
    const result = evaluate(root)
    return typeof result === 'number' && !Number.isFinite(result) ? null : result
  }
}
