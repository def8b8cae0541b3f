// Hands out what is left of shared quotas from a reserve of this process, so that few requests ask the database.

/** What a quota has left for everybody after `granted` of it were taken, and in how many milliseconds it is full again. */
export type Taken = { granted: number; remaining: number; msLeft: number }

/** Takes up to `count` from the quota of `key`. */
export type TakeShared = (key: string, count: number) => Promise<Taken>

/** `remaining` counts what nobody has taken yet, and this process's reserve. */
export type Verdict = { allowed: boolean; remaining: number; msLeft: number }

export type Reserve = {
  /** Takes one. Answers at once as long as the reserve lasts or the quota is known to be used up. */
  take(key: string): Verdict | Promise<Verdict>
}

/** Of what is left, at most this part goes into one reserve: near the end everybody asks for every request. */
const portion = 1 / 16

/** Beyond that, asking less often gains nothing. */
const mostAtOnce = 500

/** So that made-up addresses cannot fill the memory. What is forgotten of a reserve is lost, and nothing else. */
const mostKeys = 50_000

type Entry = {
  left: number
  remaining: number
  until: number
  size: number
  asking: Promise<void> | null
  waiting: number
}

/** No more than the quota is ever given out, by all processes together; a little less can be. */
export function createReserve(takeShared: TakeShared, now: () => number = Date.now): Reserve {
  const entries = new Map<string, Entry>()

  const forgetOld = () => {
    for (const [key, { until, asking }] of entries) if (until <= now() && !asking) entries.delete(key)
    // In the order of insertion: the oldest go first.
    for (const key of entries.keys()) {
      if (entries.size < mostKeys) break
      entries.delete(key)
    }
  }

  const entryOf = (key: string): Entry => {
    const found = entries.get(key)
    if (found) return found
    if (entries.size >= mostKeys) forgetOld()
    const entry: Entry = { left: 0, remaining: 1, until: 0, size: 0, asking: null, waiting: 0 }
    entries.set(key, entry)
    return entry
  }

  const fill = async (key: string, entry: Entry) => {
    if (entry.until <= now()) Object.assign(entry, { left: 0, remaining: 1, size: 0 })
    // Who keeps coming gets twice as much as the last time.
    const size = Math.min(2 * entry.size, Math.floor(entry.remaining * portion), mostAtOnce)
    const count = Math.max(1, entry.waiting, size)
    const { granted, remaining, msLeft } = await takeShared(key, count)
    Object.assign(entry, { left: granted, remaining, until: now() + msLeft, size: count })
  }

  const verdict = (entry: Entry): Verdict | null => {
    const msLeft = entry.until - now()
    if (msLeft <= 0) return null
    if (entry.left > 0) {
      entry.left -= 1
      return { allowed: true, remaining: entry.left + entry.remaining, msLeft }
    }
    return entry.remaining > 0 ? null : { allowed: false, remaining: 0, msLeft }
  }

  const ask = async (key: string, entry: Entry): Promise<Verdict> => {
    entry.waiting += 1
    try {
      for (;;) {
        const given = verdict(entry)
        if (given) return given
        entry.asking ??= fill(key, entry).finally(() => {
          entry.asking = null
        })
        await entry.asking
      }
    } finally {
      entry.waiting -= 1
    }
  }

  return {
    take(key) {
      const entry = entryOf(key)
      return verdict(entry) ?? ask(key, entry)
    },
  }
}
