// What a model might answer, written by hand: text and tool calls, with the arguments that strict schemas ask for.
import { readHeader } from './conversation.ts'

/** Text, or a call of a tool; arguments that are text are sent as they are, whole or not. */
export type AnswerStep = { text: string } | { call: string; arguments: Record<string, unknown> | string }

/** `length`: the answer reached the longest it may be. */
export type Answer = { say: AnswerStep[]; ends: 'completed' | 'max_output_tokens' }

type Options = { announced?: number | null; formulas?: Record<string, string> }

const cellsOf = (lines: string[]): (string | null)[][] =>
  lines.map((line) => line.split('¦').map((cell) => (cell.trim() === '' ? null : cell.trim())))

/** `write_table` for a header and rows as the text writes them, in the notation of `expected`. */
export function write(title: string, notation: string, options: Options = {}): AnswerStep {
  const [head = '', ...lines] = notation.trim().split('\n')
  const columns = readHeader(head).columns.map(({ name, type, currency }) => ({
    name,
    type,
    currency: currency ?? null,
    formula: options.formulas?.[name] ?? null,
  }))
  const rows_announced = options.announced === undefined ? lines.length : options.announced
  return { call: 'write_table', arguments: { title, rows_announced, columns, rows: cellsOf(lines) } }
}

/** `write_table` under the columns of a template, named by their keys in the first line. */
export function fill(title: string, notation: string): AnswerStep {
  const [head = '', ...lines] = notation.trim().split('\n')
  const keys = head.split('¦').map((key) => key.trim())
  const rows = cellsOf(lines).map((cells) => ({
    ...Object.fromEntries(keys.map((key, index) => [key, cells[index] ?? null])),
    more: [],
  }))
  return { call: 'write_table', arguments: { title, rows_announced: rows.length, more_columns: [], rows } }
}

type Where = { column: string; is: string; value?: string; values?: string[] }
type Use = {
  columns?: { from?: string; name: string; formula?: string }[]
  where?: Where[]
  match?: 'all' | 'any'
  sort?: { column: string; order: 'ascending' | 'descending' }[]
  distinct?: string[]
  group?: { by: string[]; measures: { name: string; function: string; column?: string }[] }
  limit?: number
}

const conditions = (where: Where[]) =>
  where.map(({ column, is, value, values }) => ({ column, is, value: value ?? null, values: values ?? null }))

/** `use_table`; what is not said is null. */
export function use(source: string, title: string, told: Use = {}): AnswerStep {
  const { columns, where, match = 'all', sort, distinct, group, limit } = told
  const chosen = columns?.map(({ from, name, formula }) => ({ from: from ?? null, name, formula: formula ?? null }))
  const measures = group?.measures.map((measure) => ({ ...measure, column: measure.column ?? null }))
  return {
    call: 'use_table',
    arguments: {
      source,
      title,
      columns: chosen ?? null,
      where: where ? conditions(where) : null,
      match,
      sort: sort ?? null,
      distinct: distinct ?? null,
      group: group ? { by: group.by, measures } : null,
      limit: limit ?? null,
    },
  }
}

/** A row by a value of its own, `Item=Lamp`, or by its number. */
export const row = (named: string | number) => {
  if (typeof named === 'number') return { column: null, value: null, number: named }
  const [column = '', value = ''] = named.split('=')
  return { column, value, number: null }
}

/** Puts another value into a cell. */
export const setCell = (named: string | number, column: string, value: string | null) => ({
  do: 'set_cells',
  row: row(named),
  column,
  value,
})

/** Adds a column that is computed. */
export const addFormula = (name: string, type: string, formula: string, currency: string | null = null) => ({
  do: 'add_column',
  name,
  type,
  currency,
  formula,
  after: null,
  values: null,
})

/** Adds rows at the end, cells between bars. */
export const addRows = (...lines: string[]) => ({ do: 'add_rows', rows: cellsOf(lines) })

/** Deletes the rows that fit. */
export const deleteRows = (...where: Where[]) => ({ do: 'delete_rows', where: conditions(where), match: 'all' })

/** Sorts the rows. */
export const sortBy = (column: string, order: 'ascending' | 'descending' = 'ascending') => ({
  do: 'sort',
  by: [{ column, order }],
})

/** `edit_table` with its operations. */
export const edit = (table: string, ...operations: Record<string, unknown>[]): AnswerStep => ({
  call: 'edit_table',
  arguments: { table, title: null, operations },
})

/** A whole answer: text as strings, calls as they are. */
export const answer = (...steps: (string | AnswerStep)[]): Answer => ({
  say: steps.filter((step) => step !== '').map((step) => (typeof step === 'string' ? { text: step } : step)),
  ends: 'completed',
})

/** An answer that is cut after its last step by the length that an answer may have. */
export const cutShort = (...steps: (string | AnswerStep)[]): Answer => ({
  ...answer(...steps),
  ends: 'max_output_tokens',
})
