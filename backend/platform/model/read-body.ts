// Reads the body of an answer piece by piece, and gives it up when it falls silent or nobody wants it any more.
import type { Readable } from 'node:stream'

export type BodyReader = {
  /** The next piece, or null when there is no more: at the end, after a break, after too long a silence, when aborted. */
  next(): Promise<Uint8Array | null>
  /** How long a silence may last from now on. */
  wait(silence_ms: number): void
  /** Gives the body up, and the connection with it. `over`: it is at its end, so the connection may serve again. */
  close(over: boolean): void
}

/** How long an answer that said its last word may take to close by itself. */
const lastBreath = 500

/** What may wait to be read before the connection is held. */
const waitingBytes = 64_000

/** One timer serves the whole body: a timer for each piece would cost more than reading it. */
export const createBodyReader = (body: Readable, silence_ms: number, signal: AbortSignal): BodyReader => {
  let pieces: Uint8Array[] = []
  let size = 0
  let over = false
  let tell: ((piece: Uint8Array | null) => void) | null = null

  /** What came at once is one piece. */
  const take = (): Uint8Array | null => {
    const piece = pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)
    pieces = []
    size = 0
    if (body.isPaused()) body.resume()
    return piece
  }
  const finish = () => {
    if (over) return
    over = true
    const waiting = tell
    tell = null
    waiting?.(null)
  }
  const onData = (piece: Uint8Array) => {
    if (over) return
    if (tell) {
      const waiting = tell
      tell = null
      return waiting(piece)
    }
    pieces.push(piece)
    size += piece.length
    if (size > waitingBytes) body.pause()
  }
  const give = () => {
    finish()
    pieces = []
    body.destroy()
  }
  const onSilence = () => {
    // Silence counts while we wait for the model, not while others work on what it said.
    if (tell) give()
  }
  let timer = setTimeout(onSilence, silence_ms)
  body.on('data', onData)
  body.once('end', finish)
  body.once('error', finish)
  body.once('close', finish)
  signal.addEventListener('abort', give, { once: true })
  if (signal.aborted) give()
  else if (body.destroyed) finish()

  return {
    next: () => {
      if (pieces.length > 0) return Promise.resolve(take())
      if (over) return Promise.resolve(null)
      timer.refresh()
      return new Promise((resolve) => {
        tell = resolve
      })
    },
    wait: (ms) => {
      clearTimeout(timer)
      timer = setTimeout(onSilence, ms)
    },
    close: (said) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', give)
      body.off('data', onData)
      if (!said) return void body.destroy()
      if (body.readableEnded || body.destroyed) return
      // Nothing that comes after the last word counts.
      const late = setTimeout(() => body.destroy(), lastBreath)
      body.once('close', () => clearTimeout(late))
      body.resume()
    },
  }
}
