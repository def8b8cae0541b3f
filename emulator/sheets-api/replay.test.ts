// Replays recorded traffic, kept beside the project with its player; where it is not there, this says so and passes by.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { startSheetsApi } from './start-sheets-api.ts'

const player = join(import.meta.dirname, '../../../shared/tools/replay-sheets.mjs')

describe.skipIf(!existsSync(player))('recorded traffic', () => {
  it('is answered as Google answered it, from first to last step of every session', async () => {
    const api = await startSheetsApi({ open: true, quota: false })
    try {
      const options = { maxBuffer: 1 << 28 }
      const { stdout } = await promisify(execFile)(process.execPath, [player, '--root', api.url, '--json'], options)
      const sum = JSON.parse(stdout) as { sessions: number; sessionsEqual: number; mismatches: object[] }
      expect(sum.mismatches).toEqual([])
      expect(sum.sessionsEqual).toBe(sum.sessions)
    } finally {
      await api.close()
    }
    // Some 800 requests one after the other: seconds on an idle machine, a minute on a busy one.
  }, 180_000)
})
