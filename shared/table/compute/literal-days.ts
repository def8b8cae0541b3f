// Makes days of the texts that days are compared with: to a sheet, `due < "2026-01-31"` compares a number with a text.
import type { Column, ColumnType } from '../table.ts'
import { typeOfNode } from './infer-type.ts'
import type { Node } from './node.ts'
import { serialOfDate } from './serial.ts'

const compares = new Set(['=', '<>', '<', '<=', '>', '>='])

const number = (text: string): Node => ({ kind: 'number', value: Number(text), text: String(Number(text)) })

function dayOf(node: Node): Node | null {
  if (node.kind !== 'text' || serialOfDate(node.value) === null) return null
  const [year = '', month = '', day = ''] = node.value.split('-')
  return { kind: 'call', name: 'DATE', args: [number(year), number(month), number(day)] }
}

/** The expression with `DATE(2026,1,31)` where a text says that day and stands beside a day. */
export function withLiteralDays(
  root: Node,
  columns: readonly { key: string; name: string; type?: ColumnType }[],
): Node {
  const typed = columns.map(({ key, name, type = 'text' }): Column => ({ key, name, type }))
  const isDay = (node: Node) => {
    const { type } = typeOfNode(node, typed)
    return type === 'date' || type === 'datetime'
  }
  const walk = (node: Node): Node => {
    if (node.kind === 'negate' || node.kind === 'percent') return { ...node, of: walk(node.of) }
    if (node.kind === 'call') return { ...node, args: node.args.map(walk) }
    if (node.kind !== 'binary') return node
    const [left, right] = [walk(node.left), walk(node.right)]
    if (!compares.has(node.operator)) return { ...node, left, right }
    const [leftDay, rightDay] = [dayOf(left), dayOf(right)]
    if (rightDay && isDay(left)) return { ...node, left, right: rightDay }
    return leftDay && isDay(right) ? { ...node, left: leftDay, right } : { ...node, left, right }
  }
  return walk(root)
}
