// Works a row expression out for the values of one row, as the sheet would.
import type { Settings } from './call.ts'
import { functions } from './functions.ts'
import { power } from './functions-numbers.ts'
import type { Node, Operator } from './node.ts'
import { compareValues, fault, isFault, toBoolean, toNumber, toText, type Value } from './values.ts'

/** A part of an expression that is ready to run; `row` has a value for each key it was compiled with. */
export type Evaluate = (row: readonly Value[]) => Value

/** Google's limit for one cell; a text that grows beyond it is no value of a cell. */
const longestText = 50_000

const divide = (a: number, b: number): Value => (b === 0 ? fault('#DIV/0!', 'it divides by zero') : a / b)

const arithmetic: Partial<Record<Operator, (a: number, b: number) => Value>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': divide,
  '^': power,
}

const comparisons: Partial<Record<Operator, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
}

/** Every result is a value that a cell can hold. */
function settle(value: Value): Value {
  if (typeof value === 'number' && !Number.isFinite(value)) return fault('#NUM!', 'the result is too large')
  if (typeof value === 'string' && value.length > longestText)
    return fault('#VALUE!', 'the text is too long for a cell')
  return value
}

function compileBinary(node: Extract<Node, { kind: 'binary' }>, keys: readonly string[], settings: Settings): Evaluate {
  const { decimalPoint } = settings
  const left = compile(node.left, keys, settings)
  const right = compile(node.right, keys, settings)
  const work = arithmetic[node.operator]
  if (work)
    return (row) => {
      const a = toNumber(left(row), decimalPoint)
      if (typeof a !== 'number') return a
      const b = toNumber(right(row), decimalPoint)
      return typeof b === 'number' ? settle(work(a, b)) : b
    }
  const fits = comparisons[node.operator]
  if (fits)
    return (row) => {
      const a = left(row)
      if (isFault(a)) return a
      const b = right(row)
      return isFault(b) ? b : fits(compareValues(a, b))
    }
  return (row) => {
    const a = toText(left(row), decimalPoint)
    if (typeof a !== 'string') return a
    const b = toText(right(row), decimalPoint)
    return typeof b === 'string' ? settle(a + b) : b
  }
}

/** IF, IFS and IFERROR work out only what they choose. */
function compileChoice(name: string, args: Evaluate[]): Evaluate | null {
  if (name === 'IFERROR') {
    const [value, otherwise] = args
    return (row) => {
      const found = value?.(row) ?? null
      return isFault(found) ? (otherwise?.(row) ?? null) : found
    }
  }
  if (name !== 'IF' && name !== 'IFS') return null
  const pairs = name === 'IFS' ? args.length : 2
  const missing = name === 'IFS' ? fault('#N/A', 'none of the conditions holds') : false
  return (row) => {
    for (let at = 0; at < pairs; at += 2) {
      const truth = toBoolean(args[at]?.(row) ?? null)
      if (typeof truth !== 'boolean') return truth
      if (truth) return args[at + 1]?.(row) ?? null
    }
    const otherwise = name === 'IF' ? args[2] : undefined
    return otherwise ? otherwise(row) : missing
  }
}

function compileCall(node: Extract<Node, { kind: 'call' }>, keys: readonly string[], settings: Settings): Evaluate {
  const args = node.args.map((arg) => compile(arg, keys, settings))
  const choice = compileChoice(node.name, args)
  if (choice) return choice
  const { run } = functions[node.name]
  const isColumn = node.args.map(({ kind }) => kind === 'column')
  return (row) => {
    const values = args.map((arg, at) => ({ value: arg(row), isColumn: isColumn[at] ?? false }))
    return run ? settle(run(values, settings)) : null
  }
}

/** Makes an expression ready to run over rows whose values stand in the order of `keys`; other columns are empty. */
export function compile(node: Node, keys: readonly string[], settings: Settings): Evaluate {
  switch (node.kind) {
    case 'number':
    case 'text':
    case 'boolean': {
      const { value } = node
      return () => value
    }
    case 'column': {
      const at = keys.indexOf(node.key)
      return (row) => row[at] ?? null
    }
    case 'negate':
    case 'percent': {
      const of = compile(node.of, keys, settings)
      const sign = node.kind === 'negate'
      return (row) => {
        const number = toNumber(of(row), settings.decimalPoint)
        if (typeof number !== 'number') return number
        return sign ? -number || 0 : number / 100
      }
    }
    case 'binary':
      return compileBinary(node, keys, settings)
    case 'call':
      return compileCall(node, keys, settings)
  }
}
