// A table that fills every column of a template with values that keep its rules.
import type { Cell, ColumnType, Table } from '../../table/table.ts'
import type { Template } from '../template.ts'

const two = (number: number) => String(number).padStart(2, '0')

const values: Record<ColumnType, (row: number, at: number) => Cell> = {
  text: (row, at) => `Text ${String.fromCharCode(65 + ((row * 7 + at) % 26))}${row + 1}`,
  number: (row, at) => ((row * 3 + at) % 5) + 1,
  currency: (row, at) => 120.5 + row * 13.25 - at,
  percent: (row) => (row % 5) / 10,
  date: (row) => `2026-${two((row % 9) + 2)}-${two((row % 27) + 1)}`,
  time: (row, at) => `${two(8 + (at % 8))}:${two((row * 5) % 60)}:00`,
  datetime: (row) => `2026-05-${two((row % 27) + 1)}T09:${two(row % 60)}:00`,
  boolean: (row) => row % 3 === 0,
  email: (row) => `person${row + 1}@example.com`,
  url: (row) => `https://example.com/${row + 1}`,
}

/** The table has a column for each of the template's that no formula computes, under the template's own keys. */
export function sampleTable({ name, layout, validation_rules }: Template, rows = 12): Table {
  const columns = layout.columns.filter(({ formula }) => formula === undefined)
  const cellOf = (key: string, type: ColumnType, row: number, at: number): Cell => {
    const rule = validation_rules.find(({ column }) => column === key)?.rule
    if (rule?.kind === 'list') return rule.values[row % rule.values.length] ?? null
    return values[type](row, at)
  }
  return {
    title: name,
    columns: columns.map(({ key, header, type }) => ({
      ...{ key, name: header, type },
      ...(type === 'currency' ? { currency: 'EUR' } : {}),
    })),
    rows: Array.from({ length: rows }, (_, row) => columns.map(({ key, type }, at) => cellOf(key, type, row, at))),
  }
}
