// Fits a table into a template: which columns it gets, what its rows hold, and what a person should look at.
import { cellText } from '../plan/cell-text.ts'
import { PlanRefusal } from '../plan/plan-refusal.ts'
import type { Decisions } from '../plan/target.ts'
import type { ColumnType, Table } from '../table/table.ts'
import { columnWidth } from './column-width.ts'
import { fillValues } from './fill-values.ts'
import { fitNotes } from './fit-notes.ts'
import type { FittedColumn, FittedTable } from './fitted-table.ts'
import { formulaDialect } from './formula-dialect.ts'
import { judgeFormulas } from './judge-formulas.ts'
import { matchColumns } from './map-columns.ts'
import { numberFormat } from './number-format.ts'
import { orderRows } from './order-rows.ts'
import { findOwnTotal, type OwnTotal } from './own-total.ts'
import { reviewRows } from './review-rows.ts'
import { type SettledColumn, settleColumns } from './settle-columns.ts'
import type { Template, TemplateColumn } from './template.ts'
import { facingReader, usualAlignment } from './usual-alignment.ts'

/** `locale` is the spreadsheet's; `remembered` are mappings that were decided for such tables before. */
export type FitInput = {
  table: Table
  template: Template
  locale: string
  decisions: Decisions
  remembered?: Record<string, string | null>
}

const longestCell = 50_000
const cellsToKnowBy = 4

/** A table that is not as its type says would lose cells without a word. */
function checkTable({ columns, rows }: Table): void {
  const unique = new Set(columns.map(({ key }) => key)).size === columns.length
  if (!unique || rows.some((row) => row.length !== columns.length))
    throw new PlanRefusal(
      'invalid',
      'The table is not whole.',
      'A row has more or fewer cells than there are columns, or two columns share a key. Ask for the table again.',
    )
  rows.forEach((row, at) => {
    for (const cell of row) {
      if (typeof cell !== 'string' || cell.length <= longestCell) continue
      throw new PlanRefusal(
        'too_large',
        'A text is too long for a cell.',
        `A text in row ${at + 1} of the table is over Google’s ${longestCell} characters. Shorten it.`,
      )
    }
  })
}

/** A column's own currency, the template's, or the one that all the table's amounts share. */
function currencyOf({ type, source, template }: SettledColumn, all: SettledColumn[]): string | undefined {
  if (type !== 'currency') return undefined
  if (source?.currency ?? template?.currency) return source?.currency ?? template?.currency
  const codes = new Set(all.flatMap((each) => each.source?.currency ?? []))
  return codes.size === 1 ? [...codes][0] : undefined
}

const amounts = new Set<ColumnType>(['number', 'currency', 'percent', 'time'])
const ordered = new Set<ColumnType>([...amounts, 'date', 'datetime'])

/** What the template sums a column up by, where that makes sense for what the column holds. */
function totalOf(column: SettledColumn, own: OwnTotal | null): TemplateColumn['total'] {
  const total = column.template?.total
  if (total === 'count') return total
  const fits = total === 'min' || total === 'max' ? ordered : amounts
  if (total !== undefined && fits.has(column.type)) return total
  return own?.sums?.includes(column.index) ? 'sum' : undefined
}

/** The unique columns of the template; none when the table has nothing for one of them. */
function keyOf(columns: SettledColumn[], template: Template): string[] {
  const unique = template.layout.columns.filter((each) => each.unique).map(({ key }) => key)
  const held = new Set(columns.filter(({ source, formula }) => source ?? formula).map(({ key }) => key))
  return unique.every((key) => held.has(key)) ? unique : []
}

const pick = <T>(values: readonly T[], rows: number[]): T[] => rows.map((row) => values[row]!)

/** Pure: the same input gives the same fit. Every value of the table is in it, or counted as left out. */
export function fitTable({ table, template, locale, decisions, remembered = {} }: FitInput): FittedTable {
  checkTable(table)
  const { layout } = template
  const dialect = formulaDialect(locale)
  const matches = matchColumns(template, table, { chosen: decisions.mapping, remembered })
  const { columns: settled, unused } = settleColumns(table, template, matches, decisions.formulas)
  const { asked, offered, notes } = judgeFormulas(settled, {
    template: layout.columns.map(({ key, header, type }) => ({ key, name: header, type })),
    table: table.columns,
    unused: layout.columns.filter(({ key }) => unused.some((each) => each.key === key)),
    agreed: decisions.formulas ?? {},
  })

  const summed = layout.totals_label !== null && settled.some((column) => totalOf(column, null) !== undefined)
  const own = summed || layout.sort.length > 0 ? findOwnTotal(table) : null
  const absorbed = summed && own?.sums != null
  const count = table.rows.length - (absorbed ? 1 : 0)
  const filled = fillValues(settled, table.rows, count, dialect)
  const rules = new Map(template.validation_rules.map(({ column, rule }) => [column, rule]))
  const ruled = settled.map((column, at) => ({
    ...column,
    values: filled[at]!.values,
    formula_rows: filled[at]!.formula_rows,
    rule: column.template ? (rules.get(column.key) ?? null) : null,
  }))
  const key = keyOf(settled, template)
  const { faulty, rows, left_out } = reviewRows(ruled, key, count, decisions.review)
  const sortKeys = layout.sort.flatMap(({ column, descending }) => {
    const values = ruled.find((each) => each.key === column)?.values
    return values ? [{ values, descending }] : []
  })
  if (sortKeys.length > 0) {
    // A total that stays a row stays the last one.
    const last = own && !absorbed && rows.at(-1) === count - 1 ? rows.pop() : undefined
    orderRows(rows, sortKeys, locale)
    if (last !== undefined) rows.push(last)
  }
  const isIn = left_out > 0 ? new Set(rows) : null
  const left = isIn ? Array.from({ length: count }, (_, row) => row).filter((row) => !isIn.has(row)) : []
  const asIs = rows.length === count && rows.every((row, at) => row === at)
  const looks = template.locale ?? locale
  const fittedColumns = ruled.map((column): FittedColumn => {
    const values = asIs ? column.values : pick(column.values, rows)
    const formula_rows =
      column.formula_rows && !asIs ? Uint8Array.from(pick([...column.formula_rows], rows)) : column.formula_rows
    const { template: its, source, type, header } = column
    const computed = formula_rows !== null
    const named = { type, name: header, currency: currencyOf(column, settled), locale: looks }
    const onlyTexts = type !== 'text' && type !== 'boolean' && !computed && isAllText(values)
    // A formula in text format is not computed.
    const isText = type === 'text' || type === 'email' || type === 'url'
    const usual = computed && isText ? 'General' : onlyTexts ? '@' : numberFormat(named, values)
    const number_format = onlyTexts || (computed && isText) ? usual : (its?.number_format ?? usual)
    return {
      ...{ key: column.key, header, from: source?.key ?? null, from_name: source?.name ?? null },
      ...{ how: column.how, sure: column.sure, type, number_format, computed, values, formula_rows },
      left_values: pick(column.values, left),
      align: its?.align ?? usualAlignment(type, onlyTexts),
      wrap: its?.wrap,
      width: its?.width ?? columnWidth(header, values, number_format),
      rule: column.rule,
      note: its?.note,
      total: summed ? totalOf(column, absorbed ? own : null) : undefined,
      formula: computed ? column.formula : null,
      foreign: computed && column.foreign,
    }
  })
  const columns = facingReader(fittedColumns, locale, (at) => settled[at]?.template?.align !== undefined)
  const shown = (row: number, at: number) => cellText(ruled[at]?.values[row] ?? null, columns[at]?.number_format ?? '')
  return {
    ...{
      title: table.title,
      columns,
      rows: rows.length,
      source_rows: rows,
      key,
      faulty,
      left_out,
      unused,
      asked,
      offered,
      locale,
    },
    totals: summed && rows.length > 0 && (!own || absorbed) ? (own?.label ?? layout.totals_label) : null,
    own_total: absorbed,
    notes: [...fitNotes({ settled, filled, own, summed, sorted: sortKeys.length > 0, unused, template }), ...notes],
    describe: (row) => columns.slice(0, cellsToKnowBy).map((_, at) => shown(row, at)),
    shown,
  }
}

/** Whether a column of another type holds texts alone. */
function isAllText(values: readonly unknown[]): boolean {
  let found = false
  for (const value of values) {
    if (value === null) continue
    if (typeof value !== 'string') return false
    found = true
  }
  return found
}
