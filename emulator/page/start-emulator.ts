// Starts the local Google: the spreadsheet page, its panels, the identity provider and the REST APIs on one port.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { createIdentity, type User, userFrom } from '../apps-script/identity.ts'
import { watchProject } from '../apps-script/project.ts'
import { createRuntime, type Runtime } from '../apps-script/runtime.ts'
import { newStores } from '../apps-script/stores.ts'
import { type Files, newFiles } from '../sheets-api/files.ts'
import { answerApi, isApiPath } from '../sheets-api/handle.ts'
import { newWorld } from '../sheets-api/world.ts'
import type { Workbook } from '../workbook/workbook.ts'
import { loadAssets } from './bundle.ts'
import { demoWorkbook } from './demo-workbook.ts'
import { onFrameName, pageOrigin } from './origins.ts'
import { pageRoutes } from './page-routes.ts'
import { panelRoutes } from './panel-routes.ts'
import { keepSaved, loadState } from './saved-state.ts'

export type EmulatorOptions = {
  /** 0 picks a free port. */
  port: number
  /** The address to listen on; 127.0.0.1 by default. */
  host?: string
  /** The folder with Code.js and the HTML files, read again whenever they change. */
  addonDir: string
  /** The name under Extensions; the sidebar's title by default. */
  addonName?: string
  /** Where the workbook and properties are kept; nowhere by default. */
  dataFile?: string
  /** The audience of ID tokens. */
  clientId?: string
  scriptProperties?: Record<string, string>
  user?: string | Partial<User>
  /** Usual milliseconds of a google.script.run call; 120 by default. */
  latencyMs?: number
  /** `false` lifts Google's storage and request quotas. */
  quota?: boolean
  /** The REST APIs take any bearer token. */
  open?: boolean
  /** Called with each line a script logs. */
  onLog?: (line: string) => void
}

export type Emulator = {
  /** The page's address. */
  url: string
  /** The panels' origin, for CORS lists. */
  frameOrigin: string
  /** Where a verifier fetches `{ kid: PEM }`. */
  certsUrl: string
  clientId: string
  workbook: Workbook
  runtime: Runtime
  /** What the REST APIs see: the page's spreadsheet, and those made since. */
  files: Files
  close: () => Promise<void>
}

const defaultClientId = 'emulator.apps.googleusercontent.com'

/** Listens and answers when ready; rejects when the port is taken or the data file is damaged. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { dataFile, clientId = defaultClientId, latencyMs = 120 } = options
  const saved = dataFile === undefined ? null : loadState(dataFile)
  const workbook = saved?.workbook ?? demoWorkbook()
  const stores = saved?.stores ?? newStores()
  const runtime = createRuntime({
    workbook,
    stores,
    project: watchProject(options.addonDir),
    identity: createIdentity(clientId),
    quota: options.quota ?? true,
    ...(options.scriptProperties ? { scriptProperties: options.scriptProperties } : {}),
    ...(options.user === undefined ? {} : { user: options.user }),
    ...(options.onLog ? { onLog: options.onLog } : {}),
  })
  const user = userFrom(options.user).email
  const files = newFiles()
  files.add({ book: workbook, owner: user, client: clientId })
  const world = newWorld(files, { open: options.open ?? false, quota: options.quota ?? true, user })
  const keeper = dataFile === undefined ? null : keepSaved(dataFile, workbook, stores)
  const afterRun = () => keeper?.soon()
  const assets = await loadAssets()

  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.use((_request, response, next) => {
    response.set('x-content-type-options', 'nosniff')
    next()
  })
  app.get('/healthz', (_request, response) => void response.type('text').send('ok'))
  app.use((request, response, next) => {
    if (isApiPath(request.path)) void answerApi(world, request, response)
    else next()
  })
  app.get('/certs', (_request, response) => void response.json(runtime.identity.certs()))
  app.get('/', (request, response, next) => {
    if (onFrameName(request)) response.redirect(`${pageOrigin(request)}/`)
    else next()
  })
  app.use(panelRoutes(runtime, assets, latencyMs, afterRun))
  const page = pageRoutes(runtime, assets, options.addonName, afterRun)
  app.use(page.router)

  const server = createServer(app)
  server.listen(options.port, options.host ?? '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}/`,
    frameOrigin: `http://127.0.0.1:${port}`,
    certsUrl: `http://127.0.0.1:${port}/certs`,
    clientId,
    workbook,
    runtime,
    files,
    close: async () => {
      page.close()
      keeper?.close()
      server.close()
      server.closeAllConnections()
      if (server.listening) await once(server, 'close')
    },
  }
}
