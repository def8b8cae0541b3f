// Builds the JSON Schema of write_table for strict mode.
import { ColumnType } from '../../shared/table/table.ts'
import { strictFault } from '../../shared/template/strict-limits.ts'
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

/** The schema of write_table: with the columns of `template` when it has any and strict mode can carry them. */
export const writeTableSchema = (template: Template | null): Schema =>
  fitsSchema(template) ? templateSchema(template) : freeSchema()

/** Whether rows are asked for under the template's own columns. */
export const fitsSchema = (template: Template | null): template is Template =>
  template !== null && template.layout.columns.length > 0 && strictFault(template) === null
