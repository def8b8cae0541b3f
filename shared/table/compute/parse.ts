// Reads a row expression into its parts, with columns by key or by name.
import { isKnownPattern } from './format-value.ts'
import { type FunctionName, functionNames, functions } from './functions.ts'
import { ExpressionError, levels, type Node } from './node.ts'
import { findColumnKey, type NamedColumn } from './resolve.ts'
import { type Token, tokenize } from './tokenize.ts'

/** How deep an expression may be nested. */
const deepest = 100

/** Other names under which people know a function. */
const otherNames: Record<string, FunctionName> = { CONCAT: 'CONCATENATE' }

function functionNamed(written: string): FunctionName | null {
  const name = written.toUpperCase()
  if (Object.hasOwn(otherNames, name)) return otherNames[name] ?? null
  return Object.hasOwn(functions, name) ? (name as FunctionName) : null
}

/**
 * The expression's parts. With `columns`, every column it names must be one of them, by key or by name; without, what
 * it names are keys. Throws `ExpressionError`.
 */
export function parseExpression(expression: string, columns?: readonly NamedColumn[]): Node {
  const tokens = tokenize(expression)
  let position = 0
  let depth = 0
  let separator: string | null = null
  const peek = () => tokens[position]
  const isSign = (text: string) => peek()?.kind === 'sign' && peek()?.text === text
  const fail = (what: string, at = peek()?.at ?? expression.length): never => {
    throw new ExpressionError(what, at)
  }
  const expect = (text: string) => {
    if (!isSign(text)) fail(`“${text}” is missing.`)
    position++
  }

  function parseLevel(level: number): Node {
    const operators = levels[level]
    if (!operators) return parseSign()
    let left = parseLevel(level + 1)
    for (;;) {
      const operator = operators.find(isSign)
      if (!operator) return left
      position++
      left = { kind: 'binary', operator, left, right: parseLevel(level + 1) }
    }
  }

  function parseSign(): Node {
    if (++depth > deepest) fail('The expression is nested too deeply.')
    const negative = isSign('-')
    const signed = negative || isSign('+')
    if (signed) position++
    let inner = signed ? parseSign() : parseOne()
    if (!signed)
      while (isSign('%')) {
        position++
        inner = { kind: 'percent', of: inner }
      }
    depth--
    return negative ? { kind: 'negate', of: inner } : inner
  }

  function parseOne(): Node {
    const token = peek() ?? fail('The expression ends too early.')
    if (isSign('(')) {
      position++
      const inner = parseLevel(0)
      expect(')')
      return inner
    }
    if (token.kind === 'sign') return fail(`“${token.text}” stands where a value is expected.`)
    position++
    if (token.kind === 'number') return { kind: 'number', value: Number(token.text), text: token.text }
    if (token.kind === 'text') return { kind: 'text', value: token.text }
    if (token.kind === 'word') {
      if (isSign('(')) return parseCall(token)
      const word = token.text.toUpperCase()
      const isColumn = columns?.some(({ key }) => key === token.text)
      if (!isColumn && (word === 'TRUE' || word === 'FALSE')) return { kind: 'boolean', value: word === 'TRUE' }
    }
    return parseColumn(token)
  }

  function parseColumn({ text, at }: Token): Node {
    const key = columns ? findColumnKey(text, columns) : text
    return { kind: 'column', key: key ?? fail(`There is no column “${text}”.`, at) }
  }

  function parseCall({ text, at }: Token): Node {
    const name = functionNamed(text) ?? fail(`The function “${text}” is not allowed; use ${functionNames}.`, at)
    position++
    const args: Node[] = []
    if (!isSign(')')) {
      args.push(parseLevel(0))
      while (isSign(',') || isSign(';')) {
        const own = peek()?.text ?? ','
        // With a comma for decimals and semicolons between arguments, nobody knows what 1,5 is.
        if (separator !== null && separator !== own) fail('Use either “,” or “;” between arguments, not both.')
        separator = own
        position++
        args.push(parseLevel(0))
      }
    }
    const { least, most } = functions[name]
    if (args.length < least || args.length > most) fail(`${name} has the wrong number of arguments.`, at)
    if (name === 'IFS' && args.length % 2 > 0) fail('IFS needs a value for each condition.', at)
    if (name === 'TEXT') {
      const pattern = args[1]
      if (pattern?.kind !== 'text' || !isKnownPattern(pattern.value))
        fail('TEXT takes patterns of digits such as "0.00", "0%" and "yyyy-mm-dd" only.', at)
    }
    expect(')')
    return { kind: 'call', name, args }
  }

  const node = parseLevel(0)
  if (position < tokens.length) fail(`“${peek()?.text}” is one part too many.`)
  return node
}
