// The rows of an answer’s tables as records in the asked format: those that fit, and those that do not, cell by cell.
import { setImmediate as turn } from 'node:timers/promises'
import { extractLimits } from '../../../shared/contract/extract-schemas.ts'
import { type Output, outputRows, outputUnfit } from '../../../shared/contract/output-schemas.ts'
import { PlanRefusal } from '../../../shared/plan/plan-refusal.ts'
import type { Evidence } from '../../../shared/table/evidence.ts'
import type { Table } from '../../../shared/table/table.ts'
import { matchColumns } from '../../../shared/template/map-columns.ts'
import { Problem, problemBody } from '../../platform/problem.ts'
import { type Made, makeRecord } from './fit-schema.ts'
import { fitRows } from './fit-template.ts'
import type { Format } from './format.ts'

/** Everybody else gets a turn after so many rows. */
const rowsATurn = 2_000

const count = (number: number, what: string) => `${number.toLocaleString('en-US')} ${what}${number === 1 ? '' : 's'}`

/** Headers decide; what columns hold is no reason to take them for something: nobody looks at it before it is used. */
function mappingOf(format: Format, table: Table): Record<string, string | null> {
  const found = matchColumns(format.template, table)
  return Object.fromEntries([...found].map(([key, { from, how }]) => [key, how === 'values' ? null : from]))
}

type Fit = { rows: number; sourceRow: (row: number) => number; make: (row: number) => Made }

function fitOf(format: Format, table: Table, mapping: Record<string, string | null>, locale: string | undefined): Fit {
  const { template, fields } = format
  if (fields === null) {
    const { fitted, make } = fitRows(table, template, mapping, locale)
    return { rows: fitted.rows, sourceRow: (row) => fitted.source_rows[row] ?? row, make }
  }
  const places = fields.map(({ key }) => table.columns.findIndex((column) => column.key === mapping[key]))
  const make = (row: number) => makeRecord(fields, places, table, table.rows[row] ?? [], locale)
  return { rows: table.rows.length, sourceRow: (row) => row, make }
}

/** Why the answer does not do as asked; null when all of it fits. */
function problemOf({ row_count: fit, unfit_count: unfit, unfit: shown }: Output, tables: number): Problem | null {
  if (tables === 0) return new Problem('format_unmet', 'There are no rows to put into the asked format.')
  if (fit + unfit === 0)
    return new Problem('format_unmet', 'No column of the tables is called like a field of the asked format.')
  if (unfit === 0) return null
  const [first] = shown
  const [fault] = first?.faults ?? []
  const example = fault && first ? ` Row ${first.row + 1}, for one: “${fault.field}” ${fault.detail}.` : ''
  const told =
    fit === 0
      ? `None of ${count(unfit, 'row')} fits`
      : `${count(unfit, 'row')} of ${count(fit + unfit, 'row')} do not fit`
  return new Problem('format_unmet', `${told} the asked format; nothing was made up for them.${example}`)
}

/** A table with what is known of where its values come from, beside its rows. */
export type TracedTable = Table & { evidence?: Evidence[][] | null }

/** What stands in no source is not given out, as it does not go into a sheet before a person has kept it. */
function supported({ evidence, ...table }: TracedTable): Table {
  if (!evidence?.some((row) => row.includes('unsupported'))) return table
  const rows = table.rows.map((row, at) => row.map((cell, c) => (evidence[at]?.[c] === 'unsupported' ? null : cell)))
  return { ...table, rows }
}

/** Tables of which no column goes into the format are left out. `cells` is how many there are, when not all were read. */
export async function fitRecords(
  tables: TracedTable[],
  format: Format,
  locale: string | undefined,
  cells = tables.reduce((sum, { rows, columns }) => sum + rows.length * columns.length, 0),
): Promise<Output> {
  const output: Output = { rows: [], places: [], row_count: 0, unfit: [], unfit_count: 0, fields: [], problem: null }
  if (cells > extractLimits.cells) {
    const most = extractLimits.cells.toLocaleString('en-US')
    const why = `Only ${most} cells are put into a format at once. Read the rows page by page with GET /tables/{table_id}/rows.`
    return { ...output, fields: tables.map(() => []), problem: problemBody(new Problem('table_too_large', why)) }
  }
  const types = new Map(format.template.layout.columns.map(({ key, type }) => [key, type]))
  const names = format.fields
    ? format.fields.map(({ key, path }) => ({ key, field: path.join('.') }))
    : format.template.layout.columns.map(({ key }) => ({ key, field: key }))
  for (const [index, traced] of tables.entries()) {
    const table = supported(traced)
    const mapping = mappingOf(format, table)
    const header = new Map(table.columns.map(({ key, name }) => [key, name]))
    output.fields.push(
      names.map(({ key, field }) => ({
        ...{ field, type: types.get(key) ?? 'text', from: header.get(mapping[key] ?? '') ?? null },
      })),
    )
    if (Object.values(mapping).every((from) => from === null)) continue
    try {
      await addTable(output, index, fitOf(format, table, mapping, locale))
    } catch (error) {
      if (!(error instanceof PlanRefusal)) throw error
      output.problem = problemBody(new Problem('format_unmet', error.message))
    }
  }
  const problem = problemOf(output, tables.length)
  return { ...output, problem: output.problem ?? (problem && problemBody(problem)) }
}

async function addTable(output: Output, table: number, fit: Fit): Promise<void> {
  for (let row = 0; row < fit.rows; row++) {
    if (row % rowsATurn === rowsATurn - 1) await turn()
    const { values, faults } = fit.make(row)
    const place = { table, row: fit.sourceRow(row) }
    if (faults.length > 0) {
      output.unfit_count++
      if (output.unfit.length < outputUnfit) output.unfit.push({ ...place, values, faults })
      continue
    }
    output.row_count++
    if (output.rows.length >= outputRows) continue
    output.rows.push(values)
    output.places.push(place)
  }
}
