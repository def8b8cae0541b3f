// The one rule for nested values: objects become dotted columns, lists of words one cell, lists of objects a table.
import { cellText, isRecord, isScalar, type Json, type JsonRecord } from './markup/read-json-value.ts'

type Scalar = string | number | boolean

/** `path` is the dotted name of the lists whose items are the rows; the first column says which parent they belong to. */
export type ChildTable = { path: string; columns: string[]; rows: (Scalar | null)[][] }

export type Flattened = { columns: string[]; rows: (Scalar | null)[][]; children: ChildTable[] }

/** Objects within objects become columns down to this depth; what is deeper stays one cell of JSON. */
const deepest = 3

/** {"customer": {"name": "Ada"}} is the column customer.name. A name that is taken already gets a number. */
export function* dottedMembers(record: JsonRecord): Generator<[string, Json]> {
  const taken = new Set<string>()
  function* walk(inner: JsonRecord, prefix: string, depth: number): Generator<[string, Json]> {
    for (const [key, value] of Object.entries(inner)) {
      if (isRecord(value) && depth < deepest && Object.keys(value).length > 0) {
        yield* walk(value, `${prefix}${key}.`, depth + 1)
        continue
      }
      let name = prefix + key
      for (let copy = 2; taken.has(name); copy += 1) name = `${prefix}${key} (${copy})`
      taken.add(name)
      yield [name, value]
    }
  }
  yield* walk(record, '', 0)
}

const toJson = (value: unknown): Json => {
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol') return null
  return typeof value === 'bigint' ? String(value) : (value as Json)
}

/** A cell that needs no table of its own. */
function toScalar(value: Json): Scalar | null {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  if (Array.isArray(value) && value.length === 0) return null
  if (isRecord(value) && Object.keys(value).length === 0) return null
  return cellText(value)
}

/** A list that is more than words: its items are records of their own. */
const isChildList = (value: Json): value is Json[] => Array.isArray(value) && !value.every(isScalar)

type Child = { parent: number; record: JsonRecord }
type Laid = { columns: string[]; rows: (Scalar | null)[][]; lists: Map<string, Child[]> }

function layOut(records: JsonRecord[]): Laid {
  const columns = new Map<string, number>()
  const lists = new Map<string, Child[]>()
  const rows = records.map((record, parent) => {
    const row: (Scalar | null)[] = []
    for (const [name, value] of dottedMembers(record)) {
      if (isChildList(value)) {
        const items = lists.get(name) ?? []
        lists.set(name, items)
        for (const item of value)
          if (item !== null) items.push({ parent, record: isRecord(item) ? item : { value: item } })
        continue
      }
      const scalar = toScalar(value)
      // A list that is empty here may be a table elsewhere: it is no column yet.
      if (scalar === null && typeof value === 'object' && value !== null) continue
      if (!columns.has(name)) columns.set(name, columns.size)
      row[columns.get(name)!] = scalar
    }
    return row
  })
  const width = columns.size
  return {
    columns: [...columns.keys()],
    rows: rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? null)),
    lists,
  }
}

/** The place of a column whose values name the rows, each its own: the wanted one, one called so, or the first. */
function keyColumn({ columns, rows }: Laid, wanted: string | undefined): number {
  const names = (at: number) => {
    const values = rows.map((row) => row[at] ?? null)
    return !values.includes(null) && new Set(values.map(String)).size === rows.length
  }
  const called = columns.flatMap((name, at) => (/^(?:id|key|uuid|code|number|no|nr|sku|ref)$/i.test(name) ? [at] : []))
  const tried = [wanted === undefined ? -1 : columns.indexOf(wanted), ...called, 0]
  return tried.find((at) => at >= 0 && at < columns.length && names(at)) ?? -1
}

function flattenChildren(laid: Laid, key: string | undefined, prefix: string): ChildTable[] {
  const at = keyColumn(laid, key)
  const keyName = at < 0 ? 'row' : laid.columns[at]!
  return [...laid.lists].flatMap(([name, items]) => {
    const path = prefix + name
    const child = layOut(items.map(({ record }) => record))
    const own = child.columns.includes(keyName) ? `parent.${keyName}` : keyName
    const rows = child.rows.map((row, index) => {
      const parent = items[index]!.parent
      return [at < 0 ? parent + 1 : (laid.rows[parent]?.[at] ?? null), ...row]
    })
    const table = { path, columns: [own, ...child.columns], rows }
    return [...(child.columns.length > 0 ? [table] : []), ...flattenChildren(child, undefined, `${path}.`)]
  })
}

/**
 * Records as one table and, for each list of objects in them, a child table. The first column of a child is the parent's
 * `key` (or a column that names its rows), or the number of the parent's row. Records that are nothing but one list give
 * its items as the rows.
 */
export function flattenRecords(records: readonly unknown[], options: { key?: string } = {}): Flattened {
  const laid = layOut(
    records.map(toJson).map((value): JsonRecord => (isRecord(value) ? value : value === null ? {} : { value })),
  )
  const [only] = laid.lists.values()
  if (laid.columns.length === 0 && laid.lists.size === 1 && only)
    return flattenRecords(
      only.map(({ record }) => record),
      options,
    )
  return { columns: laid.columns, rows: laid.rows, children: flattenChildren(laid, options.key, '') }
}
