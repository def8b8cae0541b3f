// Jobs on real Postgres: sent with a transaction, taken up at once, by one of several processes, again after a failure.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createLog } from '../log.ts'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { createJobs, type Jobs } from './jobs.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const open: Jobs[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((jobs) => jobs.close()))
})
const make = () => {
  const jobs = createJobs({ url: database.url, log: createLog('silent'), startAfterMs: 0 })
  open.push(jobs)
  return jobs
}

/** Collects what handlers get; `until` waits for so many. */
function collect<T>() {
  const got: T[] = []
  let wake = () => {}
  return {
    got,
    add: (item: T) => {
      got.push(item)
      wake()
    },
    until: async (count: number) => {
      while (got.length < count) await new Promise<void>((resolve) => (wake = resolve))
      return got
    },
  }
}

describe('a job', () => {
  it('comes with its transaction and goes with it, and is done by one process', async () => {
    const seen = collect<string>()
    const replicas = [make(), make()]
    for (const jobs of replicas) {
      jobs.work<{ name: string }>('greet', { concurrency: 2 }, async ({ name }) => seen.add(name))
      jobs.start()
    }
    const [jobs] = replicas as [Jobs, Jobs]
    const failing = database.sql.begin(async (tx) => {
      await jobs.send(tx, 'greet', { name: 'taken back' })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await database.sql.begin(async (tx) => {
      for (const name of ['ann', 'bob', 'cleo']) await jobs.send(tx, 'greet', { name })
    })
    expect((await seen.until(3)).toSorted()).toEqual(['ann', 'bob', 'cleo'])
    await Promise.all(open.splice(0).map((each) => each.close()))
    expect(seen.got).toHaveLength(3)
  })

  it('of a key that waits already is not added', async () => {
    const seen = collect<number>()
    const jobs = make()
    jobs.work<{ at: number }>('keyed', { concurrency: 1 }, async ({ at }) => seen.add(at))
    await database.sql.begin(async (tx) => {
      for (const at of [1, 2, 3]) await jobs.send(tx, 'keyed', { at }, { singletonKey: 'same' })
      await jobs.send(tx, 'keyed', { at: 4 }, { singletonKey: 'other' })
    })
    expect((await seen.until(2)).toSorted()).toEqual([1, 4])
  })

  it('is done again after a failure', async () => {
    const seen = collect<number>()
    const jobs = make()
    jobs.work('failing', { concurrency: 1 }, async () => {
      seen.add(seen.got.length)
      if (seen.got.length === 1) throw new Error('the first time')
    })
    await database.sql.begin((tx) => jobs.send(tx, 'failing', {}))
    expect(await seen.until(2)).toEqual([0, 1])
  })

  it('that runs when the server closes is handed back, and done by another', async () => {
    const seen = collect<string>()
    const started = collect<true>()
    const first = make()
    first.work('long', { concurrency: 1 }, async (_, { signal }) => {
      started.add(true)
      await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    })
    await database.sql.begin((tx) => first.send(tx, 'long', {}))
    await started.until(1)
    await first.close()
    const second = make()
    second.work('long', { concurrency: 1 }, async () => seen.add('second'))
    second.start()
    expect(await seen.until(1)).toEqual(['second'])
  })

  it('of one group waits while others of it run', async () => {
    let most = 0
    const running = new Map<string, number>()
    const seen = collect<string>()
    const jobs = make()
    jobs.work<{ who: string }>('grouped', { concurrency: 4, perGroup: 1 }, async ({ who }) => {
      running.set(who, (running.get(who) ?? 0) + 1)
      most = Math.max(most, running.get(who) ?? 0)
      await new Promise((resolve) => setTimeout(resolve, 20))
      running.set(who, (running.get(who) ?? 0) - 1)
      seen.add(who)
    })
    await database.sql.begin(async (tx) => {
      for (const who of ['ann', 'ann', 'ann', 'bob']) await jobs.send(tx, 'grouped', { who }, { group: who })
    })
    const order = await seen.until(4)
    expect(most).toBe(1)
    expect(order.indexOf('bob')).toBeLessThan(3)
  })
})
