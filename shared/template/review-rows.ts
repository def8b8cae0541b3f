// Finds what is wrong with the rows of a fitted table, cell by cell, and which of them go in.
import type { SheetValue } from '../plan/place.ts'
import { keyTexts } from '../plan/row-key.ts'
import type { Decisions } from '../plan/target.ts'
import type { ColumnType } from '../table/table.ts'
import type { FaultyRow, RowFault } from './fitted-table.ts'
import { ruleFault } from './keep-rule.ts'
import { isCompatible } from './map-columns.ts'
import type { SettledColumn } from './settle-columns.ts'
import type { ValidationRule } from './validation-rule.ts'

/** A column with what it is held against. */
export type ReviewColumn = SettledColumn & {
  values: readonly SheetValue[]
  formula_rows: Uint8Array | null
  rule: ValidationRule | null
}

const wrongType: Partial<Record<ColumnType, string>> = {
  number: 'is not a number',
  currency: 'is not an amount',
  percent: 'is not a percentage',
  date: 'is not a date',
  time: 'is not a time',
  datetime: 'is not a date with a time',
  boolean: 'is neither yes nor no',
}

/** Whether values of the column may be of another type than the template says; those that are texts always are. */
function isForeign({ template, source }: SettledColumn): boolean {
  return template !== null && source !== null && source.type !== 'text' && !isCompatible(template.type, source.type)
}

type Found = { faults: RowFault[]; must: boolean }

/** Adds the faults of one column to those of its rows. */
function checkColumn(
  column: ReviewColumn,
  at: number,
  count: number,
  cellAt: (key: string, row: number) => SheetValue,
  add: (row: number, fault: RowFault, must: boolean) => void,
): void {
  const { rule, values, formula_rows, template } = column
  const required = template?.required ?? false
  const typed = wrongType[template?.type ?? column.type]
  const foreign = isForeign(column)
  const strict = rule !== null && rule.kind !== 'checkbox' && rule.strict
  const isComputed = (row: number) => formula_rows !== null && formula_rows[row] === 1
  let row = 0
  const valueIn = (key: string) => cellAt(key, row)
  for (; row < count; row++) {
    const value = values[row] ?? null
    if (value === null) {
      if (required && !isComputed(row)) add(row, { column: at, says: 'is empty' }, true)
      continue
    }
    const broken = rule ? ruleFault(value, rule, valueIn) : null
    if (broken !== null) add(row, { column: at, says: broken }, strict)
    else if (typed && (foreign || typeof value === 'string') && !isComputed(row))
      add(row, { column: at, says: typed }, false)
  }
}

export type Reviewed = { faulty: FaultyRow[]; rows: number[]; left_out: number }

/**
 * Goes over all rows (the first `count` of the table) and keeps those that go in, in the table's order. A row that repeats the key of one that goes in
 * has to be decided; so has one that breaks a strict rule or lacks a required value.
 */
export function reviewRows(
  columns: ReviewColumn[],
  key: string[],
  count: number,
  review: Decisions['review'],
): Reviewed {
  const places = new Map(columns.map((column, at) => [column.key, at]))
  const cellAt = (name: string, row: number) => columns[places.get(name) ?? -1]?.values[row] ?? null
  const found = new Map<number, Found>()
  const add = (row: number, fault: RowFault, must: boolean) => {
    const known = found.get(row)
    if (!known) found.set(row, { faults: [fault], must })
    else {
      known.faults.push(fault)
      known.must ||= must
    }
  }
  columns.forEach((column, at) => {
    checkColumn(column, at, count, cellAt, add)
  })
  const keyColumns = key.map((name) => columns[places.get(name) ?? -1]?.values ?? [])
  const keys = keyColumns.length > 0 ? keyTexts(keyColumns, count) : null
  const keyAt = places.get(key[0] ?? '') ?? 0
  const seen = new Map<string, number>()
  const result: Reviewed = { faulty: [], rows: [], left_out: 0 }
  for (let row = 0; row < count; row++) {
    const name = keys?.[row]
    const isOut = found.has(row) && decisionOf(review, row) === 'out'
    if (name !== undefined && !isOut) {
      const first = name === '' ? undefined : seen.get(name)
      if (first !== undefined) add(row, { column: keyAt, says: `is in row ${first + 1} of the table already` }, true)
      else if (name !== '') seen.set(name, row)
      else if (!found.get(row)?.faults.some(({ column }) => column === keyAt))
        add(row, { column: keyAt, says: 'is empty, so nothing names the row' }, false)
    }
    const faulty = found.get(row)
    if (!faulty) {
      result.rows.push(row)
      continue
    }
    const decision = decisionOf(review, row)
    result.faulty.push({ row, ...faulty, decision })
    if (decision === 'out') result.left_out++
    else result.rows.push(row)
  }
  return result
}

/** What was decided about a row that has faults. */
export function decisionOf(review: Decisions['review'], row: number): 'in' | 'out' | null {
  return review.rows[String(row)] ?? review.all
}
