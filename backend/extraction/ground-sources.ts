// The texts that values may come from: the newest message, its files and ranges, and what people said before.
import { setImmediate as turn } from 'node:timers/promises'
import type { Grounder } from '../../shared/table/ground.ts'
import type { Cell, Column } from '../../shared/table/table.ts'
import type { EngineInput, SourceTable } from './engine.ts'

export type SourceOfValues = { id: string; text: string }

/** A range longer than this, in characters, is no source of single values any more: it is there as a table. */
const longestRange = 4_000_000

const cellText = (cell: Cell, { type, currency }: Column): string => {
  if (cell === null) return ''
  if (typeof cell === 'number' && type === 'percent') return `${Number((cell * 100).toPrecision(12))}%`
  if (typeof cell === 'number' && type === 'currency' && currency) return `${cell} ${currency}`
  return String(cell).replace(/[\t\r\n]+/g, ' ')
}

/** A line of a range as text: its cells with tabs between them. */
const lineOf = (row: Cell[], columns: Column[]): string =>
  columns.map((column, at) => cellText(row[at] ?? null, column)).join('\t')

/** A range as the text that its spans count in: a line of names, then a line for each row. */
export const rangeText = (columns: Column[], rows: Cell[][]): string =>
  [columns.map(({ name }) => name).join('\t'), ...rows.map((row) => lineOf(row, columns))].join('\n')

/** What the spans in a range call their source. */
export const rangeSource = (a1: string): string => `range:${a1}`

async function readRange(table: SourceTable): Promise<SourceOfValues> {
  let text = table.columns.map(({ name }) => name).join('\t')
  for await (const chunk of table.rows()) {
    for (const row of chunk) text += `\n${lineOf(row, table.columns)}`
    if (text.length > longestRange) break
  }
  return { id: rangeSource(table.where), text }
}

/** The nearest first: a value that stands in several places is quoted from the newest. */
export async function sourcesOfValues(input: EngineInput): Promise<SourceOfValues[]> {
  const texts = [input.message, ...input.files].map(({ id, text }) => ({ id, text }))
  const ranges: SourceOfValues[] = []
  for (const table of input.found) if (table.origin === 'range') ranges.push(await readRange(table))
  const earlier = input.history.filter(({ role }) => role === 'user').map(({ id, text }) => ({ id, text }))
  return [...texts, ...ranges, ...earlier.reverse()].filter(({ text }) => text !== '')
}

/** Gets to know all sources, with a turn for everybody else after each step. */
export async function indexAll(grounder: Pick<Grounder, 'isIndexed' | 'indexing'>): Promise<void> {
  if (grounder.isIndexed()) return
  for (const _ of grounder.indexing()) await turn()
}
