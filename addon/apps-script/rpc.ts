// The one door for the sidebar: a JSON string in, a JSON string out, never an exception.
import {
  type RpcInput,
  type RpcName,
  type RpcOutput,
  type RpcResponse,
  rpcOperations,
} from '../../shared/contract/rpc.ts'
import { findCellSource } from './cell-source.ts'
import { Failure, toProblem } from './failure.ts'
import { sayHello } from './hello.ts'
import { learnFromSheet } from './learn-from-sheet.ts'
import { findKnownTables } from './place/known-tables.ts'
import { previewWrite } from './plan-write.ts'
import { remember } from './preferences.ts'
import { readSelection } from './read-selection.ts'
import { describeSelection } from './selection.ts'
import { showRange } from './show-range.ts'
import { listHistory, undoWrite } from './undo/undo-write.ts'
import { writeTable } from './write-table.ts'

const handlers: { [N in RpcName]: (input: RpcInput<N>) => RpcOutput<N> } = {
  hello: sayHello,
  identity: () => ({ id_token: ScriptApp.getIdentityToken() || null }),
  selection: () => ({ selection: describeSelection() }),
  read_selection: readSelection,
  show: showRange,
  remember,
  known_tables: () => ({ tables: findKnownTables(SpreadsheetApp.getActiveSpreadsheet()) }),
  preview: previewWrite,
  write: writeTable,
  history: listHistory,
  undo: undoWrite,
  cell_source: findCellSource,
  learn: learnFromSheet,
}

function isRpcName(name: unknown): name is RpcName {
  return typeof name === 'string' && Object.keys(handlers).includes(name)
}

function handle<N extends RpcName>(name: N, input: unknown): RpcOutput<N> {
  const parsed = rpcOperations[name].input.safeParse(input)
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') || 'the call'
    throw new Failure(
      'invalid',
      'The sidebar and the script do not understand each other.',
      `Reload the spreadsheet and open the sidebar again. (${name}: ${where})`,
    )
  }
  return handlers[name](parsed.data as RpcInput<N>)
}

function answer(json: string): RpcResponse<RpcName> {
  try {
    const request: { op?: unknown; input?: unknown } | null = JSON.parse(json)
    const op = request?.op
    if (!isRpcName(op)) {
      throw new Failure(
        'invalid',
        'The script does not know this call.',
        'Reload the spreadsheet and open the sidebar again.',
      )
    }
    return { ok: true, value: handle(op, request?.input ?? {}) }
  } catch (error) {
    return { ok: false, problem: toProblem(error) }
  }
}

/** Called by the sidebar with `{ op, input }` as JSON; answers with an `RpcResponse` as JSON. */
export function rpc(json: string): string {
  return JSON.stringify(answer(json))
}
