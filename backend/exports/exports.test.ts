// Exports over HTTP, from the conversation's table to the spreadsheet, with a local Google behind the server.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { putCell } from '../../emulator/workbook/cells.ts'
import type { ExportStatus, SheetExport } from '../../shared/contract/export-schemas.ts'
import { connect, startConnected } from '../google/testing/connect.ts'
import { createExportClient, type ExportClient } from './testing/export-client.ts'

let world: Awaited<ReturnType<typeof startConnected>>
let ann: ExportClient
beforeAll(async () => {
  world = await startConnected()
  ann = await createExportClient(world.app, world.google)
})
afterEach(() => fetch(`${world.google.url}/emulator/faults`, { method: 'DELETE' }))
afterAll(() => world.close())

const csv = 'order,quantity,price\n0042,3,12.50\n1043,1,2\n1044,2,1.25\n'
const fields = ['order', 'quantity', 'price']
const plain = { template: 'plain_table' }

async function exported(content = csv, more: Record<string, unknown> = {}) {
  const { conversation_id, tables } = await ann.tables(content)
  const made = await ann.export({ conversation_id, ...plain, title: 'Orders of March', ...more })
  const status = await ann.finished(made.id)
  return { made, status, conversation_id, tables, id: made.id }
}
const rowsOf = (status: ExportStatus, sheet = 0) => ann.values(status.spreadsheet_id)[sheet]?.rows.slice(1)

describe('an export', () => {
  it('answers at once, is written by a job, and says how far it is', async () => {
    const { made, status, id } = await exported(csv, { locale: 'de-DE', time_zone: 'Europe/Berlin' })
    expect(made).toMatchObject({ status: 'queued', spreadsheet_id: null, url: null, template_type: 'plain_table' })
    expect(status).toMatchObject({
      state: 'done',
      errors: [],
      progress: { rows: 3, rows_total: 3, calls: 2, calls_total: 2 },
      operation: { kind: 'create', attempts: 1, receipts: [{ rows_written: 3 }] },
      queued: 0,
    })
    const stored = await ann.must<SheetExport>('GET', `/export/sheets/${id}`)
    expect(stored).toMatchObject({
      status: 'done',
      url: `https://docs.google.com/spreadsheets/d/${status.spreadsheet_id}/edit`,
      last_sync: expect.any(String),
      meta_data: { locale: 'de_DE', time_zone: 'Europe/Berlin', tables: [{ path: null, rows: 3 }] },
    })
    const book = world.google.files.all().find((file) => file.id === status.spreadsheet_id)?.book
    expect(book).toMatchObject({ title: 'Orders of March', locale: 'de_DE', timeZone: 'Europe/Berlin' })
    expect(rowsOf(status)).toEqual([
      ['0042', 3, 12.5],
      ['1043', 1, 2],
      ['1044', 2, 1.25],
    ])
  })

  it('is listed, and its status is sent again only when it has changed', async () => {
    const { id } = await exported()
    const { items } = await ann.must<{ items: SheetExport[] }>('GET', '/export/sheets?limit=1')
    expect(items.map((each) => each.id)).toEqual([id])
    const path = `/export/sheets/${id}/status`
    const etag = (await ann.call('GET', path)).headers.get('etag') ?? ''
    expect((await ann.call('GET', path, { headers: { 'if-none-match': etag } })).status).toBe(304)
    await ann.update(id, { update_type: 'append', data: [{ order: '1', quantity: 1, price: 1 }] })
    expect((await ann.call('GET', path, { headers: { 'if-none-match': etag } })).status).toBe(200)
    await ann.finished(id)
  })

  it('puts lists within records into sheets of their own, and adds to them', async () => {
    const records = [
      {
        id: 'A-1',
        name: 'Ada',
        items: [
          { sku: 'P1', n: 2 },
          { sku: 'P2', n: 1 },
        ],
      },
      { id: 'A-2', name: 'Bob', items: [{ sku: 'P1', n: 5 }] },
    ]
    const { id } = await exported('id,name\nA-0,Zoe\nA-9,Max\n')
    await ann.update(id, { update_type: 'append', data: records })
    const { spreadsheet_id, operation } = await ann.finished(id)
    expect(operation).toMatchObject({ state: 'done', receipts: [{ rows_written: 2 }, { rows_written: 3 }] })
    const more = { id: 'A-3', name: 'Cy', items: [{ sku: 'P3', n: 1 }] }
    await ann.update(id, { update_type: 'append', data: [more] })
    expect(await ann.finished(id)).toMatchObject({ state: 'done' })
    const [main, items, ...others] = ann.values(spreadsheet_id)
    expect(others).toEqual([])
    expect(main?.rows.slice(1).map(([key]) => key)).toEqual(['A-0', 'A-9', 'A-1', 'A-2', 'A-3'])
    expect(items?.rows).toEqual([
      ['id', 'sku', 'n'],
      ['A-1', 'P1', 2],
      ['A-1', 'P2', 1],
      ['A-2', 'P1', 5],
      ['A-3', 'P3', 1],
    ])
  })

  it('reads what the spreadsheet is like once, however many tables go in', async () => {
    const records = [1, 2, 3].map((n) => ({
      id: `A-${n}`,
      items: [{ sku: `P${n}`, n }],
      payments: [{ method: 'card', amount: n + 0.5 }],
    }))
    const { conversation_id, tables } = await ann.tables(JSON.stringify(records))
    const made = await ann.export({ conversation_id, ...plain, title: 'Nested', table_id: tables[0]!.id })
    const created = await ann.finished(made.id)
    expect(created).toMatchObject({ state: 'done', progress: { calls: 4 } })
    expect(created.operation.receipts).toHaveLength(3)
    expect(ann.values(created.spreadsheet_id).map(({ rows }) => rows.length)).toEqual([4, 4, 4])
    await ann.update(made.id, { update_type: 'replace', data: records.map((each) => ({ ...each, id: `B${each.id}` })) })
    const replaced = await ann.finished(made.id)
    expect(replaced).toMatchObject({ state: 'done', progress: { calls: 7 } })
    expect(ann.values(created.spreadsheet_id).map(({ rows }) => rows[1]?.[0])).toEqual(['BA-1', 'BA-1', 'BA-1'])
  })

  it('of two people with one Google account counts as one account’s', async () => {
    const other = await createExportClient(world.app, world.google)
    await world.app.sql`delete from google_quotas`
    const one = await exported()
    const { conversation_id } = await other.tables(csv)
    const made = await other.export({ conversation_id, ...plain, title: 'Mine' })
    await other.finished(made.id)
    expect(one.status.state).toBe('done')
    const buckets = await world.app.sql<{ bucket: string }[]>`
      select bucket from google_quotas where bucket like '% user %' order by bucket`
    expect(buckets.map(({ bucket }) => bucket.split(' ').slice(0, 2))).toEqual([
      ['drive', 'user'],
      ['write', 'user'],
    ])
  })

  it('refuses what is somebody else’s as what is not there', async () => {
    const bob = await createExportClient(world.app, world.google, 'bob@example.com')
    const { id, conversation_id, tables } = await exported()
    for (const [method, path, body] of [
      ['GET', `/export/sheets/${id}`],
      ['GET', `/export/sheets/${id}/status`],
      ['DELETE', `/export/sheets/${id}`],
      ['POST', `/export/sheets/${id}/cancel`],
      ['POST', `/export/sheets/${id}/update`, { update_type: 'append', data: [{ order: '1' }] }],
      ['GET', `/export/sheets/${id}/permissions`],
      ['POST', '/export/sheets/create', { conversation_id, ...plain }],
      ['POST', '/export/plan', { table_id: tables[0]?.id, ...plain, target: { kind: 'new_sheet' } }],
    ] as const)
      expect([path, (await bob.call(method, path, { body })).status]).toEqual([path, 404])
    const own = await bob.tables(csv)
    const foreign = { ...own, ...plain, table_id: own.tables[0]?.id, connection_id: ann.connection.id }
    expect((await bob.call('POST', '/export/sheets/create', { body: foreign })).status).toBe(404)
  })

  it('without a connected account is refused', async () => {
    const { token } = await world.app.signUp()
    const made = await world.app.call('POST', '/chat/conversations', { token, body: {} })
    const { id: conversation_id } = (await made.json()) as { id: string }
    const empty = await world.app.call('POST', '/export/sheets/create', { token, body: { conversation_id, ...plain } })
    expect(empty.status).toBe(404)
    await world.app.call('POST', `/chat/conversations/${conversation_id}/messages`, { token, body: { content: csv } })
    const answer = await world.app.call('POST', '/export/sheets/create', { token, body: { conversation_id, ...plain } })
    expect([answer.status, await answer.json()]).toMatchObject([409, { code: 'google_not_connected' }])
  })

  it('that is deleted is forgotten, and its spreadsheet stays', async () => {
    const { id, status } = await exported()
    await ann.must('DELETE', `/export/sheets/${id}`)
    expect((await ann.call('GET', `/export/sheets/${id}`)).status).toBe(404)
    expect(rowsOf(status)).toHaveLength(3)
  })
})

describe('an update', () => {
  it('appends, replaces and merges rows that come along, by key or header', async () => {
    const { id } = await exported()
    const first = await ann.update(id, { update_type: 'append', data: [{ Order: '1045', quantity: '7', PRICE: 3 }] })
    const second = await ann.update(id, {
      update_type: 'merge',
      by: ['order'],
      data: [{ order: '1043', quantity: 9, price: 2 }],
    })
    expect(first.operation.id).not.toBe(second.operation.id)
    expect(await ann.finished(id, second.operation.id)).toMatchObject({ state: 'done', errors: [] })
    const status = await ann.finished(id, first.operation.id)
    expect(status.operation).toMatchObject({ kind: 'update', update_type: 'append', state: 'done' })
    expect(rowsOf(status)).toEqual([
      ['0042', 3, 12.5],
      ['1043', 9, 2],
      ['1044', 2, 1.25],
      ['1045', 7, 3],
    ])
    await ann.update(id, {
      update_type: 'replace',
      data: {
        columns: fields.map((key, at) => ({ key, name: key, type: at ? 'number' : 'text' })),
        rows: [['x', 1, 1]],
      },
    })
    const replaced = await ann.finished(id)
    expect(replaced.state).toBe('done')
    expect(rowsOf(replaced)?.filter(([order]) => order !== null)).toEqual([['x', 1, 1]])
  })

  it('without rows takes what is new of the table', async () => {
    const { id, conversation_id, tables } = await exported()
    const table = tables[0]!.id
    await ann.must('PATCH', `/tables/${table}`, { cells: [{ row: 1, column: 'quantity', value: 8 }] })
    await ann.update(id, { update_type: 'merge', by: ['order'] })
    const merged = await ann.finished(id)
    expect(merged).toMatchObject({ state: 'done', operation: { receipts: [{ counts: { rows_updated: 1 } }] } })
    expect(rowsOf(merged)?.[1]).toEqual(['1043', 8, 2])
    await ann.update(id, { update_type: 'append' })
    expect((await ann.finished(id)).operation).toMatchObject({ state: 'done' })
    expect(rowsOf(merged)).toHaveLength(3)
    expect(conversation_id).toBeTruthy()
  })

  it('moves and deletes nothing of the person’s unless that is allowed, and says what to send', async () => {
    const { id, status } = await exported()
    const book = world.google.files.all().find((file) => file.id === status.spreadsheet_id)?.book
    putCell(book!, book!.sheets[0]!, 5, 1, { value: 'my own note' })
    const row = { order: '1045', quantity: 7, price: 3 }
    await ann.update(id, { update_type: 'append', data: [row] })
    const refused = await ann.finished(id)
    expect(refused).toMatchObject({ state: 'failed', errors: [{ code: 'plan_refused' }] })
    expect(refused.errors[0]?.detail).toMatch(
      /moves down\. To agree, send it again with "allow": \["resize","move"\]\.$/,
    )
    expect(rowsOf(refused)?.[3]?.[0]).toBe('my own note')
    await ann.update(id, { update_type: 'append', data: [row], allow: ['move'] })
    const moved = await ann.finished(id)
    expect(moved.state).toBe('done')
    expect(rowsOf(moved)?.map(([order]) => order)).toEqual(['0042', '1043', '1044', '1045', 'my own note'])
    // What the update is for needs no more than asking for it, unless somebody wants to be asked.
    const change = { update_type: 'merge', by: ['order'], data: [{ ...row, quantity: 8 }] }
    await ann.update(id, { ...change, allow: [] })
    expect((await ann.finished(id)).errors[0]?.detail).toContain('"allow": ["overwrite"]')
    await ann.update(id, change)
    expect(rowsOf(await ann.finished(id))?.[3]).toEqual(['1045', 8, 3])
  })

  it('begins a creation again that failed, in place', async () => {
    const { conversation_id } = await ann.tables(csv)
    const before = new Set(world.google.files.all())
    world.google.inject({ kind: 'slow', match: ':batchUpdate', delayMs: 300 })
    const made = await ann.export({ conversation_id, ...plain, title: 'At last' })
    const madeFile = () => world.google.files.all().find((file) => !before.has(file))
    while (!madeFile()) await new Promise((resolve) => setTimeout(resolve, 20))
    world.google.files.remove(madeFile()!.id)
    expect(await ann.finished(made.id)).toMatchObject({ state: 'failed', errors: [{ code: 'spreadsheet_missing' }] })
    const rows = await ann.call('POST', `/export/sheets/${made.id}/update`, {
      body: { update_type: 'append', data: [{ order: '1' }] },
    })
    expect([rows.status, await rows.json()]).toMatchObject([409, { code: 'export_unwritten' }])

    const again = await ann.update(made.id, { update_type: 'replace' })
    expect(again).toMatchObject({ id: made.id, errors: [], operation: { kind: 'create' } })
    const status = await ann.finished(made.id)
    expect(status).toMatchObject({ state: 'done', operation: { id: again.operation.id } })
    expect(rowsOf(status)).toHaveLength(3)

    // A try of which nobody knew that it was carried out is found.
    await world.app.sql`
      update export_operations set state = 'failed', receipts = '[]', data = null where export_id = ${made.id}`
    await world.app.sql`
      update sheet_exports set status = 'failed', spreadsheet_id = null, meta_data = meta_data || '{"tables": []}'
      where id = ${made.id}`
    await ann.update(made.id, { update_type: 'replace' })
    expect((await ann.finished(made.id)).spreadsheet_id).toBe(status.spreadsheet_id)
    expect(world.google.files.all().filter((file) => !before.has(file))).toHaveLength(1)
    await ann.update(made.id, { update_type: 'append', data: [{ order: '1045' }] })
    expect(rowsOf(await ann.finished(made.id))).toHaveLength(4)
  })

  it('goes on with its Google account when that was disconnected and is connected anew', async () => {
    const bob = await createExportClient(world.app, world.google, 'bob@example.com')
    const { conversation_id } = await bob.tables(csv)
    const { id } = await bob.export({ conversation_id, ...plain })
    await bob.finished(id)
    await bob.call('DELETE', `/google/connections/${bob.connection.id}`)
    const row = { update_type: 'append', data: [{ order: '1045', quantity: 7, price: 3 }] }
    await bob.update(id, row)
    expect(await bob.finished(id)).toMatchObject({ errors: [{ code: 'google_not_connected' }] })
    await connect(world.app, bob.token, 'bob@example.com')
    await bob.update(id, row)
    expect(rowsOf(await bob.finished(id))).toHaveLength(4)
  })

  it('with names that the table does not have is refused', async () => {
    const { id } = await exported()
    const answer = await ann.call('POST', `/export/sheets/${id}/update`, {
      body: { update_type: 'append', data: [{ colour: 'red' }] },
    })
    expect([answer.status, await answer.json()]).toMatchObject([400, { detail: expect.stringContaining('colour') }])
  })
})

it('writes every row once, whatever Google answers', async () => {
  const before = world.google.files.all().length
  world.google.inject({ kind: '429', match: 'POST /drive/v3/files' })
  world.google.inject({ kind: 'applied-but-answer-lost', match: 'POST /drive/v3/files' })
  world.google.inject({ kind: '503-html', match: ':batchUpdate' })
  world.google.inject({ kind: 'applied-but-answer-lost', match: ':batchUpdate' })
  const { id, status } = await exported()
  expect(status.operation.attempts).toBe(1)
  expect(rowsOf(status)?.map(([order]) => order)).toEqual(['0042', '1043', '1044'])
  expect(world.google.files.all().length).toBe(before + 1)
  expect(id).toBeTruthy()
})
