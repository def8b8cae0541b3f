// HTTP of the tables.
import { pipeline } from 'node:stream/promises'
import { type Response, Router } from 'express'
import type { TableHead } from '../../shared/contract/schemas.ts'
import type { Sql } from '../platform/database/connect.ts'
import { attachment } from '../platform/http/attachment.ts'
import { etagOf } from '../platform/http/etag.ts'
import { mount } from '../platform/http/mount.ts'
import { downloadTable } from './download-table.ts'
import { type FindSource, findEvidence } from './find-evidence.ts'
import { getTable } from './get-table.ts'
import { listRows } from './list-rows.ts'
import { listVersions } from './table-history.ts'
import { updateTable } from './update-table.ts'

const tagged = (res: Response, table: TableHead): TableHead => {
  res.set('ETag', etagOf(table.updated_at))
  return table
}

/** `findSource` finds the texts that values were quoted from. */
export function tablesRouter(sql: Sql, findSource: FindSource): Router {
  const router = Router()
  mount(router, 'getTable', async ({ actor, params, query, res }) =>
    tagged(res, await getTable(sql, actor, params.table_id, query.version)),
  )
  mount(router, 'updateTable', async ({ actor, params, body, req, res }) =>
    tagged(res, await updateTable(sql, actor, params.table_id, body, req.get('if-match'))),
  )
  mount(router, 'downloadTable', async ({ actor, params, query, res }) => {
    const { type, title, format, bytes } = await downloadTable(sql, actor, params.table_id, query)
    res.status(200).type(type).set('Content-Disposition', attachment(title, format))
    await pipeline(bytes, res)
    return undefined
  })
  mount(router, 'listTableVersions', ({ actor, params, query }) => listVersions(sql, actor, params.table_id, query))
  mount(router, 'getEvidence', ({ actor, params, query }) =>
    findEvidence(sql, findSource, actor, params.table_id, query),
  )
  mount(router, 'listRows', ({ actor, params, query }) => listRows(sql, actor, params.table_id, query))
  return router
}
