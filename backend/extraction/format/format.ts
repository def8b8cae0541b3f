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

/** A field of a record: `path` are the names that lead to it, `key` the template's column. A list is written into one cell. */
export type Field = {
  path: string[]
  key: string
  /** For each name of the path: whether the object that it stands in has to have it, and whether null will do. */
  steps: { required: boolean; nullable: boolean }[]
  scalar: Scalar
  list: { min: number; max: number; unique: boolean } | null
}

/** `template` is what engines go by. `fields` are those of a JSON Schema; null: the template's columns are the fields. */
export type Format = { template: Template; fields: Field[] | null }
