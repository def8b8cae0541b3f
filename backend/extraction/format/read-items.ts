// Reads the rows of a table as records with lists in them: rows that say the same of a record are items of its lists.
import type { Evidence } from '../../../shared/table/evidence.ts'
import type { Cell, Column, Table } from '../../../shared/table/table.ts'
import { allFields, type Entry, type Field, fieldsOf, listsOf } from './format.ts'

/** What a field’s column says; null for nothing. */
export type Stated = { cell: NonNullable<Cell>; column: Column } | null

/**
 * A record, or an item of a list in one: `stated` goes with the plain fields of its object, `lists` with the lists in it.
 * `rows` are the rows of the table that say it; `blank` when they say nothing
 * but what is in its lists.
 */
export type Item = { rows: number[]; stated: Stated[]; lists: Item[][]; blank: boolean }

/** With what is known of where its values come from, beside its rows. */
export type TracedTable = Table & { evidence?: Evidence[][] | null }

/** A table, and where in it each field’s column is, by the field’s key. */
export type Placed = { table: TracedTable; places: Map<string, number> }

/** What the row says, whether a source does or not: it tells one record from another, and is not given out. */
const cellAt = ({ table, places }: Placed, { key }: Field, row: number): Cell => {
  const cell = table.rows[row]?.[places.get(key) ?? -1] ?? null
  return cell === '' ? null : cell
}

/** What stands in no source is not given out, as it does not go into a sheet before a person has kept it. */
const statedAt = (placed: Placed, field: Field, row: number): Stated => {
  const at = placed.places.get(field.key) ?? -1
  const [column, cell] = [placed.table.columns[at], cellAt(placed, field, row)]
  const isFree = placed.table.evidence?.[row]?.[at] === 'unsupported'
  return column && cell !== null && !isFree ? { cell, column } : null
}

/** Nothing that both say differs. */
const agree = (a: Cell[], b: Cell[]): boolean =>
  a.every((value, at) => value === null || b[at] == null || value === b[at])

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
  let said: Cell[] = []
  const finish = (item: Item): Item => ({
    ...item,
    blank: together ? said.every((cell) => cell === null) : item.stated.every((value) => value === null),
    lists: lists.map(({ inner, columns }) => {
      const saying = item.rows.filter((row) => columns.some((field) => cellAt(placed, field, row) !== null))
      return [...readItems(inner, placed, saying)]
    }),
  })
  let open: Item | null = null
  for (const row of rows) {
    const stated = fields.map((field) => statedAt(placed, field, row))
    const says = together ? fields.map((field) => cellAt(placed, field, row)) : []
    if (open && together && agree(said, says)) {
      open.rows.push(row)
      open.stated = open.stated.map((value, at) => value ?? stated[at] ?? null)
      said = said.map((value, at) => value ?? says[at] ?? null)
      continue
    }
    if (open) yield finish(open)
    open = { rows: [row], stated, lists: [], blank: false }
    said = says
  }
  if (open) yield finish(open)
}
