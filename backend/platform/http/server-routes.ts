// What the server says about itself: about, the OpenAPI document, alive and ready.
import { Router } from 'express'
import packageJson from '../../../package.json' with { type: 'json' }
import type { About } from '../../../shared/contract/schemas.ts'
import type { Sizes } from '../../config/sizes.ts'
import type { Config } from '../../config.ts'
import type { Sql } from '../database/connect.ts'
import { countMigrations } from '../database/migrate.ts'
import { Problem } from '../problem.ts'
import { countAnybody } from './admit.ts'
import { docsRouter } from './docs-page.ts'
import { mount } from './mount.ts'

const limitsOf = (sizes: Sizes): About['limits'] => ({
  message_bytes: sizes.messageBytes,
  message_body_bytes: sizes.messageBodyBytes,
  body_bytes: sizes.bodyBytes,
  file_bytes: sizes.fileBytes,
  field_characters: sizes.fieldCharacters,
  field_items: sizes.fieldItems,
  table_rows: sizes.tableRows,
  table_columns: sizes.tableColumns,
  table_cells: sizes.tableCells,
  page_items: sizes.pageItems,
  page_rows: sizes.pageRows,
  streams_per_user: sizes.streamsPerUser,
  keys_per_user: sizes.keysPerUser,
  templates_per_workspace: sizes.templatesPerWorkspace,
  waiting_updates: sizes.waitingUpdates,
})

export function aboutRouter(config: Config): Router {
  const router = Router()
  mount(
    router,
    'getAbout',
    (): About => ({
      name: 'Tablewright',
      version: packageJson.version,
      engine: config.model ? 'gpt' : 'built-in',
      model: config.model?.name ?? null,
      model_host: config.model?.host ?? null,
      limits: limitsOf(config.limits),
    }),
  )
  let document: object | undefined
  router.use('/openapi.json', countAnybody)
  router.get('/openapi.json', async (_req, res) => {
    // Loaded when somebody asks: the start does not wait for it.
    document ??= (await import('./openapi.ts')).openApiDocument(packageJson.version, config.publicUrl)
    res.json(document)
  })
  router.use(docsRouter())
  return router
}

/** The number of the newest migration that the database has had. */
async function newestMigration(sql: Sql): Promise<number> {
  const [row] = await sql<{ id: number | null }[]>`select max(migration_id)::int as id from migrations`
  return row?.id ?? 0
}

/**
 * `/healthz`: the process is up. `/readyz`: it can do its work, which needs the database, with all that this version
 * expects of it.
 */
export function healthRouter(sql: Sql): Router {
  let expected: Promise<number> | undefined
  const router = Router()
  router.get('/healthz', (_req, res) => {
    res.json({ status: 'ok' })
  })
  router.get('/readyz', async (_req, res) => {
    const newest = await newestMigration(sql).catch((cause) => {
      throw new Problem('unavailable', 'The server’s database does not answer. Try again in a moment.', { cause })
    })
    expected ??= countMigrations()
    if (newest < (await expected))
      throw new Problem('unavailable', 'The server’s database is older than the server. Start it again to bring it up.')
    res.json({ status: 'ready' })
  })
  return router
}
