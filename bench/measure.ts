// Takes times and retained memory of work, several times over, the garbage of the run before collected first.

/**
 * How many times longer `work` takes than `other`: the median of pairs of runs, one right after the other, so that
 * what slows the machine for a while slows both.
 */
export function timesAs(work: () => unknown, other: () => unknown, runs: number): number {
  const ratios: number[] = []
  for (let run = 0; run < runs; run++) {
    const before = timed(other)
    ratios.push(timed(work) / before)
  }
  return median(ratios)
}

function timed(work: () => unknown): number {
  collect()
  const started = performance.now()
  work()
  return performance.now() - started
}

/** Bytes that are still held when the work is done and its garbage is collected. */
export function retained(work: () => unknown): number {
  collect()
  const before = process.memoryUsage().heapUsed
  const kept = work()
  collect()
  const held = process.memoryUsage().heapUsed - before
  // What was made must outlive the measuring.
  if (kept === undefined) throw new Error('The work to be measured gave nothing.')
  return held
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

function collect(): void {
  if (!globalThis.gc) throw new Error('Run with --expose-gc: npm run bench does.')
  globalThis.gc()
}
