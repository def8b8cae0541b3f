// Makes a format of what was asked for: a template as it is, or the columns that a JSON Schema describes.
import { formatCharacters } from '../../../shared/contract/output-schemas.ts'
import { columnOfSchema } from '../../../shared/template/import/read-schema.ts'
import { keyFor } from '../../../shared/template/import-template.ts'
import { strictFault } from '../../../shared/template/strict-limits.ts'
import { Template, type TemplateInput } from '../../../shared/template/template.ts'
import { uniqueHeader } from '../../../shared/template/unique-header.ts'
import { Problem } from '../../platform/problem.ts'
import { allFields, type Entry, type Field, type FieldList, type Format, listsOf, schemaTemplateId } from './format.ts'
import { type ReadEntry, type ReadField, readSchema, SchemaFault } from './read-schema.ts'

const invalid = (why: string) => new Problem('format_invalid', why)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A template with columns is a format as it is. Throws `Problem('format_invalid')`. */
export function formatOfTemplate(template: Template): Format {
  if (template.layout.columns.length === 0)
    throw invalid(`The template “${template.name}” has no columns, so any rows fit it. Name another, or leave it out.`)
  return { template, entries: null }
}

const looks = { header: { background: '#ffffff', color: '#000000' }, banding: null }

/** Hints for a model; the fields themselves are checked by the schema. */
function columnsOf(read: ReadEntry[]) {
  const keys = new Set<string>()
  const headers = new Set<string>()
  const columns: TemplateInput['layout']['columns'] = []
  const rules: TemplateInput['validation_rules'] = []
  const addField = ({ schema, ...field }: ReadField, lists: string[]): Field => {
    const path = [...lists, ...field.path]
    const key = keyFor(path.join('_'), keys, columns.length)
    const required = lists.length === 0 && field.steps.every((step) => step.required && !step.nullable)
    const { column, rule } = columnOfSchema({ path, schema, required })
    if (rule?.kind === 'list') rules.push({ column: key, rule })
    const { default: _, number_format: __, ...asked } = column
    const aliases = [...new Set([...(asked.aliases ?? []), path.join(' ').slice(0, 200)])].filter(
      (alias) => alias !== asked.header,
    )
    columns.push({ ...asked, key, header: uniqueHeader(asked.header, headers), aliases })
    return { ...field, key }
  }
  const add = (entry: ReadEntry, lists: string[]): Entry =>
    'entries' in entry
      ? { ...entry, entries: entry.entries.map((inner) => add(inner, [...lists, ...entry.path])) }
      : addField(entry, lists)
  const entries = read.map((entry) => add(entry, []))
  return { columns, rules, entries }
}

/** What a model has to know of lists within records: its rows are flat. */
function tellLists(entries: Entry[]): string {
  const lists = (inner: Entry[]): FieldList[] => listsOf(inner).flatMap((list) => [list, ...lists(list.entries)])
  const told = lists(entries).map(
    (list) =>
      `“${list.name}” (${allFields(list.entries)
        .map(({ key }) => key)
        .slice(0, 20)
        .join(', ')})`,
  )
  if (told.length === 0) return ''
  return (
    `Records hold lists: ${told.join('; ')}. Write a row for each item of a list, and repeat the record’s other values in each of its rows; ` +
    'in the row of one list’s item leave the columns of lists beside it null. A record without items gets one row.'
  )
}

/** Throws `Problem('format_invalid')`, which says what of the schema can't be held, and where. */
export function formatOfSchema(given: unknown): Format {
  if (!isObject(given)) throw invalid('“json_schema” is no JSON Schema: a schema is an object.')
  const size = JSON.stringify(given).length
  if (size > formatCharacters)
    throw invalid(
      `The schema has ${size.toLocaleString('en-US')} characters; ${formatCharacters.toLocaleString('en-US')} are the most.`,
    )
  const schema = isObject(given.schema) && !isObject(given.properties) ? given.schema : given
  try {
    const { record, size, entries: read } = readSchema(schema)
    const { columns, rules, entries } = columnsOf(read)
    const title = typeof record.title === 'string' ? record.title.trim().slice(0, 200) : ''
    const template = Template.parse({
      ...{ id: schemaTemplateId, version: 1, name: title || 'Records', description: tellLists(entries).slice(0, 2000) },
      layout: { columns, frozen_rows: 0, frozen_columns: 0, filter: false, totals_label: null },
      formatting: looks,
      validation_rules: rules,
    } satisfies TemplateInput)
    const fault = strictFault(template)
    if (fault !== null) throw invalid('The schema has more, or longer, names than a model can be given as a form.')
    return { template, entries, size }
  } catch (error) {
    if (error instanceof SchemaFault) throw invalid(error.message)
    throw error
  }
}
