// The parts that a row expression is made of once it has been read.
import type { FunctionName } from './functions.ts'

export type Operator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '<=' | '>' | '>='

export type Node =
  | { kind: 'number'; value: number; text: string }
  | { kind: 'text'; value: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'column'; key: string }
  | { kind: 'negate'; of: Node }
  | { kind: 'percent'; of: Node }
  | { kind: 'binary'; operator: Operator; left: Node; right: Node }
  | { kind: 'call'; name: FunctionName; args: Node[] }

/** Operators by how strongly they bind, the weakest first. A sign binds more strongly than all of them, as in a sheet. */
export const levels: Operator[][] = [['=', '<>', '<', '<=', '>', '>='], ['&'], ['+', '-'], ['*', '/'], ['^']]

/** A row expression that cannot be read; `at` is the offset of the place that could not. */
export class ExpressionError extends Error {
  readonly at: number
  constructor(message: string, at: number) {
    super(message)
    this.name = 'ExpressionError'
    this.at = at
  }
}

/** Goes through all parts of an expression. */
export function visit(node: Node, see: (node: Node) => void): void {
  see(node)
  if (node.kind === 'negate' || node.kind === 'percent') visit(node.of, see)
  else if (node.kind === 'binary') {
    visit(node.left, see)
    visit(node.right, see)
  } else if (node.kind === 'call') for (const arg of node.args) visit(arg, see)
}
