// What rows are asked to look like: the columns that they are made under, and the fields that are made of them.
import type { Template } from '../../../shared/template/template.ts'

/** What a single value has to be, as far as a JSON Schema says it. Bounds are included unless they are `above` or `below`. */
export type Scalar = {
  types: ('string' | 'number' | 'integer' | 'boolean')[]
  nullable: boolean
  listed: (string | number | boolean)[] | null
  format: string | null
  pattern: string | null
  length: { min: number; max: number }
  bounds: { min: number; max: number; above: number; below: number; step: number | null }
}

/** For a name of a path: whether the object that it stands in has to have it, and whether null will do. */
export type Step = { required: boolean; nullable: boolean }

/** How many items a list takes, and whether they all differ. */
export type Size = { min: number; max: number; unique: boolean }

/**
 * A field of a record: `path` are the names that lead to it from the object that is a record, or an item of a list; `name` all
 * of them from the outermost, with dots. `key` is the template's column. A list of plain values is written into one cell.
 */
export type Field = { path: string[]; name: string; steps: Step[]; key: string; scalar: Scalar; list: Size | null }

/** A list of objects within a record. */
export type FieldList = { path: string[]; name: string; steps: Step[]; size: Size; entries: Entry[] }

/** In the order of the schema. */
export type Entry = Field | FieldList

export const isFieldList = (entry: Entry): entry is FieldList => 'entries' in entry
export const fieldsOf = (entries: Entry[]): Field[] => entries.flatMap((entry) => (isFieldList(entry) ? [] : [entry]))
export const listsOf = (entries: Entry[]): FieldList[] => entries.filter(isFieldList)

/** With those of all lists in it. */
export const allFields = (entries: Entry[]): Field[] =>
  entries.flatMap((entry) => (isFieldList(entry) ? allFields(entry.entries) : [entry]))

/**
 * `template` is what engines go by. `entries` are those of a JSON Schema; null: the template's columns are the
 * fields. `size` says how many records there have to be, where the schema is of a list of them.
 */
export type Format = { template: Template; entries: Entry[] | null; size?: Size | null }

/** The id of a template that was made of a JSON Schema. */
export const schemaTemplateId = 'response-format'

/** The keys of the columns of each object of a record with lists in it. */
export function groupsOf({ entries }: Format): string[][] {
  const keys = (inner: Entry[]): string[][] => [
    fieldsOf(inner).map(({ key }) => key),
    ...listsOf(inner).flatMap((list) => keys(list.entries)),
  ]
  return listsOf(entries ?? []).length > 0 ? keys(entries ?? []) : []
}

/** The names in a record that lead to the lists in it. */
export const listNamesOf = ({ entries }: Format): string[] => [
  ...new Set(listsOf(entries ?? []).flatMap(({ path: [first] }) => (first === undefined ? [] : [first]))),
]
