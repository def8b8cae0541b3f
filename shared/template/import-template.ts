// Makes a template of what other programs have: a template's file, a template alone, or a JSON Schema of records.
import type * as z from 'zod'
import { checkTemplate } from './check-template.ts'
import { columnOfSchema, type JsonSchema, recordSchema, textAt } from './import/read-schema.ts'
import { soundTemplate } from './sound-template.ts'
import { ColumnKey, Template, type TemplateInput } from './template.ts'
import { uniqueHeader } from './unique-header.ts'

/** A template to look at and save, and sentences about what it could not take over; or why there is none. */
export type Imported = { template: Template; notes: string[] } | { fault: string }

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const plainLooks = {
  header: { background: '#174ea6', color: '#ffffff' },
  banding: { first: '#ffffff', second: '#eef3fd' },
}

/** Where in the template what is missing or wrong, for a sentence. */
function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues
  return issue ? `${issue.path.join('.') || 'the whole'}: ${issue.message}` : 'unknown'
}

function ownTemplate(value: Record<string, unknown>): Imported {
  const read = Template.safeParse({ id: 'imported', description: '', ...value, version: 1 })
  if (!read.success) return { fault: `The template cannot be read (${firstIssue(read.error)}).` }
  const sound = soundTemplate(read.data)
  const [fault] = checkTemplate(sound.template)
  return fault ? { fault: fault.says } : sound
}

/** A key for a name of any writing that no other column of `taken` has, where it is put. */
export function keyFor(name: string, taken: Set<string>, at: number): string {
  const words = name
    .normalize('NFKD')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 56)
  const base = ColumnKey.safeParse(words).success ? words : `column_${at + 1}`
  let key = base
  for (let copy = 2; taken.has(key); copy++) key = `${base}_${copy}`
  taken.add(key)
  return key
}

function schemaTemplate(schema: JsonSchema): Imported {
  const records = recordSchema(schema)
  if (records.fields.length === 0) return { fault: 'The schema describes no records with properties of their own.' }
  const taken = new Set<string>()
  const headers = new Set<string>()
  const notes: string[] = [...records.notes]
  const rules: TemplateInput['validation_rules'] = []
  const columns = records.fields.slice(0, 1000).map((field, at) => {
    const key = keyFor(field.path.join('_'), taken, at)
    const made = columnOfSchema(field)
    if (made.rule) rules.push({ column: key, rule: made.rule })
    notes.push(...made.notes)
    return { ...made.column, key, header: uniqueHeader(made.column.header, headers) }
  })
  const template = Template.parse({
    ...{ id: 'imported', version: 1, name: textAt(schema, 'title')?.trim().slice(0, 200) || 'Imported template' },
    description: (textAt(schema, 'description') ?? '').slice(0, 2000),
    layout: { columns, frozen_rows: 1, frozen_columns: 0, filter: true, totals_label: null },
    formatting: plainLooks,
    validation_rules: rules,
  })
  const sound = soundTemplate(template)
  return { template: sound.template, notes: [...notes, ...sound.notes] }
}

/** Reads parsed JSON. Properties of a JSON Schema become columns, with their types, lists, limits and descriptions. */
export function importTemplate(value: unknown): Imported {
  if (!isObject(value)) return { fault: 'This is no template: a template is a JSON object.' }
  if (isObject(value.template)) return ownTemplate(value.template)
  if (isObject(value.layout) && Array.isArray(value.layout.columns)) return ownTemplate(value)
  if (isObject(value.schema) && !('properties' in value)) return importTemplate(value.schema)
  if ('properties' in value || 'items' in value || '$ref' in value || '$schema' in value || 'allOf' in value)
    return schemaTemplate(value)
  return { fault: 'This is neither a template nor a JSON Schema of an object.' }
}
