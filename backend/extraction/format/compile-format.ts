// Makes a format of what was asked for: a template as it is, or the columns that a JSON Schema describes.
import { formatCharacters } from '../../../shared/contract/output-schemas.ts'
import { columnOfSchema } from '../../../shared/template/import/read-schema.ts'
import { keyFor } from '../../../shared/template/import-template.ts'
import { strictFault } from '../../../shared/template/strict-limits.ts'
import { Template, type TemplateInput } from '../../../shared/template/template.ts'
import { uniqueHeader } from '../../../shared/template/unique-header.ts'
import { Problem } from '../../platform/problem.ts'
import type { Field, Format } from './format.ts'
import { readSchema, SchemaFault } from './read-schema.ts'

const invalid = (why: string) => new Problem('format_invalid', why)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A template with columns is a format as it is. Throws `Problem('format_invalid')`. */
export function formatOfTemplate(template: Template): Format {
  if (template.layout.columns.length === 0)
    throw invalid(`The template “${template.name}” has no columns, so any rows fit it. Name another, or leave it out.`)
  return { template, fields: null }
}

const looks = { header: { background: '#ffffff', color: '#000000' }, banding: null }

/** Hints for a model; the fields themselves are checked by the schema. */
function columnsOf(read: ReturnType<typeof readSchema>['fields']) {
  const keys = new Set<string>()
  const headers = new Set<string>()
  const rules: TemplateInput['validation_rules'] = []
  const fields: Field[] = []
  const columns = read.map(({ schema, ...field }, at) => {
    const key = keyFor(field.path.join('_'), keys, at)
    fields.push({ ...field, key })
    const required = field.steps.every((step) => step.required && !step.nullable)
    const { column, rule } = columnOfSchema({ path: field.path, schema, required })
    if (rule?.kind === 'list') rules.push({ column: key, rule })
    const { default: _, number_format: __, ...asked } = column
    const aliases = [...new Set([...(asked.aliases ?? []), field.path.join(' ').slice(0, 200)])].filter(
      (alias) => alias !== asked.header,
    )
    return { ...asked, key, header: uniqueHeader(asked.header, headers), aliases }
  })
  return { columns, rules, fields }
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
    const { record, fields: read } = readSchema(schema)
    const { columns, rules, fields } = columnsOf(read)
    const title = typeof record.title === 'string' ? record.title.trim().slice(0, 200) : ''
    const template = Template.parse({
      ...{ id: 'response-format', version: 1, name: title || 'Records', description: '' },
      layout: { columns, frozen_rows: 0, frozen_columns: 0, filter: false, totals_label: null },
      formatting: looks,
      validation_rules: rules,
    } satisfies TemplateInput)
    const fault = strictFault(template)
    if (fault !== null) throw invalid('The schema has more, or longer, names than a model can be given as a form.')
    return { template, fields }
  } catch (error) {
    if (error instanceof SchemaFault) throw invalid(error.message)
    throw error
  }
}
