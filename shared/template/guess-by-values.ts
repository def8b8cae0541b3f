// Guesses by what stands in a column where its header says nothing.
import type { Cell, Column, Table } from '../table/table.ts'
import { headerName } from './header-name.ts'
import type { Template, TemplateColumn } from './template.ts'

/** Values settle what a column is after some rows. */
const rowsRead = 200

const fold = (value: Cell) => String(value).trim().toLowerCase()

/** The share of the different values that a list knows. */
function shareInList(values: Cell[], list: string[]): number {
  const different = new Set(values.map(fold))
  const known = new Set(list.map(fold))
  return different.size < 2 ? 0 : [...different].filter((value) => known.has(value)).length / different.size
}

/** `Due date` says of itself that it is not just any `Date`. */
function saysMore(column: Column, wanted: TemplateColumn): boolean {
  const { words } = headerName(column.name)
  return [wanted.header, ...wanted.aliases].some((name) => {
    const own = headerName(name).words
    return own.length > 0 && words.length > own.length && own.every((word) => words.includes(word))
  })
}

const isDay = (type: Column['type']) => type === 'date' || type === 'datetime'

/**
 * Pairs that values speak for: a list of the template that knows most of a column's values; the one column of addresses,
 * web addresses or days on either side. `finds` are template columns that are settled, `taken` table columns that are.
 */
export function guessByValues(
  { layout, validation_rules }: Pick<Template, 'layout' | 'validation_rules'>,
  { columns, rows }: Pick<Table, 'columns' | 'rows'>,
  finds: ReadonlyMap<string, { sure: boolean }>,
  taken: ReadonlySet<string>,
): { want: string; find: string }[] {
  const guesses: { want: string; find: string }[] = []
  const open = layout.columns.filter(({ key, formula }) => !finds.has(key) && formula === undefined)
  const free = columns.filter(({ key }) => !taken.has(key))
  const isGuessed = (key: string) => guesses.some(({ want, find }) => want === key || find === key)

  const guessLists = () => {
    for (const { column, rule } of validation_rules) {
      const wanted = open.find(({ key }) => key === column)
      if (!wanted || rule.kind !== 'list' || isGuessed(column)) continue
      const fitting = free.filter(({ key, type }) => {
        const at = columns.findIndex((each) => each.key === key)
        const values = rows
          .slice(0, rowsRead)
          .flatMap((row) => (row[at] === null || row[at] === '' ? [] : [row[at] ?? '']))
        return type === 'text' && !isGuessed(key) && shareInList(values, rule.values) >= 0.6
      })
      if (fitting.length === 1) guesses.push({ want: column, find: fitting[0]!.key })
    }
  }

  const guessOnly = (isKind: (type: Column['type']) => boolean) => {
    const wanted = layout.columns.filter(({ type }) => isKind(type))
    const there = columns.filter(({ type }) => isKind(type))
    const [want, find] = [wanted[0], there[0]]
    if (wanted.length !== 1 || there.length !== 1 || !want || !find) return
    if (!open.includes(want) || !free.includes(find) || isGuessed(find.key) || saysMore(find, want)) return
    guesses.push({ want: want.key, find: find.key })
  }

  guessLists()
  guessOnly((type) => type === 'email')
  guessOnly((type) => type === 'url')
  // A table that has nothing else of the template may be about anything, and nearly every table has a day.
  if ([...finds.values()].some(({ sure }) => sure)) guessOnly(isDay)
  return guesses
}
