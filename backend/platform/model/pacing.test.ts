// Turns: how many requests run at once, and how limits of the provider are waited for.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPacing, NoTurn } from './pacing.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const { signal } = new AbortController()
const outcome = (promise: Promise<unknown>) => {
  const seen: { state: 'waiting' | 'in' | 'out'; error?: unknown } = { state: 'waiting' }
  promise.then(
    () => Object.assign(seen, { state: 'in' }),
    (error: unknown) => Object.assign(seen, { state: 'out', error }),
  )
  return seen
}
const settle = () => vi.advanceTimersByTimeAsync(0)

describe('requests at once', () => {
  it('are as many as allowed; the others wait in order', async () => {
    const pacing = createPacing(2, 60_000)
    const leave = await pacing.enter(signal)
    await pacing.enter(signal)
    const third = outcome(pacing.enter(signal))
    const fourth = outcome(pacing.enter(signal))
    await settle()
    expect([third.state, fourth.state]).toEqual(['waiting', 'waiting'])
    leave()
    leave()
    await settle()
    expect([third.state, fourth.state]).toEqual(['in', 'waiting'])
  })

  it('wait only so long', async () => {
    const pacing = createPacing(1, 5000)
    const leave = await pacing.enter(signal)
    const late = outcome(pacing.enter(signal))
    const later = outcome(pacing.enter(signal))
    await vi.advanceTimersByTimeAsync(5000)
    expect(late).toMatchObject({ state: 'out', error: { why: 'full' } })
    expect(later.error).toBeInstanceOf(NoTurn)
    leave()
    await pacing.enter(signal)
  })

  it('can be given up in the line, and nobody else loses a place', async () => {
    const pacing = createPacing(1, 60_000)
    const leave = await pacing.enter(signal)
    const stop = new AbortController()
    const given = outcome(pacing.enter(stop.signal))
    const next = outcome(pacing.enter(signal))
    stop.abort()
    await settle()
    expect([given.state, next.state]).toEqual(['out', 'waiting'])
    leave()
    await settle()
    expect(next.state).toBe('in')
  })
})

describe('a limit', () => {
  it.each([
    [{ 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '2s' }, 2000],
    [{ 'x-ratelimit-remaining-tokens': '0', 'x-ratelimit-reset-tokens': '20ms' }, 20],
    [{ 'x-ratelimit-remaining-tokens': '0', 'x-ratelimit-reset-tokens': '0m2.5s' }, 2500],
    [{ 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '3' }, 3000],
    [{ 'x-ratelimitbysize-remaining-minute': '0', 'x-ratelimitbysize-reset-minute': '4' }, 4000],
    [{ 'ratelimit-remaining': '0', 'ratelimit-reset': '5' }, 5000],
    [{ 'x-ratelimit-remaining-requests': '1', 'x-ratelimit-reset-requests': '9s' }, 0],
    [{ 'x-ratelimit-remaining-requests': '0' }, 0],
    [{ 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': 'soon' }, 0],
    [{}, 0],
  ])('in %j is waited for: %i ms', async (headers: Record<string, string>, ms) => {
    const pacing = createPacing(Number.POSITIVE_INFINITY, 60_000)
    pacing.note(200, new Headers(headers))
    const entered = outcome(pacing.enter(signal))
    if (ms > 0) await vi.advanceTimersByTimeAsync(ms - 1)
    else await settle()
    expect(entered.state).toBe(ms > 0 ? 'waiting' : 'in')
    await vi.advanceTimersByTimeAsync(1)
    expect(entered.state).toBe('in')
  })

  it('as a moment in time, in Unix time or as a date', async () => {
    vi.setSystemTime('2026-11-22T10:00:00Z')
    const at = Date.now() + 3000
    for (const reset of [String(at), String(at / 1000), new Date(at).toUTCString()]) {
      const pacing = createPacing(1, 60_000)
      pacing.note(429, new Headers({ 'retry-after': reset }))
      const entered = outcome(pacing.enter(signal))
      await settle()
      expect(entered.state).toBe('waiting')
    }
  })

  it('of a refusal holds for the requests after it, and its milliseconds count more than its seconds', async () => {
    const pacing = createPacing(1, 60_000)
    pacing.note(429, new Headers({ 'retry-after': '7', 'retry-after-ms': '50' }))
    const entered = outcome(pacing.enter(signal))
    await vi.advanceTimersByTimeAsync(50)
    expect(entered.state).toBe('in')
  })

  it('that lasts longer than anybody waits is told at once, and none is believed for more than a minute', async () => {
    const pacing = createPacing(1, 30_000)
    pacing.note(429, new Headers({ 'retry-after': '7200' }))
    await expect(pacing.enter(signal)).rejects.toMatchObject({ why: 'limited', seconds: 60 })
    await vi.advanceTimersByTimeAsync(60_000)
    await pacing.enter(signal)
  })
})
