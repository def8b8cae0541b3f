// Runs one real PostgreSQL for a whole test run.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { launchPostgres } from '../database/launch-postgres.ts'
import { createTemplateDatabase } from './template-database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tablewright-test-'))
  const launched = await launchPostgres({ dataDir, fsync: false })
  await createTemplateDatabase(launched.url)
  project.provide('databaseUrl', launched.url)
  return async () => {
    await launched.close()
    await rm(launched.folder, { recursive: true, force: true })
    await rm(dataDir, { recursive: true, force: true })
  }
}
