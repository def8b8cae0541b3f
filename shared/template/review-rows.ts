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

type Check = { at: number; fault: (row: number) => { says: string; must: boolean } | null }

function checkOf(column: ReviewColumn, at: number, cellAt: (key: string, row: number) => SheetValue): Check | null {
  const { rule, values, formula_rows, template } = column
  const required = template?.required ?? false
  const typed = wrongType[template?.type ?? column.type]
  const foreign = isForeign(column)
  if (!rule && !required && !typed) return null
  const strict = rule !== null && rule.kind !== 'checkbox' && rule.strict
  return {
    at,
    fault: (row) => {
      const value = values[row] ?? null
      if (value === null) return required && formula_rows?.[row] !== 1 ? { says: 'is empty', must: true } : null
      const broken = rule ? ruleFault(value, rule, (key) => cellAt(key, row)) : null
      if (broken !== null) return { says: broken, must: strict }
      if (typed && (foreign || typeof value === 'string') && formula_rows?.[row] !== 1)
        return { says: typed, must: false }
      return null
    },
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
  const checks = columns.flatMap((column, at) => checkOf(column, at, cellAt) ?? [])
  const keyColumns = key.map((name) => columns[places.get(name) ?? -1]?.values ?? [])
  const keys = keyColumns.length > 0 ? keyTexts(keyColumns, count) : null
  const keyAt = places.get(key[0] ?? '') ?? 0
  const seen = new Map<string, number>()
  const result: Reviewed = { faulty: [], rows: [], left_out: 0 }
  for (let row = 0; row < count; row++) {
    let faults: RowFault[] | null = null
    let must = false
    for (const { at, fault } of checks) {
      const found = fault(row)
      if (!found) continue
      faults = faults ?? []
      faults.push({ column: at, says: found.says })
      must = must || found.must
    }
    const decided = decisionOf(review, row)
    const name = keys?.[row]
    const isOut = faults !== null && decided === 'out'
    if (name !== undefined && !isOut) {
      const first = name === '' ? undefined : seen.get(name)
      if (first !== undefined) {
        faults = faults ?? []
        faults.push({ column: keyAt, says: `is in row ${first + 1} of the table already` })
        must = true
      } else if (name !== '') seen.set(name, row)
      else if (!faults?.some(({ column }) => column === keyAt)) {
        faults = faults ?? []
        faults.push({ column: keyAt, says: 'is empty, so nothing names the row' })
      }
    }
    if (faults) result.faulty.push({ row, faults, must, decision: decided })
    if (faults && decided === 'out') result.left_out++
    else result.rows.push(row)
  }
  return result
}

/** What was decided about a row that has faults. */
export function decisionOf(review: Decisions['review'], row: number): 'in' | 'out' | null {
  return review.rows[String(row)] ?? review.all
}
