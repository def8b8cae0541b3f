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

/** Units and currencies in a header say how it is written, not what it is. */
const units = /\b(eur|usd|gbp|chf|jpy|euro|euros|dollar|dollars|pcs|stk|kg)\b/g
const smallWords = /\b(in|en|a|the|de|of)\b/g

/** A header in the two forms that are compared: its letters without spaces and units, and its words that matter. */
type Name = { joined: string; words: string[] }

function nameOf(header: string): Name {
  const normal = normaliseHeader(header)
  const bare = normal.replace(units, ' ')
  return {
    joined: (bare.trim() || normal).replace(/ /g, ''),
    words: bare.replace(smallWords, ' ').split(' ').filter(Boolean),
  }
}

/** A word more or less may be another thing: `Last order date` is no `Order date`, `Net price` no `Price`. */
function sameWords(a: string[], b: string[]): boolean {
  return a.length > 0 && a.length === b.length && a.every((word) => b.includes(word))
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

type Wanted = { key: string; type: ColumnType; names: Name[] }
type Found = { key: string; type: ColumnType; name: Name }

/**
 * Whether a column may get another header. Stricter than what a column can hold: a `Contact` full of e-mail addresses is
 * no name, and a plain number beside amounts of money (`Amount`, `Price`) is more likely a count than one of them.
 */
function mayRename(wanted: Wanted, found: Found, hasMoney: boolean): boolean {
  if (wanted.type === 'text') return found.type === 'text' || found.type === 'number'
  if (wanted.type === 'currency' && found.type === 'number') return !hasMoney
  return found.type === 'text' || isCompatible(wanted.type, found.type)
}

function score(wanted: Wanted, found: Found, hasMoney: boolean): number {
  const { joined, words } = found.name
  if (joined !== '' && joined === wanted.names[0]?.joined) return 4
  if (found.key === wanted.key) return 3
  if (joined === '' || !mayRename(wanted, found, hasMoney)) return 0
  const alias = wanted.names.findIndex((name) => name.joined === joined)
  // Earlier aliases are the closer ones, and decide between two columns that both have one.
  if (alias >= 0) return 2 - alias / 1000
  return wanted.names.some((name) => sameWords(name.words, words)) ? 1 : 0
}

/**
 * Pairs template columns with table columns: by header, key, alias, and then by the same words in another order.
 * The best pairs are taken first, each column once. The answer has the table column's key by template key.
 */
export function mapColumns(template: TemplateColumn[], columns: Column[]): Map<string, string> {
  const wanted = template.map(({ key, type, header, aliases }) => ({
    key,
    type,
    names: [header, ...aliases].map(nameOf),
  }))
  const found = columns.map(({ key, type, name }) => ({ key, type, name: nameOf(name) }))
  const hasMoney = columns.some(({ type }) => type === 'currency')
  const pairs = wanted
    .flatMap((want) => found.map((find) => ({ want: want.key, find: find.key, points: score(want, find, hasMoney) })))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
  const mapping = new Map<string, string>()
  const taken = new Set<string>()
  for (const { want, find } of pairs) {
    if (mapping.has(want) || taken.has(find)) continue
    mapping.set(want, find)
    taken.add(find)
  }
  return mapping
}
