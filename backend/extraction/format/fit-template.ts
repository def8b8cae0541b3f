// Makes records of a table’s rows under the keys of a template: fitted as it would be written into a sheet, by the same rules.
import type { SheetValue } from '../../../shared/plan/place.ts'
import { isoDate, isoDateTime, isoTime } from '../../../shared/table/compute/serial.ts'
import type { Cell, ColumnType, Table } from '../../../shared/table/table.ts'
import { fitTable } from '../../../shared/template/fit-table.ts'
import type { FittedColumn, FittedTable } from '../../../shared/template/fitted-table.ts'
import { ruleFault } from '../../../shared/template/keep-rule.ts'
import type { Template } from '../../../shared/template/template.ts'
import type { Fault, Made } from './fit-schema.ts'

const undecided = {
  review: { all: null, rows: {} },
  conflicts: { all: null, cells: {} },
}

/** Days stand as serial numbers in a fitted table, and as ISO 8601 in a record. */
function plainValue(value: SheetValue, type: ColumnType): Cell {
  if (typeof value !== 'number') return value
  if (type === 'date') return isoDate(value) ?? value
  if (type === 'datetime') return isoDateTime(value) ?? value
  return type === 'time' ? isoTime(value) : value
}

const texts = new Set<ColumnType>(['text', 'email', 'url'])
const days = new Set<ColumnType>(['date', 'datetime'])

/** Whether the value is of another type than its column is to have. Days before 1900 are texts in a sheet. */
function isForeign(value: Cell, held: ColumnType, asked: ColumnType): boolean {
  if (texts.has(asked)) return typeof value !== 'string'
  if (held !== asked) return true
  if (asked === 'boolean') return typeof value !== 'boolean'
  if (typeof value !== 'string') return days.has(asked) || asked === 'time' || typeof value !== 'number'
  if (asked === 'time') return !/^\d{2}:\d{2}:\d{2}$/.test(value)
  return !days.has(asked) || !/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$/.test(value)
}

function faultOf(column: FittedColumn, asked: ColumnType, value: Cell, says: string, isKey: boolean): Fault | null {
  const fault = (code: Fault['code']): Fault => ({ field: column.key, code, value, detail: says })
  if (value === null) return fault('missing')
  if (isForeign(value, column.type, asked)) return fault('wrong_type')
  const { rule } = column
  if (rule !== null && rule.kind !== 'checkbox' && rule.strict)
    return fault(rule.kind === 'list' ? 'not_listed' : rule.kind === 'pattern' ? 'not_matching' : 'rule_broken')
  // What a rule only warns of, fits.
  return isKey ? fault('rule_broken') : null
}

/** The rows as records, in the template’s order; the fit’s `source_rows` are their places in the table. */
export function fitRows(
  table: Table,
  template: Template,
  mapping: Record<string, string | null>,
  locale: string | undefined,
): { fitted: FittedTable; make: (row: number) => Made } {
  const fitted = fitTable({ table, template, locale: locale ?? 'en', decisions: { ...undecided, mapping } })
  const wanted = new Map(template.layout.columns.map((column) => [column.key, column]))
  const held = new Map(fitted.columns.map((column) => [column.key, column]))
  const faulty = new Map(fitted.faulty.map((row) => [row.row, row]))
  const make = (row: number): Made => {
    const cell = (column: FittedColumn) => plainValue(column.values[row] ?? null, column.type)
    const values = Object.fromEntries(
      template.layout.columns.map(({ key }) => {
        const column = held.get(key)
        return [key, column ? cell(column) : null]
      }),
    )
    const addresses = fitted.columns.flatMap((column): Fault[] => {
      const type = wanted.get(column.key)?.type
      const value = cell(column)
      if ((type !== 'email' && type !== 'url') || value === null) return []
      const says = ruleFault(value, { kind: type, strict: true }, () => null)
      return says === null ? [] : [{ field: column.key, code: 'wrong_type', value, detail: says }]
    })
    const found = faulty.get(fitted.source_rows[row] ?? -1)
    const faults = (found?.faults ?? []).flatMap(({ column: at, says }) => {
      const column = fitted.columns[at]
      const asked = column && wanted.get(column.key)
      if (!column || !asked || (cell(column) === null && !asked.required)) return []
      if (addresses.some(({ field }) => field === column.key)) return []
      const isKey = (found?.must ?? false) && fitted.key.includes(column.key)
      return faultOf(column, asked.type, cell(column), says, isKey) ?? []
    })
    return { values, faults: [...addresses, ...faults] }
  }
  return { fitted, make }
}
