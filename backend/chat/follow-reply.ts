// Follows a reply from any point to its end: from memory where this process makes it, from the database otherwise.
import type { Generations } from './generations.ts'
import type { LiveReply, ToldEvent } from './live-reply.ts'
import type { ReplyReader } from './reply-reader.ts'
import type { Signals } from './signals.ts'

export type { ToldEvent } from './live-reply.ts'

export type FollowParts = { signals: Signals; generations: Generations; reader: ReplyReader }
export type ReplyAddress = { workspaceId: string; conversationId: string; messageId: string }

/** Signals can be missed; the clock cannot. Also how soon a dead process is noticed after its lease has run out. */
const lookEveryMs = 2_000

/** `next` resolves at the next news of what `listen` listens to, after a while, or when `signal` ends the waiting. */
function watch(listen: (listener: () => void) => () => void, signal: AbortSignal) {
  let news = false
  let wake = () => {}
  const off = listen(() => {
    news = true
    wake()
  })
  const onAbort = () => wake()
  signal.addEventListener('abort', onAbort)
  return {
    /** False when only time has passed. */
    async next(ms: number | null): Promise<boolean> {
      if (!news && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const timer = ms === null ? undefined : setTimeout(resolve, ms)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      const heard = news || signal.aborted
      news = false
      return heard
    },
    off() {
      off()
      signal.removeEventListener('abort', onAbort)
    },
  }
}

/** Takes events that are there together; a promise is waited for before more of them come. */
export type Tell = (events: ToldEvent[]) => Promise<void> | void

/**
 * As long as it is live here and what comes next is still in memory; the id of the last event. Told in the very moment
 * in which the event is: nothing is waited for in between.
 */
function followLive(live: LiveReply, after: number, signal: AbortSignal, tell: Tell): Promise<number> {
  return new Promise((resolve, reject) => {
    let last = after
    let busy = false
    let left = signal.aborted
    const off = live.listen(() => pump())
    // A signal that stands for several costs more to ask than the rest of this.
    const onAbort = () => {
      left = true
      pump()
    }
    signal.addEventListener('abort', onAbort)
    const leave = () => {
      off()
      signal.removeEventListener('abort', onAbort)
    }
    const fail = (error: unknown) => {
      leave()
      reject(error)
    }
    const goOn = () => {
      busy = false
      pump()
    }
    /** What goes wrong for one who listens is nothing to the one who tells. */
    const tellSafely = (events: ToldEvent[]) => {
      try {
        return tell(events)
      } catch (error) {
        return Promise.reject(error)
      }
    }
    function pump() {
      while (!busy) {
        const gone = left || !live.covers(last)
        const events = gone ? [] : live.after(last)
        const lastEvent = events.at(-1)
        if (!lastEvent) {
          if (!gone && !live.over) return
          leave()
          return resolve(last)
        }
        last = lastEvent.id
        const taken = tellSafely(events)
        if (!taken) continue
        busy = true
        taken.then(goOn, fail)
      }
    }
    pump()
  })
}

/**
 * Tells every event after `after`, in order, until the reply has ended or `signal` says that nobody listens any more. Who
 * takes them slowly is given them from the database: nothing is kept for them.
 */
export async function followReply(
  { signals, generations, reader }: FollowParts,
  reply: ReplyAddress,
  after: number,
  signal: AbortSignal,
  tell: Tell,
): Promise<void> {
  const { workspaceId, messageId } = reply
  const watching = watch((listener) => signals.onNews(messageId, listener), signal)
  let last = after
  try {
    while (!signal.aborted) {
      const live = generations.find(messageId)
      if (live?.covers(last) && !live.over) {
        last = await followLive(live, last, signal, tell)
        if (live.ended && live.covers(last)) return
      }
      const { events, streaming } = await reader.read({ workspaceId, messageId, after: last })
      if (events.length > 0) {
        last = events.at(-1)?.id ?? last
        await tell(events)
        continue
      }
      if (!streaming) return
      // It may have begun here meanwhile.
      const begun = generations.find(messageId)
      if (begun && !begun.over && begun.covers(last)) continue
      if (!(await watching.next(lookEveryMs))) await reader.lookForDead()
    }
  } finally {
    watching.off()
  }
}

/** Resolves when the reply has ended or `signal` aborts. */
export async function awaitEnd(parts: FollowParts, reply: ReplyAddress, signal: AbortSignal): Promise<void> {
  const { workspaceId, messageId } = reply
  const watching = watch((listener) => parts.signals.onNews(messageId, listener), signal)
  try {
    while (!signal.aborted) {
      const live = parts.generations.find(messageId)
      if (live && !live.over) await untilOver(live, signal)
      if (live?.ended) return
      // No id is larger: only the state is asked for.
      const { streaming } = await parts.reader.read({ workspaceId, messageId, after: 2 ** 31 - 1 })
      if (!streaming) return
      if (!(await watching.next(lookEveryMs))) await parts.reader.lookForDead()
    }
  } finally {
    watching.off()
  }
}

async function untilOver(live: LiveReply, signal: AbortSignal): Promise<void> {
  const watching = watch((listener) => live.listen(listener), signal)
  try {
    while (!live.over && !signal.aborted) await watching.next(null)
  } finally {
    watching.off()
  }
}
