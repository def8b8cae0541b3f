// Finds, for each column of a template, the column of a table that means the same.
import type { Column, ColumnType } from '../table/table.ts'
import type { TemplateColumn } from './template.ts'

/** A header reduced to what is compared: lower case, no accents, words apart by one space. */
export function normaliseHeader(header: string): string {
  return header
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/([\p{L}\p{N}])['’]/gu, '$1 ')
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim()
}

const withoutSpaces = (text: string) => text.replace(/ /g, '')

/** Units and currencies in a header say how it is written, not what it is. */
const beside = /\b(in|en|a|de|the|eur|usd|gbp|chf|jpy|euro|euros|pcs|stk)\b/g

/** Half of the words that two headers share, among all their words: 1 for the same words. */
function wordOverlap(a: string, b: string): number {
  const first = a.replace(beside, ' ').split(' ').filter(Boolean)
  const second = new Set(b.replace(beside, ' ').split(' ').filter(Boolean))
  if (first.length === 0 || second.size === 0) return 0
  return (2 * first.filter((word) => second.has(word)).length) / (first.length + second.size)
}

/** Which table types a template type takes as they are; every type takes itself, and text takes everything. */
const takes: Record<ColumnType, ColumnType[]> = {
  text: ['number', 'currency', 'percent', 'date', 'time', 'datetime', 'boolean', 'email', 'url'],
  number: ['currency', 'percent'],
  currency: ['number'],
  percent: [],
  date: ['datetime'],
  time: [],
  datetime: ['date'],
  boolean: [],
  email: ['text'],
  url: ['text'],
}

/** Whether values of a table column can stand in a template column of another type. */
export function isCompatible(template: ColumnType, table: ColumnType): boolean {
  return template === table || takes[template].includes(table)
}

/** Below this share of common words, two headers are strangers: `First name` is not `Name` (0.67). */
const similarEnough = 0.75

function score(wanted: TemplateColumn, column: Column): number {
  const names = [wanted.header, ...wanted.aliases].map(normaliseHeader)
  const found = normaliseHeader(column.name)
  if (found !== '' && withoutSpaces(found) === withoutSpaces(names[0] ?? '')) return 4
  if (column.key === wanted.key) return 3
  if (found === '') return 0
  const alias = names.findIndex((name) => withoutSpaces(name) === withoutSpaces(found))
  // Earlier aliases are the closer ones, and decide between two columns that both have one.
  if (alias >= 0) return 2 - alias / 1000
  if (!isCompatible(wanted.type, column.type)) return 0
  const overlap = Math.max(...names.map((name) => wordOverlap(name, found)))
  return overlap >= similarEnough ? overlap : 0
}

/**
 * Pairs template columns with table columns: by header, key, alias, and then by common words where the types agree.
 * The best pairs are taken first, each column once. The answer has the table column's key by template key.
 */
export function mapColumns(wanted: TemplateColumn[], columns: Column[]): Map<string, string> {
  const pairs = wanted
    .flatMap((template) => columns.map((column) => ({ template, column, points: score(template, column) })))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
  const mapping = new Map<string, string>()
  const taken = new Set<string>()
  for (const { template, column } of pairs) {
    if (mapping.has(template.key) || taken.has(column.key)) continue
    mapping.set(template.key, column.key)
    taken.add(column.key)
  }
  return mapping
}
