// Runs an engine for tests: from a message to what a person would have at the end.
import type { Cell, Column, TableReceipt } from '../../../shared/table/table.ts'
import type { Engine, EngineEvent, EngineInput } from '../engine.ts'
import { findTables, type MessageParts } from '../find-tables.ts'

type Result = {
  text: string
  tables: { title: string; columns: Column[]; rows: Cell[][]; receipt: TableReceipt | null }[]
  end: Extract<EngineEvent, { type: 'end' }> | null
  events: EngineEvent[]
}

/** The engine's input for a message, as chat would make it. */
export const inputFor = async (
  parts: Partial<MessageParts>,
  more: Partial<EngineInput> = {},
): Promise<EngineInput> => ({
  history: [],
  known: [],
  template: null,
  locale: parts.locale,
  continuing: null,
  ...(await findTables(
    { id: 'message', content: '', files: [], ranges: [], locale: undefined, ...parts },
    new AbortController().signal,
  )),
  ...more,
})

/** Runs `engine` to its end, checking that rows and receipts belong to a table that was started. */
export const runEngine = async (
  engine: Engine,
  input: EngineInput,
  signal = new AbortController().signal,
): Promise<Result> => {
  const result: Result = { text: '', tables: [], end: null, events: [] }
  const tables = new Map<number, Result['tables'][number]>()
  for await (const event of engine.run(input, signal)) {
    if (result.end) throw new Error('Something came after the end')
    result.events.push(event)
    if (event.type === 'text') result.text += event.text
    if (event.type === 'table-start') {
      const table = { title: event.title, columns: event.columns, rows: [], receipt: null }
      tables.set(event.table, table)
      result.tables.push(table)
    }
    if (event.type === 'rows') tables.get(event.table)!.rows.push(...event.rows)
    if (event.type === 'table-end') tables.get(event.table)!.receipt = event.receipt
    if (event.type === 'end') result.end = event
  }
  return result
}
