// The engine that needs no model: it hands on the tables and key-value facts it finds and says what it cannot do.
import type { Engine, EngineEvent, EngineInput, SourceTable } from './engine.ts'
import { handOnRest } from './hand-on-rest.ts'

const count = (rows: number, of = 'row') => `${rows.toLocaleString('en-US')} ${of}${rows === 1 ? '' : 's'}`

const place = (table: SourceTable): string => {
  if (table.origin === 'message') return ''
  return table.origin === 'range' ? ` from ${table.where}` : ` in ${table.where}`
}

const describe = (table: SourceTable): string => {
  const facts = table.format === 'key-values' ? ' from a list of facts' : ''
  return `**${table.title}**${place(table)}: ${count(table.row_count)}, ${count(table.columns.length, 'column')}${facts}`
}

const noModel =
  'No model is configured on this server, so I read tables and structured text only. ' +
  'To read prose as well, set OPENAI_API_KEY on the server.'

const nothingFound =
  'I found no table here. No model is configured on this server, so I can read tables (CSV, tab-separated, Markdown, ' +
  'HTML, JSON, aligned columns) and lists like “Name: Ada”, but not prose.\n\n' +
  'Paste the data as a table, attach a file (a workbook or text), or select cells in the sheet and use the selection. ' +
  'Whoever runs the server can set OPENAI_API_KEY to have prose read too.'

/** What the whole answer says before the tables, for the tables at hand. */
const introduce = (found: SourceTable[]): string => {
  const [only] = found
  if (found.length === 1 && only) return `I found one table: ${describe(only)}.\n\n`
  return `I found ${found.length} tables:\n\n${found.map((table) => `- ${describe(table)}`).join('\n')}\n\n`
}

async function* run(input: EngineInput, signal: AbortSignal): AsyncGenerator<EngineEvent> {
  if (input.found.length === 0) {
    yield { type: 'text', text: nothingFound }
    yield { type: 'end', state: 'complete' }
    return
  }
  const { continuing } = input
  if (!continuing?.text) yield { type: 'text', text: introduce(input.found) }
  let tables = 0
  yield* handOnRest(input.found, continuing?.tables ?? [], signal, () => tables++)
  if (signal.aborted) {
    yield { type: 'end', state: 'stopped' }
    return
  }
  // Said once: whoever goes on has read it.
  if (input.history.every(({ role }) => role !== 'assistant')) yield { type: 'text', text: noModel }
  yield { type: 'end', state: 'complete' }
}

/** Reads no prose and invents nothing; every row comes from the reader. */
export const createBuiltInEngine = (): Engine => ({ kind: 'built-in', model: null, host: null, run })
