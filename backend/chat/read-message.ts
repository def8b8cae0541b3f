// Reads one message; a reply to one with a response format comes with its rows in that format.
import { extractLimits } from '../../shared/contract/extract-schemas.ts'
import type { Output } from '../../shared/contract/output-schemas.ts'
import type { Message, TableHead } from '../../shared/contract/schemas.ts'
import type { Evidence } from '../../shared/table/evidence.ts'
import type { Cell } from '../../shared/table/table.ts'
import { fitRecords } from '../extraction/format/fit-records.ts'
import type { TracedTable } from '../extraction/format/read-items.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'
import { readAllRows } from '../tables/list-rows.ts'
import { findAnswered } from './message-store.ts'
import { getMessage } from './messages.ts'
import { resolveFormat, storedFormat } from './resolve-format.ts'

async function readTable(sql: Sql, workspaceId: string, head: TableHead): Promise<TracedTable> {
  const { id, version, title, columns } = head
  const rows: Cell[][] = []
  const evidence: Evidence[][] = []
  for await (const chunk of readAllRows(sql, { workspaceId, tableId: id, version })) {
    for (const row of chunk.rows) rows.push(row)
    for (const each of chunk.evidence ?? chunk.rows.map(() => [])) evidence.push(each)
  }
  return { title, columns, rows, evidence }
}

/** Null when the template that was asked for is not there any more. */
async function readOutput(
  sql: Sql,
  workspaceId: string,
  asked: NonNullable<Message['response_format']>,
  heads: TableHead[],
  locale: string | undefined,
): Promise<Output | null> {
  const format = await resolveFormat(sql, workspaceId, asked).catch((error: unknown) => {
    if (error instanceof Problem) return null
    throw error
  })
  if (!format) return null
  const cells = heads.reduce((sum, { row_count, columns }) => sum + row_count * columns.length, 0)
  const tables: TracedTable[] = []
  // Too many are not read at all: the answer is that they are too many.
  if (cells <= extractLimits.cells) for (const head of heads) tables.push(await readTable(sql, workspaceId, head))
  return await fitRecords(tables, format, locale, cells)
}

/** Throws `Problem('not_found')`, for somebody else's too. */
export async function readMessage(sql: Sql, actor: Actor, conversationId: string, messageId: string): Promise<Message> {
  const message = await getMessage(sql, actor, conversationId, messageId)
  if (message.role !== 'assistant') return message
  const { workspaceId } = actor
  const sent = await findAnswered(sql, workspaceId, conversationId, messageId)
  const asked = sent && storedFormat(sent.inputs)
  if (!asked || message.state === 'streaming') return { ...message, response_format: asked ?? null }
  const output = await readOutput(sql, workspaceId, asked, message.tables, sent.inputs.locale)
  return { ...message, response_format: asked, output }
}
