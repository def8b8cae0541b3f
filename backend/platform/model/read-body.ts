// Reads the body of an answer piece by piece, and gives it up when it falls silent or nobody wants it any more.

export type BodyReader = {
  /** The next piece, or null when there is no more; `why` says the reason then. */
  next(): Promise<Uint8Array | null>
  why(): 'ended' | 'silent' | 'aborted' | 'reset'
  /** How long a silence may last from now on. */
  wait(silence_ms: number): void
  /** Gives the body up, and the connection with it. `over`: it is at its end, so the connection may serve again. */
  close(over: boolean): void
}

/** How long an answer that said its last word may take to close by itself. */
const lastBreath = 500

/** One timer serves the whole body: a timer for each piece would cost more than reading it. */
export const createBodyReader = (
  body: ReadableStream<Uint8Array>,
  silence_ms: number,
  signal: AbortSignal,
): BodyReader => {
  const reader = body.getReader()
  let why: ReturnType<BodyReader['why']> = 'ended'
  let waiting = false

  const give = (reason: typeof why) => {
    why = reason
    // The piece that is awaited comes as the end.
    reader.cancel().catch(() => {})
  }
  const onSilence = () => {
    // Silence counts while we wait for the model, not while others work on what it said.
    if (waiting) give('silent')
  }
  const onAbort = () => give('aborted')
  let timer = setTimeout(onSilence, silence_ms)
  signal.addEventListener('abort', onAbort, { once: true })
  if (signal.aborted) onAbort()

  return {
    next: async () => {
      waiting = true
      timer.refresh()
      try {
        const { done, value } = await reader.read()
        return done ? null : value
      } catch {
        if (why === 'ended') why = signal.aborted ? 'aborted' : 'reset'
        return null
      } finally {
        waiting = false
      }
    },
    why: () => why,
    wait: (ms) => {
      clearTimeout(timer)
      timer = setTimeout(onSilence, ms)
    },
    close: (over) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
      const cancel = () => reader.cancel().catch(() => {})
      if (!over) return void cancel()
      const late = setTimeout(cancel, lastBreath)
      const drain = async () => {
        while (!(await reader.read()).done) {
          // Nothing that comes after the last word counts.
        }
      }
      drain()
        .catch(() => {})
        .finally(() => clearTimeout(late))
    },
  }
}
