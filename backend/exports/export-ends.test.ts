// How exports end otherwise than well, who may open what they made, and what clients plan and write by themselves.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlanAnswer, SheetExport, StoredReceipt } from '../../shared/contract/export-schemas.ts'
import type { Permission } from '../../shared/contract/permission-schemas.ts'
import { startConnected } from '../google/testing/connect.ts'
import { createExportClient, type ExportClient } from './testing/export-client.ts'

let world: Awaited<ReturnType<typeof startConnected>>
let ann: ExportClient
let conversation_id: string
let table_id: string
beforeAll(async () => {
  world = await startConnected()
  ann = await createExportClient(world.app, world.google)
  const found = await ann.tables('order,quantity\n0042,3\n1043,1\n')
  conversation_id = found.conversation_id
  table_id = found.tables[0]!.id
})
afterAll(() => world.close())

const start = (more: Record<string, unknown> = {}) => ann.export({ conversation_id, template: 'plain_table', ...more })
const audit = async () =>
  (await ann.must<{ items: { action: string }[] }>('GET', '/account/audit')).items.map(({ action }) => action)

describe('an export', () => {
  it('that is cancelled while it is written leaves nothing behind', async () => {
    const before = world.google.files.all().length
    world.google.inject({ kind: 'slow', match: 'POST /drive/v3/files', delayMs: 700 })
    const { id } = await start()
    while ((await ann.status(id)).state === 'queued') await new Promise((resolve) => setTimeout(resolve, 20))
    await ann.must('POST', `/export/sheets/${id}/cancel`)
    expect(await ann.finished(id)).toMatchObject({ state: 'cancelled', spreadsheet_id: null, errors: [] })
    expect(world.google.files.all().length).toBe(before)
    const answer = await ann.call('POST', `/export/sheets/${id}/update`, {
      body: { update_type: 'append', data: [{ order: '1' }] },
    })
    expect([answer.status, await answer.json()]).toMatchObject([409, { code: 'export_unwritten' }])
    expect((await audit()).slice(0, 2)).toEqual(['export.cancel', 'export.create'])
  })

  it('whose connection is gone fails without another try, and says what to do', async () => {
    const { id } = await start()
    await ann.finished(id)
    await world.app.sql`update google_connections set state = 'reconnect_needed'`
    await ann.update(id, { update_type: 'append', data: [{ order: '1' }] })
    const refused = await ann.call('POST', '/export/sheets/create', {
      body: { conversation_id, template: 'plain_table' },
    })
    expect([refused.status, await refused.json()]).toMatchObject([409, { code: 'google_reconnect' }])
    const status = await ann.finished(id)
    await world.app.sql`update google_connections set state = 'connected'`
    expect(status).toMatchObject({
      state: 'failed',
      errors: [{ code: 'google_reconnect' }],
      operation: { attempts: 1 },
    })
    expect((await ann.must<SheetExport>('GET', `/export/sheets/${id}`)).status).toBe('failed')
    await ann.update(id, { update_type: 'append', data: [{ order: '1' }] })
    expect((await ann.finished(id)).state).toBe('done')
  })

  it('whose spreadsheet was deleted says so', async () => {
    const { id } = await start()
    const { spreadsheet_id } = await ann.finished(id)
    world.google.files.remove(spreadsheet_id ?? '')
    await ann.update(id, { update_type: 'append', data: [{ order: '1' }] })
    expect(await ann.finished(id)).toMatchObject({ state: 'failed', errors: [{ code: 'spreadsheet_missing' }] })
  })

  it('asked for twice with one key is made once', async () => {
    const headers = { 'idempotency-key': 'the same' }
    const body = { conversation_id, template: 'plain_table', title: 'Once' }
    const [first, second] = await Promise.all(
      [1, 2].map(async () => (await ann.call('POST', '/export/sheets/create', { body, headers })).json()),
    )
    expect(second).toEqual(first)
    await ann.finished((first as SheetExport).id)
    expect(world.google.files.all().filter(({ book }) => book?.title === 'Once')).toHaveLength(1)
  })

  it('wants a time zone and a locale that there are', async () => {
    for (const more of [{ time_zone: 'Mars/Base' }, { locale: 'no locale' }]) {
      const body = { conversation_id, template: 'plain_table', ...more }
      expect((await ann.call('POST', '/export/sheets/create', { body })).status).toBe(400)
    }
  })

  it('is opened by whom the person lets', async () => {
    const { id } = await start()
    await ann.finished(id)
    const path = `/export/sheets/${id}/permissions`
    const granted = await ann.must<Permission>('POST', path, { type: 'user', role: 'reader', email: 'bob@example.com' })
    const { items } = await ann.must<{ items: Permission[] }>('GET', path)
    expect(items.map(({ email, role }) => [email, role])).toEqual([
      ['ann@example.com', 'owner'],
      ['bob@example.com', 'reader'],
    ])
    await ann.must('DELETE', `${path}/${granted.id}`)
    expect((await ann.must<{ items: Permission[] }>('GET', path)).items).toHaveLength(1)
    expect((await audit()).slice(0, 2)).toEqual(['permission.revoke', 'permission.grant'])
  })
})

describe('a client that writes by itself', () => {
  const plan = (more: Record<string, unknown> = {}) =>
    ann.must<PlanAnswer>('POST', '/export/plan', {
      ...{ table_id, template: 'plain_table', target: { kind: 'new_sheet' } },
      ...more,
    })

  it('gets the plan and what it changes, for an empty spreadsheet or the place that it has read', async () => {
    const { plan: made, preview } = await plan()
    expect(made).toMatchObject({ sheet_id: null, counts: { rows_new: 2 } })
    expect(made.edits.find(({ kind }) => kind === 'cells')).toBeTruthy()
    expect(preview).toMatchObject({ new_sheet: true, changes: { count: 0 }, needs: [] })
    const place = { locale: 'de_DE', sheet_names: ['Orders'], range_names: [], sheet: null, known: null }
    expect((await plan({ place })).plan.sheet_name).not.toBe('Orders')
  })

  it('has its receipt kept once, and listed', async () => {
    const { operation_id, anchor_id, plan: made, preview } = await plan()
    const receipt = {
      ...{ operation_id, anchor_id, table_id, sheet_id: 7, sheet_name: 'Orders', new_sheet: true },
      ...{ range: preview.range, title: 'Orders', rows_written: 2, counts: made.counts, cells_overwritten: 0 },
      at: new Date().toISOString(),
    }
    const kept = await ann.must<StoredReceipt>('POST', '/export/receipts', { receipt, spreadsheet_id: 'book' })
    expect(await ann.must('POST', '/export/receipts', { receipt, spreadsheet_id: 'another' })).toEqual(kept)
    expect(await ann.must('GET', `/export/receipts?table_id=${table_id}`)).toEqual({ items: [kept], next_cursor: null })
    const stranger = await world.app.signUp()
    const answer = await world.app.call('GET', '/export/receipts', { token: stranger.token })
    expect(await answer.json()).toEqual({ items: [], next_cursor: null })
  })
})
