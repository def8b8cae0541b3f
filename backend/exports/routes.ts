// HTTP of exports to Google Sheets, and of clients that write tables themselves.
import { createHash } from 'node:crypto'
import { Router } from 'express'
import type { ExportStatus } from '../../shared/contract/export-schemas.ts'
import { mount } from '../platform/http/mount.ts'
import { cancelExport, deleteExport } from './cancel-export.ts'
import { createExport } from './create-export.ts'
import type { Exports } from './exports.ts'
import { getExport, getStatus, listExports } from './get-export.ts'
import { planForClient } from './plan-for-client.ts'
import { listReceipts, saveReceipt } from './receipts.ts'
import { grantedBefore, grantPermission, listPermissions, revokedBefore, revokePermission } from './share-export.ts'
import { getAskedStatus, updateExport } from './update-export.ts'

/** What is asked for again and again while a job runs is sent only when it has changed. */
const tagOf = (status: ExportStatus): string =>
  `"${createHash('sha256').update(JSON.stringify(status)).digest('base64url').slice(0, 22)}"`

export function exportsRouter(exports: Exports): Router {
  const router = Router()
  const { sql } = exports
  mount(router, 'createPlan', ({ actor, operationId, body }) => planForClient(sql, actor, operationId, body))
  mount(router, 'saveReceipt', ({ actor, body }) => saveReceipt(sql, actor, body), {
    again: async ({ actor, body }, done) => done && { value: await saveReceipt(sql, actor, body) },
  })
  mount(router, 'listReceipts', ({ actor, query }) => listReceipts(sql, actor, query))
  mount(router, 'listExports', ({ actor, query }) => listExports(sql, actor, query))
  mount(router, 'createExport', ({ actor, operationId, body }) => createExport(exports, actor, body, operationId))
  mount(router, 'getExport', ({ actor, params }) => getExport(sql, actor, params.sheet_id))
  mount(router, 'getExportStatus', async ({ actor, params, query, res }) => {
    const status = await getStatus(sql, actor, params.sheet_id, query.operation_id)
    res.set('ETag', tagOf(status)).set('Cache-Control', 'private, no-cache')
    return status
  })
  mount(router, 'deleteExport', async ({ actor, params }) => {
    await deleteExport(exports, actor, params.sheet_id)
    return undefined
  })
  mount(router, 'cancelExport', ({ actor, params }) => cancelExport(exports, actor, params.sheet_id), {
    again: async ({ actor, params }, done) => done && { value: await getStatus(sql, actor, params.sheet_id) },
  })
  mount(
    router,
    'updateExport',
    ({ actor, params, operationId, body }) =>
      updateExport(exports, actor, { exportId: params.sheet_id, operationId }, body),
    {
      again: async ({ actor, params, operationId }, done) =>
        done && { value: await getAskedStatus(sql, actor, params.sheet_id, operationId) },
    },
  )
  mount(router, 'listPermissions', ({ actor, params }) => listPermissions(exports, actor, params.sheet_id))
  mount(
    router,
    'grantPermission',
    ({ actor, params, body }) => grantPermission(exports, actor, params.sheet_id, body),
    {
      again: ({ actor, params, body }, done) => grantedBefore(exports, actor, params.sheet_id, body, done),
    },
  )
  mount(
    router,
    'revokePermission',
    async ({ actor, params }) => {
      await revokePermission(exports, actor, params.sheet_id, params.id)
      return undefined
    },
    { again: ({ actor, params }, done) => revokedBefore(exports, actor, params.sheet_id, params.id, done) },
  )
  return router
}
