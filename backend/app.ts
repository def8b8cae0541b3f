// Puts the slices together into one Express application.
import express, { type Express, type Request, Router } from 'express'
import packageJson from '../package.json' with { type: 'json' }
import type { DeleteAccountBody } from '../shared/contract/privacy-schemas.ts'
import { basePath } from '../shared/contract/routes.ts'
import { createAccounts } from './accounts/accounts.ts'
import { proveOwner } from './accounts/prove-owner.ts'
import { accountPagesRouter, accountsRouter } from './accounts/routes.ts'
import { createChat } from './chat/chat.ts'
import { createFindSource } from './chat/find-source.ts'
import { chatRouter } from './chat/routes.ts'
import type { Config } from './config.ts'
import { createExports } from './exports/exports.ts'
import { exportsRouter } from './exports/routes.ts'
import { createEngine } from './extraction/create-engine.ts'
import { withinSizes } from './extraction/within-sizes.ts'
import { createGoogle } from './google/google.ts'
import { googleRouter } from './google/routes.ts'
import { createClientIds } from './mcp/oauth/client-id.ts'
import { createGoogleSignIn } from './mcp/oauth/consent/google-sign-in.ts'
import { consentRouter } from './mcp/oauth/consent/routes.ts'
import { oauthRouter } from './mcp/oauth/routes.ts'
import { mcpMetadataRouter, mcpRouter, ownAddress } from './mcp/routes.ts'
import { auditRouter } from './platform/audit/routes.ts'
import type { Sql } from './platform/database/connect.ts'
import type { Actor } from './platform/http/actor.ts'
import { countAnybody, countRefused, standInFront } from './platform/http/admit.ts'
import { guard } from './platform/http/guard.ts'
import { problemHandler, unknownRoute } from './platform/http/problem-handler.ts'
import { requestLog } from './platform/http/request-log.ts'
import { aboutRouter, healthRouter } from './platform/http/server-routes.ts'
import { createKeptAnswers } from './platform/idempotency/kept-answers.ts'
import type { Jobs } from './platform/jobs/jobs.ts'
import { createRateLimits } from './platform/limits/rate-limits.ts'
import type { Log } from './platform/log.ts'
import { watchServer } from './platform/metrics/gauges.ts'
import { measureRequests } from './platform/metrics/measure-requests.ts'
import { createMetrics } from './platform/metrics/metrics.ts'
import { metricsRouter } from './platform/metrics/routes.ts'
import { priceOf } from './platform/model/price.ts'
import { createPseudonym } from './platform/model/pseudonym.ts'
import { createSecretBox } from './platform/secrets/secret-box.ts'
import { schedulePurges } from './privacy/privacy.ts'
import { privacyRouter } from './privacy/routes.ts'
import { tablesRouter } from './tables/routes.ts'
import { templatesRouter } from './templates/routes.ts'
import { type Cap, createMeter } from './usage/meter.ts'
import { usageRouter } from './usage/routes.ts'

/** The slices put their workers and schedules into `jobs`, which begin after that. */
export type AppParts = { config: Config; sql: Sql; log: Log; jobs: Jobs }

/** `close` lets the slices finish what runs; call it before the database goes away. */
export type App = { express: Express; close(): Promise<void> }

/** Only what asks a model can be used up; the built-in engine costs nothing. */
const capOf = ({ model, daily }: Config): Cap | null =>
  model && (daily.tokens !== null || daily.cost !== null)
    ? { ...daily, currency: model.prices?.currency ?? 'USD' }
    : null

/** Everything between a request and the database. Listens to nothing by itself. */
export function createApp({ config, sql, log, jobs }: AppParts): App {
  const metrics = createMetrics()
  const accounts = createAccounts({ config, sql, jobs })

  const sizes = config.limits
  const cap = capOf(config)
  const prices = config.model?.prices ?? null
  const meter = createMeter({ cap, model: config.model?.name ?? null, price: (usage) => priceOf(usage, prices), sql })
  const pseudonym = createPseudonym(config.jwtSecret)
  const chat = createChat({
    ...{ sql, log, sizes, meter, pseudonym, counts: metrics.replies },
    engine: withinSizes(
      createEngine(config.model, config.model ? metrics.modelWatch(config.model.name) : undefined),
      sizes,
    ),
  })

  const box = createSecretBox(config.secrets)
  const google = createGoogle({ config: config.google, sql, box, onAnswer: metrics.googleAnswered })
  const exports = createExports({
    ...{ sql, log, jobs, googleFor: google.googleFor, counts: metrics.exports, sizes },
    ...{ config: config.exports, retentionDays: config.retentionDays },
  })
  const emailOf = async (owner: { userId: string; workspaceId: string }) => (await accounts.getMe(owner)).email

  const privacy = {
    ...{ sql, jobs, getMe: accounts.getMe, readFile: chat.readFile, enterStream: chat.enterStream },
    proveOwner: (actor: Actor, shown: DeleteAccountBody) => proveOwner(accounts, actor, shown),
    ...{ disconnectAll: google.disconnectAll, stopReplies: chat.stopReplies },
  }
  watchServer(metrics, { sql, jobs, openStreams: chat.openStreams })
  schedulePurges({ sql, jobs, days: config.retentionDays })

  const api = Router()
  const rateLimits = createRateLimits(sql, config.rateLimits, metrics.limited)
  const answers = createKeptAnswers({ sql, log, secrets: config.jwtSecrets })
  jobs.schedule('old-answers', '41 * * * *', answers.purge)
  const door = standInFront({ authenticate: accounts.authenticate, limits: rateLimits, answers, sizes })
  api.use(door)
  api.use(aboutRouter(config))
  api.use(accountsRouter(accounts))
  api.use(auditRouter(sql))
  api.use(templatesRouter(sql, sizes))
  api.use(tablesRouter(sql, createFindSource(sql)))
  api.use(chatRouter(chat, config))
  api.use(googleRouter({ google, config, emailOf }))
  api.use(exportsRouter(exports))
  api.use(mcpRouter({ sql, chat, exports, answers, sizes, log, version: packageJson.version }, config))
  api.use(usageRouter(sql, cap))
  api.use(privacyRouter(privacy))

  const app = express()
  app.disable('x-powered-by').set('etag', false).set('query parser', 'simple').set('trust proxy', config.trustProxy)
  app.use(measureRequests(metrics), requestLog(log), ...guard(config.corsOrigins))
  app.use(healthRouter(sql), metricsRouter(metrics, config))
  app.use(mcpMetadataRouter(config))
  const addressOf = (req: Request) => ownAddress(req, config)
  const oauth = { accounts, ids: createClientIds(config.jwtSecrets), addressOf }
  app.use('/oauth', door)
  app.use(oauthRouter(oauth))
  app.use(consentRouter({ ...oauth, google: createGoogleSignIn({ config: config.google, sql, box }) }))
  app.use(accountPagesRouter(accounts))
  app.use(basePath, api.use(countAnybody, countRefused))
  app.use(unknownRoute)
  app.use(problemHandler(log, metrics.refused))
  const close = async () => {
    await Promise.all([chat.close(), exports.close()])
  }
  return { express: app, close }
}
