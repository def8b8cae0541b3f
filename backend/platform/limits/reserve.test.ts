// A reserve hands out no more than the shared quota has, and asks for it seldom.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createReserve, type TakeShared, type Verdict } from './reserve.ts'

const windowMs = 60_000

/** A quota in memory that answers a turn later, and the clock it goes by. */
function createQuota(points: number) {
  const quota = { now: 0, asked: 0, given: 0 }
  const windows = new Map<string, { taken: number; until: number }>()
  const take: TakeShared = async (key, count) => {
    quota.asked += 1
    await Promise.resolve()
    const open = windows.get(key)
    const window = open && open.until > quota.now ? open : { taken: 0, until: quota.now + windowMs }
    windows.set(key, window)
    const granted = Math.max(0, Math.min(count, points - window.taken))
    window.taken += count
    return { granted, remaining: Math.max(0, points - window.taken), msLeft: window.until - quota.now }
  }
  const reserve = () => createReserve(take, () => quota.now)
  return { quota, reserve }
}

const allowed = (verdicts: Verdict[]) => verdicts.filter((verdict) => verdict.allowed).length

test('several processes together hand out no more than the quota, and all but a reserve of it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 400 }),
      fc.array(fc.record({ at: fc.nat(2), count: fc.integer({ min: 1, max: 60 }) }), { maxLength: 40 }),
      async (points, bursts) => {
        const { reserve } = createQuota(points)
        const processes = [reserve(), reserve(), reserve()]
        let [asked, passed] = [0, 0]
        for (const { at, count } of bursts) {
          const verdicts = await Promise.all(Array.from({ length: count }, () => processes[at]?.take('ada')))
          passed += allowed(verdicts as Verdict[])
          asked += count
        }
        expect(passed).toBeLessThanOrEqual(Math.min(points, asked))
        expect(passed).toBeGreaterThanOrEqual(Math.min(asked, Math.floor(points * (1 - 3 / 16)) - 3))
      },
    ),
    { numRuns: 50 * Number(process.env.STRESS ?? 1) },
  )
})

test('a busy key asks seldom, and one that is used up not at all', async () => {
  const { quota, reserve } = createQuota(6_000)
  const { take } = reserve()
  for (let count = 0; count < 6_000; count++) expect((await take('ada')).allowed).toBe(true)
  expect(quota.asked).toBeLessThan(150)
  const { asked } = quota
  for (let count = 0; count < 100; count++)
    expect(await take('ada')).toMatchObject({ allowed: false, remaining: 0, msLeft: windowMs })
  expect(quota.asked).toBe(asked)
})

test('what is left only falls, and the next window begins anew', async () => {
  const { quota, reserve } = createQuota(100)
  const { take } = reserve()
  for (let left = 99; left >= 0; left--) expect((await take('ada')).remaining).toBe(left)
  expect((await take('ada')).allowed).toBe(false)
  quota.now = windowMs
  expect(await take('ada')).toEqual({ allowed: true, remaining: 99, msLeft: windowMs })
})

test('a quota that cannot be asked fails those who wait, and is asked again by the next', async () => {
  let broken = true
  const { take } = createReserve(async () => {
    if (broken) throw new Error('no answer')
    return { granted: 1, remaining: 5, msLeft: 1_000 }
  })
  await expect(take('ada')).rejects.toThrow('no answer')
  broken = false
  expect(await take('ada')).toMatchObject({ allowed: true })
})
