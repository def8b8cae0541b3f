// Takes times of work that is waited for, as `measure.ts` does of work that is not.
import { setTimeout as sleep } from 'node:timers/promises'

/** How many times longer `work` takes than `other`: the median of pairs of runs, one right after the other. */
export async function timesAsLater(
  work: () => Promise<unknown>,
  other: () => Promise<unknown>,
  runs: number,
): Promise<number> {
  const ratios: number[] = []
  await work()
  await other()
  for (let run = 0; run < runs; run++) {
    const before = await timed(other)
    ratios.push((await timed(work)) / before)
  }
  return ratios.sort((a, b) => a - b)[ratios.length >> 1] ?? Number.NaN
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  globalThis.gc?.()
  await sleep(1)
  const started = performance.now()
  await work()
  return performance.now() - started
}
