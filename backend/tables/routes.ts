// HTTP of the tables.
import { Router } from 'express'
import type { Sql } from '../platform/database/connect.ts'
import { etagOf } from '../platform/http/etag.ts'
import { mount } from '../platform/http/mount.ts'
import { getTable } from './get-table.ts'
import { listRows } from './list-rows.ts'

export function tablesRouter(sql: Sql): Router {
  const router = Router()
  mount(router, 'getTable', async ({ actor, params, res }) => {
    const table = await getTable(sql, actor, params.table_id)
    res.set('ETag', etagOf(table.updated_at))
    return table
  })
  mount(router, 'listRows', ({ actor, params, query }) => listRows(sql, actor, params.table_id, query))
  return router
}
