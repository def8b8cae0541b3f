// The PostgreSQL that comes from npm: made, kept, taken over after a crash, stopped.
import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, expect, test } from 'vitest'
import { type LaunchedPostgres, launchPostgres } from './launch-postgres.ts'

const root = await mkdtemp(join(tmpdir(), 'tablewright-launch-'))
const folders: string[] = []
/** Making a cluster takes longer than all that is asked of it here: each test but one goes on with the last one's, stopped. */
const dataDir = await mkdtemp(join(root, 'data-'))
afterAll(async () => {
  for (const folder of [root, ...folders]) await rm(folder, { recursive: true, force: true })
})

async function launch(folder = dataDir): Promise<LaunchedPostgres> {
  const launched = await launchPostgres({ dataDir: folder, fsync: false })
  folders.push(launched.folder)
  return launched
}

async function query(url: string, text: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  return await sql.unsafe(text).finally(() => sql.end())
}

async function pidOf({ folder }: LaunchedPostgres): Promise<number> {
  return Number((await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8')).split('\n')[0])
}

test('data outlives a stop; deleting the data folder starts empty', async () => {
  const first = await launch()
  await query(first.url, 'create table kept as select 42 as answer')
  await first.close()
  await expect(query(first.url, 'select 1')).rejects.toThrow()

  const second = await launch()
  expect(second.folder).toBe(first.folder)
  expect(second.adopted).toBe(false)
  expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }])
  await second.close()

  await rm(dataDir, { recursive: true })
  const third = await launch()
  await expect(query(third.url, 'select answer from kept')).rejects.toThrow('does not exist')
  await third.close()
})

test('the server listens on this machine only, in UTC and UTF-8, with a password that only the owner can read', async () => {
  const launched = await launch()
  expect((await stat(join(dataDir, 'postgres-password'))).mode & 0o777).toBe(0o600)
  expect((await stat(launched.folder)).mode & 0o777).toBe(0o700)
  const show = async (name: string) => Object.values((await query(launched.url, `show ${name}`))[0] ?? {})[0]
  expect(await show('listen_addresses')).toBe('127.0.0.1')
  expect(await show('timezone')).toBe('UTC')
  expect(await show('server_encoding')).toBe('UTF8')
  await expect(query(launched.url.replace(/:[\w-]+@/, ':wrong@'), 'select 1')).rejects.toThrow('password')
  await launched.close()
})

test('two at once on one empty folder: one gets it, the other is told why', async () => {
  const empty = await mkdtemp(join(root, 'data-'))
  const results = await Promise.allSettled([launch(empty), launch(empty)])
  const winners = results.filter((result) => result.status === 'fulfilled')
  const losers = results.filter((result) => result.status === 'rejected')
  expect([winners.length, losers.length]).toEqual([1, 1])
  expect(String(losers[0]?.reason)).toContain(`Another Tablewright is running with the folder ${empty}`)
  for (const { value } of winners) {
    await expect(launch(empty)).rejects.toThrow('set DATA_DIR to another folder')
    expect(await query(value.url, 'select 1 as up')).toEqual([{ up: 1 }])
    await value.close()
  }
})

test('a server whose owner was killed is taken over with everything committed', async () => {
  const script = join(root, 'owner.ts')
  const module = join(import.meta.dirname, 'launch-postgres.ts')
  await writeFile(
    script,
    `import { launchPostgres } from ${JSON.stringify(module)}
     const { url } = await launchPostgres({ dataDir: ${JSON.stringify(dataDir)}, fsync: false })
     process.send({ url })`,
  )
  const owner = fork(script, { stdio: 'inherit' })
  const { url } = await new Promise<{ url: string }>((resolve) =>
    owner.once('message', resolve as (m: unknown) => void),
  )
  await query(url, 'create table taken_over as select 1 as one')
  owner.kill('SIGKILL')
  await new Promise((resolve) => owner.once('exit', resolve))

  const launched = await launch()
  expect(launched.adopted).toBe(true)
  expect(launched.url).toBe(url)
  expect(await query(launched.url, 'select one from taken_over')).toEqual([{ one: 1 }])
  await launched.close()
  await expect(query(url, 'select 1')).rejects.toThrow()
})

test('a server that was killed itself starts again, also when its process id now belongs to another program', async () => {
  const first = await launch()
  await query(first.url, 'create table restarted as select 1 as one')
  const note = join(first.folder, 'data', 'postmaster.pid')
  const left = await readFile(note, 'utf8')
  await first.close()
  await writeFile(note, left.replace(/^\d+/, String(process.pid)))

  const second = await launch()
  expect(second.adopted).toBe(false)
  expect(await pidOf(second)).not.toBe(process.pid)
  expect(await query(second.url, 'select one from restarted')).toEqual([{ one: 1 }])
  await second.close()
})

test('a lost password or a lost folder is told with the way out', async () => {
  const launched = await launch()
  await launched.close()
  await rm(join(dataDir, 'postgres-password'))
  await expect(launch()).rejects.toThrow(/password file .* is gone. Put the file back, or delete/)
  if (!existsSync(join(dataDir, 'postgres.json'))) return
  await rm(launched.folder, { recursive: true })
  await expect(launch()).rejects.toThrow('start empty')
})
