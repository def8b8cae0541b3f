// Makes records in the shape of a JSON Schema out of a table’s rows, each value checked by its field.
import type { UnfitRecord } from '../../../shared/contract/output-schemas.ts'
import type { Cell, Table } from '../../../shared/table/table.ts'
import type { Field } from './format.ts'
import { readField } from './read-field.ts'

export type Fault = UnfitRecord['faults'][number]
export type Made = { values: Record<string, unknown>; faults: Fault[] }

type Tree = { [name: string]: unknown }

/** `__proto__` is a name like any other in JSON. */
const put = (tree: Tree, name: string, value: unknown) =>
  Object.defineProperty(tree, name, { value, enumerable: true, writable: true, configurable: true })

const isSame = (a: Field, b: Field, depth: number) => a.path.slice(0, depth).every((name, at) => name === b.path[at])

/**
 * One row as a record. `places` are the fields’ columns in the table, -1 for none. A field that nothing is said of is left
 * out where it may be, is null where that will do, and keeps the record from fitting otherwise.
 */
export function makeRecord(
  fields: Field[],
  places: number[],
  { columns }: Pick<Table, 'columns'>,
  row: readonly Cell[],
  locale: string | undefined,
): Made {
  const faults: Fault[] = []
  const stated = fields.map((field, at) => {
    const column = columns[places[at] ?? -1]
    const cell = column ? (row[places[at] ?? -1] ?? null) : null
    if (!column || cell === null || cell === '') return undefined
    const read = readField(cell, field, column, locale)
    if ('value' in read) return read.value
    faults.push({ field: field.path.join('.'), code: read.fault, value: cell, detail: read.says })
    return undefined
  })
  const faulty = new Set(faults.map(({ field }) => field))
  const values: Tree = {}

  /** Fills the fields from `first` to before `last`, which share the first `depth` names, into `tree`. */
  const fill = (tree: Tree, first: number, last: number, depth: number) => {
    for (let at = first; at < last; ) {
      const field = fields[at]!
      let end = at + 1
      while (end < last && isSame(field, fields[end]!, depth + 1)) end++
      const name = field.path[depth]!
      const { required, nullable } = field.steps[depth]!
      const inside = stated.slice(at, end)
      if (field.path.length > depth + 1 && (inside.some((value) => value !== undefined) || (required && !nullable))) {
        const inner: Tree = {}
        fill(inner, at, end, depth + 1)
        put(tree, name, inner)
      } else if (inside[0] !== undefined) put(tree, name, inside[0])
      else if (required && nullable) put(tree, name, null)
      else if (required && !faulty.has(field.path.join('.')))
        faults.push({ field: field.path.join('.'), code: 'missing', value: null, detail: 'is not stated' })
      at = end
    }
  }
  fill(values, 0, fields.length, 0)
  return { values, faults }
}
