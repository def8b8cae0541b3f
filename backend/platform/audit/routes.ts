// HTTP of the audit log.
import { Router } from 'express'
import type { Sql } from '../database/connect.ts'
import { mount } from '../http/mount.ts'
import { listAudit } from './list-audit.ts'

export function auditRouter(sql: Sql): Router {
  const router = Router()
  mount(router, 'listAudit', ({ actor, query }) => listAudit(sql, actor, query))
  return router
}
