// Carries out an edit_table call: operations in their order over a whole known table, whose next version comes out.
import { limits } from '../../shared/contract/limits.ts'
import { countUnread } from '../../shared/table/build-table.ts'
import { createRowFiller } from '../../shared/table/compute-columns.ts'
import type { EndState } from '../../shared/table/table.ts'
import { type Operation, readEditTable } from './edit-table-call.ts'
import { addColumn, changeColumn, moveColumn, removeColumn } from './edit-table-columns.ts'
import { addRows, deleteRows, setCells, sortBy } from './edit-table-rows.ts'
import { type EditContext, type EditState, fillRow, refill } from './edit-table-state.ts'
import type { EngineEvent, SourceTable } from './engine.ts'
import { indexAll } from './ground-sources.ts'
import { dialectOf } from './sheet-dialect.ts'
import type { TableCall } from './table-call.ts'
import { type CellCounts, countInto, inPieces, type Row, readRows, toChunk } from './table-rows.ts'

/** Whether what an operation does depends on what formulas give. */
const looksAtValues = (operation: Operation): boolean =>
  operation.do !== 'move_column' && (operation.do !== 'add_column' || (operation.values ?? []).length > 0)

async function carryOut(state: EditState, operation: Operation): Promise<string | null> {
  if (looksAtValues(operation)) await refill(state)
  switch (operation.do) {
    case 'set_cells':
      return setCells(state, operation)
    case 'add_rows':
      return addRows(state, operation)
    case 'delete_rows':
      return deleteRows(state, operation)
    case 'add_column':
      return addColumn(state, operation)
    case 'change_column':
      return changeColumn(state, operation)
    case 'remove_column':
      return removeColumn(state, operation)
    case 'move_column':
      return moveColumn(state, operation)
    case 'sort':
      return await sortBy(state, operation)
  }
}

/** What an operation would have done, for the sentence that says that it was not. */
function nameOf(operation: Operation): string {
  switch (operation.do) {
    case 'set_cells':
      return `“${operation.value ?? ''}” was not put into “${operation.column}”`
    case 'add_rows':
      return 'No rows were added'
    case 'delete_rows':
      return 'No rows were deleted'
    case 'add_column':
      return `The column “${operation.name}” was not added`
    case 'change_column':
      return `The column “${operation.column}” was not changed`
    case 'remove_column':
      return `The column “${operation.column}” was not removed`
    case 'move_column':
      return `The column “${operation.column}” was not moved`
    case 'sort':
      return 'The rows were not sorted'
  }
}

const count = (number: number, what: string, done: string) =>
  number === 0 ? [] : [`${number.toLocaleString('en-US')} ${what}${number === 1 ? '' : 's'} ${done}`]

/** “2 cells changed, 1 row added, column “Margin” added as a formula.” */
function sayDone({ done }: EditState): string | null {
  const parts = [
    ...count(done.cells, 'cell', 'changed'),
    ...count(done.added, 'row', 'added'),
    ...count(done.deleted, 'row', 'deleted'),
    ...done.sentences,
  ]
  const text = parts.join(', ')
  return text === '' ? null : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

async function readWhole(source: SourceTable): Promise<Row[]> {
  const rows: Row[] = []
  for await (const chunk of readRows(source))
    for (const { cells, evidence } of chunk) rows.push({ cells: [...cells], evidence: evidence && [...evidence] })
  return rows
}

/** `table` is the table's number in the reply; `known` are the tables that may be edited. */
export const createEditTable = (
  table: number,
  known: SourceTable[],
  { grounder, locale }: Pick<EditContext, 'grounder' | 'locale'>,
  signal: AbortSignal,
): TableCall => {
  const pieces: string[] = []
  let told = 0
  let open: ((state: EndState) => EngineEvent) | null = null

  return {
    // Nothing can be told before the last operation is known.
    feed(json) {
      pieces.push(json)
      return []
    },
    async *end() {
      const call = readEditTable(pieces.join(''))
      if (!call) return 'The model’s order to change a table could not be read.'
      const source = known.find((candidate) => candidate.id === call.table.trim().toLowerCase())
      if (!source) return 'The model wanted to change a table that does not exist.'
      if (source.row_count * source.columns.length > limits.tableCells)
        return `“${source.title}” is too large to be changed here. Change it in the sheet.`
      const rows = await readWhole(source)
      const state: EditState = {
        columns: source.columns.map((column) => ({ ...column })),
        rows,
        numbered: [...rows],
        stale: false,
        done: { cells: 0, added: 0, deleted: 0, sentences: [] },
        context: { grounder, locale, dialect: dialectOf(locale) },
        filler: null,
      }
      if (grounder) await indexAll(grounder)
      const notes: string[] = []
      let worked = 0
      for (const operation of call.operations) {
        if (signal.aborted) return null
        const why = operation ? await carryOut(state, operation) : 'it could not be read'
        if (why === null) worked += 1
        else notes.push(`${operation ? nameOf(operation) : 'A change was not made'}: ${why}.`)
        await new Promise(setImmediate)
      }
      const title = (call.title?.trim() || source.title).slice(0, 200)
      if (worked === 0 && title === source.title)
        return notes.length > 0 ? `Nothing was changed. ${notes.join(' ')}` : 'The model’s order changes nothing.'
      if (title !== source.title) state.done.sentences.push(`title changed to “${title}”`)

      const { columns } = state
      const done = sayDone(state)
      const cells: CellCounts = { cells_quoted: 0, cells_computed: 0, cells_unsupported: 0 }
      let unread = 0
      // Every row is worked out a last time on its way, so that what is empty is counted once.
      const filler = createRowFiller(columns, state.context.dialect)
      state.filler = filler
      const tableEnd = (end: EndState): EngineEvent => {
        open = null
        const empty = (filler?.faults() ?? []).map(
          ({ at, rows: count, why }) =>
            `“${columns[at]?.name}” stays empty in ${count === 1 ? '1 row' : `${count} rows`}: ${why}.`,
        )
        const counts = { rows_seen: null, rows_extracted: told, cells_unread: unread, ...cells }
        return {
          type: 'table-end',
          table,
          receipt: { state: end, ...counts, notes: [...(done ? [done] : []), ...notes, ...empty] },
        }
      }
      open = tableEnd
      yield { type: 'table-start', table, title, columns, rows_expected: state.rows.length, edits: source.id }
      for await (const piece of inPieces(state.rows)) {
        if (signal.aborted) return null
        for (const row of piece) fillRow(state, row)
        const chunk = toChunk(piece)
        unread += countUnread(chunk.rows, columns)
        countInto(cells, piece)
        told += piece.length
        yield { type: 'rows', table, ...chunk }
      }
      if (signal.aborted) return null
      // A table that was cut lacks the same rows after a change.
      yield tableEnd(source.receipt.state)
      return null
    },
    close: (state) => (open ? [open(state)] : []),
    rows: () => told,
  }
}
