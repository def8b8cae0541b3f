// Where Prometheus reads what the server counts.
import { createHash, timingSafeEqual } from 'node:crypto'
import { Router } from 'express'
import { Problem } from '../problem.ts'
import type { Metrics } from './metrics.ts'
import { nodeMetrics } from './node-metrics.ts'

export type MetricsAccess = {
  /** Undefined: nobody said who may read. */
  metricsToken: string | undefined
  production: boolean
}

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Without a token it is open in development, and not there in production. */
export function metricsRouter({ registry }: Metrics, { metricsToken, production }: MetricsAccess): Router {
  const router = Router()
  if (metricsToken === undefined && production) return router
  const expected = metricsToken === undefined ? null : digest(metricsToken)
  router.get('/metrics', async (req, res) => {
    const [, given = ''] = /^Bearer +(\S+)$/i.exec(req.get('authorization') ?? '') ?? []
    if (expected && !timingSafeEqual(digest(given), expected))
      throw new Problem('unauthorized', 'This needs the token in METRICS_TOKEN, as “Authorization: Bearer …”.')
    const parts = await Promise.all([registry.metrics(), nodeMetrics().then((node) => node.metrics())])
    res.set({ 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' })
    res.send(parts.join('\n'))
  })
  return router
}
