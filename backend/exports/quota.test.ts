// Google's quotas as all replicas share them: what goes out in a minute, who waits for whom, and what a refusal does.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, type Sql } from '../platform/database/connect.ts'
import { GoogleError } from '../platform/google/google-error.ts'
import { createTestDatabase, type TestDatabase } from '../platform/testing/test-database.ts'
import { createQuota, kindOf } from './quota.ts'
import { closedFor, reserveToken } from './quota-store.ts'

let database: TestDatabase
let other: Sql
beforeAll(async () => {
  database = await createTestDatabase()
  other = connect(database.url, { max: 2 })
})
afterAll(async () => {
  await other.end()
  await database.close()
})

const limits = { perUser: 60, perProject: 300 }

/** Asks without waiting: how long each would have to, in milliseconds, by the names of the accounts. */
function createAsker() {
  const replicas = [createQuota(database.sql, limits), createQuota(other, limits)]
  let turn = 0
  return async (account: string, kind: 'read' | 'write' = 'write') => {
    let waited = 0
    const quota = replicas[turn++ % replicas.length]!
    const leave = new AbortController()
    const onWait = async (ms: number) => {
      waited = ms
      leave.abort()
    }
    await quota.take(kind, account, { onWait, signal: leave.signal }).catch((error: unknown) => {
      if (!leave.signal.aborted) throw error
    })
    return waited
  }
}

describe('a bucket', () => {
  it('of two replicas lets no more than the limit out in any minute', async () => {
    const rate = { stepMs: 60_000 / 48, burst: 10 }
    const began = performance.now()
    const due: number[] = []
    for (let at = 0; at < 150; at++) due.push(await reserveToken(at % 2 ? other : database.sql, 'any', rate))
    // They were asked for at almost the same moment; what that took is on the generous side.
    const slack = performance.now() - began
    const times = due.map((wait) => Math.max(0, wait))
    for (const start of times) {
      const within = times.filter((time) => time >= start && time < start + 60_000 - slack)
      expect(within.length).toBeLessThanOrEqual(60)
    }
    expect(times.filter((time) => time === 0)).toHaveLength(10)
    expect(times.at(-1)).toBeGreaterThan(150_000)
  })

  it('is each person’s own, reads and writes apart, so that who asks for much waits for themselves', async () => {
    const ask = createAsker()
    const greedy = []
    for (let at = 0; at < 40; at++) greedy.push(await ask('greedy'))
    expect(greedy.slice(0, 10)).toEqual(new Array(10).fill(0))
    expect(greedy.at(-1)).toBeGreaterThan(20_000)
    expect(await ask('greedy', 'read')).toBe(0)
    expect(await ask('modest')).toBe(0)
  })

  it('that Google has emptied stays so for as long as Google says, and no other', async () => {
    const quota = createQuota(database.sql, limits)
    const said =
      "Quota exceeded for quota metric 'Write requests' and limit 'Write requests per minute per user' of service 'sheets.googleapis.com'"
    await quota.close('write', 'refused', new GoogleError('limited', 429, { said, waitMs: 20_000 }))
    expect(await closedFor(other, 'write user refused')).toBeGreaterThan(15_000)
    expect(await closedFor(other, 'write project')).toBeLessThanOrEqual(0)
    const ask = createAsker()
    expect(await ask('refused')).toBeGreaterThan(15_000)
    expect(await ask('somebody')).toBe(0)
    const project = said.replace('per user', 'per project')
    await quota.close('write', 'refused', new GoogleError('limited', 429, { said: project, waitMs: 20_000 }))
    expect(await ask('anybody')).toBeGreaterThan(15_000)
  })
})

it('calls are counted as Google counts them', () => {
  const sheets = 'https://sheets.googleapis.com/v4/spreadsheets/1'
  expect(kindOf('GET', `${sheets}?fields=sheets`)).toBe('read')
  expect(kindOf('POST', `${sheets}:batchUpdate`)).toBe('write')
  expect(kindOf('GET', 'https://www.googleapis.com/drive/v3/files?q=spreadsheets')).toBe('drive')
})
