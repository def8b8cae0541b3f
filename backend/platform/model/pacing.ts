// Keeps requests of one key within what its provider takes: so many at once, and none before a limit is over.

/** No limit that a provider tells of is believed for longer: after it the provider is asked again. */
const longestBlock = 60_000

/** Waiting in line took too long, or would. `full`: too many at once here; `limited`: the provider said to wait. */
export class NoTurn extends Error {
  readonly why: 'full' | 'limited'
  readonly seconds: number
  constructor(why: 'full' | 'limited', ms: number) {
    super('The model had no turn for this request')
    this.name = 'NoTurn'
    this.why = why
    this.seconds = Math.max(1, Math.ceil(ms / 1000))
  }
}

export type Pacing = {
  /** Resolves, in the order of asking, with a function that gives the turn back. Rejects with `NoTurn`, or when aborted. */
  enter(signal: AbortSignal): Promise<() => void>
  /** Takes in what an answer says about limits. */
  note(status: number, headers: Headers): void
}

const units: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** Milliseconds in `1s`, `6m0s`, `20ms`, seconds, a moment in Unix time, or a date; null when it is none of them. */
const readWait = (text: string | null, now: number): number | null => {
  if (text === null || text.trim() === '') return null
  const number = Number(text)
  if (Number.isFinite(number)) {
    if (number > 1e11) return number - now
    return number > 1e9 ? number * 1000 - now : number * 1000
  }
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhd])/g)]
  if (parts.length > 0 && parts.map(([part]) => part).join('') === text.trim())
    return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (units[unit ?? ''] ?? 0), 0)
  const date = Date.parse(text)
  return Number.isNaN(date) ? null : date - now
}

/** How long these headers ask to wait, in milliseconds. */
const waitIn = (status: number, headers: Headers, now: number): number => {
  const waits: (number | null)[] = []
  if (status === 429 || status === 503) {
    const exact = headers.get('retry-after-ms')
    waits.push(exact === null ? readWait(headers.get('retry-after'), now) : Number(exact))
  }
  for (const [name, value] of headers) {
    if (/^(x-)?ratelimit(bysize)?-remaining/.test(name) && Number(value) === 0 && value.trim() !== '')
      waits.push(readWait(headers.get(name.replace('remaining', 'reset')), now))
  }
  return Math.max(0, ...waits.map((wait) => (Number.isFinite(wait) ? Number(wait) : 0)))
}

/** `concurrency` requests run at once at most; nobody waits in line for longer than `wait_ms`. */
export const createPacing = (concurrency: number, wait_ms: number): Pacing => {
  type Waiting = { go: () => void; timer: NodeJS.Timeout }
  const line: Waiting[] = []
  let running = 0
  let blockedUntil = 0
  let wake: NodeJS.Timeout | undefined

  const leave = () => {
    let left = false
    return () => {
      if (left) return
      left = true
      running -= 1
      move()
    }
  }

  const move = () => {
    clearTimeout(wake)
    const blocked = blockedUntil - Date.now()
    if (blocked > 0) {
      // Only as long as somebody waits: an empty line keeps no timer.
      if (line.length > 0) wake = setTimeout(move, blocked)
      return
    }
    while (line.length > 0 && running < concurrency) {
      running += 1
      line.shift()?.go()
    }
  }

  const enter = async (signal: AbortSignal): Promise<() => void> => {
    signal.throwIfAborted()
    const blocked = blockedUntil - Date.now()
    if (blocked > wait_ms) throw new NoTurn('limited', blocked)
    if (blocked <= 0 && line.length === 0 && running < concurrency) {
      running += 1
      return leave()
    }
    return new Promise((resolve, reject) => {
      const giveUp = (error: unknown) => {
        line.splice(line.indexOf(waiting), 1)
        clearTimeout(waiting.timer)
        signal.removeEventListener('abort', onAbort)
        reject(error)
      }
      const onAbort = () => giveUp(signal.reason)
      const onLate = () => {
        const rest = blockedUntil - Date.now()
        giveUp(new NoTurn(rest > 0 ? 'limited' : 'full', rest > 0 ? rest : wait_ms))
      }
      const waiting: Waiting = {
        timer: setTimeout(onLate, wait_ms),
        go: () => {
          clearTimeout(waiting.timer)
          signal.removeEventListener('abort', onAbort)
          resolve(leave())
        },
      }
      signal.addEventListener('abort', onAbort, { once: true })
      line.push(waiting)
      move()
    })
  }

  return {
    enter,
    note: (status, headers) => {
      const now = Date.now()
      blockedUntil = Math.max(blockedUntil, now + Math.min(waitIn(status, headers, now), longestBlock))
    },
  }
}
