// Builds the JSON Schema of write_table for strict mode, and checks a template against what strict mode can carry.
import { ColumnType } from '../../shared/table/table.ts'
import type { Template, TemplateColumn } from '../../shared/template/template.ts'
import { rowExpression, strict } from './table-tool-parts.ts'

type Schema = Record<string, unknown>

const title = { type: 'string', description: 'A short title, 2 to 6 words, in the language of the message.' }

const announced = {
  type: ['integer', 'null'],
  description: 'How many rows you are about to write: every record of this table in the text; null if you cannot tell.',
}

const cell = {
  type: ['string', 'null'],
  description: 'The value copied exactly as the text writes it, not converted; null when the text does not say.',
}

const newColumn = strict({
  name: { type: 'string', description: 'The header people will read.' },
  type: { type: 'string', enum: ColumnType.options },
  currency: {
    type: ['string', 'null'],
    description: 'ISO 4217 code when the type is currency and the text states it, otherwise null.',
  },
  formula: {
    type: ['string', 'null'],
    description: `Null, unless the column is to be computed from others and the text does not give its values. ${rowExpression} Its cells in the rows are null then.`,
  },
})

/** Columns before rows, so that rows can be typed as they come. */
const freeSchema = (): Schema =>
  strict({
    title,
    rows_announced: announced,
    columns: { type: 'array', items: newColumn },
    rows: { type: 'array', items: { type: 'array', items: cell } },
  })

const mostAliases = 4
const mostValues = 20

const describe = ({ header, type, aliases, formula }: TemplateColumn, rule: string): string =>
  [
    `“${header}” (${type})`,
    aliases.length > 0 ? `also called ${aliases.slice(0, mostAliases).join(', ')}` : '',
    rule,
    formula ? `null unless the text states it: it is computed as ${formula}` : '',
  ]
    .filter(Boolean)
    .join('; ')

const rulesOf = (template: Template): Map<string, string> =>
  new Map(
    template.validation_rules.flatMap(({ column, rule }) =>
      rule.kind === 'list' && rule.values.length <= mostValues
        ? [[column, `meant to be one of ${rule.values.join(', ')}, but copied as written`] as const]
        : [],
    ),
  )

/** The name of the list with the values of `more_columns` in a row, beside the template's own keys. */
export const moreKey = (template: Template): string => {
  const taken = new Set(template.layout.columns.map(({ key }) => key))
  let key = 'more'
  while (taken.has(key)) key = `${key}_values`
  return key
}

const templateSchema = (template: Template): Schema => {
  const rules = rulesOf(template)
  const cells = template.layout.columns.map((column) => [
    column.key,
    { type: ['string', 'null'], description: describe(column, rules.get(column.key) ?? '') },
  ])
  const more = {
    type: 'array',
    items: cell,
    description: 'One value for each of more_columns, in their order.',
  }
  return strict({
    title,
    rows_announced: announced,
    more_columns: {
      type: 'array',
      items: newColumn,
      description: 'Columns that the person will want and that the rows have no place for; usually none.',
    },
    rows: { type: 'array', items: strict({ ...Object.fromEntries(cells), [moreKey(template)]: more }) },
  })
}

/** What providers accept of one strict schema. */
const strictLimits = {
  properties: 5_000,
  levels: 10,
  /** Of all names and listed values together. */
  characters: 120_000,
  listedValues: 1_000,
}

type Size = { properties: number; levels: number; characters: number; listedValues: number }

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function measure(schema: unknown, level = 1): Size {
  const size: Size = { properties: 0, levels: level, characters: 0, listedValues: 0 }
  if (!isSchema(schema)) return size
  const add = (inner: unknown, at: number) => {
    const more = measure(inner, at)
    size.properties += more.properties
    size.levels = Math.max(size.levels, more.levels)
    size.characters += more.characters
    size.listedValues += more.listedValues
  }
  if (isSchema(schema.properties)) {
    for (const [name, inner] of Object.entries(schema.properties)) {
      size.properties += 1
      size.characters += name.length
      add(inner, level + 1)
    }
  }
  if (schema.items !== undefined) add(schema.items, level + 1)
  for (const inner of Array.isArray(schema.anyOf) ? schema.anyOf : []) add(inner, level)
  for (const value of Array.isArray(schema.enum) ? schema.enum : []) {
    size.listedValues += 1
    size.characters += String(value).length
  }
  return size
}

/** Why strict mode cannot carry the template, as a sentence for the person who saves it, or null when it can. */
export function checkStrictLimits(template: Template): string | null {
  const keys = template.layout.columns.map(({ key }) => key)
  if (new Set(keys).size < keys.length) return 'Two columns of the template have the same key. Give each its own.'
  const size = measure(templateSchema(template))
  if (size.properties > strictLimits.properties || size.characters > strictLimits.characters) {
    return `The template has ${keys.length.toLocaleString('en-US')} columns with long names: more than a model can be given as a form. Remove columns or shorten their keys.`
  }
  if (size.levels > strictLimits.levels || size.listedValues > strictLimits.listedValues)
    return 'The template is nested too deeply, or lists too many values, to be given to a model as a form.'
  return null
}

/** The schema of write_table: with the columns of `template` when it has any and strict mode can carry them. */
export const writeTableSchema = (template: Template | null): Schema =>
  fitsSchema(template) ? templateSchema(template) : freeSchema()

/** Whether rows are asked for under the template's own columns. */
export const fitsSchema = (template: Template | null): template is Template =>
  template !== null && template.layout.columns.length > 0 && checkStrictLimits(template) === null
