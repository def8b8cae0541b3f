// The backend as a program of its own: what it prints, how it stops, how it refuses.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from './platform/testing/test-database.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'tablewright-main-'))
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(async () => {
  await database.close()
  rmSync(dataDir, { recursive: true })
})

/** Runs the program; resolves when it has ended. `onOutput` sees everything printed so far. */
function run(env: Record<string, string>, onOutput: (text: string, stop: () => void) => void = () => {}) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: { PATH: process.env.PATH ?? '', DATA_DIR: dataDir, DATABASE_URL: database.url, PORT: '0', ...env },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk
      onOutput(output, () => child.kill('SIGTERM'))
    })
  return new Promise<{ code: number | null; output: string }>((resolve) =>
    child.once('exit', (code) => resolve({ code, output })),
  )
}

test('prints one ready line when it answers, and stops cleanly when told to', async () => {
  let health: Promise<number> | undefined
  const { code, output } = await run({ LOG_LEVEL: 'warn' }, (text, stop) => {
    const url = /^ready (http:\S+)$/m.exec(text)?.[1]
    if (!url || health) return
    health = fetch(`${url}/readyz`).then(({ status }) => status)
    health.finally(stop)
  })
  expect(await health).toBe(200)
  expect(code).toBe(0)
  expect(output).toMatch(/^ready http:\/\/127\.0\.0\.1:\d+\n$/)
})

test.each([
  [{ PORT: 'many', OPENAI_API: 'soap' }, /^Tablewright did not start\.\nPORT is not valid\..*\nOPENAI_API .*\n$/],
  [
    { DATABASE_URL: 'postgres://me:hunter2@127.0.0.1:1/x' },
    /^Tablewright did not start\.\nThe server in DATABASE_URL does not answer/,
  ],
])('%o: says why in plain words and ends with 1', async (env, words) => {
  const { code, output } = await run(env)
  expect(code).toBe(1)
  expect(output).toMatch(words)
  expect(output).not.toMatch(/hunter2|\bat .*\.ts:/)
})
