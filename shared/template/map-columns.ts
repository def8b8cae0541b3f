// Finds, for each column of a template, the column of a table that means the same.
import type { ColumnMatch } from '../plan/plan-preview.ts'
import type { Column, ColumnType, Table } from '../table/table.ts'
import { guessByValues } from './guess-by-values.ts'
import { type HeaderName, headerName, sameWords } from './header-name.ts'
import { headerLikeness } from './similar-header.ts'
import type { Template } from './template.ts'

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

type Wanted = { key: string; type: ColumnType; names: HeaderName[] }
type Found = { key: string; type: ColumnType; name: HeaderName }
type How = Exclude<ColumnMatch['how'], 'added'>
type Pair = { want: string; find: string; how: How; points: number }

/**
 * Whether a column may get another header. Stricter than what a column can hold: a `Contact` full of e-mail addresses is
 * no name, and a plain number beside amounts of money (`Amount`, `Price`) is more likely a count than one of them.
 */
function mayRename(wanted: Wanted, found: Found, hasMoney: boolean): boolean {
  if (wanted.type === 'text') return found.type === 'text' || found.type === 'number'
  if (wanted.type === 'currency' && found.type === 'number') return !hasMoney
  return found.type === 'text' || isCompatible(wanted.type, found.type)
}

function pairUp(wanted: Wanted, found: Found, hasMoney: boolean): Pair | null {
  const { joined, words } = found.name
  const pair = (how: How, points: number) => ({ want: wanted.key, find: found.key, how, points })
  if (joined !== '' && joined === wanted.names[0]?.joined) return pair('header', 4)
  if (found.key === wanted.key) return pair('key', 3)
  if (joined === '' || !mayRename(wanted, found, hasMoney)) return null
  const alias = wanted.names.findIndex((name) => name.joined === joined)
  // Earlier aliases are the closer ones, and decide between two columns that both have one.
  if (alias >= 0) return pair('alias', 3 - (alias + 1) / 1000)
  return wanted.names.some((name) => sameWords(name.words, words)) ? pair('words', 1) : null
}

function pairSimilar(wanted: Wanted, found: Found, hasMoney: boolean): Pair | null {
  if (found.name.joined === '' || !mayRename(wanted, found, hasMoney)) return null
  let likeness = 0
  for (const name of wanted.names) likeness = Math.max(likeness, headerLikeness(found.name, name))
  return likeness > 0 ? { want: wanted.key, find: found.key, how: 'similar', points: likeness } : null
}

/** The best pairs, each column once; what is merely similar must not be as similar to something else. */
function choosePairs(pairs: Pair[], finds: Findings, taken: Set<string>): void {
  const rivals = (pair: Pair) =>
    pairs.some(
      (other) =>
        other !== pair &&
        other.points === pair.points &&
        ((other.find === pair.find && !finds.has(other.want)) || (other.want === pair.want && !taken.has(other.find))),
    )
  for (const pair of pairs.sort((a, b) => b.points - a.points)) {
    if (finds.has(pair.want) || taken.has(pair.find) || (pair.how === 'similar' && rivals(pair))) continue
    finds.set(pair.want, { from: pair.find, how: pair.how, sure: pair.how !== 'similar' })
    taken.add(pair.find)
  }
}

/** Where a template's column takes its values from: the key of the table's column, null for none. */
export type Finding = { from: string | null; how: How; sure: boolean }
type Findings = Map<string, Finding>

/**
 * What people have said, this time (`chosen`) and about such a table some other time (`remembered`): the key of the
 * table's column, null for none, by the key of the template's.
 */
export type SaidMapping = {
  chosen?: Record<string, string | null>
  remembered?: Record<string, string | null>
}

function takeSaid(wanted: Wanted[], columns: Column[], said: SaidMapping, finds: Findings, taken: Set<string>) {
  for (const how of ['chosen', 'remembered'] as const) {
    const mapping = said[how] ?? {}
    for (const { key } of wanted) {
      const from = Object.hasOwn(mapping, key) ? mapping[key] : undefined
      if (from === undefined || finds.has(key)) continue
      if (from !== null && (taken.has(from) || !columns.some((column) => column.key === from))) continue
      finds.set(key, { from, how, sure: true })
      if (from !== null) taken.add(from)
    }
  }
}

/**
 * Pairs template columns with table columns: as people have said, then by header, key, alias and the same words in
 * another order; these are sure. Then by similar headers and by values, which is a guess that a person should see. Every
 * column of the template has its finding; each column of the table is used once.
 */
export function matchColumns(
  template: Pick<Template, 'layout' | 'validation_rules'>,
  table: Pick<Table, 'columns' | 'rows'>,
  said: SaidMapping = {},
): Findings {
  const wanted = template.layout.columns.map(({ key, type, header, aliases }) => ({
    key,
    type,
    names: [header, ...aliases].map(headerName),
  }))
  const finds: Findings = new Map()
  const taken = new Set<string>()
  takeSaid(wanted, table.columns, said, finds, taken)
  const found = table.columns.map(({ key, type, name }) => ({ key, type, name: headerName(name) }))
  const hasMoney = table.columns.some(({ type }) => type === 'currency')
  for (const pair of [pairUp, pairSimilar]) {
    const open = wanted.filter(({ key }) => !finds.has(key))
    const free = found.filter(({ key }) => !taken.has(key))
    const pairs = open.flatMap((want) => free.flatMap((find) => pair(want, find, hasMoney) ?? []))
    choosePairs(pairs, finds, taken)
  }
  for (const { want, find } of guessByValues(template, table, finds, taken)) {
    finds.set(want, { from: find, how: 'values', sure: false })
  }
  for (const { key } of wanted) if (!finds.has(key)) finds.set(key, { from: null, how: 'none', sure: true })
  return finds
}
