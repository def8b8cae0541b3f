// Makes records in the shape of a JSON Schema out of what a table’s rows say, each value checked by its field.
import type { UnfitRecord } from '../../../shared/contract/output-schemas.ts'
import { type Entry, type Field, type FieldList, isFieldList } from './format.ts'
import { readField } from './read-field.ts'
import type { Item, Stated } from './read-items.ts'

export type Fault = UnfitRecord['faults'][number]
export type Made = { values: Record<string, unknown>; faults: Fault[] }

type Tree = { [name: string]: unknown }

/** `__proto__` is a name like any other in JSON. */
const put = (tree: Tree, name: string, value: unknown) =>
  Object.defineProperty(tree, name, { value, enumerable: true, writable: true, configurable: true })

const isSame = (a: Entry, b: Entry, depth: number) => a.path.slice(0, depth).every((name, at) => name === b.path[at])

/** An entry’s value, undefined when nothing is said of it; `said` when something is that does not fit. */
type Value = { value: unknown; said: boolean }

/**
 * One record, or item of a list. A field that nothing is said of is left out where it may be, is null where that will do, and
 * keeps the record from fitting otherwise; a list that has to be there is empty then, when it may be.
 */
export function makeRecord(entries: Entry[], item: Item, locale: string | undefined): Made {
  const faults: Fault[] = []
  const add = (field: string, code: Fault['code'], value: Fault['value'], detail: string) =>
    faults.push({ field, code, value, detail })

  const readPlain = (field: Field, stated: Stated): Value => {
    if (!stated) return { value: undefined, said: false }
    const read = readField(stated.cell, field, stated.column, locale)
    if ('value' in read) return { value: read.value, said: true }
    add(field.name, read.fault, stated.cell, read.says)
    return { value: undefined, said: true }
  }
  const readList = ({ name, size, entries: inner }: FieldList, items: Item[]): Value => {
    if (items.length === 0) return { value: undefined, said: false }
    const made = items
      .map((each) => makeRecord(inner, each, locale))
      .filter(({ values, faults: own }) => own.length > 0 || Object.keys(values).length > 0)
    if (made.length === 0) return { value: undefined, said: false }
    for (const [at, { faults: own }] of made.entries())
      for (const fault of own) faults.push({ ...fault, field: `${name}[${at}]${fault.field.slice(name.length)}` })
    const value = made.map(({ values }) => values)
    if (value.length < size.min) add(name, 'out_of_bounds', null, `has fewer than ${size.min} items`)
    if (value.length > size.max) add(name, 'out_of_bounds', null, `has more than ${size.max} items`)
    if (size.unique && new Set(value.map((each) => JSON.stringify(each))).size < value.length)
      add(name, 'rule_broken', null, 'lists something twice')
    return { value, said: true }
  }
  let [plain, list] = [0, 0]
  const read = entries.map((entry) =>
    isFieldList(entry) ? readList(entry, item.lists[list++] ?? []) : readPlain(entry, item.stated[plain++] ?? null),
  )
  const values: Tree = {}

  /** Fills the entries from `first` to before `last`, which share the first `depth` names, into `tree`. */
  const fill = (tree: Tree, first: number, last: number, depth: number) => {
    for (let at = first; at < last; ) {
      const entry = entries[at]!
      let end = at + 1
      while (end < last && isSame(entry, entries[end]!, depth + 1)) end++
      const name = entry.path[depth]!
      const { required, nullable } = entry.steps[depth]!
      const inside = read.slice(at, end)
      if (
        entry.path.length > depth + 1 &&
        (inside.some(({ value }) => value !== undefined) || (required && !nullable))
      ) {
        const inner: Tree = {}
        fill(inner, at, end, depth + 1)
        put(tree, name, inner)
      } else if (inside[0]?.value !== undefined) put(tree, name, inside[0].value)
      else if (required && nullable) put(tree, name, null)
      else if (required && isFieldList(entry) && entry.size.min === 0) put(tree, name, [])
      else if (required && !inside[0]?.said) add(entry.name, 'missing', null, 'is not stated')
      at = end
    }
  }
  fill(values, 0, entries.length, 0)
  return { values, faults }
}
