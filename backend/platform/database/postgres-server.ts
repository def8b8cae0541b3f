// Starts, finds and stops the PostgreSQL process of one data folder.
import { spawn } from 'node:child_process'
import { open, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Cluster } from './postgres-cluster.ts'
import { commandOf, isAlive, serverEnvironment } from './process-info.ts'

export type Server = { pid: number; port: number }

const startDeadlineMs = 60_000
const stopDeadlineMs = 15_000

/** `postmaster.pid`: process id on line 1, port on line 4, `ready` on line 8. */
async function readPidFile(cluster: Cluster): Promise<(Server & { ready: boolean }) | null> {
  const text = await readFile(join(cluster.data, 'postmaster.pid'), 'utf8').catch(() => null)
  if (text === null) return null
  const lines = text.split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return null
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

async function waitUntilReady(cluster: Cluster, pid: number, exited: () => boolean): Promise<Server | null> {
  for (const deadline = Date.now() + startDeadlineMs; Date.now() < deadline && !exited(); await wait(20)) {
    const found = await readPidFile(cluster)
    if (found?.pid === pid && found.ready) return { pid, port: found.port }
  }
  return null
}

/** The server that still runs for this data, or null. A pid that now belongs to another program is not taken for it. */
export async function findRunning(cluster: Cluster): Promise<Server | null> {
  const found = await readPidFile(cluster)
  if (!found) return null
  const ours = isAlive(found.pid) && (await commandOf(found.pid)).includes(cluster.data)
  if (ours) return await waitUntilReady(cluster, found.pid, () => !isAlive(found.pid))
  // Left by a machine that lost power; PostgreSQL would refuse to start if the pid is in use again.
  await rm(join(cluster.data, 'postmaster.pid'), { force: true })
  return null
}

async function freePort(): Promise<number> {
  const probe = createServer()
  return await new Promise((resolve, reject) => {
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

async function startOnce(cluster: Cluster, fsync: boolean): Promise<Server | null> {
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', 'log_timezone=UTC']
  if (!fsync) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off')
  const args = ['-D', cluster.data, '-p', String(await freePort()), ...settings.flatMap((setting) => ['-c', setting])]
  // A file and not a pipe: the server may outlive us, and would die writing to a closed pipe.
  const log = await open(cluster.logFile, 'a', 0o600)
  try {
    const child = spawn(cluster.binaries.postgres, args, {
      cwd: cluster.data,
      env: serverEnvironment,
      // Ctrl-C in the terminal must reach us first: the server is stopped when our work is done.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      ...cluster.user,
    })
    let gone = false
    child.once('exit', () => (gone = true))
    await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject))
    child.unref()
    return child.pid === undefined ? null : await waitUntilReady(cluster, child.pid, () => gone)
  } finally {
    await log.close()
  }
}

/** Starts the server and resolves when it takes connections. Throws in plain words when it does not. */
export async function startServer(cluster: Cluster, fsync: boolean): Promise<Server> {
  // The free port may be taken in the moment between finding and using it, and another process may start the same data.
  for (let attempt = 0; attempt < 3; attempt++) {
    const server = (await startOnce(cluster, fsync)) ?? (await findRunning(cluster))
    if (server) return server
  }
  const lines = (await readFile(cluster.logFile, 'utf8').catch(() => '')).trim().split('\n')
  throw new Error(
    `PostgreSQL did not start. Its last words: ${lines.slice(-3).join(' / ')}. ` +
      `The whole log is in ${cluster.logFile}. Or set DATABASE_URL to a server of your own.`,
  )
}

/** Asks the server to finish (open transactions are rolled back) and resolves when it is gone. */
export async function stopServer(cluster: Cluster, server: Server): Promise<void> {
  const found = await readPidFile(cluster)
  if (found?.pid !== server.pid || !isAlive(server.pid)) return
  process.kill(server.pid, 'SIGINT')
  for (const deadline = Date.now() + stopDeadlineMs; Date.now() < deadline; await wait(10))
    if (!isAlive(server.pid) || (await readPidFile(cluster)) === null) return
  throw new Error(`PostgreSQL (process ${server.pid}) did not stop. The log is in ${cluster.logFile}.`)
}
