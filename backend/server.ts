// Starts the whole backend, and stops it in the right order.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { connect } from './platform/database/connect.ts'
import { launchPostgres } from './platform/database/launch-postgres.ts'
import { migrate } from './platform/database/migrate.ts'
import { createTexts, keepTexts } from './platform/database/texts.ts'
import { headBytes, refuseUnreadable } from './platform/http/unreadable-request.ts'
import { createJobs } from './platform/jobs/jobs.ts'
import { createLog } from './platform/log.ts'
import { createSecretBox } from './platform/secrets/secret-box.ts'

export type Backend = {
  /** Such as `http://127.0.0.1:8787`. */
  url: string
  /** Where the data of the server that was started is; undefined with `DATABASE_URL`. To be told to the person. */
  databaseFolder: string | undefined
  /** Finishes what runs, then stops listening, the connections and the database server that was started. */
  close(): Promise<void>
}

/** Longer than proxies keep theirs (60 s), so that none sends a request into a connection that is just being closed. */
const keepAliveMs = 65_000

/** How long open answers may take to end after the slices have closed. */
const lastAnswersMs = 2_000

/** Starts everything and resolves when it answers. Throws an Error in plain words. Several may run in one process. */
export async function startBackend(config: Config): Promise<Backend> {
  const log = createLog(config.logLevel)
  const closers: (() => Promise<void>)[] = []
  const close = async () => {
    // The later stands on the earlier; one that fails must not keep the others from closing.
    for (const closer of closers.splice(0).reverse())
      await closer().catch((error) => log.error({ err: error }, 'could not close'))
  }
  try {
    const launched = config.databaseUrl ? undefined : await launchPostgres({ dataDir: config.dataDir })
    if (launched) closers.push(launched.close)
    const url = launched?.url ?? config.databaseUrl ?? ''
    await migrate(url).catch((error) => {
      throw config.databaseUrl ? databaseError(error) : error
    })
    const sql = connect(url)
    closers.push(() => sql.end({ timeout: 5 }))
    keepTexts(sql, createTexts(config.texts && createSecretBox(config.texts)))
    const jobs = createJobs({ url, log })
    closers.push(jobs.close)
    const app = createApp({ config, sql, log, jobs })
    jobs.start()
    const server = createServer({ keepAliveTimeout: keepAliveMs, maxHeaderSize: headBytes }, app.express)
    server.on('clientError', refuseUnreadable)
    await listen(server, config).catch(async (error) => {
      await app.close()
      throw error
    })
    closers.push(() => stopListening(server, app.close))
    const { port } = server.address() as AddressInfo
    const host = config.host.includes(':') ? `[${config.host}]` : config.host
    return { url: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`, databaseFolder: launched?.folder, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** What can be wrong with a server that somebody else runs. The address is not repeated: it has the password in it. */
function databaseError(error: Error & { code?: string }): Error {
  const away = /^(ECONN|ENOTFOUND|EHOSTUNREACH|ETIMEDOUT|CONNECT)/.test(error.code ?? '')
  if (away)
    return new Error(`The server in DATABASE_URL does not answer (${error.code}). Start it, or correct the address.`)
  // PostgreSQL's classes for a wrong user or password and for a database that is not there.
  if (/^(28|3D)/.test(error.code ?? ''))
    return new Error(`The server in DATABASE_URL refuses: ${error.message}. Correct user, password or database name.`)
  return error
}

async function listen(server: Server, { port, host }: Config): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, port, host)))
    server.listen(port, host, resolve)
  })
}

function listenError(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE')
    return new Error(`Port ${port} is taken by another program. Stop it, or set PORT to another number.`)
  if (error.code === 'EACCES') return new Error(`Port ${port} needs more rights. Set PORT to a number above 1023.`)
  if (error.code === 'EADDRNOTAVAIL') return new Error(`${host} is no address of this machine. Set HOST to one.`)
  return error
}

async function stopListening(server: Server, closeApp: () => Promise<void>): Promise<void> {
  const stopped = new Promise<void>((resolve) => server.close(() => resolve()))
  await closeApp()
  const timer = setTimeout(() => server.closeAllConnections(), lastAnswersMs)
  // A kept-alive connection whose answer has just ended becomes idle only now.
  server.closeIdleConnections()
  await stopped
  clearTimeout(timer)
}
