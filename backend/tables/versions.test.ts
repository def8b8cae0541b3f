// Every change of a table is a version kept whole, each cell with where it comes from.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Evidence } from '../../shared/table/evidence.ts'
import type { Column } from '../../shared/table/table.ts'
import { createTestDatabase, type TestDatabase } from '../platform/testing/test-database.ts'
import { getTable } from './get-table.ts'
import { listRows, type RowsWithEvidence, readAllRows, readRow } from './list-rows.ts'
import { listLatestTables, listTables, listTablesOfMessages } from './list-tables.ts'
import {
  addRows,
  copyVersion,
  endOpenTables,
  endTables,
  reopenTable,
  startTable,
  supersedeTables,
} from './write-table.ts'

let database: TestDatabase
const actor = { userId: '', workspaceId: '' }
const conversationId = randomUUID()
beforeAll(async () => {
  database = await createTestDatabase()
  const { sql } = database
  const [user] = await sql`insert into users (email, name, google_sub) values ('a@example.com', 'A', 's') returning id`
  const [space] = await sql`insert into workspaces (name) values ('A') returning id`
  Object.assign(actor, { userId: user!.id, workspaceId: space!.id })
  await sql`
    insert into conversations (workspace_id, id, user_id) values (${space!.id}, ${conversationId}, ${user!.id})`
})
afterAll(() => database.close())

const columns: Column[] = [
  { key: 'order', name: 'Order', type: 'text' },
  { key: 'amount', name: 'Amount', type: 'number' },
]
const quoted = (start: number): Evidence => ({ source: 'message:1', start, end: start + 1 })

const addReply = async () => {
  const [row] = await database.sql<[{ id: string }]>`
    insert into messages (workspace_id, conversation_id, role)
    values (${actor.workspaceId}, ${conversationId}, 'assistant') returning id`
  return row.id
}

/** Two rows with evidence and one as the reader gave it. */
const addTable = async (messageId: string) => {
  const { workspaceId } = actor
  const tableId = randomUUID()
  const source = { origin: 'message' as const, where: 'your message', format: 'csv' }
  const table = { workspaceId, id: tableId, conversationId, messageId, title: 'Orders', columns, source }
  const version = await startTable(database.sql, table)
  const key = { workspaceId, tableId, version, columns }
  await addRows(database.sql, [
    {
      ...key,
      at: 0,
      rows: [
        ['A', 1],
        ['B', 'two'],
      ],
      evidence: [
        [quoted(0), quoted(2)],
        [quoted(4), 'unsupported'],
      ],
    },
    { ...key, at: 2, rows: [['C', 3]], evidence: null },
  ])
  return { tableId, version, key: { workspaceId, tableId, version }, table }
}

const receipt = { state: 'complete' as const, rows_seen: 3, rows_extracted: 3, cells_unread: 1, notes: ['A note.'] }

test('a table is open until its end, and its rows come with their evidence', async () => {
  const { tableId, key } = await addTable(await addReply())
  expect(await getTable(database.sql, actor, tableId)).toMatchObject({ receipt: null, row_count: 3, version: 1 })
  await endTables(database.sql, [{ ...key, receipt }])
  const head = await getTable(database.sql, actor, tableId)
  expect(head).toMatchObject({ receipt, latest_version: 1, source: { format: 'csv' } })
  const page = await listRows(database.sql, actor, tableId, {})
  expect(page.items).toEqual([
    ['A', 1],
    ['B', 'two'],
    ['C', 3],
  ])
  expect(page.evidence).toEqual([
    [quoted(0), quoted(2)],
    [quoted(4), 'unsupported'],
    [null, null],
  ])
  const chunks: RowsWithEvidence[] = []
  for await (const chunk of readAllRows(database.sql, key)) chunks.push(chunk)
  expect(chunks.map(({ rows, evidence }) => [rows.length, evidence?.length])).toEqual([
    [2, 2],
    [1, undefined],
  ])
  expect(await readRow(database.sql, key, 1)).toEqual({ row: ['B', 'two'], evidence: [quoted(4), 'unsupported'] })
  expect(await readRow(database.sql, key, 3)).toBeUndefined()
})

test('a page of rows of one version is not followed by a page of another', async () => {
  const { tableId, key } = await addTable(await addReply())
  const first = await listRows(database.sql, actor, tableId, { limit: 2 })
  const next = await copyVersion(database.sql, key, { change: 'Nothing.' })
  await database.sql`update table_rows set rows = '[["X", 9]]' where table_id = ${tableId} and version = ${next!} and at = 2`
  const second = await listRows(database.sql, actor, tableId, { limit: 2, cursor: first.next_cursor! })
  expect(second.items).toEqual([['C', 3]])
  expect((await listRows(database.sql, actor, tableId, {})).items[2]).toEqual(['X', 9])
  expect((await listRows(database.sql, actor, tableId, { version: 1 })).items[2]).toEqual(['C', 3])
})

test('the next version starts empty or as a copy, and the ones before stay as they were', async () => {
  const message = await addReply()
  const { tableId, key, table } = await addTable(message)
  await endTables(database.sql, [{ ...key, receipt }])
  const other = await addReply()
  expect(await startTable(database.sql, { ...table, messageId: other, title: 'Fewer' })).toBe(2)
  expect(await getTable(database.sql, actor, tableId)).toMatchObject({ title: 'Fewer', version: 2, row_count: 0 })
  expect(await getTable(database.sql, actor, tableId, 1)).toMatchObject({ title: 'Orders', latest_version: 2, receipt })
  const copied = await copyVersion(database.sql, key, { userId: actor.userId, change: 'As it was.' })
  expect(copied).toBe(3)
  expect(await getTable(database.sql, actor, tableId)).toMatchObject({ title: 'Orders', row_count: 3, receipt })
  expect((await listRows(database.sql, actor, tableId, {})).evidence?.[1]).toEqual([quoted(4), 'unsupported'])

  const { workspaceId } = actor
  const latest = await listLatestTables(database.sql, workspaceId, conversationId, 1)
  expect(latest).toMatchObject([{ id: tableId, version: 3 }])
  const ofMessages = await listTablesOfMessages(database.sql, workspaceId, [message, other])
  expect(ofMessages.get(message)).toMatchObject([{ version: 3 }])
  expect(ofMessages.get(other)).toMatchObject([{ version: 2, latest_version: 3 }])
})

test('what a replaced reply made does not count any more', async () => {
  const [first, second] = [await addReply(), await addReply()]
  const { tableId, table } = await addTable(first)
  await startTable(database.sql, { ...table, messageId: second })
  const { workspaceId } = actor
  await supersedeTables(database.sql, workspaceId, [second])
  expect(await getTable(database.sql, actor, tableId)).toMatchObject({ version: 1, latest_version: 1 })
  expect(await startTable(database.sql, { ...table, messageId: second })).toBe(3)
  await supersedeTables(database.sql, workspaceId, [first, second])
  const { items } = await listTables(database.sql, workspaceId, conversationId, { limit: 100 })
  expect(items.map(({ id }) => id)).not.toContain(tableId)
  expect(await getTable(database.sql, actor, tableId, 1)).toMatchObject({ row_count: 3 })
})

test('tables left open are ended with what is stored of them', async () => {
  const message = await addReply()
  const { tableId, key } = await addTable(message)
  const { workspaceId } = actor
  const counts = { rows_extracted: 3, cells_unread: 1, cells_quoted: 5, cells_computed: 0, cells_unsupported: 1 }
  expect(await endOpenTables(database.sql, workspaceId, message, 'interrupted')).toEqual({
    ended: [{ tableId, receipt: { state: 'interrupted', rows_seen: null, notes: [], ...counts } }],
    rows: 3,
  })
  await endTables(database.sql, [{ ...key, receipt: { ...receipt, rows_seen: 5 } }])
  await reopenTable(database.sql, key)
  expect((await getTable(database.sql, actor, tableId)).receipt).toBeNull()
  const { ended } = await endOpenTables(database.sql, workspaceId, message, 'cut')
  expect(ended).toMatchObject([{ receipt: { state: 'cut', rows_seen: 5, notes: ['A note.'] } }])
  expect((await endOpenTables(database.sql, workspaceId, message, 'cut')).ended).toEqual([])
})

test('another workspace sees none of it', async () => {
  const { tableId } = await addTable(await addReply())
  const stranger = { userId: actor.userId, workspaceId: randomUUID() }
  await expect(getTable(database.sql, stranger, tableId)).rejects.toMatchObject({ code: 'not_found' })
  await expect(listRows(database.sql, stranger, tableId, { version: 1 })).rejects.toMatchObject({ code: 'not_found' })
})
