// Gathers the records that an answer's tables say: lists within them stand in the same rows, or in tables of their own.
import type { Table } from '../../../shared/table/table.ts'
import { normaliseHeader } from '../../../shared/template/header-name.ts'
import { matchColumns } from '../../../shared/template/map-columns.ts'
import type { Template } from '../../../shared/template/template.ts'
import { allFields, type Entry, type FieldList, type Format, fieldsOf, listsOf } from './format.ts'
import { type Item, type Placed, readItems, type TracedTable } from './read-items.ts'

/** The key of the table's column that goes into each of the template's; null for none. */
export type Mapping = Record<string, string | null>

/** Headers decide; what columns hold is no reason to take them for something: nobody looks at it before it is used. */
export function mappingOf(template: Template, table: Table): Mapping {
  const found = matchColumns(template, table)
  return Object.fromEntries([...found].map(([key, { from, how }]) => [key, how === 'values' ? null : from]))
}

/** A list, the one that it is in, and its place among those of the same object. */
type Listed = { list: FieldList; parent: FieldList | null; at: number }

const allLists = (entries: Entry[], parent: FieldList | null = null): Listed[] =>
  listsOf(entries).flatMap((list, at) => [{ list, parent, at }, ...allLists(list.entries, list)])

/** Lists in records that were read become tables called by the table and the path to them. */
const isCalled = (title: string, { name }: FieldList): boolean =>
  normaliseHeader(title) === normaliseHeader(name) || title.toLowerCase().endsWith(`: ${name.toLowerCase()}`)

/** The template's columns as they are called within a list. */
const within = (template: Template, { name, entries }: FieldList): Template => {
  const columns = allFields(entries).flatMap((field) => {
    const column = template.layout.columns.find(({ key }) => key === field.key)
    return column ? [{ ...column, header: field.name.slice(name.length + 1).replaceAll('.', ' ') }] : []
  })
  return { ...template, layout: { ...template.layout, columns } }
}

const placed = (table: TracedTable, mapping: Mapping): Placed => {
  const at = new Map(table.columns.map(({ key }, index) => [key, index]))
  const places = Object.entries(mapping).flatMap(([key, from]): [string, number][] => {
    const index = from === null ? undefined : at.get(from)
    return index === undefined ? [] : [[key, index]]
  })
  return { table, places: new Map(places) }
}

/** Which row of its parent each row belongs to: the first column has the parent's key, or the number of its row. */
function parentRowOf(table: Table, parent: Table): ((row: number) => number | undefined) | null {
  const name = normaliseHeader(table.columns[0]?.name.replace(/^parent\./i, '') ?? '')
  const keyOf = (row: number) => String(table.rows[row]?.[0] ?? '')
  const at = parent.columns.findIndex((column) => normaliseHeader(column.name) === name)
  if (at >= 0) {
    const rows = new Map(parent.rows.map((cells, row) => [String(cells[at] ?? ''), row]))
    return (row) => rows.get(keyOf(row))
  }
  return name === 'row' ? (row) => Number(keyOf(row)) - 1 : null
}

/** A record, and the table that it begins in. */
export type Gathered = { item: Item; table: number }
type Read = { scope: FieldList | null; table: TracedTable; items: Map<number, Item> }

/** What several tables say of one record. */
const joinItems = ([first, ...others]: Gathered[]): Gathered[] => {
  if (!first) return []
  for (const { item } of others) for (const [at, items] of item.lists.entries()) first.item.lists[at]?.push(...items)
  return [first]
}

/** Records of which only lists are said belong to the only record there is. */
function joinBlank(entries: Entry[], gathered: Gathered[]): Gathered[] {
  if (fieldsOf(entries).length === 0) return joinItems(gathered)
  const whole = gathered.filter(({ item }) => !item.blank)
  return whole.length === 1 && whole.length < gathered.length
    ? joinItems([...whole, ...gathered.filter(({ item }) => item.blank)])
    : gathered
}

/** `tell` gets the columns that went into each table's records. */
export function* gatherRecords(
  { template, entries }: { template: Format['template']; entries: Entry[] },
  tables: TracedTable[],
  tell: (table: number, mapping: Mapping) => void,
): Generator<Gathered> {
  const lists = allLists(entries)
  const gathered: Gathered[] = []
  const read: Read[] = []

  /** A table of the items of a list, each of which names its parent; false when this is none. */
  const addItems = (index: number, table: TracedTable): boolean => {
    const listed = lists.find(({ list }) => isCalled(table.title, list))
    const above = listed && read.findLast(({ scope }) => scope === listed.parent)
    const parentOf = above && parentRowOf(table, above.table)
    if (!listed || !parentOf) return false
    const { list, at } = listed
    const mapping = mappingOf(within(template, list), { ...table, columns: table.columns.slice(1) })
    tell(index, mapping)
    const rows = new Map<Item, number[]>()
    for (const row of table.rows.keys()) {
      const parent = above.items.get(parentOf(row) ?? -1)
      if (!parent) continue
      const own = rows.get(parent)
      if (own) own.push(row)
      else rows.set(parent, [row])
    }
    const items = new Map<number, Item>()
    for (const [parent, own] of rows)
      for (const item of readItems(list.entries, placed(table, mapping), own)) {
        parent.lists[at]?.push(item)
        for (const row of item.rows) items.set(row, item)
      }
    read.push({ scope: list, table, items })
    return true
  }

  for (const [index, table] of tables.entries()) {
    if (addItems(index, table)) continue
    const mapping = mappingOf(template, table)
    const listed = lists.find(({ list, parent }) => parent === null && isCalled(table.title, list))
    const isOwn = fieldsOf(entries).some(({ key }) => mapping[key] != null)
    const scoped = listed && !isOwn ? { ...mapping, ...mappingOf(within(template, listed.list), table) } : mapping
    tell(index, scoped)
    if (Object.values(scoped).every((from) => from === null)) continue
    const items = readItems(entries, placed(table, scoped), table.rows.keys())
    if (lists.length === 0) {
      for (const item of items) yield { item, table: index }
      continue
    }
    const known = new Map<number, Item>()
    for (const item of items) {
      gathered.push({ item, table: index })
      for (const row of item.rows) known.set(row, item)
    }
    read.push({ scope: null, table, items: known })
  }
  yield* joinBlank(entries, gathered)
}
