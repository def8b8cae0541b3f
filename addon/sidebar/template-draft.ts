// A template while it is being edited: pure changes that keep its parts in step.
import type { TemplateBody, TemplateEntry } from '../../shared/contract/template-schemas.ts'
import type { Column } from '../../shared/table/table.ts'
import type { TemplateColumn } from '../../shared/template/template.ts'
import type { ValidationRule } from '../../shared/template/validation-rule.ts'

export type Draft = TemplateBody

/** A template as it can be saved: without what the server gives it. */
export function draftOf(template: TemplateBody | TemplateEntry): Draft {
  const { name, description, locale, layout, formatting, validation_rules } = template
  return structuredClone({ name, description, locale, layout, formatting, validation_rules })
}

/** A new template: one empty column, a quiet look. */
export function emptyTemplate(): Draft {
  return {
    name: '',
    description: '',
    locale: null,
    layout: {
      columns: [newColumn([])],
      frozen_rows: 1,
      frozen_columns: 0,
      filter: true,
      totals_label: null,
      sort: [],
      chart: null,
    },
    formatting: {
      header: { background: '#174ea6', color: '#ffffff' },
      banding: { first: '#ffffff', second: '#eef3fd' },
      totals: null,
      conditional_formats: [],
      gridlines: true,
    },
    validation_rules: [],
  }
}

/** A template with the columns of a table. */
export function templateFrom(title: string, columns: Column[]): Draft {
  const draft = emptyTemplate()
  const own: TemplateColumn[] = []
  for (const { name, key, type, currency } of columns) {
    const header = (name || key).slice(0, 200)
    own.push({
      key: freshKey(header, own),
      header,
      type,
      aliases: [],
      required: false,
      unique: false,
      ...(currency === undefined ? {} : { currency }),
    })
  }
  return { ...draft, name: title.slice(0, 200), layout: { ...draft.layout, columns: own } }
}

/** A header as a key: Latin letters, digits and underscores, a letter first, no other column's. */
export function freshKey(header: string, columns: Pick<TemplateColumn, 'key'>[]): string {
  const plain = header
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 50)
  const stem = plain === '' ? 'column' : plain
  const taken = new Set(columns.map(({ key }) => key))
  for (let number = 1; ; number++) {
    const key = number === 1 && plain !== '' ? stem : `${stem}_${number}`
    if (!taken.has(key)) return key
  }
}

function newColumn(columns: TemplateColumn[]): TemplateColumn {
  return { key: freshKey('', columns), header: '', type: 'text', aliases: [], required: false, unique: false }
}

const withColumns = (draft: Draft, columns: TemplateColumn[]): Draft => ({
  ...draft,
  layout: { ...draft.layout, columns },
})

export const addColumn = (draft: Draft): Draft =>
  withColumns(draft, [...draft.layout.columns, newColumn(draft.layout.columns)])

/** A column that is new takes its key from the first header it gets; later its formulas and rules hang on it. */
export function setColumn(draft: Draft, at: number, change: Partial<TemplateColumn>): Draft {
  const columns = draft.layout.columns.map((column, index) => (index === at ? withChange(column, change) : column))
  return withColumns(draft, columns)
}

/** What is set to undefined goes, as the contract has it. */
function withChange(column: TemplateColumn, change: Partial<TemplateColumn>): TemplateColumn {
  const changed = { ...column, ...change }
  for (const [name, value] of Object.entries(change))
    if (value === undefined) delete changed[name as keyof TemplateColumn]
  return changed
}

/** Gives keys to the columns that were added and have a header by now. */
export function settleKeys(draft: Draft): Draft {
  const settled: TemplateColumn[] = []
  const renamed = new Map<string, string>()
  for (const column of draft.layout.columns) {
    const isNew = /^column_\d+$/.test(column.key)
    const others = [...settled, ...draft.layout.columns.filter((one) => one !== column)]
    const key = isNew && column.header.trim() !== '' ? freshKey(column.header, others) : column.key
    if (key !== column.key) renamed.set(column.key, key)
    settled.push({ ...column, key, header: column.header.trim() })
  }
  const keyOf = (key: string) => renamed.get(key) ?? key
  return {
    ...withColumns(draft, settled),
    name: draft.name.trim(),
    validation_rules: draft.validation_rules.map((entry) => ({ ...entry, column: keyOf(entry.column) })),
  }
}

/** With it go its rule and what names it: looks of its own, its place in the order of rows, a chart. */
export function removeColumn(draft: Draft, at: number): Draft {
  const gone = draft.layout.columns[at]?.key
  if (gone === undefined) return draft
  const { layout, formatting } = draft
  const chart = layout.chart
  const charted = chart !== null && (chart.labels === gone || chart.series.includes(gone))
  const conditions = formatting.conditional_formats.flatMap((format) => {
    if (!format.columns.includes(gone)) return [format]
    const columns = format.columns.filter((key) => key !== gone)
    return columns.length > 0 ? [{ ...format, columns }] : []
  })
  return {
    ...draft,
    layout: {
      ...layout,
      columns: layout.columns.filter((_, index) => index !== at),
      sort: layout.sort.filter(({ column }) => column !== gone),
      chart: charted ? null : chart,
    },
    formatting: { ...formatting, conditional_formats: conditions },
    validation_rules: draft.validation_rules.filter(({ column }) => column !== gone),
  }
}

export function moveColumn(draft: Draft, at: number, by: -1 | 1): Draft {
  const columns = [...draft.layout.columns]
  const [column] = columns.splice(at, 1)
  if (column === undefined || at + by < 0 || at + by > columns.length) return draft
  columns.splice(at + by, 0, column)
  return withColumns(draft, columns)
}

export const ruleOf = (draft: Draft, key: string): ValidationRule | null =>
  draft.validation_rules.find(({ column }) => column === key)?.rule ?? null

export function setRule(draft: Draft, key: string, rule: ValidationRule | null): Draft {
  const others = draft.validation_rules.filter(({ column }) => column !== key)
  return { ...draft, validation_rules: rule === null ? others : [...others, { column: key, rule }] }
}

/** A rule of that kind to begin with. */
export function newRule(kind: ValidationRule['kind']): ValidationRule {
  switch (kind) {
    case 'checkbox':
      return { kind }
    case 'list':
      return { kind, values: [], strict: false }
    case 'pattern':
      return { kind, pattern: '', strict: false }
    case 'formula':
      return { kind, formula: '', strict: false }
    default:
      return { kind, strict: false }
  }
}
