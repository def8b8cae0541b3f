// For tests: a table that fits a template, with values of all kinds, and a later version of it.
import type { Cell, ColumnType, Table } from '../../../shared/table/table.ts'
import type { Template } from '../../../shared/template/template.ts'

/** Texts that look like something else. */
const texts = [
  '0042',
  '=1+1',
  '3-5',
  "'quoted",
  '1e5',
  '+49 30 1234',
  'TRUE',
  'zwei\nZeilen',
  'Ünïcödé 表',
  '12:30',
  '@x',
  '-1',
]

function valueFor(type: ColumnType, row: number, choices: string[] | null): Cell {
  if (choices) return choices[row % choices.length] ?? null
  switch (type) {
    case 'text':
      return `${texts[row % texts.length]}${row < texts.length ? '' : ` ${row}`}`
    case 'number':
      return row * 3 + 1
    case 'currency':
      return row * 12.25 + 0.5
    case 'percent':
      return (row % 10) / 10
    case 'date':
      return `2026-0${1 + (row % 9)}-1${row % 10}`
    case 'time':
      return `0${row % 10}:30`
    case 'datetime':
      return `2026-0${1 + (row % 9)}-1${row % 10}T08:15:00`
    case 'boolean':
      return row % 2 === 0
    case 'email':
      return `person${row}@example.com`
    case 'url':
      return `https://example.com/${row}`
  }
}

/** Columns as the template has them but those that it computes; the plain template gets a column of every type. */
function columnsFor({ layout }: Template): Table['columns'] {
  const types: ColumnType[] = [
    'text',
    'number',
    'currency',
    'percent',
    'date',
    'time',
    'datetime',
    'boolean',
    'email',
    'url',
  ]
  if (layout.columns.length === 0) return types.map((type) => ({ key: type, name: `A ${type}`, type }))
  return layout.columns
    .filter(({ formula }) => formula === undefined)
    .map(({ key, header, type }) => ({ key, name: header, type, ...(type === 'currency' ? { currency: 'EUR' } : {}) }))
}

/** `count` rows, the first `from`; an empty cell here and there. */
export function tableFor(template: Template, count: number, from = 0): Table {
  const columns = columnsFor(template)
  const choices = columns.map(({ key }) => {
    const rule = template.validation_rules.find(({ column }) => column === key)?.rule
    return rule?.kind === 'list' ? rule.values : null
  })
  const rows = Array.from({ length: count }, (_, at) =>
    columns.map(({ type }, c): Cell => {
      const row = from + at
      // An empty checkbox is one that is not checked: writers need not agree on how it is stored.
      return c > 1 && type !== 'boolean' && (row + c) % 7 === 6 ? null : valueFor(type, row, choices[c] ?? null)
    }),
  )
  return { title: `${template.name} (${count})`, columns, rows }
}

/** The same table later: the first row gone, a cell of the second changed, a row more. */
export function laterVersion(template: Template, { columns, rows, title }: Table): Table {
  const more = tableFor(template, 1, rows.length + 20).rows
  const changed = columns.findLastIndex(({ type }) => type === 'number' || type === 'currency' || type === 'text')
  const kept = rows
    .slice(1)
    .map((row, at) =>
      row.map((cell, c) =>
        at !== 0 || c !== changed || c === 0 ? cell : typeof cell === 'number' ? cell + 1 : 'changed',
      ),
    )
  return { title, columns, rows: [...kept, ...more] }
}
