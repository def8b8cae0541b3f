// A seeded source of numbers, so that made-up material is the same on every run.

export type Random = {
  /** A whole number from 0 up to, not including, `below`. */
  int: (below: number) => number
  pick: <T>(items: readonly T[]) => T
  chance: (share: number) => boolean
  shuffle: <T>(items: readonly T[]) => T[]
}

/** The same seed gives the same numbers. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (below: number): number => Math.floor(next() * below)
  const shuffle = <T>(items: readonly T[]): T[] => {
    const copy = [...items]
    for (let i = copy.length - 1; i > 0; i--) {
      const j = int(i + 1)
      const kept = copy[i]!
      copy[i] = copy[j]!
      copy[j] = kept
    }
    return copy
  }
  return { int, pick: (items) => items[int(items.length)]!, chance: (share) => next() < share, shuffle }
}
