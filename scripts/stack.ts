// The whole product on one machine: the backend, and the emulator's spreadsheet page with the built add-on in it.
import { join } from 'node:path'
import { buildAddon } from '../addon/build.ts'
import { loadConfig } from '../backend/config.ts'
import { type Backend, startBackend } from '../backend/server.ts'
import { type Emulator, startEmulator } from '../emulator/page/start-emulator.ts'

export type Stack = {
  /** Of the spreadsheet page. */
  url: string
  emulator: Emulator
  /** Stops the backend alone; `startBackend` brings it back at the same address. */
  stopBackend(): Promise<void>
  startBackend(): Promise<void>
  close(): Promise<void>
}

const portOf = (name: string, text: string | undefined, fallback: number): number => {
  const port = Number(text || fallback)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Error(`${name} is not valid. Set a port from 1 to 65535.`)
}

/** A taken port is the one failure of listening that a person can mend here and now. */
function plainListenError(error: unknown, port: number): unknown {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  return taken
    ? new Error(`Port ${port} is taken by another program. Stop it, or set EMULATOR_PORT to another.`)
    : error
}

/**
 * The emulator stands for Google when accounts are connected too, its consent page included; as another app than the
 * add-on, so that here as there it sees only the files it makes. A client of Google's own has Google answer.
 */
function connection(env: NodeJS.ProcessEnv, { frameOrigin }: Emulator): NodeJS.ProcessEnv {
  if (env.GOOGLE_CLIENT_ID) return {}
  return {
    GOOGLE_CLIENT_ID: 'backend.apps.googleusercontent.com',
    GOOGLE_CLIENT_SECRET: 'the emulator takes any',
    GOOGLE_API_ROOT: frameOrigin,
  }
}

/**
 * Builds the add-on and starts everything; resolves when all of it answers. `env` is what the backend reads, with
 * `EMULATOR_PORT`. Throws an Error in plain words, with nothing left running.
 */
export async function startStack(env: NodeJS.ProcessEnv): Promise<Stack> {
  if (env.NODE_ENV === 'production')
    throw new Error('npm start is for trying things out on your own machine. In production run: npm run backend')
  const emulatorPort = portOf('EMULATOR_PORT', env.EMULATOR_PORT, 8788)
  const backendPort = portOf('PORT', env.PORT, 8787)
  const addonDir = join(import.meta.dirname, '../dist/addon')
  await buildAddon({ outDir: addonDir, backendUrl: 'http://127.0.0.1:8787', quiet: true })

  const dataDir = env.DATA_DIR || '.data'
  const emulator = await startEmulator({
    port: emulatorPort,
    addonDir,
    addonName: 'Tablewright',
    dataFile: join(dataDir, 'spreadsheet.json'),
    // Not built in: two copies with other ports share one build.
    scriptProperties: { BACKEND_URL: env.PUBLIC_URL || `http://127.0.0.1:${backendPort}` },
  }).catch((error: unknown) => {
    throw plainListenError(error, emulatorPort)
  })

  let backend: Backend | null = null
  const stack: Stack = {
    url: emulator.url,
    emulator,
    async startBackend() {
      backend = await startBackend(
        loadConfig({
          LOG_LEVEL: 'warn',
          ...env,
          CORS_ORIGINS: [env.CORS_ORIGINS, emulator.frameOrigin].filter(Boolean).join(','),
          GOOGLE_AUDIENCES: emulator.clientId,
          GOOGLE_CERTS_URL: emulator.certsUrl,
          ...connection(env, emulator),
        }),
      )
    },
    async stopBackend() {
      await backend?.close()
      backend = null
    },
    async close() {
      await stack.stopBackend()
      await emulator.close()
    },
  }
  await stack.startBackend().catch(async (error: unknown) => {
    await emulator.close()
    throw error
  })
  return stack
}
