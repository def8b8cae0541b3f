// Holds an operation while a worker works on it: the lease is renewed, a cancellation is heard, and what is lost is let go.
import type { Sql } from '../platform/database/connect.ts'
import { type OperationKey, renewLease } from './operation-store.ts'

/** Somebody asked to cancel, and nothing of the next call has been sent. */
export class Cancelled extends Error {
  constructor() {
    super('The export was cancelled.')
    this.name = 'Cancelled'
  }
}

/** Another worker may have the operation by now: this one does nothing more. */
export class LeaseLost extends Error {
  constructor() {
    super('Another worker has the export.')
    this.name = 'LeaseLost'
  }
}

export type Hold = {
  owner: string
  /** Ends when the operation is somebody else's, and when the server closes. */
  signal: AbortSignal
  /** Throws `Cancelled` once, when that was asked for; what cleans up afterwards passes. */
  check(): Promise<void>
  cancelRequested(): boolean
  release(): void
}

type HoldOptions = { owner: string; seconds: number; closing: AbortSignal; cancelled: boolean }

export function holdOperation(sql: Sql, key: OperationKey, options: HoldOptions): Hold {
  const { owner, seconds, closing } = options
  const lost = new AbortController()
  let cancel = options.cancelled
  let told = false
  let heldUntil = performance.now() + seconds * 1000

  const renew = async () => {
    const asked = performance.now()
    const held = await renewLease(sql, key, { owner, seconds })
    if (!held) return lost.abort(new LeaseLost())
    heldUntil = asked + seconds * 1000
    cancel ||= held.cancel
  }
  const timer = setInterval(
    () => {
      renew().catch(() => {
        // The database is away: the lease may run out unseen, and then somebody else may take over.
        if (performance.now() > heldUntil) lost.abort(new LeaseLost())
      })
    },
    (seconds * 1000) / 3,
  )
  timer.unref()

  return {
    owner,
    signal: AbortSignal.any([lost.signal, closing]),
    check: async () => {
      if (told) return
      await renew()
      lost.signal.throwIfAborted()
      if (!cancel) return
      told = true
      throw new Cancelled()
    },
    cancelRequested: () => cancel,
    release: () => clearInterval(timer),
  }
}
