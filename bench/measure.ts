// Takes times and retained memory of work, several times over, the garbage of the run before collected first.

/**
 * How many times the processor time of `other` `work` takes: the median of pairs of runs, one right after the other. What else the
 * machine does takes time on the clock and none here, and what slows the processor for a while slows both.
 */
export function timesAs(work: () => unknown, other: () => unknown, runs: number): number {
  const ratios: number[] = []
  for (let run = 0; run < runs; run++) {
    const before = timed(other)
    ratios.push(timed(work) / before)
  }
  return median(ratios)
}

/** Milliseconds of processor time that work takes, the garbage collector's threads included. */
export function timed(work: () => unknown): number {
  collect()
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
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

/** The middle one. */
export function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

function collect(): void {
  if (!globalThis.gc) throw new Error('Run with --expose-gc: npm run bench does.')
  globalThis.gc()
}
