// Says what kind of value a row expression gives, from the kinds of the columns it stands on.
import type { Column, ColumnType } from '../table.ts'
import type { Node } from './node.ts'

/** A column's type and, for amounts, their currency. */
export type ValueType = { type: ColumnType; currency?: string }

const number: ValueType = { type: 'number' }
const text: ValueType = { type: 'text' }
const boolean: ValueType = { type: 'boolean' }
const date: ValueType = { type: 'date' }

const isDay = ({ type }: ValueType) => type === 'date' || type === 'datetime'
const isText = ({ type }: ValueType) => type === 'text' || type === 'email' || type === 'url'
const isMoney = ({ type }: ValueType) => type === 'currency'

const same = (a: ValueType, b: ValueType) => a.type === b.type && a.currency === b.currency

/** An empty text stands for nothing to show: `IF(a > 0, b / a, "")` is what `b / a` is. */
const isEmptyText = (node: Node) => node.kind === 'text' && node.value === ''

const moneyOf = (a: ValueType, b: ValueType): ValueType =>
  isMoney(a) && isMoney(b) && a.currency !== b.currency ? number : isMoney(a) ? a : b

function sumOf(a: ValueType, b: ValueType, minus: boolean): ValueType {
  if (isDay(a) && isDay(b)) return number
  if (isDay(a)) return b.type === 'time' ? { type: 'datetime' } : a
  if (isDay(b)) return minus ? number : a.type === 'time' ? { type: 'datetime' } : b
  if (isMoney(a) || isMoney(b)) return moneyOf(a, b)
  return same(a, b) && (a.type === 'percent' || a.type === 'time') ? a : number
}

function productOf(a: ValueType, b: ValueType): ValueType {
  if (isMoney(a) && isMoney(b)) return number
  if (isMoney(a) || isMoney(b)) return moneyOf(a, b)
  return a.type === 'percent' && b.type === 'percent' ? a : number
}

function quotientOf(a: ValueType, b: ValueType): ValueType {
  if (isMoney(a)) return isMoney(b) ? number : a
  return a.type === 'percent' && b.type === 'number' ? a : number
}

/** What several values have in common: of different kinds, text. */
function commonOf(nodes: Node[], typeOf: (node: Node) => ValueType): ValueType {
  const types = nodes.filter((node) => !isEmptyText(node)).map(typeOf)
  const [first, ...others] = types
  if (!first) return text
  const all = types.every((each) => same(each, first))
  if (all) return first
  // A zero beside amounts is an amount.
  const kinds = others.concat(first).filter(({ type }) => type !== 'number')
  const [kind] = kinds
  if (!kind || isText(kind) || kind.type === 'boolean') return text
  return kinds.every((each) => same(each, kind)) ? kind : kinds.every(isMoney) ? number : text
}

const textResults = new Set('CONCATENATE LEFT RIGHT MID UPPER LOWER PROPER TRIM SUBSTITUTE TEXT'.split(' '))
const truthResults = new Set('AND OR NOT ISBLANK ISNUMBER ISTEXT'.split(' '))
const dayResults = new Set('DATE EDATE EOMONTH TODAY'.split(' '))
/** What they give is what they take. */
const sameResults = new Set('ROUND ROUNDUP ROUNDDOWN INT ABS'.split(' '))

function callType(node: Extract<Node, { kind: 'call' }>, typeOf: (node: Node) => ValueType): ValueType {
  const { name, args } = node
  if (textResults.has(name)) return text
  if (truthResults.has(name)) return boolean
  if (dayResults.has(name)) return date
  const [first] = args
  if (sameResults.has(name) && first) return typeOf(first)
  if (name === 'IF') return commonOf(args.slice(1), typeOf)
  if (name === 'IFS')
    return commonOf(
      args.filter((_, at) => at % 2 === 1),
      typeOf,
    )
  if (name === 'IFERROR') return commonOf(args, typeOf)
  if (['SUM', 'AVERAGE', 'MIN', 'MAX'].includes(name)) {
    const common = commonOf(args, typeOf)
    return isText(common) || common.type === 'boolean' ? number : common
  }
  return number
}

/** The type of an expression's values. */
export function typeOfNode(root: Node, columns: readonly Column[]): ValueType {
  const typeOf = (node: Node): ValueType => {
    switch (node.kind) {
      case 'number':
        return number
      case 'percent':
        return { type: 'percent' }
      case 'text':
        return text
      case 'boolean':
        return boolean
      case 'column': {
        const column = columns.find(({ key }) => key === node.key)
        if (!column) return text
        return column.currency ? { type: column.type, currency: column.currency } : { type: column.type }
      }
      case 'negate':
        return typeOf(node.of)
      case 'call':
        return callType(node, typeOf)
      case 'binary': {
        const { operator } = node
        if (operator === '&') return text
        if (operator === '^') return number
        if (operator === '*') return productOf(typeOf(node.left), typeOf(node.right))
        if (operator === '/') return quotientOf(typeOf(node.left), typeOf(node.right))
        if (operator === '+' || operator === '-') return sumOf(typeOf(node.left), typeOf(node.right), operator === '-')
        return boolean
      }
    }
  }
  const found = typeOf(root)
  return isText(found) && root.kind !== 'column' ? text : found
}
