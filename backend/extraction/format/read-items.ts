// Reads the rows of a table as records with lists in them: rows that say the same of a record are items of its lists.
import type { Cell, Column, Table } from '../../../shared/table/table.ts'
import { allFields, type Entry, type Field, fieldsOf, listsOf } from './format.ts'

/** What a field’s column says; null for nothing. */
export type Stated = { cell: NonNullable<Cell>; column: Column } | null

/**
 * A record, or an item of a list in one: `stated` goes with the plain fields of its object, `lists` with the lists in it.
 * `rows` are the rows of the table that say it, none for one that no row says.
 */
export type Item = { rows: number[]; stated: Stated[]; lists: Item[][] }

/** A table, and where in it each field’s column is, by the field’s key. */
export type Placed = { table: Pick<Table, 'columns' | 'rows'>; places: Map<string, number> }

export const isBlank = ({ stated }: Item): boolean => stated.every((value) => value === null)

const statedAt = ({ table, places }: Placed, { key }: Field, row: number): Stated => {
  const at = places.get(key) ?? -1
  const [column, cell] = [table.columns[at], table.rows[row]?.[at] ?? null]
  return column && cell !== null && cell !== '' ? { cell, column } : null
}

/** Nothing that both say differs. */
const agree = (a: Stated[], b: Stated[]): boolean =>
  a.every((value, at) => value === null || b[at] == null || value.cell === b[at].cell)

/**
 * The records that these rows say, in their order. As long as nothing of a list is in the table, each row is one; otherwise
 * rows that follow each other and contradict each other in nothing of the record’s own are the same one.
 */
export function* readItems(entries: Entry[], placed: Placed, rows: Iterable<number>): Generator<Item> {
  const fields = fieldsOf(entries)
  const lists = listsOf(entries).map(({ entries: inner }) => {
    const columns = allFields(inner).filter(({ key }) => placed.places.has(key))
    return { inner, columns }
  })
  const together = lists.some(({ columns }) => columns.length > 0)
  const finish = (item: Item): Item => ({
    ...item,
    lists: lists.map(({ inner, columns }) => {
      const saying = item.rows.filter((row) => columns.some((field) => statedAt(placed, field, row) !== null))
      return [...readItems(inner, placed, saying)]
    }),
  })
  let open: Item | null = null
  for (const row of rows) {
    const stated = fields.map((field) => statedAt(placed, field, row))
    if (open && together && agree(open.stated, stated)) {
      open.rows.push(row)
      open.stated = open.stated.map((value, at) => value ?? stated[at] ?? null)
      continue
    }
    if (open) yield finish(open)
    open = { rows: [row], stated, lists: [] }
  }
  if (open) yield finish(open)
}
