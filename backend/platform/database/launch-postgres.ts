// Starts the PostgreSQL server that comes from npm, or takes over the one that an earlier run left behind.
import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { openCluster } from './postgres-cluster.ts'
import { holdCluster } from './postgres-lock.ts'
import { findRunning, startServer, stopServer } from './postgres-server.ts'

export type LaunchOptions = {
  /** Where the data, or as root the note that says where the data is, is kept. */
  dataDir: string
  /** As root the data cannot stay under `dataDir`; it goes to a new folder in here. */
  systemDir?: string
  /** `false` trades safety on power loss for speed; for tests. */
  fsync?: boolean
}

export type LaunchedPostgres = {
  /** A `postgres://` address with the password in it: never print it. */
  url: string
  /** The folder that holds the data. */
  folder: string
  /** True when the server was already running because an earlier run was killed. */
  adopted: boolean
  close(): Promise<void>
}

/**
 * Runs a PostgreSQL of our own for `dataDir` and resolves when it takes connections.
 * Throws an Error in plain words when it cannot, also when another Tablewright runs with the same folder.
 */
export async function launchPostgres(options: LaunchOptions): Promise<LaunchedPostgres> {
  const dataDir = resolve(options.dataDir)
  await mkdir(dataDir, { recursive: true })
  const cluster = await openCluster(dataDir, options.systemDir ?? '/var/lib/tablewright')
  const running = await findRunning(cluster)
  const server = running ?? (await startServer(cluster, options.fsync ?? true))
  const url = `postgres://tablewright:${cluster.password}@127.0.0.1:${server.port}/postgres`
  const release = await holdCluster(url, dataDir)
  return {
    url,
    folder: cluster.folder,
    adopted: running !== null,
    async close() {
      await release()
      await stopServer(cluster, server)
    },
  }
}
