// Fits a table into a template at a place: the plan that says exactly what will be written.
import { columnLetter } from '../plan/a1.ts'
import type { PlanColumn, SheetPlan, Target } from '../plan/plan.ts'
import type { SheetCell } from '../plan/sheet-cell.ts'
import type { ColumnType, Table } from '../table/table.ts'
import { ruleNote } from './check-rule.ts'
import { type ChosenColumn, chooseColumns } from './choose-columns.ts'
import { columnWidth } from './column-width.ts'
import { type FilledColumn, fillColumns } from './fill-columns.ts'
import { numberFormat } from './number-format.ts'
import { findOwnTotal, type OwnTotal } from './own-total.ts'
import { uniqueSheetName } from './sheet-name.ts'
import type { Template } from './template.ts'

/** What has to be known of the spreadsheet. `sheet_name` is the target's sheet, null for a new one. */
export type Place = { locale: string; sheet_names: string[]; sheet_name: string | null }

export type FitInput = { table: Table; template: Template; target: Target; place: Place }

/** `mapping` has the table column's key by template key; `notes` are sentences for the person. */
export type Fit = { plan: SheetPlan; mapping: Record<string, string>; notes: string[] }

const alignments: Partial<Record<ColumnType, PlanColumn['align']>> = {
  text: 'left',
  email: 'left',
  url: 'left',
  boolean: 'center',
}

/** A column's own currency, or the one that all the table's amounts share. */
function currencyOf(chosen: ChosenColumn, columns: ChosenColumn[]): string | undefined {
  if (chosen.type !== 'currency') return undefined
  if (chosen.source?.currency) return chosen.source.currency
  const codes = new Set(columns.flatMap(({ source }) => source?.currency ?? []))
  return codes.size === 1 ? [...codes][0] : undefined
}

function planColumn(chosen: ChosenColumn, all: ChosenColumn[], filled: FilledColumn, input: FitInput): PlanColumn {
  const { template, type, header } = chosen
  const format = { type, name: header, currency: currencyOf(chosen, all), locale: input.place.locale }
  const number_format = template?.number_format ?? numberFormat(format, filled.values)
  return {
    header,
    from: chosen.source?.key ?? null,
    computed: chosen.formula !== null && !filled.unwritable,
    number_format,
    align: template?.align ?? alignments[type] ?? 'right',
    width: template?.width ?? columnWidth(header, filled.values, number_format),
    validation: input.template.validation_rules.find(({ column }) => column === template?.key)?.rule ?? null,
  }
}

const inRows = (count: number) => (count === 1 ? '1 row' : `${count} rows`)

function columnNotes(column: PlanColumn, { cells, failed, unlike, unwritable }: FilledColumn): string[] {
  const notes: string[] = []
  const rule = column.validation ? ruleNote(column.header, cells, column.validation) : null
  if (rule) notes.push(rule)
  if (failed > 0) {
    const rows = inRows(failed)
    notes.push(`“${column.header}” stays empty in ${rows}, because the values it is computed from are not numbers.`)
  }
  if (unlike > 0) {
    const rows = inRows(unlike)
    notes.push(`“${column.header}” is written as a value in ${rows}, where its formula would give another one.`)
  }
  if (unwritable) notes.push(`“${column.header}” is written as values: formulas of this spreadsheet cannot say it.`)
  return notes
}

function sumsUp({ template, type }: ChosenColumn): boolean {
  return template?.total === 'sum' && (type === 'number' || type === 'currency')
}

/** Sums below the body, also those that the table's own total states; the label is in the first free cell. */
function totalsRow(chosen: ChosenColumn[], rows: number, label: string, own: OwnTotal | null, at: Corner) {
  const cells = chosen.map((each, index): SheetCell => {
    const letter = columnLetter(at.column + index)
    const range = `${letter}${at.row + 1}:${letter}${at.row + rows}`
    if (each.template?.total === 'count') return { formula: `=COUNTA(${range})` }
    return sumsUp(each) || own?.sums?.includes(each.index) ? { formula: `=SUM(${range})` } : null
  })
  const free = cells.indexOf(null)
  if (free >= 0) cells[free] = label
  return cells
}

type Corner = { row: number; column: number }

/** What becomes of a total that the table brings where the template adds one of its own. */
function ownTotalNote({ label, sums }: OwnTotal): string {
  return sums
    ? `The table’s last row, “${label}”, becomes the totals row, with formulas in place of its numbers.`
    : `The table’s last row, “${label}”, looks like a total, but is not the sum of the rows above. It is kept as a row, and no totals row is added.`
}

/** Pure: the same table, template, target and place give the same plan. Every value of the table is in it. */
export function fitTable(input: FitInput): Fit {
  const { table, template, target, place } = input
  const { layout, formatting } = template
  const [row, column] = target.kind === 'at_cell' ? [target.row, target.column] : [1, 1]
  const { columns: chosen, mapping, notes } = chooseColumns(table, template)
  const summed = layout.totals_label !== null && chosen.some((each) => each.template?.total === 'count' || sumsUp(each))
  const own = summed ? findOwnTotal(table) : null
  if (own) notes.push(ownTotalNote(own))
  const rows = own?.sums ? table.rows.slice(0, -1) : table.rows
  const filled = fillColumns(chosen, rows, { row: row + 1, column, locale: place.locale })
  const columns = chosen.map((each, at) => planColumn(each, chosen, filled[at]!, input))
  const body = rows.map((_, index) => filled.map(({ cells }) => cells[index] ?? null))
  const totals =
    summed && body.length > 0 && (!own || own.sums)
      ? totalsRow(chosen, body.length, own?.label ?? layout.totals_label ?? '', own, { row, column })
      : null
  const newName = () =>
    uniqueSheetName(
      target.kind === 'new_sheet' && target.name ? target.name : table.title || template.name,
      place.sheet_names,
    )
  const plan: SheetPlan = {
    target,
    sheet_name: target.kind === 'at_cell' ? (place.sheet_name ?? '') : newName(),
    row,
    column,
    columns,
    cells: [columns.map(({ header }) => header), ...body, ...(totals ? [totals] : [])],
    totals: totals !== null,
    own_total: own?.sums != null,
    frozen_rows: layout.frozen_rows,
    frozen_columns: Math.min(layout.frozen_columns, columns.length - 1),
    filter: layout.filter,
    header_style: formatting.header,
    banding: formatting.banding,
  }
  return { plan, mapping, notes: [...notes, ...columns.flatMap((each, at) => columnNotes(each, filled[at]!))] }
}
