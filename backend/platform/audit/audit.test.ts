// The audit log: what is written down, who may read it, and that nothing of it can be changed.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AuditEntry } from '../../../shared/contract/audit-operations.ts'
import { builtInTemplates } from '../../../shared/template/built-in.ts'
import { createTestApp, type TestApp } from '../testing/test-app.ts'
import { forgetActor, recordAudit } from './record-audit.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const { id: _id, version: _version, ...sales } = builtInTemplates.find(({ id }) => id === 'sales_analysis')!
const template = { ...sales, name: 'Private name' }

const entries = async (token: string, query = ''): Promise<{ items: AuditEntry[]; next_cursor: string | null }> =>
  await (await app.call('GET', `/account/audit${query}`, { token })).json()

test('what was done is listed, the latest first, with what it was done to and from where, and never what it said', async () => {
  const { token } = await app.signUp()
  const stranger = await app.signUp()
  const made = await (await app.call('POST', '/export/templates/create', { token, body: template })).json()
  await app.call('PATCH', `/export/templates/${made.id}`, { token, body: { description: 'Private words' } })
  await app.call('DELETE', `/export/templates/${made.id}`, { token })
  await app.call('DELETE', `/export/templates/${made.id}`, { token })

  const { items } = await entries(token)
  const subject = { subject_type: 'template', subject_id: made.id, key_id: null, address: '127.0.0.1' }
  expect(items).toMatchObject([
    { action: 'template.delete', ...subject },
    { action: 'template.update', ...subject },
    { action: 'template.create', ...subject },
  ])
  expect(JSON.stringify(items)).not.toContain('Private')

  const first = await entries(token, '?limit=2')
  expect(first.items).toEqual(items.slice(0, 2))
  const second = await entries(token, `?limit=2&cursor=${first.next_cursor}`)
  expect(second).toEqual({ items: items.slice(2), next_cursor: null })

  expect((await entries(stranger.token)).items).toEqual([])
})

test('what is not done is not written down', async () => {
  const { userId, workspaceId, token } = await app.signUp()
  const failing = app.sql.begin(async (tx) => {
    await recordAudit(tx, { userId, workspaceId }, 'account.update')
    throw new Error('the change failed')
  })
  await expect(failing).rejects.toThrow('the change failed')
  expect((await entries(token)).items).toEqual([])
})

test('no entry can be changed, removed or emptied; a purge takes the address and the ids of its person and nothing else', async () => {
  const { userId, workspaceId, token } = await app.signUp()
  const other = await app.signUp()
  for (const actor of [{ userId, workspaceId }, other])
    await app.sql.begin((tx) => recordAudit(tx, { ...actor, address: '192.0.2.7' }, 'account.update'))

  const only = 'The audit log is only ever added to.'
  await expect(app.sql`update audit_log set action = 'nothing'`).rejects.toThrow(only)
  await expect(app.sql`update audit_log set address = null`).rejects.toThrow(only)
  await expect(app.sql`delete from audit_log`).rejects.toThrow(only)
  await expect(app.sql`truncate audit_log`).rejects.toThrow(only)

  const greedy = app.sql.begin(async (tx) => {
    await tx`select set_config('tablewright.purged_workspace', ${workspaceId}, true)`
    await tx`update audit_log set address = null, action = 'nothing' where workspace_id = ${workspaceId}`
  })
  await expect(greedy).rejects.toThrow(only)
  const elsewhere = app.sql.begin(async (tx) => {
    await tx`select set_config('tablewright.purged_workspace', ${workspaceId}, true)`
    await tx`update audit_log set address = null, user_id = ${other.userId} where workspace_id = ${workspaceId}`
  })
  await expect(elsewhere).rejects.toThrow(only)

  await app.sql.begin((tx) => forgetActor(tx, { workspaceId, userId }, false))
  expect((await entries(token)).items).toEqual([])
  const kept = await app.sql`
    select action, address from audit_log where workspace_id = ${workspaceId} and user_id = deleted_alias(${userId})`
  expect(kept).toEqual([{ action: 'account.update', address: null }])
  expect((await entries(other.token)).items).toMatchObject([{ address: '192.0.2.7' }])
})

test('the proof outlives the account', async () => {
  const { userId, workspaceId } = await app.signUp()
  await app.sql.begin((tx) => recordAudit(tx, { userId, workspaceId }, 'account.purge'))
  await app.sql`delete from users where id = ${userId}`
  expect(await app.sql`select action from audit_log where workspace_id = ${workspaceId}`).toHaveLength(1)
})
