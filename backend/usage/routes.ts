// HTTP of usage.
import { Router } from 'express'
import type { Sql } from '../platform/database/connect.ts'
import { mount } from '../platform/http/mount.ts'
import { getUsage } from './get-usage.ts'
import type { Cap } from './meter.ts'

export function usageRouter(sql: Sql, cap: Cap | null): Router {
  const router = Router()
  mount(router, 'getUsage', ({ actor }) => getUsage(sql, actor, cap))
  return router
}
