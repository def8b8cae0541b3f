// Lets only so many pieces of heavy work run at once; the others wait for their turn.

/** Runs `work` when fewer than `most` others run. */
export type Turns = {
  <T>(work: () => Promise<T>): Promise<T>
  use(): { running: number; waiting: number }
}

export function createTurns(most: number): Turns {
  let free = most
  const waiting: (() => void)[] = []
  const take = async <T>(work: () => Promise<T>): Promise<T> => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
  return Object.assign(take, { use: () => ({ running: most - free, waiting: waiting.length }) })
}
