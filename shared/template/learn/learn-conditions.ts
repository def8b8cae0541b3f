// Conditional formats of the sheet as a template states them.
import { isoDate } from '../../table/compute/serial.ts'
import type { ColumnType } from '../../table/table.ts'
import type { ConditionalFormat } from '../conditional-format.ts'
import type { LearnSource } from '../learn-source.ts'
import { type FormulaPlace, readFormula, rowOfFormula } from './read-formula.ts'
import type { ReadSource, SourceColumn } from './read-source.ts'

type Condition = LearnSource['conditions'][number]['condition']

const isDay = (type: ColumnType | undefined) => type === 'date' || type === 'datetime'

/** The columns of the table whose body is touched. */
function touched(
  blocks: { row: number; column: number; rows: number; columns: number }[],
  left: number,
  read: ReadSource,
) {
  const last = read.body + Math.max(read.rows, 1) - 1
  return read.columns.filter(({ at }) =>
    blocks.some(
      ({ row, column, rows, columns }) =>
        row <= last && row + rows > read.body && column <= left + at && column + columns > left + at,
    ),
  )
}

function learnOne(
  condition: Condition,
  columns: SourceColumn[],
  all: boolean,
  place: Omit<FormulaPlace, 'row'>,
  types: ReadonlyMap<string, ColumnType>,
): ConditionalFormat | null {
  const keys = columns.map(({ key }) => key).slice(0, 100)
  switch (condition.kind) {
    case 'other':
      return null
    case 'scale': {
      const { min, mid, max } = condition
      return { kind: 'scale', columns: keys, min, mid, max }
    }
    case 'cell': {
      const { test, values, look } = condition
      const days = columns.every(({ key }) => isDay(types.get(key)))
      const said = values.map((value) => (days && typeof value === 'number' ? (isoDate(value) ?? value) : value))
      return { kind: 'cell', columns: keys, test, values: said, look }
    }
    case 'formula': {
      const row = rowOfFormula(condition.formula)
      const formula = row === null ? null : readFormula(condition.formula, { ...place, row })
      return formula === null ? null : { kind: 'formula', columns: all ? [] : keys, formula, look: condition.look }
    }
  }
}

/** The formats that touch the table, and sentences about those that a template cannot say. */
export function learnConditions(
  source: LearnSource,
  read: ReadSource,
  place: Omit<FormulaPlace, 'row'>,
  types: ReadonlyMap<string, ColumnType>,
): { formats: ConditionalFormat[]; notes: string[] } {
  const formats: ConditionalFormat[] = []
  const notes: string[] = []
  for (const { blocks, condition } of source.conditions) {
    const columns = touched(blocks, source.column, read)
    if (columns.length === 0) continue
    const format = learnOne(condition, columns, columns.length === read.columns.length, place, types)
    const names = columns.slice(0, 3).map(({ header }) => `“${header}”`)
    const on = `${names.join(', ')}${columns.length > names.length ? ', …' : ''}`
    const what =
      condition.kind === 'other' ? condition.says : condition.kind === 'formula' ? condition.formula : 'its test'
    if (format === null) notes.push(`A colour rule of ${on} is not part of the template, because it goes by ${what}.`)
    else if (formats.length < 100) formats.push(format)
  }
  return { formats, notes }
}
