// Finds the columns of rows that came without any, or without their types.
import { inferColumns } from '../../shared/table/infer.ts'
import { createLayout, type Declared } from './write-layout.ts'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const named = (name: string): Declared => ({ name, type: null, currency: null, formula: null })

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** The columns that `rows` need, typed by their values; null when there is nothing to tell them from. */
export function inferDeclared(
  declared: Declared[] | null,
  rows: unknown[],
  locale: string | undefined,
): Declared[] | null {
  const names = new Set<string>()
  let width = 0
  for (const row of rows) {
    if (isRecord(row)) for (const key of Object.keys(row)) names.add(key)
    else width = Math.max(width, Array.isArray(row) ? row.length : 1)
  }
  const unnamed = Array.from({ length: width }, (_, index) => named(`Column ${index + 1}`))
  const wanted = declared ?? (names.size > 0 ? [...names].map(named) : unnamed)
  if (wanted.length === 0) return null
  const layout = createLayout(null, wanted, undefined)
  const texts = rows.map((row) => layout.lay(row).raw.map(textOf))
  const header = wanted.map(({ name }) => name)
  const types = inferColumns({ header, rows: texts, format: 'json', start: 0, end: 0 }, { locale })
  return wanted.map((column, index) => ({
    ...column,
    type: column.type ?? types[index]?.type ?? 'text',
    currency: column.currency ?? types[index]?.currency ?? null,
  }))
}
