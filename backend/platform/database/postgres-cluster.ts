// Finds or makes the folder with the database's data, and the user and password that go with it.
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmod, chown, mkdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod'
import { keptSecret } from '../secret-file.ts'
import { writeOnce } from '../write-once.ts'
import { type Binaries, copiedBinaries, installedBinaries } from './postgres-binaries.ts'
import { serverEnvironment } from './process-info.ts'

const run = promisify(execFile)

/** PostgreSQL refuses to run as root: then it runs as this user. */
export type ServerUser = { uid: number; gid: number } | null

export type Cluster = {
  folder: string
  data: string
  logFile: string
  binaries: Binaries
  user: ServerUser
  password: string
}

const Note = z.object({ folder: z.string().startsWith('/') })

async function serverUser(): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return null
  // An account that is not in the user database fails later, with a message nobody can follow.
  const id = async (flag: string) => Number((await run('id', [flag, 'nobody'])).stdout.trim()) >>> 0
  return { uid: await id('-u'), gid: await id('-g') }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null
}

/** The folder that `dataDir` remembers, or a new one that it will remember. */
async function placeOf(dataDir: string, systemDir: string): Promise<string> {
  const notePath = join(dataDir, 'postgres.json')
  const fresh = join(systemDir, randomUUID())
  if (!(await exists(notePath))) {
    await mkdir(fresh, { recursive: true })
    if (writeOnce(notePath, `${JSON.stringify({ folder: fresh })}\n`)) return fresh
    // Another process wrote its note in this moment: its place is the place.
    await rmdir(fresh)
  }
  const { folder } = Note.parse(JSON.parse(await readFile(notePath, 'utf8')))
  if (await exists(folder)) return folder
  throw new Error(
    `${notePath} says that the database is in ${folder}, but that folder is gone. ` +
      `Put it back, or delete ${dataDir} to start empty.`,
  )
}

async function initialise(cluster: Cluster): Promise<void> {
  const { folder, data, user, password, binaries } = cluster
  const draft = join(folder, `new-${randomUUID()}`)
  const passwordFile = `${draft}.password`
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (user) await chown(passwordFile, user.uid, user.gid)
  try {
    await run(
      binaries.initdb,
      // The built-in locale needs no locale of the operating system.
      ['-D', draft, '-U', 'tablewright', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'].concat([
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--no-sync',
      ]),
      { cwd: folder, env: serverEnvironment, ...user },
    )
  } catch (cause) {
    throw new Error(
      `PostgreSQL could not make its data folder in ${folder}: ${String((cause as { stderr?: string }).stderr || cause).trim()}. ` +
        'See that the disk has room and the folder can be written, or set DATABASE_URL to a server of your own.',
      { cause },
    )
  } finally {
    await rm(passwordFile, { force: true })
  }
  // Only a whole data folder gets the real name: a first start that is killed half way leaves nothing that looks done.
  await rename(draft, data).catch(async (error) => {
    // Another process was first. Its data is the data.
    await rm(draft, { recursive: true, force: true })
    if (!(await exists(join(data, 'PG_VERSION')))) throw error
  })
}

/** Makes the cluster ready to start: new when `dataDir` knows none. Throws in plain words. */
export async function openCluster(dataDir: string, systemDir: string): Promise<Cluster> {
  const user = await serverUser()
  const binaries = user ? await copiedBinaries(systemDir) : await installedBinaries()
  const folder = user ? await placeOf(dataDir, systemDir) : join(dataDir, 'postgres')
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o700)
  if (user) await chown(folder, user.uid, user.gid)

  const data = join(folder, 'data')
  const passwordPath = join(dataDir, 'postgres-password')
  const initialised = await exists(join(data, 'PG_VERSION'))
  if (initialised && !(await exists(passwordPath)))
    throw new Error(
      `The database in ${folder} has data, but its password file ${passwordPath} is gone. ` +
        `Put the file back, or delete ${dataDir} and ${folder} to start empty.`,
    )
  const password = keptSecret(passwordPath)
  const cluster: Cluster = { folder, data, logFile: join(dataDir, 'postgres.log'), binaries, user, password }
  if (!initialised) await initialise(cluster)
  return cluster
}
