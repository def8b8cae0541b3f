// Where each column of a template takes its values from: as the person decided, else as the columns go together.
import type { ColumnMatch } from '../plan/plan-preview.ts'
import type { Table } from '../table/table.ts'
import { mapColumns } from './map-columns.ts'
import type { Template } from './template.ts'

/** The table column's key by the template column's, with how it was found. */
export type Matches = Map<string, { from: string; how: ColumnMatch['how']; sure: boolean }>

export type MatchInput = {
  table: Table
  template: Template
  /** What was decided this time: the table column's key, or null for none, by template key. */
  mapping: Record<string, string | null>
  /** What was decided another time for such tables, in the same form. */
  remembered: Record<string, string | null>
}

/** Pairs the columns; what was decided goes before everything else, and each column of the table is used once. */
export function matchColumns({ table, template, mapping, remembered }: MatchInput): Matches {
  const matches: Matches = new Map()
  const keys = new Set(table.columns.map(({ key }) => key))
  const taken = new Set<string>()
  const settled = new Set<string>()
  for (const [chosen, how] of [
    [mapping, 'chosen'],
    [remembered, 'remembered'],
  ] as const) {
    for (const { key } of template.layout.columns) {
      const from = Object.hasOwn(chosen, key) ? chosen[key] : undefined
      if (from === undefined || settled.has(key)) continue
      if (from !== null && (!keys.has(from) || taken.has(from))) continue
      settled.add(key)
      if (from === null) continue
      taken.add(from)
      matches.set(key, { from, how, sure: true })
    }
  }
  const open = template.layout.columns.filter(({ key }) => !settled.has(key))
  const free = table.columns.filter(({ key }) => !taken.has(key))
  for (const [key, from] of mapColumns(open, free)) matches.set(key, { from, how: 'header', sure: true })
  return matches
}
