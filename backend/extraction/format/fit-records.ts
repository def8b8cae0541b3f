// The rows of an answer’s tables as records in the asked format: those that fit, and those that do not, cell by cell.
import { setImmediate as turn } from 'node:timers/promises'
import { extractLimits } from '../../../shared/contract/extract-schemas.ts'
import { type Output, outputRows, outputUnfit, type RecordPlace } from '../../../shared/contract/output-schemas.ts'
import { PlanRefusal } from '../../../shared/plan/plan-refusal.ts'
import type { Table } from '../../../shared/table/table.ts'
import { Problem, problemBody } from '../../platform/problem.ts'
import { type Made, makeRecord } from './fit-schema.ts'
import { fitRows } from './fit-template.ts'
import { allFields, type Format } from './format.ts'
import { gatherRecords, type Mapping, mappingOf } from './gather-records.ts'
import type { TracedTable } from './read-items.ts'

/** Everybody else gets a turn after so many rows. */
const rowsATurn = 2_000

const count = (number: number, what: string) => `${number.toLocaleString('en-US')} ${what}${number === 1 ? '' : 's'}`

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
  const names = format.entries
    ? allFields(format.entries).map(({ key, name }) => ({ key, field: name }))
    : format.template.layout.columns.map(({ key }) => ({ key, field: key }))
  const tell = (table: number, mapping: Mapping) => {
    const header = new Map(tables[table]?.columns.map(({ key, name }) => [key, name]))
    output.fields[table] = names.map(({ key, field }) => ({
      ...{ field, type: types.get(key) ?? 'text', from: header.get(mapping[key] ?? '') ?? null },
    }))
  }
  const add = adder(output)
  if (format.entries) {
    const { template, entries } = format
    for (const { item, table } of gatherRecords({ template, entries }, tables, tell))
      await add(makeRecord(entries, item, locale), { table, row: item.rows[0] ?? 0 })
  } else
    for (const [index, traced] of tables.entries()) {
      const table = supported(traced)
      const mapping = mappingOf(format.template, table)
      tell(index, mapping)
      if (Object.values(mapping).every((from) => from === null)) continue
      try {
        const { fitted, make } = fitRows(table, format.template, mapping, locale)
        for (let row = 0; row < fitted.rows; row++)
          await add(make(row), { table: index, row: fitted.source_rows[row] ?? row })
      } catch (error) {
        if (!(error instanceof PlanRefusal)) throw error
        output.problem = problemBody(new Problem('format_unmet', error.message))
      }
    }
  const problem = problemOf(output, tables.length) ?? countProblem(output, format)
  return { ...output, problem: output.problem ?? (problem && problemBody(problem)) }
}

/** The list that the schema is of may ask for more, or fewer, records than there are. */
function countProblem({ row_count: fit }: Output, { size }: Format): Problem | null {
  if (!size || (fit >= size.min && fit <= size.max)) return null
  const asked = fit < size.min ? `at least ${count(size.min, 'record')}` : `at most ${count(size.max, 'record')}`
  return new Problem('format_unmet', `The format asks for ${asked}, and the text has ${fit.toLocaleString('en-US')}.`)
}

/** Puts records among those that fit, or that do not; everybody else gets a turn now and then. */
function adder(output: Output) {
  let added = 0
  return async ({ values, faults }: Made, place: RecordPlace): Promise<void> => {
    if (++added % rowsATurn === 0) await turn()
    if (faults.length > 0) {
      output.unfit_count++
      if (output.unfit.length < outputUnfit) output.unfit.push({ ...place, values, faults })
      return
    }
    output.row_count++
    if (output.rows.length >= outputRows) return
    output.rows.push(values)
    output.places.push(place)
  }
}
