// Everything that is kept of an account, as files of an archive that are made while they are read.
import type { Column } from '../../shared/table/table.ts'
import { recordAudit } from '../platform/audit/record-audit.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import { readAllRows } from '../tables/list-rows.ts'
import { csvLine } from '../tables/write-csv.ts'
import * as store from './export-store.ts'

/** One file: its path in the archive, and its bytes. */
export type ArchiveEntry = { path: string; content: AsyncIterable<string | Buffer> }

export type ExportParts = {
  sql: Sql
  getMe(actor: Actor): Promise<object>
  /** A file as it was uploaded; undefined when it has just been removed. */
  readFile(workspaceId: string, fileId: string): Promise<Buffer | undefined>
}

async function* jsonList(rows: AsyncIterable<object>): AsyncGenerator<string> {
  let before = '[\n'
  for await (const row of rows) {
    yield `${before}${JSON.stringify(row)}`
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

async function* json(value: object): AsyncGenerator<string> {
  yield `${JSON.stringify(value, null, 2)}\n`
}

async function* bytes(read: () => Promise<Buffer | undefined>): AsyncGenerator<Buffer> {
  const content = await read()
  if (content) yield content
}

/** A name that every system takes in an archive. */
const fileName = (name: string) =>
  name
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .trim()
    .slice(0, 150) || 'file'

type TableKey = { workspaceId: string; tableId: string; version: number }

async function* csvOf(sql: Sql, key: TableKey, columns: Column[]): AsyncGenerator<string> {
  yield `\ufeff${csvLine(
    columns.map(({ name, key: columnKey }) => name || columnKey),
    true,
  )}`
  for await (const { rows } of readAllRows(sql, key)) yield rows.map((row) => csvLine(row, true)).join('')
}

async function* rowsOf(sql: Sql, key: TableKey, head: object): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"rows":[`
  let before = '\n'
  for await (const { rows, evidence } of readAllRows(sql, key)) {
    const lines = rows.map((cells, at) => JSON.stringify(evidence ? { cells, evidence: evidence[at] } : { cells }))
    yield before + lines.join(',\n')
    before = ',\n'
  }
  yield '\n]}\n'
}

const readme = `Everything that Tablewright keeps of your account.

account.json           who you are, sessions, API keys (without the keys), connected Google accounts (without tokens)
conversations/…        each with conversation.json, messages.json and its tables: every version as JSON and as CSV
files.json, files/…    what you uploaded
templates.json         your templates, every version
exports.json …         spreadsheets that were written, and what was written when
usage.json             what the model took
audit.json             what was done in your name
`

/** In an order in which each is finished before the next begins: at most a page of rows is in memory. */
export async function* exportAccount(
  { sql, getMe, readFile }: ExportParts,
  actor: Actor,
): AsyncGenerator<ArchiveEntry> {
  const { workspaceId } = actor
  await sql.begin((tx) => recordAudit(tx, actor, 'account.export'))
  const account = {
    ...(await getMe(actor)),
    sessions: await store.selectSessions(sql, actor),
    api_keys: await store.selectKeys(sql, actor),
    google_connections: await store.selectConnections(sql, actor),
  }
  yield { path: 'README.txt', content: bytes(async () => Buffer.from(readme)) }
  yield { path: 'account.json', content: json(account) }
  for await (const conversation of store.conversations(sql, actor)) {
    const folder = `conversations/${conversation.id}`
    yield { path: `${folder}/conversation.json`, content: json(conversation) }
    yield { path: `${folder}/messages.json`, content: jsonList(store.messages(sql, actor, conversation.id)) }
    for await (const table of store.versions(sql, actor, conversation.id)) {
      const key = { workspaceId, tableId: table.table_id, version: table.version }
      const path = `${folder}/tables/${table.table_id}/version-${table.version}`
      yield { path: `${path}.json`, content: rowsOf(sql, key, table) }
      yield { path: `${path}.csv`, content: csvOf(sql, key, table.columns) }
    }
  }
  yield { path: 'files.json', content: jsonList(store.files(sql, actor)) }
  for await (const { id, name } of store.files(sql, actor))
    yield { path: `files/${id}/${fileName(name)}`, content: bytes(() => readFile(workspaceId, id)) }
  yield { path: 'templates.json', content: jsonList(store.templates(sql, actor)) }
  yield { path: 'exports.json', content: jsonList(store.exports(sql, actor)) }
  yield { path: 'export-operations.json', content: jsonList(store.operations(sql, actor)) }
  yield { path: 'receipts.json', content: jsonList(store.receipts(sql, actor)) }
  yield { path: 'usage.json', content: jsonList(store.usage(sql, actor)) }
  yield { path: 'audit.json', content: jsonList(store.audit(sql, actor)) }
}
